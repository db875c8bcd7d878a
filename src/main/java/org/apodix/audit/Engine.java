package org.apodix.audit;

import java.util.Locale;

/** With which carriers of arbitrary precision an answer is computed. */
public enum Engine {

    /** Double intervals as a filter, then dyadic intervals. */
    DYADIC,
    /** Decimal intervals carried on Apfloat, without the filter. */
    APFLOAT,
    /** As {@link #DYADIC}, and checked against {@link #APFLOAT}: an answer on which the two contradict each other is not given. */
    BOTH;

    /** The engine of this name; an unknown name is bad input. */
    public static Engine of(String name) {
        for (var engine : values()) {
            if (engine.toString().equals(name)) {
                return engine;
            }
        }
        throw new BadInput("--engine \"" + Fields.shorten(name) + "\" is unknown; the engines are dyadic, apfloat and both");
    }

    /** The ladder that ends at this many decimal digits. */
    public Ladder ladder(int digits) {
        return switch (this) {
            case DYADIC -> Ladder.ofDigits(digits);
            case APFLOAT -> Ladder.apfloat(digits);
            case BOTH -> Ladder.ofDigits(digits).checkedBy(Ladder.apfloat(digits));
        };
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
