package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The carrier that refuses undefined operations is its carrier in everything else. */
class DefinedTest {

    static Stream<Arithmetic<?>> carriers() {
        return Stream.of(DoubleArithmetic.INSTANCE, new DyadicArithmetic(53), new DyadicArithmetic(200));
    }

    private static <T> T interval(Arithmetic<T> a, String lo, String hi) {
        return a.hull(a.of(Rational.parse(lo)), a.of(Rational.parse(hi)));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_answer_as_its_carrier_where_all_is_defined(Arithmetic<T> a) {
        var strict = new Defined<>(a);
        for (var ends : new String[][] {{"1/3", "7/3"}, {"-5/7", "2/9"}, {"-4", "-3/11"}}) {
            T x = interval(a, ends[0], ends[1]);
            for (var f : Functions.VALUES) {
                if (f.domain().test(a.enclosure(x))) {
                    same(a, f.at(strict, x), f.at(a, x));
                }
            }
            same(a, strict.negate(x), a.negate(x));
            same(a, strict.power(x, 4), a.power(x, 4));
            assertThat(strict.isPositive(x)).isEqualTo(a.isPositive(x)).isEqualTo(ends[0].equals("1/3"));
            assertThat(strict.enclosure(x)).isEqualTo(a.enclosure(x));
            assertThat(strict.isEntire(x)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_combine_as_its_carrier(Arithmetic<T> a) {
        var strict = new Defined<>(a);
        T x = interval(a, "-1/3", "5/2");
        T y = interval(a, "1/7", "3");
        combines(a, strict.add(x, y), a::add, x, y);
        combines(a, strict.subtract(x, y), a::subtract, x, y);
        combines(a, strict.multiply(x, y), a::multiply, x, y);
        combines(a, strict.divide(x, y), a::divide, x, y);
        combines(a, strict.min(x, y), a::min, x, y);
        combines(a, strict.max(x, y), a::max, x, y);
        combines(a, strict.hull(x, y), a::hull, x, y);
        same(a, strict.logSumExp(List.of(x, y)), a.logSumExp(List.of(x, y)));
        same(a, strict.pi(), a.pi());
        same(a, strict.of(Rational.of(2, 3)), a.of(Rational.of(2, 3)));
        var set = DyadicInterval.of(Dyadic.ofExact(0.25), Dyadic.of(3));
        same(a, strict.enclose(set), a.enclose(set));
        assertThat(strict.name()).isEqualTo(a.name());
        assertThat(strict.precision()).isEqualTo(a.precision());
        T line = a.divide(x, x);
        assertThat(strict.isEntire(line)).isTrue();
    }

    private static <T> void combines(Arithmetic<T> a, T result, BinaryOperator<T> operation, T x, T y) {
        same(a, result, operation.apply(x, y));
        assertThat(a.enclosure(result)).isNotEqualTo(a.enclosure(operation.apply(y, a.add(x, y))));
    }

    private static <T> void same(Arithmetic<T> a, T actual, T expected) {
        assertThat(a.enclosure(actual)).isEqualTo(a.enclosure(expected));
    }

    @Test
    void should_name_the_operation_and_the_operand() {
        var strict = new Defined<>(new DyadicArithmetic(64));
        var one = strict.of(Rational.ONE);
        var around = interval(strict, "-1", "2");
        assertThatThrownBy(() -> strict.divide(one, around)).isInstanceOf(UndefinedException.class).hasMessage("division by [-1, 2]");
        assertThatThrownBy(() -> strict.power(around, -1)).hasMessage("negative power of [-1, 2]");
        assertThatThrownBy(() -> strict.sqrt(around)).hasMessage("square root of [-1, 2]");
        assertThatThrownBy(() -> strict.log(around)).hasMessage("logarithm of [-1, 2]");
        assertThatThrownBy(() -> strict.log1p(around)).hasMessage("logarithm of one plus [-1, 2]");
        // an even or zero power of everything has a value
        var line = DyadicInterval.ENTIRE;
        assertThat(strict.power(line, 0)).isEqualTo(one);
        assertThat(strict.power(line, 3)).isEqualTo(line);
    }
}
