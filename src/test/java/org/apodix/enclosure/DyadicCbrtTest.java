package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cube roots against cubes, which are exact. */
class DyadicCbrtTest {

    private final Random random = new Random(83);

    private BigInteger number(int length) {
        return switch (random.nextInt(4)) {
            case 0 -> BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE);
            case 1 -> BigInteger.ONE.shiftLeft(length - 1);
            default -> new BigInteger(length, random).setBit(length - 1);
        };
    }

    private static Dyadic cube(Dyadic x) {
        return x.times(x).times(x);
    }

    @Test
    void wholeCubeRootsAreFloors() {
        for (int i = 0; i < 3000; i++) {
            var n = number(1 + random.nextInt(i % 2 == 0 ? 160 : 900));
            for (var m : new BigInteger[] {n, n.pow(3), n.pow(3).subtract(BigInteger.ONE)}) {
                var root = DyadicCbrt.floorCbrt(m);
                assertThat(root.pow(3)).isLessThanOrEqualTo(m);
                assertThat(root.add(BigInteger.ONE).pow(3)).isGreaterThan(m);
            }
        }
        assertThat(DyadicCbrt.floorCbrt(BigInteger.ZERO)).isZero();
    }

    @Test
    void boundsAreTheNeighborsOfTheRoot() {
        for (int i = 0; i < 3000; i++) {
            int bits = 2 + random.nextInt(200);
            var x = Dyadic.of(number(1 + random.nextInt(300)), random.nextInt(200) - 250L);
            var y = DyadicCbrt.cbrt(x, bits);
            assertThat(cube(y.lower())).isLessThanOrEqualTo(x);
            assertThat(cube(y.upper())).isGreaterThanOrEqualTo(x);
            assertThat(cube(y.lower()).equals(x) || cube(y.upper()).equals(x)).isEqualTo(y.isPoint());
            assertThat(y.width().shift(bits - 1L)).isLessThanOrEqualTo(y.upper());
            assertThat(DyadicCbrt.cbrt(x.negate(), bits)).isEqualTo(DyadicNear.negate(y));
            var root = x.round(bits, Rounding.DOWN);
            assertThat(DyadicCbrt.cbrt(cube(root), bits)).isEqualTo(DyadicInterval.point(root));
        }
        assertThat(DyadicCbrt.cbrt(Dyadic.ZERO, 9)).isEqualTo(DyadicInterval.point(Dyadic.ZERO));
        assertThat(DyadicCbrt.cbrt(Dyadic.POSITIVE_INFINITY, 9).lower()).isEqualTo(Dyadic.POSITIVE_INFINITY);
        assertThat(DyadicCbrt.cbrt(Dyadic.NEGATIVE_INFINITY, 9).upper()).isEqualTo(Dyadic.NEGATIVE_INFINITY);
    }

    /** Within the error that it states. */
    @Test
    void approximationsAreNearTheRoot() {
        for (int i = 0; i < 1000; i++) {
            int bits = 10 + random.nextInt(200);
            var x = Dyadic.of(number(1 + random.nextInt(300)), random.nextInt(200) - 250L);
            var y = DyadicCbrt.approximate(x, bits);
            assertThat(y.value().bitLength()).isGreaterThanOrEqualTo(bits);
            assertThat(cube(Dyadic.of(y.value().subtract(y.error()), y.exponent()))).isLessThan(x);
            assertThat(cube(Dyadic.of(y.value().add(y.error()), y.exponent()))).isGreaterThan(x);
        }
    }
}
