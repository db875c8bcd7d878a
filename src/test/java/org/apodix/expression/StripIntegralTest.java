package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals over the line from a promised strip: true, as narrow as asked for, and what a wrong promise comes to. */
class StripIntegralTest {

    private static final Variable X = new Variable("x");
    private static final Variable K = new Variable("k");
    private static final Variable L = new Variable("L");
    private static final Expr GAUSS = X.square().negate().exp();
    /** The integral of |e^(-z^2)| at the height k. */
    private static final Expr GAUSS_BOUND = Expr.PI.sqrt().times(K.square().exp());
    private static final Expr GAUSS_TAIL = Expr.PI.sqrt().times(L.erfc());

    private static Expr integral(Expr body, Expr limit, Expr bound, Expr tail, boolean even) {
        return integral(body, limit, bound, tail, Expr.ZERO, even);
    }

    private static Expr integral(Expr body, Expr limit, Expr bound, Expr tail, Expr least, boolean even) {
        return StripIntegral.of(body, X, new StripBound(limit, bound, K, tail, L, least, even));
    }

    private static DyadicInterval value(Expr e, Arithmetic<DyadicInterval> carrier) {
        return Tape.of(List.of(e)).evaluate(carrier).get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {53, 128, 512, 2000})
    void aGaussian(int bits) {
        var carrier = new DyadicArithmetic(bits);
        for (boolean even : new boolean[] {true, false}) {
            var found = value(integral(GAUSS, Expr.of(100), GAUSS_BOUND, GAUSS_TAIL, even), carrier);
            assertThat(found.overlaps(value(Expr.PI.sqrt(), new DyadicArithmetic(2 * bits)))).isTrue();
            assertThat(found.width().toRational()).isLessThan(Rational.of(2).pow(2 - bits));
        }
    }

    @Test
    void anyNarrowerStripIsTrueToo() {
        for (long n : new long[] {1, 3, 10, 30}) {
            var found = value(integral(GAUSS, Expr.of(1, n), GAUSS_BOUND, GAUSS_TAIL, true), new DyadicArithmetic(100));
            assertThat(found.overlaps(value(Expr.PI.sqrt(), new DyadicArithmetic(200)))).as("strip 1/%d: %s", n, found).isTrue();
            assertThat(found.width().toRational()).isLessThan(Rational.of(2).pow(-90));
        }
    }

    /** A strip so narrow that the rule would need thousands of nodes is left to subdivision. */
    @Test
    void aVeryNarrowStrip() {
        var found = value(integral(GAUSS, Expr.of(1, 100_000), GAUSS_BOUND, GAUSS_TAIL, false), new DyadicArithmetic(100));
        assertThat(found.overlaps(value(Expr.PI.sqrt(), new DyadicArithmetic(200)))).isTrue();
        assertThat(found.width().toRational()).isLessThan(Rational.of(2).pow(-90));
    }

    @Test
    void doublesGetAnEnclosureToo() {
        var found = Tape.of(List.of(integral(GAUSS, Expr.of(8), GAUSS_BOUND, GAUSS_TAIL, true))).evaluate(DoubleArithmetic.INSTANCE).get(0);
        assertThat(found.toDyadic().overlaps(value(Expr.PI.sqrt(), new DyadicArithmetic(200)))).isTrue();
    }

    /** int e^(-x^2 + bx) = sqrt(pi) e^(b^2/4): not even, with a bound variable of another node. */
    @Test
    void outerVariablesAreSets() {
        var b = new Variable("b");
        var shifted = integral(X.square().negate().plus(b.times(X)).exp(), Expr.of(8), GAUSS_BOUND.times(b.square().over(4).exp()),
            b.square().over(4).exp().times(Expr.PI.sqrt()).times(L.minus(b.over(2)).erfc()), b.over(2), false);
        var sum = IndexedSum.of(shifted, List.of(b), List.of(List.of(Rational.ONE), List.of(Rational.TWO), List.of(Rational.of(3))));
        var expected = Expr.PI.sqrt().times(Expr.of(1, 4).exp().plus(Expr.ONE.exp()).plus(Expr.of(9, 4).exp()));
        assertThat(value(sum, new DyadicArithmetic(128)).overlaps(value(expected, new DyadicArithmetic(200)))).isTrue();
    }

    /** 1/(x^2 + 1/16) has a pole at i/4, far inside of the promised strip. */
    @Test
    void aPoleInTheStripIsNoticed() {
        var body = GAUSS.over(X.square().plus(Expr.of(1, 16)));
        var wrong = integral(body, Expr.of(4), GAUSS_BOUND.times(16), GAUSS_TAIL.times(16), true);
        assertThatThrownBy(() -> value(wrong, new DyadicArithmetic(128))).isInstanceOf(IllegalStateException.class).hasMessageContaining("promised strip");
    }

    @Test
    void aBoundBelowTheIntegralIsNoticed() {
        var wrong = integral(GAUSS, Expr.of(1, 4), K.square().exp(), GAUSS_TAIL, true);
        assertThatThrownBy(() -> value(wrong, new DyadicArithmetic(128))).isInstanceOf(IllegalStateException.class).hasMessageContaining("at most");
    }

    @Test
    void noStripIsUndefined() {
        var none = integral(GAUSS, Expr.ZERO, GAUSS_BOUND, GAUSS_TAIL, true);
        assertThatThrownBy(() -> value(none, new DyadicArithmetic(128))).isInstanceOf(UndefinedException.class);
    }

    @Test
    void theLabelNamesAllOfThePromise() {
        var first = Fingerprint.of(integral(GAUSS, Expr.of(4), GAUSS_BOUND, GAUSS_TAIL, true));
        assertThat(Fingerprint.of(integral(GAUSS, Expr.of(4), GAUSS_BOUND, GAUSS_TAIL, true))).isEqualTo(first);
        assertThat(List.of(integral(GAUSS, Expr.of(5), GAUSS_BOUND, GAUSS_TAIL, true), integral(GAUSS, Expr.of(4), GAUSS_BOUND.times(2), GAUSS_TAIL, true),
            integral(GAUSS, Expr.of(4), GAUSS_BOUND, GAUSS_TAIL.times(2), true), integral(GAUSS, Expr.of(4), GAUSS_BOUND, GAUSS_TAIL, false)))
            .allSatisfy(other -> assertThat(Fingerprint.of(other)).isNotEqualTo(first));
    }
}
