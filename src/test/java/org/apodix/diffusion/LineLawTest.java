package org.apodix.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.ImproperIntegral;
import org.apodix.expression.TailBound;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws on the line against closed forms and against another quadrature. */
class LineLawTest {

    private static final NoiseLevel LEVEL = NoiseLevel.of(Expr.of(4, 5));

    private static DyadicInterval value(Expr e) {
        return Tape.of(List.of(e)).evaluate(new DyadicArithmetic(128)).get(0);
    }

    private static void assertSame(Expr first, Expr second) {
        var x = value(first);
        var y = value(second);
        assertThat(x.overlaps(y)).as("%s and %s", x, y).isTrue();
        assertThat(x.width().toRational()).isLessThan(Rational.of(10).pow(-30));
        assertThat(y.width().toRational()).isLessThan(Rational.of(10).pow(-30));
    }

    private static Mixture mixture(String variance, String... centers) {
        var weight = Rational.of(1, centers.length);
        return new Mixture(Stream.of(centers).map(Rational::parse).toList(), Stream.of(centers).map(c -> weight).toList(), Rational.parse(variance));
    }

    @Test
    void mixturesOfOneGaussianAreGaussian() {
        for (var level : List.of(NoiseLevel.NONE, LEVEL)) {
            var gaussian = OrnsteinUhlenbeck.flow(Gaussian.onLine(Expr.of(3, 2), Expr.of(1, 5)), level.signal());
            assertSame(mixture("1/5", "3/2", "3/2").entropy(level), gaussian.relativeEntropy());
            assertSame(mixture("1/5", "3/2", "3/2").fisher(level), gaussian.relativeFisherInformation());
        }
    }

    @Test
    void theStandardGaussianHasNone() {
        assertThat(mixture("1", "0", "0").entropy(LEVEL)).isSameAs(Expr.ZERO);
        assertThat(mixture("1", "0", "0").fisher(LEVEL)).isSameAs(Expr.ZERO);
    }

    @Test
    void oneAtomIsAPoint() {
        var point = new PointMass(Rational.of(9, 4), 1);
        assertSame(mixture("0", "3/2").entropy(LEVEL), point.entropy(LEVEL));
        assertSame(mixture("0", "3/2").fisher(LEVEL), point.fisher(LEVEL));
    }

    static Stream<LineLaw> laws() {
        return Stream.of(mixture("1/4", "-2", "3/2"), mixture("2", "-1", "0", "3"), new HermiteTilt(2, Rational.of(1, 2)),
            new HermiteTilt(2, Rational.ONE), new HermiteTilt(4, Rational.of(1, 9)));
    }

    /** The same numbers by the trapezoid rule over the whole line. The tail is bounded crudely: r^2 and |log f| are at most 400 (1 + x^2)^2. */
    @ParameterizedTest
    @MethodSource("laws")
    void integralsAgreeWithTheTrapezoidRule(LineLaw law) {
        var x = new Variable("x");
        var point = law.at(LEVEL, x);
        assertSame(law.entropy(LEVEL), line(point.density().times(point.logRatio()), x));
        assertSame(law.fisher(LEVEL), line(point.density().times(point.score().square()), x));
    }

    /** Uniform data are too much for rectangles: Gauss-Legendre quadrature of the part that counts at 128 bits. */
    @Test
    void integralsOfUniformDataAgreeWithSubdivision() {
        for (var level : List.of(LEVEL, NoiseLevel.of(Expr.of(19, 20)))) {
            var law = new UniformLaw(Rational.of(3, 2));
            var x = new Variable("x");
            var point = law.at(level, x);
            for (var pair : List.of(List.of(law.entropy(level), point.density().times(point.logRatio())),
                List.of(law.fisher(level), point.density().times(point.score().square())))) {
                var middle = value(org.apodix.expression.Integral.of(pair.get(1), x, Expr.ZERO, Expr.of(11)).times(2));
                var difference = value(pair.get(0)).lower().minus(middle.lower()).abs().toRational();
                assertThat(difference).isLessThan(Rational.of(10).pow(-30));
            }
        }
    }

    /** Entropy and information at time 0 in closed form against quadrature of the density, and against small times. */
    @Test
    void theQuarticLaw() {
        var law = new QuarticLaw();
        var x = new Variable("x");
        var density = Expr.ONE.minus(x.square()).square().times(Expr.of(15, 16));
        var moment = org.apodix.expression.Integral.of(x.square().times(density), x, Expr.of(-1), Expr.ONE);
        assertThat(value(moment.minus(Expr.of(1, 7))).containsZero()).isTrue();
        // r = -4x/(1 - x^2) + x, so that r^2 p is a polynomial
        var squared = x.times(-4).plus(x.times(Expr.ONE.minus(x.square()))).square().times(Expr.of(15, 16));
        var information = org.apodix.expression.Integral.of(squared, x, Expr.of(-1), Expr.ONE);
        assertThat(value(information.minus(law.fisher(NoiseLevel.NONE))).containsZero()).isTrue();
        var level = NoiseLevel.of(Expr.of(19, 20));
        assertThat(value(law.entropy(NoiseLevel.NONE).minus(law.entropy(level))).isPositive()).isTrue();
        // R3: (e^2h - 1)/2 I_h <= H_0 - H_h <= (1 - e^-2h)/2 I_0
        var drop = law.entropy(NoiseLevel.NONE).minus(law.entropy(level));
        assertThat(value(level.noise().over(2).times(law.fisher(NoiseLevel.NONE)).minus(drop)).isPositive()).isTrue();
        assertThat(value(drop.minus(level.noise().over(level.signal().square().times(2)).times(law.fisher(level)))).isPositive()).isTrue();
        for (var at : List.of(Expr.ZERO, Expr.of(1, 2), Expr.of(-3, 2), Expr.of(3))) {
            var scale = LEVEL.noise().sqrt();
            var z = at.minus(LEVEL.signal().times(x)).over(scale);
            var kernel = LineLaw.normalDensity(z).over(scale);
            var point = law.at(LEVEL, at);
            var mass = org.apodix.expression.Integral.of(density.times(kernel), x, Expr.of(-1), Expr.ONE);
            var slope = org.apodix.expression.Integral.of(density.times(kernel).times(z).over(scale), x, Expr.of(-1), Expr.ONE).negate();
            assertThat(value(point.density()).overlaps(value(mass))).isTrue();
            assertThat(value(point.score()).overlaps(value(at.plus(slope.over(mass))))).isTrue();
            assertThat(value(point.logRatio()).overlaps(value(mass.over(LineLaw.normalDensity(at)).log()))).isTrue();
        }
    }

    private static Expr line(Expr body, Variable x) {
        var from = new Variable("L");
        // density at most 400 (1 + x^2)^2 exp(-(x - 3)^2/4) beyond 3, and x <= e^(x/4) there; int e^(2x - (x-3)^2/4) in closed form
        var shift = from.minus(Expr.of(7)).over(Expr.TWO.sqrt());
        var tail = Expr.of(1_000_000_000L).times(Expr.of(16).exp()).times(shift.normalTail());
        return ImproperIntegral.of(body, x, new TailBound(tail, from, Rational.of(7)));
    }

    /** For k^2 >= 64 the information of the tilt comes from a continued fraction, below from erfc: both by quadrature. */
    @Test
    void bothFormulasForTheMillsRatioAgreeWithQuadrature() {
        var law = new HermiteTilt(2, Rational.ONE);
        for (int j : List.of(4, 12, 20, 21)) {
            var level = NoiseLevel.of(Expr.of(Rational.of(9, 10).pow(j)));
            var x = new Variable("x");
            var point = law.at(level, x);
            assertSame(law.fisher(level), line(point.density().times(point.score().square()), x));
        }
    }

    /** x^2 of a standard Gaussian: H_0 = 2 - gamma - log 2. */
    @Test
    void theSingularTiltHasTheKnownEntropy() {
        var euler = Expr.of(Rational.parse("0.57721566490153286060651209008240243104215933593992"));
        var difference = value(new HermiteTilt(2, Rational.ONE).entropy(NoiseLevel.NONE).minus(Expr.TWO.minus(euler).minus(Expr.TWO.log())));
        assertThat(difference.magnitude().toRational()).isLessThan(Rational.of(10).pow(-35));
    }

    @Test
    void entropyAndFisherInformationOfUniformDataAtALateTime() {
        var law = new UniformLaw(Rational.ONE);
        var level = NoiseLevel.of(Expr.of(1, 2));
        // logarithmic Sobolev inequality, strict
        assertThat(value(law.fisher(level).over(2).minus(law.entropy(level))).isPositive()).isTrue();
        assertThat(law.hasFiniteFisher()).isFalse();
    }
}
