package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The mixture sum_k weight_k N(center_k, v I): a population where v > 0, points where v = 0.
 *
 * @param weights  positive, of sum 1
 * @param centers  of the same dimension
 * @param variance v, not negative
 */
record Law(List<Rational> weights, List<List<Rational>> centers, Rational variance) {

    /** The empirical measure of a sample. */
    static Law empirical(List<List<Rational>> sample) {
        return new Law(java.util.Collections.nCopies(sample.size(), Rational.of(1, sample.size())), sample, Rational.ZERO);
    }

    int dimension() {
        return centers.get(0).size();
    }

    /** chi(omega) = E e^{i omega.X}. */
    ComplexExpr characteristic(List<Rational> omega) {
        var re = new ArrayList<Expr>();
        var im = new ArrayList<Expr>();
        for (int k = 0; k < weights.size(); k++) {
            var turn = ComplexExpr.unit(Expr.of(Simple.dot(omega, centers.get(k)))).scale(Expr.of(weights.get(k)));
            re.add(turn.re());
            im.add(turn.im());
        }
        var decay = Expr.of(variance.times(Simple.dot(omega, omega)).over(Rational.of(-2))).exp();
        return new ComplexExpr(Expr.sum(re), Expr.sum(im)).scale(decay);
    }

    /** Half of the distance of two centers, squared. */
    Rational squaredHalfDistance() {
        var sum = Rational.ZERO;
        for (int i = 0; i < dimension(); i++) {
            var difference = centers.get(0).get(i).minus(centers.get(1).get(i));
            sum = sum.plus(difference.times(difference));
        }
        return sum.over(Rational.of(4));
    }

    /** C = h(p_T) - h(p_0) of G2b: of one Gaussian, or of two modes of equal weight; other laws are rejected. */
    Expr scoreEnergy(Rational horizon) {
        var late = variance.plus(horizon);
        var gaussian = Expr.of(late.over(variance)).log().times(dimension()).over(2);
        if (centers.size() == 1) {
            return gaussian;
        }
        if (centers.size() != 2 || !weights.get(0).equals(weights.get(1))) {
            throw new IllegalArgumentException("the score energy of a mixture with the weights " + weights + ": it is known for one center and two equal ones");
        }
        var square = squaredHalfDistance();
        return gaussian.minus(SignInformation.of(square.over(variance)).minus(SignInformation.of(square.over(late))));
    }
}
