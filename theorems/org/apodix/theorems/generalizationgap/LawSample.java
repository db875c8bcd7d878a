package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/**
 * n samples of a mixture of Gaussians on the line, one feature cos(w x + u t + b): the model of the family {@code law_sample}.
 *
 * <p>B(x) = -w Im(e^{i (w x + b)} E_T(-w^2/2 + i u)) lies in [-beta, beta] and G(x) = (T + Re(e^{2 i (w x + b)} E_T(-2 w^2 + 2 i u)))/2 in [0, T]
 * (generalization-gap G1). For a sum of independent terms Y_k = B(x_k) - E B and every lambda > 0
 *
 * <p>P(|sum Y_k|/n >= r) <= e^{-n lambda r} ((E e^{lambda Y})^n + (E e^{-lambda Y})^n),
 *
 * <p>by Markov's inequality for e^{+-lambda sum Y_k}. So an enclosure of two integrals bounds the probability, and nothing is drawn at random.
 */
public final class LawSample {

    /** The exact parameters: weights and centers of the modes, their variance v > 0, the feature, the horizon, the size of the sample, the confidence. */
    public record Instance(List<Rational> weights, List<Rational> centers, Rational variance, Rational w, Rational u, Rational b, Rational horizon, int n,
            Rational delta) { }

    private static final Variable Z = new Variable("z");
    private static final Variable L = new Variable("L");

    private final Instance instance;
    private final FeatureMoments moments;

    LawSample(Instance instance) {
        this.instance = instance;
        var law = new Law(instance.weights(), instance.centers().stream().map(List::of).toList(), instance.variance());
        this.moments = new FeatureMoments(List.of(new Feature(List.of(instance.w()), instance.u(), Expr.of(instance.b()))), law, instance.horizon());
    }

    public Instance instance() {
        return instance;
    }

    private Expr angle(Expr x) {
        return x.times(Expr.of(instance.w())).plus(Expr.of(instance.b()));
    }

    private Expr linearAt(Expr x) {
        var e = ComplexExpr.timeIntegral(square().over(Rational.of(-2)), instance.u(), instance.horizon());
        return ComplexExpr.unit(angle(x)).times(e).im().times(Expr.of(instance.w().negate()));
    }

    private Expr gramAt(Expr x) {
        var e = ComplexExpr.timeIntegral(square().times(Rational.of(-2)), instance.u().times(Rational.TWO), instance.horizon());
        return ComplexExpr.unit(angle(x).times(2)).times(e).re().plus(Expr.of(instance.horizon())).over(2);
    }

    private Rational square() {
        return instance.w().times(instance.w());
    }

    /** B(x) or G(x). */
    private Expr at(boolean gram, Expr x) {
        return gram ? gramAt(x) : linearAt(x);
    }

    /** E B or E G in closed form. */
    private Expr mean(boolean gram) {
        return (gram ? moments.gram() : moments.linear()).entry(0, 0);
    }

    /** E B^2 or E G^2 in closed form. */
    Expr secondMoment(boolean gram) {
        return gram ? moments.gramSecondMoment() : moments.linearSecondMoment();
    }

    Expr secondMomentByQuadrature(boolean gram) {
        return expectation(x -> at(gram, x).square(), size(gram).square());
    }

    /** The greatest |B(x)|, beta, or |G(x)|, T. */
    Expr size(boolean gram) {
        return gram ? Expr.of(instance.horizon())
            : Expr.of(square().times(instance.horizon()).over(Rational.of(-2))).expm1().negate().times(2).over(Expr.of(instance.w().abs()));
    }

    /** E f(X_0), |f| at most {@code bound}: over each mode x = mu_k + sqrt(v) z, and 2 Q(L) of it lies beyond L. */
    private Expr expectation(UnaryOperator<Expr> f, Expr bound) {
        var root = Expr.of(instance.variance()).sqrt();
        var terms = new ArrayList<Expr>();
        for (int k = 0; k < instance.weights().size(); k++) {
            terms.add(f.apply(Expr.of(instance.centers().get(k)).plus(root.times(Z))).times(Expr.of(instance.weights().get(k))));
        }
        return ImproperIntegral.of(Expr.sum(terms).times(SignInformation.density(Z)), Z,
            new TailBound(L.normalTail().times(2).times(bound), L, Rational.ZERO));
    }

    /** beta eta or T eta, eta = (1 + sqrt(2 log(1/delta)))/sqrt(n). */
    Expr threshold(boolean gram) {
        return size(gram).times(MainClaims.eta(instance.n(), instance.delta()));
    }

    /**
     * The bound above of P(|Delta| >= share threshold), at lambda = r/beta^2, or 4 r/T^2 for G, whose range is half as wide in its size. |Y| <= 2 size, so that
     * e^{lambda Y} is at most e^{2 lambda size}.
     */
    Expr tailBound(boolean gram, Rational share) {
        var size = size(gram);
        var r = threshold(gram).times(Expr.of(share));
        var lambda = r.over(size.square()).times(gram ? 4 : 1);
        var bound = lambda.times(size).times(2).exp();
        var mean = mean(gram);
        var up = expectation(x -> at(gram, x).minus(mean).times(lambda).exp(), bound);
        var down = expectation(x -> mean.minus(at(gram, x)).times(lambda).exp(), bound);
        return up.pow(instance.n()).plus(down.pow(instance.n())).times(lambda.times(r).times(-instance.n()).exp());
    }
}
