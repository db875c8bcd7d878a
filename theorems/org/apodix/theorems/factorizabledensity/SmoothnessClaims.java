package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F6(ii) for Hölder exponents up to 1, and F7 for smoothness of any size. */
final class SmoothnessClaims {

    private static final String SAYS = "Hölder factors of any smoothness are approximated by sparse ReLU networks";

    private SmoothnessClaims() { }

    static Claim<HoelderInterpolant> interpolation() {
        var worst = hoelder(2, 1, 2, 2, "1", "1/4", "1/4");
        return Claim.of(FactorizableDensity.ID, "F6", "interpolation of Hölder functions", HoelderInterpolant.class, Provenance.derived(SAYS,
                "(ii) for exponents 1/2, 1/3, 2/3 and 1, on functions with rational values that are Hölder with these exponents: exact networks; on the line for "
                    + "all inputs, by the finitely many points at which an error of two piecewise linear functions can be largest, in the plane and in space at points. Both "
                    + "sides are raised to the denominator of the exponent"))
            .atMost("hoelder", "Hölder functions with an exponent up to 1", HoelderInterpolant.POWER, HoelderInterpolant.BOUND)
            .atMost("hoelder-line", "on the line half of a mesh counts, for all inputs", HoelderInterpolant.LARGEST, HoelderInterpolant.HALF).about(i -> i.d() == 1)
            .attainedWhen(HoelderInterpolant::isTouching)
            .equal("hoelder-sharp", "attained at the center of a cell", HoelderInterpolant.LARGEST, HoelderInterpolant.HALF).about(HoelderInterpolant::isTouching)
            .ownTooth("hoelder-third", "a third of a mesh", HoelderInterpolant.LARGEST, HoelderInterpolant.THIRD, worst)
            .on(HoelderInterpolant::draw, List.of(new Edge<>("a root at the center of a cell, where the bound is attained", worst),
                new Edge<>("a root at the left end", hoelder(4, 1, 2, 6, "2", "0", "1/9")),
                new Edge<>("a cube root in the plane", hoelder(2, 1, 3, 4, "1", "1/3 1/2", "1/4 7/10")),
                new Edge<>("at a grid point in space", hoelder(2, 2, 3, 3, "3/2", "0 1/2 1", "1/2 1/2 0")),
                new Edge<>("a constant", hoelder(3, 1, 2, 1, "0", "0", "1/2"))));
    }

    static Claim<Ridge> taylor() {
        var root = ridge(16, 2, 1, 1, 2, 16, "0", "21/640");
        return Claim.of(FactorizableDensity.ID, "F7", "blends of Taylor polynomials of any degree", Ridge.class, Provenance.derived(SAYS,
                "smoothness $s+\\gamma$ with $s$ up to 4 and $\\gamma$ one of 1/2, 1/3, 2/3, 1, on functions of the mean of one or two coordinates, with exact derivatives, "
                    + "at points; networks for $s$ up to 2"))
            .restsOn("F5", "F6")
            .atMost("smoothness", "the rate is that of the smoothness", Ridge.POWER, Ridge.BOUND).attainedWhen(r -> r.h().isZero())
            .atMost("smoothness-network", "the network version", Ridge.NETWORK_ERROR, Ridge.NETWORK_BOUND).about(Ridge::hasNetwork).attainedWhen(r -> r.h().isZero())
            .ownTooth("smoothness-faster", "one power of the mesh more", Ridge.POWER, Ridge.FASTER, root)
            .ownTooth("smoothness-exact", "squares and products without error", Ridge.NETWORK_ERROR, number(0), root)
            .on(Ridge::draw, List.of(new Edge<>("a root integrated once", root),
                new Edge<>("degree 0", ridge(3, 3, 0, 1, 3, 4, "1/3", "1/5 1/2")), new Edge<>("a cube", ridge(2, 4, 2, 1, 1, 1, "0", "1/3")),
                new Edge<>("degree 4 in the plane", ridge(2, 3, 4, 2, 3, 5, "1/2", "1/3 1/7")), new Edge<>("at a grid point", ridge(3, 3, 3, 1, 2, 2, "2/3", "1/3")),
                new Edge<>("zero", new Ridge(2, 2, 1, new Hoelder(1, 2, 2), Rational.ZERO, Rational.ZERO, List.of(Rational.of(1, 3))))));
    }

    static HoelderInterpolant hoelder(int n, int p, int q, int nodes, String h, String z, String x) {
        return new HoelderInterpolant(n, new Hoelder(p, q, nodes), Rational.parse(h), rationals(z), rationals(x));
    }

    static Ridge ridge(int n, int m, int s, int p, int q, int nodes, String z, String x) {
        return new Ridge(n, m, s, new Hoelder(p, q, nodes), Rational.ONE, Rational.parse(z), rationals(x));
    }

    private static List<Rational> rationals(String values) {
        return Stream.of(values.split(" ")).map(Rational::parse).toList();
    }
}
