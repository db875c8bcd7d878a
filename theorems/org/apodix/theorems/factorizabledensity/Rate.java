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
 * Exponents of n in F13: smoothness beta, effective dimension d, ambient dimension D >= d, and a grid of N = n^nu.
 */
record Rate(Rational beta, int d, int ambient, Rational nu) {

    static final Quantity<Rate> EXPONENT = Quantity.of("r", "\\tfrac\\beta{2\\beta+d}", "", r -> Expr.of(r.exponent(r.d)));
    static final Quantity<Rate> BIAS = Quantity.of("bias", "\\beta\\nu^*", "bias exponent at $\\nu^*=\\frac1{2\\beta+d}$", r -> Expr.of(r.beta.times(r.best())));
    static final Quantity<Rate> DEVIATION = Quantity.of("deviation", "\\tfrac{1-d\\nu^*}2", "exponent of the standard deviation there", r ->
        Expr.of(r.deviation(r.best())));
    static final Quantity<Rate> AT_BALANCE = Quantity.of("at_best", "\\min(\\beta\\nu^*,\\tfrac{1-d\\nu^*}2)", "", r -> r.at(r.best()));
    static final Quantity<Rate> AT_NU = Quantity.of("at_nu", "\\min(\\beta\\nu,\\tfrac{1-d\\nu}2)", "", r -> r.at(r.nu));
    static final Quantity<Rate> GAIN = Quantity.of("gain", "\\tfrac\\beta{2\\beta+d}-\\tfrac\\beta{2\\beta+D}", "", r ->
        Expr.of(r.exponent(r.d).minus(r.exponent(r.ambient))));
    static final Quantity<Rate> GAIN_FORMULA = Quantity.of("gain_formula", "\\tfrac{\\beta(D-d)}{(2\\beta+d)(2\\beta+D)}", "", r ->
        Expr.of(r.beta.times(Rational.of(r.ambient - r.d)).over(r.sum(r.d).times(r.sum(r.ambient)))));
    static final Quantity<Rate> AMBIENT = Quantity.of("r_ambient", "\\tfrac\\beta{2\\beta+D}", "", r -> Expr.of(r.exponent(r.ambient)));
    static final Quantity<Rate> TWO_FACTORS = Quantity.of("two_factors", "\\min_I\\tfrac{\\beta_I}{2\\beta_I+d_I}", "of factors $(\\beta,d)$ and $(\\beta,D)$", r ->
        Expr.of(r.exponent(r.d)).min(Expr.of(r.exponent(r.ambient))));

    static final InstanceFamily<Rate> FAMILY = new InstanceFamily<>("rate", Rate.class, Set.of("beta", "d", "D", "nu"), r -> true, Rate::read,
        (r, json) -> json.put("beta", r.beta.toString()).put("d", r.d).put("D", r.ambient).put("nu", r.nu.toString()), List.of(EXPONENT, AT_NU, GAIN));

    private static Rate read(Fields fields) {
        var beta = fields.rational("beta");
        if (beta.signum() <= 0) {
            throw new BadInput("\"beta\" is " + Fields.shorten(beta.toString()) + "; a smoothness must be positive");
        }
        int d = fields.integer("d", 1, 1000);
        return new Rate(beta, d, fields.integer("D", d, 10_000), fields.rational("nu", Rational.ZERO, Rational.of(1000)));
    }

    private Rational sum(int dimension) {
        return beta.times(Rational.TWO).plus(Rational.of(dimension));
    }

    private Rational exponent(int dimension) {
        return beta.over(sum(dimension));
    }

    private Rational best() {
        return sum(d).inverse();
    }

    private Rational deviation(Rational grid) {
        return Rational.ONE.minus(Rational.of(d).times(grid)).over(Rational.TWO);
    }

    private Expr at(Rational grid) {
        return Expr.of(beta.times(grid)).min(Expr.of(deviation(grid)));
    }

    static Rate draw(Draw draw) {
        int d = draw.integer(1, 6);
        return new Rate(Rational.of(draw.integer(1, 24), 6), d, d + draw.integer(0, 30), Rational.of(draw.integer(0, 24), 24));
    }
}
