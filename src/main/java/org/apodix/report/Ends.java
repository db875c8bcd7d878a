package org.apodix.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.apodix.enclosure.Digits;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/** Enclosures as the ledger holds them, {@code {"lo", "hi"}}, for people. */
final class Ends {

    private static final int BITS = 192;
    static final int SHOWN = 12;

    private Ends() { }

    /** The enclosure, or null where an end is missing or infinite. */
    static DyadicInterval interval(JsonNode ends) {
        if (!isFinite(ends)) {
            return null;
        }
        return DyadicInterval.of(Rational.parse(ends.get("lo").textValue()), BITS).hull(DyadicInterval.of(Rational.parse(ends.get("hi").textValue()), BITS));
    }

    private static boolean isFinite(JsonNode ends) {
        return ends.path("lo").isTextual() && ends.path("hi").isTextual() && !ends.get("lo").textValue().endsWith("inf")
            && !ends.get("hi").textValue().endsWith("inf");
    }

    /** The digits that are certain, both ends where they differ at once, or an empty text where there is no enclosure. */
    static String digits(JsonNode ends, int digits) {
        if (ends.path("exact").isTextual()) {
            return Digits.of(Rational.parse(ends.get("exact").textValue()), digits);
        }
        if (!ends.path("lo").isTextual() || !ends.path("hi").isTextual()) {
            return "";
        }
        var interval = interval(ends);
        return interval == null ? "[" + ends.get("lo").textValue() + ", " + ends.get("hi").textValue() + "]" : Digits.of(interval, digits);
    }

    /** The margin right - left as far as the ends tell, or an empty text. */
    static String margin(JsonNode left, JsonNode right) {
        if (!isFinite(left) || !isFinite(right)) {
            return "";
        }
        var lower = Rational.parse(right.get("lo").textValue()).minus(Rational.parse(left.get("hi").textValue()));
        var upper = Rational.parse(right.get("hi").textValue()).minus(Rational.parse(left.get("lo").textValue()));
        return Digits.of(DyadicInterval.of(lower, BITS).hull(DyadicInterval.of(upper, BITS)), 6);
    }

    /** The lower end, to sort by, or null. */
    static BigDecimal lower(JsonNode ends) {
        return isFinite(ends) ? new BigDecimal(ends.get("lo").textValue()) : null;
    }
}
