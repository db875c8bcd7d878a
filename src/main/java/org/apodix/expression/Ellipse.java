package org.apodix.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/**
 * Rectangles that cover the closed upper half of the ellipse with foci +-1 and semi-axes a = (r + 1/r) / 2, b = (r - 1/r) / 2.
 *
 * <p>Rectangle k is [left(k), left(k+1)] x [0, height(k)], left(0) = -a', left(strips) = a' for some a' >= a, and height(k) is at least
 * b sqrt(1 - x^2 / a'^2), the height of an ellipse that contains the given one, at the point x of the strip that is closest to 0. Neighbours share a side.
 * For a function with f(conj z) = conj f(z) a bound on these rectangles is one on the whole ellipse.
 */
final class Ellipse {

    private static final int STRIPS = 8;

    private static final int BITS = 16;

    /** The radii that are tried. */
    static final List<Ellipse> ALL = Stream.of(2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128, 256, 1024, 4096, 1 << 16, 1 << 20)
            .map(Ellipse::new).toList();

    private final Dyadic radius;
    private final Dyadic[] left = new Dyadic[STRIPS + 1];
    private final Dyadic[] height = new Dyadic[STRIPS];

    private Ellipse(int r) {
        radius = Dyadic.of(r);
        var arithmetic = new DyadicArithmetic(BITS);
        var axis = arithmetic.of(Rational.of((long) r * r + 1, 2L * r)).upper();
        var minor = arithmetic.of(Rational.of((long) r * r - 1, 2L * r));
        for (int k = 0; k <= STRIPS; k++) {
            left[k] = axis.times(Dyadic.of(BigInteger.valueOf(2L * k - STRIPS), 0)).times(Dyadic.of(BigInteger.ONE, -3));
        }
        for (int k = 0; k < STRIPS; k++) {
            int inner = k < STRIPS / 2 ? STRIPS - 2 * (k + 1) : 2 * k - STRIPS;
            var squared = arithmetic.of(Rational.of((long) STRIPS * STRIPS - (long) inner * inner, (long) STRIPS * STRIPS));
            height[k] = arithmetic.multiply(minor, arithmetic.sqrt(squared)).upper();
        }
    }

    Dyadic radius() {
        return radius;
    }

    int strips() {
        return STRIPS;
    }

    Dyadic left(int k) {
        return left[k];
    }

    Dyadic height(int k) {
        return height[k];
    }
}
