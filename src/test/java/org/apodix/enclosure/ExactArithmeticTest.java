package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExactArithmeticTest {

    private final ExactArithmetic exact = new ExactArithmetic(1000);
    private final Rational third = Rational.of(1, 3);

    @Test
    void should_compute_rational_results() {
        assertThat(exact.sqrt(Rational.of(9, 16))).isEqualTo(Rational.of(3, 4));
        assertThat(exact.sqrt(Rational.ZERO)).isEqualTo(Rational.ZERO);
        assertThat(exact.exp(Rational.ZERO)).isEqualTo(Rational.ONE);
        assertThat(exact.log(Rational.ONE)).isEqualTo(Rational.ZERO);
        assertThat(exact.power(third, -2)).isEqualTo(Rational.of(9));
        assertThat(exact.square(third)).isEqualTo(Rational.of(1, 9));
        assertThat(exact.divide(third, third)).isEqualTo(Rational.ONE);
        assertThat(exact.subtract(third, exact.add(third, third))).isEqualTo(exact.negate(third));
        assertThat(exact.multiply(third, third)).isEqualTo(Rational.of(1, 9));
        assertThat(exact.min(third, Rational.ONE)).isEqualTo(third);
        assertThat(exact.max(third, Rational.ONE)).isEqualTo(Rational.ONE);
        assertThat(exact.abs(third.negate())).isEqualTo(third);
        assertThat(exact.hull(third, third)).isEqualTo(third);
        assertThat(exact.of(third)).isSameAs(third);
        assertThat(exact.name()).isEqualTo("exact");
    }

    @Test
    void should_refuse_everything_else() {
        refuses(() -> exact.sqrt(Rational.TWO), "irrational square root");
        refuses(() -> exact.sqrt(third), "irrational square root");
        refuses(() -> exact.sqrt(Rational.of(-4)), "square root of a negative number");
        refuses(() -> exact.exp(third), "is irrational");
        refuses(() -> exact.log(third), "irrational");
        refuses(() -> exact.log(Rational.ZERO), "undefined");
        refuses(exact::pi, "pi is irrational");
        refuses(() -> exact.divide(third, Rational.ZERO), "division by zero");
        refuses(() -> exact.power(Rational.ZERO, -1), "zero to a negative power");
        refuses(() -> exact.hull(third, Rational.ONE), "is not a number");
    }

    @Test
    void should_refuse_large_results_before_computing_them() {
        refuses(() -> exact.power(third, Integer.MAX_VALUE), "needs more than 1000 bits");
        refuses(() -> exact.power(third, Integer.MIN_VALUE), "needs more than 1000 bits");
        refuses(() -> exact.square(Rational.TWO.pow(600)), "needs more than 1000 bits");
        refuses(() -> exact.of(Rational.TWO.pow(1000)), "needs more than 1000 bits");
        assertThat(exact.power(Rational.ONE.negate(), Integer.MAX_VALUE)).isEqualTo(Rational.of(-1));
        assertThat(exact.power(Rational.ZERO, Integer.MAX_VALUE)).isEqualTo(Rational.ZERO);
        assertThat(exact.power(Rational.TWO, 998).bitLength()).isEqualTo(1000);
        assertThatThrownBy(() -> new ExactArithmetic(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuses(ThrowingCallable action, String reason) {
        assertThatThrownBy(action).isInstanceOf(InexactException.class).hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    @Test
    void should_enclose_tightly() {
        assertThat(exact.enclosure(Rational.of(-5, 8)).isPoint()).isTrue();
        Rational long1 = Rational.TWO.pow(400).plus(Rational.ONE);
        assertThat(exact.enclosure(long1).isPoint()).isTrue();
        DyadicInterval x = exact.enclosure(third);
        assertThat(x.contains(third)).isTrue();
        assertThat(x.width()).isEqualTo(Dyadic.ONE.shift(-257));
    }

    @Test
    void should_take_a_set_of_one_number_only() {
        assertThat(exact.enclose(DyadicInterval.of(Rational.of(5, 8), 20))).isEqualTo(Rational.of(5, 8));
        refuses(() -> exact.enclose(DyadicInterval.of(Dyadic.of(1), Dyadic.of(2))), "is not a number");
        refuses(() -> exact.enclose(DyadicInterval.of(Dyadic.of(-2), Dyadic.of(-1))), "is not a number");
        assertThatThrownBy(() -> exact.enclose(DyadicInterval.ENTIRE)).isInstanceOf(UndefinedException.class).hasMessageContaining("unbounded");
    }

    @Test
    void should_know_the_values_at_zero() {
        var zero = Rational.ZERO;
        for (var value : List.of(exact.expm1(zero), exact.log1p(zero), exact.sin(zero), exact.tanh(zero), exact.atan(zero), exact.erf(zero), exact.cbrt(zero))) {
            assertThat(value).isEqualTo(zero);
        }
        assertThat(List.of(exact.cos(zero), exact.erfc(zero))).containsOnly(Rational.ONE);
        assertThat(List.of(exact.normalCdf(zero), exact.normalTail(zero))).containsOnly(Rational.of(1, 2));
        for (var f : List.<UnaryOperator<Rational>>of(exact::expm1, exact::log1p, exact::sin, exact::cos, exact::tanh, exact::atan, exact::erf, exact::erfc,
                exact::normalCdf, exact::normalTail)) {
            assertThatThrownBy(() -> f.apply(third)).isInstanceOf(InexactException.class);
        }
        assertThat(exact.cbrt(Rational.of(-8, 27))).isEqualTo(Rational.of(-2, 3));
        refuses(() -> exact.cbrt(Rational.of(9, 8)), "irrational cube root");
        refuses(() -> exact.cbrt(Rational.of(8, 9)), "irrational cube root");
        assertThat(exact.isEntire(zero)).isFalse();
    }

    /** A result of b bits counts b^2: the third number of 10 bits is one too many for 299. */
    @Test
    void should_end_when_the_budget_is_spent() {
        var few = ExactArithmetic.withBudget(299);
        var number = Rational.of(511); // 9 bits, and 1 of the denominator
        assertThat(few.add(number, Rational.ZERO)).isEqualTo(number);
        assertThat(few.add(number, Rational.ZERO)).isEqualTo(number);
        refuses(() -> few.add(number, Rational.ZERO), "bits");
        var enough = ExactArithmetic.withBudget(300);
        enough.add(number, Rational.ZERO);
        enough.add(number, Rational.ZERO);
        assertThat(enough.add(number, Rational.ZERO)).isEqualTo(number);
        refuses(() -> ExactArithmetic.withBudget(300).of(Rational.TWO.pow(18)), "needs more than 19 bits");
        assertThat(new ExactArithmetic(2).of(Rational.ONE)).isEqualTo(Rational.ONE);
    }

    @Test
    void should_decide_signs() {
        assertThat(exact.isPositive(third)).isTrue();
        assertThat(exact.isPositive(Rational.ZERO)).isFalse();
        assertThat(exact.isPositive(third.negate())).isFalse();
        assertThat(exact.precision()).isEqualTo(64);
    }
}
