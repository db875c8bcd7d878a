package org.apodix.theorems.fisherkl;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apodix.diffusion.Gaussian;
import org.apodix.diffusion.LineLaw;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.StepWeights;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * One run of the sampler on data on the line that are not Gaussian: the model of {@code mixture_ou}, {@code quadratic_tilt_ou},
 * {@code hermite4_tilt_ou}, {@code uniform_ou} and {@code clip_network_ou}.
 *
 * <p>The chain and path divergences come from R4 and R5: they need H_0, the Fisher informations on the grid and two moments of
 * the network per step. Every integral is one expression, shared by whatever uses it.
 */
public final class LawRun implements OuRun, MomentModel, ClosedFormModel {

    /** The exact parameters: the data law, q = e^-h, N, and the score network. */
    public record Instance(LineLaw law, Rational q, int steps, LineScore.Kind score) { }

    private final Instance instance;
    private final StepWeights weights;
    private final LineScore score;
    /** H and I on the grid, shared with the run of the moment-matched network. */
    private final Map<String, Expr> informations;
    private final Map<String, Expr> values = new HashMap<>();
    private LawRun matched;

    public LawRun(Instance instance) {
        this(instance, new HashMap<>());
    }

    private LawRun(Instance instance, Map<String, Expr> informations) {
        this.instance = instance;
        this.informations = informations;
        this.weights = new StepWeights(Expr.of(instance.q()));
        this.score = LineScore.of(instance);
    }

    public Instance instance() {
        return instance;
    }

    LineLaw law() {
        return instance.law();
    }

    LineScore score() {
        return score;
    }

    /** The network of the moments, whose output is known; asking for it where the score is another one is a mistake of the caller. */
    private LineScore.Moments moments() {
        if (score instanceof LineScore.Moments moments) {
            return moments;
        }
        throw new IllegalStateException("the law of the output is known for the network of the moments alone; this is " + instance.score());
    }

    /** The law of the output; only where it is known. */
    Gaussian output(Scheme scheme) {
        return moments().output(scheme);
    }

    /** The same data and grid with the score of the Gaussian that has the mean and variance of p_t. */
    LawRun matched() {
        if (instance.score() == LineScore.Kind.MOMENTS) {
            return this;
        }
        if (matched == null) {
            matched = new LawRun(new Instance(instance.law(), instance.q(), instance.steps(), LineScore.Kind.MOMENTS), informations);
        }
        return matched;
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
        return weights;
    }

    @Override
    public boolean hasExactScores() {
        return instance.score() == LineScore.Kind.EXACT;
    }

    @Override
    public boolean hasZeroNetwork() {
        return knowsTruth() && law().mean().isZero() && law().variance().equals(Rational.ONE);
    }

    @Override
    public boolean isStandard() {
        return law() instanceof Mixture mixture && mixture.isStandard();
    }

    private Expr memo(String name, Supplier<Expr> definition) {
        return memo(values, name, definition);
    }

    private static Expr memo(Map<String, Expr> values, String name, Supplier<Expr> definition) {
        var known = values.get(name);
        if (known == null) {
            known = definition.get();
            values.put(name, known);
        }
        return known;
    }

    private NoiseLevel level(int j) {
        return j == 0 ? NoiseLevel.NONE : NoiseLevel.of(Expr.of(q().pow(j)));
    }

    @Override
    public Expr entropy(int j) {
        return memo(informations, "H" + j, () -> law().entropy(level(j)));
    }

    /** Where it is infinite it is -log 0, which no carrier encloses. */
    @Override
    public Expr fisher(int j) {
        if (j == 0 && !hasFiniteFisher()) {
            return Expr.ZERO.log().negate();
        }
        return memo(informations, "I" + j, () -> law().fisher(level(j)));
    }

    private Expr sum(String name, IntFunction<Expr> term) {
        return memo(name, () -> Expr.sum(IntStream.rangeClosed(1, steps()).mapToObj(term).toList()));
    }

    @Override
    public Expr sumFisher() {
        return sum("sumI", this::fisher);
    }

    /** E|s - r|^2 = E s^2 - 2 E[s r] + I. */
    Expr squaredError(int j) {
        return score.square(j).minus(score.product(j).times(2)).plus(fisher(j));
    }

    /** E[s r] of step j by quadrature with the true score, for the moment-matched network. */
    Expr productByQuadrature(int j) {
        return memo("product" + j, () -> ((Mixture) law()).product(level(j), moments().slope(j), moments().offset(j)));
    }

    /** A point where p_h is not small: half a standard deviation of a component from the first center, a mixture's. */
    private Expr pointOfMixture() {
        var square = q().pow(2);
        var variance = square.times(((Mixture) law()).componentVariance()).plus(Rational.ONE).minus(square);
        return Expr.of(q().times(((Mixture) law()).centers().get(0))).plus(Expr.of(variance).sqrt().over(2));
    }

    /** r_h at that point. */
    Expr scoreAtPoint() {
        return law().at(level(1), pointOfMixture()).score();
    }

    /** E[r_0(X_0) | X_h] there, by quadrature. */
    Expr meanScoreAtPoint() {
        return ((Mixture) law()).meanScoreGiven(level(1), pointOfMixture());
    }

    /** E[X_0 | X_h] there, by quadrature. */
    Expr meanAtPoint() {
        return ((Mixture) law()).meanGiven(level(1), pointOfMixture());
    }

    /** e^-h x + 2 sinh(h) r_h(x) there. */
    Expr tweedieAtPoint() {
        return Expr.of(q()).times(pointOfMixture()).plus(weights.tweedieShift().times(scoreAtPoint()));
    }

    @Override
    public Expr sumSquaredError() {
        return hasExactScores() ? Expr.ZERO : sum("sumE2", this::squaredError);
    }

    @Override
    public Expr sumErrorProduct() {
        return hasExactScores() ? Expr.ZERO : sum("sumRE", j -> score.product(j).minus(fisher(j)));
    }

    @Override
    public Expr sumScoreSquare() {
        return hasExactScores() ? sumFisher() : sum("sumS2", score::square);
    }

    @Override
    public Expr sumScoreProduct() {
        return hasExactScores() ? sumFisher() : sum("sumSR", score::product);
    }

    @Override
    public Expr relativeError() {
        if (hasExactScores()) {
            return Expr.ZERO;
        }
        Expr most = Expr.ZERO;
        for (int j = 1; j <= steps(); j++) {
            // 1 - I(G)/I for the moment-matched network: never above 1
            most = most.max(knowsTruth() ? Expr.ONE.minus(score.square(j).over(fisher(j))) : squaredError(j).over(fisher(j)));
        }
        return most;
    }

    /** H_0 - sum_j (A E[s r] - 2 theta E s^2) for EI, H_0 - w sum_j (2 E[s r] - E s^2) for TW. */
    @Override
    public Expr chain(Scheme scheme) {
        if (hasExactScores()) {
            var weight = scheme == Scheme.TWEEDIE ? weights.tweedie() : weights.exponentialIntegrator();
            return memo("chain" + scheme, () -> entropy(0).minus(weight.times(sumFisher())));
        }
        return memo("chain" + scheme, () -> scheme == Scheme.TWEEDIE
            ? entropy(0).minus(weights.tweedie().times(sumScoreProduct().times(2).minus(sumScoreSquare())))
            : entropy(0).minus(weights.linear().times(sumScoreProduct())).plus(weights.theta().times(2).times(sumScoreSquare())));
    }

    /** H_0 - sum_j (A E[s r] - h E s^2). */
    @Override
    public Expr path() {
        return memo("path", () -> hasExactScores() ? entropy(0).minus(weights.path().times(sumFisher()))
            : entropy(0).minus(weights.linear().times(sumScoreProduct())).plus(weights.step().times(sumScoreSquare())));
    }

    @Override
    public boolean knowsTruth() {
        return instance.score() == LineScore.Kind.MOMENTS;
    }

    /**
     * KL(mu | N(m', V')) = H_0 + log(V')/2 + (v + (m - m')^2)/(2 V') - (v + m^2)/2 for the Gaussian output of the moment-matched
     * network, m and v the mean and variance of mu.
     */
    @Override
    public Expr truth(Scheme scheme) {
        return memo("truth" + scheme, () -> {
            var output = output(scheme);
            var variance = output.covariance().trace();
            var shift = Expr.of(law().mean()).minus(output.mean().entry(0, 0));
            return entropy(0).plus(variance.log().over(2)).plus(Expr.of(law().variance()).plus(shift.square()).over(variance.times(2)))
                .minus(law().secondMoment().over(2));
        });
    }

    @Override
    public Expr earlierEntropy() {
        return entropy(0);
    }

    @Override
    public Expr laterEntropy() {
        return entropy(1);
    }

    @Override
    public Expr earlierFisher() {
        return fisher(0);
    }

    @Override
    public Expr laterFisher() {
        return fisher(1);
    }

    @Override
    public Expr contraction() {
        return Expr.of(q());
    }

    @Override
    public boolean hasFiniteFisher() {
        return law().hasFiniteFisher();
    }

    /** Whether the data are a mixture of one Gaussian, for which the moment-matched score is exact. */
    boolean isOneGaussian() {
        return law() instanceof Mixture m && m.centers().stream().distinct().count() == 1;
    }

    /** Mixtures of one unit Gaussian are shifts. */
    @Override
    public boolean isShift() {
        return isOneGaussian() && ((Mixture) law()).componentVariance().equals(Rational.ONE);
    }

    @Override
    public Expr momentEntropy() {
        return entropy(1);
    }

    @Override
    public Expr momentFisher() {
        return fisher(1);
    }

    @Override
    public Expr secondMoment() {
        return law().secondMoment();
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public Expr momentSignal() {
        return Expr.of(q());
    }

    @Override
    public boolean isPoint() {
        return false;
    }
}
