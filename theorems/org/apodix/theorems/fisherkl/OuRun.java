package org.apodix.theorems.fisherkl;

import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.StepWeights;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** One run of the sampler on a uniform grid without early stopping: what R4 to R8, R10 and R11 speak of. */
public interface OuRun extends TwoTimes {

    /** e^-h. */
    Rational q();

    /** N. */
    int steps();

    StepWeights weights();

    boolean hasExactScores();

    /** Whether the network is identically zero, so that every divergence is H_0. */
    boolean hasZeroNetwork();

    /** Whether the data law is the standard Gaussian. */
    boolean isStandard();

    /** H_{s_j}, j = 0, 1, N, N + 1. */
    Expr entropy(int j);

    /** I_{s_j}, j = 0..N; j = 0 only where it is finite. */
    Expr fisher(int j);

    /** The sums over the steps j = 1..N of I, eps^2, E[r . e], E|s|^2 and E[s . r]. */
    Expr sumFisher();

    Expr sumSquaredError();

    Expr sumErrorProduct();

    Expr sumScoreSquare();

    Expr sumScoreProduct();

    /** The smallest eta^2 with eps_j^2 <= eta^2 I_{s_j} for all j. */
    Expr relativeError();

    Expr chain(Scheme scheme);

    Expr path();

    /** Whether the law of the output is known. */
    boolean knowsTruth();

    /** KL(mu | law X_0), where it is known. */
    Expr truth(Scheme scheme);

    /** e^{-kT} = q^{kN}. */
    default Expr decay(int k) {
        return Expr.of(q()).pow(k * steps());
    }
}
