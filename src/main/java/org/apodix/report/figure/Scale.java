package org.apodix.report.figure;

import java.util.List;
import org.apodix.audit.figure.Axis;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.Rounding;

/**
 * From numbers to pixels along one axis. Doubles are enough here, and stay here: they place what is drawn and decide nothing.
 *
 * @param logarithmic whether lengths are differences of logarithms
 * @param low         least shown value, or its logarithm to base 10; {@code high} the greatest
 * @param start       the pixel of {@code low}; {@code end} that of {@code high}
 */
record Scale(boolean logarithmic, double low, double high, double start, double end) {

    private static final double LOG2 = 0.30102999566398119521;
    /** Beyond this, differences of doubles may overflow. */
    private static final double FAR = 1e300;
    private static final double MARGIN = 0.04;

    /**
     * The scale that shows all values with some air around them.
     *
     * @param values what is shown: bounded, and positive on a logarithmic axis
     */
    static Scale of(Axis axis, List<Value> values, double start, double end) {
        boolean logarithmic = axis.scale() == Axis.Scale.LOGARITHMIC;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var value : values) {
            low = Math.min(low, position(value.interval().lower(), logarithmic));
            high = Math.max(high, position(value.interval().upper(), logarithmic));
        }
        if (!(low <= high)) {
            return new Scale(logarithmic, 0, 1, start, end);
        }
        double air = high > low ? MARGIN * (high - low) : low == 0 || logarithmic ? 0.5 : 0.1 * Math.abs(low);
        // an axis that starts at 0 by nature keeps 0 as its end
        boolean touches = !logarithmic && low == 0;
        return new Scale(logarithmic, touches ? 0 : low - air, high + air, start, end);
    }

    /** Whether a value has a place on an axis of this kind. */
    static boolean hasPlace(Value value, Axis axis) {
        if (!value.isKnown() || axis.scale() == Axis.Scale.LOGARITHMIC && !value.isPositive()) {
            return false;
        }
        boolean logarithmic = axis.scale() == Axis.Scale.LOGARITHMIC;
        return Math.abs(position(value.interval().lower(), logarithmic)) < FAR && Math.abs(position(value.interval().upper(), logarithmic)) < FAR;
    }

    /** The pixel of a number, not necessarily inside of the axis. */
    double pixel(Dyadic number) {
        return at(position(number, logarithmic));
    }

    /** The pixel of the middle of an enclosure. */
    double pixel(Value value) {
        return (pixel(value.interval().lower()) + pixel(value.interval().upper())) / 2;
    }

    /** The pixel of a position: of a number, or of its logarithm. */
    double at(double position) {
        return start + (position - low) / (high - low) * (end - start);
    }

    private static double position(Dyadic number, boolean logarithmic) {
        return logarithmic ? log10(number) : number.toDouble(Rounding.DOWN);
    }

    /** Also of numbers beyond the range of doubles. */
    static double log10(Dyadic number) {
        int excess = Math.max(0, number.mantissa().bitLength() - 62);
        return StrictMath.log10(number.mantissa().shiftRight(excess).doubleValue()) + ((double) number.exponent() + excess) * LOG2;
    }
}
