package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The function h of one variable of a tilt f(x) = h(theta.x), |theta| = 1. Everything about the tilt in any dimension reduces to h.
 *
 * <p>With F_t(x) = E e^{h(ax + sigma u)}, u standard normal, the law of theta.X_t has the density F_t phi/Z.
 */
sealed interface Profile permits Cosine, TwoModes, PiecewiseLinear, LinearProfile {

    /** Bits of the error that an integral over a truncated profile carries, as an explicit term. */
    int INTEGRAL_BITS = 120;

    /** h(z). */
    Expr value(Expr z);

    /** h'(z); at a kink the mean of both slopes. */
    Expr slope(Expr z);

    /** C, the Lipschitz constant of h. */
    Rational lipschitz();

    /** Whether sup h - inf h is finite. */
    boolean isBounded();

    /** A lower bound of h: inf h where it is known exactly; only where {@link #isBoundedBelow}. */
    Expr infimum();

    /** An upper bound of h; only where {@link #isBounded}. */
    Expr supremum();

    boolean isBoundedBelow();

    /** Whether h is constant: then all laws are standard Gaussian. */
    boolean isConstant();

    /** Z = E e^{h(u)}. */
    Expr normalizer();

    /** E z^2 under the density e^h phi/Z. */
    Expr secondMoment();

    /** The moments of the weights at a number x, which no integral binds. */
    Moments at(ForwardTime time, Expr x);

    /**
     * The moments at the variable of an integral, up to an error that {@link #error} adds to the integral.
     *
     * @param use the sizes of the integrand, from which the number of terms follows
     */
    Moments under(ForwardTime time, Expr x, Size use);

    /**
     * A bound of |G - G~| for the integrand G that {@code use} describes and its value G~ on the moments of {@link #under}, at every real x:
     * 2^-{@value #INTEGRAL_BITS}, or 0 where the moments are exact.
     */
    Expr error();

    /** For every L >= {@link #tailFrom}: a bound of the integral of F_t phi over |x| > L. */
    Expr tail(ForwardTime time, Expr from);

    /** The least L of {@link #tail}. */
    Rational tailFrom(ForwardTime time);

    /** The moments at points where sums are taken, with remainders of at most 2^-bits as explicit ranges: every point stands for a number. */
    default Moments sampled(ForwardTime time, Expr x, int bits) {
        return at(time, x);
    }

    /** A bound of int (F e^-m)^2 p_t dx, m = inf h; only where {@link #isBoundedBelow}. For a bounded tilt F e^-m <= e^(sup h - inf h). */
    default Expr weightMass(ForwardTime time) {
        return oscillation().times(2).exp();
    }

    /** For every L >= {@link #weightFrom}: a bound of the integral of (F e^-m)^2 F phi over |x| > L, with a density that decreases there. */
    default Expr weightTail(ForwardTime time, Expr from) {
        return weightMass(time).times(tail(time, from));
    }

    /** The least L of {@link #weightTail}; at least {@link #tailFrom}. */
    default Rational weightFrom(ForwardTime time) {
        return tailFrom(time);
    }

    /** The difference sup h - inf h, where {@link #isBounded}. */
    default Expr oscillation() {
        return supremum().minus(infimum());
    }
}
