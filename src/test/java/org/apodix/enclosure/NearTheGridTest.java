package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Hard cases of every function at every small precision: arguments whose values lie next to a number of that many bits, on either side of it and at
 * distances from 2^-30 to 2^-150 relatively, so that a stated error which is too small by little puts the value on the wrong side.
 */
class NearTheGridTest {

    private static final DyadicArithmetic FINE = new DyadicArithmetic(600);
    private static final int LONG = 300;
    private static final Set<String> LEFT_OUT = Set.of("abs", "square", "power 3", "power -2");
    private static final int[] DISTANCES = {30, 40, 50, 60, 70, 85, 100, 120, 150};

    private final Random random = new Random(67);

    private static Dyadic at(Functions f, Dyadic x) {
        return f.at(FINE, DyadicInterval.point(x)).lower();
    }

    /** x with f(x) next to g, from an x near it: Newton's rule with a slope that is kept. */
    private static Dyadic solve(Functions f, Dyadic x, Dyadic g) {
        var h = x.times(Dyadic.ONE.shift(-120)).round(20, Rounding.DOWN);
        var slope = Dyadic.quotient(at(f, x.plus(h)).minus(at(f, x)), h, 60, Rounding.DOWN);
        var y = x;
        for (int i = 0; i < 60 && slope.signum() != 0; i++) {
            y = y.minus(Dyadic.quotient(at(f, y).minus(g), slope, LONG, Rounding.DOWN)).round(LONG, Rounding.DOWN);
            if (y.minus(x).abs().compareTo(x.abs().shift(-1)) > 0) {
                return x; // next to an extremum the step leads away
            }
        }
        return y;
    }

    private Dyadic argument(Functions f, int bits) {
        int top = random.nextInt(5) < 3 ? random.nextInt(6) - 3 : -random.nextInt(2 * bits + 40);
        var size = Dyadic.of(new BigInteger(40, random).setBit(39), top - 40L);
        if (f.name().startsWith("log") && random.nextInt(3) == 0) {
            return f.name().equals("log") ? Dyadic.ONE.plus(size.shift(-5)) : size;
        }
        return random.nextBoolean() || !f.domain().test(DyadicInterval.point(size.negate())) ? size : size.negate();
    }

    @Test
    void valuesNextToTheGridAreOnTheirSideOfIt() {
        int near = 0;
        for (var f : Functions.VALUES) {
            for (int i = 0; i < 80 && !LEFT_OUT.contains(f.name()); i++) {
                int bits = i < 70 ? 3 + i % 40 : 53;
                var a = new DyadicArithmetic(bits);
                var x = argument(f, bits);
                var g = at(f, x).round(bits, Rounding.DOWN);
                var root = solve(f, x, g);
                if (g.signum() == 0 || !f.domain().test(DyadicInterval.point(root))) {
                    continue;
                }
                near += at(f, root).minus(g).abs().compareTo(g.abs().shift(-200)) < 0 ? 1 : 0;
                for (int distance : DISTANCES) {
                    for (int sign : new int[] {-1, 1}) {
                        var point = DyadicInterval.point(root.plus(root.shift(-distance).times(Dyadic.of(sign))).round(LONG, Rounding.UP));
                        if (f.domain().test(point)) {
                            assertThat(f.at(a, point).contains(f.at(FINE, point))).as("%s of %s at %s bits", f.name(), point, bits).isTrue();
                        }
                    }
                }
            }
        }
        assertThat(near).isGreaterThan(800);
    }
}
