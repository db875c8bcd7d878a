package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.Gaussian;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.ScoreError;
import org.apodix.diffusion.StepWeights;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.IndexedSum;
import org.apodix.expression.Integral;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Variable;

/**
 * One run of the sampler on Gaussian data: the model of the families {@code gauss_ou} and {@code gauss_ou_aligned}.
 *
 * <p>Divergences and Fisher informations are sums over independent coordinates (R15); for data given by variances they are
 * built for one coordinate and summed over rows of exact parameters, so the cost is linear in the dimension.
 *
 * <p>Expressions are built when they are asked for: a model belongs to one thread at a time.
 */
public final class GaussianRun implements OuRun, HasFlow, ClosedFormModel {

    /**
     * The exact parameters.
     *
     * @param q           e^-h in (0, 1)
     * @param steps       N
     * @param errorMatrix E of the score error E x + b, or null; dense data only
     * @param errorOffset b, or null
     * @param alignment   lambda of the score error lambda r, or null
     */
    public record Instance(Rational q, int steps, GaussianData data, Matrix<Rational> errorMatrix, List<Rational> errorOffset,
            Rational alignment) {

        /** Exact scores. */
        public static Instance exact(Rational q, int steps, GaussianData data) {
            return new Instance(q, steps, data, null, null, null);
        }

        /** The score error lambda r. */
        public static Instance aligned(Rational q, int steps, GaussianData data, Rational alignment) {
            return new Instance(q, steps, data, null, null, alignment);
        }

        /** Whether a score error was given, be it 0. */
        boolean givesError() {
            return errorMatrix != null || errorOffset != null || alignment != null;
        }

        boolean hasExactScores() {
            return (errorMatrix == null || isZero(errorMatrix)) && (errorOffset == null || errorOffset.stream().allMatch(Rational::isZero))
                && (alignment == null || alignment.isZero());
        }

        private static boolean isZero(Matrix<Rational> matrix) {
            return IntStream.range(0, matrix.rows() * matrix.columns())
                .allMatch(k -> matrix.at(k / matrix.columns(), k % matrix.columns()).isZero());
        }
    }

    private static final Function<AffineSampler, Expr> SUM_FISHER = s -> s.sum(s::fisher);
    private static final Function<AffineSampler, Expr> SUM_SQUARED_ERROR = s -> s.sum(s::squaredError);
    private static final Function<AffineSampler, Expr> SUM_ERROR_PRODUCT = s -> s.sum(s::errorProduct);
    private static final Function<AffineSampler, Expr> SUM_SCORE_SQUARE = s -> s.sum(s::scoreSquare);
    private static final Function<AffineSampler, Expr> SUM_SCORE_PRODUCT = s -> s.sum(s::scoreProduct);
    private static final Function<AffineSampler, Expr> PATH = AffineSampler::path;

    private final Instance instance;
    private final Variable mean = new Variable("m");
    private final Variable variance = new Variable("v");
    private final Variable offset = new Variable("b");
    private final List<List<Rational>> rows;
    private final AffineSampler sampler;
    private final AffineSampler exactSampler;
    private final Map<Function<AffineSampler, Expr>, Expr> sums = new IdentityHashMap<>();
    private final Map<String, Expr> values = new HashMap<>();
    private GaussianFlow flow;

    public GaussianRun(Instance instance) {
        this.instance = instance;
        var data = instance.data();
        var law = data.isDense() ? data.law() : Gaussian.onLine(mean, variance);
        var q = Expr.of(instance.q());
        this.exactSampler = new AffineSampler(law, q, instance.steps(), ScoreError.NONE);
        this.sampler = instance.hasExactScores() ? exactSampler : exactSampler.with(error(law.dimension()));
        var rows = new ArrayList<List<Rational>>();
        if (!data.isDense()) {
            for (int i = 0; i < data.dimension(); i++) {
                var b = instance.errorOffset() == null ? Rational.ZERO : instance.errorOffset().get(i);
                rows.add(List.of(data.mean().get(i), data.variances().get(i), b));
            }
        }
        this.rows = List.copyOf(rows);
    }

    private ScoreError error(int dimension) {
        if (instance.alignment() != null) {
            return ScoreError.aligned(Expr.of(instance.alignment()));
        }
        if (!instance.data().isDense()) {
            return ScoreError.constant(MatrixExpr.zero(1, 1), MatrixExpr.identity(1).scale(offset));
        }
        var matrix = instance.errorMatrix() == null ? MatrixExpr.zero(dimension, dimension) : MatrixExpr.of(instance.errorMatrix());
        var column = instance.errorOffset() == null ? MatrixExpr.zero(dimension, 1) : MatrixExpr.column(instance.errorOffset());
        return ScoreError.constant(matrix, column);
    }

    public Instance instance() {
        return instance;
    }

    public GaussianData data() {
        return instance.data();
    }

    @Override
    public Rational q() {
        return instance.q();
    }

    @Override
    public int steps() {
        return instance.steps();
    }

    @Override
    public StepWeights weights() {
        return exactSampler.weights();
    }

    @Override
    public boolean hasExactScores() {
        return instance.hasExactScores();
    }

    /** Whether the score network is identically zero, so that the output is standard Gaussian and every divergence is H_0. */
    @Override
    public boolean hasZeroNetwork() {
        return instance.alignment() != null && instance.alignment().equals(Rational.of(-1));
    }

    /** A quantity of the run that is a sum over independent coordinates; the same one node for the same function. */
    public Expr additive(Function<AffineSampler, Expr> quantity) {
        return sums.computeIfAbsent(quantity, q -> summed(q.apply(sampler)));
    }

    /** The same with the exact scores in place of the run's. */
    public Expr additiveExact(Function<AffineSampler, Expr> quantity) {
        return summed(quantity.apply(exactSampler));
    }

    /** The same with the score error lambda r in place of the run's. */
    public Expr additiveAligned(Expr lambda, Function<AffineSampler, Expr> quantity) {
        return summed(quantity.apply(exactSampler.with(ScoreError.aligned(lambda))));
    }

    private Expr summed(Expr perCoordinate) {
        return data().isDense() ? perCoordinate : IndexedSum.of(perCoordinate, List.of(mean, variance, offset), rows);
    }

    /**
     * The smallest eta^2 with eps_j^2 <= eta^2 I_{s_j} for all j: 0 for exact scores, lambda^2 for the error lambda r, else the
     * largest quotient; that is undefined where the data law is the standard Gaussian.
     */
    @Override
    public Expr relativeError() {
        if (hasExactScores()) {
            return Expr.ZERO;
        }
        if (instance.alignment() != null) {
            return Expr.of(instance.alignment()).square();
        }
        Expr most = Expr.ZERO;
        for (int j = 1; j <= steps(); j++) {
            int step = j;
            most = most.max(additive(s -> s.squaredError(step)).over(additive(s -> s.fisher(step))));
        }
        return most;
    }

    @Override
    public boolean isStandard() {
        return data().isStandard();
    }

    @Override
    public Expr entropy(int j) {
        return values.computeIfAbsent("H" + j, k -> additive(s -> s.entropy(j)));
    }

    @Override
    public Expr fisher(int j) {
        return values.computeIfAbsent("I" + j, k -> additive(s -> s.fisher(j)));
    }

    @Override
    public Expr sumFisher() {
        return additive(SUM_FISHER);
    }

    @Override
    public Expr sumSquaredError() {
        return additive(SUM_SQUARED_ERROR);
    }

    @Override
    public Expr sumErrorProduct() {
        return additive(SUM_ERROR_PRODUCT);
    }

    @Override
    public Expr sumScoreSquare() {
        return additive(SUM_SCORE_SQUARE);
    }

    @Override
    public Expr sumScoreProduct() {
        return additive(SUM_SCORE_PRODUCT);
    }

    @Override
    public Expr chain(Scheme scheme) {
        return values.computeIfAbsent("chain" + scheme, k -> additive(s -> s.chain(scheme)));
    }

    @Override
    public Expr path() {
        return additive(PATH);
    }

    @Override
    public boolean knowsTruth() {
        return true;
    }

    @Override
    public Expr truth(Scheme scheme) {
        return values.computeIfAbsent("truth" + scheme, k -> additive(s -> s.truth(scheme)));
    }

    /**
     * For exact scores on the line: sum_j int E|r_s(X_s) - r_t(X_t)|^2 ds over the steps, t = s_j, from the joint Gaussian law: with
     * a = e^-s and w the variance of the data, r_s has mean a m, slope R_s = 1 - 1/V_s, R_s V_s = a^2 (w - 1), Cov(X_s, X_t) = e^{s-t} V_s.
     */
    public Expr excessByTime() {
        var m = Expr.of(data().mean().get(0));
        var excess = Expr.of(data().covariance(0, 0)).minus(Expr.ONE);
        var terms = new ArrayList<Expr>();
        for (int j = 1; j <= steps(); j++) {
            var s = new Variable("s");
            var a = s.negate().exp();
            var b = Expr.of(q().pow(j));
            var earlier = a.square().times(excess);
            var later = b.square().times(excess);
            var slope = later.over(Expr.ONE.plus(later));
            var increment = a.minus(b).times(m).square().plus(earlier.square().over(Expr.ONE.plus(earlier)))
                .minus(earlier.times(slope).times(b.over(a)).times(2)).plus(later.times(slope));
            terms.add(Integral.of(increment, s, weights().step().times(j - 1L), weights().step().times(j)));
        }
        return Expr.sum(terms);
    }

    /** The flow from time 0 to the first grid time h. */
    @Override
    public GaussianFlow flow() {
        if (flow == null) {
            var ones = data().mean().stream().map(m -> Rational.ONE).toList();
            flow = new GaussianFlow(new GaussianFlow.Instance(data(), Rational.ONE, q(), Rational.ONE, ones, ones));
        }
        return flow;
    }
}
