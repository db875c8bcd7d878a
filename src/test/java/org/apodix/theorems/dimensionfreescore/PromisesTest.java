package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What LineSum promises, where two modes have it in closed form: the sums themselves would not show a bound that is too small. */
class PromisesTest {

    private static void atMost(Expr left, Expr right, String words) {
        var values = Enclosed.of(List.of(left, right), 12, Ladder.ofDigits(60));
        assertThat(values.get(0).interval().upper().toRational()).as(words).isLessThanOrEqualTo(values.get(1).interval().lower().toRational());
    }

    private static RidgeTilt tilt(String m, String p, String a) {
        return Tilts.modes(m, p, a, 1);
    }

    /**
     * |F(x + ik)| >= e^{theta^2/2} F(x)/2 at the edge of the strip, theta = ak/sigma, with |cosh(u + iv)|^2 = cosh^2 u - sin^2 v. For far apart modes the quotient comes down to
     * cos 1 = 0.54: a strip a tenth wider would be too wide.
     */
    @ParameterizedTest
    @CsvSource({"1/8, 1/2, 3/5", "1, 1/4, 4/5", "3/2, 1/2, 24/25", "2, 1/2, 7/25", "60, 1/2, 5/13", "60, 15/16, 24/25"})
    void strip(String m, String p, String a) {
        var tilt = tilt(m, p, a);
        var modes = (TwoModes) tilt.profile();
        var height = Strip.lipschitz(tilt);
        var sine = height.times(Expr.of(modes.tailFrom(tilt.time()))).sin().square();
        var theta = height.times(tilt.time().ratio());
        for (int k = -6; k <= 6; k++) {
            var z = Expr.of(k, 8).times(Expr.of(modes.tailFrom(tilt.time()))).plus(modes.offset());
            var cosh2 = z.exp().plus(z.negate().exp()).over(2).square();
            atMost(theta.square().exp().times(cosh2).over(4), cosh2.minus(sine), "x = " + k + "/8");
        }
        atMost(theta, Expr.ONE, "theta");
        atMost(height, Expr.ONE, "k");
    }

    /** |F(x + ik)| >= F(x)/2 at the edge of the greater strip of an entire weight, attained for equal modes at 0: a thousandth inside of it, and not a tenth outside. */
    @ParameterizedTest
    @CsvSource({"1, 1/4, 4/5", "3/2, 1/2, 24/25", "2, 1/2, 7/25", "60, 1/2, 5/13"})
    void entireStrip(String m, String p, String a) {
        var tilt = tilt(m, p, a);
        var modes = (TwoModes) tilt.profile();
        var am = Expr.of(modes.tailFrom(tilt.time()));
        var strip = Strip.of(tilt);
        assertThat(LineSum.rounded(strip.height(), true)).as("greater than that of a Lipschitz tilt").isGreaterThan(LineSum.rounded(Strip.lipschitz(tilt), false));
        for (int k = -6; k <= 6; k++) {
            var z = Expr.of(k, 8).times(am).plus(modes.offset());
            var cosh2 = z.exp().plus(z.negate().exp()).over(2).square();
            atMost(cosh2.over(4), cosh2.minus(strip.height().times(Expr.of(999, 1000)).times(am).sin().square()), "x = " + k + "/8");
        }
        var wide = Expr.ONE.minus(Expr.PI.over(3).times(Expr.of(11, 10)).sin().square());
        atMost(wide, Expr.of(1, 4), "a tenth wider, at 0");
        atMost(Expr.of(9), strip.growth(), "growth");
    }

    /** P(|X_t| > L), and the mean of (F e^-m)^2 under p_t, sum_j C(3, j) p^j (1 - p)^{3 - j} e^{((2j - 3)^2 - 3) a^2 m^2/2} e^{-2 inf f}, with what of it lies beyond L. */
    @ParameterizedTest
    @CsvSource({"1/8, 1/2, 3/5", "1, 1/4, 4/5", "3/2, 1/2, 24/25", "2, 15/16, 7/25"})
    void tails(String m, String p, String a) {
        var tilt = tilt(m, p, a);
        var modes = (TwoModes) tilt.profile();
        var am = modes.tailFrom(tilt.time());
        var scale = modes.infimum().times(-2).exp();
        atMost(beyond(modes, am, null).times(scale), modes.weightMass(tilt.time()), "mass");
        for (int k = 0; k <= 12; k++) {
            var cut = am.plus(Rational.of(k, 2));
            atMost(new ModesPoint(modes, tilt.time(), Rational.of(1, 4), cut).tail(), modes.tail(tilt.time(), Expr.of(cut)), "tail beyond " + cut);
            var far = modes.weightFrom(tilt.time()).plus(Rational.of(k, 2));
            atMost(beyond(modes, am, far).times(scale), modes.weightTail(tilt.time(), Expr.of(far)), "weighted tail beyond " + far);
        }
    }

    /** The integral of F^3 phi over |x| > cut, or over the line: F = p e^{amx - a^2 m^2/2} + (1 - p) e^{-amx - a^2 m^2/2}. */
    private static Expr beyond(TwoModes modes, Rational am, Rational cut) {
        Expr sum = Expr.ZERO;
        long[] binomial = {1, 3, 3, 1};
        for (int j = 0; j <= 3; j++) {
            var center = am.times(Rational.of(2L * j - 3));
            var weight = modes.p().pow(j).times(Rational.ONE.minus(modes.p()).pow(3 - j)).times(Rational.of(binomial[j]));
            var factor = Expr.of(center.pow(2).minus(am.pow(2).times(Rational.of(3))).over(Rational.TWO)).exp();
            var share = cut == null ? Expr.ONE : Expr.of(cut.minus(center)).normalTail().plus(Expr.of(cut.plus(center)).normalTail());
            sum = sum.plus(Expr.of(weight).times(factor).times(share));
        }
        return sum;
    }
}
