package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.IndexedSum;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of the theorems about all points of a domain. */
class ProverTest {

    private static final Variable X = new Variable("x");
    private static final Variable Y = new Variable("y");
    private static final Variable Z = new Variable("z");
    private static final Prover PROVER = new Prover();
    private static final Rational ZERO = Rational.ZERO;
    private static final Rational ONE = Rational.ONE;

    @ParameterizedTest
    @CsvSource({"2/3, 2, 1, 7/2, 5", "1, 1, 1, 5/2, 3", "3, 1/7, 2/7, 1/2, 100"})
    void theGateIsTheQuotient(String slope, String y, String z, String x0, String x1) {
        var finding = gate(slope, y, z, x0, x1, ONE, ONE);
        assertThat(finding).isInstanceOfSatisfying(Finding.Proved.class, proved -> {
            assertThat(proved.method()).isEqualTo(Finding.Method.ALGEBRA);
            assertThat(proved.cells()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 2"})
    void aWrongGateIsRefutedAtARationalPoint(String tau1, String tau2) {
        var finding = gate("2/3", "2", "1", "7/2", "5", Rational.parse(tau1), Rational.parse(tau2));
        assertThat(finding).isInstanceOfSatisfying(Finding.Refuted.class, refuted -> {
            var point = refuted.witness().point();
            var value = Networks.gate(Rational.of(2, 3), Rational.parse(tau1).over(Rational.TWO), Rational.parse(tau2).over(Rational.of(4)),
                Expr.of(point.get(0)), Expr.of(point.get(1)), Expr.of(point.get(2)));
            assertThat(refuted.witness().exactLeft()).isEqualTo(Tape.of(List.of(value)).exact(1_000_000_000L).get(0))
                .isNotEqualTo(point.get(1).times(point.get(2)).over(point.get(0)));
        });
    }

    /** The gate on the box of R3, its scales multiplied by factors. */
    private static Finding gate(String slope, String y, String z, String x0, String x1, Rational factor1, Rational factor2) {
        var sum = Rational.parse(y).plus(Rational.parse(z));
        var tau1 = Rational.parse(x0).minus(sum).times(factor1);
        var tau2 = Rational.TWO.over(Rational.parse(x1).plus(sum)).times(factor2);
        var domain = Domain.box(List.of(X, Y, Z), List.of(Rational.parse(x0), Rational.parse(y).negate(), Rational.parse(z).negate()),
            List.of(Rational.parse(x1), Rational.parse(y), Rational.parse(z)));
        return PROVER.equal(Networks.gate(Rational.parse(slope), tau1, tau2, X, Y, Z), Y.times(Z).over(X), domain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theSquaringNetworkInterpolatesFromAbove(int m) {
        var domain = Domain.interval(X, ZERO, ONE);
        var error = Networks.square(m, X).minus(X.square());
        var bound = Expr.of(Networks.squareError(m));
        assertThat(PROVER.atMost(Expr.ZERO, error, domain)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(error, bound, domain)).isInstanceOfSatisfying(Finding.Proved.class, proved -> {
            assertThat(proved.method()).isEqualTo(Finding.Method.BREAKPOINTS);
            assertThat(proved.cells()).isEqualTo(1L << m);
            assertThat(proved.sample().isAttained()).isTrue();
        });
        assertThat(PROVER.atMost(error, bound.over(2), domain)).isInstanceOfSatisfying(Finding.Refuted.class,
            refuted -> assertThat(refuted.witness().exactLeft()).isGreaterThan(refuted.witness().exactRight()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theProductNetworkInBothCoordinates(int m) {
        var bound = Expr.of(Networks.squareError(m));
        var minusOne = List.of(ONE.negate(), ONE.negate());
        var square = Domain.box(List.of(X, Y), minusOne, List.of(ONE, ONE));
        var turned = Networks.square(m, X.abs()).minus(Networks.square(m, Y.abs())).minus(X.square().minus(Y.square()));
        assertThat(PROVER.atMost(turned.abs(), bound, square)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(turned.abs(), bound.over(2), square)).isInstanceOf(Finding.Refuted.class);
        if (m != 3) {
            return; // the original coordinates are slower: kinks and touching points lie askew
        }
        var half = Rational.of(1, 2);
        var product = Networks.square(m, X.plus(Y).times(Expr.of(half)).abs()).minus(Networks.square(m, X.minus(Y).times(Expr.of(half)).abs()));
        var error = product.minus(X.times(Y));
        assertThat(PROVER.atMost(error, bound, square)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(error.negate(), bound, square)).isInstanceOf(Finding.Proved.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theSpikesAreAPartitionOfUnity(int d) {
        var variables = List.of(X, Y, Z).subList(0, d);
        var cube = Domain.box(variables, Collections.nCopies(d, ZERO), Collections.nCopies(d, ONE));
        var sum = Networks.spikes(variables, -1, 2);
        assertThat(PROVER.equal(sum, Expr.ONE, cube.triangulated())).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.equal(sum, Expr.ONE, cube)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.equal(Networks.spikes(variables, 0, 0).plus(Expr.of(d == 1 ? 0 : 1)), Expr.ONE, cube))
            .isInstanceOf(Finding.Refuted.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 4", "8, 16"})
    void theExponentialOfARepeatedSquare(int k, int to) {
        var domain = Domain.interval(X, ZERO, Rational.of(Math.min(to, 1 << k)));
        var power = Expr.ONE.minus(X.over(1L << k)).pow(1 << k);
        var error = X.negate().exp().minus(power);
        assertThat(PROVER.atMost(Expr.ZERO, error, domain)).isInstanceOf(Finding.Proved.class);
        var bound = X.square().times(X.negate().exp()).over(1L << k);
        assertThat(PROVER.atMost(error, bound, domain)).isInstanceOf(Finding.Proved.class);
        var four = Expr.of(4).times(Expr.of(-2).exp()).over(1L << k);
        assertThat(PROVER.atMost(error, four, domain)).isInstanceOf(Finding.Proved.class);
        // tooth of factorizable-density F8b: without the factor x^2
        assertThat(PROVER.atMost(error, X.negate().exp().over(1L << k), domain)).isInstanceOf(Finding.Refuted.class);
    }

    @ParameterizedTest
    @CsvSource({"8, 12", "32, 20"})
    void thePiecewiseLinearExponential(int pieces, int bits) {
        var exponential = Networks.exponential(pieces, bits, X);
        var domain = Domain.interval(X, ONE.negate(), ONE);
        var quotient = exponential.times(X.negate().exp());
        assertThat(PROVER.atMost(Expr.ONE, quotient, domain)).isInstanceOfSatisfying(Finding.Proved.class, proved -> {
            assertThat(proved.method()).isEqualTo(Finding.Method.SUBDIVISION);
            assertThat(proved.cells()).isGreaterThanOrEqualTo(pieces);
        });
        var h = Expr.of(2, pieces);
        var s = h.exp().minus(Expr.ONE).over(h);
        var rounding = Expr.ONE.plus(Expr.of(Rational.TWO.pow(-bits)));
        var bound = rounding.times(s).times(Expr.ONE.over(s).minus(Expr.ONE).exp());
        assertThat(PROVER.atMost(quotient, bound, domain)).isInstanceOf(Finding.Proved.class);
        // a quarter of the error, as with half the distance between the knots
        var quarter = Expr.ONE.plus(bound.minus(Expr.ONE).over(4));
        assertThat(PROVER.atMost(quotient, quarter, domain)).isInstanceOf(Finding.Refuted.class);
    }

    @Test
    void aSmallBudgetEndsInOpen() {
        var error = Networks.square(6, X).minus(X.square());
        var domain = Domain.interval(X, ZERO, ONE);
        assertThat(new Prover(20, 1_000_000).atMost(Expr.ZERO, error, domain)).isEqualTo(new Finding.Open("the budget of 20 cells ended"));
        assertThat(new Prover(20_000, 100).atMost(Expr.ZERO, error, domain))
            .isEqualTo(new Finding.Open("the budget of 100 products of terms ended"));
    }

    @Test
    void whatIsNotDefinedEverywhereIsNeverProved() {
        var domain = Domain.interval(X, Rational.of(-1), ONE);
        assertThat(PROVER.equal(X.over(X), Expr.ONE, domain)).isInstanceOf(Finding.Open.class);
        assertThat(PROVER.equal(X.over(X), Expr.ONE, Domain.interval(X, ZERO, ONE))).isInstanceOf(Finding.Open.class);
        assertThat(PROVER.equal(X.over(X), Expr.ONE, Domain.interval(X, Rational.of(1, 1000), ONE))).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.equal(Expr.ZERO.times(X.log()), Expr.ZERO, domain)).isInstanceOf(Finding.Open.class);
        assertThat(PROVER.atMost(Expr.ZERO, X.sqrt(), domain)).isInstanceOf(Finding.Open.class);
        assertThat(PROVER.atMost(Expr.ZERO, Expr.ONE.over(X.square()), domain)).isInstanceOf(Finding.Open.class);
        // the pole lies in a branch that is not taken, but it is evaluated
        assertThat(PROVER.atMost(Expr.ONE.over(X).min(Expr.ZERO), Expr.ZERO, domain)).isInstanceOf(Finding.Open.class);
        assertThat(PROVER.atMost(Expr.ZERO, X.times(Expr.ONE.minus(X)).sqrt(), Domain.interval(X, ZERO, ONE))).isInstanceOf(Finding.Proved.class);
    }

    @Test
    void anIdentityThatIsNoIdentityOfRationalFunctionsStaysOpen() {
        var domain = Domain.interval(X, ZERO, ONE);
        assertThat(PROVER.equal(X.exp().times(X.negate().exp()), Expr.ONE, domain)).isInstanceOf(Finding.Open.class);
        assertThat(PROVER.equal(X.exp(), Expr.ONE.plus(X), domain)).isInstanceOf(Finding.Refuted.class);
    }

    @Test
    void touchingPointsInsideAreFactoredOut() {
        var third = X.minus(Expr.of(1, 3)).square();
        var root = X.square().minus(Expr.HALF).square();
        var domain = Domain.interval(X, Rational.of(-2), Rational.of(2));
        assertThat(PROVER.atMost(Expr.ZERO, third, domain)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(Expr.ZERO, root.times(X.plus(Expr.of(2))), domain)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(Expr.ZERO, root.minus(Expr.of(Rational.parse("1e-12"))), domain)).isInstanceOf(Finding.Refuted.class);
        assertThat(PROVER.atMost(Expr.ZERO, third.times(X.minus(Expr.of(1, 2))).negate(), Domain.interval(X, ZERO, Rational.of(1, 2))))
            .isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(Expr.ZERO, third.times(X.minus(Expr.of(1, 2))).negate(), domain)).isInstanceOf(Finding.Refuted.class);
    }

    @Test
    void touchingPointsInsideOfEdgesAreCutAt() {
        var square = Domain.box(List.of(X, Y), List.of(ZERO, ZERO), List.of(ONE, ONE));
        var onEdge = X.minus(Expr.of(1, 3)).square().plus(Y);
        assertThat(PROVER.atMost(Expr.ZERO, onEdge, square)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(Expr.ZERO, onEdge, square.triangulated())).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(Expr.of(Rational.parse("1e-9")), onEdge, square)).isInstanceOf(Finding.Refuted.class);
    }

    @Test
    void touchingAtATranscendentalEnd() {
        var domain = Domain.interval(X, Rational.of(-1), Rational.of(3));
        assertThat(PROVER.atMost(Expr.ONE.plus(X), X.exp(), domain)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(X.sin(), X, Domain.interval(X, ZERO, ONE))).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(X.minus(X.pow(3).over(6)), X.sin(), Domain.interval(X, ZERO, ONE))).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(Expr.ONE.plus(X.times(Expr.of(1001, 1000))), X.exp(), domain)).isInstanceOf(Finding.Refuted.class);
    }

    @Test
    void aBranchThatChangesAlongACurve() {
        var box = Domain.box(List.of(X, Y), List.of(ONE.negate(), ONE.negate()), List.of(ONE, ONE));
        var circle = X.square().plus(Y.square()).minus(Expr.HALF);
        assertThat(PROVER.atMost(circle.abs(), Expr.of(3, 2), box)).isInstanceOfSatisfying(Finding.Proved.class,
            proved -> assertThat(proved.sample().isAttained()).isTrue());
        assertThat(PROVER.atMost(circle.relu(), Expr.of(149, 100), box)).isInstanceOf(Finding.Refuted.class);
    }

    @Test
    void aUnionOfPartsIsTheWholeClaim() {
        var both = Domain.interval(X, ZERO, ONE).or(Domain.interval(X, Rational.of(2), Rational.of(3)));
        assertThat(PROVER.atMost(X, Expr.of(3), both)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(X, Expr.of(2), both)).isInstanceOf(Finding.Refuted.class);
        assertThat(PROVER.atMost(X.minus(Expr.of(3, 2)).abs().negate(), Expr.of(-1, 2), both)).isInstanceOf(Finding.Proved.class);
        var triangle = Domain.simplex(List.of(X, Y), List.of(List.of(ZERO, ZERO), List.of(ONE, ZERO), List.of(ZERO, ONE)));
        assertThat(PROVER.atMost(X.plus(Y), Expr.ONE, triangle)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(X.times(Y), Expr.of(1, 4), triangle)).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(X.times(Y), Expr.of(24, 100), triangle)).isInstanceOf(Finding.Refuted.class);
    }

    /** The sum that does not depend on x is not evaluated together with the one that does. */
    @Test
    void aClosedAndAnOpenSumRunOverTheSameRows() {
        var u = new Variable("u");
        var rows = List.of(List.of(ONE), List.of(Rational.TWO));
        var closed = IndexedSum.of(u, List.of(u), rows);
        var open = IndexedSum.of(u.times(X), List.of(u), rows);
        assertThat(PROVER.equal(closed.times(X), open, Domain.interval(X, ZERO, ONE))).isInstanceOf(Finding.Proved.class);
        assertThat(PROVER.atMost(open, closed, Domain.interval(X, ZERO, Rational.TWO))).isInstanceOf(Finding.Refuted.class);
    }
}
