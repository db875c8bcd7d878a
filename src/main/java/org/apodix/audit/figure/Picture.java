package org.apodix.audit.figure;

import java.util.function.Supplier;

/**
 * A drawing, such as a network or a factor graph.
 *
 * @param alternative what the drawing shows, in words, for those who do not see it
 * @param svg         draws it: one {@code svg} element without script, without addresses, and with colors that can be read on light and on dark paper
 */
public record Picture(Heading heading, String alternative, Supplier<String> svg) implements Figure { }
