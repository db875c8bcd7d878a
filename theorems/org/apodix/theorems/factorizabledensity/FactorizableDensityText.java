package org.apodix.theorems.factorizabledensity;

import static org.apodix.audit.Constant.Source.DERIVED;
import static org.apodix.audit.Constant.Source.INSTANCE;
import static org.apodix.audit.Constant.Source.PAPER;

import java.util.List;
import org.apodix.audit.Constant;
import org.apodix.audit.Remark;

/** The symbols of factorizable-density, and what was found beyond the paper. */
final class FactorizableDensityText {

    private FactorizableDensityText() { }

    static List<Constant> constants() {
        return List.of(
            new Constant("D", "dimension of the cube on which the density lives", INSTANCE),
            new Constant("d", "effective dimension: the factors depend on at most $d$ coordinates each; $d=2$ for the chain", PAPER),
            new Constant("\\beta", "Hölder smoothness of the factors; 1 or 2 in the lower bound, 2 for the network of the chain", PAPER),
            new Constant("n", "number of samples", INSTANCE),
            new Constant("n^{-\\beta/(2\\beta+d)}", "the rate in total variation, up to logarithms", PAPER),
            new Constant("K", "number of factors, $D-1$ for the chain", INSTANCE),
            new Constant("a_i", "coefficients of the polynomial chain $2^{-D}\\prod_i(1+a_ix_ix_{i+1})$, $|a_i|\\lt 1$", INSTANCE),
            new Constant("N", "inverse mesh of the grid of an interpolant, or number of bins per coordinate", INSTANCE),
            new Constant("m", "teeth layers of a squaring network", INSTANCE),
            new Constant("\\varepsilon_m", "$4^{-(m+1)}$, the exact error of a square and of a product", DERIVED),
            new Constant("S,P", "non-zero weights and biases of a network, and distinct non-zero values among them", DERIVED),
            new Constant("\\tfrac18", "constant of interpolation on the Kuhn triangulation, $M_2/(8N^2)$, sharp", DERIVED),
            new Constant("V_i", "total variation of the density in direction $i$, jumps at the boundary included: $1+\\frac{|a_{i-1}|+|a_i|}2+\\frac{|a_{i-1}a_i|}4$ bounds that of the chain", DERIVED),
            new Constant("\\rho", "relative error of the density that the sampler uses, below 1", DERIVED),
            new Constant("t_0,T", "times at which the sampler stops and starts; $\\rho^2$ and $\\rho^{-2}$ in F18", DERIVED));
    }

    static List<Remark> remarks() {
        return List.of(
            Remark.of("The constants of the building blocks are sharp: the error of a product is exactly $\\varepsilon_m$, that of interpolation on the Kuhn triangulation exactly "
                + "$M_2/(8N^2)$, with at most $d+1$ active spikes; for Hölder functions on the line the bound $H(2N)^{-\\beta}$ is attained.", "F4", "F5", "F6"),
            Remark.of("Weight sharing in numbers: a square needs 8 distinct values, a product 11, a tree of four or more factors 13, whatever the accuracy and the number of factors, while "
                + "$S$ grows; doubling a chain of four or more equal coefficients brings no value outside of its output map, which has four.", "F4", "F5", "F10"),
            Remark.of("Noise destroys the factorization: the chain graph is lost at every noise level that is tried, and for four coordinates the effective dimension jumps from 2 to 4; for three it "
                + "stays 2, by symmetry. So a score network has to use the low dimension through the integral over the clean variable.", "F2", "F3"),
            Remark.of("No network for the score is needed to bound its error: a relative error $\\rho$ of the density alone gives $(\\frac{2\\rho}{1-\\rho})^2\\frac Dt$ at every noise level, even with "
                + "constant 1 in place of 4; its integral over time is the logarithm in the rate.", "F12"),
            Remark.of("Absolute errors of factors cost $M^{K-1}$, exponential in the number $K$ of factors; relative ones cost $K\\rho$.", "F9"),
            Remark.of("An explicit sandwich in the class of chains with Lipschitz pairs: for $D=2$, $L=1$ the two bounds differ by a factor of about 19 at every $n$ that is tried, both with exponent "
                + "$-\\frac14$. The dependence on $D$ (linear above, none below) stays open here.", "F14", "F16"),
            Remark.of("The lemma of the factor-wise histogram needs neither positivity nor smoothness, and the interior coordinates cannot be dropped: $\\frac{29}{110}\\gt\\frac15$ for a chain of three.",
                "F15", "F17"),
            Remark.of("Where bounds say nothing: that of F10 for $D=9$, $N=2$, $m=5$, $a_i=\\frac12$ is above 12 for a density of about 2.5 at the point tried, and the upper bound of F16 for $D=10$ is "
                + "above 1 for fewer than about $10^4$ samples.", "F10", "F16"));
    }
}
