package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.StripBound;
import org.apodix.expression.StripIntegral;
import org.apodix.expression.Variable;

/**
 * R12(N) where all of it is known: two modes on the line, one given node u, and a network that is off by the constant nu. The drift of step j is then (a_j/sigma_j) u + nu, and the law of Y_0 Gaussian with the
 * variance 1.
 *
 * @param chain     of two modes; another one is rejected
 * @param node      u
 * @param deviation nu, not negative
 * @param threshold of the event X > threshold, on which both laws are compared
 */
record OneNodeSampler(RidgeChain chain, Rational node, Rational deviation, Rational threshold) {

    private static final Variable X = new Variable("x");
    private static final Variable K = new Variable("k");
    private static final Variable L = new Variable("L");

    OneNodeSampler {
        if (!(chain.profile() instanceof TwoModes) || deviation.signum() < 0) {
            throw new IllegalArgumentException("one node for " + chain.profile() + " and the deviation " + deviation + ": the tilt has two modes, and the deviation is not negative");
        }
    }

    TwoModes modes() {
        return (TwoModes) chain.profile();
    }

    private ForwardTime time(int j) {
        return new ForwardTime(chain.q().pow(j));
    }

    /** The mean of Y_0, step by step. */
    Expr mean() {
        var weight = chain.q().inverse().minus(chain.q());
        var terms = new ArrayList<Expr>();
        for (int j = 1; j <= chain.steps(); j++) {
            var drift = time(j).ratio().times(Expr.of(node)).plus(Expr.of(deviation));
            terms.add(drift.times(Expr.of(chain.q().pow(j - 1).times(weight))));
        }
        return Expr.sum(terms);
    }

    /** D_j^2 = int (u - r)^2 p_t = u^2 - 2u E r + E r^2, with E r = sigma m (2p - 1) as the means of tanh are those of the modes, and E r^2 = (sigma/a)^2 J. */
    Expr squaredNodeError(int j) {
        var mean = modes().m().times(modes().p().times(Rational.TWO).minus(Rational.ONE));
        var cross = time(j).noise().times(Expr.of(mean.times(node).times(Rational.TWO)));
        var square = chain.fisher(j).over(time(j).ratio().square());
        return Expr.of(node.pow(2)).minus(cross).plus(square);
    }

    /** The same as if E r were 0. */
    Expr squaredNodeErrorOfMeanZero(int j) {
        return Expr.of(node.pow(2)).plus(chain.fisher(j).over(time(j).ratio().square()));
    }

    /**
     * The same integral by quadrature, r = sigma m tanh z. For |Im x| = k <= pi/(3am), |tanh z| <= sqrt 3 and |p_t| grows at most by e^{k^2/2}; on the line |r| <= sigma m, and p_t is at most
     * phi(|x| - am).
     */
    Expr squaredNodeErrorByQuadrature(int j) {
        var line = new TwoModes(modes().m().times(time(j).a()), modes().p());
        var am = Expr.of(line.m());
        var s = Expr.of(modes().m()).times(time(j).noise());
        var size = Expr.of(node.abs());
        var gap = Expr.of(node).minus(s.times(X.times(am).plus(line.offset()).tanh()));
        var most = size.plus(s.times(Expr.of(3).sqrt())).square().times(K.square().over(2).exp());
        var tail = size.plus(s).square().times(L.minus(am).normalTail()).times(2);
        var body = gap.square().times(line.at(ForwardTime.START, X).density()).times(Gauss.density(X));
        return StripIntegral.of(body, X, new StripBound(Expr.PI.over(am.times(3)), most, K, tail, L, am, false));
    }

    /** (a_j/sigma_j) D_j + nu. */
    private Expr driftError(int j) {
        return time(j).ratio().times(squaredNodeError(j).max(Expr.ZERO).sqrt()).plus(Expr.of(deviation));
    }

    /** KL(p_0 | gamma) - ((1/q^2 - 1)/2) sum_j (J_j - ((a_j/sigma_j) D_j + nu)^2). */
    Expr path() {
        var terms = new ArrayList<Expr>();
        for (int j = 1; j <= chain.steps(); j++) {
            terms.add(driftError(j).square());
        }
        var weight = chain.q().pow(2).inverse().minus(Rational.ONE).over(Rational.TWO);
        return chain.path().plus(Expr.sum(terms).times(Expr.of(weight)));
    }

    /** |P(X_0 > threshold) - P(Y_0 > threshold)|, which is at most TV. */
    Expr gap() {
        var t = Expr.of(threshold);
        var m = Expr.of(modes().m());
        var p = Expr.of(modes().p());
        var data = t.minus(m).normalTail().times(p).plus(t.plus(m).normalTail().times(Expr.ONE.minus(p)));
        return data.minus(t.minus(mean()).normalTail()).abs();
    }
}
