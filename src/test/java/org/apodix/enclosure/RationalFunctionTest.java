package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotients of x, y and constants: what cancels, what is a polynomial, where there is no value. */
class RationalFunctionTest {

    private static final Polynomial X = Polynomial.variable(2, 0);
    private static final Polynomial Y = Polynomial.variable(2, 1);
    private static final Polynomial ONE = Polynomial.constant(2, Rational.ONE);

    private static RationalFunction over(Polynomial numerator, Polynomial denominator) {
        return RationalFunction.of(numerator, denominator);
    }

    @Test
    void aFactorThatDividesIsCanceled() {
        assertThat(over(X.times(Y), Y).numerator()).isEqualTo(X);
        assertThat(over(X.times(Y), Y).denominator()).isEqualTo(ONE);
        assertThat(over(ONE, X).times(RationalFunction.of(X.times(Y))).numerator()).isEqualTo(Y);
        assertThat(over(ONE, X).times(RationalFunction.of(X.times(Y))).denominator()).isEqualTo(ONE);
        assertThat(over(Y, X).over(over(Y.times(Rational.TWO), X))).isEqualTo(RationalFunction.constant(2, Rational.of(1, 2)));
        assertThat(over(Y, X).over(over(ONE, X)).denominator()).isEqualTo(ONE);
        assertThat(over(ONE, X.times(Y)).plus(over(ONE, X)).denominator()).isEqualTo(X.times(Y));
        assertThat(over(ONE, X).plus(over(ONE, X.times(Y))).denominator()).isEqualTo(X.times(Y));
    }

    @Test
    void theDenominatorHasLeadingCoefficientOne() {
        var f = over(Y, X.times(Rational.of(-3)));
        assertThat(f.denominator()).isEqualTo(X);
        assertThat(f.numerator()).isEqualTo(Y.times(Rational.of(-1, 3)));
        assertThat(f).hasToString("((-1/3) t2) / ((1) t1)");
    }

    @Test
    void quotientsAndPolynomialsMix() {
        var two = List.of(Rational.TWO, Rational.of(3));
        var inverse = over(ONE, X);
        assertThat(inverse.minus(RationalFunction.of(Y)).at(two)).isEqualTo(Rational.of(-5, 2));
        assertThat(RationalFunction.of(Y).minus(inverse).at(two)).isEqualTo(Rational.of(5, 2));
        assertThat(inverse.minus(over(ONE, Y)).at(two)).isEqualTo(Rational.of(1, 6));
        assertThat(inverse.plus(RationalFunction.of(Y)).at(two)).isEqualTo(Rational.of(7, 2));
        assertThat(RationalFunction.of(Y).plus(inverse).at(two)).isEqualTo(Rational.of(7, 2));
        assertThat(inverse.pow(2).at(two)).isEqualTo(Rational.of(1, 4));
        assertThat(inverse.pow(0)).isEqualTo(RationalFunction.of(ONE));
        assertThat(inverse.pow(-2).at(two)).isEqualTo(Rational.of(4));
    }

    @Test
    void whatIsZeroOrConstant() {
        var zero = RationalFunction.of(X.minus(X));
        assertThat(zero.isZero()).isTrue();
        assertThat(over(X.minus(X), X).isZero()).isTrue();
        assertThat(over(ONE, X).isZero()).isFalse();
        assertThat(List.of(zero, RationalFunction.of(ONE), over(X, X))).allMatch(RationalFunction::isConstant);
        assertThat(List.of(RationalFunction.of(X), over(ONE, X), over(X, Y))).noneMatch(RationalFunction::isConstant);
        assertThatThrownBy(() -> over(X, X.minus(X))).isInstanceOf(ArithmeticException.class).hasMessageContaining("division by the zero polynomial");
        assertThatThrownBy(() -> zero.pow(-1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> over(X, Y).over(zero)).isInstanceOf(ArithmeticException.class);
        assertThat(over(ONE, X).at(List.of(Rational.ZERO, Rational.ONE))).isNull();
    }

    @Test
    void equalFunctionsNeedNotHaveEqualNumerators() {
        var f = over(X.pow(2).minus(Y.pow(2)), X.pow(2).plus(X.times(Y).times(Rational.TWO)).plus(Y.pow(2)));
        var g = over(X.minus(Y), X.plus(Y));
        assertThat(f).isEqualTo(g).hasSameHashCodeAs(g);
        assertThat(f).isNotEqualTo(over(X, X.plus(Y)));
        assertThat(RationalFunction.of(ONE)).isNotEqualTo(RationalFunction.constant(1, Rational.ONE));
        assertThat(RationalFunction.of(ONE).hashCode()).isNotEqualTo(RationalFunction.constant(1, Rational.ONE).hashCode());
    }

    @Test
    void manyVariables() {
        for (int n = 14; n <= 18; n++) {
            var last = RationalFunction.of(Polynomial.variable(n, n - 1));
            assertThat(last.denominator()).isEqualTo(Polynomial.constant(n, Rational.ONE));
            assertThat(last.over(last)).isEqualTo(RationalFunction.constant(n, Rational.ONE));
        }
    }
}
