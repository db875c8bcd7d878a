package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;
import org.apodix.network.Network;
import org.apodix.network.RidgePolynomial;
import org.apodix.network.SignReluGates;

/**
 * A polynomial of even degree, its approximation by one hidden layer, and a point: the model of the family {@code ridge}.
 *
 * @param radius H in (0, 1), the largest node
 * @param u      a point of [-1, 1]
 */
record RidgeInstance(Rational alpha, List<Rational> coefficients, Rational radius, Rational u) {

    static final Variable U = new Variable("u");

    RidgePolynomial ridge() {
        return new RidgePolynomial(coefficients, radius);
    }

    Network network() {
        return ridge().network(new SignReluGates(alpha));
    }

    int degree() {
        return coefficients.size() - 1;
    }

    /** sum_i c_i / (1 - h_i u). */
    Expr value(Expr u) {
        var ridge = ridge();
        var terms = new ArrayList<Expr>();
        for (int i = 0; i <= degree(); i++) {
            terms.add(Expr.of(ridge.coefficient(i)).over(Expr.ONE.minus(Expr.of(ridge.node(i)).times(u))));
        }
        return Expr.sum(terms);
    }

    Expr polynomial(Expr u) {
        return RationalInstance.polynomial(coefficients, u);
    }

    /** -u^{k+1} / prod_i (1 - h_i u) sum_l a_l sum_{j <= l} e_j u^{l-j}, omega(z) = prod_i (z - h_i) = sum_j e_j z^j. */
    Expr error(Expr u) {
        var ridge = ridge();
        Expr product = Expr.ONE;
        var omega = new ArrayList<Rational>(List.of(Rational.ONE));
        for (int i = 0; i <= degree(); i++) {
            product = product.times(Expr.ONE.minus(Expr.of(ridge.node(i)).times(u)));
            omega.add(0, Rational.ZERO);
            for (int j = 0; j + 1 < omega.size(); j++) {
                omega.set(j, omega.get(j).minus(ridge.node(i).times(omega.get(j + 1))));
            }
        }
        Expr sum = Expr.ZERO;
        for (int power = 0; power <= degree(); power++) {
            // the coefficient of u^power: sum over l - j = power
            var coefficient = Rational.ZERO;
            for (int l = power; l <= degree(); l++) {
                coefficient = coefficient.plus(coefficients.get(l).times(omega.get(l - power)));
            }
            sum = sum.plus(Expr.of(coefficient).times(u.pow(power)));
        }
        return sum.times(u.pow(degree() + 1)).over(product).negate();
    }

    /** |a|_1. */
    Rational size() {
        return coefficients.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
    }

    /** delta(H). */
    Expr bound() {
        int k = degree() + 1;
        var h = Expr.of(radius);
        return Expr.ONE.plus(h).pow(k).minus(Expr.ONE).minus(h.times(k)).times(Expr.of(size())).over(Expr.ONE.minus(h).pow(k));
    }

    static RidgeInstance draw(Draw draw) {
        int degree = 2 * draw.integer(1, 3);
        var coefficients = draw.list(degree + 1, a -> a.rational(-3, 3, 4));
        var radius = draw.yes() ? Rational.of(1, draw.integer(2, 100)) : Rational.of(draw.integer(1, 19), 20);
        return new RidgeInstance(Simple.alpha(draw), coefficients, radius, Simple.within(draw, Rational.ONE));
    }
}
