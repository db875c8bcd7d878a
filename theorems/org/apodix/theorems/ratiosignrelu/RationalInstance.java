package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;
import org.apodix.network.RationalFunctionNetwork;
import org.apodix.network.SignReluGates;

/**
 * A rational function Q/S on [-1, 1] and a point of it: the model of the family {@code rational}.
 *
 * @param numerator   coefficients of Q by increasing power
 * @param denominator coefficients of S
 * @param pairs       K, half the number of units
 */
record RationalInstance(Rational alpha, List<Rational> numerator, List<Rational> denominator, int pairs, Rational t) {

    static final Variable T = new Variable("t");

    SignReluGates gates() {
        return new SignReluGates(alpha);
    }

    RationalFunctionNetwork function() {
        return new RationalFunctionNetwork(numerator, denominator, pairs);
    }

    /** A polynomial at a point. */
    static Expr polynomial(List<Rational> coefficients, Expr t) {
        Expr sum = Expr.of(coefficients.get(coefficients.size() - 1));
        for (int i = coefficients.size() - 2; i >= 0; i--) {
            sum = sum.times(t).plus(Expr.of(coefficients.get(i)));
        }
        return sum;
    }

    /** Pi(t) = prod_j (c_j^2 - t^2), c_j = 2 + j/K. */
    Expr poles(Expr t) {
        Expr product = Expr.ONE;
        for (int j = 0; j < pairs; j++) {
            product = product.times(Expr.of(Rational.TWO.plus(Rational.of(j, pairs)).pow(2)).minus(t.square()));
        }
        return product;
    }

    static RationalInstance draw(Draw draw) {
        int pairs = draw.integer(1, 6);
        var numerator = draw.list(draw.integer(1, 2 * pairs), RationalInstance::drawCoefficient);
        var tail = draw.list(draw.integer(0, 2 * pairs - 1), RationalInstance::drawCoefficient);
        var excess = Simple.positive(draw, 20, 9);
        var denominator = new ArrayList<Rational>();
        denominator.add(tail.stream().map(Rational::abs).reduce(excess, Rational::plus));
        denominator.addAll(tail);
        return new RationalInstance(Simple.alpha(draw), List.copyOf(numerator), List.copyOf(denominator), pairs,
            Simple.within(draw, Rational.ONE));
    }

    private static Rational drawCoefficient(Draw draw) {
        return Rational.of(draw.integer(-20, 20), draw.integer(1, 9));
    }
}
