package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Moments of the tilt c cos(omega z + phase) as Fourier sums (section 6 of dimension-free-score).
 *
 * <p>With y = kc and v = omega (ax + sigma u) + phase, e^{y cos v} = I_0(y) + 2 sum_l I_l(y) cos(lv). Averaging over u multiplies e^{ilv} by
 * e^{-lambda^2/2} i^p He_p(lambda), lambda = l omega sigma, for the moment with u^p. Powers of h' = -c omega sin v shift the index by at most p.
 *
 * <p><b>Remainder.</b> |I_l(y)| <= (|y|/2)^l/l! e^{y^2/4}, |He_p(lambda)| <= (1 + lambda)^p p! and (1 + lambda)^p e^{-lambda^2/4} <= 32 for p <= 4, so that the terms beyond
 * l = n add at most 64 p! e^{y^2/4} sum_{l > n} (|y|/2)^l/l! e^{-lambda_l^2/4}; with powers of h' the index l - 4 in place of l bounds the Bessel functions, where they
 * decrease. The number of terms makes that at most 2^-bits.
 */
final class CosineMoments extends Moments {

    private static final int MOST_TERMS = 4000;
    /** log_2 e is above this, so that e^-x <= 2^(-this x). */
    private static final Rational LOG2_E = Rational.of(14, 10);
    private static final int FACTORIAL = 24;
    private static final int SHIFT = 4;

    private final Cosine profile;
    private final ForwardTime time;
    private final Expr x;
    private final int bits;
    private final boolean remainders;
    private final BesselSeries[] bessel = new BesselSeries[SHIFT + 1];
    private final List<Expr> cosines = new ArrayList<>();
    private final List<Expr> sines = new ArrayList<>();
    private final List<Expr> damping = new ArrayList<>();
    private final Expr[][] raw = new Expr[SHIFT + 1][SHIFT + 1];

    /** @param remainders whether x is a number, so that the remainder of each moment is one number in an explicit range */
    CosineMoments(Cosine profile, ForwardTime time, Expr x, int bits, boolean remainders) {
        this.profile = profile;
        this.time = time;
        this.x = x;
        this.bits = bits;
        this.remainders = remainders;
    }

    /** omega^2 sigma^2, of which lambda_l^2 is l^2 times. */
    private Rational rate() {
        return profile.omega().pow(2).times(time.variance());
    }

    /** The number n of terms for the weight to the power k. */
    private int terms(int k) {
        var half = profile.c().abs().times(Rational.of(k, 2));
        if (half.isZero()) {
            return SHIFT;
        }
        int gauss = Cosine.ceiling(half.times(half));
        var slope = Rational.ONE.max(profile.lipschitz()).pow(SHIFT);
        // 64 p! |c omega|^p e^{y^2/4}, twice for the geometric sum
        var head = Rational.of(64L * FACTORIAL * 2).times(slope).times(Rational.of(3).pow(gauss));
        var goal = Rational.TWO.pow(-bits);
        var term = head; // head (y/2)^j/j!, j = n + 1 - 4
        for (int n = SHIFT; n < MOST_TERMS; n++) {
            int j = n + 1 - SHIFT;
            term = Gauss.roundedUp(term.times(half).over(Rational.of(j)), bits);
            boolean decreasing = half.times(Rational.TWO).compareTo(Rational.of(j)) <= 0;
            var decay = rate().times(Rational.of((long) (n + 1) * (n + 1), 4)).times(LOG2_E).floor().intValueExact();
            if (decreasing && term.times(Rational.TWO.pow(-Math.min(decay, 4 * bits))).compareTo(goal) <= 0) {
                return n;
            }
        }
        throw new IllegalStateException("more than " + MOST_TERMS + " terms for " + profile);
    }

    private BesselSeries bessel(int k) {
        if (bessel[k] == null) {
            // a few bits more: up to 4000 terms and combinations of them stay below the remainder
            bessel[k] = new BesselSeries(profile.c().abs().times(Rational.of(k)), terms(k) + SHIFT, bits + 32);
        }
        return bessel[k];
    }

    private Expr cosine(int l) {
        while (cosines.size() <= l) {
            cosines.add(cosines.isEmpty() ? Expr.ONE : angle(cosines.size()).cos());
        }
        return cosines.get(l);
    }

    private Expr sine(int l) {
        while (sines.size() <= l) {
            sines.add(sines.isEmpty() ? Expr.ZERO : angle(sines.size()).sin());
        }
        return sines.get(l);
    }

    /** l (omega a x + phase). */
    private Expr angle(int l) {
        var factor = Rational.of(l);
        return x.times(Expr.of(profile.omega().times(time.a()).times(factor))).plus(Expr.of(profile.phase().times(factor)));
    }

    private Expr damping(int l) {
        while (damping.size() <= l) {
            damping.add(Expr.of(rate().times(Rational.of((long) damping.size() * damping.size(), 2)).negate()).exp());
        }
        return damping.get(l);
    }

    private Expr lambda(int l) {
        return Expr.of(profile.omega().times(Rational.of(l))).times(time.noise());
    }

    @Override
    Expr density() {
        return raw(0, 1);
    }

    @Override
    Expr moment(int p, int k) {
        return raw(p, k).over(density().pow(k));
    }

    /** E[u^p e^{kh}]. */
    private Expr raw(int p, int k) {
        if (raw[p][k] == null) {
            raw[p][k] = sum(p, k);
        }
        return raw[p][k];
    }

    private Expr sum(int p, int k) {
        var terms = new ArrayList<Expr>();
        int last = terms(k);
        for (int l = 0; l <= last; l++) {
            var coefficient = coefficient(0, k, l);
            if (coefficient != null) {
                terms.add(coefficient.times(damping(l)).times(hermite(p, lambda(l))).times(p % 2 == 0 ? cosine(l) : sine(l)));
            }
        }
        return withRemainder(terms);
    }

    /** The factor of i^p He_p e^{ilv} on cos(lv) for even p and on sin(lv) for odd p: 1, -y, 1 - y^2, y^3 - 3y, y^4 - 6y^2 + 3. */
    private static Expr hermite(int p, Expr y) {
        return switch (p) {
            case 0 -> Expr.ONE;
            case 1 -> y.negate();
            case 2 -> Expr.ONE.minus(y.square());
            case 3 -> y.pow(3).minus(y.times(3));
            case 4 -> y.pow(4).minus(y.square().times(6)).plus(Expr.of(3));
            default -> throw new IllegalArgumentException("the moment " + p + ": 0 to 4 are known");
        };
    }

    private Expr withRemainder(List<Expr> terms) {
        if (remainders && !profile.isConstant()) {
            var most = Rational.TWO.pow(-bits);
            terms.add(Expr.between(most.negate(), most));
        }
        return terms.isEmpty() ? Expr.ZERO : Expr.sum(terms);
    }

    @Override
    Expr slopeMoment(int p, int k) {
        var terms = new ArrayList<Expr>();
        int last = terms(k);
        for (int l = 0; l <= last; l++) {
            var coefficient = coefficient(p, k, l);
            if (coefficient != null) {
                terms.add(coefficient.times(damping(l)).times(p % 2 == 0 ? cosine(l) : sine(l)));
            }
        }
        var scale = Expr.of(profile.c().times(profile.omega()).negate().pow(p));
        return withRemainder(terms.stream().map(scale::times).collect(java.util.stream.Collectors.toCollection(ArrayList::new)))
            .over(density().pow(k));
    }

    /**
     * The coefficient of cos(lv), or of sin(lv) for odd p, in sin(v)^p e^{y cos v}; null where it is 0. By sin^p v = sum_j s_j e^{ijv} the coefficient of e^{ilv} is
     * sum_j s_j I_|l - j|(y), doubled for l > 0.
     */
    private Expr coefficient(int p, int k, int l) {
        var series = bessel(k);
        boolean negative = profile.c().signum() < 0;
        var low = BigInteger.ZERO;
        var high = BigInteger.ZERO;
        for (int j = -p; j <= p; j += 2) {
            int index = Math.abs(l - j);
            long factor = sinePower(p, j) * (l == 0 ? 1 : 2) * (negative && index % 2 == 1 ? -1 : 1);
            low = low.add((factor >= 0 ? series.lower(index) : series.upper(index)).multiply(BigInteger.valueOf(factor)));
            high = high.add((factor >= 0 ? series.upper(index) : series.lower(index)).multiply(BigInteger.valueOf(factor)));
        }
        var unit = BigInteger.ONE.shiftLeft(series.scale() + p);
        return low.signum() == 0 && high.signum() == 0 ? null : Expr.between(Rational.of(low, unit), Rational.of(high, unit));
    }

    /**
     * 2^p s_j of sin^p v, up to the factor by which e^{ilv} - e^{-ilv} becomes sin: ((e^{iv} - e^{-iv})/(2i))^p. For even p, s_j = (-1)^{p/2} (-1)^{(p - j)/2} C(p, (p - j)/2)/2^p.
     * For odd p the sum over j of s_j I_|l - j| is antisymmetric in l and imaginary, and sin(lv) takes -2 Im: s_j = -i (-1)^{(p - 1)/2} (-1)^{(p - j)/2} C/2^p.
     */
    private static long sinePower(int p, int j) {
        int m = (p - j) / 2;
        long binomial = 1;
        for (int i = 1; i <= m; i++) {
            binomial = binomial * (p - i + 1) / i;
        }
        int sign = ((p / 2 + m) % 2 == 0) ? 1 : -1;
        return sign * binomial;
    }
}
