package org.apodix.diffusion;

import org.apodix.expression.Expr;

/**
 * The weights of one step of size h, all in terms of q = e^-h: differences of nearly equal weights are given in closed form.
 *
 * <p>Definitions: A = 2(e^h - 1), theta = tanh(h/2), a_EI = A - 2 theta, w = (e^2h - 1)/2, omega = w - a_EI,
 * kappa = (1 - e^-2h)/2, W = A - h, c' = 1 + (e^h - 1 - h)/(2h).
 */
public final class StepWeights {

    private final Expr q;
    private final Expr h;

    /** @param q e^-h in (0, 1) */
    public StepWeights(Expr q) {
        this(q, q.log().negate());
    }

    private StepWeights(Expr q, Expr h) {
        this.q = q;
        this.h = h;
    }

    /** The weights of a step whose size h > 0 is given in place of q = e^-h. */
    public static StepWeights ofStep(Expr h) {
        return new StepWeights(h.negate().exp(), h);
    }

    /** h = -log q. */
    public Expr step() {
        return h;
    }

    /** A = 2(1 - q)/q. */
    public Expr linear() {
        return gap().times(2).over(q);
    }

    /** theta = (1 - q)/(1 + q). */
    public Expr theta() {
        return gap().over(Expr.ONE.plus(q));
    }

    /** a_EI = A - 2 theta = 2(1 - q)/(q(1 + q)). */
    public Expr exponentialIntegrator() {
        return gap().times(2).over(q.times(Expr.ONE.plus(q)));
    }

    /** A - 4 theta = 2(1 - q)^2/(q(1 + q)). */
    public Expr cross() {
        return gap().square().times(2).over(q.times(Expr.ONE.plus(q)));
    }

    /** w = (1 - q^2)/(2 q^2). */
    public Expr tweedie() {
        return noise().over(q.square().times(2));
    }

    /** omega = w - a_EI = (1 - q)^3/(2 q^2 (1 + q)). */
    public Expr dominance() {
        return gap().pow(3).over(q.square().times(2).times(Expr.ONE.plus(q)));
    }

    /** kappa = (1 - q^2)/2. */
    public Expr kappa() {
        return noise().over(2);
    }

    /** W = A - h. */
    public Expr path() {
        return linear().minus(h);
    }

    /** c' h = h + (e^h - 1 - h)/2 = (1/q - 1 + h)/2. */
    public Expr scoreError() {
        return gap().over(q).plus(h).over(2);
    }

    /** c h = 2 theta + (A - 4 theta)^2 / (4 (a_EI - h)), the refinement of c' h for the chain. */
    public Expr refinedScoreError() {
        return theta().times(2).plus(cross().square().over(exponentialIntegrator().minus(h).times(4)));
    }

    /** The variance 1 - q^2 of the noise of one step. */
    public Expr noise() {
        return Expr.ONE.minus(q.square());
    }

    /** 2 sinh h = 1/q - q. */
    public Expr tweedieShift() {
        return noise().over(q);
    }

    private Expr gap() {
        return Expr.ONE.minus(q);
    }
}
