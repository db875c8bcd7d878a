package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Supremum;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;
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
 * @param known  a rational lower bound of F_2
 * @param ridges the construction of a network, d >= 2
 */
record TaylorInstance(Mixture mixture, Rational radius, int degree, Rational alpha, List<List<Rational>> points, Derived<Rational> known, Derived<RidgeMarginals> ridges) {

    private static final int ENCLOSED_BITS = 192;
    /** Of random instances: a greater one takes a second or more, and is left to edges and files. */
    private static final int MOST_DEGREE = 32;
    /** Terms of the series of a remainder, at most, and how small what is left of it should be. */
    private static final int MOST_TERMS = 80;
    private static final Rational SMALL = Rational.TWO.pow(-140);

    TaylorInstance(Mixture mixture, Rational radius, int degree, Rational alpha, List<List<Rational>> points) {
        this(mixture, radius, degree, alpha, points, new Derived<>(() -> lower(leastExpression(mixture, radius))),
            new Derived<>(() -> new RidgeMarginals(mixture, radius, degree)));
    }

    boolean isOnLine() {
        return mixture.dimension() == 1;
    }

    List<Expr> point(List<Rational> t) {
        return t.stream().map(x -> Expr.of(x.times(radius))).toList();
    }

    /** m_nc, or m_cr in more dimensions. */
    Expr leastExpression() {
        return leastExpression(mixture, radius);
    }

    private static Expr leastExpression(Mixture mixture, Rational radius) {
        return mixture.dimension() == 1 ? mixture.nearestComponent(radius) : mixture.crude(radius);
    }

    private static Rational lower(Expr value) {
        return Tape.of(List.of(value)).evaluate(new DyadicArithmetic(ENCLOSED_BITS)).get(0).lower().toRational();
    }

    /** A rational lower bound of m_nc or m_cr. */
    Rational least() {
        return known.value();
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

    /** Whether the network of ridge polynomials is small enough to be built, and its denominator positive. */
    boolean isRidge() {
        return !isOnLine() && degree <= 5 - (mixture.dimension() - 1) && ridges.value().error(mixture.dimension()).compareTo(least()) < 0;
    }

    /** The values of the network of ridge polynomials, alpha = 1, at the first point; exact. */
    List<Rational> ridgeValues() {
        return ridges.value().network(new SignReluGates(Rational.ONE), least()).at(points.get(0).stream().map(t -> t.times(radius)).toList());
    }

    /**
     * F_c - P_c at a point without cancellation: exp(-z) - T_K(z) = (-z)^K/K! phi_K(z), phi_K(z) = 1 - z/(K + 1) phi_{K+1}(z), which lies in [0, 1] as a mean of exp(-z u), u in
     * [0, 1]. The last phi is that range, which a supremum takes for a constant; what it encloses holds for every constant, and so for a phi that varies with x.
     */
    Expr remainder(int c, List<? extends Expr> x) {
        var coefficients = mixture.coefficients(c);
        var terms = new java.util.ArrayList<Expr>();
        for (int i = 0; i < mixture.size(); i++) {
            var z = mixture.exponent(i, x);
            Expr mean = Expr.between(Rational.ZERO, Rational.ONE);
            for (int k = degree + moreTerms(i); k > degree; k--) {
                mean = Expr.ONE.minus(z.over(k).times(mean));
            }
            var size = coefficients.get(i).over(Mixture.factorial(degree));
            terms.add(Expr.of(degree % 2 == 0 ? size : size.negate()).times(z.pow(degree)).times(mean));
        }
        return Expr.sum(terms);
    }

    /** A number of terms with z^J K!/(K + J)! small for all z that are met. */
    private int moreTerms(int i) {
        var z = mixture.farthest(i, radius).over(Rational.TWO);
        var rest = Rational.ONE;
        int terms = 0;
        while (terms < MOST_TERMS && rest.compareTo(SMALL) > 0) {
            terms++;
            rest = rest.times(z).over(Rational.of(degree + (long) terms));
        }
        return terms;
    }

    /** sup |F_c - P_c| over [-R, R], of one dimension. */
    Expr supremum(int c) {
        var x = new Variable("x");
        return over(x, remainder(c, List.of(x)));
    }

    /** sup |F_1/F_2 - P_1/P_2| over [-R, R]: with e_j = F_j - P_j, the difference is (e_1 - (F_1/F_2) e_2)/(F_2 - e_2). */
    Expr quotientSupremum() {
        var x = new Variable("x");
        var point = List.of(x);
        var e2 = remainder(1, point);
        var f2 = mixture.component(1, point);
        return over(x, remainder(0, point).minus(mixture.component(0, point).over(f2).times(e2)).over(f2.minus(e2)));
    }

    private Expr over(Variable x, Expr error) {
        return Supremum.of(error.abs(), x, Expr.of(radius.negate()), Expr.of(radius));
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

    /** K is the least with eps_2 < m/10, but at most {@link #MOST_DEGREE}; in the plane and in space every other instance is small enough for a network of few units. */
    static TaylorInstance draw(Draw draw) {
        int dimension = draw.of(1, 2, 3);
        var mixture = Mixture.draw(draw, dimension);
        boolean small = dimension > 1 && draw.yes();
        if (small) {
            mixture = new Mixture(mixture.weights(), mixture.atoms(), Rational.of(1, 10));
        }
        var radius = Rational.of(small ? draw.integer(1, 2) : draw.integer(2, dimension == 1 ? 8 : 4), 4);
        var points = draw.list(dimension == 1 ? draw.integer(1, 2) : 1, p -> List.copyOf(p.list(dimension, x -> Simple.within(x, Rational.ONE))));
        var alpha = dimension == 1 ? Simple.alpha(draw) : null;
        var goal = lower(leastExpression(mixture, radius)).over(Rational.of(small ? 3 : 10));
        int degree = 2;
        while (degree < MOST_DEGREE && mixture.taylorBound(dimension, radius, degree, 0).compareTo(goal) >= 0) {
            degree++;
        }
        return new TaylorInstance(mixture, radius, degree, alpha, points);
    }
}
