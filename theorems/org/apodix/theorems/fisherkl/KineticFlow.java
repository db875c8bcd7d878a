package org.apodix.theorems.fisherkl;

import java.util.List;
import org.apodix.diffusion.CriticalDamping;
import org.apodix.diffusion.Gaussian;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Variable;

/** The kinetic flow of a Gaussian law of the plane between two times s < t: the model of {@code gauss_kinetic_flow}. */
public final class KineticFlow implements HasKineticFlow {

    /**
     * The exact parameters.
     *
     * @param mean       of (X_0, V_0), 2 entries
     * @param covariance of (X_0, V_0), 2 x 2 symmetric positive definite
     * @param s          the earlier time, at least 0
     * @param t          the later time
     * @param z          the point of the plane at which conditional expectations are compared
     * @param direction  the direction in which vectors are compared
     */
    public record Instance(List<Rational> mean, Matrix<Rational> covariance, Rational s, Rational t, List<Rational> z,
            List<Rational> direction) {

        /** The law N(m, v) with an independent standard Gaussian velocity. */
        static Instance product(Rational mean, Rational variance, Rational s, Rational t) {
            return new Instance(List.of(mean, Rational.ZERO),
                Matrix.of(2, 2, (i, j) -> !i.equals(j) ? Rational.ZERO : i == 0 ? variance : Rational.ONE), s, t,
                List.of(Rational.ONE, Rational.of(-1, 2)), List.of(Rational.ONE, Rational.ONE));
        }
    }

    private final Instance instance;
    private final GaussianData data;
    private final Gaussian earlier;
    private final Gaussian later;
    private final MatrixExpr forward;
    private final MatrixExpr backward;
    private final MatrixExpr point;
    private final MatrixExpr direction;

    public KineticFlow(Instance instance) {
        this.instance = instance;
        this.data = GaussianData.dense(instance.mean(), instance.covariance());
        this.earlier = law(instance.s());
        this.later = law(instance.t());
        this.forward = CriticalDamping.flow(duration());
        this.backward = CriticalDamping.flow(duration().negate());
        this.point = MatrixExpr.column(instance.z());
        this.direction = MatrixExpr.column(instance.direction());
    }

    /** N(e^{tA} m, I + e^{tA} (Sigma - I) e^{tA^T}). */
    private Gaussian law(Rational t) {
        var start = data.law();
        if (t.isZero()) {
            return start;
        }
        var flow = CriticalDamping.flow(Expr.of(t));
        var identity = MatrixExpr.identity(2);
        var mean = instance.mean().stream().allMatch(Rational::isZero) ? MatrixExpr.zero(2, 1) : flow.times(start.mean());
        var covariance = data.hasUnitCovariance() ? identity
            : identity.plus(flow.times(start.covariance().minus(identity)).times(flow.transpose()));
        return Gaussian.of(mean, covariance);
    }

    public Instance instance() {
        return instance;
    }

    @Override
    public KineticFlow kineticFlow() {
        return this;
    }

    Gaussian earlier() {
        return earlier;
    }

    Gaussian later() {
        return later;
    }

    /** u = t - s. */
    Expr duration() {
        return Expr.of(instance.t().minus(instance.s()));
    }

    Expr laterTime() {
        return Expr.of(instance.t());
    }

    boolean hasUnitCovariance() {
        return data.hasUnitCovariance();
    }

    /** Whether the velocity is standard Gaussian and independent of the position. */
    boolean isProduct() {
        return instance.mean().get(1).isZero() && instance.covariance().at(1, 0).isZero() && instance.covariance().at(1, 1).equals(Rational.ONE);
    }

    /** Whether z . b_t N_t is no zero by a rational coincidence of direction, point and response; products only. */
    boolean seesScore() {
        return isProduct() && !data.isStandard() && !response(instance.direction(), instance.t()).isZero() && seesPoint();
    }

    /** Whether z . e^{-uA} r_t(Z_t) = z . E[r_s | Z_t] is not 0. */
    boolean seesEarlierScore() {
        var u = instance.t().minus(instance.s());
        return scoreCoefficients().stream().anyMatch(c -> !inner(flowed(c, u.negate()), instance.direction()).isZero());
    }

    /** Whether z . E[r_t r_t^T] z is not 0. */
    boolean seesInformation() {
        return !hasKnownScore() || seesMean(instance.t());
    }

    /**
     * Whether r_s is the same for all Z_s along e^{uA^T} z: (Sigma - I) e^{tA^T} z = 0. Then conditioning on Z_t loses nothing of it; otherwise it
     * does, as the noise between s and t is regular.
     */
    boolean hasKnownScore() {
        var pulled = List.of(inner(flowed(List.of(Rational.ONE, Rational.ZERO), instance.t()), instance.direction()),
            inner(flowed(List.of(Rational.ZERO, Rational.ONE), instance.t()), instance.direction()));
        return times(deviation(), pulled).stream().allMatch(Rational::isZero);
    }

    /** Whether only the mean is off, and along the direction that the flow keeps best: |e^{uA} m_s| = |e^{uA}| |m_s|, with |e^{uA}| = e^-u (u + (1 + u^2)^{1/2}). */
    boolean decaysSlowest() {
        var u = instance.t().minus(instance.s());
        var mean = flowed(instance.mean(), instance.s());
        var later = flowed(mean, u);
        // r = |e^u e^{uA} m|^2/|m|^2 has r^{1/2} - r^{-1/2} = 2u
        var most = inner(mean, mean);
        var kept = inner(later, later);
        return hasUnitCovariance() && kept.compareTo(most) >= 0
            && kept.minus(most).pow(2).equals(u.pow(2).times(Rational.of(4)).times(kept).times(most));
    }

    /** Whether z . E[Z_s | Z_t] is no zero by z . e^{uA^T} Z_t = 0, where the rest vanishes or the covariance is the identity. */
    boolean seesRegression() {
        return isOblique(instance.direction(), instance.t().minus(instance.s()), instance.z())
            || !hasUnitCovariance() && scoreCoefficients().stream().flatMap(List::stream).anyMatch(c -> !c.isZero());
    }

    /**
     * The coefficients of q = e^-t to q^4 in det(V_t) r_t(z) = adj(V_t) ((V_t - I) z + m_t), with V_t = I + q^2 M and m_t = q mu: mu, M z, adj(M) mu,
     * det(M) z. As t is rational and not 0, q is transcendental (Lindemann), and the vector vanishes along a rational direction only with all of them.
     */
    private List<List<Rational>> scoreCoefficients() {
        var d = deviation();
        var x = flowed(List.of(d.at(0, 0), d.at(1, 0)), instance.t());
        var v = flowed(List.of(d.at(0, 1), d.at(1, 1)), instance.t());
        var first = flowed(List.of(x.get(0), v.get(0)), instance.t());
        var second = flowed(List.of(x.get(1), v.get(1)), instance.t());
        var m = Matrix.of(2, 2, (i, j) -> (i == 0 ? first : second).get(j));
        var adjugate = Matrix.of(2, 2, (i, j) -> i.equals(j) ? m.at(1 - i, 1 - i) : m.at(i, j).negate());
        var determinant = m.at(0, 0).times(m.at(1, 1)).minus(m.at(0, 1).times(m.at(1, 0)));
        var mu = flowed(instance.mean(), instance.t());
        return List.of(mu, times(m, instance.z()), times(adjugate, mu), instance.z().stream().map(determinant::times).toList());
    }

    /** Sigma - I. */
    private Matrix<Rational> deviation() {
        return Matrix.of(2, 2, (i, j) -> i.equals(j) ? instance.covariance().at(i, j).minus(Rational.ONE) : instance.covariance().at(i, j));
    }

    private static List<Rational> times(Matrix<Rational> m, List<Rational> y) {
        return List.of(inner(List.of(m.at(0, 0), m.at(0, 1)), y), inner(List.of(m.at(1, 0), m.at(1, 1)), y));
    }

    private static Rational inner(List<Rational> y, List<Rational> z) {
        return y.get(0).times(z.get(0)).plus(y.get(1).times(z.get(1)));
    }

    /** e^t e^{tA} y. */
    private static List<Rational> flowed(List<Rational> y, Rational t) {
        return List.of(Rational.ONE.plus(t).times(y.get(0)).plus(t.times(y.get(1))), Rational.ONE.minus(t).times(y.get(1)).minus(t.times(y.get(0))));
    }

    /** A centred product has N_t = 0 at points orthogonal to the response. */
    private boolean seesPoint() {
        return !instance.mean().get(0).isZero() || !response(instance.z(), instance.t()).isZero();
    }

    /** e^t z . b_t. */
    private static Rational response(List<Rational> z, Rational t) {
        return Rational.ONE.plus(t).times(z.get(0)).minus(t.times(z.get(1)));
    }

    /** Whether the direction is not orthogonal to e^{tA} m. */
    private boolean seesMean(Rational t) {
        return isOblique(instance.mean(), t, instance.direction());
    }

    /** Whether e^{tA} y . z is not 0. */
    private static boolean isOblique(List<Rational> y, Rational t, List<Rational> z) {
        return !inner(flowed(y, t), z).isZero();
    }

    /** The law of X_0 in the overdamped flow at the time tau(t): N(rho m, rho^2 v + 1 - rho^2); products only. */
    Gaussian overdamped() {
        return CriticalDamping.overdamped(Expr.of(instance.mean().get(0)), instance.covariance().at(0, 0), instance.t());
    }

    /** H_0 = KL(mu | gamma) of the position. */
    Expr positionEntropy() {
        return Gaussian.onLine(Expr.of(instance.mean().get(0)), Expr.of(instance.covariance().at(0, 0))).relativeEntropy();
    }

    Expr along(MatrixExpr vector) {
        return direction.inner(vector);
    }

    MatrixExpr laterScore() {
        return later.relativeScore(point);
    }

    /** E[Z_s | Z_t = z] from the joint Gaussian law: Cov(Z_s, Z_t) = V_s e^{uA^T}. */
    MatrixExpr regression() {
        return earlier.mean().plus(earlier.covariance().times(forward.transpose()).times(later.precision()).times(point.minus(later.mean())));
    }

    /** E[r_s(Z_s) | Z_t = z]: the score is affine. */
    MatrixExpr meanEarlierScore() {
        return earlier.relativeScore(regression());
    }

    /** e^{-uA} r_t(z), or with A^T in place of A. */
    MatrixExpr pulledBack(boolean transposed) {
        return (transposed ? backward.transpose() : backward).times(laterScore());
    }

    /** e^{uA^T} z + (e^{-uA} - e^{uA^T}) r_t(z). */
    MatrixExpr tweedie() {
        return forward.transpose().times(point).plus(backward.minus(forward.transpose()).times(laterScore()));
    }

    /** z . (I - e^{uA} e^{uA^T}) z for the direction z. */
    Expr noise() {
        var pulled = forward.transpose().times(direction);
        return direction.squaredNorm().minus(pulled.squaredNorm());
    }

    /** z . int_0^u e^{rA} diag(0, 4) e^{rA^T} dr z, with e^{rA} (0, 1)^T = e^-r (r, 1 - r)^T. */
    Expr noiseByTime() {
        var r = new Variable("r");
        var x = Expr.of(instance.direction().get(0));
        var v = Expr.of(instance.direction().get(1));
        var velocity = x.times(r).plus(v.times(Expr.ONE.minus(r)));
        return Integral.of(r.times(-2).exp().times(velocity.square()).times(4), r, Expr.ZERO, duration());
    }

    /** z . E[r r^T] z = z . (R V R + m m^T) z for the direction z. */
    private static Expr information(Gaussian law, MatrixExpr z) {
        var pulled = law.scoreMatrix().times(z);
        return law.covariance().times(pulled).inner(pulled).plus(z.inner(law.mean()).square());
    }

    /** z . E[r_t r_t^T] z. */
    Expr laterInformation() {
        return information(later, direction);
    }

    /** z . e^{uA} E[r_s r_s^T] e^{uA^T} z. */
    Expr transportedInformation() {
        return information(earlier, forward.transpose().times(direction));
    }

    /** E|r^v|^2 at the later or the earlier time. */
    Expr velocityInformation(boolean atLater) {
        return information(atLater ? later : earlier, MatrixExpr.column(List.of(Rational.ZERO, Rational.ONE)));
    }

    /** z . b_t N_t with N_t = (y - (y - rho m)/v_tau)/rho, y = b_t . z/rho, at the point of the instance; products only. */
    Expr reducedScore() {
        var response = CriticalDamping.response(laterTime());
        var rho = CriticalDamping.squaredCorrelation(laterTime()).sqrt();
        var y = response.inner(point).over(rho);
        var law = overdamped();
        var score = law.relativeScore(MatrixExpr.identity(1).scale(y)).trace();
        return along(response).times(score.over(rho));
    }

    /** phi_t^2 J(t), J(t) = I(p_tau | gamma)/rho_t^2; products only. */
    Expr reducedVelocityInformation() {
        return CriticalDamping.velocity(laterTime()).square().times(overdamped().relativeFisherInformation())
            .over(CriticalDamping.squaredCorrelation(laterTime()));
    }
}
