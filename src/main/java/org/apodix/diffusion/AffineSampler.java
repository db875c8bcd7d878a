package org.apodix.diffusion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * The discretized reverse Ornstein-Uhlenbeck process for Gaussian data on a uniform grid, with affine scores.
 *
 * <p>Forward times s_j = j h, j = 0..N, q = e^-h; the score of step j is s_j(x) = r_{s_j}(x) + E_j x + b_j, evaluated at the
 * noisier end s_j of its step, its error taken under the true law p_{s_j}. The sampler starts in the standard Gaussian.
 */
public final class AffineSampler {

    private final Gaussian data;
    private final Expr q;
    private final int steps;
    private final ScoreError error;
    private final StepWeights weights;
    private final List<Gaussian> laws;
    private final Expr[] errors;
    private final Expr[] products;
    private final Map<Scheme, Gaussian> outputs = new EnumMap<>(Scheme.class);

    /**
     * A sampler.
     *
     * @param q     e^-h in (0, 1)
     * @param steps the number N of steps, at least 1
     */
    public AffineSampler(Gaussian data, Expr q, int steps, ScoreError error) {
        this.data = data;
        this.q = q;
        this.steps = steps;
        this.error = error;
        this.weights = new StepWeights(q);
        this.laws = new ArrayList<>(steps + 2);
        for (int j = 0; j <= steps + 1; j++) {
            laws.add(j == 0 ? data : OrnsteinUhlenbeck.flow(data, q.pow(j)));
        }
        this.errors = new Expr[steps + 1];
        this.products = new Expr[steps + 1];
    }

    /** The same data, grid and scheme with another score error. */
    public AffineSampler with(ScoreError other) {
        return new AffineSampler(data, q, steps, other);
    }

    public StepWeights weights() {
        return weights;
    }

    public int steps() {
        return steps;
    }

    public Expr q() {
        return q;
    }

    public boolean hasExactScores() {
        return error.isNone();
    }

    /** The law p_{s_j}, j = 0..N+1. */
    public Gaussian law(int j) {
        return laws.get(j);
    }

    /** H_{s_j} = KL(p_{s_j} | gamma), j = 0..N+1. */
    public Expr entropy(int j) {
        return laws.get(j).relativeEntropy();
    }

    /** I_{s_j} = I(p_{s_j} | gamma), j = 0..N+1. */
    public Expr fisher(int j) {
        return laws.get(j).relativeFisherInformation();
    }

    /** eps_j^2 = E|e_j(X_{s_j})|^2 = tr(E V E^T) + |E m + b|^2. */
    public Expr squaredError(int j) {
        if (error.isNone()) {
            return Expr.ZERO;
        }
        if (errors[j] == null) {
            var law = laws.get(j);
            var matrix = error.matrix(law);
            errors[j] = matrix.times(law.covariance()).inner(matrix)
                .plus(matrix.times(law.mean()).plus(error.offset(law)).squaredNorm());
        }
        return errors[j];
    }

    /** E[r_{s_j} . e_j] = tr(E (V + m m^T)) + m . b - tr E. */
    public Expr errorProduct(int j) {
        if (error.isNone()) {
            return Expr.ZERO;
        }
        if (products[j] == null) {
            var law = laws.get(j);
            products[j] = affineMoment(law, error.matrix(law), error.offset(law));
        }
        return products[j];
    }

    /** E[x . s(x) - div s(x)] for s(x) = S x + s_0 under the law: tr(S (V + m m^T)) + m . s_0 - tr S. */
    static Expr affineMoment(Gaussian law, MatrixExpr matrix, MatrixExpr offset) {
        return matrix.transpose().inner(law.covariance()).plus(law.mean().inner(matrix.times(law.mean())))
            .plus(law.mean().inner(offset)).minus(matrix.trace());
    }

    /** The network s_j(x) = S x + s_0 of step j: S = R_j + E_j. */
    private MatrixExpr networkMatrix(int j) {
        var law = laws.get(j);
        return error.isNone() ? law.scoreMatrix() : law.scoreMatrix().plus(error.matrix(law));
    }

    /** s_0 = rho_j + b_j. */
    private MatrixExpr networkOffset(int j) {
        var law = laws.get(j);
        return error.isNone() ? law.scoreOffset() : law.scoreOffset().plus(error.offset(law));
    }

    /**
     * E[s_j . r_{s_j}] from the moments of both affine maps, tr(S V R^T) + (S m + s_0) . (R m + rho): neither eps_j^2 nor E[r . e]
     * enters, so identities that compare it with them can fail.
     */
    public Expr scoreProduct(int j) {
        var law = laws.get(j);
        return networkMatrix(j).times(law.covariance()).inner(law.scoreMatrix())
            .plus(networkMean(j).inner(law.scoreMatrix().times(law.mean()).plus(law.scoreOffset())));
    }

    private MatrixExpr networkMean(int j) {
        return networkMatrix(j).times(laws.get(j).mean()).plus(networkOffset(j));
    }

    /** The same by integration by parts, E[x . s_j(x) - div s_j(x)], from the network alone. */
    public Expr scoreProductByParts(int j) {
        return affineMoment(laws.get(j), networkMatrix(j), networkOffset(j));
    }

    /** E|s_j|^2 under p_{s_j}, from the moments of the network: tr(S V S^T) + |S m + s_0|^2. */
    public Expr scoreSquare(int j) {
        return networkMatrix(j).times(laws.get(j).covariance()).inner(networkMatrix(j)).plus(networkMean(j).squaredNorm());
    }

    /** Sum of a quantity over the steps j = 1..N. */
    public Expr sum(IntFunction<Expr> term) {
        return Expr.sum(IntStream.rangeClosed(1, steps).mapToObj(term).toList());
    }

    /** KL between the joint laws on the grid: H_0 - sum_j (A E[s_j . r] - 2 theta E|s_j|^2) for EI, with a_EI, A - 4 theta. */
    public Expr chain(Scheme scheme) {
        var gain = scheme == Scheme.EXPONENTIAL_INTEGRATOR
            ? weights.exponentialIntegrator().times(sum(this::fisher))
                .plus(weights.cross().times(sum(this::errorProduct)))
                .minus(weights.theta().times(2).times(sum(this::squaredError)))
            : weights.tweedie().times(sum(this::fisher).minus(sum(this::squaredError)));
        return entropy(0).minus(gain);
    }

    /** KL between the path laws of the exponential integrator: H_0 - sum_j ((A-h) I + (A-2h) E[r . e] - h eps^2). */
    public Expr path() {
        var h = weights.step();
        return entropy(0).minus(weights.path().times(sum(this::fisher)))
            .minus(weights.path().minus(h).times(sum(this::errorProduct)))
            .plus(h.times(sum(this::squaredError)));
    }

    /**
     * The chain divergence by the chain rule, H_T + sum_j E KL(p(x_{j-1} | x_j) | Q(. | x_j)), without the identity above:
     * the backward kernel has covariance (1 - q^2) V_{j-1} V_j^-1 and mean q x + 2 sinh(h) r(x).
     */
    public Expr chainByKernels(Scheme scheme) {
        var shift = weights.tweedieShift();
        var c = scheme.coefficient(q);
        return entropy(steps).plus(sum(j -> {
            var earlier = laws.get(j - 1);
            var later = laws.get(j);
            var spread = earlier.covariance().inner(later.precision()).minus(Expr.of(data.dimension()))
                .minus(earlier.covariance().logDeterminant()).plus(later.covariance().logDeterminant());
            var mean = shift.square().times(fisher(j)).minus(shift.times(c).times(2).times(scoreProductByParts(j)))
                .plus(c.square().times(scoreSquare(j)));
            return spread.plus(mean.over(weights.noise())).times(Expr.HALF);
        }));
    }

    /** The law of the sampler's output, by the recursion V <- F V F^T + (1 - q^2) I, m <- F m + c (rho_j + b_j), j = N..1. */
    public Gaussian output(Scheme scheme) {
        return outputs.computeIfAbsent(scheme, this::run);
    }

    private Gaussian run(Scheme scheme) {
        int d = data.dimension();
        var identity = MatrixExpr.identity(d);
        var c = scheme.coefficient(q);
        var mean = MatrixExpr.zero(d, 1);
        var covariance = identity;
        for (int j = steps; j >= 1; j--) {
            var slope = identity.scale(q).plus(networkMatrix(j).scale(c));
            mean = slope.times(mean).plus(networkOffset(j).scale(c));
            covariance = slope.times(covariance).times(slope.transpose()).plus(identity.scale(weights.noise()));
        }
        return Gaussian.of(mean, covariance);
    }

    /** The divergence of the data law from the law of the output, KL(mu | law X_0). */
    public Expr truth(Scheme scheme) {
        return data.divergence(output(scheme));
    }

    /**
     * The law of the output when the absolute score grad log p is frozen in place of the relative one: the integrator of
     * dX = (X + 2 grad log p) dt + sqrt(2) dB has the step e^h x + 2 (e^h - 1) grad log p(x) + sqrt(e^2h - 1) Z. Exact scores.
     */
    public Gaussian outputOfFrozenAbsoluteScore() {
        int d = data.dimension();
        var identity = MatrixExpr.identity(d);
        var growth = Expr.ONE.over(q);
        var gain = growth.minus(Expr.ONE).times(2);
        var mean = MatrixExpr.zero(d, 1);
        var covariance = identity;
        for (int j = steps; j >= 1; j--) {
            var law = laws.get(j);
            var slope = identity.scale(growth).minus(law.precision().scale(gain));
            mean = slope.times(mean).plus(law.scoreOffset().scale(gain));
            covariance = slope.times(covariance).times(slope.transpose()).plus(identity.scale(growth.square().minus(Expr.ONE)));
        }
        return Gaussian.of(mean, covariance);
    }
}
