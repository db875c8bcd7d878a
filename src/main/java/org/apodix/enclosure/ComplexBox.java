package org.apodix.enclosure;

/**
 * A closed rectangle of complex numbers: all x + iy with x in the first and y in the second set.
 *
 * @param <T> a set of real numbers
 */
public record ComplexBox<T>(T real, T imaginary) { }
