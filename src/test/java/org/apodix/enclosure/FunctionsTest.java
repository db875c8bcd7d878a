package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known digits, exact values, limits, extrema and exponent bombs of the functions of one variable. */
class FunctionsTest {

    private static final DyadicArithmetic D = new DyadicArithmetic(200);
    private static final Dyadic INFINITY = Dyadic.POSITIVE_INFINITY;

    static Stream<Arithmetic<?>> carriers() {
        return Stream.of(DoubleArithmetic.INSTANCE, new DyadicArithmetic(2), new DyadicArithmetic(53),
                new DyadicArithmetic(128), new DyadicArithmetic(1000));
    }

    private static <T> T interval(Arithmetic<T> a, String lo, String hi) {
        return a.hull(a.of(Rational.parse(lo)), a.of(Rational.parse(hi)));
    }

    private static Dyadic power(long exponent) {
        return Dyadic.of(BigInteger.ONE, exponent);
    }

    /** Digits from a computer algebra system that shares nothing with this kernel. */
    @Test
    void should_agree_with_the_known_digits() {
        DyadicInterval third = D.of(Rational.of(1, 3));
        digits(D.sin(D.of(Rational.ONE)), "0.84147098480789650665250232163029899962256306079837...");
        digits(D.cos(D.of(Rational.ONE)), "0.54030230586813971740093660744297660373231042061792...");
        digits(D.atan(D.of(Rational.ONE)), "0.78539816339744830961566084581987572104929234984377...");
        digits(D.tanh(D.of(Rational.ONE)), "0.76159415595576488811945828260479359041276859725793...");
        digits(D.cbrt(D.of(Rational.TWO)), "1.2599210498948731647672106072782283505702514647015...");
        digits(D.expm1(D.of(Rational.ONE)), "1.7182818284590452353602874713526624977572470936999...");
        digits(D.log1p(D.of(Rational.ONE)), "0.69314718055994530941723212145817656807550013436025...");
        digits(D.erf(D.of(Rational.ONE)), "0.84270079294971486934122063508260925929606699796630...");
        digits(D.erfc(D.of(Rational.ONE)), "0.15729920705028513065877936491739074070393300203369...");
        digits(D.normalCdf(D.of(Rational.ONE)), "0.84134474606854294858523254563203792247791296672660...");
        assertThat(D.add(D.atan(third), D.atan(D.of(Rational.of(1, 2)))).overlaps(D.atan(D.of(Rational.ONE)))).isTrue();
        // sin(10^22) and the reduction next to a multiple of pi
        digits(D.sin(D.of(Rational.parse("1e22"))), "-0.85220084976718880177...");
        assertThat(Decimals.certified(D.sin(DyadicInterval.point(Dyadic.ofExact(Math.PI))), 17)).startsWith(
                "1.2246467991473531");
    }

    private static void digits(DyadicInterval y, String expected) {
        int count = (int) expected.chars().filter(Character::isDigit).count() - (expected.contains("0.") && expected.indexOf("0.") <= 1 ? 1 : 0);
        assertThat(Decimals.certified(y, count)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_be_exact_where_the_value_is_known(Arithmetic<T> a) {
        T zero = a.of(Rational.ZERO);
        for (T y : List.of(a.cbrt(zero), a.expm1(zero), a.log1p(zero), a.sin(zero), a.tanh(zero), a.atan(zero), a.erf(zero))) {
            assertThat(a.enclosure(y)).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        }
        assertThat(a.enclosure(a.cos(zero))).isEqualTo(DyadicInterval.point(Dyadic.ONE));
        assertThat(a.enclosure(a.erfc(zero))).isEqualTo(DyadicInterval.point(Dyadic.ONE));
        assertThat(a.enclosure(a.normalCdf(zero))).isEqualTo(DyadicInterval.point(power(-1)));
        assertThat(a.enclosure(a.normalTail(zero))).isEqualTo(DyadicInterval.point(power(-1)));
        assertThat(a.enclosure(a.cbrt(interval(a, "-8", "8")))).isEqualTo(DyadicInterval.of(Dyadic.of(-2), Dyadic.of(2)));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_take_limits_at_infinite_ends(Arithmetic<T> a) {
        T line = a.divide(a.of(Rational.ONE), a.of(Rational.ZERO));
        DyadicInterval unit = DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE);
        for (T y : List.of(a.sin(line), a.cos(line), a.tanh(line), a.erf(line))) {
            assertThat(a.enclosure(y)).isEqualTo(unit);
        }
        assertThat(a.enclosure(a.cbrt(line)).isEntire()).isTrue();
        assertThat(a.enclosure(a.expm1(line))).isEqualTo(DyadicInterval.of(Dyadic.of(-1), INFINITY));
        assertThat(a.enclosure(a.erfc(line))).isEqualTo(DyadicInterval.of(Dyadic.ZERO, Dyadic.of(2)));
        assertThat(a.enclosure(a.normalCdf(line))).isEqualTo(DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE));
        assertThat(a.enclosure(a.normalTail(line))).isEqualTo(DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE));
        DyadicInterval atan = a.enclosure(a.atan(line));
        DyadicInterval pi = a.enclosure(a.pi());
        assertThat(atan.upper().shift(1)).isGreaterThanOrEqualTo(pi.lower()).isLessThanOrEqualTo(pi.upper());
        assertThat(atan.lower()).isEqualTo(atan.upper().negate());
        assertThat(a.enclosure(a.log1p(line)).isEntire()).isTrue();
        assertThat(a.enclosure(a.log1p(interval(a, "-1", "1"))).isEntire()).isTrue();
        assertThat(a.enclosure(a.log1p(interval(a, "-3", "-2"))).isEntire()).isTrue();
        assertThat(a.enclosure(a.log1p(interval(a, "-1/2", "1"))).isBounded()).isTrue();
        assertThat(a.enclosure(a.log1p(a.exp(line))).upper()).isEqualTo(INFINITY);
        assertThat(a.enclosure(a.log1p(a.exp(line))).lower()).isEqualTo(Dyadic.ZERO);
        Arithmetic<T> strict = new Defined<>(a);
        assertThatThrownBy(() -> strict.log1p(interval(a, "-1", "1"))).isInstanceOf(UndefinedException.class)
                .hasMessage("logarithm of one plus [-1, 1]");
        assertThat(a.enclosure(strict.cbrt(line)).isEntire()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("carriers")
    <T> void should_find_the_extrema_between_the_ends(Arithmetic<T> a) {
        assertThat(a.enclosure(a.sin(interval(a, "1", "2"))).upper()).isEqualTo(Dyadic.ONE);
        assertThat(a.enclosure(a.sin(interval(a, "4", "6"))).lower()).isEqualTo(Dyadic.of(-1));
        assertThat(a.enclosure(a.sin(interval(a, "-2", "-1"))).lower()).isEqualTo(Dyadic.of(-1));
        assertThat(a.enclosure(a.cos(interval(a, "-1", "1"))).upper()).isEqualTo(Dyadic.ONE);
        assertThat(a.enclosure(a.cos(interval(a, "3", "4"))).lower()).isEqualTo(Dyadic.of(-1));
        assertThat(a.enclosure(a.sin(interval(a, "1", "6")))).isEqualTo(DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE));
        assertThat(a.enclosure(a.cos(interval(a, "-4", "-1/2"))).upper()).isLessThanOrEqualTo(Dyadic.ONE);
        assertThat(a.enclosure(a.cos(interval(a, "0", "8")))).isEqualTo(DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE));
        if (a.enclosure(a.pi()).width().compareTo(power(-40)) < 0) {
            assertThat(a.enclosure(a.sin(interval(a, "-3/2", "3/2"))).magnitude()).isLessThan(Dyadic.ONE);
            assertThat(a.enclosure(a.cos(interval(a, "1/2", "3"))).magnitude()).isLessThan(Dyadic.ONE);
            assertThat(a.enclosure(a.sin(interval(a, "25/8", "22/7"))).magnitude()).isLessThan(power(-5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 53, 64, 129, 1000, 4096, 20_000})
    void should_give_neighbouring_ends_at_any_precision(int bits) {
        DyadicArithmetic a = new DyadicArithmetic(bits);
        DyadicArithmetic fine = new DyadicArithmetic(bits + 50);
        DyadicInterval x = DyadicInterval.point(Dyadic.ofExact(1.25));
        for (Functions f : Functions.VALUES) {
            if (!f.name().startsWith("power") && (bits < 20_000 || !f.name().startsWith("normal"))) {
                DyadicInterval y = f.at(a, x);
                assertThat(y.contains(f.at(fine, x))).as(f.name()).isTrue();
                assertThat(y.width().shift(bits - 1L)).as(f.name()).isLessThanOrEqualTo(y.magnitude());
            }
        }
    }

    @Test
    void should_answer_exponent_bombs_at_once() {
        Dyadic giant = power(16_000_000);
        Dyadic dwarf = power(-16_000_000);
        DyadicInterval unit = DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (Dyadic x : List.of(giant, giant.negate(), dwarf, dwarf.negate(), power(-16_777_217), power(200_000))) {
                for (Functions f : Functions.VALUES) {
                    DyadicInterval point = DyadicInterval.point(x);
                    if (f.domain().test(point)) {
                        DyadicInterval y = f.at(D, point);
                        boolean open = f.name().contains("sin") || f.name().contains("cos");
                        assertThat(open || y.width().isInfinite() || y.width().shift(150).compareTo(y.magnitude()) < 0
                                || y.magnitude().top() <= 2 - Dyadic.MAX_EXPONENT).as("%s of %s: %s", f.name(), x.top(), y.width()).isTrue();
                    }
                }
            }
        });
        assertThat(D.sin(DyadicInterval.point(giant))).isEqualTo(unit);
        assertThat(D.erfc(DyadicInterval.point(giant)).lower()).isEqualTo(Dyadic.ZERO);
        assertThat(D.erfc(DyadicInterval.point(giant)).upper().top()).isEqualTo(-Dyadic.MAX_EXPONENT);
        assertThat(D.erfc(DyadicInterval.point(Dyadic.of(3000))).lower().signum()).isPositive();
        assertThat(D.erfc(DyadicInterval.point(giant.negate())).upper()).isEqualTo(Dyadic.of(2));
        assertThat(D.normalCdf(DyadicInterval.point(giant))).isEqualTo(D.tanh(DyadicInterval.point(giant)));
        assertThat(D.sin(DyadicInterval.point(dwarf)).upper()).isEqualTo(dwarf);
        assertThat(D.sin(DyadicInterval.point(dwarf)).lower()).isLessThan(dwarf);
        assertThat(D.log1p(DyadicInterval.point(giant)).overlaps(D.log(DyadicInterval.point(giant)))).isTrue();
    }

    /** The filter at underflow, overflow and negative zero. */
    @Test
    void should_keep_doubles_sound_at_the_ends_of_their_range() {
        DoubleArithmetic a = DoubleArithmetic.INSTANCE;
        for (double x : new double[] {-0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, -Double.MIN_NORMAL, 0x1p-540,
            Double.MAX_VALUE, -Double.MAX_VALUE, 709.9, 710, -745.2, 27.3, 1e300, -1e300, Math.nextUp(-1.0)}) {
            DoubleInterval point = DoubleInterval.of(x, x);
            for (Functions f : Functions.VALUES) {
                if (f.domain().test(point.toDyadic())) {
                    DoubleInterval y = f.at(a, point);
                    assertThat(y.toDyadic().contains(f.at(D, point.toDyadic()))).as("%s of %s: %s", f.name(), x, y).isTrue();
                    assertThat(Double.doubleToRawLongBits(y.lower())).as("no negative zero").isNotEqualTo(Long.MIN_VALUE);
                }
            }
        }
        assertThat(a.erfc(DoubleInterval.of(30, 30))).isEqualTo(DoubleInterval.of(0, Double.MIN_VALUE));
        assertThat(a.sin(DoubleInterval.of(1e30, 1.1e30))).isEqualTo(DoubleInterval.of(-1, 1));
        assertThat(a.tanh(DoubleInterval.of(1, Double.POSITIVE_INFINITY)).upper()).isEqualTo(1);
    }

    @Test
    void should_answer_exactly_at_rational_points_only() {
        ExactArithmetic exact = new ExactArithmetic(1000);
        Rational zero = Rational.ZERO;
        assertThat(exact.cbrt(Rational.of(-8, 27))).isEqualTo(Rational.of(-2, 3));
        assertThat(exact.cbrt(zero)).isEqualTo(zero);
        assertThat(Stream.of(exact.expm1(zero), exact.log1p(zero), exact.sin(zero), exact.tanh(zero), exact.atan(zero),
                exact.erf(zero))).containsOnly(zero);
        assertThat(exact.cos(zero)).isEqualTo(Rational.ONE);
        assertThat(exact.erfc(zero)).isEqualTo(Rational.ONE);
        assertThat(exact.normalCdf(zero)).isEqualTo(Rational.of(1, 2));
        assertThat(exact.normalTail(zero)).isEqualTo(Rational.of(1, 2));
        for (Functions f : Functions.VALUES.subList(3, Functions.VALUES.size() - 1)) {
            assertThatThrownBy(() -> f.at(exact, Rational.of(1, 3))).as(f.name()).isInstanceOf(InexactException.class);
        }
    }
}
