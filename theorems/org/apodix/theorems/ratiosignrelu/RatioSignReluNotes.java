package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import org.apodix.audit.Constant;
import org.apodix.audit.Constant.Source;
import org.apodix.audit.Remark;

/** The symbols of ratio-signrelu, and what was found beyond the paper. */
final class RatioSignReluNotes {

    private RatioSignReluNotes() { }

    static List<Constant> constants() {
        return List.of(
            new Constant("\\alpha", "the parameter of the activation, $\\sigma(x)=\\frac{\\alpha x}{1-x}$ for $x<0$; a positive rational", Source.INSTANCE),
            new Constant("\\mathrm{Rec}_\\tau", "one unit, $\\frac1\\tau\\big(1+\\frac1\\alpha\\sigma(1-\\frac t\\tau)\\big)$", Source.DERIVED),
            new Constant("\\kappa^-_{\\tau,L}", "one unit, $\\tau+\\frac1L\\sigma(L(t-\\tau))$, a soft clip from below", Source.DERIVED),
            new Constant("H,\\;G", "$H(x,t)=\\big(\\frac1{x-t}+\\frac1{x+t}\\big)^{-1}$ by three units; the gate of six units is $G(x,y,z)=\\frac12(H(x,y-z)-H(x,y+z))$", Source.DERIVED),
            new Constant("W", "$1000(\\max(\\tau,B)+1)$, as far as R1, R2 and R6 are proved", Source.RUN),
            new Constant("d", "the dimension of the input, 1, 2 or 3", Source.INSTANCE),
            new Constant("n", "the number of shared units of the first hidden layer", Source.INSTANCE),
            new Constant("-\\tfrac12-\\tfrac3{2d}", "the exponent of $n$ in the quoted statement; its constant is not stated", Source.PAPER),
            new Constant("m", "a lower bound of the denominator: $m_{nc}$ by the nearest component for $d=1$, $m_{cr}=\\max_iw_ie^{-U_i^2/2}$ for $d\\ge2$", Source.DERIVED),
            new Constant("\\rho", "a bound of the quotient; $D=\\max|a_i|$ for kernel marginals", Source.DERIVED),
            new Constant("\\lambda", "the scale of the gate, $3G_1/m_2$", Source.DERIVED),
            new Constant("\\varepsilon_j", "bounds of the errors of numerator and denominator: $\\frac{R^2}{2n^2v}\\sum|A_i|$, $\\sum|A_i|\\frac{(U_i^2/2)^K}{K!}$ or "
                + "$2\\sum|A_i|\\frac{(R^2/8v)^K}{K!}$", Source.DERIVED),
            new Constant("\\Lambda", "$\\sup a\\,d(2d-1)2^{d-1}$ for $R=1$; the rate of R12 has the constant $C=\\Lambda\\sqrt{1/2}\\,(2^d+1)^{\\frac12+\\frac3{2d}}$ "
                + "for one chart and a density of one sign", Source.DERIVED),
            new Constant("\\Delta_t", "the drop of the signal-to-noise ratio, $\\frac{\\bar\\alpha_{t-1}}{1-\\bar\\alpha_{t-1}}-\\frac{\\bar\\alpha_t}{1-\\bar\\alpha_t}$",
                Source.INSTANCE),
            new Constant("\\tfrac{40}3", "the constant of the estimation error, $2R_0+\\frac{40}3\\frac{B^2\\ln N}m$", Source.DERIVED),
            new Constant("10^{-9}", "the probability that a draw of R12 exceeds its level", Source.RUN));
    }

    static List<Remark> beyondThePaper() {
        return List.of(
            Remark.of("Six units divide: two hidden layers of widths 4 and 2, and one layer is not enough. A quotient of read-outs of $n$ shared units needs three "
                + "hidden layers and the width $\\max(n,4q)$ for $q$ numerators; with the clips of denominator and input there are six.", "R3", "R4", "R9"),
            Remark.of("$\\alpha=1$ is the only parameter with which no SignReLU network of any size is ReLU near 0; with any other a network of twice the depth is "
                + "ReLU exactly on a half line.", "R5"),
            Remark.of("The exponent $-\\frac12-\\frac3{2d}$ is that of a variation space, and is proved there with an explicit constant. Gaussian-kernel marginals are "
                + "entire: with the same activation and depth the error falls faster than any power of $n$.", "R12", "R14"),
            Remark.of("Interpolation and samples are both needed for that exponent: without samples the error is one-sided and of order $\\mu^{-2}=n^{-2/d}$.", "R12"),
            Remark.of("The price of a small denominator is $m^{-1/2}$ in the norm weighted by $f_2$, not $m^{-1}$; and closeness of the denominator in $L^p$ alone "
                + "gives nothing.", "R8"),
            Remark.of("Bounds of the quotient are vacuous until $\\varepsilon_2<m$, and useless while they exceed $2D$; $m$ falls like $e^{-R^2/2v}$.", "R10", "R14"),
            Remark.of("The path bound is one formula: $U_T+\\sum_t\\frac{\\Delta_t}2E|x_0-\\hat x_t|^2-I(x_0;x_1)$. The discretization error of a DDPM with posterior "
                + "variance is a right-endpoint Riemann sum minus the integral of mmse; with the matched variance it vanishes for Gaussian data.", "R18", "R19"),
            Remark.of("Excess risk is not excess divergence: on one of the instances a worse predictor has a smaller $\\mathrm{KL}(q_1|\\hat p_1)$ than the exact one, "
                + "0.0232 against 0.0356, while the path bound rises.", "R17"),
            Remark.of("From end to end the approximation error is the smallest part: below 0.003 of 0.63 nats for eight steps on two atoms, where discretization "
                + "takes 0.60.", "R21"));
    }
}
