package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A law on finitely many points of the line.
 *
 * @param weights positive; they add to 1
 */
record Atoms(List<Rational> points, List<Rational> weights) {

    private static final int MOST = 8;

    /** "points" in [-1, 1] and "weights". */
    static Atoms read(Fields fields) {
        var points = fields.rationals("points");
        var weights = BayesianNetwork.law("weights", fields.rationals("weights"), false);
        if (points.size() != weights.size() || points.size() > MOST || points.stream().anyMatch(x -> x.abs().compareTo(Rational.ONE) > 0)) {
            throw new BadInput("\"points\" has " + points.size() + " and \"weights\" " + weights.size() + " entries; give one weight for each of at most " + MOST
                + " points in [-1, 1]");
        }
        return new Atoms(points, weights);
    }

    int size() {
        return points.size();
    }

    /** The largest |x_j|. */
    Rational radius() {
        return points.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::max);
    }

    Rational secondMoment() {
        return IntStream.range(0, size()).mapToObj(j -> weights.get(j).times(points.get(j).pow(2))).reduce(Rational.ZERO, Rational::plus);
    }

    /** The sum over the points of a term. */
    Expr sum(IntFunction<Expr> term) {
        return Expr.sum(IntStream.range(0, size()).mapToObj(term).toList());
    }

    /** The density at x of the law plus N(0, t). */
    Expr density(Expr x, Expr t) {
        return sum(j -> Expr.of(weights.get(j)).times(Diffused.normal(x.minus(Expr.of(points.get(j))).over(t.sqrt())))).over(t.sqrt());
    }

    /** exp((2 x x_j - x_j^2)/(2t)): the density of N(x_j, t) at x over that of N(0, t). */
    Expr likelihood(int j, Expr x, Expr t) {
        var point = Expr.of(points.get(j));
        return point.times(x.times(2).minus(point)).over(t.times(2)).exp();
    }

    /** Two or three, seldom four, of the points -1, -3/4, ..., 1; weights from small integers. */
    static Atoms draw(Draw draw) {
        int size = draw.of(2, 2, 3, 3, 4);
        int step = draw.integer(1, 8 / (size - 1));
        int first = draw.integer(0, 8 - step * (size - 1));
        var points = IntStream.range(0, size).mapToObj(j -> Rational.of(first + (long) step * j - 4, 4)).toList();
        return new Atoms(points, BayesianNetwork.law(draw, size, false));
    }
}
