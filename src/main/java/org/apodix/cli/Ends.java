package org.apodix.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.apodix.audit.Enclosed;
import org.apodix.audit.LedgerLine;

/** An enclosure as the contract prints it. */
final class Ends {

    private Ends() { }

    /** {@code lo} and {@code hi}, {@code exact} where the value is rational and short, {@code digits} where fewer were reached. */
    static ObjectNode json(Enclosed value, int digits) {
        var json = LedgerLine.ends(value.interval(), value.exact(), digits + 2);
        int reached = value.exact() != null ? digits : reached(json, digits);
        return reached < digits ? json.put("digits", reached) : json;
    }

    /** The largest n up to {@code digits} with hi - lo <= 10^-n |value|, absolute where 0 is inside; of the printed ends. */
    private static int reached(ObjectNode ends, int digits) {
        var lo = ends.get("lo").textValue();
        var hi = ends.get("hi").textValue();
        if (lo.endsWith("inf") || hi.endsWith("inf")) {
            return 0;
        }
        var lower = new BigDecimal(lo);
        var upper = new BigDecimal(hi);
        var size = lower.signum() * upper.signum() <= 0 ? BigDecimal.ONE : lower.abs().min(upper.abs());
        var width = upper.subtract(lower);
        int n = digits;
        while (n > 0 && width.compareTo(size.movePointLeft(n)) > 0) {
            n--;
        }
        return n;
    }
}
