package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.junit.jupiter.api.Test;

class ExprTest {

    private static final long WORK = 1_000_000_000L;

    @Test
    void foldsSmallRationalOperations() {
        assertThat(Expr.of(1, 3).plus(Expr.of(1, 6)).label()).isEqualTo("1/2");
        assertThat(Expr.of(2, 3).pow(-3).label()).isEqualTo("27/8");
        assertThat(Expr.of(9, 4).sqrt().label()).isEqualTo("3/2");
    }

    @Test
    void keepsBigRationalsAsOperations() {
        var big = Expr.of(99, 100).pow(1000);
        assertThat(big).isInstanceOf(Power.class);
        assertThat(Tape.of(List.of(big)).exact(WORK).get(0)).isEqualTo(Rational.of(99, 100).pow(1000));
    }

    @Test
    void refusesDivisionByTheConstantZero() {
        assertThatThrownBy(() -> Expr.ONE.over(Expr.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Expr.ZERO.pow(-1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void undefinedOperationsHaveNoValueEvenWhenMultipliedByZero() {
        var undefined = Expr.of(-1).log();
        for (var expression : List.of(undefined, undefined.times(Expr.ZERO.minus(Expr.PI.minus(Expr.PI))), undefined.exp(),
            Expr.ONE.over(Expr.PI.minus(Expr.PI)), Expr.of(-2).sqrt())) {
            assertThatThrownBy(() -> Tape.of(List.of(expression)).evaluate(DoubleArithmetic.INSTANCE))
                .isInstanceOf(UndefinedException.class);
            assertThatThrownBy(() -> Tape.of(List.of(expression)).evaluate(new DyadicArithmetic(256)))
                .isInstanceOf(UndefinedException.class);
        }
    }

    @Test
    void aSharedNodeIsEvaluatedOnce() {
        Expr x = Expr.PI;
        for (int i = 0; i < 200; i++) {
            x = x.plus(x).over(2);
        }
        // 2^200 paths, 400 operations
        assertThat(Tape.of(List.of(x)).operations()).isLessThan(1000);
        assertThat(Tape.of(List.of(x)).evaluate(DoubleArithmetic.INSTANCE).get(0).lower()).isGreaterThan(3);
        assertThat(Fingerprint.of(x)).hasSize(64);
    }

    @Test
    void deepExpressionsDoNotOverflowTheStack() {
        Expr x = Expr.PI;
        for (int i = 0; i < 200_000; i++) {
            x = x.plus(Expr.ONE);
        }
        assertThat(Tape.of(List.of(x)).evaluate(DoubleArithmetic.INSTANCE).get(0).lower()).isGreaterThan(200_003);
        assertThat(Fingerprint.of(x)).hasSize(64);
    }

    @Test
    void readsExactValuesWhereTheyAreRational() {
        var irrational = Expr.of(2).log();
        assertThat(exact(irrational.times(Expr.of(1, 3).minus(Expr.of(1, 3))))).isEqualTo(Rational.ZERO);
        assertThat(exact(Expr.of(99, 100).pow(300).minus(Expr.of(99, 100).pow(300)).exp())).isEqualTo(Rational.ONE);
        assertThat(exact(irrational)).isNull();
        assertThat(exact(irrational.minus(irrational))).isNull();
    }

    @Test
    void exactReadingEndsWithItsBudget() {
        Expr x = Expr.of(1, 3);
        for (int i = 0; i < 40; i++) {
            x = x.square().plus(Expr.of(1, 7));
        }
        assertThat(Tape.of(List.of(x)).exact(WORK).get(0)).isNull();
    }

    @Test
    void sumsAgreeWithRepeatedAddition() {
        var terms = new ArrayList<Expr>();
        Rational total = Rational.ZERO;
        for (int k = 1; k <= 50; k++) {
            terms.add(Expr.of(1, k));
            total = total.plus(Rational.of(1, k));
        }
        assertThat(exact(Expr.sum(terms))).isEqualTo(total);
        assertThat(Expr.sum(List.of())).isSameAs(Expr.ZERO);
    }

    @Test
    void indexedSumsAreSumsOverRows() {
        var m = new Variable("m");
        var v = new Variable("v");
        var body = m.square().over(v.plus(Expr.of(3, 7).pow(400)));
        var rows = List.of(List.of(Rational.of(1), Rational.of(2)), List.of(Rational.of(-3), Rational.of(1, 2)));
        var sum = IndexedSum.of(body, List.of(m, v), rows);
        var tail = Rational.of(3, 7).pow(400);
        var expected = Rational.ONE.over(Rational.of(2).plus(tail)).plus(Rational.of(9).over(Rational.of(1, 2).plus(tail)));
        assertThat(exact(sum)).isEqualTo(expected);
        var enclosure = Tape.of(List.of(sum)).evaluate(new DyadicArithmetic(128)).get(0);
        assertThat(enclosure.contains(expected)).isTrue();
        assertThatThrownBy(() -> IndexedSum.of(body, List.of(m, v), List.of(List.of(Rational.ONE)))).hasMessageContaining("row of 1");
    }

    @Test
    void leastSquaresFindsThePowerLaw() {
        var x = List.of(Expr.of(1, 10), Expr.of(1, 20), Expr.of(1, 70));
        var y = x.stream().map(h -> h.pow(3).times(Expr.of(7, 5))).toList();
        var slope = Tape.of(List.of(LeastSquares.exponent(x, y))).evaluate(new DyadicArithmetic(256)).get(0);
        assertThat(slope.contains(Rational.of(3))).isTrue();
        assertThat(slope.width().toRational()).isLessThan(Rational.of(10).pow(-60));
        assertThatThrownBy(() -> LeastSquares.slope(x, y.subList(0, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Rational exact(Expr expression) {
        return Tape.of(List.of(expression)).exact(WORK).get(0);
    }
}
