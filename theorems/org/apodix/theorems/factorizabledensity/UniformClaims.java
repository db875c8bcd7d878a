package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F4, F5, F6 and F8 for all inputs of a range: proved on cells between breakpoints. */
final class UniformClaims {

    private UniformClaims() { }

    static List<Claim<?>> claims() {
        return List.of(
            joined("the squaring network", square(), BlockClaims.square()),
            joined("products and product trees", product(), BlockClaims.product()),
            joined("interpolation on the Kuhn triangulation", interpolation(), InterpolationClaims.interpolation()),
            joined("reciprocal and exponential by squaring", squarings(), BlockClaims.squarings()));
    }

    /** What is proved for all inputs of a range, and what is checked at points of networks of any size. */
    private static Claim<?> joined(String title, Claim<?> everywhere, Claim<?> points) {
        var difference = everywhere.provenance().difference() + "; of networks of any size, exactly at points: " + points.provenance().difference();
        return everywhere.and(points, "-at-points", title, Provenance.derived(everywhere.provenance().paperSays(), difference));
    }

    private static Provenance provenance(String range) {
        return Provenance.derived("approximation by sparse weight-sharing ReLU networks, built from squares and products", range);
    }

    private static Claim<SquareRange> square() {
        return Claim.of(FactorizableDensity.ID, "F4", "the squaring network, for all inputs", SquareRange.class, provenance(
                "for all x of a range: random ranges of a few pieces for m up to 10, and the whole of [0, 1] for each m up to 10; that it is the chord on one piece of each "
                    + "range, from which it follows that it is convex and increasing there, with the largest error in the middle only"))
            .atMost("lower", "the chord lies above the parabola", number(0), SquareRange.ERROR).everywhere(SquareRange.TEX, SquareRange::domain)
            .atMost("upper", "by at most a quarter of the squared mesh", SquareRange.ERROR, SquareRange.EPSILON)
            .everywhere(SquareRange.TEX, SquareRange::domain)
            .atMost("below-one", "the network stays below 1, as it lies above the parabola it stays in [0, 1]", SquareRange.VALUE, number(1))
            .everywhere(SquareRange.TEX, SquareRange::domain)
            .equal("chord", "on the first piece of the range the network is the chord", SquareRange.ERROR, SquareRange.CHORD)
            .everywhere(SquareRange.PIECE_TEX, SquareRange::piece)
            .equal("unshared", "the un-shared network is the same function", SquareRange.UNSHARED, SquareRange.ERROR)
            .everywhere(SquareRange.TEX, SquareRange::domain)
            .tooth("half", "half of the error", SquareRange.ERROR, SquareRange.EPSILON.scaled(1, 2), whole(4))
            .toothEverywhere(SquareRange.TEX, SquareRange::domain)
            .ownTooth("below", "the chord lies below the parabola", SquareRange.ERROR, number(0), whole(2))
            .toothEverywhere(SquareRange.TEX, SquareRange::domain)
            .on(SquareRange::draw, IntStream.rangeClosed(1, 10).mapToObj(m -> new Edge<>("all of [0, 1], m = " + m, whole(m))).toList());
    }

    private static Claim<ProductRange> product() {
        return Claim.of(FactorizableDensity.ID, "F5", "the product network, for all inputs", ProductRange.class, provenance(
                "for all (u, v) of a box, x = u + v, y = u - v: random boxes of a few pieces for m up to 8, and all of |u|, |v| <= 1, which "
                    + "contains |x|, |y| <= 1, for each m up to 10. A tree is proved in steps: it is the product network behind its two halves "
                    + "(part tree-halves, weight by weight), that network stays in [-1, 1] (above, below) and is off by at most epsilon_m "
                    + "(upper, lower), and products of numbers in [-1, 1] are no further apart than their factors together (tree-step); so an error e "
                    + "of the halves becomes 2 e + epsilon_m. The tree as a whole is evaluated at points only"))
            .restsOn("F4")
            .atMost("upper", "not too large", ProductRange.ERROR, ProductRange.EPSILON).everywhere(ProductRange.TEX, ProductRange::domain)
            .atMost("lower", "nor too small", ProductRange.ERROR.scaled(-1, 1), ProductRange.EPSILON).everywhere(ProductRange.TEX, ProductRange::domain)
            .atMost("above", "the network does not exceed 1", ProductRange.VALUE, number(1)).everywhere(ProductRange.TEX, ProductRange::domain)
            .atMost("below", "nor go below -1", ProductRange.VALUE.scaled(-1, 1), number(1)).everywhere(ProductRange.TEX, ProductRange::domain)
            .atMost("tree-step", "a product changes by no more than its factors together", ProductRange.PRODUCTS, ProductRange.FACTORS_APART)
            .everywhere(ProductRange.FACTORS, ProductRange::factors)
            .equal("first-axis", "exact on one axis", ProductRange.FIRST_AXIS, number(0)).everywhere(ProductRange.LINE, ProductRange::line)
            .equal("second-axis", "and on the other", ProductRange.SECOND_AXIS, number(0)).everywhere(ProductRange.LINE, ProductRange::line)
            .equal("one", "exact at 1", ProductRange.AT_ONE, ProductRange.X).everywhere(ProductRange.LINE, ProductRange::line)
            .equal("minus-one", "exact at -1", ProductRange.AT_MINUS_ONE, ProductRange.X.scaled(-1, 1)).everywhere(ProductRange.LINE, ProductRange::line)
            .tooth("half", "half of the error", ProductRange.ERROR, ProductRange.EPSILON.scaled(1, 2), box(2))
            .toothEverywhere(ProductRange.TEX, ProductRange::domain)
            .ownTooth("tree-step-half", "half of that", ProductRange.PRODUCTS, ProductRange.FACTORS_APART.scaled(1, 2), box(1))
            .toothEverywhere(ProductRange.FACTORS, ProductRange::factors)
            .on(ProductRange::draw, IntStream.rangeClosed(1, 10).mapToObj(m -> new Edge<>("all of |u|, |v| <= 1, m = " + m, box(m))).toList());
    }

    private static Claim<InterpolantRange> interpolation() {
        var eighth = InterpolantRange.SECOND.scaled(1, 8).over(InterpolantRange.N.squared());
        var lipschitz = InterpolantRange.LIPSCHITZ.over(InterpolantRange.N);
        var uv = InterpolantRange.bilinear(1, rationals("0", "0", "0", "1"));
        return Claim.of(FactorizableDensity.ID, "F6", "the interpolant on the Kuhn triangulation, for all inputs", InterpolantRange.class, provenance(
                "for all points of the unit cube, N up to 3 at random and 4, 5, 6 once each: (i) on bilinear functions, where 1/8 is attained, (ii) on "
                    + "multiples of the distance to a point, for Lipschitz functions ($\\beta=1$) on the line and in the plane; the partition of unity up to "
                    + "d = 3, there for N up to 3"))
            .equal("spike", "the spike network is the formula", InterpolantRange.SPIKE, InterpolantRange.FORMULA)
            .everywhere(InterpolantRange.ALL, InterpolantRange::wide)
            .equal("partition", "the spikes add to 1", InterpolantRange.SUM, number(1)).everywhere(InterpolantRange.TEX, InterpolantRange::cube)
            .atMost("i-upper", "twice differentiable functions, here the bilinear one of the instance", InterpolantRange.ERROR, eighth).about(InterpolantRange::isBilinear)
            .everywhere(InterpolantRange.TEX, InterpolantRange::cube)
            .atMost("i-lower", "and from below", InterpolantRange.ERROR.scaled(-1, 1), eighth).about(InterpolantRange::isBilinear)
            .everywhere(InterpolantRange.TEX, InterpolantRange::cube)
            .atMost("ii-upper", "Lipschitz functions, here the cone of the instance", InterpolantRange.ERROR, lipschitz).about(InterpolantRange::isFlat)
            .everywhere(InterpolantRange.TEX, InterpolantRange::cube)
            .atMost("ii-lower", "and from below", InterpolantRange.ERROR.scaled(-1, 1), lipschitz).about(InterpolantRange::isFlat)
            .everywhere(InterpolantRange.TEX, InterpolantRange::cube)
            .tooth("F6(i)", "one ninth in place of one eighth", InterpolantRange.ERROR, InterpolantRange.SECOND.scaled(1, 9), uv)
            .toothEverywhere(InterpolantRange.TEX, InterpolantRange::cube)
            .ownTooth("ii-third", "a third of the Lipschitz bound", InterpolantRange.ERROR, lipschitz.scaled(1, 3),
                InterpolantRange.cone(1, Rational.TWO, rationals("1/2")))
            .toothEverywhere(InterpolantRange.TEX, InterpolantRange::cube)
            .on(InterpolantRange::draw, List.of(new Edge<>("uv", uv), new Edge<>("a factor of the chain",
                    InterpolantRange.bilinear(2, Interpolant.factor(2, Rational.of(-2, 3)).bilinear())),
                new Edge<>("the distance on the line", InterpolantRange.cone(1, Rational.TWO, rationals("1/2"))),
                new Edge<>("a constant", InterpolantRange.cone(2, Rational.ZERO, rationals("0", "0"))),
                new Edge<>("spikes in space", InterpolantRange.cone(1, Rational.ONE, rationals("0", "1/2", "1"))),
                new Edge<>("spikes in space, N = 3", InterpolantRange.cone(3, Rational.ONE, rationals("0", "1/2", "1"))),
                factor(3, "2/5"), factor(4, "1/2"), factor(5, "-11/12"), factor(6, "-2/3"),
                new Edge<>("the distance in the plane, N = 6", InterpolantRange.cone(6, Rational.of(3, 2), rationals("1/5", "3/7"))),
                new Edge<>("the distance on the line, N = 6", InterpolantRange.cone(6, Rational.of(3, 2), rationals("5/12")))));
    }

    private static Edge<InterpolantRange> factor(int n, String a) {
        return new Edge<>("a factor of the chain, N = " + n, InterpolantRange.bilinear(n, Interpolant.factor(n, Rational.parse(a)).bilinear()));
    }

    private static Claim<SquaringsRange> squarings() {
        var edges = new ArrayList<Edge<SquaringsRange>>();
        for (int k = 0; k <= 2; k++) {
            edges.add(new Edge<>("all of [1/4, 1], k = " + k, reciprocal("1/4", k, 2)));
            edges.add(new Edge<>("all of [0, 2^k], k = " + k, exponential(k, 2)));
        }
        edges.add(new Edge<>("all of [0, 8]", exponential(3, 2)));
        edges.add(new Edge<>("all of [1/16, 1], k = 5, m = 6", reciprocal("1/16", 5, 6)));
        edges.add(new Edge<>("all of [1/4, 1], k = 3, m = 6", reciprocal("1/4", 3, 6)));
        edges.add(new Edge<>("all of [1/2, 1], k = 4, m = 8", reciprocal("1/2", 4, 8)));
        edges.add(new Edge<>("all of [0, 8], m = 5", exponential(3, 5)));
        edges.add(new Edge<>("all of [0, 16], m = 6", exponential(4, 6)));
        edges.add(new Edge<>("all of [0, 64], m = 4", exponential(6, 4)));
        edges.add(new Edge<>("a point", reciprocal("1", 2, 1)));
        return Claim.of(FactorizableDensity.ID, "F8", "reciprocal and exponential by squaring, for all inputs", SquaringsRange.class, provenance(
                "for all x of a range: random parts of networks with k up to 5 (6 for the exponential), m up to 10, and the whole range of thirteen, "
                    + "the largest (k, m) = (5, 6), (4, 8) for the reciprocal and (4, 6), (6, 4) for the exponential. For any k and m up to 10 the "
                    + "exponential network is proved in steps: it is one squaring more behind the network of k - 1 (part b-chain, weight by weight), the squaring "
                    + "network is off by 0 to epsilon_m on [0, 1] and stays there (F4, for all inputs), and the squares of y <= z differ by 0 to 2 (z - y) "
                    + "(b-order, b-step); so an excess e becomes at most 2 e + epsilon_m. The reciprocal network in the same way: it is one step behind the "
                    + "network of k - 1 (part a-chain), a step is the product network of F5 doubled and cut off at 0 and 1, where the exact number lies"))
            .restsOn("F4", "F5")
            .equal("a-series", "what the partial product leaves", SquaringsRange.SERIES_ERROR, SquaringsRange.SERIES_REST)
            .about(SquaringsRange::isReciprocal).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .atMost("a-rest", "is largest at the left end", SquaringsRange.SERIES_REST, SquaringsRange.SERIES_BOUND)
            .about(SquaringsRange::isReciprocal).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .atMost("a-upper", "the reciprocal network is not too large", SquaringsRange.RECIPROCAL_ERROR, SquaringsRange.RECIPROCAL_BOUND)
            .about(SquaringsRange::isReciprocal).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .atMost("a-lower", "nor too small", SquaringsRange.RECIPROCAL_ERROR.scaled(-1, 1), SquaringsRange.RECIPROCAL_BOUND)
            .about(SquaringsRange::isReciprocal).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .atMost("b-network-lower", "the network lies above the power", number(0), SquaringsRange.EXCESS)
            .about(SquaringsRange::isExponential).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .atMost("b-network-upper", "by the errors of its squares", SquaringsRange.EXCESS, SquaringsRange.EXCESS_BOUND)
            .about(SquaringsRange::isExponential).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .atMost("b-order", "squares keep their order", number(0), SquaringsRange.GROWTH).about(SquaringsRange::isExponential)
            .everywhere(SquaringsRange.SQUARED, SquaringsRange::squared)
            .atMost("b-step", "and differ by at most twice as much", SquaringsRange.GROWTH, SquaringsRange.TWICE).about(SquaringsRange::isExponential)
            .everywhere(SquaringsRange.SQUARED, SquaringsRange::squared)
            .atMost("b-power-lower", "the power lies below the exponential", number(0), SquaringsRange.DEFECT)
            .about(SquaringsRange::isExponential).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .atMost("b-power-upper", "and not far", SquaringsRange.DEFECT, SquaringsRange.DECAY)
            .about(s -> s.isExponential() && !s.touchesAtItsEnd()).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .atMost("b-largest", "at most this far", SquaringsRange.DEFECT, SquaringsRange.LARGEST_DECAY)
            .about(SquaringsRange::isExponential).everywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .tooth("F8b", "without the factor $x^2$", SquaringsRange.DEFECT, SquaringsRange.WITHOUT_SQUARE, exponential(4, 1))
            .toothEverywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .ownTooth("tenth", "a tenth of the reciprocal's bound", SquaringsRange.RECIPROCAL_ERROR.scaled(-1, 1), SquaringsRange.RECIPROCAL_BOUND.scaled(1, 10),
                reciprocal("1/4", 0, 1))
            .toothEverywhere(SquaringsRange.TEX, SquaringsRange::domain)
            .ownTooth("b-step-once", "squares differ by no more than the numbers", SquaringsRange.GROWTH, SquaringsRange.TWICE.scaled(1, 2), exponential(1, 1))
            .toothEverywhere(SquaringsRange.SQUARED, SquaringsRange::squared)
            .on(SquaringsRange::draw, edges);
    }

    private static List<Rational> rationals(String... values) {
        return Stream.of(values).map(Rational::parse).toList();
    }

    private static SquareRange whole(int m) {
        return new SquareRange(m, Rational.ZERO, Rational.ONE);
    }

    private static ProductRange box(int m) {
        return new ProductRange(m, Collections.nCopies(2, Rational.of(-1)), Collections.nCopies(2, Rational.ONE));
    }

    private static SquaringsRange reciprocal(String a, int k, int m) {
        return new SquaringsRange(Rational.parse(a), k, m, Rational.parse(a), Rational.ONE);
    }

    private static SquaringsRange exponential(int k, int m) {
        return new SquaringsRange(null, k, m, Rational.ZERO, Rational.TWO.pow(k));
    }
}
