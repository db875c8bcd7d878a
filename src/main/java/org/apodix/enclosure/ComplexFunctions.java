package org.apodix.enclosure;

import java.util.List;

/**
 * The transcendental functions on rectangles X + iY of complex numbers that are not real constants. Each formula holds for every
 * point x + iy, and each real operation in it is an inclusion.
 *
 * <ul>
 * <li>exp = e^x (cos y + i sin y); sin = sin x cosh y + i cos x sinh y; cos = cos x cosh y - i sin x sinh y;
 * <li>log = log(x^2 + y^2) / 2 + i arg, with arg = atan(y/x) for x > 0, pi/2 - atan(x/y) for y > 0 and -pi/2 - atan(x/y) for
 * y < 0: one of the three on the whole box, so that it lies in the plane without (-inf, 0];
 * <li>tanh z = (1 - q) / (1 + q) with q = e^(-2z), or minus that of -z;
 * <li>atan z = (log(1 + iz) - log(1 - iz)) / 2i, where neither argument meets (-inf, 0]: z outside of i[1, inf) and -i[1, inf);
 * <li>log sum exp(z_i) = z_j + log(1 + sum over i != j of exp(z_i - z_j)), see {@link #logSumExp};
 * <li>cbrt z = exp(log(z) / 3) where x > 0 on the box, -cbrt(-z) where x < 0.
 * </ul>
 *
 * <p><b>Error functions.</b> erf is entire with erf' = 2/sqrt(pi) e^(-z^2). Integrated from x to x + iy along s -> x + is:
 * erf(x + iy) = erf(x) + i 2/sqrt(pi) e^(-x^2) int_0^y e^(s^2) (cos 2xs - i sin 2xs) ds. The real and the imaginary part of
 * the integral are y times a mean of their integrands over s between 0 and y; a mean lies in any interval that contains the integrand.
 * So with S = hull(0, Y): erf in erf(X) + 2/sqrt(pi) e^(-X^2) Y [e^(S^2) sin(2XS) + i e^(S^2) cos(2XS)]. erfc is the
 * same with erfc(X) minus the term, so it keeps its size for large x; the normal tail is erfc(z / sqrt 2) / 2.
 */
final class ComplexFunctions<T> {

    private final Arithmetic<T> base;
    private final ComplexArithmetic<T> complex;
    private final T zero;
    private final T two;
    private final T half;
    private T halfPi;

    ComplexFunctions(Arithmetic<T> base, ComplexArithmetic<T> complex) {
        this.base = base;
        this.complex = complex;
        this.zero = base.of(Rational.ZERO);
        this.two = base.of(Rational.of(2));
        this.half = base.of(Rational.of(1, 2));
    }

    private ComplexBox<T> box(T real, T imaginary) {
        return new ComplexBox<>(real, imaginary);
    }

    ComplexBox<T> exp(ComplexBox<T> z) {
        T size = base.exp(z.real());
        return box(base.multiply(size, base.cos(z.imaginary())), base.multiply(size, base.sin(z.imaginary())));
    }

    ComplexBox<T> log(ComplexBox<T> z) {
        T argument = argument(z);
        return box(base.multiply(half, base.log(complex.norm(z))), argument);
    }

    private T argument(ComplexBox<T> z) {
        T x = z.real();
        T y = z.imaginary();
        if (base.isPositive(x)) {
            return base.atan(base.divide(y, x));
        }
        if (base.isPositive(y)) {
            return base.subtract(halfPi(), base.atan(base.divide(x, y)));
        }
        if (base.isPositive(base.negate(y))) {
            return base.negate(base.add(halfPi(), base.atan(base.divide(x, y))));
        }
        throw new UndefinedException("complex logarithm of a box that may meet its branch cut (-inf, 0]");
    }

    private T halfPi() {
        if (halfPi == null) {
            halfPi = base.multiply(half, base.pi());
        }
        return halfPi;
    }

    ComplexBox<T> cbrt(ComplexBox<T> z) {
        int sign = complex.realSign(z);
        if (sign == 0) {
            throw new UndefinedException("cube root of a box where the sign of the real part is not decided");
        }
        if (sign < 0) {
            return complex.negate(cbrt(complex.negate(z)));
        }
        var log = log(z);
        T three = base.of(Rational.of(3));
        return exp(box(base.divide(log.real(), three), base.divide(log.imaginary(), three)));
    }

    /**
     * The function f_1 with f_j = z_j + log(1 + sum over i != j of exp(z_i - z_j)), the logarithm being the principal one.
     *
     * <p>f_1 is one holomorphic function wherever its logarithm has no argument in (-inf, 0], and real on real arguments. Let D be the set where all
     * imaginary parts lie within an open interval of length pi. There f_j = f_1 for all j: relative to term j the terms of the sum have
     * arguments Im z_i - Im z_j in (-pi, pi), all in one open half plane that contains 1, so the sum is not 0 and its principal argument is between
     * the least and the greatest of them; then Im f_j, which is Im z_j more, lies between the least and the greatest Im z_i. f_j and f_1 are
     * logarithms of the same number, and their imaginary parts differ by less than pi: they are equal. So on a box in D the term
     * with the greatest real part may be taken, and a box outside of D takes the first: on all boxes the function is f_1.
     */
    ComplexBox<T> logSumExp(List<ComplexBox<T>> terms) {
        int j = isNarrow(terms) ? greatest(terms) : 0;
        var sum = complex.of(Rational.ONE);
        for (int i = 0; i < terms.size(); i++) {
            sum = i == j ? sum : complex.add(sum, complex.exp(complex.subtract(terms.get(i), terms.get(j))));
        }
        return complex.add(terms.get(j), complex.log(sum));
    }

    /** Whether all imaginary parts are proved to lie within an interval of length 3. */
    private boolean isNarrow(List<ComplexBox<T>> terms) {
        T least = terms.get(0).imaginary();
        T most = least;
        for (var z : terms) {
            least = base.min(least, z.imaginary());
            most = base.max(most, z.imaginary());
        }
        return base.isPositive(base.subtract(base.of(Rational.of(3)), base.subtract(most, least)));
    }

    private int greatest(List<ComplexBox<T>> terms) {
        int greatest = 0;
        for (int i = 1; i < terms.size(); i++) {
            var here = base.enclosure(terms.get(i).real()).lower();
            greatest = here.compareTo(base.enclosure(terms.get(greatest).real()).lower()) > 0 ? i : greatest;
        }
        return greatest;
    }

    ComplexBox<T> sin(ComplexBox<T> z) {
        return box(base.multiply(base.sin(z.real()), cosh(z.imaginary())),
                base.multiply(base.cos(z.real()), sinh(z.imaginary())));
    }

    ComplexBox<T> cos(ComplexBox<T> z) {
        return box(base.multiply(base.cos(z.real()), cosh(z.imaginary())),
                base.negate(base.multiply(base.sin(z.real()), sinh(z.imaginary()))));
    }

    private T cosh(T y) {
        T size = base.exp(base.abs(y));
        return base.multiply(half, base.add(size, base.exp(base.negate(base.abs(y)))));
    }

    /** The difference of an increasing and a decreasing function: its bounds are attained. */
    private T sinh(T y) {
        return base.multiply(half, base.subtract(base.exp(y), base.exp(base.negate(y))));
    }

    ComplexBox<T> tanh(ComplexBox<T> z) {
        if (base.isPositive(base.negate(z.real()))) {
            return complex.negate(tanh(complex.negate(z)));
        }
        var one = complex.of(Rational.ONE);
        var q = exp(complex.scale(base.negate(two), z));
        return complex.divide(complex.subtract(one, q), complex.add(one, q));
    }

    ComplexBox<T> atan(ComplexBox<T> z) {
        T one = base.of(Rational.ONE);
        // 1 + iz = 1 - y + ix and 1 - iz = 1 + y - ix
        var above = log(box(base.subtract(one, z.imaginary()), z.real()));
        var below = log(box(base.add(one, z.imaginary()), base.negate(z.real())));
        var difference = complex.subtract(above, below);
        return box(base.multiply(half, difference.imaginary()), base.negate(base.multiply(half, difference.real())));
    }

    ComplexBox<T> erf(ComplexBox<T> z) {
        return complex.add(complex.real(base.erf(z.real())), detour(z));
    }

    ComplexBox<T> erfc(ComplexBox<T> z) {
        return complex.subtract(complex.real(base.erfc(z.real())), detour(z));
    }

    /** A box that contains erf(x + iy) - erf(x). */
    private ComplexBox<T> detour(ComplexBox<T> z) {
        T x = z.real();
        T y = z.imaginary();
        T span = base.hull(zero, y);
        T angle = base.multiply(two, base.multiply(x, span));
        T density = base.multiply(base.divide(two, base.sqrt(base.pi())), base.exp(base.negate(base.square(x))));
        T factor = base.multiply(base.multiply(density, y), base.exp(base.square(span)));
        return box(base.multiply(factor, base.sin(angle)), base.multiply(factor, base.cos(angle)));
    }

    ComplexBox<T> normalTail(ComplexBox<T> z) {
        return complex.scale(half, erfc(complex.scale(base.divide(base.of(Rational.ONE), base.sqrt(two)), z)));
    }
}
