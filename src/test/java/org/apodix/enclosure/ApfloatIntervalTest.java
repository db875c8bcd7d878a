package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;

/** What a decimal set is, where its two ends differ. */
class ApfloatIntervalTest {

    private static final Apfloat ONE = new Apfloat(1, Apfloat.INFINITE);
    private static final Apfloat TWO = new Apfloat(2, Apfloat.INFINITE);

    private static ApfloatInterval set(Apfloat lower, Apfloat upper) {
        return ApfloatInterval.of(lower, upper);
    }

    @Test
    void endsInTheWrongOrderAreRejected() {
        assertThatThrownBy(() -> set(TWO, ONE)).isInstanceOf(IllegalStateException.class).hasMessage("the lower end 2 is above the upper end 1");
        assertThat(set(ONE, ONE).isPoint()).isTrue();
        assertThat(set(ONE, TWO).isPoint()).isFalse();
    }

    @Test
    void zeroIsBothEnds() {
        assertThat(set(Apfloat.ZERO, Apfloat.ZERO).isZero()).isTrue();
        assertThat(set(Apfloat.ZERO, ONE).isZero()).isFalse();
        assertThat(set(ONE.negate(), Apfloat.ZERO).isZero()).isFalse();
        assertThat(set(Apfloat.ZERO, ONE).containsZero()).isTrue();
        assertThat(set(ONE.negate(), Apfloat.ZERO).containsZero()).isTrue();
        assertThat(set(ONE, TWO).containsZero()).isFalse();
        assertThat(set(TWO.negate(), ONE.negate()).containsZero()).isFalse();
        assertThat(set(Apfloat.ZERO, ONE).isNonnegative()).isTrue();
        assertThat(set(ONE.negate(), ONE).isNonnegative()).isFalse();
    }

    @Test
    void oneInfiniteEndIsUnboundedButNotTheWholeLine() {
        var infinity = ApfloatRounding.INFINITY;
        assertThat(set(infinity.negate(), infinity).isEntire()).isTrue();
        for (var x : new ApfloatInterval[] {set(ONE, infinity), set(infinity.negate(), ONE)}) {
            assertThat(x.isEntire()).isFalse();
            assertThat(x.isBounded()).isFalse();
        }
        assertThat(set(ONE, TWO).isBounded()).isTrue();
    }

    @Test
    void sizesAndBounds() {
        var three = new Apfloat(3, Apfloat.INFINITE);
        assertThat(set(three.negate(), TWO).magnitude()).isEqualTo(three);
        assertThat(set(TWO.negate(), three).magnitude()).isEqualTo(three);
        assertThat(set(three.negate(), TWO.negate()).mignitude()).isEqualTo(TWO);
        assertThat(set(TWO, three).mignitude()).isEqualTo(TWO);
        assertThat(set(TWO.negate(), three).mignitude().signum()).isZero();
        assertThat(set(TWO.negate(), three).within(-1, 1)).hasToString("[-1, 1]");
        assertThat(set(ONE, TWO).negate()).hasToString("[-2, -1]");
        assertThat(set(ONE, TWO).hull(set(three.negate(), ONE))).hasToString("[-3, 2]");
        assertThat(set(ONE, TWO).hull(set(TWO, three))).hasToString("[1, 3]");
    }

    /** Below a power of ten the last digit is worth a tenth of what it is above: the bounds are the neighbors there too. */
    @Test
    void quotientsAndRootsJustBelowAPowerOfTen() {
        for (int nines : new int[] {5, 6, 10, 17, 23, 24, 25, 30, 40, 100}) {
            var power = ApfloatRounding.powerOfTen(nines);
            var below = power.subtract(ONE);
            assertThat(ApfloatRounding.quotient(below, power, 4)).as("%s nines", nines).hasToString("[9.999e-1, 1]");
            assertThat(ApfloatRounding.quotient(below.negate(), power, 4)).hasToString("[-1, -9.999e-1]");
            var scale = ApfloatRounding.powerOfTen(-nines);
            assertThat(ApfloatRounding.root(below.multiply(scale), 2, 4)).hasToString("[9.999e-1, 1]");
            assertThat(ApfloatRounding.root(below.multiply(scale), 3, 4)).hasToString("[9.999e-1, 1]");
        }
    }
}
