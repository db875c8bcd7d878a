package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
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
            assertThat(refuted.witness().exactLeft()).isEqualTo(org.apodix.expression.Tape.of(List.of(value)).exact(1_000_000_000L).get(0))
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
}
