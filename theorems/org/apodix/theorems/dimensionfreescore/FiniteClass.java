package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.StripBound;
import org.apodix.expression.StripIntegral;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;

/**
 * R14(b) for data on two points, P(X_0 = 1) = q and P(X_0 = -1) = 1 - q, and the class of the denoisers m_k(x) = tanh(ax/sigma^2 + b_k); the true one has b = log(q/(1 - q))/2. The
 * minimizer of the empirical loss depends on the number of ones among N samples alone.
 */
final class FiniteClass {

    static final int MOST_MEMBERS = 64;
    static final int MOST_SAMPLES = 2000;
    private static final Variable X = new Variable("x");
    private static final Variable K = new Variable("k");
    private static final Variable L = new Variable("L");
    /** Bits with which losses are compared, one after the other until the smallest is certain. */
    private static final int[] BITS = {48, 128, 512};

    private final Rational q;
    private final List<Rational> offsets;
    private final int samples;
    private final ForwardTime time;
    private final Expr[][] losses;
    private final Expr[] risks;
    private List<List<Integer>> choices;

    /** A class of 1 to {@value #MOST_MEMBERS} members and 1 to {@value #MOST_SAMPLES} samples; others are rejected. */
    FiniteClass(Rational q, List<Rational> offsets, int samples, ForwardTime time) {
        if (q.signum() <= 0 || q.compareTo(Rational.ONE) >= 0 || offsets.isEmpty() || offsets.size() > MOST_MEMBERS || samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException(samples + " samples of a probability " + q + " and a class of " + offsets.size() + ": give up to " + MOST_SAMPLES + ", one strictly between 0 and 1, and up to "
                + MOST_MEMBERS);
        }
        this.q = q;
        this.offsets = List.copyOf(offsets);
        this.samples = samples;
        this.time = time;
        this.losses = new Expr[offsets.size() + 1][2];
        this.risks = new Expr[offsets.size()];
    }

    Rational probability() {
        return q;
    }

    List<Rational> offsets() {
        return offsets;
    }

    /** N. */
    int samples() {
        return samples;
    }

    ForwardTime time() {
        return time;
    }

    private int size() {
        return offsets.size();
    }

    /** a^2/sigma^4. */
    Rational scale() {
        return time.a().pow(2).over(time.variance().pow(2));
    }

    private Expr truth() {
        return Expr.of(q.over(Rational.ONE.minus(q))).log().over(2);
    }

    private Expr offset(int k) {
        return k == size() ? truth() : Expr.of(offsets.get(k));
    }

    /** l_k(1) or l_k(-1) of the member k; the true score is the last one. */
    private synchronized Expr loss(int k, boolean one) {
        int side = one ? 1 : 0;
        if (losses[k][side] == null) {
            losses[k][side] = computedLoss(offset(k), one ? 1 : -1);
        }
        return losses[k][side];
    }

    /**
     * (a^2/sigma^4) E(tanh(w) - s)^2, w = (a/sigma) eps + s a^2/sigma^2 + b. With y = Im w, |tanh w - s| = 2/|e^{2w} + 1| or 2/|e^{-2w} + 1| is at most 2 for |y| <= pi/4 and at most
     * 2/sin(2|y|) up to pi/2: at most 2/cos(y) in either case.
     */
    private Expr computedLoss(Expr b, int s) {
        var center = Expr.of(time.a().pow(2).over(time.variance()).times(Rational.of(s))).plus(b);
        var body = X.times(time.ratio()).plus(center).tanh().minus(Expr.of(s)).square().times(Gauss.density(X));
        var most = K.square().over(2).exp().times(4).over(K.times(time.ratio()).cos().square());
        var strip = new StripBound(Expr.PI.over(time.ratio().times(2)), most, K, L.normalTail().times(8), L, Expr.ZERO, false);
        return StripIntegral.of(body, X, strip).times(Expr.of(scale()));
    }

    /** R_k as the excess of its expected loss over that of the true score. */
    Expr risk(int k) {
        synchronized (this) {
            if (risks[k] == null) {
                var ones = loss(k, true).minus(loss(size(), true)).times(Expr.of(q));
                risks[k] = ones.plus(loss(k, false).minus(loss(size(), false)).times(Expr.of(Rational.ONE.minus(q))));
            }
            return risks[k];
        }
    }

    /** R_k = (a^2/sigma^4) int (m_k - m)^2 p_t. With y = Im w, |tanh w| is at most 1 for |y| <= pi/4 and at most tan|y| up to pi/2; the law is a mixture of N(+-a, sigma^2). */
    Expr distance(int k) {
        var variance = Expr.of(time.variance());
        var line = X.times(Expr.of(time.a().over(time.variance())));
        var gap = line.plus(offset(k)).tanh().minus(line.plus(truth()).tanh());
        var a = time.signal();
        var sigma = time.noise();
        var density = Gauss.density(X.minus(a).over(sigma)).times(Expr.of(q)).plus(Gauss.density(X.plus(a).over(sigma)).times(Expr.of(Rational.ONE.minus(q)))).over(sigma);
        var most = K.square().over(variance.times(2)).exp().times(4).over(K.times(a).over(variance).cos().square());
        var tail = L.minus(a).over(sigma).normalTail().times(8);
        var strip = new StripBound(Expr.PI.times(variance).over(a.times(2)), most, K, tail, L, a, false);
        return StripIntegral.of(gap.square().times(density), X, strip).times(Expr.of(scale()));
    }

    /** min_k R_k. */
    Expr leastRisk() {
        var least = risk(0);
        for (int k = 1; k < size(); k++) {
            least = least.min(risk(k));
        }
        return least;
    }

    /** E R of the chosen member: with n ones of N it is the first that minimizes n l_k(1) + (N - n) l_k(-1). */
    Expr expectedRisk() {
        var weights = new TreeMap<List<Integer>, BigInteger>(Comparator.comparing(List::toString));
        // C(N, n) r^n (s - r)^{N - n} over s^N, q = r/s
        var ones = q.numerator();
        var others = q.denominator().subtract(ones);
        var binomial = BigInteger.ONE;
        for (int n = 0; n <= samples; n++) {
            weights.merge(choices().get(n), binomial.multiply(ones.pow(n)).multiply(others.pow(samples - n)), BigInteger::add);
            binomial = binomial.multiply(BigInteger.valueOf(samples - n)).divide(BigInteger.valueOf(n + 1L));
        }
        var total = q.denominator().pow(samples);
        var terms = new ArrayList<Expr>();
        weights.forEach((candidates, weight) -> terms.add(spread(candidates).times(Expr.of(Rational.of(weight, total)))));
        return Expr.sum(terms);
    }

    /** Any number between the least and the greatest of these risks. */
    private Expr spread(List<Integer> candidates) {
        var least = risk(candidates.get(0));
        if (candidates.size() == 1) {
            return least;
        }
        var most = least;
        for (int k : candidates) {
            least = least.min(risk(k));
            most = most.max(risk(k));
        }
        return least.plus(Expr.between(Rational.ZERO, Rational.ONE).times(most.minus(least)));
    }

    /** The members that may be chosen for each number of ones: one, unless losses are closer than the last precision tells. */
    private synchronized List<List<Integer>> choices() {
        if (choices == null) {
            var found = new ArrayList<List<Integer>>();
            for (int n = 0; n <= samples; n++) {
                found.add(null);
            }
            for (int bits : BITS) {
                if (found.stream().anyMatch(c -> c == null || c.size() > 1)) {
                    choose(found, new DyadicArithmetic(bits));
                }
            }
            choices = found;
        }
        return choices;
    }

    private void choose(List<List<Integer>> found, DyadicArithmetic arithmetic) {
        var sides = new ArrayList<Expr>();
        for (int k = 0; k < size(); k++) {
            sides.add(loss(k, true));
            sides.add(loss(k, false));
        }
        var enclosed = Tape.of(sides).evaluate(arithmetic);
        for (int n = 0; n <= samples; n++) {
            if (found.get(n) == null || found.get(n).size() > 1) {
                found.set(n, candidates(n, enclosed, arithmetic));
            }
        }
    }

    private List<Integer> candidates(int n, List<DyadicInterval> enclosed, DyadicArithmetic arithmetic) {
        var totals = new ArrayList<DyadicInterval>();
        for (int k = 0; k < size(); k++) {
            totals.add(arithmetic.add(arithmetic.multiply(arithmetic.of(Rational.of(n)), enclosed.get(2 * k)),
                arithmetic.multiply(arithmetic.of(Rational.of(samples - n)), enclosed.get(2 * k + 1))));
        }
        var bound = totals.stream().map(DyadicInterval::upper).reduce((x, y) -> x.min(y)).orElseThrow();
        var candidates = new ArrayList<Integer>();
        for (int k = 0; k < size(); k++) {
            if (totals.get(k).lower().compareTo(bound) <= 0) {
                candidates.add(k);
            }
        }
        int first = candidates.get(0);
        return candidates.stream().allMatch(k -> isTie(first, k, n)) ? List.of(first) : candidates;
    }

    /** Whether both have the same loss for certain: equal offsets, or opposite ones with as many ones as others, as l_k(1) is l(-1) of the opposite offset. */
    private boolean isTie(int first, int second, int n) {
        return offsets.get(first).equals(offsets.get(second)) || 2 * n == samples && offsets.get(first).equals(offsets.get(second).negate());
    }

    /** 3 min_k R_k + (224/3)(a^2/sigma^4)(1 + log(2K))/N. */
    Expr bound() {
        var log = Expr.of(2L * size()).log().plus(Expr.ONE);
        return leastRisk().times(3).plus(log.times(Expr.of(scale().times(Rational.of(224, 3L * samples)))));
    }

    /** 4 a^2/sigma^4, which bounds every R_k as |m_k| <= 1. */
    Rational trivialBound() {
        return scale().times(Rational.of(4));
    }
}
