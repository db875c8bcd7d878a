package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** A second computation that shares no code: exact partial sums of the Taylor series over the rationals, with remainder. */
class SeriesProperties {

    private static final int TERMS = 40;

    @Provide
    Arbitrary<Rational> small() {
        return Combinators.combine(Arbitraries.longs().between(-64, 64), Arbitraries.longs().between(64, 200)).as(Rational::of)
                .withoutEdgeCases();
    }

    /** For |x| <= 1 the terms left out of exp are below 2 |x|^n / n!. */
    @Property
    void exp_agrees_with_exact_partial_sums(@ForAll("small") Rational x, @ForAll @IntRange(min = 2, max = 300) int bits) {
        Rational sum = Rational.ZERO;
        Rational term = Rational.ONE;
        for (int n = 1; n <= TERMS; n++) {
            sum = sum.plus(term);
            term = term.times(x).over(Rational.of(n));
        }
        Rational rest = term.abs().times(Rational.TWO);
        DyadicInterval truth = DyadicInterval.of(sum.minus(rest), 400).hull(DyadicInterval.of(sum.plus(rest), 400));
        agrees(new DyadicArithmetic(bits).exp(DyadicInterval.of(x, 600)), truth);
        agrees(DoubleArithmetic.INSTANCE.exp(DoubleInterval.of(x)).toDyadic(), truth);
    }

    /** log((1+s)/(1-s)) = 2 (s + s^3/3 + ...); the terms left out are below 2 |s|^(2n+1) / ((2n+1)(1 - s^2)). */
    @Property
    void log_agrees_with_exact_partial_sums(@ForAll("small") Rational t, @ForAll @IntRange(min = 2, max = 300) int bits) {
        Rational s = t.over(Rational.of(8));
        Rational square = s.times(s);
        Rational sum = Rational.ZERO;
        Rational power = s.times(Rational.TWO);
        for (int n = 0; n < TERMS; n++) {
            sum = sum.plus(power.over(Rational.of(2L * n + 1)));
            power = power.times(square);
        }
        Rational rest = power.abs().over(Rational.ONE.minus(square));
        DyadicInterval truth = DyadicInterval.of(sum.minus(rest), 400).hull(DyadicInterval.of(sum.plus(rest), 400));
        Rational x = Rational.ONE.plus(s).over(Rational.ONE.minus(s));
        agrees(new DyadicArithmetic(bits).log(DyadicInterval.of(x, 600)), truth);
        agrees(DoubleArithmetic.INSTANCE.log(DoubleInterval.of(x)).toDyadic(), truth);
    }

    /** The truth is known to about 150 bits: a coarser result must contain it, a finer one lies within or next to it. */
    private static void agrees(DyadicInterval ours, DyadicInterval truth) {
        assertThat(ours.overlaps(truth)).as("%s and %s", ours, truth).isTrue();
        if (truth.width().signum() == 0 || ours.width().compareTo(truth.width().shift(10)) > 0) {
            assertThat(ours.contains(truth)).as("%s should contain %s", ours, truth).isTrue();
        }
    }

    /** Plausibility only: the other library promises no error bound, so thirty digits of its forty are compared. */
    @Property(tries = 20)
    void agrees_roughly_with_another_library(@ForAll("small") Rational x) {
        DyadicArithmetic c = new DyadicArithmetic(128);
        Dyadic a = Dyadic.of(x, 60, Rounding.DOWN);
        Apfloat argument = new Apfloat(new java.math.BigDecimal(a.toRational().numerator())
                .divide(new java.math.BigDecimal(a.toRational().denominator())), 40);
        close(c.exp(DyadicInterval.point(a)), ApfloatMath.exp(argument));
        if (a.signum() > 0) {
            close(c.log(DyadicInterval.point(a)), ApfloatMath.log(argument));
        }
    }

    private static void close(DyadicInterval ours, Apfloat theirs) {
        Rational value = Rational.parse(theirs.toString().replace("+", ""));
        Rational margin = value.abs().plus(Rational.parse("1e-3")).times(Rational.parse("1e-30"));
        DyadicInterval wide = DyadicInterval.of(value.minus(margin), 200).hull(DyadicInterval.of(value.plus(margin), 200));
        assertThat(wide.contains(ours)).as("%s and %s", ours, theirs).isTrue();
    }
}
