package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * How long an audit took. These are figures of a machine; no verdict depends on them, and the ledger holds none.
 *
 * @param seconds   in all
 * @param perClaim  seconds by claim, in order
 * @param instances examined in this run
 */
record Times(double seconds, Map<String, Double> perClaim, long instances) {

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("seconds", rounded(seconds)).put("instancesPerSecond", seconds > 0 ? rounded(instances / seconds) : BigDecimal.ZERO);
        var claims = json.putObject("secondsPerClaim");
        perClaim.forEach((claim, time) -> claims.put(claim, rounded(time)));
        return json;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    }
}
