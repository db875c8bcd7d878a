package org.apodix.theorems.generalizationgap;

import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.MatrixExpr;
import org.apodix.expression.Variable;

/**
 * Training of random features on a sample of a mixture of Gaussians: the model of the families {@code training}, where the score energy C is known, and
 * {@code training_mixture}, where it is not and only differences of losses are computed.
 */
public final class TrainingRun extends GradientFlows implements Matching {

    /**
     * The exact parameters.
     *
     * @param w       m vectors of dimension d
     * @param weights of the centers, positive of sum 1
     * @param sample  n points, or empty where the sample is the population itself
     */
    public record Instance(List<List<Rational>> w, List<Rational> u, List<Rational> b, Rational horizon, Rational variance,
            List<Rational> weights, List<List<Rational>> centers, List<List<Rational>> sample, Rational tau) {

        int width() {
            return w.size();
        }

        int dimension() {
            return w.get(0).size();
        }

        /** Whether C has a closed form: one center, or two of the same weight. */
        boolean knowsConstant() {
            return weights.size() == 1 || weights.size() == 2 && weights.get(0).equals(weights.get(1));
        }

        Law law() {
            return new Law(weights, centers, variance);
        }

        private List<Feature> features() {
            return IntStream.range(0, w.size())
                .mapToObj(j -> new Feature(w.get(j), u.get(j), Expr.of(b.get(j)))).toList();
        }

        private FeatureMoments population() {
            return new FeatureMoments(features(), law(), horizon);
        }

        private FeatureMoments empirical() {
            return sample.isEmpty() ? null : new FeatureMoments(features(), Law.empirical(sample), horizon);
        }
    }

    private final Instance instance;
    private final FeatureMoments moments;
    private final FeatureMoments sampleMoments;
    private List<FeatureMoments> points;

    public TrainingRun(Instance instance) {
        this(instance, instance.population(), instance.empirical());
    }

    private TrainingRun(Instance instance, FeatureMoments population, FeatureMoments sample) {
        super(population.gram(), population.linear(), sample == null ? population.gram() : sample.gram(),
            sample == null ? population.linear() : sample.linear(),
            instance.knowsConstant() ? instance.law().scoreEnergy(instance.horizon()) : null, Expr.of(instance.tau()));
        this.instance = instance;
        this.moments = population;
        this.sampleMoments = sample;
    }

    public Instance instance() {
        return instance;
    }

    FeatureMoments moments() {
        return moments;
    }

    /** Whether the sample is the population. */
    boolean isExact() {
        return instance.sample().isEmpty();
    }

    boolean isConstant() {
        return instance.w().stream().allMatch(w -> Simple.dot(w, w).isZero());
    }

    /** Whether some feature depends on x or on t. */
    boolean moves() {
        return !isConstant() || !isAtRest();
    }

    /** Whether no feature depends on t. */
    boolean isAtRest() {
        return instance.u().stream().allMatch(Rational::isZero);
    }

    /** Whether no feature that depends on x depends on t. */
    boolean hasRealParts() {
        return IntStream.range(0, instance.width())
            .allMatch(j -> instance.u().get(j).isZero() || instance.w().get(j).stream().allMatch(Rational::isZero));
    }

    /** Whether B = 0 because every feature is constant or even where its values on the centers lie symmetrically. */
    boolean isFlat() {
        return isFlat(instance.weights(), instance.centers());
    }

    /** Whether B = 0 for the population and for the sample, so that nothing is learned. */
    boolean learnsNothing() {
        return isFlat() && (isExact() || isFlat(Law.empirical(instance.sample()).weights(), instance.sample()));
    }

    /** Whether both flows stay at 0 without this being seen in exact zeros: there a bound and what it bounds are both 0 and no enclosure decides. */
    @Override
    boolean isBlind() {
        return learnsNothing() && !isConstant();
    }

    private boolean isFlat(List<Rational> weights, List<List<Rational>> points) {
        for (int j = 0; j < instance.width(); j++) {
            var w = instance.w().get(j);
            boolean even = instance.u().get(j).isZero() && isSymmetric(weights, points, w, instance.b().get(j));
            if (!even && !Simple.dot(w, w).isZero()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the phase w.X + b and its negative have the same law for these atoms, so that E sin(w.X_t + b) = 0. */
    private static boolean isSymmetric(List<Rational> weights, List<List<Rational>> points, List<Rational> w, Rational b) {
        var mass = new java.util.TreeMap<Rational, Rational>();
        for (int k = 0; k < points.size(); k++) {
            var value = Simple.dot(w, points.get(k)).plus(b);
            mass.merge(value, weights.get(k), Rational::plus);
            mass.merge(value.negate(), weights.get(k).negate(), Rational::plus);
        }
        return mass.entrySet().stream().allMatch(atom -> atom.getKey().isZero() || atom.getValue().isZero());
    }

    /** Whether C has a closed form. */
    boolean knowsConstant() {
        return instance.knowsConstant();
    }

    boolean isGaussian() {
        return instance.centers().size() == 1;
    }

    /**
     * Whether no two features are the same function up to sign; where some are, G is singular. Features with the same (w, u) up to sign and
     * different phases count as the same here, although they need not be.
     */
    boolean hasDifferentFeatures() {
        for (int i = 0; i < instance.width(); i++) {
            for (int j = 0; j < i; j++) {
                if (isMultiple(i, j, Rational.ONE) || isMultiple(i, j, Rational.of(-1))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isMultiple(int i, int j, Rational sign) {
        return instance.w().get(i).equals(instance.w().get(j).stream().map(x -> x.times(sign)).toList())
            && instance.u().get(i).equals(instance.u().get(j).times(sign));
    }

    /** beta of G1: the root of the mean of beta_j^2, beta_j = 2 (1 - e^{-|w_j|^2 T/2})/|w_j|. */
    Expr beta() {
        var squares = instance.w().stream().map(w -> Simple.dot(w, w)).map(square -> square.isZero() ? Expr.ZERO
            : Expr.of(square.times(instance.horizon()).over(Rational.of(-2))).expm1().square().times(4).over(Expr.of(square))).toList();
        return Expr.sum(squares).over(squares.size()).sqrt();
    }

    Expr horizon() {
        return Expr.of(instance.horizon());
    }

    /** theta with all entries 1, a comparator. */
    MatrixExpr ones() {
        return MatrixExpr.of(org.apodix.enclosure.Matrix.of(instance.dimension(), instance.width(), (i, j) -> Rational.ONE));
    }

    /** The run without the last feature, of two or more. */
    TrainingRun withoutLastFeature() {
        int m = instance.width() - 1;
        return new TrainingRun(new Instance(instance.w().subList(0, m), instance.u().subList(0, m), instance.b().subList(0, m),
            instance.horizon(), instance.variance(), instance.weights(), instance.centers(), instance.sample(), instance.tau()));
    }

    /** The training problem of the sample. */
    FeatureMoments sampleMoments() {
        return sampleMoments;
    }

    /** The training problems of the single points of the sample; built once, so that formulas share their parts. */
    synchronized List<FeatureMoments> pointMoments() {
        if (points == null) {
            points = instance.sample().stream()
                .map(x -> new FeatureMoments(instance.features(), Law.empirical(List.of(x)), instance.horizon())).toList();
        }
        return points;
    }

    /**
     * G_{1m} = int_0^T E[psi_1 psi_m] dt by quadrature over t. For jointly normal a, b of covariance c and variances r, s,
     * E[cos a cos b] = e^{-(r + s)/2} (cos Ea cos Eb cosh c + sin Ea sin Eb sinh c).
     */
    Expr lastGramByQuadrature() {
        var t = new Variable("t");
        int last = instance.width() - 1;
        var late = Expr.of(instance.variance()).plus(t);
        var first = instance.w().get(0);
        var other = instance.w().get(last);
        var sizes = Simple.dot(first, first).plus(Simple.dot(other, other)).over(Rational.TWO);
        var covariance = Simple.dot(first, other);
        var together = late.times(Expr.of(covariance.minus(sizes))).exp();
        var apart = late.times(Expr.of(covariance.plus(sizes).negate())).exp();
        var terms = new java.util.ArrayList<Expr>();
        for (int k = 0; k < instance.weights().size(); k++) {
            var a = angle(0, k, t);
            var b = angle(last, k, t);
            var term = a.cos().times(b.cos()).times(together.plus(apart)).plus(a.sin().times(b.sin()).times(together.minus(apart)));
            terms.add(term.times(Expr.of(instance.weights().get(k))));
        }
        return Integral.of(Expr.sum(terms).over(2L * instance.width()), t, Expr.ZERO, horizon());
    }

    /** B_{dm}: int_0^T of the population mean of the last derivative of the last feature, by quadrature over t. */
    Expr lastLinearByQuadrature() {
        var t = new Variable("t");
        var terms = new java.util.ArrayList<Expr>();
        int last = instance.width() - 1;
        var w = instance.w().get(last);
        var decay = Expr.of(instance.variance()).plus(t).times(Expr.of(Simple.dot(w, w).over(Rational.of(-2)))).exp();
        for (int k = 0; k < instance.weights().size(); k++) {
            terms.add(decay.times(angle(last, k, t).sin()).times(Expr.of(instance.weights().get(k))));
        }
        var factor = Expr.of(w.get(w.size() - 1).negate()).over(Expr.of(instance.width()).sqrt());
        return Integral.of(Expr.sum(terms), t, Expr.ZERO, horizon()).times(factor);
    }

    /** w_j.mu_k + b_j + u_j t. */
    private Expr angle(int j, int k, Variable t) {
        var fixed = Simple.dot(instance.w().get(j), instance.centers().get(k)).plus(instance.b().get(j));
        return Expr.of(fixed).plus(t.times(Expr.of(instance.u().get(j))));
    }
}
