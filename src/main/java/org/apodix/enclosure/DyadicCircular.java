package org.apodix.enclosure;

import java.math.BigInteger;

/**
 * Sine and cosine of a dyadic number.
 *
 * <p>All quantities are integers at scale 2^F; one unit is 2^-F. Reduction: X = floor(x 2^F), P <= 2^F pi/2 < P + 2, n the
 * integer nearest to X / P, R = X - n P. Then |R| <= P / 2, and R is off from r = x - n pi/2 by less than d = 1 + 2 |n|
 * units. By the quarter turns in n, the value is one of +-sin(r), +-cos(r).
 *
 * <p><b>Tables</b> ({@link DyadicRotation}) give both where |r| >= 2^-{@value #SMALL} or the cosine is wanted, for F in their range.
 *
 * <p><b>Doubling</b> ({@link #cosine}) gives cos(T) for T = |r|, or for T = pi/2 - |r| where the sine of |r| >= 2^-s is
 * wanted; T < 2 is off by less than d + 2. With Y = floor(T / 2^s), off by less than d' = 1 + (d + 2) 2^-s from t <
 * 2^(1-s), Z = floor(Y^2) is off by less than 2^(2-s) d' + 2. Then u = 1 - cos(t) = (z/2) (1 - z/12 (1 - z/30 (...)))
 * from {@link DyadicSeries}, with z <= 1/4, is off by half of that, by 5/8 from the series and by 1 from the floor: less
 * than e = 2^(1-s) d' + 2.7. The formula 1 - cos(2t) = 4u - 2u^2 takes an error e to at most 4e + 2 e^2 2^-F + 1. As F
 * >= working + 3s + 10 + max(0, top of x) and |n| < 2^(top of x), e stays below 2^(F-15), so that the middle term is a
 * factor below 1 + 2^-15 for each step; s steps end below 1.01 4^s (2^(1-s) d' + 3.1) < 2^(2s+3) + 3 d.
 *
 * <p><b>Near a zero</b> ({@link #sine}), |r| < 2^-s: sin(r) = r S(r^2) with the series S = 1 - z/6 (1 - z/20 (...)), with
 * as many bits for R as the relative error needs. They are found by trying: r is never 0 unless x is.
 *
 * <p>Arguments of 2^{@value #MAX_TOP} and more would need that many bits of pi; they are answered by [-1, 1].
 */
final class DyadicCircular {

    /** Numbers below 2^MAX_TOP are reduced. */
    static final int MAX_TOP = 1 << 16;

    /** The sine of |r| < 2^-SMALL is not taken from tables. */
    private static final int SMALL = 8;

    private static final DyadicInterval RANGE = DyadicInterval.ordered(Dyadic.ONE.negate(), Dyadic.ONE);

    private DyadicCircular() { }

    /** All sin(x + shift pi/2) for x in the interval: the sine for shift = 0, the cosine for shift = 1. */
    static DyadicInterval range(DyadicInterval a, int shift, int bits) {
        if (!reducible(a.lower()) || !reducible(a.upper())) {
            return RANGE;
        }
        if (a.isPoint()) {
            return point(a.lower(), shift, bits);
        }
        DyadicInterval thin = DyadicMeanValue.sine(a.lower(), a.upper(), shift, bits);
        if (thin != null) {
            return thin;
        }
        if (a.width().top() > 3) { // at least 8 > 2 pi
            return RANGE;
        }
        // sin has its maxima at pi/2 + 2 pi k: the multiples m pi/2 with m = 1 mod 4; the minima with m = 3 mod 4
        BigInteger first = quarter(a.lower()).add(BigInteger.valueOf(shift + 1L));
        BigInteger last = quarter(a.upper()).add(BigInteger.valueOf(shift));
        DyadicInterval low = point(a.lower(), shift, bits);
        DyadicInterval high = point(a.upper(), shift, bits);
        boolean bottom = contains(first, last, 3);
        boolean top = contains(first, last, 1);
        return DyadicInterval.ordered(bottom ? RANGE.lower() : low.lower().min(high.lower()),
                top ? RANGE.upper() : low.upper().max(high.upper()));
    }

    private static boolean reducible(Dyadic x) {
        return !x.isInfinite() && (x.signum() == 0 || x.top() <= MAX_TOP);
    }

    /** Whether some m with first <= m <= last is r modulo 4. */
    private static boolean contains(BigInteger first, BigInteger last, int r) {
        BigInteger next = first.add(BigInteger.valueOf(r).subtract(first).mod(BigInteger.valueOf(4)));
        return next.compareTo(last) <= 0;
    }

    /**
     * k = floor(x / (pi/2)), decided by proof: let X = floor(x 2^F) and P <= 2^F pi/2 < P + 2. For x >= 0, floor(X / (P + 2)) is at most k,
     * and floor(X / P) is at least k, as k P is an integer and at most x 2^F; for x < 0 they change places. F grows until they agree,
     * which ends because the quotient is irrational for x != 0.
     */
    static BigInteger quarter(Dyadic x) {
        if (x.signum() == 0 || x.top() <= 0) { // |x| < 1 < pi/2
            return BigInteger.valueOf(Math.min(0, x.signum()));
        }
        for (int extra = 64;; extra *= 2) {
            int f = extra + x.top();
            BigInteger scaled = DyadicExp.shift(x.mantissa(), (long) x.exponent() + f);
            BigInteger small = DyadicPi.at(f - 1);
            BigInteger quotient = floor(scaled, small);
            if (quotient.equals(floor(scaled, small.add(BigInteger.TWO)))) {
                return quotient;
            }
        }
    }

    private static BigInteger floor(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The neighbours of sin(x + shift pi/2) with the given number of bits, for a number that can be reduced. */
    static DyadicInterval point(Dyadic x, int shift, int bits) {
        if (x.signum() == 0) {
            return DyadicInterval.point(shift % 2 == 0 ? Dyadic.ZERO : shift % 4 == 1 ? Dyadic.ONE : Dyadic.ONE.negate());
        }
        if (DyadicNear.tiny(x, bits)) {
            if (shift == 1) {
                return DyadicNear.belowOne(bits); // 1 - x^2 < cos(x) < 1
            }
            if (shift == 0) { // x - x^3/6 < sin(x) < x for x > 0
                return x.signum() > 0
                        ? DyadicNear.below(x, bits) : DyadicNear.negate(DyadicNear.below(x.negate(), bits));
            }
        }
        DyadicInterval y = Approximation.enclose(working -> approximate(x, shift, working), bits);
        return DyadicInterval.ordered(y.lower().max(RANGE.lower()), y.upper().min(RANGE.upper()));
    }

    /** x = n pi/2 + r, with all that is known about it at scale 2^F. */
    private record Reduced(BigInteger n, BigInteger r, BigInteger d, BigInteger half) {

        static Reduced of(Dyadic x, int f) {
            BigInteger scaled = DyadicExp.shift(x.mantissa(), (long) x.exponent() + f);
            BigInteger half = DyadicPi.at(f - 1);
            BigInteger n = LongDivision.floor(scaled.abs().add(half.shiftRight(1)), half, 0);
            BigInteger d = n.shiftLeft(1).add(BigInteger.ONE);
            n = scaled.signum() < 0 ? n.negate() : n;
            return new Reduced(n, n.signum() == 0 ? scaled : scaled.subtract(n.multiply(half)), d, half);
        }

        int turns(int shift) {
            return n.intValue() + shift & 3;
        }
    }

    /** sin(x + shift pi/2) for x != 0, with a relative error below 2^-working. */
    static Approximation approximate(Dyadic x, int shift, int working) {
        int f = FixedPoint.roundUp(working + SMALL + 10 + Math.max(0, x.top()));
        if (f <= FixedPoint.MAX_TABLE_BITS) {
            Reduced reduced = Reduced.of(x, f);
            int turns = reduced.turns(shift);
            if (turns % 2 != 0 || f - reduced.r.bitLength() < SMALL) {
                return byTables(reduced, f)[turns];
            }
        }
        return byDoubling(x, shift, working);
    }

    /**
     * The sine and its derivative, both of x + shift pi/2, for x != 0 and with a relative error of the first below 2^-working; null where
     * they do not come from tables.
     */
    static Approximation[] withDerivative(Dyadic x, int shift, int working) {
        int f = FixedPoint.roundUp(working + SMALL + 10 + Math.max(0, x.top()));
        if (f > FixedPoint.MAX_TABLE_BITS) {
            return null;
        }
        Reduced reduced = Reduced.of(x, f);
        int turns = reduced.turns(shift);
        if (turns % 2 == 0 && f - reduced.r.bitLength() >= SMALL) {
            return null;
        }
        Approximation[] all = byTables(reduced, f);
        return new Approximation[] {all[turns], all[turns + 1 & 3]};
    }

    /** sin(r), cos(r), -sin(r), -cos(r): the error of R moves each of them by less than d units. */
    private static Approximation[] byTables(Reduced reduced, int f) {
        BigInteger[] point = DyadicRotation.of(reduced.r.abs(), f);
        BigInteger sin = reduced.r.signum() < 0 ? point[1].negate() : point[1];
        BigInteger error = reduced.d.add(BigInteger.valueOf(DyadicRotation.ERROR));
        return new Approximation[] {new Approximation(sin, error, -f), new Approximation(point[0], error, -f),
            new Approximation(sin.negate(), error, -f), new Approximation(point[0].negate(), error, -f)};
    }

    /** As {@link #approximate}, at any precision and near the zeros. */
    static Approximation byDoubling(Dyadic x, int shift, int working) {
        int s = 2 + (int) (1.5 * Math.cbrt(working)); // balances doublings against terms
        int loss = Math.max(0, -x.top());
        while (true) {
            int f = FixedPoint.roundUp(working + 3 * s + 10 + Math.max(0, x.top()) + loss);
            Reduced reduced = Reduced.of(x, f);
            BigInteger r = reduced.r;
            BigInteger d = reduced.d;
            int turns = reduced.turns(shift);
            if (turns % 2 != 0) {
                return signed(cosine(r.abs(), d, s, f), turns == 3);
            }
            boolean negative = turns == 2 != r.signum() < 0;
            if (f - r.bitLength() < s) {
                return signed(cosine(reduced.half.subtract(r.abs()), d, s, f), negative);
            }
            int missing = working + d.bitLength() + 4 - r.bitLength();
            if (missing <= 0) {
                return signed(sine(r.abs(), d, working, f), negative);
            }
            // too near a zero for these bits: the distance is known if r is more than its error
            loss += r.bitLength() > d.bitLength() + 1 ? missing : Math.max(missing, f);
        }
    }

    private static Approximation signed(Approximation y, boolean negative) {
        return negative ? new Approximation(y.value().negate(), y.error(), y.exponent()) : y;
    }

    /** cos(T) for 0 <= T < 2 by s doublings, s >= 2: see the class. */
    private static Approximation cosine(BigInteger t, BigInteger d, int s, int f) {
        BigInteger y = t.shiftRight(s);
        BigInteger z = y.multiply(y).shiftRight(f);
        BigInteger series = DyadicSeries.sum(z, f, -1, k -> (2L * k + 1) * (2L * k + 2));
        BigInteger u = z.multiply(series).shiftRight(f + 1);
        for (int i = 0; i < s; i++) {
            u = u.shiftLeft(2).subtract(u.multiply(u).shiftRight(f - 1));
        }
        BigInteger error = BigInteger.ONE.shiftLeft(2 * s + 3).add(d.multiply(BigInteger.valueOf(3)));
        return new Approximation(BigInteger.ONE.shiftLeft(f).subtract(u), error, -f);
    }

    /**
     * sin(r) for 0 < r < 1/4, R off by at most d: the sine moves by at most d; the series at scale 2^G is off by less
     * than 5 units of its own and by less than 1 from the floor of z.
     */
    private static Approximation sine(BigInteger r, BigInteger d, int working, int f) {
        int g = FixedPoint.roundUp(working + 8);
        BigInteger z = DyadicExp.shift(r.multiply(r), g - 2L * f);
        BigInteger series = DyadicSeries.sum(z, g, -1, k -> 2L * k * (2L * k + 1));
        BigInteger error = d.shiftLeft(g).add(r.multiply(BigInteger.valueOf(6)));
        return new Approximation(r.multiply(series), error, -(long) f - g);
    }
}
