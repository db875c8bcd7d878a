package org.apodix.diffusion;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/** A law on the line; integrals over the line are cut at {@value #CUT} standard deviations, with the rest as an explicit term. */
public abstract class LineLaw implements FlowLaw {

    /** The probability of a standard Gaussian beyond is below 10^-50. */
    static final int CUT = 15;

    @Override
    public final int dimension() {
        return 1;
    }

    /** E X_0. */
    public abstract Rational mean();

    /** Var X_0. */
    public abstract Rational variance();

    /**
     * The law at a level, at one point: expressions that share their parts.
     *
     * @param density  p(x)
     * @param score    the relative score r(x)
     * @param logRatio log(dp/d gamma)(x)
     */
    public record Point(Expr density, Expr score, Expr logRatio) { }

    /** The law at this level and this point. */
    public abstract Point at(NoiseLevel level, Expr x);

    @Override
    public final Expr secondMoment() {
        return Expr.of(variance().plus(mean().pow(2)));
    }

    /** int body over [from, to]. */
    static Expr integral(java.util.function.UnaryOperator<Expr> body, Expr from, Expr to) {
        var x = new Variable("x");
        return Integral.of(body.apply(x), x, from, to);
    }

    /** int_z^infinity x^k phi(x) dx for even k: z^(k-1) phi(z) + (k - 1) times that of k - 2. */
    static Expr tailMoment(int k, Expr z) {
        return k == 0 ? z.normalTail() : z.pow(k - 1).times(normalDensity(z)).plus(tailMoment(k - 2, z).times(k - 1L));
    }

    static Expr normalDensity(Expr z) {
        return z.square().over(-2).exp().over(Expr.PI.times(2).sqrt());
    }
}
