package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
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

    static final Quantity<LowerBound> BOUND = Quantity.of("lowerBound", "\\tfrac12LN^{-\\beta}\\|B\\|_1\\big(1-\\sqrt{1-A^{2n}}\\big)", "", b ->
        Expr.of(b.scale().times(b.l1()).over(Rational.TWO)).times(Expr.ONE.minus(Expr.ONE.minus(Expr.of(b.affinity()).pow(2 * b.n)).sqrt())));
    static final Quantity<LowerBound> AFFINITY = Quantity.of("affinityLower", "A", "$1-\\frac{1+s^2}2L^2N^{-2\\beta-d}\\|B\\|_2^2$",
        b -> Expr.of(b.affinity()));
    static final Quantity<LowerBound> SUP = Quantity.of("supDelta", "s", "$LN^{-\\beta}\\sup|B|$; for $\\beta=2$ with an upper bound of $\\sup|B|$",
        b -> Expr.of(b.sup()));
    static final Quantity<LowerBound> RISK = Quantity.of("risk_without_data", "\\tfrac12\\textstyle\\int|1-p_\\omega|", "risk of the uniform density, the same for all "
        + "$\\omega$: $N^d$ cells, each with half the integral of its bump, from its pieces", b -> Expr.of(b.riskOfUniform()));
    static final Quantity<LowerBound> FORMULA_L2 = Quantity.of("l2_formula", "\\|B\\|_2^2", "the moment that the bound uses", b -> Expr.of(b.l2()));
    static final Quantity<LowerBound> PIECES_L2 = Quantity.of("l2_pieces", "\\textstyle\\int B^2", "from the pieces of the bump", b -> Expr.of(b.piecesL2()));
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

    /** L N^-beta. */
    private Rational scale() {
        return l.times(Rational.of(bins).pow(-beta));
    }

    /** The factor before the product of the one-dimensional bumps. */
    private Rational factor() {
        return beta == 1 ? Rational.of(4).pow(d - 1) : Rational.of(500, 9).pow(d - 1).over(Rational.TWO);
    }

    private Rational l1() {
        return beta == 1 ? Rational.of(1, 4).times(Rational.of(1, 2).pow(d)) : factor().times(Rational.of(1, 96).pow(d));
    }

    private Rational l2() {
        return beta == 1 ? Rational.of(1, 16).times(Rational.of(1, 3).pow(d)) : factor().pow(2).times(Rational.of(1, 6930).pow(d));
    }

    Rational sup() {
        return scale().times(beta == 1 ? Rational.of(1, 4) : factor().times(Rational.of(9, 500).pow(d)));
    }

    private Rational affinity() {
        var s = sup();
        var square = l.times(l).times(Rational.of(bins).pow(-2 * beta - d)).times(l2());
        return Rational.ONE.minus(Rational.ONE.plus(s.times(s)).times(square).over(Rational.TWO));
    }

    /** The pieces of b on [0, 1] between changes of sign or of form: ends and coefficients. */
    private List<Piece> pieces() {
        if (beta == 2) {
            // u^2 (1 - u)^2 (1 - 2u)
            var b = coefficients(0, 0, 1, -4, 5, -2);
            return List.of(new Piece(Rational.ZERO, Rational.of(1, 2), b), new Piece(Rational.of(1, 2), Rational.ONE, b));
        }
        var falling = List.of(Rational.of(1, 2), Rational.of(-1));
        return List.of(new Piece(Rational.ZERO, Rational.of(1, 4), coefficients(0, 1)), new Piece(Rational.of(1, 4), Rational.of(1, 2), falling),
            new Piece(Rational.of(1, 2), Rational.of(3, 4), falling), new Piece(Rational.of(3, 4), Rational.ONE, coefficients(-1, 1)));
    }

    private static List<Rational> coefficients(long... c) {
        return java.util.stream.LongStream.of(c).mapToObj(Rational::of).toList();
    }

    /** A polynomial that keeps its sign between two ends. */
    private record Piece(Rational from, Rational to, List<Rational> c) {

        static Rational integral(Rational from, Rational to, List<Rational> c) {
            var sum = Rational.ZERO;
            for (int k = 0; k < c.size(); k++) {
                sum = sum.plus(c.get(k).over(Rational.of(k + 1)).times(to.pow(k + 1).minus(from.pow(k + 1))));
            }
            return sum;
        }

        Rational absolute() {
            return integral(from, to, c).abs();
        }

        Rational square() {
            var product = new ArrayList<Rational>();
            for (int k = 0; k < 2 * c.size() - 1; k++) {
                var sum = Rational.ZERO;
                for (int i = Math.max(0, k - c.size() + 1); i <= Math.min(k, c.size() - 1); i++) {
                    sum = sum.plus(c.get(i).times(c.get(k - i)));
                }
                product.add(sum);
            }
            return integral(from, to, product);
        }
    }

    private Rational riskOfUniform() {
        var one = pieces().stream().map(Piece::absolute).reduce(Rational.ZERO, Rational::plus);
        return scale().times(factor()).times(one.pow(d)).over(Rational.TWO);
    }

    private Rational piecesL2() {
        var one = pieces().stream().map(Piece::square).reduce(Rational.ZERO, Rational::plus);
        return factor().pow(2).times(one.pow(d));
    }

    boolean isSandwiched() {
        return beta == 1 && d == 2 && n > 0;
    }

    /** beta 1 or 2, d up to 4, L in Z/4 up to 4, made smaller where the densities would not be positive. */
    static LowerBound draw(Draw draw) {
        int beta = draw.integer(1, 2);
        int d = draw.integer(1, 4);
        int bins = draw.integer(1, 200);
        int n = draw.of(0, 1, draw.integer(1, 1000), draw.integer(1, 100_000_000));
        var bound = new LowerBound(n, bins, Rational.of(draw.integer(1, 16), 4), beta, d);
        return bound.sup().compareTo(Rational.ONE) < 0 ? bound : new LowerBound(n, bins, Rational.of(1, 4), beta, d);
    }
}
