package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements on boxes that are proved coordinate by coordinate, and statements near them that are not. */
class SumOfFunctionsTest {

    private static final Variable U = new Variable("u");
    private static final Variable V = new Variable("v");
    private static final Prover PROVER = new Prover();

    private static Domain square() {
        return Domain.box(List.of(U, V), Collections.nCopies(2, Rational.of(-1)), Collections.nCopies(2, Rational.ONE));
    }

    private static Expr productError(int m) {
        var x = U.plus(V);
        var y = U.minus(V);
        var product = Networks.square(m, x.plus(y).over(2).abs()).minus(Networks.square(m, x.minus(y).over(2).abs()));
        return product.minus(U.square().minus(V.square()));
    }

    /** Cells in both coordinates would be 4^(m+1): here they are 2 (2^(m+1)). The sum is seen although x and y mix u and v. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void theProductNetworkOnTheWholeSquare(int m) {
        var bound = Expr.of(Networks.squareError(m));
        for (var error : List.of(productError(m), productError(m).negate())) {
            assertThat(PROVER.atMost(error, bound, square())).isInstanceOfSatisfying(Finding.Proved.class, proved -> {
                assertThat(proved.cells()).isEqualTo(4L << m);
                assertThat(proved.sample().isAttained()).isTrue();
            });
            var smaller = Expr.of(Networks.squareError(m).times(Rational.of(999_999, 1_000_000)));
            assertThat(PROVER.atMost(error, smaller, square())).isInstanceOfSatisfying(Finding.Refuted.class,
                refuted -> assertThat(refuted.witness().isAbove()).isTrue());
        }
    }

    /** Its least value is 0, at the vertices of both parabolas, and below with any smaller constant. */
    @Test
    void parabolas() {
        var sum = U.minus(Expr.of(1, 3)).square().plus(V.plus(Expr.of(2, 7)).square().times(5));
        assertThat(PROVER.atMost(Expr.ZERO, sum, square())).isInstanceOfSatisfying(Finding.Proved.class,
            proved -> assertThat(proved.sample().point()).containsExactly(Rational.of(1, 3), Rational.of(-2, 7)));
        assertThat(PROVER.atMost(Expr.of(Rational.parse("1e-30")), sum, square())).isInstanceOf(Finding.Refuted.class);
    }

    /** u v is no sum, |u + v| neither, and 1/u is not defined everywhere, also where it is multiplied by 0: other means decide. */
    @Test
    void whatIsNoSumIsLeftToCells() {
        assertThat(PROVER.atMost(U.times(V), Expr.ONE, square())).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(U.plus(V).abs(), Expr.TWO, square())).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(U.plus(V).abs(), Expr.of(3, 2), square())).isInstanceOf(Finding.Refuted.class);
        assertThat(PROVER.atMost(Expr.ONE.over(U).times(Expr.ZERO), V.plus(Expr.ONE), square())).isInstanceOf(Finding.Open.class);
        assertThat(PROVER.atMost(Expr.ONE.over(U.minus(U)), U.plus(V), square())).isInstanceOf(Finding.Open.class);
    }

    /** The least value of a quartic is at none of the points that are tried: nothing false is concluded from them, and cells decide. */
    @Test
    void quartics() {
        var sum = U.square().minus(U.over(3)).minus(Expr.of(1, 7)).square().plus(V.square());
        assertThat(PROVER.atMost(Expr.of(-1, 1000), sum, square())).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(Expr.of(1, 1000), sum, square())).isInstanceOf(Finding.Refuted.class);
    }

    @Test
    void aVariableThatTheDomainDoesNotName() {
        assertThatThrownBy(() -> PROVER.atMost(U.times(new Variable("w")), Expr.ONE, square())).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a statement that contains the variable w, over a domain of u, v: give the domain that same variable, or bind it");
    }

    /** High powers near 0 are undecided after bounded work, of which long numbers are a part. */
    @Test
    void workOnLongNumbersEnds() {
        var x = new Variable("x");
        var finding = new Prover(50_000, 2_000_000).atMost(x.pow(1000), x.pow(999), Domain.interval(x, Rational.ZERO, Rational.ONE));
        assertThat(finding).isInstanceOfSatisfying(Finding.Open.class, open -> assertThat(open.reason()).contains("budget"));
    }
}
