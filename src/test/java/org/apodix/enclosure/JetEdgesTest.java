package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Jets of low order, of different lengths, and the exact branches of their operations. */
class JetEdgesTest {

    private static final ExactArithmetic EXACT = new ExactArithmetic(1 << 14);

    private final JetArithmetic<Rational> jets = new JetArithmetic<>(EXACT, 3);

    private static Rational r(long n, long d) {
        return Rational.of(n, d);
    }

    private Jet<Rational> x(long value) {
        return jets.variable(Rational.of(value), Rational.ONE);
    }

    private Jet<Rational> c(long value) {
        return jets.constant(Rational.of(value));
    }

    private List<Rational> read(Jet<Rational> jet) {
        return IntStream.rangeClosed(0, 3).mapToObj(k -> jets.coefficient(jet, k)).toList();
    }

    private static List<Rational> numbers(long... values) {
        return IntStream.range(0, values.length).mapToObj(i -> Rational.of(values[i])).toList();
    }

    @Test
    void order_zero_keeps_the_value_alone() {
        var flat = new JetArithmetic<>(EXACT, 0);
        var x = flat.variable(Rational.of(3), Rational.ONE);
        assertThat(x.isConstant()).isTrue();
        assertThat(flat.square(x).coefficients()).containsExactly(Rational.of(9));
        assertThat(flat.order()).isZero();
        assertThat(jets.order()).isEqualTo(3);
        assertThatThrownBy(() -> new JetArithmetic<>(EXACT, -1)).hasMessage("Taylor coefficients up to order -1");
        assertThat(jets.name()).isEqualTo("jets-3 over exact");
        assertThat(jets.precision()).isEqualTo(EXACT.precision());
    }

    @Test
    void sums_of_different_lengths() {
        assertThat(read(jets.add(c(5), x(1)))).isEqualTo(numbers(6, 1, 0, 0));
        assertThat(read(jets.add(x(1), c(5)))).isEqualTo(numbers(6, 1, 0, 0));
        assertThat(read(jets.subtract(c(5), x(1)))).isEqualTo(numbers(4, -1, 0, 0));
        assertThat(read(jets.subtract(x(1), c(5)))).isEqualTo(numbers(-4, 1, 0, 0));
        assertThat(read(jets.subtract(jets.square(x(1)), x(1)))).isEqualTo(numbers(0, 1, 1, 0));
        assertThat(read(jets.negate(x(2)))).isEqualTo(numbers(-2, -1, 0, 0));
    }

    @Test
    void products_end_at_the_order() {
        var square = jets.square(x(1));
        assertThat(square.coefficients()).isEqualTo(numbers(1, 2, 1));
        assertThat(jets.multiply(square, square).coefficients()).isEqualTo(numbers(1, 4, 6, 4));
        assertThat(jets.square(square).coefficients()).isEqualTo(numbers(1, 4, 6, 4));
        assertThat(jets.multiply(c(2), square).coefficients()).isEqualTo(numbers(2, 4, 2));
        assertThat(jets.multiply(x(0), x(0)).coefficients()).isEqualTo(numbers(0, 0, 1));
        assertThat(read(jets.divide(square, x(1)))).isEqualTo(numbers(1, 1, 0, 0));
        assertThat(jets.divide(square, c(2)).coefficients()).containsExactly(r(1, 2), Rational.ONE, r(1, 2));
    }

    @Test
    void powers_of_every_kind() {
        assertThat(read(jets.power(x(2), 0))).isEqualTo(numbers(1, 0, 0, 0));
        assertThat(read(jets.power(x(2), 1))).isEqualTo(numbers(2, 1, 0, 0));
        assertThat(read(jets.power(x(2), 2))).isEqualTo(numbers(4, 4, 1, 0));
        assertThat(read(jets.power(x(2), 3))).isEqualTo(numbers(8, 12, 6, 1));
        assertThat(read(jets.power(x(-1), 4))).isEqualTo(numbers(1, -4, 6, -4));
        assertThat(read(jets.power(x(-1), 5))).isEqualTo(numbers(-1, 5, -10, 10));
        assertThat(read(jets.power(x(0), 4))).isEqualTo(numbers(0, 0, 0, 0));
        assertThat(read(jets.power(x(0), 3))).isEqualTo(numbers(0, 0, 0, 1));
        assertThat(read(jets.power(x(0), 5))).isEqualTo(numbers(0, 0, 0, 0));
        assertThat(read(jets.power(x(1), -1))).isEqualTo(numbers(1, -1, 1, -1));
        assertThat(jets.power(c(2), -2).coefficients()).containsExactly(r(1, 4));
        // a value of a base around 0 is the power of the set, not a product of dependent ones
        var sets = new JetArithmetic<>(new DyadicArithmetic(60), 2);
        var around = sets.variable(DyadicInterval.of(Dyadic.of(-2), Dyadic.ONE), DyadicInterval.point(Dyadic.ONE));
        assertThat(sets.coefficient(sets.power(around, 4), 0)).isEqualTo(DyadicInterval.of(Dyadic.ZERO, Dyadic.of(16)));
        assertThat(sets.coefficient(sets.power(around, 3), 0)).isEqualTo(DyadicInterval.of(Dyadic.of(-8), Dyadic.ONE));
        assertThat(sets.coefficient(sets.power(around, 6), 0)).isEqualTo(DyadicInterval.of(Dyadic.ZERO, Dyadic.of(64)));
        assertThatThrownBy(() -> sets.power(around, -1)).isInstanceOf(UndefinedException.class);
    }

    /** Roots of a base with more than two coefficients: those of (2 + t)^2 and (1 + t)^3 are exact. */
    @Test
    void roots_of_squares_and_cubes() {
        assertThat(read(jets.sqrt(jets.square(x(2))))).isEqualTo(numbers(2, 1, 0, 0));
        assertThat(read(jets.cbrt(jets.power(x(1), 3)))).isEqualTo(numbers(1, 1, 0, 0));
        assertThat(read(jets.power(jets.square(x(1)), -1))).isEqualTo(numbers(1, -2, 3, -4));
        assertThat(read(jets.log(jets.add(c(1), jets.square(x(0)))))).isEqualTo(numbers(0, 0, 1, 0));
        assertThat(read(jets.atan(jets.square(x(0))))).isEqualTo(numbers(0, 0, 1, 0));
    }

    @Test
    void sets_of_functions() {
        var sets = new JetArithmetic<>(new DyadicArithmetic(60), 2);
        var one = DyadicInterval.point(Dyadic.ONE);
        var x = sets.variable(DyadicInterval.point(Dyadic.of(2)), one);
        var hull = sets.hull(x, sets.constant(one));
        assertThat(hull.coefficients()).containsExactly(DyadicInterval.of(Dyadic.ONE, Dyadic.of(2)), DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE));
        assertThat(sets.enclosure(hull)).isEqualTo(DyadicInterval.of(Dyadic.ONE, Dyadic.of(2)));
        assertThat(sets.isEntire(x)).isFalse();
        assertThat(sets.isEntire(sets.constant(DyadicInterval.ENTIRE))).isTrue();
        assertThat(sets.pi().coefficients()).containsExactly(new DyadicArithmetic(60).pi());
        assertThat(sets.enclose(hull.at(0)).coefficients()).containsExactly(hull.at(0));
    }

    @Test
    void functions_of_a_constant_are_constants_of_any_value() {
        var sets = new JetArithmetic<>(new DyadicArithmetic(60), 3);
        var around = sets.constant(DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE));
        assertThat(sets.cbrt(around).coefficients()).containsExactly(DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE));
        assertThat(sets.abs(around).coefficients()).containsExactly(DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE));
        assertThat(sets.sqrt(sets.abs(around)).coefficients()).containsExactly(DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE));
        var zero = sets.of(Rational.ZERO);
        assertThat(sets.min(around, zero).coefficients()).containsExactly(DyadicInterval.of(Dyadic.of(-1), Dyadic.ZERO));
        assertThat(sets.max(around, zero).coefficients()).containsExactly(DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE));
        for (var f : Functions.VALUES) {
            var a = new DyadicArithmetic(60);
            var point = a.of(r(2, 5));
            var jet = f.at(sets, sets.constant(point));
            assertThat(jet.isConstant()).as(f.name()).isTrue();
            assertThat(sets.coefficient(jet, 0)).as(f.name()).isEqualTo(f.at(a, point));
        }
    }

    @Test
    void branches_are_taken_where_they_are_decided() {
        assertThat(read(jets.abs(x(-2)))).isEqualTo(numbers(2, -1, 0, 0));
        assertThat(read(jets.abs(x(2)))).isEqualTo(numbers(2, 1, 0, 0));
        assertThat(read(jets.min(x(1), c(2)))).isEqualTo(numbers(1, 1, 0, 0));
        assertThat(read(jets.min(c(2), x(3)))).isEqualTo(numbers(2, 0, 0, 0));
        assertThat(read(jets.max(x(1), c(2)))).isEqualTo(numbers(2, 0, 0, 0));
        assertThat(read(jets.max(c(2), x(3)))).isEqualTo(numbers(3, 1, 0, 0));
        assertThatThrownBy(() -> jets.abs(x(0))).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> jets.min(x(2), c(2))).isInstanceOf(UndefinedException.class);
    }
}
