package org.apodix.proof;

import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.RationalFunction;

/**
 * What is known of the value of an expression on a cell.
 *
 * @param form  the value as a rational function of the local coordinates, whose denominator has no zero on the cell; null where it is none, or
 *     is not known as one
 * @param range a set that contains the values on the cell
 * @param extra the value on the second carrier; null where there is none
 */
record Piece<T>(RationalFunction form, DyadicInterval range, T extra) { }
