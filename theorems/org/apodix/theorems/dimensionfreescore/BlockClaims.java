package org.apodix.theorems.dimensionfreescore;

import static org.apodix.expression.Formula.number;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.apodix.proof.Domain;

/** R8: the blocks of the score network. */
final class BlockClaims {

    private static final String EXPONENTIAL_RANGE = "z\\in[-\\Lambda,\\Lambda]";
    private static final String RECIPROCAL_RANGE = "D\\in[D_-,D_-\\varrho^{n_D}]";
    private static final String SQUARE_RANGE = "z\\in[-1,1]";
    private static final String PRODUCT_RANGE = "x=X(u+v),\\ y=Y(u-v),\\ u,v\\in[-1,1]";
    private static final String LINE = "u\\in[-1,1]";

    private BlockClaims() { }

    static List<Claim<?>> claims() {
        var errors = errors();
        var norms = norms();
        return List.of(errors.and(norms, "-norms", "ReLU building blocks", Provenance.derived(errors.provenance().paperSays(),
            errors.provenance().difference() + "; " + norms.provenance().difference())));
    }

    private static Claim<Block> errors() {
        var exponential = exponential(ExponentialBlock.EXPONENTIAL);
        var value = exponential(ExponentialBlock.VALUE);
        Formula<Block> one = number(1);
        var product = reciprocal(ReciprocalBlock.PRODUCT);
        var error = square(SquareBlock.ERROR);
        var bound = square(SquareBlock.BOUND);
        var productError = product(ProductBlock.ERROR);
        var productBound = product(ProductBlock.BOUND);
        return Claim.of(DimensionFreeScore.ID, "R8", "ReLU building blocks, for all inputs", Block.class, Provenance.derived(
                "the score is approximated by a deep ReLU network with bounded path norm",
                "standard blocks with exact errors, for all inputs of each block: n_E up to 6 at random and 32 once, n up to 24 for the square and the product, "
                    + "and 64 once"))
            .atMost("a-lower", "the chords lie above the exponential", exponential, value).about(is(ExponentialBlock.class))
            .everywhere(EXPONENTIAL_RANGE, domain(ExponentialBlock.class, ExponentialBlock::domain))
            .atMost("a-upper", "by at most this factor", value, one.plus(exponential(ExponentialBlock.KAPPA)).times(exponential))
            .about(is(ExponentialBlock.class)).everywhere(EXPONENTIAL_RANGE, domain(ExponentialBlock.class, ExponentialBlock::domain))
            .atMost("b-lower", "the chords lie above the reciprocal", one, product).about(is(ReciprocalBlock.class))
            .everywhere(RECIPROCAL_RANGE, domain(ReciprocalBlock.class, ReciprocalBlock::domain))
            .atMost("b-upper", "by at most this factor", product, one.plus(reciprocal(ReciprocalBlock.KAPPA))).about(is(ReciprocalBlock.class))
            .everywhere(RECIPROCAL_RANGE, domain(ReciprocalBlock.class, ReciprocalBlock::domain))
            .atMost("c-lower", "the chords lie above the parabola", number(0), error).about(is(SquareBlock.class))
            .everywhere(SQUARE_RANGE, domain(SquareBlock.class, SquareBlock::domain))
            .atMost("c-upper", "by at most a quarter of the squared mesh", error, bound).about(is(SquareBlock.class))
            .everywhere(SQUARE_RANGE, domain(SquareBlock.class, SquareBlock::domain))
            .atMost("d-upper", "the product is not too large", productError, productBound).about(is(ProductBlock.class))
            .everywhere(PRODUCT_RANGE, domain(ProductBlock.class, ProductBlock::domain))
            .atMost("d-lower", "nor too small", productError.scaled(-1, 1), productBound).about(is(ProductBlock.class))
            .everywhere(PRODUCT_RANGE, domain(ProductBlock.class, ProductBlock::domain))
            .equal("d-first-axis", "and exact on one axis", product(ProductBlock.FIRST_AXIS), number(0)).about(is(ProductBlock.class))
            .everywhere(LINE, domain(ProductBlock.class, ProductBlock::line))
            .equal("d-second-axis", "and on the other", product(ProductBlock.SECOND_AXIS), number(0)).about(is(ProductBlock.class))
            .everywhere(LINE, domain(ProductBlock.class, ProductBlock::line))
            .tooth("T11(a)", "the bound of twice as many pieces", value, one.plus(exponential(ExponentialBlock.FINER)).times(exponential),
                new ExponentialBlock(Rational.ONE, 16, 40))
            .toothEverywhere(EXPONENTIAL_RANGE, domain(ExponentialBlock.class, ExponentialBlock::domain))
            .tooth("T11(c)", "one eighth of the squared mesh", error, bound.scaled(1, 2), new SquareBlock(8))
            .toothEverywhere(SQUARE_RANGE, domain(SquareBlock.class, SquareBlock::domain))
            .ownTooth("b-half", "half of the reciprocal's bound", product, one.plus(reciprocal(ReciprocalBlock.KAPPA).scaled(1, 2)), reciprocal())
            .toothEverywhere(RECIPROCAL_RANGE, domain(ReciprocalBlock.class, ReciprocalBlock::domain))
            .ownTooth("d-half", "half of the product's bound", productError, productBound.scaled(1, 2), new ProductBlock(Rational.TWO, Rational.ONE, 2))
            .toothEverywhere(PRODUCT_RANGE, domain(ProductBlock.class, ProductBlock::domain))
            .on(BlockClaims::draw, edges());
    }

    private static Claim<Block> norms() {
        return Claim.of(DimensionFreeScore.ID, "R8", "ReLU building blocks: attained errors, units, path norms", Block.class,
                Provenance.derived("bounded path norm", "part (e), per block with an input of path norm 1: bounded however many knots there are"))
            .equal("b-attained", "the reciprocal's error is attained in the middle of every piece", reciprocal(ReciprocalBlock.MIDDLE),
                reciprocal(ReciprocalBlock.KAPPA)).about(is(ReciprocalBlock.class))
            .equal("c-attained", "and that of the square", square(SquareBlock.MIDDLE), square(SquareBlock.BOUND)).about(is(SquareBlock.class))
            .equal("e-exponential", "the slopes add to the last one where rounding leaves the values convex", exponential(ExponentialBlock.SLOPES),
                exponential(ExponentialBlock.LAST)).about(b -> b instanceof ExponentialBlock e && e.isConvex())
            .atMost("e-reciprocal", "the path norm of the reciprocal", reciprocal(ReciprocalBlock.PATH), reciprocal(ReciprocalBlock.PATH_BOUND))
            .about(is(ReciprocalBlock.class))
            .equal("e-square", "the path norm of the square", square(SquareBlock.PATH), square(SquareBlock.PATH_FORMULA)).about(is(SquareBlock.class))
            .atMost("e-square-bounded", "stays below 6", square(SquareBlock.PATH), number(6)).about(is(SquareBlock.class))
            .equal("units-exponential", "a unit for each piece", exponential(ExponentialBlock.UNITS), exponential(ExponentialBlock.PIECES))
            .about(is(ExponentialBlock.class))
            .equal("units-reciprocal", "a unit for each piece", reciprocal(ReciprocalBlock.UNITS), reciprocal(ReciprocalBlock.PIECES))
            .about(is(ReciprocalBlock.class))
            .equal("units-square", "two units for each piece", square(SquareBlock.UNITS), square(SquareBlock.N).scaled(2, 1)).about(is(SquareBlock.class))
            .equal("units-product", "four units for each piece", product(ProductBlock.UNITS), product(ProductBlock.N).scaled(4, 1))
            .about(is(ProductBlock.class))
            .ownTooth("path-four", "the path norm of the square stays below 4", square(SquareBlock.PATH), number(4), new SquareBlock(8))
            .ownToothEqual("one-unit-less", "a unit less", reciprocal(ReciprocalBlock.UNITS), reciprocal(ReciprocalBlock.PIECES).minus(number(1)), reciprocal())
            .on(BlockClaims::draw, edges());
    }

    private static List<Edge<Block>> edges() {
        return List.of(new Edge<>("an exponential of 32 pieces", new ExponentialBlock(Rational.of(53, 64), 32, 40)),
            new Edge<>("one piece, coarse values", new ExponentialBlock(Rational.of(1, 64), 1, 6)),
            new Edge<>("a reciprocal", reciprocal()),
            new Edge<>("a wide ratio", new ReciprocalBlock(Rational.ONE, Rational.of(4), 1)),
            new Edge<>("one piece of the square", new SquareBlock(1)), new Edge<>("many", new SquareBlock(64)),
            new Edge<>("a product", new ProductBlock(Rational.TWO, Rational.of(1, 3), 4)),
            new Edge<>("a product of many pieces", new ProductBlock(Rational.of(3, 4), Rational.of(5, 2), 64)));
    }

    private static Block draw(Draw draw) {
        return switch (draw.integer(0, 3)) {
            case 0 -> SquareBlock.draw(draw);
            case 1 -> ReciprocalBlock.draw(draw);
            case 2 -> ProductBlock.draw(draw);
            default -> ExponentialBlock.draw(draw);
        };
    }

    private static ReciprocalBlock reciprocal() {
        return new ReciprocalBlock(Rational.of(1, 3), Rational.of(9, 8), 14);
    }

    private static Quantity<Block> exponential(Quantity<ExponentialBlock> quantity) {
        return Block.view(ExponentialBlock.class, quantity);
    }

    private static Quantity<Block> reciprocal(Quantity<ReciprocalBlock> quantity) {
        return Block.view(ReciprocalBlock.class, quantity);
    }

    private static Quantity<Block> square(Quantity<SquareBlock> quantity) {
        return Block.view(SquareBlock.class, quantity);
    }

    private static Quantity<Block> product(Quantity<ProductBlock> quantity) {
        return Block.view(ProductBlock.class, quantity);
    }

    private static Predicate<Block> is(Class<? extends Block> kind) {
        return kind::isInstance;
    }

    private static <B extends Block> Function<Block, Domain> domain(Class<B> kind, Function<B, Domain> domain) {
        return block -> domain.apply(kind.cast(block));
    }
}
