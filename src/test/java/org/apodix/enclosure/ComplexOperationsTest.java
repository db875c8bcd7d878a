package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What complex operations do with real constants, and on which side of a decision a box is. */
class ComplexOperationsTest {

    private final DyadicArithmetic a = new DyadicArithmetic(60);
    private final ComplexArithmetic<DyadicInterval> c = new ComplexArithmetic<>(a);

    private static DyadicInterval interval(long lo, long hi) {
        return DyadicInterval.of(Dyadic.of(lo), Dyadic.of(hi));
    }

    private ComplexBox<DyadicInterval> box(long x0, long x1, long y0, long y1) {
        return c.box(interval(x0, x1), interval(y0, y1));
    }

    @Test
    void functionsOfRealConstantsAreTheRealOnes() {
        for (var set : List.of(interval(-3, -1), interval(-1, 2), interval(1, 3), DyadicInterval.of(Rational.of(1, 3), 60))) {
            var z = c.real(set);
            for (var f : Functions.VALUES) {
                if (f.domain().test(set)) {
                    assertThat(f.at(c, z)).as(f.name()).isEqualTo(c.real(f.at(a, set)));
                    assertThat(c.isReal(f.at(c, z))).as(f.name()).isTrue();
                }
            }
            assertThat(c.power(z, 0)).isEqualTo(c.of(Rational.ONE));
            var two = c.of(Rational.TWO);
            for (var real : List.of(c.add(z, two), c.subtract(z, two), c.multiply(z, two), c.multiply(two, z), c.divide(z, two), c.negate(z), c.min(z, two),
                    c.max(z, two), c.hull(z, two), c.logSumExp(List.of(z, two)), c.logSumExp(List.of(z)), c.pi(), c.enclose(set))) {
                assertThat(c.isReal(real)).isTrue();
            }
            assertThat(c.min(z, two).real()).isEqualTo(a.min(set, interval(2, 2)));
            assertThat(c.max(z, two).real()).isEqualTo(a.max(set, interval(2, 2)));
            assertThat(c.hull(z, two).real()).isEqualTo(a.hull(set, interval(2, 2)));
            assertThat(c.logSumExp(List.of(z, two)).real()).isEqualTo(a.logSumExp(List.of(set, interval(2, 2))));
            assertThat(c.enclose(set).real()).isEqualTo(set);
            assertThat(c.enclosure(z)).isEqualTo(set);
        }
    }

    @Test
    void theSideOfZeroDecides() {
        var right = box(1, 2, -3, 4);
        var left = box(-2, -1, -4, 3);
        assertThat(c.abs(right)).isEqualTo(right);
        assertThat(c.abs(left)).isEqualTo(right);
        assertThat(c.min(right, left)).isEqualTo(left);
        assertThat(c.min(left, right)).isEqualTo(left);
        assertThat(c.max(right, left)).isEqualTo(right);
        assertThat(c.max(left, c.of(Rational.ZERO))).isEqualTo(c.of(Rational.ZERO));
        assertThat(c.hull(right, left)).isEqualTo(box(-2, 2, -4, 4));
        assertThat(c.hull(right, c.of(Rational.of(3)))).isEqualTo(box(1, 3, -3, 4));
        assertThat(c.hull(c.of(Rational.of(3)), right)).isEqualTo(box(1, 3, -3, 4));
        assertThat(c.logSumExp(List.of(right))).isEqualTo(right);
    }

    @Test
    void powersOfBoxesThatAreNotReal() {
        var i = box(0, 0, 1, 1);
        var one = c.of(Rational.ONE);
        assertThat(c.power(i, 0)).isEqualTo(one);
        assertThat(c.power(i, 1)).isEqualTo(i);
        assertThat(c.power(i, 2)).isEqualTo(box(-1, -1, 0, 0));
        assertThat(c.power(i, 3)).isEqualTo(box(0, 0, -1, -1));
        assertThat(c.power(i, -1)).isEqualTo(box(0, 0, -1, -1));
        assertThat(c.power(box(1, 1, 1, 1), 6)).isEqualTo(box(0, 0, -8, -8));
        assertThat(c.power(box(1, 1, 1, 1), 11)).isEqualTo(box(-32, -32, 32, 32));
        assertThat(c.power(i, Integer.MIN_VALUE)).isEqualTo(box(1, 1, 0, 0));
    }

    /** The root of 3 + 4i is 2 + i: the formula of the right half plane finds it exactly, and keeps thin boxes thin. */
    @Test
    void rootsInTheRightHalfPlane() {
        assertThat(c.sqrt(box(3, 3, 4, 4))).isEqualTo(box(2, 2, 1, 1));
        assertThat(c.sqrt(box(3, 3, -4, -4))).isEqualTo(box(2, 2, -1, -1));
        var other = c.sqrt(box(-3, -3, 4, 4));
        assertThat(other.real().contains(Rational.ONE)).isTrue();
        assertThat(other.imaginary().contains(Rational.TWO)).isTrue();
    }

    /** log(conj z) = conj log z, also left of the imaginary axis, where only the sign of the imaginary part keeps a box from the cut. */
    @Test
    void logarithmsBelowTheRealAxisAreThoseAboveMirrored() {
        for (var above : List.of(box(-2, -1, 1, 2), box(-1, 1, 1, 2), box(0, 0, 1, 1), box(1, 2, 1, 2))) {
            var below = c.box(above.real(), a.negate(above.imaginary()));
            var log = c.log(above);
            var mirrored = c.log(below);
            assertThat(mirrored.real()).isEqualTo(log.real());
            assertThat(mirrored.imaginary().overlaps(a.negate(log.imaginary()))).isTrue();
            assertThat(mirrored.imaginary().width()).isLessThan(Dyadic.of(2));
        }
        var angle = c.log(box(0, 0, -1, -1)).imaginary(); // that of -i
        assertThat(angle.contains(a.multiply(a.pi(), a.of(Rational.of(-1, 2))).lower())).isTrue();
    }

    @Test
    void oneUnboundedSideMakesABoxEntire() {
        assertThat(c.isEntire(box(0, 1, 0, 1))).isFalse();
        assertThat(c.isEntire(c.box(DyadicInterval.ENTIRE, interval(0, 1)))).isTrue();
        assertThat(c.isEntire(c.box(interval(0, 1), DyadicInterval.ENTIRE))).isTrue();
        assertThat(c.name()).isEqualTo("complex over " + new Defined<>(a).name());
        assertThat(c.precision()).isEqualTo(60);
    }
}
