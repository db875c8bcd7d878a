package org.apodix.theorems.generalizationgap;

import java.util.List;
import org.apodix.audit.Constant;
import org.apodix.audit.Constant.Source;
import org.apodix.audit.Remark;

/** The symbols of the theorem, and what was found beyond the paper. */
final class Findings {

    private Findings() { }

    static List<Constant> constants() {
        return List.of(
            new Constant("n", "sample size", Source.INSTANCE),
            new Constant("m", "width: number of frozen random features", Source.INSTANCE),
            new Constant("\\tau", "training time of $\\dot\\theta=-\\nabla L$ from $\\theta(0)=0$; the paper takes $\\tau\\asymp n^{2/5}$, G9(c) takes $\\tau^\\circ=\\tfrac R{2D_0}\\asymp\\sqrt n$",
                Source.INSTANCE),
            new Constant("T", "horizon of the diffusion", Source.INSTANCE),
            new Constant("\\pi", "law from which the sampler starts", Source.INSTANCE),
            new Constant("\\theta", "trained coefficients, $d\\times m$; with $\\theta=A/\\sqrt m$ the score is $\\tfrac1mA\\cos(\\cdot)$ and $|\\theta|$ the RKHS norm", Source.PAPER),
            new Constant("L(\\theta)", "$\\tfrac12\\int_0^TE|s_\\theta-\\nabla\\log p_t|^2dt$; the paper averages over $t\\sim U(0,T)$, $\\tilde{\\mathcal L}=\\tfrac2TL$", Source.DERIVED),
            new Constant("L^*", "least population loss of these features", Source.INSTANCE),
            new Constant("R", "$|\\theta^*|$, norm of the minimizer", Source.INSTANCE),
            new Constant("\\beta", "$\\big(\\tfrac1m\\sum_j\\beta_j^2\\big)^{1/2}\\le0.9026\\sqrt T$, $\\beta_j=\\tfrac2{|w_j|}(1-e^{-|w_j|^2T/2})$: a bound of $|B(x)|$ in every dimension", Source.DERIVED),
            new Constant("c_1", "$\\max_{x>0}(1-e^{-x})/\\sqrt x=0.63817\\ldots$", Source.DERIVED),
            new Constant("D_\\tau", "$|\\Delta_B|+|\\Delta_G||\\hat\\theta(\\tau)|$, what the sample adds to the driving force of the flow", Source.INSTANCE),
            new Constant("\\eta_n(\\delta)", "$\\tfrac{1+\\sqrt{2\\log(1/\\delta)}}{\\sqrt n}$", Source.DERIVED),
            new Constant("\\delta", "confidence $1-\\delta$; part (c) of G9 is tried at $\\tfrac1{20}$", Source.RUN));
    }

    static List<Remark> remarks() {
        return List.of(
            Remark.of("The constant of eq. (14). As printed, $D_{\\rm KL}\\le\\tilde{\\mathcal L}(\\hat\\theta;g^2)+D_{\\rm KL}(p_T\\|\\pi)$ is correct for $T\\le2$ and fails for $T>2$: $v=1$, $\\tilde v=2$, $T=4$, "
                + "and two ReLU units. The Girsanov constant is $\\tfrac T2$. Inserting it is harmless for a statement up to constants of $T$, so neither theorem is affected. The first "
                + "instance refutes it for both readings of the generated law, the ReLU instance for the end point of the reverse diffusion only.", "G3"),
            Remark.of("Three clocks in the proof of Theorem 1. Its bias $\\tfrac1\\tau$, norm $\\sqrt{\\tau/m}$ and drift prefactor $\\tfrac{\\tau^2}m$ belong to flows $\\dot A=-c\\nabla_AL$ with $c=m$, $1$ and "
                + "$\\sqrt m$; each is refuted under another's clock. These rows refute intermediate estimates; by themselves they do not refute the last display of Theorem 1, which also carries "
                + "an approximation term that is not small there.", "clocks"),
            Remark.of("In one clock $\\mathsf T=c\\tau/m$ the paper's own estimates assemble to $\\mathsf T^4/n+\\mathsf T^3+1/\\mathsf T$, whatever $c$ is: the width disappears, and the middle term does not "
                + "decay with $n$. The conclusion, a polynomial bound without the dimension, is true for bounded features: contraction and smoothing prove it without that term.", "G6", "G9"),
            Remark.of("Smaller gaps read in the same proof, with what repairs them here. (i) The drift display averages $(s-\\nabla\\log p_t)\\sigma$ over the sample's law with the population score, so it "
                + "follows the explicit empirical loss, not the denoising one of (9); the difference is centered but not zero on a sample: it is part of $\\Delta_B$. (ii) Training uses the weight "
                + "$\\lambda$ of (6), which tends to 0 as $t\\to0$, while (14) needs $g^2$; here $\\lambda=g^2=1$. (iii) A hidden constant is the maximum of $|\\nabla\\log p_t|$ over a box: it depends on "
                + "$p_0$ and grows like $\\tfrac1t$ for compact support; here only $C$, $\\beta$ and $T$ enter. (iv) $|A_0|_F$ and $|A_*|_F$ are treated as $O(1)$ where a finite RKHS norm gives "
                + "$O(\\sqrt m)$: harmless for a start at 0. (v) $(\\tau/m)^2$ is relaxed to $\\tau^2$: valid, wasteful. These are gaps of a proof, no counterexamples to the theorem.", "G1", "G6", "G9"),
            Remark.of("Better exponents for cosine features and mixtures of Gaussians: $n^{-1/2}$ with the constant $\\tfrac{25}{8e}$ in place of $n^{-2/5}$, and $m^{-1}$ in expectation over the features in place of "
                + "$m^{-4/5}$; the best time is of order $\\sqrt n$. A different setting than the paper's ReLU and compact support.", "G8", "G9", "G10"),
            Remark.of("A floor. For every $n\\ge4$ there are two $C^1$ densities (G11) such that no estimator has an expected divergence below $\\tfrac{0.0204}n$ for both. The first bracket of (P1), taken alone, falls faster for $m=n^\\gamma$ with $\\gamma>4$. That "
                + "contradicts (P1) only if its approximation and prior terms, with their hidden constants, stay below the floor for both densities; if they stay above, it does not refute (P1).", "G10", "G11"),
            Remark.of("Sharp early stopping. The Lyapunov argument gives the factor $\\tfrac12$; the best one is $\\tfrac14$ for all convex losses and comparators (gradient flow at time $\\tau$ is never worse than the ridge "
                + "objective with $\\lambda=\\tfrac1{2\\tau}$) and $\\tfrac1{4e}$ for quadratics against their minimizer.", "G5"),
            Remark.of("No dimension in the constants: $|G(x)|\\le T$ and $|B(x)|\\le0.9026\\sqrt T$ for all $x$, $d$, $m$ and weights, where the paper hides $d\\log(d+1)$ for ReLU on a box.", "G1"),
            Remark.of("What a shift of the modes is. With bounded features at fixed $T$ the loss never exceeds $\\tfrac d2\\log\\tfrac{v+T}v$, for every shift. A polynomial has two honest sources: ReLU features, "
                + "whose second moment is $\\tfrac{\\mu^2+s}2$, and a start that does not know $\\mu$, which forces $T\\asymp\\mu^2$. At fixed $T$ and $\\tau$ the loss first falls ($\\mu\\le1$), then rises, then saturates (on a "
                + "grid). Theorem 2 is an upper bound and is not contradicted.", "G12"),
            Remark.of("A certificate without integrals: the likelihood form bounds $E_{p_0}[-\\log p_0^\\theta]$ by elementary functions for every mixture of Gaussians, and for single points.", "G3"),
            Remark.of("Where it says nothing: for instance I1 the statistical term of G9(c) is below $L^*$ only from about $n=1150$ on; nearly parallel features make $R$ huge, then part (b) is the one to use. Most random "
                + "instances of G9 are true and uninformative, and the audit counts them so. At confidence $\\tfrac{19}{20}$ part (c) exceeds the excess of the zero network for every run of fewer than 30 samples, "
                + "and random runs have at most 32; part (d), with its factor 2, says nothing unless $L^*<\\tfrac C2$. Two edges are chosen where each says something.", "G9"));
    }
}
