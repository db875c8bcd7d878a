package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.network.RationalFunctionNetwork;
import org.apodix.network.SignReluGates;

/**
 * Marginals of a mixture on [-R, R]^d and their Taylor polynomials: the model of the family {@code mixture_taylor}.
 *
 * @param degree K: exp(-z) is replaced by its first K terms
 * @param alpha  parameter of the activation of the network, d = 1; null for d >= 2
 * @param points points of [-1, 1]^d, to be multiplied by R
 */
record TaylorInstance(Mixture mixture, Rational radius, int degree, Rational alpha, List<List<Rational>> points) {

    private static final int ENCLOSED_BITS = 192;

    boolean isOnLine() {
        return mixture.dimension() == 1;
    }

    List<Expr> point(List<Rational> t) {
        return t.stream().map(x -> Expr.of(x.times(radius))).toList();
    }

    /** m_nc, or m_cr in more dimensions. */
    Expr leastExpression() {
        return isOnLine() ? mixture.nearestComponent(radius) : mixture.crude(radius);
    }

    Rational least() {
        return Tape.of(List.of(leastExpression())).evaluate(new DyadicArithmetic(ENCLOSED_BITS)).get(0).lower().toRational();
    }

    Rational error(int c) {
        return mixture.taylorBound(c, radius, degree, 0);
    }

    boolean isUseful() {
        return error(mixture.dimension()).compareTo(least()) < 0;
    }

    /** t -> P_1(Rt)/P_2(Rt) on [-1, 1], of one dimension: widths 2K, 4, 2; needs eps_2 < m_nc. */
    Network network() {
        var bounds = new QuotientNetwork(mixture.mass(0).plus(error(0)), least().minus(error(1)), Rational.ONE.plus(error(1)));
        return new RationalFunctionNetwork(mixture.taylorCoefficients(0, degree, radius), mixture.taylorCoefficients(1, degree, radius), degree, bounds)
            .network(new SignReluGates(alpha));
    }

    /** The interpolant of component c at 2K Chebyshev nodes of [-R, R], in Lagrange's form. */
    Expr chebyshev(int c, Expr x) {
        int n = 2 * degree;
        var nodes = new Expr[n];
        for (int j = 0; j < n; j++) {
            nodes[j] = Expr.PI.times(Expr.of(2L * j + 1, 2L * n)).cos().times(Expr.of(radius));
        }
        var terms = new java.util.ArrayList<Expr>();
        for (int j = 0; j < n; j++) {
            Expr term = mixture.component(c, List.of(nodes[j]));
            for (int l = 0; l < n; l++) {
                term = l == j ? term : term.times(x.minus(nodes[l])).over(nodes[j].minus(nodes[l]));
            }
            terms.add(term);
        }
        return Expr.sum(terms);
    }

    /** K is the least with eps_2 < m/10. */
    static TaylorInstance draw(Draw draw) {
        int dimension = draw.of(1, 1, 2, 3);
        var mixture = Mixture.draw(draw, dimension);
        var radius = Rational.of(draw.integer(2, dimension == 1 ? 8 : 4), 4);
        var points = draw.list(dimension == 1 ? draw.integer(1, 2) : 1, p -> List.copyOf(p.list(dimension, x -> Simple.within(x, Rational.ONE))));
        var alpha = dimension == 1 ? Simple.alpha(draw) : null;
        var model = new TaylorInstance(mixture, radius, 2, alpha, points);
        var goal = model.least().over(Rational.of(10));
        int degree = 2;
        while (degree < 60 && mixture.taylorBound(dimension, radius, degree, 0).compareTo(goal) >= 0) {
            degree++;
        }
        return new TaylorInstance(mixture, radius, degree, alpha, points);
    }
}
