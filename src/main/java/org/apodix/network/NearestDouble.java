package org.apodix.network;

import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DoubleInterval;
import org.apodix.enclosure.Rational;

/** Exact numbers as float64, for programs that have nothing better. Nothing here leads back into a verdict. */
final class NearestDouble {

    private NearestDouble() { }

    /** The float64 nearest to the number, of two the one with an even last bit; a number beyond the largest one is rejected. */
    static double of(Rational value) {
        var around = DoubleInterval.of(value);
        double below = around.lower();
        double above = around.upper();
        if (Double.isInfinite(below) || Double.isInfinite(above)) {
            throw new IllegalArgumentException("a number of size 2^" + (value.numerator().bitLength() - value.denominator().bitLength())
                + " is beyond float64 (2^1024): rescale the network");
        }
        int side = value.minus(exact(below)).compareTo(exact(above).minus(value));
        return side < 0 || side == 0 && (Double.doubleToRawLongBits(below) & 1) == 0 ? below : above;
    }

    /** Exactly the number that a finite float64 is. */
    static Rational exact(double value) {
        return Dyadic.ofExact(value).toRational();
    }

    /** How far the number is from its float64. */
    static Rational error(Rational value) {
        return value.minus(exact(of(value))).abs();
    }
}
