package org.apodix.theorems.dimensionfreescore;

import static org.apodix.audit.Constant.Source.DERIVED;
import static org.apodix.audit.Constant.Source.INSTANCE;
import static org.apodix.audit.Constant.Source.PAPER;

import java.util.List;
import org.apodix.audit.Constant;
import org.apodix.audit.Remark;

/** The symbols of dimension-free-score, and what was found beyond the paper. */
final class DimensionFreeScoreText {

    private DimensionFreeScoreText() { }

    static List<Constant> constants() {
        return List.of(
            new Constant("f", "logarithm of the density of the data relative to the standard Gaussian $\\gamma$, up to a constant", PAPER),
            new Constant("d", "dimension", INSTANCE),
            new Constant("C", "Lipschitz constant of $f$; at most the path norm where $f$ is a ReLU network", INSTANCE),
            new Constant("\\Delta", "$\\sup f-\\inf f$, where it is finite", INSTANCE),
            new Constant("\\alpha,\\beta", "growth: $-\\alpha|x|^2-c_-\\le f\\le\\beta|x|^2+c_+$", PAPER),
            new Constant("a,\\sigma", "$e^{-t}$ and $\\sqrt{1-a^2}$ at the time $t$ of the forward process; Pythagorean pairs", INSTANCE),
            new Constant("\\kappa", "$\\sigma C$", DERIVED),
            new Constant("M", "number of nodes of the Monte-Carlo estimators", INSTANCE),
            new Constant("\\bar V,\\bar V'", "leading constants of $M\\,E|\\text{error}|^2$ in the Stein and in the gradient form", DERIVED),
            new Constant("T_M", "remainder of the two-sided bracket $\\big|\\,\\|\\hat R-r\\|-\\sqrt{\\bar V/M}\\,\\big|\\le T_M$; claims use an upper bound of it", DERIVED),
            new Constant("B_M(d,\\kappa)", "bound of $M\\,E|\\hat R-r|^2$ for Lipschitz $f$", DERIVED),
            new Constant("n_E,\\varrho,n_S", "fineness of the exponential, reciprocal and square blocks of the network", INSTANCE),
            new Constant("\\nu", "error of the network against the estimator, for every $x$", DERIVED),
            new Constant("q,K", "$e^{-h}$ for the step $h$ of the sampler, and its number of steps", INSTANCE),
            new Constant("N", "number of samples in R14 and R15", INSTANCE));
    }

    static List<Remark> remarks() {
        return List.of(
            Remark.of("The exponent $-\\tfrac12$ is exact: the slope of the error is bracketed from both sides, in up to 100 dimensions. Not only the exponent but the constant of the gradient form is free of the dimension; in the Stein form the error "
                + "without a tilt is exactly $d/M$.", "R4", "R5", "R10b"),
            Remark.of("The exponential in $C^2$ is real for sampled nodes: without it the bound of R4 is refuted for two modes at distance 2.", "R4"),
            Remark.of("The minimal hypothesis for the rate: the average of the second moment of the weights is finite exactly for $1+\\lambda+2\\lambda\\sigma^2+2\\lambda^2\\sigma^4>0$ for Gaussian data, a stronger condition than that at each point.", "R6"),
            Remark.of("No truncation ball: the network is centered at $\\phi(ax)$, and its error bound has no restriction on $x$; it is met 10000 units from the origin. Path norms are counted on the networks.", "R8", "R9"),
            Remark.of("Bounded weights at any accuracy: the path norms of the blocks and of the network have bounds that do not grow with the number of pieces.", "R8", "R9"),
            Remark.of("A grid in place of sampled nodes loses the rate: the slope for $n=16$ to $32$ points per coordinate is above $-\\tfrac12$ already on the plane.", "R10c"),
            Remark.of("A node set that is good is found, not only shown to exist: the error of given nodes is one integral over the line in any dimension.", "R10a"),
            Remark.of("Mixtures near the identity satisfy the growth condition with explicit constants, also with components narrower than the noise, where the constants may be negative.", "R7"),
            Remark.of("The path divergence of the sampler is an identity, not a bound; early stopping is not needed.", "R11", "R12"));
    }
}
