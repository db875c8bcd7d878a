package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;

/**
 * The denominator F_2 of a mixture, on the line or in the plane, as an affine function plus an integral of ReLU ridge functions, at a point (ratio-signrelu R11(b)): the model of
 * the family {@code relu_form}. In the plane the ridge functions point along (1, s) and (s, 1), |s| at most 1.
 *
 * @param radius R; the point lies in [-R, R]^d
 * @param s      a direction, in [-1, 1]; not used on the line
 */
record ReluForm(Mixture mixture, Rational radius, List<Rational> x, Rational s) {

    /** Terms of the power series of the profile of the plane, whose arguments are at most {@value #FARTHEST}. */
    private static final int TERMS = 110;
    private static final int FARTHEST = 6;

    int dimension() {
        return x.size();
    }

    /** g_d(r) or a derivative of it with respect to r; in the plane by its power series, |r| at most 6, with a bound of the terms left out. */
    private Expr profile(Expr r, int derivative) {
        if (dimension() == 1) {
            var gauss = r.square().over(-2).exp();
            return switch (derivative) {
                case 0 -> gauss;
                case 1 -> r.times(gauss).negate();
                default -> r.square().minus(Expr.ONE).times(gauss);
            };
        }
        Expr sum = Expr.between(rest().negate(), rest());
        var square = r.square();
        for (int k = TERMS - 1; k >= (derivative + 1) / 2; k--) {
            sum = sum.times(square).plus(Expr.of(coefficient(k, derivative)));
        }
        return derivative == 1 ? sum.times(r) : sum;
    }

    /** The coefficient of r^{2k} in g_2, (-1)^k (1)_k/((1/2)_k 2^k k!) = (-1)^k/(1 3 5 ... (2k - 1)), times the factors of the derivative. */
    private static Rational coefficient(int k, int derivative) {
        var value = k % 2 == 0 ? Rational.ONE : Rational.ONE.negate();
        for (int j = 1; j <= k; j++) {
            value = value.over(Rational.of(2L * j - 1));
        }
        for (int j = 0; j < derivative; j++) {
            value = value.times(Rational.of(2L * k - j));
        }
        return value;
    }

    /**
     * Twice the size of the first coefficient left out, times (2k)^2 for all derivatives: from there on terms halve, 36/(2k + 1) (2k + 2)/(2k - 1) being below 1/2. In
     * an integral its factor is an even power of r times a positive weight, so the mean value theorem makes it a constant of this range.
     */
    private static Rational rest() {
        return coefficient(TERMS, 0).abs().times(Rational.of(8L * TERMS * TERMS));
    }

    /** nu^2 = 1 + s^2, 1 on the line. */
    private Expr stretch(Expr s) {
        return dimension() == 1 ? Expr.ONE : Expr.ONE.plus(s.square());
    }

    /** x_j + s x_k for a point, as in the chart j. */
    private static Expr along(List<Rational> point, int j, Expr s) {
        return point.size() == 1 ? Expr.of(point.get(0)) : Expr.of(point.get(j)).plus(s.times(Expr.of(point.get(1 - j))));
    }

    /** sum_i w_i g((beta/nu - omega . m_i)/sqrt v) and its derivatives with respect to the argument u = beta/nu, in the chart j at s. */
    private Expr ridge(Expr beta, int j, Expr s, int derivative) {
        var scale = stretch(s).times(Expr.of(mixture.variance())).sqrt();
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < mixture.size(); i++) {
            var r = beta.minus(along(mixture.mean(i), j, s)).over(scale);
            terms.add(Expr.of(mixture.weights().get(i)).times(profile(r, derivative)));
        }
        var sum = Expr.sum(terms);
        return derivative == 0 ? sum : derivative == 1 ? sum.over(Expr.of(mixture.variance()).sqrt()) : sum.over(Expr.of(mixture.variance()));
    }

    /** Gamma(d/2)/pi^{d/2}: 1 or 1/pi. */
    private Expr constant() {
        return dimension() == 1 ? Expr.ONE : Expr.ONE.over(Expr.PI);
    }

    Expr value() {
        return mixture.component(dimension(), x.stream().map(Expr::of).toList());
    }

    /** The average over directions: sum_j (1/pi) int nu^{-2} G_omega(u) ds in the plane. */
    Expr average() {
        Expr sum = Expr.ZERO;
        for (int j = 0; j < 2; j++) {
            var t = new Variable("s");
            sum = sum.plus(Integral.of(ridge(along(x, j, t), j, t, 0).over(stretch(t)), t, Expr.of(-1), Expr.ONE));
        }
        return sum.over(Expr.PI);
    }

    private Rational end() {
        return radius.times(Rational.of(dimension()));
    }

    /** c nu^{-d} G(u), u = (x_1 + s x_2)/nu: what the direction contributes to F_2. */
    Expr direct() {
        return constant().times(ridge(along(x, 0, Expr.of(s)), 0, Expr.of(s), 0)).over(stretch(Expr.of(s)).pow(dimension() == 1 ? 0 : 1));
    }

    /** The same as an affine function of x plus int a(s, beta) ReLU(x_1 + s x_2 - beta) dbeta over [-dR, dR], a = c nu^{-(d+2)} G''(beta/nu). */
    Expr expanded() {
        var direction = Expr.of(s);
        var u = along(x, 0, direction);
        var from = Expr.of(end().negate());
        var beta = new Variable("beta");
        var density = density(beta);
        var integral = Integral.of(density.times(u.minus(beta)), beta, from, u);
        var stretch = stretch(direction);
        var affine = ridge(from, 0, direction, 0).plus(ridge(from, 0, direction, 1).times(u.minus(from)).over(stretch.sqrt()));
        return constant().times(affine).over(dimension() == 1 ? Expr.ONE : stretch).plus(integral);
    }

    /** a(s, beta). */
    private Expr density(Expr beta) {
        var stretch = stretch(Expr.of(s));
        return constant().times(ridge(beta, 0, Expr.of(s), 2)).over(dimension() == 1 ? Expr.ONE : stretch.square());
    }

    /** |a| at beta = x_1 + s x_2. */
    Expr size() {
        return density(along(x, 0, Expr.of(s))).abs();
    }

    /** Gamma(d/2)/pi^{d/2} (d/v) sum_i w_i, a bound of |a|. */
    Expr sizeBound() {
        return constant().times(Expr.of(Rational.of(dimension()).over(mixture.variance())));
    }

    /** Atoms in [-1, 1]^d and v at least 3/5, so that arguments of the profile stay below 6. */
    static ReluForm draw(Draw draw) {
        int dimension = draw.of(1, 2);
        int size = draw.integer(1, 3);
        var parts = draw.list(size, w -> w.integer(1, 4));
        int total = parts.stream().mapToInt(Integer::intValue).sum();
        var mixture = new Mixture(parts.stream().map(w -> Rational.of(w, total)).toList(), draw.list(size, a -> List.copyOf(a.list(dimension, k -> k.rational(-1, 1, 4)))),
            draw.of(Rational.of(3, 5), Rational.of(1, 5), Rational.of(5, 13)));
        var radius = Rational.of(draw.integer(1, 4), 4);
        return new ReluForm(mixture, radius, List.copyOf(draw.list(dimension, k -> Simple.within(k, radius))), dimension == 1 ? Rational.ZERO : Simple.within(draw, Rational.ONE));
    }

    static final Family<ReluForm> FAMILY = new Family<>() {

        @Override
        public String name() {
            return "relu_form";
        }

        @Override
        public Class<ReluForm> type() {
            return ReluForm.class;
        }

        @Override
        public ReluForm read(Fields fields) {
            var x = fields.rationals("x");
            if (x.isEmpty() || x.size() > 2) {
                throw new BadInput("\"x\" has " + x.size() + " entries; it must have 1 or 2");
            }
            var radius = Read.positive(fields, "R");
            for (var value : x) {
                if (value.abs().compareTo(radius) > 0) {
                    throw new BadInput("\"x\" contains " + Fields.shorten(value.toString()) + "; its size may be at most " + radius);
                }
            }
            var mixture = x.size() == 1 ? MixtureFields.readLine(fields) : MixtureFields.read(fields, 2);
            var s = fields.rational("s", Rational.of(-1), Rational.ONE);
            var model = new ReluForm(mixture, radius, List.copyOf(x), s);
            if (model.dimension() == 2 && !model.isNear()) {
                throw new BadInput("\"R\" is " + Fields.shorten(radius.toString()) + "; the profile of the plane is computed for arguments up to " + FARTHEST
                    + ": give less radius, nearer atoms or more noise");
            }
            return model;
        }

        @Override
        public ObjectNode write(ReluForm model) {
            var json = JsonNodeFactory.instance.objectNode().put("family", name());
            MixtureFields.write(json, model.mixture(), model.dimension() == 1);
            json.put("R", model.radius().toString());
            Simple.put(json, "x", model.x());
            return json.put("s", model.s().toString());
        }

        @Override
        public List<Quantity<ReluForm>> quantities(ReluForm model) {
            return ProfileClaims.printed(model);
        }
    };

    /** Whether all arguments of the profile are at most 6: (dR + |m_1| + |m_2|)^2 at most 36 v, for every atom and nu at least 1. */
    private boolean isNear() {
        for (int i = 0; i < mixture.size(); i++) {
            var size = mixture.mean(i).stream().map(Rational::abs).reduce(end(), Rational::plus);
            if (size.pow(2).compareTo(mixture.variance().times(Rational.of((long) FARTHEST * FARTHEST))) > 0) {
                return false;
            }
        }
        return true;
    }
}
