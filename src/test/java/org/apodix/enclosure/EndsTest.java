package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** On sets of every carrier: a monotone function has the ends of its points, and an operation contains its values at the corners. */
class EndsTest {

    private static final Set<String> MONOTONE = Set.of("power 3", "sqrt", "cbrt", "exp", "expm1", "log", "log1p", "tanh", "atan", "erf", "erfc",
        "normalCdf", "normalTail");
    private static final List<String> NUMBERS = List.of("-20", "-7/3", "-1", "-3/4", "-1/1000", "0", "1/7", "1/2", "1", "5/3", "9");

    private static final DyadicArithmetic DYADIC = new DyadicArithmetic(30);
    private static final ApfloatArithmetic APFLOAT = new ApfloatArithmetic(3);
    private static final List<String> FEW = List.of("-7/3", "-3/4", "0", "1/7", "5/3");

    @Test
    void dyadicSets() {
        check(DYADIC, NUMBERS);
    }

    @Test
    void doubleSets() {
        check(DoubleArithmetic.INSTANCE, NUMBERS);
    }

    @Test
    void apfloatSets() {
        check(APFLOAT, FEW);
    }

    private static <T> void check(Arithmetic<T> a, List<String> numbers) {
        assertThat(a.isEntire(a.enclose(DyadicInterval.ENTIRE))).isTrue();
        assertThat(a.isEntire(a.of(Rational.ONE))).isFalse();
        assertThat(a.enclosure(a.of(Rational.of(1, 3))).width()).isLessThan(Dyadic.ONE.shift(2L - a.precision()));
        for (int i = 0; i < numbers.size(); i++) {
            for (int k = i; k < numbers.size(); k += 2) {
                var low = a.of(Rational.parse(numbers.get(i)));
                var high = a.of(Rational.parse(numbers.get(k)));
                var x = a.hull(low, high);
                assertThat(a.isPositive(x)).isEqualTo(Rational.parse(numbers.get(i)).signum() > 0);
                assertThat(a.enclosure(x)).isEqualTo(a.enclosure(low).hull(a.enclosure(high)));
                for (var f : Functions.VALUES) {
                    if (f.domain().test(a.enclosure(x))) {
                        var ends = a.enclosure(f.at(a, low)).hull(a.enclosure(f.at(a, high)));
                        assertThat(ends.isBounded()).isTrue();
                        if (MONOTONE.contains(f.name())) {
                            assertThat(a.enclosure(f.at(a, x))).as("%s of %s", f.name(), x).isEqualTo(ends);
                        } else {
                            assertThat(a.enclosure(f.at(a, x)).contains(ends)).as("%s of %s", f.name(), x).isTrue();
                        }
                    }
                }
                operations(a, numbers, low, high);
            }
        }
    }

    private static <T> void operations(Arithmetic<T> a, List<String> numbers, T low, T high) {
        var x = a.hull(low, high);
        for (int i = 0; i < numbers.size(); i++) {
            for (int k = i; k < numbers.size(); k += 3) {
                var first = a.of(Rational.parse(numbers.get(i)));
                var last = a.of(Rational.parse(numbers.get(k)));
                for (var operation : List.<BinaryOperator<T>>of(a::add, a::subtract, a::multiply, a::divide, a::min, a::max, a::hull)) {
                    var value = a.enclosure(operation.apply(x, a.hull(first, last)));
                    for (var left : List.of(low, high)) {
                        for (var right : List.of(first, last)) {
                            var corner = operation.apply(left, right);
                            assertThat(a.isEntire(corner) || value.contains(a.enclosure(corner))).isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void oneInfiniteEndIsNotTheWholeLine() {
        var positive = DyadicInterval.of(Dyadic.ZERO, Dyadic.POSITIVE_INFINITY);
        for (var set : List.of(positive, DYADIC.negate(positive))) {
            assertThat(set.isEntire()).isFalse();
            assertThat(set.isBounded()).isFalse();
            assertThat(DoubleArithmetic.INSTANCE.isEntire(DoubleArithmetic.INSTANCE.enclose(set))).isFalse();
            assertThat(APFLOAT.isEntire(APFLOAT.enclose(set))).isFalse();
            assertThat(APFLOAT.enclose(set).isBounded()).isFalse();
            assertThat(APFLOAT.enclose(set).isZero()).isFalse();
            assertThat(APFLOAT.enclosure(APFLOAT.enclose(set))).isEqualTo(set);
        }
    }
}
