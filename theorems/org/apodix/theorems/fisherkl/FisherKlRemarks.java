package org.apodix.theorems.fisherkl;

import static org.apodix.audit.Constant.Source.DERIVED;
import static org.apodix.audit.Constant.Source.INSTANCE;
import static org.apodix.audit.Constant.Source.PAPER;

import java.util.List;
import org.apodix.audit.Constant;
import org.apodix.audit.Remark;

/** The symbols of the statement, and what was found beyond the paper. */
final class FisherKlRemarks {

    private FisherKlRemarks() { }

    static List<Constant> constants() {
        return List.of(
            new Constant("\\mu", "the data law, with finite second moment", INSTANCE),
            new Constant("\\gamma", "the standard Gaussian, where the sampler starts", PAPER),
            new Constant("h,\\;N,\\;T=Nh", "step size, number of steps, horizon; an instance gives $q=e^{-h}$ (kinetic: $h$) as an exact fraction", INSTANCE),
            new Constant("\\varepsilon_j^2", "mean square error of the relative score at $s_j=jh$ under the true law $p_{s_j}$; the paper measures the error of "
                + "twice the score, $\\varepsilon_{\\mathrm{paper}}^2=4\\varepsilon_j^2$", INSTANCE),
            new Constant("H_t", "$\\mathrm{KL}(p_t|\\gamma)$, relative entropy of the noised data", PAPER),
            new Constant("I_t", "$E|\\nabla\\log\\frac{dp_t}{d\\gamma}|^2$, relative Fisher information", PAPER),
            new Constant("r_t", "$\\nabla\\log\\frac{dp_t}{d\\gamma}$, relative score; $\\hat s_j$ is the network in place of $r_{s_j}$", PAPER),
            new Constant("\\hat X", "the sampler, $\\hat X_{j-1}=q\\hat X_j+a\\,\\hat s_j(\\hat X_j)+\\sqrt{1-q^2}\\,Z_j$ from $\\hat X_N\\sim\\gamma$; EI, the exponential integrator: "
                + "$a=2(1-q)$; TW, the Tweedie scheme, added here: $a=q^{-1}-q$", PAPER),
            new Constant("\\mathrm{truth},\\;\\mathrm{chain},\\;\\mathrm{path}", "divergences from the true law to that of the sampler: of $X_0$ alone, of $X$ at all grid times, of $X$ at all times; each at most the next", DERIVED),
            new Constant("\\theta,\\;W,\\;\\omega", "$\\tanh\\tfrac h2$; $2e^h-2-h$; $w-2(e^h-1)+2\\theta$", DERIVED),
            new Constant("1", "in front of $e^{-2T}\\mathrm{KL}(\\mu|\\gamma)$; indeed $e^{-2h}$", DERIVED),
            new Constant("\\kappa", "$\\tfrac12(1-e^{-2h})\\le\\min(h,\\tfrac12)$, in front of $I(\\mu|\\gamma)$", DERIVED),
            new Constant("c'h", "$h+\\tfrac12(e^h-1-h)$, weight of a squared score error; at most $(1+0.36h)h$ for $h\\le1$", DERIVED),
            new Constant("w", "$\\tfrac12(e^{2h}-1)$, the same weight for the Tweedie scheme", DERIVED),
            new Constant("2e^{-2}h+\\tfrac{h^2}4", "in front of $I(\\mu|\\gamma)$ for the kinetic sampler without score error", DERIVED));
    }

    static List<Remark> beyondThePaper() {
        return List.of(
            Remark.of("Exact bookkeeping: the divergence of the chain and of the path is $H_0$ minus a weighted sum of Fisher informations at the grid times. The "
                + "proof needs neither Girsanov's theorem nor the time reversal of diffusions, and finite relative entropy only.", "R4", "R5"),
            Remark.of("Finite relative entropy is enough, without finite Fisher information: the discretization costs at most the entropy that the data lose in one "
                + "forward step. Infinite Fisher information costs the rate, not the convergence; for uniform data it is $\\sqrt h$.", "R6", "R12"),
            Remark.of("Explicit constants: 1 in front of the initial error and of $hI$, and $\\tfrac14(1+0.36h)$ in front of $T\\varepsilon_{\\mathrm{paper}}^2$.", "R7"),
            Remark.of("Where it is vacuous: by the logarithmic Sobolev inequality $hI_0\\ge2hH_0$, so a bound with $hI$ says nothing from $h=\\tfrac12$ on; $\\kappa I_0$ can "
                + "be informative at every step size.", "R3", "R7"),
            Remark.of("To first order in $h$ the discretization costs the deficit of the logarithmic Sobolev inequality, which vanishes for Gaussian shifts alone.", "R11"),
            Remark.of("A gap of rates: for fixed Gaussian data the output's divergence is of order $h^2$, and yet no constant below 0.1728 in front of $hI$ holds for all "
                + "data.", "R13"),
            Remark.of("Exact scores are not optimal for the exponential integrator: scores inflated by $\\tfrac12(1+e^h)$ turn it into the Tweedie scheme, which is better.",
                "R10"),
            Remark.of("A score error relative to the size of the score enters without the horizon.", "R8"),
            Remark.of("Early stopping with steps that grow geometrically and then stay constant: explicit constants, and the bound of the Fisher information is an identity with "
                + "the posterior variance as its gap.", "R9"),
            Remark.of("The kinetic law is the overdamped law at a slower clock. Hence constants that do not grow with the horizon, the rate $h$ for data of infinite Fisher "
                + "information, and a first-order cost that is the smaller one of the two samplers.", "K2", "K5", "K6", "K7"),
            Remark.of("$\\kappa$ is the best dimension-free constant for the path; the claim shows four fifths of it, in dimension $10^{100000}$.", "R12"),
            Remark.of("Not shown: R6 and R7 bound the path, and the output may be far closer to the data. Nothing is said of how scores are learned."));
    }
}
