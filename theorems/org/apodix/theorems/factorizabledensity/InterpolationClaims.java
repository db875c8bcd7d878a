package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Formula;

/** F6 and F7: interpolation on the Kuhn triangulation, and blends of Taylor polynomials. */
final class InterpolationClaims {

    private InterpolationClaims() { }

    static List<Claim<?>> claims() {
        return List.of(taylor());
    }

    static Claim<Interpolant> interpolation() {
        Formula<Interpolant> eighth = Interpolant.SECOND.scaled(1, 8).over(Interpolant.N.squared());
        return Claim.of(FactorizableDensity.ID, "F6", "interpolation on the Kuhn triangulation at points, and its counts", Interpolant.class,
                Provenance.derived("Hoelder factors are approximated by sparse ReLU networks",
                    "exact networks; (i) on bilinear functions, where the constant 1/8 is attained, (ii) on multiples of the distance to a point, "
                        + "for Lipschitz functions ($\\beta=1$) only"))
            .equal("partition", "the spikes add to 1", Interpolant.SUM, number(1))
            .atMost("active", "at most $d+1$ of them are not 0", Interpolant.ACTIVE, Interpolant.D.plus(number(1)))
            .atMost("least", "no value below the smallest", number(0), Interpolant.VALUE.minus(Interpolant.LEAST))
            .atMost("greatest", "nor above the largest", number(0), Interpolant.GREATEST.minus(Interpolant.VALUE))
            .equal("nodes", "exact on the grid: a spike is 1 on its own point and 0 on all others", Interpolant.ERROR, number(0)).about(Interpolant::isOnTheGrid)
            .atMost("i", "twice differentiable functions", Interpolant.ERROR, eighth).about(Interpolant::isBilinear)
            .equal("i-sharp", "attained at the centers of the cells", Interpolant.CENTER, eighth).about(Interpolant::isBilinear)
            .equal("i-integral", "the mean error", Interpolant.INTEGRAL,
                Interpolant.SECOND.scaled(1, 24).over(Interpolant.N.squared())).about(Interpolant::isBilinear)
            .atMost("ii", "Lipschitz functions", Interpolant.ERROR, Interpolant.LIPSCHITZ.over(Interpolant.N)).about(i -> !i.isBilinear())
            .atMost("ii-line", "half of that on the line", Interpolant.ERROR, Interpolant.LIPSCHITZ.over(Interpolant.N).scaled(1, 2))
            .about(i -> !i.isBilinear() && i.d() == 1)
            .equal("depth", "affine maps in two dimensions", Interpolant.DEPTH, number(4)).about(i -> i.d() == 2)
            .equal("width", "units of a layer in two dimensions", Interpolant.WIDTH, Interpolant.N.plus(number(1)).squared().scaled(4, 1))
            .about(i -> i.d() == 2)
            .equal("nonzero", "non-zero weights in two dimensions", Interpolant.NONZERO, Interpolant.N.plus(number(1)).scaled(4, 1)
                .plus(Interpolant.N.scaled(4, 1)).plus(Interpolant.N.plus(number(1)).squared().scaled(12, 1)).minus(Interpolant.ZEROS))
            .about(i -> i.d() == 2)
            .toothEqual("F6", "spikes of the maximum norm are a partition of unity", Interpolant.WRONG_SUM, number(1),
                Interpolant.uv(1, Rational.of(1, 2), Rational.of(1, 2)))
            .tooth("F6(i)", "one ninth in place of one eighth", Interpolant.ERROR, Interpolant.SECOND.scaled(1, 9).over(Interpolant.N.squared()),
                Interpolant.uv(1, Rational.of(1, 2), Rational.of(1, 2)))
            .ownTooth("ii-third", "a third of the Lipschitz bound on the line", Interpolant.ERROR,
                Interpolant.LIPSCHITZ.over(Interpolant.N).scaled(1, 3), cone(1, "2", "1/2", "1/2"))
            .on(Interpolant::draw, List.of(
                new Edge<>("uv at the center", Interpolant.uv(1, Rational.of(1, 2), Rational.of(1, 2))),
                new Edge<>("a factor of the chain at a grid point", Interpolant.factor(3, Rational.of(-2, 3), Rational.of(1, 3), Rational.ONE)),
                new Edge<>("on a diagonal", Interpolant.factor(4, Rational.of(1, 2), Rational.of(3, 10), Rational.of(3, 10))),
                new Edge<>("with zeros on the grid", Interpolant.uv(2, Rational.of(1, 3), Rational.of(3, 4))),
                new Edge<>("the distance on the line, worst case", cone(1, "2", "1/2", "1/2")),
                new Edge<>("a distance in space", new Interpolant(2, point("1/3", "1/2", "9/10"), null, Rational.of(3), point("1/2", "0", "1/4"))),
                new Edge<>("a constant", new Interpolant(2, point("1/3", "1/7"), null, Rational.ZERO, point("0", "0")))));
    }

    private static Claim<Cubic> taylor() {
        return Claim.of(FactorizableDensity.ID, "F7", "blends of Taylor polynomials, smoothness 3", Cubic.class,
                Provenance.derived("any smoothness $\\beta$", "cubic polynomials in one and two variables: degree 2, rate $N^{-3}$; the network "
                    + "version has no counts"))
            .restsOn("F5", "F6")
            .atMost("smooth", "three bounded derivatives", Cubic.SIZE, Cubic.BOUND).attainedWhen(c -> c.hasNoCubicTerm())
            .atMost("holder", "second derivatives that are Lipschitz", Cubic.SIZE, Cubic.HOLDER_BOUND).attainedWhen(c -> c.hasNoCubicTerm())
            .atMost("network", "the network version", Cubic.NETWORK_ERROR, Cubic.NETWORK_BOUND)
            .ownTooth("rate-4", "rate four", Cubic.SIZE, Cubic.FOURTH, cubic(16, 3, "1/24", "0", "0", "0", "1"))
            .ownTooth("network-exact", "squares and products without error", Cubic.NETWORK_ERROR, number(0), cubic(2, 2, "1/3", "0", "0", "0", "1"))
            .on(Cubic::draw, List.of(
                new Edge<>("x^3", cubic(2, 4, "1/3", "0", "0", "0", "1")),
                new Edge<>("x^2 y", new Cubic(3, 4, point("0", "0", "0", "0", "0", "0", "0", "1", "0", "0"), point("2/5", "3/7"))),
                new Edge<>("a quadratic, without error", cubic(2, 3, "5/7", "1", "-2", "3/4", "0")),
                new Edge<>("at a grid point", cubic(3, 3, "2/3", "1", "1", "1", "1")),
                new Edge<>("zero", cubic(1, 1, "1/2", "0", "0", "0", "0"))));
    }

    private static List<Rational> point(String... x) {
        return Stream.of(x).map(Rational::parse).toList();
    }

    private static Interpolant cone(int n, String h, String apex, String x) {
        return new Interpolant(n, point(x), null, Rational.parse(h), point(apex));
    }

    private static Cubic cubic(int n, int m, String x, String... c) {
        return new Cubic(n, m, point(c), point(x));
    }
}
