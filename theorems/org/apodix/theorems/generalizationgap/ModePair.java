package org.apodix.theorems.generalizationgap;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.TailBound;
import org.apodix.expression.Variable;

/**
 * N(-a, s)/2 + N(a, s)/2 on the line: entropy and Fisher information by quadrature of their definitions. By symmetry the expectation of an even function
 * is that under N(a, s), x = a + sqrt(s) z.
 *
 * @param squaredHalf a^2
 * @param variance    s
 */
record ModePair(Rational squaredHalf, Rational variance) {

    private static final Variable Z = new Variable("z");
    private static final Variable L = new Variable("L");

    /** sqrt(a^2/s). */
    private Expr ratio() {
        return Expr.of(squaredHalf.over(variance)).sqrt();
    }

    /**
     * -E log p(X) with p the sum of two densities: with b = a/sqrt(s), log p = log(e^{-z^2/2} + e^{-(z + 2b)^2/2}) - log 2 - log(2 pi s)/2.
     *
     * <p>The first logarithm lies between -z^2/2 and log 2, and 2 int_L^inf (z^2/2 + log 2) phi = L phi(L) + (1 + 2 log 2) Q(L).
     */
    Expr entropy() {
        var other = Z.plus(ratio().times(2));
        var log = Expr.logSumExp(List.of(Z.square().over(-2), other.square().over(-2)));
        var tail = L.times(SignInformation.density(L)).plus(L.normalTail().times(Expr.ONE.plus(Expr.TWO.log().times(2))));
        var mean = ImproperIntegral.of(log.times(SignInformation.density(Z)), Z, new TailBound(tail, L, Rational.ONE));
        return Expr.PI.times(2).times(Expr.of(variance)).log().over(2).plus(Expr.TWO.log()).minus(mean);
    }

    /**
     * E (p'/p)^2; with b = a/sqrt(s) and y = z + b, sqrt(s) p'/p = -y + b tanh(b y).
     *
     * <p>The square is at most (|z| + 2b)^2 <= 2 z^2 + 8 b^2, and 2 int_L^inf of that times phi is 4 L phi(L) + (4 + 16 b^2) Q(L).
     */
    Expr fisher() {
        if (squaredHalf.isZero()) {
            return Expr.of(variance.inverse());
        }
        var b = ratio();
        var score = scaledScore(b, Z.plus(b));
        var tail = L.times(SignInformation.density(L)).times(4)
            .plus(L.normalTail().times(Expr.of(squaredHalf.over(variance).times(Rational.of(16)).plus(Rational.of(4)))));
        return ImproperIntegral.of(score.square().times(SignInformation.density(Z)), Z, new TailBound(tail, L, Rational.ONE)).over(Expr.of(variance));
    }

    /** sqrt(s) p'/p at x = sqrt(s) y. */
    static Expr scaledScore(Expr b, Expr y) {
        return b.times(b.times(y).tanh()).minus(y);
    }
}
