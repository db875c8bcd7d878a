package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.enclosure.ApfloatArithmetic;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImproperIntegralTest {

    private static final Variable X = new Variable("x");
    private static final Variable L = new Variable("L");

    private static DyadicInterval value(Expr e, int bits) {
        return Tape.of(List.of(e)).evaluate(new DyadicArithmetic(bits)).get(0);
    }

    private static Expr line(Expr body, Expr tail) {
        return ImproperIntegral.of(body, X, new TailBound(tail, L, Rational.ZERO));
    }

    private static Expr line(Expr body, Expr tail, Rational least) {
        return ImproperIntegral.of(body, X, new TailBound(tail, L, least));
    }

    private static Expr normal(Expr x, Expr mean) {
        return x.minus(mean).square().over(2).negate().exp().over(Expr.PI.times(2).sqrt());
    }

    private static Expr normal(Expr x) {
        return normal(x, Expr.ZERO);
    }

    private static Expr sech(Expr x) {
        return Expr.TWO.over(x.exp().plus(x.negate().exp()));
    }

    private static void assertNarrow(DyadicInterval set, int digits) {
        assertThat(set.width().toRational().compareTo(Rational.of(10).pow(-digits))).as(set.toString()).isLessThan(0);
    }

    /** @param closed the value */
    private record Row(String name, Expr integral, Expr closed) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> known() {
        var x = X;
        var gauss = L.erfc();
        var third = Expr.of(1, 3);
        return Stream.of(
            new Row("exp(-x^2)", line(x.square().negate().exp(), gauss.times(Expr.PI.sqrt())), Expr.PI.sqrt()),
            new Row("normal density", line(normal(x), L.normalTail().times(2)), Expr.ONE),
            new Row("x^2 of a normal", line(x.square().times(normal(x)), L.normalTail().plus(L.times(normal(L))).times(2)), Expr.ONE),
            new Row("odd", line(x.times(normal(x)), normal(L).times(2)), Expr.ZERO),
            new Row("wide normal", line(normal(x.over(1000)), L.over(1000).normalTail().times(2000)), Expr.of(1000)),
            new Row("narrow normal", line(normal(x.times(1000)), L.times(1000).normalTail().over(500)), Expr.of(1, 1000)),
            new Row("normal far from 0", line(normal(x, Expr.of(40)), L.minus(Expr.of(40)).normalTail().times(2)), Expr.ONE),
            new Row("cos of a normal", line(x.times(3).cos().times(normal(x)), L.normalTail().times(2)), Expr.of(-9, 2).exp()),
            new Row("sech", line(sech(x), L.negate().exp().times(4)), Expr.PI),
            new Row("sech squared", line(sech(x).square(), L.times(-2).exp().times(8)), Expr.TWO),
            new Row("sech at 1/3", line(sech(x.minus(third)), third.minus(L).exp().times(4)), Expr.PI),
            new Row("cosh of a normal by log-sum-exp", line(Expr.logSumExp(List.of(x, x.negate())).minus(x.square().over(2)).exp(),
                Expr.PI.times(8).sqrt().times(Expr.HALF.exp()).times(2).times(L.minus(Expr.ONE).normalTail())),
                Expr.PI.times(8).sqrt().times(Expr.HALF.exp())));
    }

    @ParameterizedTest
    @MethodSource("known")
    void closedFormsAreEnclosedAtAllDigits(Row row) {
        for (int digits : List.of(30, 60, 100)) {
            int bits = digits * 10 / 3 + 20;
            var set = value(row.integral(), bits);
            assertThat(set.overlaps(value(row.closed(), 2 * bits))).as(row + ": " + set).isTrue();
            assertNarrow(set, row.name().equals("wide normal") ? digits - 3 : digits);
        }
    }

    /** KL of normal mixtures against the Gauss-Legendre rule on a range of its own, and against known digits. */
    @ParameterizedTest
    @ValueSource(ints = {30, 60})
    void divergencesAgreeWithTheOtherQuadrature(int digits) {
        int bits = digits * 10 / 3 + 20;
        var ratio = Expr.of(9, 10).plus(X.minus(Expr.HALF).exp().over(10)).log().negate();
        var tail = L.normalTail().times(2).plus(L.times(normal(L)));
        // |log ratio| <= 1/2 + x^2/2 for |x| >= 1
        var first = value(line(normal(X).times(ratio), tail, Rational.ONE), bits);
        var far = Expr.of(30);
        var second = value(Integral.of(normal(X).times(ratio), X, far.negate(), far), bits);
        assertThat(first.overlaps(new DyadicArithmetic(bits).add(second, DyadicInterval.of(Dyadic.ONE.shift(-600).negate(), Dyadic.ONE.shift(-600))))).isTrue();
        assertThat(first.toString()).startsWith("[0.0063861363390865868");
        assertNarrow(first, digits);
        // the mixture in the form that is holomorphic far from the line, with the logarithm as log-sum-exp
        var mixture = normal(X, Expr.of(-1)).plus(normal(X, Expr.ONE)).over(2);
        var log = Expr.logSumExp(List.of(X, X.negate())).minus(Expr.TWO.log().over(2)).minus(X.square().over(4)).minus(Expr.HALF);
        var from = L.minus(Expr.ONE);
        // at most 4 + 2 u^2 with u = |x| - 1
        var bound = from.normalTail().times(4).plus(from.times(normal(from)).plus(from.normalTail()).times(2)).times(2);
        var kl = value(line(mixture.times(log), bound, Rational.of(2)), bits);
        assertThat(kl.toString()).startsWith("[0.009742769933141042703");
        assertNarrow(kl, digits);
    }

    /** r + E log cosh(r + sqrt(r) Z) at r = 4, the information of a binary input: two computations. */
    @Test
    void logCoshOfANormalAgreesWithTheOtherQuadrature() {
        var w = Expr.of(4).plus(X.times(2));
        var body = normal(X).times(Expr.logSumExp(List.of(w, w.negate())).minus(Expr.TWO.log()));
        var set = value(line(body, normal(L).times(2).times(Expr.of(4).over(L).plus(Expr.TWO)), Rational.ONE), 230);
        var other = value(Integral.of(body, X, Expr.of(-24), Expr.of(24)), 230);
        assertThat(set.overlaps(other)).isTrue();
        assertNarrow(set, 60);
    }

    /** 1 / ((x - a)^2 + b^2) times a normal density: poles at a +- ib, at any distance, between the points of any step. */
    @Test
    void aPoleInTheStripIsNoDanger() {
        for (var b : List.of(Expr.of(3), Expr.of(1, 10), Expr.of(1, 1000))) {
            var body = normal(X).over(X.minus(Expr.of(1, 3)).square().plus(b.square()));
            var tail = L.normalTail().times(2).over(b.square());
            var set = value(line(body, tail), 110);
            var other = value(Integral.of(body, X, Expr.of(-30), Expr.of(30)), 110);
            assertThat(set.overlaps(other)).isTrue();
            assertThat(set.width().shift(100)).isLessThan(set.magnitude());
        }
        var pole = normal(X).over(X.minus(Expr.of(1, 3)));
        assertThatThrownBy(() -> value(line(pole, L.normalTail().times(6), Rational.ONE), 110)).isInstanceOf(UndefinedException.class);
    }

    /** Kinks and branch points on the line have no strip: the other rule takes over, and the result is as true. */
    @Test
    void kinksOnTheLineAreLeftToTheOtherRule() {
        var abs = value(line(X.abs().times(normal(X)), normal(L).times(2)), 110);
        assertThat(abs.overlaps(value(Expr.TWO.over(Expr.PI).sqrt(), 200))).isTrue();
        assertNarrow(abs, 30);
        var relu = value(line(X.minus(Expr.of(1, 3)).relu().times(normal(X)), normal(L)), 110);
        var third = Expr.of(1, 3);
        assertThat(relu.overlaps(value(normal(third).minus(third.times(third.normalTail())), 200))).isTrue();
        assertNarrow(relu, 30);
    }

    /** A function with a period of the step that would be chosen: the rule alone would not see it, the strip does. */
    @Test
    void fastOscillationsAreSeen() {
        for (int frequency : new int[] {10, 100, 1000}) {
            var body = X.times(frequency).cos().plus(Expr.ONE).times(normal(X));
            var set = value(line(body, L.normalTail().times(4)), 120);
            assertThat(set.contains(Rational.ONE) || set.overlaps(value(Expr.ONE.plus(Expr.of(-(long) frequency * frequency, 2).exp()), 400))).isTrue();
            assertNarrow(set, 30);
        }
    }

    @Test
    void aTailBoundThatStaysLargeGivesAWideEnclosure() {
        var lorentz = Expr.ONE.over(Expr.ONE.plus(X.square()));
        var set = value(line(lorentz, Expr.TWO.over(L), Rational.ONE), 60);
        assertThat(set.overlaps(value(Expr.PI, 100))).isTrue();
        var constant = value(line(normal(X), Expr.ONE), 60);
        assertThat(constant.contains(Rational.ONE)).isTrue();
        assertThat(constant.width()).isGreaterThanOrEqualTo(Dyadic.ONE);
        var nowhere = value(line(normal(X), Expr.ONE.over(L.minus(L))), 60);
        assertThat(nowhere.isEntire()).isTrue();
    }

    @Test
    void aFalseTailBoundIsRefutedWhereItCanBe() {
        assertThatThrownBy(() -> value(line(sech(X), L.negate().exp()), 110)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("but the integral of |f| beyond it is more");
        assertThatThrownBy(() -> value(line(normal(X), Expr.ZERO), 110)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> value(line(normal(X), normal(L).negate()), 110)).hasMessageContaining("is negative");
        assertThatThrownBy(() -> new TailBound(L, L, Rational.of(-1))).hasMessageContaining("give a least L of 0 or more");
    }

    @Test
    void zeroAndUndefinedIntegrands() {
        assertThat(value(line(X.times(Expr.ZERO), L.negate().exp()), 110).contains(Rational.ZERO)).isTrue();
        assertThatThrownBy(() -> value(line(X.log().times(normal(X)), normal(L).times(2)), 60)).isInstanceOf(UndefinedException.class);
    }

    /** int cos(j x) phi(x) dx = exp(-j^2/2), j bound outside of the integral, in the body and in the tail. */
    @Test
    void variablesOfOtherNodesMayStandInBodyAndTail() {
        var j = new Variable("j");
        var rows = List.of(List.of(Rational.of(1)), List.of(Rational.of(2)), List.of(Rational.of(1, 3)));
        var sum = IndexedSum.of(line(j.times(X).cos().times(normal(X)).times(j), L.normalTail().times(2).times(j)), List.of(j), rows);
        var closed = IndexedSum.of(j.times(j.square().over(-2).exp()), List.of(j), rows);
        assertThat(value(sum, 120).overlaps(value(closed, 200))).isTrue();
        assertNarrow(value(sum, 120), 30);
    }

    @Test
    void everyCarrierEnclosesIt() {
        var e = line(sech(X), L.negate().exp().times(4));
        var fine = value(Expr.PI, 200);
        var doubles = Tape.of(List.of(e)).evaluate(DoubleArithmetic.INSTANCE).get(0);
        assertThat(doubles.toDyadic().contains(fine)).isTrue();
        assertThat(doubles.upper() - doubles.lower()).isLessThan(1e-14);
        var decimal = new ApfloatArithmetic(38);
        assertThat(decimal.enclosure(Tape.of(List.of(e)).evaluate(decimal).get(0)).contains(fine)).isTrue();
        assertThat(Tape.of(List.of(e)).exact(1_000_000)).containsOnlyNulls();
    }

    @Test
    void itIsASearchAndHasItsOwnFingerprint() {
        var e = line(sech(X), L.negate().exp().times(4));
        assertThat(value(e, 120)).isEqualTo(value(line(sech(X), L.negate().exp().times(4)), 120));
        assertThat(Stream.of(e, line(sech(X), L.negate().exp().times(5)), line(sech(X), L.negate().exp().times(4), Rational.ONE), line(normal(X),
            L.negate().exp().times(4))).map(Fingerprint::of).toList()).doesNotHaveDuplicates();
        var y = new Variable("y");
        var inner = line(sech(X.times(y)), L.negate().exp().times(4));
        assertThatThrownBy(() -> Integral.of(inner, y, Expr.ONE, Expr.TWO)).hasMessageContaining("depends on its variable y");
        assertThatThrownBy(() -> ImproperIntegral.of(inner, y, new TailBound(L, L, Rational.ONE))).hasMessageContaining("depends on its variable y");
    }
}
