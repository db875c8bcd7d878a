package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Formula;

/** F4, F5 and F8 at single points, for larger networks than {@link UniformClaims}, and the counts of their weights. */
final class BlockClaims {

    private static final Provenance STANDARD = Provenance.derived("approximation by sparse weight-sharing ReLU networks, built from squares and products",
        "an explicit network with rational weights, its exact error and its exact counts");

    private BlockClaims() { }

    static Claim<Square> square() {
        return Claim.of(FactorizableDensity.ID, "F4", "the squaring network at points, and its counts", Square.class, STANDARD)
            .equal("definition", "the network is the sum of the saw teeth", Square.VALUE, Square.DEFINITION)
            .equal("unshared", "and so is the un-shared form", Square.UNSHARED, Square.VALUE)
            .atMost("lower", "the chord lies above the parabola", number(0), Square.ERROR).attainedWhen(Square::isKnot)
            .atMost("upper", "by at most a quarter of the squared mesh", Square.ERROR, Square.EPSILON).attainedWhen(Square::isMidpoint)
            .equal("sharp", "with equality at the midpoints", Square.ERROR, Square.EPSILON).about(Square::isMidpoint)
            .equal("chord", "the error of the chord between two neighboring knots", Square.ERROR, Square.CHORD)
            .equal("depth", "affine maps", Square.DEPTH, Square.M.plus(number(1)))
            .equal("width", "units of a layer", Square.WIDTH, number(3))
            .equal("nonzero", "non-zero weights", Square.NONZERO, Square.M.scaled(8, 1).minus(number(1)))
            .equal("distinct", "eight numbers are enough, whatever the accuracy", Square.DISTINCT, number(8)).about(s -> s.m() > 1)
            .equal("distinct-1", "two for one layer", Square.DISTINCT, number(2)).about(s -> s.m() == 1)
            .equal("nonzero-unshared", "the un-shared form is as sparse", Square.NONZERO_UNSHARED, Square.NONZERO)
            .equal("distinct-unshared", "and needs more numbers", Square.DISTINCT_UNSHARED, Square.M.scaled(2, 1).plus(number(2))).about(s -> s.m() > 1)
            .tooth("half", "half of the error", Square.ERROR, Square.EPSILON.scaled(1, 2), square(4, "1/32"))
            .ownTooth("below", "the chord lies below the parabola", Square.ERROR, number(0), square(3, "1/3"))
            .ownToothEqual("seven", "one weight less", Square.NONZERO, Square.M.scaled(8, 1).minus(number(2)), square(3, "1/3"))
            .on(Square::draw, List.of(
                new Edge<>("a midpoint", square(4, "1/32")), new Edge<>("a knot", square(3, "5/8")), new Edge<>("0", square(1, "0")),
                new Edge<>("1", square(6, "1")), new Edge<>("one layer", square(1, "1/4")), new Edge<>("a third", square(3, "1/3")),
                new Edge<>("many layers", square(30, "355/452"))));
    }

    static Claim<Factors> product() {
        Formula<Factors> treeError = Factors.K.minus(number(1)).times(Factors.EPSILON);
        return Claim.of(FactorizableDensity.ID, "F5", "products and product trees at points, and their counts", Factors.class, STANDARD)
            .restsOn("F4")
            .atMost("product", "the product of two", Factors.SIZE, Factors.EPSILON).about(Factors::isPair).attainedWhen(Factors::isTouching)
            .equal("sharp", "attained at $x=y=2^{-m-1}$", Factors.ERROR, Factors.EPSILON).about(Factors::isTouching)
            .equal("axis", "exact on the axes", Factors.AXIS, number(0))
            .equal("one", "exact at 1", Factors.AT_ONE, Factors.FIRST)
            .equal("minus-one", "exact at -1", Factors.AT_MINUS_ONE, Factors.FIRST.scaled(-1, 1))
            .atMost("bounded", "no product leaves [-1, 1]", Factors.ABSOLUTE, number(1))
            .attainedWhen(f -> f.x().stream().allMatch(x -> x.abs().equals(Rational.ONE)))
            .atMost("tree", "the errors add up", Factors.SIZE, treeError).attainedWhen(Factors::isTouching)
            .equal("tree-halves", "a tree is the product of its halves, weight by weight", Factors.OTHER_MAPS, number(0)).about(f -> f.x().size() > 1)
            .equal("depth", "affine maps", Factors.DEPTH, Factors.LEVELS.times(Factors.M.plus(number(1))).plus(number(1)))
            .equal("width", "units of a layer", Factors.WIDTH, Factors.K.scaled(3, 1)).about(f -> f.x().size() > 1)
            .equal("nonzero", "non-zero weights", Factors.NONZERO, Factors.TREE_NONZERO)
            .equal("nonzero-product", "those of the product", Factors.NONZERO, Factors.M.scaled(16, 1).plus(number(12))).about(Factors::isPair)
            .equal("distinct-product", "eleven numbers for a product", Factors.DISTINCT, number(11)).about(f -> f.isPair() && f.m() > 1)
            .equal("distinct-tree", "thirteen for a tree, whatever its size and accuracy", Factors.DISTINCT, number(13))
            .about(f -> f.x().size() > 2 && f.m() > 1)
            .equal("distinct-product-1", "four with one layer of teeth", Factors.DISTINCT, number(4)).about(f -> f.isPair() && f.m() == 1)
            .equal("distinct-tree-1", "and six", Factors.DISTINCT, number(6)).about(f -> f.x().size() > 2 && f.m() == 1)
            .atMost("padded", "a one in place of the last factor costs nothing", Factors.PADDED, Factors.K.minus(number(2)).times(Factors.EPSILON))
            .about(f -> f.x().size() > 2)
            .tooth("half", "half of the error", Factors.SIZE, Factors.EPSILON.scaled(1, 2), pair(4, "1/32", "1/32"))
            .tooth("tree-one", "the error of one product for a tree of four", Factors.SIZE, Factors.EPSILON, tree(2, "15/16", "-7/8", "7/8", "3/8"))
            .ownToothEqual("one-number-more", "P grows with the tree", Factors.DISTINCT, Factors.K.plus(number(9)), tree(2, "0", "0", "0", "0", "0", "0", "0", "0"))
            .on(Factors::draw, List.of(
                new Edge<>("where the error is attained", pair(4, "1/32", "1/32")), new Edge<>("ones", tree(2, "1", "-1", "1", "1")),
                new Edge<>("one factor", tree(3, "2/3")), new Edge<>("zeros", pair(1, "0", "0")),
                new Edge<>("a tree of four", tree(2, "15/16", "-7/8", "7/8", "3/8")), new Edge<>("a tree of four, one layer", tree(1, "1/4", "1/4", "-1/2", "1/3")),
                new Edge<>("a tree of sixteen", tree(3, Collections.nCopies(16, "9/10").toArray(String[]::new)))));
    }

    static Claim<Squarings> squarings() {
        return Claim.of(FactorizableDensity.ID, "F8", "reciprocal and exponential at points", Squarings.class, STANDARD)
            .restsOn("F4", "F5")
            .equal("a-series", "what the partial product leaves", Squarings.SERIES_ERROR, Squarings.SERIES_REST).about(Squarings::isReciprocal)
            .atMost("a-rest", "is largest at the left end", Squarings.SERIES_REST, Squarings.SERIES_BOUND).about(Squarings::isReciprocal)
            .attainedWhen(s -> s.isReciprocal() && s.x().equals(s.a()))
            .atMost("a", "the reciprocal network", Squarings.RECIPROCAL_SIZE, Squarings.RECIPROCAL_BOUND).about(Squarings::isReciprocal)
            .equal("a-chain", "k factors are one step more behind k - 1 of them, weight by weight", Squarings.OTHER_MAPS, number(0))
            .about(s -> s.isReciprocal() && s.k() > 0)
            .atMost("b-power-below", "a power below the exponential", Squarings.POWER, Squarings.EXPONENTIAL).about(Squarings::isExponential)
            .attainedWhen(s -> s.x().isZero())
            .atMost("b-power-above", "and not far", Squarings.EXPONENTIAL.minus(Squarings.POWER), Squarings.DECAY).about(Squarings::isExponential)
            .attainedWhen(s -> s.x().isZero() || s.k() == 0 && s.x().equals(Rational.ONE))
            .atMost("b-decay", "at most this", Squarings.DECAY, Squarings.LARGEST_DECAY).about(Squarings::isExponential)
            .attainedWhen(s -> s.x().equals(Rational.TWO))
            .atMost("b-network-below", "the network lies above the power", Squarings.POWER, Squarings.VALUE).about(Squarings::isExponential)
            .atMost("b-network-above", "by the errors of its squares", Squarings.VALUE.minus(Squarings.POWER), Squarings.EXCESS)
            .about(Squarings::isExponential)
            .equal("b-chain", "k squarings are one more behind k - 1 of them, weight by weight", Squarings.OTHER_MAPS, number(0))
            .about(s -> s.isExponential() && s.k() > 0)
            .atMost("b-lower", "the exponential network, from below", Squarings.EXPONENTIAL_ERROR.scaled(-1, 1), Squarings.LARGEST_DECAY)
            .about(Squarings::isExponential)
            .atMost("b-upper", "and from above", Squarings.EXPONENTIAL_ERROR, Squarings.EXCESS).about(Squarings::isExponential)
            .attainedWhen(s -> s.k() == 0 && s.x().isZero())
            .tooth("F8b", "without the factor $x^2$", Squarings.EXPONENTIAL.minus(Squarings.POWER), Squarings.WITHOUT_SQUARE, exponential(4, 6, "2"))
            .ownTooth("tenth", "a tenth of the reciprocal's bound", Squarings.RECIPROCAL_SIZE, Squarings.RECIPROCAL_BOUND.scaled(1, 10),
                reciprocal("1/4", 3, 6, "1/4"))
            .ownTooth("no-excess", "squares without error", Squarings.VALUE, Squarings.POWER, exponential(3, 5, "1"))
            .on(Squarings::draw, List.of(
                new Edge<>("a reciprocal", reciprocal("1/4", 3, 6, "1/3")), new Edge<>("at the left end", reciprocal("1/4", 3, 6, "1/4")),
                new Edge<>("without a factor", reciprocal("1/2", 0, 3, "3/4")), new Edge<>("a point", reciprocal("1", 2, 3, "1")),
                new Edge<>("an exponential", exponential(3, 5, "1")), new Edge<>("at 0", exponential(4, 6, "0")),
                new Edge<>("where the error is largest", exponential(4, 6, "2")), new Edge<>("at the right end", exponential(3, 4, "8")),
                new Edge<>("a line", exponential(0, 2, "1/2")), new Edge<>("the end of a line", exponential(0, 2, "1"))));
    }

    static Square square(int m, String x) {
        return new Square(m, Rational.parse(x));
    }

    private static Factors pair(int m, String x, String y) {
        return new Factors(m, List.of(Rational.parse(x), Rational.parse(y)), true);
    }

    private static Factors tree(int m, String... x) {
        return new Factors(m, Stream.of(x).map(Rational::parse).toList(), false);
    }

    private static Squarings reciprocal(String a, int k, int m, String x) {
        return new Squarings(Rational.parse(a), k, m, Rational.parse(x));
    }

    private static Squarings exponential(int k, int m, String x) {
        return new Squarings(null, k, m, Rational.parse(x));
    }
}
