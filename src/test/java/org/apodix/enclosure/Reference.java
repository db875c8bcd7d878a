package org.apodix.enclosure;

/**
 * The functions computed a second time, for moderate arguments, from + - * / sqrt of intervals and Taylor series alone.
 * Slow, and without a line in common with the kernel's functions.
 */
final class Reference {

    private final DyadicArithmetic c;
    private final int bits;

    Reference(int bits) {
        this.bits = bits;
        c = new DyadicArithmetic(bits);
    }

    private DyadicInterval of(long n) {
        return DyadicInterval.point(Dyadic.of(n));
    }

    private DyadicInterval around(Dyadic radius) {
        return DyadicInterval.of(radius.negate(), radius);
    }

    /** Sum of x^k / k! with factor(k) in -1, 0, 1 for |x| <= 1/2: the terms left out are below the last power of 2. */
    private DyadicInterval taylor(DyadicInterval x, int[] cycle) {
        DyadicInterval sum = of(0);
        DyadicInterval term = of(1);
        for (int k = 0; k < bits; k++) {
            int sign = cycle[k % 4];
            sum = sign == 0 ? sum : sign > 0 ? c.add(sum, term) : c.subtract(sum, term);
            term = c.divide(c.multiply(term, x), of(k + 1));
        }
        return c.add(sum, around(Dyadic.ONE.shift(2L - bits)));
    }

    /** For |x| <= 2^10. */
    DyadicInterval exp(DyadicInterval x) {
        DyadicInterval y = taylor(scaled(x, -12), new int[] {1, 1, 1, 1});
        for (int i = 0; i < 12; i++) {
            y = c.square(y);
        }
        return y;
    }

    private static DyadicInterval scaled(DyadicInterval x, int places) {
        return DyadicInterval.of(x.lower().shift(places), x.upper().shift(places));
    }

    /** For |x| <= 2^10, by doubling sine and cosine together. */
    DyadicInterval[] sinAndCos(DyadicInterval x) {
        DyadicInterval sin = taylor(scaled(x, -12), new int[] {0, 1, 0, -1});
        DyadicInterval cos = taylor(scaled(x, -12), new int[] {1, 0, -1, 0});
        for (int i = 0; i < 12; i++) {
            DyadicInterval s = c.multiply(of(2), c.multiply(sin, cos));
            cos = c.subtract(c.square(cos), c.square(sin));
            sin = s;
        }
        return new DyadicInterval[] {sin, cos};
    }

    DyadicInterval tanh(DyadicInterval x) {
        DyadicInterval e = exp(scaled(x, 1));
        return c.divide(c.subtract(e, of(1)), c.add(e, of(1)));
    }

    /** Three times atan(x) = 2 atan(x / (1 + sqrt(1 + x^2))), then the alternating series for |x| < 0.2. */
    DyadicInterval atan(DyadicInterval x) {
        DyadicInterval y = x;
        for (int i = 0; i < 3; i++) {
            y = c.divide(y, c.add(of(1), c.sqrt(c.add(of(1), c.square(y)))));
        }
        DyadicInterval square = c.negate(c.square(y));
        DyadicInterval sum = of(0);
        DyadicInterval power = y;
        for (int k = 0; k < bits / 2; k++) {
            sum = c.add(sum, c.divide(power, of(2L * k + 1)));
            power = c.multiply(power, square);
        }
        return scaled(c.add(sum, around(power.magnitude())), 3);
    }

    /** The alternating series of erf for |x| <= 8: the terms, first large, end below (x^2)^k / k!. */
    DyadicInterval erf(DyadicInterval x) {
        DyadicInterval square = c.negate(c.square(x));
        DyadicInterval sum = of(0);
        DyadicInterval term = x;
        int k = 0;
        for (; k < 256 || term.magnitude().signum() != 0 && term.magnitude().top() > -bits; k++) {
            sum = c.add(sum, c.divide(term, of(2L * k + 1)));
            term = c.divide(c.multiply(term, square), of(k + 1));
        }
        sum = c.add(sum, around(term.magnitude())); // alternating and decreasing from k = 64 on
        return c.divide(c.multiply(of(2), sum), c.sqrt(pi()));
    }

    /** pi = 4 atan(1). */
    DyadicInterval pi() {
        return scaled(atan(of(1)), 2);
    }

    /** A cube root is checked by its cube. */
    DyadicInterval cube(DyadicInterval y) {
        return c.multiply(c.square(y), y);
    }

    DyadicInterval erfc(DyadicInterval x) {
        return c.subtract(of(1), erf(x));
    }

    DyadicInterval expm1(DyadicInterval x) {
        return c.subtract(exp(x), of(1));
    }

    DyadicInterval normalCdf(DyadicInterval x) {
        return scaled(c.add(of(1), erf(c.divide(x, c.sqrt(of(2))))), -1);
    }
}
