package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/**
 * The minimax lower bound of F14 over N^d bumps of smoothness beta in a cube, from n samples, and for beta = 1, d = 2 the upper bound of F16 in
 * the same class on D coordinates with the same N.
 */
record LowerBound(int n, int bins, Rational l, int beta, int d) {

    private static final int MOST_SAMPLES = 1_000_000_000;
    private static final int MOST_BINS = 10_000;

    static final Quantity<LowerBound> BOUND = Quantity.of("lowerBound", "\\tfrac12LN^{-\\beta}\\|B\\|_1\\big(1-\\sqrt{1-A^{2n}}\\big)", "", b -> b.bound(2 * b.n));
    static final Quantity<LowerBound> FEWER = Quantity.of("lowerBound_fewer", "\\tfrac12LN^{-\\beta}\\|B\\|_1\\big(1-\\sqrt{1-A^n}\\big)", "as if there were half as many samples",
        b -> b.bound(b.n));
    static final Quantity<LowerBound> AFFINITY = Quantity.of("affinityLower", "A", "$1-\\frac{1+s^2}2L^2N^{-2\\beta-d}\\|B\\|_2^2$",
        b -> Expr.of(b.affinity()));
    static final Quantity<LowerBound> SUP = Quantity.of("supDelta", "s", "$LN^{-\\beta}\\sup|B|$; for $\\beta=2$ with an upper bound of $\\sup|B|$",
        b -> Expr.of(b.sup()));
    static final Quantity<LowerBound> RISK = Quantity.of("risk_without_data", "\\tfrac12\\textstyle\\int|1-p_\\omega|", "risk of the uniform density, the same for all "
        + "$\\omega$: $N^d$ cells, each with half the integral of its bump, from its pieces", b -> Expr.of(b.riskOfUniform()));
    static final Quantity<LowerBound> FORMULA_L2 = Quantity.of("l2_formula", "\\|B\\|_2^2", "the moment that the bound uses", b -> Expr.of(b.l2()));
    static final Quantity<LowerBound> PIECES_L2 = Quantity.of("l2_pieces", "\\textstyle\\int B^2", "from the pieces of the bump", b -> Expr.of(b.bump().absoluteMoment(2)));
    static final Quantity<LowerBound> TRUE_AFFINITY = Quantity.of("affinity_below", "\\textstyle\\int\\sqrt{p_+p_-}", "from below, by five moments of the bump", b ->
        Expr.of(b.affinity(true)));
    static final Quantity<LowerBound> AFFINITY_ABOVE = Quantity.of("affinity_above", "\\textstyle\\int\\sqrt{p_+p_-}", "from above, by four moments of the bump", b ->
        Expr.of(b.affinity(false)));
    static final Quantity<LowerBound> SECOND_ORDER = Quantity.of("affinity_2", "1-\\tfrac12L^2N^{-2\\beta-d}\\|B\\|_2^2", "without $s^2$", b -> Expr.of(Rational.ONE.minus(b.power(2)
        .over(Rational.TWO))));
    static final Quantity<LowerBound> TESTED = Quantity.of("risk_of_tests", "\\tfrac12LN^{-\\beta}\\|B\\|_1\\big(1-TV(P_+^n,P_-^n)\\big)",
        "risk of the estimator that decides every sign by its likelihood, $n=1$ or $2$: each of $N^d$ signs is wrong with half of the probability $1-TV$ and costs $\\|\\Delta_k\\|_1$",
        b -> Expr.of(b.riskOfUniform().times(Rational.ONE.minus(b.n == 1 ? b.power(1) : b.twoSamples()))));
    static final Quantity<LowerBound> ONE_SAMPLE = Quantity.of("tv_one_sample", "TV(P_+,P_-)", "one sample: half of the integral of $2|\\Delta_k|$", b -> Expr.of(b.power(1)));
    static final Quantity<LowerBound> ONE_BOUND = Quantity.of("tv_one_bound", "\\sqrt{1-A^2}", "", b -> Expr.of(Rational.ONE.minus(b.affinity().pow(2))).sqrt());
    static final Quantity<LowerBound> DEFECT = Quantity.of("bump_defect", "|\\textstyle\\int b|+\\text{jumps}", "of $b$, and for $\\beta=2$ of $b'$, at the ends of the pieces and of "
        + "$[0,1]$", b -> Expr.of(b.bump().defect()));
    static final Quantity<LowerBound> SUP_BUMP = Quantity.of("sup_bump", "LN^{-\\beta}\\sup|B|", "from the pieces of the bump", b -> Expr.of(b.scale()).times(b.bump().supremum()));
    static final Quantity<LowerBound> DERIVATIVE = Quantity.of("bump_derivative", "\\sup|D^\\beta B|", "the largest partial derivative of order $\\beta$, from the pieces", b ->
        b.bump().derivative());
    static final Quantity<LowerBound> UPPER = Quantity.of("upperBound", "\\tfrac L{3N}+\\tfrac12\\sqrt{\\tfrac{N^2-1}n}", "F16 for two coordinates, with the same N",
        b -> Expr.of(b.l.over(Rational.of(3L * b.bins))).plus(Expr.of(Rational.of((long) b.bins * b.bins - 1, b.n)).sqrt().over(2)));

    static final InstanceFamily<LowerBound> FAMILY = new InstanceFamily<>("lower_bound", LowerBound.class, Set.of("n", "N", "L", "beta", "d"), b -> true,
        LowerBound::read, (b, json) -> json.put("n", b.n).put("N", b.bins).put("L", b.l.toString()).put("beta", b.beta).put("d", b.d),
        List.of(BOUND, AFFINITY, SUP));

    private static LowerBound read(Fields fields) {
        var bound = new LowerBound(fields.integer("n", 0, MOST_SAMPLES), fields.integer("N", 1, MOST_BINS), fields.rational("L"),
            fields.integer("beta", 1, 2), fields.integer("d", 1, 8));
        if (bound.l.signum() <= 0 || bound.sup().compareTo(Rational.ONE) >= 0) {
            throw new BadInput("\"L\" is " + Fields.shorten(bound.l.toString()) + "; it must be positive, with L N^-beta sup|B| = "
                + Fields.shorten(bound.sup().toString()) + " below 1, so that the densities are positive");
        }
        return bound;
    }

    private Expr bound(int power) {
        return Expr.of(scale().times(l1()).over(Rational.TWO)).times(Expr.ONE.minus(Expr.ONE.minus(Expr.of(affinity()).pow(power)).sqrt()));
    }

    /** L N^-beta. */
    private Rational scale() {
        return l.times(Rational.of(bins).pow(-beta));
    }

    private Rational l1() {
        return beta == 1 ? Rational.of(1, 4).times(Rational.of(1, 2).pow(d)) : bump().factor().times(Rational.of(1, 96).pow(d));
    }

    private Rational l2() {
        return beta == 1 ? Rational.of(1, 16).times(Rational.of(1, 3).pow(d)) : bump().factor().pow(2).times(Rational.of(1, 6930).pow(d));
    }

    Rational sup() {
        return scale().times(beta == 1 ? Rational.of(1, 4) : bump().factor().times(Rational.of(9, 500).pow(d)));
    }

    private Rational affinity() {
        var s = sup();
        var square = l.times(l).times(Rational.of(bins).pow(-2 * beta - d)).times(l2());
        return Rational.ONE.minus(Rational.ONE.plus(s.times(s)).times(square).over(Rational.TWO));
    }

    private Bump bump() {
        return new Bump(beta, d);
    }

    private Rational riskOfUniform() {
        return scale().times(bump().absoluteMoment(1)).over(Rational.TWO);
    }

    /**
     * sqrt(1 - y) = 1 - sum_k c_k y^k with c_k > 0 of sum 1: with y = Delta^2 on one of the N^d cells the affinity is at most 1 minus the terms up to y^4, and at least that
     * minus the integral of y^5.
     */
    private Rational affinity(boolean fromBelow) {
        var series = List.of(Rational.of(1, 2), Rational.of(1, 8), Rational.of(1, 16), Rational.of(5, 128));
        var loss = Rational.ZERO;
        for (int k = 1; k <= series.size(); k++) {
            loss = loss.plus(series.get(k - 1).times(power(2 * k)));
        }
        loss = fromBelow ? loss.plus(power(2 * series.size() + 2)) : loss;
        return Rational.ONE.minus(loss);
    }

    /** The integral of |Delta|^k over its cell. */
    private Rational power(int k) {
        return scale().pow(k).times(bump().absoluteMoment(k)).over(Rational.of(bins).pow(d));
    }

    /**
     * TV(P_+^2, P_-^2) = E|Delta(X) + Delta(Y)| for uniform X, Y, because (1 + a)(1 + b) - (1 - a)(1 - b) = 2 (a + b). For beta = 1 and d = 1 Delta(X) is uniform on
     * [-s, s] in the cell, which X hits with probability h = 1/N, and 0 elsewhere: h^2 2s/3 + 2h (1 - h) s/2.
     */
    private Rational twoSamples() {
        var h = Rational.of(1, bins);
        return sup().times(h).times(h.times(Rational.of(2, 3)).plus(Rational.ONE.minus(h)));
    }

    /** Where the distance of all samples is known exactly: one sample, or two with the triangular bump on the line. */
    boolean isTested() {
        return n == 1 || n == 2 && beta == 1 && d == 1;
    }

    /** Suprema of the smooth bump take time and depend on beta and d alone: they are taken where the scale is that of one cell. */
    boolean isUnscaled() {
        return beta == 1 || bins == 1;
    }

    boolean isSandwiched() {
        return beta == 1 && d == 2 && n > 0;
    }

    /** beta 1 or 2, d up to 4, L in Z/4 up to 4, made smaller where the densities would not be positive. */
    static LowerBound draw(Draw draw) {
        int beta = draw.integer(1, 2);
        int d = draw.integer(1, 4);
        int bins = draw.integer(1, 200);
        int n = draw.of(0, d == 1 ? 2 : 1, draw.integer(1, 1000), draw.integer(1, 100_000_000));
        var bound = new LowerBound(n, bins, Rational.of(draw.integer(1, 16), 4), beta, d);
        return bound.sup().compareTo(Rational.ONE) < 0 ? bound : new LowerBound(n, bins, Rational.of(1, 4), beta, d);
    }
}
