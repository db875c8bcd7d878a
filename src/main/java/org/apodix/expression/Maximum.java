package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;

/**
 * What a search for a supremum found, with all that is needed to check it.
 *
 * @param value the enclosure: its lower end is a lower bound of f at the witness, its upper end the greatest bound of a leaf, or the lower
 *     end if that is greater
 * @param witness a point of the range; null if the range is too small to be sure of one
 * @param leaves boxes that cover the range
 * @param exhausted whether the work ended before the goal
 */
public record Maximum(DyadicInterval value, List<Dyadic> witness, List<Leaf> leaves, boolean exhausted) { }
