package org.apodix.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What determines a ledger, to the byte.
 *
 * @param version   of Apodix
 * @param selectors which claims; empty is all of them
 * @param instances per claim, the edges included
 * @param engine    the name of an {@link Engine}
 * @param maxDigits where the precision ladder ends
 * @param fingerprint of the selected claims: a ledger of other claims is never resumed
 */
public record Options(String version, List<String> selectors, int instances, long seed, String engine, int maxDigits,
        String fingerprint) {

    public static final int DEFAULT_INSTANCES = 100;
    public static final long DEFAULT_SEED = 1;
    public static final String DEFAULT_ENGINE = Engine.DYADIC.toString();
    public static final int DEFAULT_MAX_DIGITS = 600;

    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("version", version);
        var list = json.putArray("selectors");
        selectors.forEach(list::add);
        return json.put("instances", instances).put("seed", seed).put("engine", engine).put("maxDigits", maxDigits)
            .put("fingerprint", fingerprint);
    }

    public static Options of(JsonNode json) {
        var selectors = new java.util.ArrayList<String>();
        json.get("selectors").forEach(s -> selectors.add(s.textValue()));
        return new Options(json.get("version").textValue(), List.copyOf(selectors), json.get("instances").intValue(),
            json.get("seed").longValue(), json.get("engine").textValue(), json.get("maxDigits").intValue(),
            json.path("fingerprint").asText());
    }

    /** Whether only defaults were used: what {@code reports/record.json} may be written from. */
    public boolean areDefault() {
        return selectors.isEmpty() && instances == DEFAULT_INSTANCES && seed == DEFAULT_SEED && engine.equals(DEFAULT_ENGINE)
            && maxDigits == DEFAULT_MAX_DIGITS;
    }
}
