package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.diffusion.LineLaw;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.QuarticLaw;
import org.apodix.diffusion.UniformLaw;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promises of the laws that are a bounded law convolved with a Gaussian, against the integrands themselves on a fine grid of the edge of the strip and of the
 * tails, by complex arithmetic. Sums on a grid prove nothing, but a promise that is too small by a few per cent where it is sharp does not pass.
 * Uniform and quartic data promise the same formulas as atoms on the same range; complex arithmetic does not enclose their differences of tails, so that
 * of them only the tails are compared.
 */
class StripPromiseTest {

    /** A sum on the grid is the integral up to less than this share. */
    private static final double SHARE = 0.99;

    /** One integral of a law, with the standard deviation of a component; all centers are below 4. */
    private record Case(String name, Expr integral, double deviation, boolean mixed) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Mixture mixture(String variance, String... centers) {
        var weight = Rational.of(1, centers.length);
        return new Mixture(Stream.of(centers).map(Rational::parse).toList(), Stream.of(centers).map(c -> weight).toList(), Rational.parse(variance));
    }

    static Stream<Case> cases() {
        var cases = new ArrayList<Case>();
        var laws = List.<LineLaw>of(mixture("1/5", "3/2"), mixture("1/5", "0"), mixture("4", "0"), mixture("4", "3"), mixture("4", "-3", "3"),
            mixture("1/4", "-2", "3/2"), mixture("2", "-1", "0", "3"), mixture("0", "-1", "1"), mixture("0", "-3/2", "-3/4", "0", "3/4", "3/2"),
            new UniformLaw(Rational.of(3, 2)), new QuarticLaw());
        for (int i = 0; i < laws.size(); i++) {
            for (var a : List.of(Rational.ONE, Rational.of(4, 5), Rational.of(1, 4))) {
                add(cases, i, laws.get(i), a);
            }
        }
        return cases.stream();
    }

    private static void add(List<Case> cases, int i, LineLaw law, Rational a) {
        boolean mixed = law instanceof Mixture;
        if (a.equals(Rational.ONE) && !(law instanceof Mixture m && m.hasFiniteFisher())) {
            return;
        }
        var level = a.equals(Rational.ONE) ? NoiseLevel.NONE : NoiseLevel.of(Expr.of(a));
        var kernel = law instanceof Mixture m ? m.componentVariance() : Rational.ZERO;
        var variance = a.pow(2).times(kernel).plus(Rational.ONE).minus(a.pow(2));
        double deviation = Math.sqrt(Dyadic.of(variance, 53, Rounding.UP).toDouble(Rounding.UP));
        var name = "law " + i + ", a = " + a;
        cases.add(new Case(name + ", information", law.fisher(level), deviation, mixed));
        if (mixed) {
            cases.add(new Case(name + ", entropy", law.entropy(level), deviation, mixed));
            cases.add(new Case(name + ", product", ((Mixture) law).product(level, Expr.of(2, 3), Expr.of(-1, 2)), deviation, mixed));
        }
    }

    private static DyadicInterval value(Expr e, Variable variable, double x) {
        var tape = Tape.of(List.of(e), List.of(variable));
        return new Body<>(tape, new DyadicArithmetic(64), List.<DyadicInterval>of()).at(DyadicInterval.point(Dyadic.ofExact(x)));
    }

    private static double upper(Expr e, Variable variable, double x) {
        return value(e, variable, x).upper().toDouble(Rounding.UP);
    }

    /** h sum |f(x + iy)| over |x| from {@code from} on, h a sixteenth of the standard deviation of a component. */
    private static double sum(Case given, StripIntegral integral, double from, double height) {
        var tape = Tape.of(List.of(integral.body()), List.of(integral.variable()));
        var fast = new CellBounds<>(tape, List.of(), DoubleArithmetic.INSTANCE);
        // far out doubles do not tell a difference of tails from 0
        var exact = new CellBounds<>(tape, List.of(), new DyadicArithmetic(192));
        double step = given.deviation() / 16;
        double to = 4 + 6 * given.deviation();
        var y = DyadicInterval.point(Dyadic.ofExact(height));
        double sum = 0;
        for (double x = from + step / 2; x < to; x += step) {
            for (double at : integral.strip().even() ? new double[] {x} : new double[] {x, -x}) {
                var point = DyadicInterval.point(Dyadic.ofExact(at));
                var magnitude = fast.magnitude(point, y);
                magnitude = magnitude == null ? exact.magnitude(point, y) : magnitude;
                sum += magnitude.toDouble(Rounding.UP) * step;
            }
        }
        return integral.strip().even() ? 2 * sum : sum;
    }

    private static List<Double> heights(Case given, StripIntegral integral) {
        double limit = upper(integral.strip().limit(), integral.strip().height(), 0);
        return Stream.of(1 / 64.0, 0.25, 0.9375).map(share -> Math.min(share * limit, 3 * share * given.deviation())).toList();
    }

    static Stream<Case> mixtures() {
        return cases().filter(Case::mixed);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void theIntegralAlongTheStripIsAtMostThePromise(Case given) {
        var integral = (StripIntegral) given.integral();
        for (double height : heights(given, integral)) {
            assertThat(upper(integral.strip().integral(), integral.strip().height(), height)).as("%s at the height %s", given, height)
                .isGreaterThan(SHARE * sum(given, integral, 0, height));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTailsAreAtMostThePromise(Case given) {
        var integral = (StripIntegral) given.integral();
        double least = upper(integral.strip().least(), integral.strip().from(), 0);
        for (double from : new double[] {least, least + given.deviation(), least + 3 * given.deviation()}) {
            assertThat(upper(integral.strip().tail(), integral.strip().from(), from)).as("%s beyond %s", given, from)
                .isGreaterThan(SHARE * sum(given, integral, from, 0));
        }
    }

    /** The tail is the integral of a function that does not increase, from {@code least} on: it is convex there. */
    @ParameterizedTest
    @MethodSource("cases")
    void theBoundOfTheTailsDoesNotIncrease(Case given) {
        var strip = ((StripIntegral) given.integral()).strip();
        double least = upper(strip.least(), strip.from(), 0);
        double step = given.deviation() / 8;
        for (int i = 0; i < 24; i++) {
            double from = least + i * step;
            assertThat(upper(strip.tail(), strip.from(), from) + upper(strip.tail(), strip.from(), from + 2 * step)).as("%s at %s", given, from)
                .isGreaterThanOrEqualTo(2 * (1 - 1e-12) * upper(strip.tail(), strip.from(), from + step));
        }
    }

    /** The tests above can fail: there is a case in which the promise is within an eighth of what it bounds. */
    @Test
    void thePromiseIsSharpSomewhere() {
        double best = mixtures().mapToDouble(given -> {
            var integral = (StripIntegral) given.integral();
            return heights(given, integral).stream().mapToDouble(height ->
                upper(integral.strip().integral(), integral.strip().height(), height) / sum(given, integral, 0, height)).min().orElseThrow();
        }).min().orElseThrow();
        assertThat(best).isLessThan(1.125);
    }
}
