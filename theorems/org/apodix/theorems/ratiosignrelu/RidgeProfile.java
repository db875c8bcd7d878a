package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;

/**
 * The ridge profile g_d(r) = E cos(r chi_d), chi_d the norm of a standard Gaussian in dimension d (ratio-signrelu R11): the model of the family
 * {@code ridge_profile}.
 *
 * @param dimension 1, 2 or 3
 */
record RidgeProfile(int dimension, Rational r) {

    private static final Rational HALF = Rational.of(1, 2);

    /** exp(-r^2/2) for d = 1; 1 - r int_0^r exp((t^2 - r^2)/2) dt for d = 2; (1 - r^2) exp(-r^2/2) for d = 3. */
    static Expr profile(int dimension, Expr r) {
        var gauss = r.square().over(-2).exp();
        if (dimension == 2) {
            var t = new Variable("t");
            var integral = Integral.of(t.square().minus(r.square()).over(2).exp(), t, Expr.ZERO, r);
            return Expr.ONE.minus(r.times(integral));
        }
        return dimension == 1 ? gauss : Expr.ONE.minus(r.square()).times(gauss);
    }

    Expr value() {
        return profile(dimension, Expr.of(r.abs()));
    }

    /** (d/2)_k / ((1/2)_k 2^k k!), the absolute coefficient of r^{2k}. */
    static Rational coefficient(int dimension, int k) {
        var product = Rational.ONE;
        for (int j = 0; j < k; j++) {
            var factor = Rational.of(dimension, 2).plus(Rational.of(j)).over(HALF.plus(Rational.of(j)));
            product = product.times(factor).over(Rational.of(2L * (j + 1)));
        }
        return product;
    }

    /** A number of terms from which on each is at most half of the one before. */
    int terms() {
        int k = 0;
        while (ratio(k).compareTo(HALF) > 0) {
            k++;
        }
        return k + 8;
    }

    /** Term k + 1 over term k; (d/2 + k)/((1/2 + k) 2 (k + 1)) decreases in k. */
    private Rational ratio(int k) {
        return Rational.of(dimension, 2).plus(Rational.of(k)).over(HALF.plus(Rational.of(k)).times(Rational.of(2L * (k + 1)))).times(r.pow(2));
    }

    Rational series(int terms) {
        var sum = Rational.ZERO;
        for (int k = 0; k < terms; k++) {
            var term = coefficient(dimension, k).times(r.pow(2 * k));
            sum = k % 2 == 0 ? sum.plus(term) : sum.minus(term);
        }
        return sum;
    }

    /** Twice the first term left out, which bounds the rest. */
    Rational rest(int terms) {
        return coefficient(dimension, terms).times(r.pow(2 * terms)).times(Rational.TWO);
    }

    /** E omega_1^{2k} on the unit sphere of dimension d: 1, C(2k, k)/4^k, 1/(2k + 1). */
    static Rational moment(int dimension, int k) {
        if (dimension == 1) {
            return Rational.ONE;
        }
        if (dimension == 3) {
            return Rational.of(1, 2L * k + 1);
        }
        return Mixture.factorial(2 * k).over(Mixture.factorial(k).pow(2)).over(Rational.of(4).pow(k));
    }

    /** The mean of g_3(r u) over u in [0, 1], as an integral. */
    Expr average() {
        var u = new Variable("u");
        return Integral.of(profile(3, u.times(Expr.of(r))), u, Expr.ZERO, Expr.ONE);
    }

    static RidgeProfile draw(Draw draw) {
        return new RidgeProfile(draw.of(1, 2, 3), draw.rational(-6, 6, 8));
    }

    static final Family<RidgeProfile> FAMILY = new Family<>() {

        @Override
        public String name() {
            return "ridge_profile";
        }

        @Override
        public Class<RidgeProfile> type() {
            return RidgeProfile.class;
        }

        @Override
        public List<Set<String>> shapes() {
            return List.of(Set.of("d", "r"));
        }

        @Override
        public RidgeProfile read(Fields fields) {
            return new RidgeProfile(fields.integer("d", 1, 3), fields.rational("r", Rational.of(-30), Rational.of(30)));
        }

        @Override
        public ObjectNode write(RidgeProfile model) {
            return JsonNodeFactory.instance.objectNode().put("family", name()).put("d", model.dimension).put("r", model.r.toString());
        }

        @Override
        public List<Quantity<RidgeProfile>> quantities(RidgeProfile model) {
            return List.of(ProfileClaims.VALUE);
        }
    };
}
