package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.diffusion.Gaussian;
import org.apodix.diffusion.OrnsteinUhlenbeck;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.IndexedSum;
import org.apodix.expression.Integral;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Variable;

/** The Ornstein-Uhlenbeck flow of Gaussian data between two times s < t: the model of the family {@code gauss_flow}. */
public final class GaussianFlow implements HasFlow {

    /**
     * The exact parameters.
     *
     * @param a         e^-s in (0, 1]
     * @param q         e^-u in (0, 1), u = t - s
     * @param lambda    any real number, for R2
     * @param x         the point at which conditional expectations are compared, for R1
     * @param direction the direction in which vectors are compared, for R1
     */
    public record Instance(GaussianData data, Rational a, Rational q, Rational lambda, List<Rational> x, List<Rational> direction) { }

    /** What the claims speak of, for the whole law or for one coordinate of a product. */
    public record Pair(Gaussian data, Gaussian earlier, Gaussian later, Expr a, Expr q, Expr lambda, MatrixExpr x, MatrixExpr direction) {

        /** Component of E[X_s | X_t = x] along the direction, from the joint Gaussian law. */
        public Expr regression() {
            return direction.inner(OrnsteinUhlenbeck.regression(earlier, later, q, x));
        }

        /** The same by Tweedie's formula: e^-u x + 2 sinh(u) r_t(x), with {@code coefficient} in place of 2 sinh(u). */
        public Expr tweedie(Expr coefficient) {
            return direction.inner(x.scale(q).plus(later.relativeScore(x).scale(coefficient)));
        }

        /** Component of r_t(x) along the direction. */
        public Expr laterScore() {
            return direction.inner(later.relativeScore(x));
        }

        /** Component of E[r_s(X_s) | X_t = x] along the direction; r_s is affine. */
        public Expr meanEarlierScore() {
            return direction.inner(earlier.relativeScore(OrnsteinUhlenbeck.regression(earlier, later, q, x)));
        }

        /**
         * E|r_s(X_s) - lambda r_t(X_t)|^2 from the joint Gaussian law: r has mean m, Cov(r_s, r_t) = e^-u R_s V_s R_t, so it is
         * |m_s - lambda m_t|^2 + tr(R_s V_s R_s) + lambda^2 tr(R_t V_t R_t) - 2 lambda e^-u tr(R_s V_s R_t).
         */
        public Expr increment() {
            var s = earlier.scoreMatrix();
            var t = later.scoreMatrix();
            var sv = s.times(earlier.covariance());
            return earlier.mean().minus(later.mean().scale(lambda)).squaredNorm()
                .plus(sv.inner(s))
                .plus(lambda.square().times(t.times(later.covariance()).inner(t)))
                .minus(lambda.times(2).times(q).times(sv.inner(t)));
        }

        /** E tr Cov(X_0 | X_t) = tr(Sigma - alpha^2 Sigma V_t^-1 Sigma), alpha = e^-t. */
        public Expr posteriorVariance() {
            var alpha = a.times(q);
            var scaled = data.covariance().times(later.precision());
            return data.covariance().trace().minus(alpha.square().times(scaled.inner(data.covariance())));
        }
    }

    private final Instance instance;
    private final List<Variable> variables =
        List.of(new Variable("m"), new Variable("v"), new Variable("x"), new Variable("z"));
    private final List<List<Rational>> rows;
    private final Pair pair;

    public GaussianFlow(Instance instance) {
        this.instance = instance;
        var data = instance.data();
        var one = MatrixExpr.identity(1);
        var law = data.isDense() ? data.law() : Gaussian.onLine(variables.get(0), variables.get(1));
        var x = data.isDense() ? MatrixExpr.column(instance.x()) : one.scale(variables.get(2));
        var z = data.isDense() ? MatrixExpr.column(instance.direction()) : one.scale(variables.get(3));
        var a = Expr.of(instance.a());
        var q = Expr.of(instance.q());
        this.pair = new Pair(law, OrnsteinUhlenbeck.flow(law, a), OrnsteinUhlenbeck.flow(law, a.times(q)), a, q,
            Expr.of(instance.lambda()), x, z);
        var rows = new ArrayList<List<Rational>>();
        if (!data.isDense()) {
            for (int i = 0; i < data.dimension(); i++) {
                rows.add(List.of(data.mean().get(i), data.variances().get(i), instance.x().get(i), instance.direction().get(i)));
            }
        }
        this.rows = List.copyOf(rows);
    }

    public Instance instance() {
        return instance;
    }

    public GaussianData data() {
        return instance.data();
    }

    /** e^-u. */
    public Expr q() {
        return pair.q();
    }

    /** e^-t. */
    public Expr alpha() {
        return pair.a().times(pair.q());
    }

    /** The integral of I_v from s to t for data N(m, w) on the line: I_v = b^2 m^2 + b^4 (w - 1)^2/(1 + b^2 (w - 1)), b = e^-v. */
    public Expr fisherOverTime() {
        var v = new Variable("v");
        var b2 = v.times(-2).exp();
        var excess = Expr.of(data().covariance(0, 0)).minus(Expr.ONE);
        var mean = Expr.of(data().mean().get(0)).square();
        var body = b2.times(mean).plus(b2.times(excess).square().over(Expr.ONE.plus(b2.times(excess))));
        return Integral.of(body, v, pair.a().log().negate(), alpha().log().negate());
    }

    /** A quantity that is a sum over independent coordinates. */
    public Expr additive(Function<Pair, Expr> quantity) {
        var value = quantity.apply(pair);
        return data().isDense() ? value : IndexedSum.of(value, variables, rows);
    }

    @Override
    public GaussianFlow flow() {
        return this;
    }
}
