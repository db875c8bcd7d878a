/**
 * Sets of real numbers with proven bounds: the interval kernel.
 *
 * <p><b>What a value means.</b> A {@link org.apodix.enclosure.DyadicInterval} or {@link
 * org.apodix.enclosure.DoubleInterval} is a closed nonempty set of real numbers; infinite ends are not members; there
 * is no NaN and no empty set. An operation returns a set that contains the true result for every choice of elements of
 * its operands.
 *
 * <p><b>Undefined operations.</b> Identical in every interval carrier: division by an interval that contains 0, log of
 * an interval not wholly above 0, log1p of one not wholly above -1, sqrt of an interval not wholly at or above 0, a
 * negative power of an interval that contains 0. The result is ENTIRE, all real numbers: it can decide no comparison, so
 * it cannot make a verdict wrong.
 * An operand is never silently cut down to the domain. {@link org.apodix.enclosure.ExactArithmetic} throws {@link
 * org.apodix.enclosure.InexactException} instead.
 *
 * <p><b>No floating-point input.</b> A double becomes an exact number only through {@code Dyadic.ofExact} or
 * {@code DoubleInterval.of(lo, hi)}, which say so in their names.
 *
 * <p><b>Infinite ends</b> of an argument stand for limits: tanh and erf of the line are [-1, 1], atan is between the
 * bounds of -pi/2 and pi/2, erfc is [0, 2]. sin and cos are [-1, 1] on unbounded intervals, on those of a period, and, as a
 * matter of cost, for dyadic arguments of 2^65536 and more and for double intervals beyond 2^40 that are no points.
 *
 * <p><b>Zero times infinity</b> is 0: an infinite end stands for real numbers without bound, and 0 times each of them
 * is 0.
 *
 * <p><b>Dependence.</b> A result depends on the operands and the number of bits alone, never on earlier computations.
 */
package org.apodix.enclosure;
