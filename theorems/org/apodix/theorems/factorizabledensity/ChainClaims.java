package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F10 and F11: the factor-wise network of the chain, and its size. */
final class ChainClaims {

    private ChainClaims() { }

    static List<Claim<?>> claims() {
        return List.of(network(), size());
    }

    private static Claim<Chain> network() {
        return Claim.of(FactorizableDensity.ID, "F10", "factor-wise network for the polynomial chain", Chain.class,
                Provenance.derived("a density of effective dimension $d$ is approximated by a network of size $\\epsilon^{-d/\\beta}$",
                    "the polynomial chain, $d=2$, $\\beta=2$: the bound for all $u$ is a theorem, checked at rational points in exact arithmetic"))
            .restsOn("F5", "F6", "F9")
            .atMost("error", "factors, then their product", Chain.ERROR, Chain.BOUND).attainedWhen(Chain::hasNoInteraction)
            .equal("depth", "affine maps", Chain.DEPTH, Chain.LEVELS.times(Chain.M.plus(number(1))).plus(number(5))).about(Chain::isFull)
            .equal("width", "units of a layer", Chain.WIDTH, Chain.WIDTH_FORMULA).about(Chain::isFull)
            .equal("nonzero", "non-zero weights", Chain.S, Chain.S_FORMULA).about(Chain::isFull)
            .equal("shared", "for equal coefficients, twice as many factors bring no value outside of the output map", Chain.LONGER_INNER, Chain.INNER)
            .about(ChainClaims::isShared)
            .atMost("shared-output", "which has four values, of any number of factors", Chain.P, Chain.INNER.plus(number(4))).about(ChainClaims::isShared)
            .toothEqual("distinct-coefficients", "P does not grow for distinct coefficients", Chain.LONGER, Chain.P,
                Chain.of(Chain.growing(4), 2, 5, Collections.nCopies(5, Rational.ZERO)))
            .toothEqual("from-three", "P does not grow for equal coefficients, from D = 3 on", Chain.LONGER, Chain.P,
                Chain.of(Collections.nCopies(2, Rational.of(1, 2)), 2, 5, Collections.nCopies(3, Rational.ZERO)))
            .ownToothEqual("from-three-inner", "not outside of the output map either", Chain.LONGER_INNER, Chain.INNER,
                Chain.of(Collections.nCopies(2, Rational.of(1, 2)), 2, 5, Collections.nCopies(3, Rational.ZERO)))
            .ownTooth("one-product", "the error of one product for a tree of four", Chain.ERROR, Chain.ONE_PRODUCT, tree())
            .ownTooth("least-value", "factors that are never small", Chain.ERROR, Chain.NO_LEAST, small())
            .ownTooth("half", "half of the bound of a single factor", Chain.ERROR, Chain.BOUND.scaled(1, 2), chain(3, 1, "1/12", "1/2", "1/2"))
            .ownTooth("factors-only", "the factors alone", Chain.ERROR, Chain.FACTORS_ONLY, chain(8, 1, "1/2 1/2", "0", "1", "0"))
            .on(Chain::draw, List.of(
                new Edge<>("N1", chain(2, 4, "1/2 1/2", "1/3", "2/5", "7/8")),
                new Edge<>("N2", chain(4, 6, "1/2 -1/3 1/4 2/3", "1/10", "1/4", "3/5", "1/3", "9/10")),
                new Edge<>("N3", Chain.of(Collections.nCopies(8, Rational.of(1, 2)), 2, 5, java.util.stream.IntStream.rangeClosed(0, 8)
                    .mapToObj(i -> Rational.of(i, 9)).toList())),
                new Edge<>("one factor", chain(1, 1, "1/12", "1/2", "1/2")),
                new Edge<>("no interaction", chain(2, 1, "0 0", "1/3", "1/2", "1")),
                new Edge<>("at a corner", chain(3, 2, "11/12 -11/12", "0", "1", "1")), new Edge<>("where the products err most", tree()), new Edge<>("the center of a cell where the factor is small", small()),
                new Edge<>("three factors, padded", chain(2, 3, "1/2 -1/4 1/3", "1/3", "1/2", "0", "2/7")),
                new Edge<>("five factors, padded", chain(6, 1, "1/12 1/12 1/12 1/12 1/12", "1", "0", "1", "0", "1", "0"))));
    }

    private static boolean isShared(Chain c) {
        return c.hasEqualCoefficients() && c.isFull() && c.k() >= 4;
    }

    /** A corner of the cube: the interpolants are exact there, and all of the error is that of the tree. */
    static Chain tree() {
        return chain(10, 1, "1/12 1/12 1/12 1/12", "1", "0", "1", "0", "1");
    }

    private static Claim<Size> size() {
        var tolerance = Rational.of(1, 100);
        var small = Size.of(3, Rational.of(1, 2), Rational.of(10).pow(-6));
        return Claim.of(FactorizableDensity.ID, "F11", "size exponents", Size.class,
                Provenance.derived("size $\\epsilon^{-d/\\beta}$ up to logarithms, with $d$ the effective dimension",
                    "the formulas of the sizes of F10; the fitted slope is evidence for the exponent $d_{\\rm eff}/\\beta=1$ at every $D$"))
            .restsOn("F10")
            .atMost("accuracy", "these sizes are enough for the accuracy", Size.BOUND, Size.ACCURACY)
            .equal("built", "and the network has as many weights", Size.S, Size.BUILT).about(Size::isBuilt)
            .fit("slope", "the exponent in the inverse accuracy is 1, whatever D (evidence)", Size.SLOPE, number(1), tolerance)
            .about(s -> s.epsilon().compareTo(Rational.of(10).pow(-6)) <= 0)
            .ownTooth("quarter-N", "a quarter of the grid", Size.COARSER, Size.ACCURACY, small)
            .toothFit("half", "the exponent is 1/2, as if the effective dimension were 1", Size.SLOPE, number(1, 2), tolerance, small)
            .on(Size::draw, Stream.of(3, 5, 9, 17).flatMap(d -> Stream.of(
                new Edge<>("D = " + d + ", epsilon = 10^-6", Size.of(d, Rational.of(1, 2), Rational.of(10).pow(-6))),
                new Edge<>("D = " + d + ", epsilon = 1", Size.of(d, Rational.of(1, 2), Rational.ONE)))).toList());
    }

    /** One factor, where it is 157/432 and its interpolant errs most. */
    static Chain small() {
        return chain(6, 1, "11/12", "1/12", "11/12");
    }

    static Chain chain(int n, int m, String a, String... u) {
        return Chain.of(Stream.of(a.split(" ")).map(Rational::parse).toList(), n, m, Stream.of(u).map(Rational::parse).toList());
    }
}
