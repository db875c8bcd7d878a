package org.apodix.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/**
 * One line of the ledger: a claim on its instance number k.
 *
 * @param claim    {@code theorem/id}
 * @param origin   {@code random}, or {@code edge: label}
 * @param instance the exact instance
 * @param verdicts one per statement of the claim, as {@link #verdict} writes them
 * @param shrunk   the smallest instance found on which a refuted statement is still refuted, or null
 */
public record LedgerLine(String claim, int k, String origin, ObjectNode instance, List<ObjectNode> verdicts, ObjectNode shrunk) {

    /** Digits of an enclosure in the ledger. */
    private static final int DIGITS = 17;

    /** Longest exact value that is written. */
    private static final int SHOWN_CHARACTERS = 200;

    /** The line as JSON. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("claim", claim).put("k", k).put("origin", origin);
        json.set("instance", instance);
        json.putArray("verdicts").addAll(verdicts);
        if (shrunk != null) {
            json.set("shrunk", shrunk);
        }
        return json;
    }

    /** The line that {@link #json} wrote. */
    public static LedgerLine of(JsonNode json) {
        var verdicts = new ArrayList<ObjectNode>();
        json.get("verdicts").forEach(verdict -> verdicts.add((ObjectNode) verdict));
        return new LedgerLine(json.get("claim").textValue(), json.get("k").intValue(), json.get("origin").textValue(),
            (ObjectNode) json.get("instance"), verdicts, (ObjectNode) json.get("shrunk"));
    }

    /** A judgement as JSON, its numbers with {@value #DIGITS} digits, rounded outward. */
    static ObjectNode verdict(Claim<?> claim, Judgement judgement) {
        return verdict(claim.id(), judgement, DIGITS);
    }

    /** A judgement as JSON by docs/contract.md, its numbers rounded outward to this many digits. */
    public static ObjectNode verdict(String claim, Judgement judgement, int digits) {
        var statement = judgement.statement();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("claim", claim);
        if (!statement.part().isEmpty()) {
            json.put("part", statement.part());
        }
        json.put("relation", statement.relation().symbol()).put("kind", statement.kind().toString());
        json.put("verdict", judgement.verdict().name());
        if (judgement.left() != null) {
            json.set("left", ends(judgement.left(), judgement.exactLeft(), digits));
            json.set("right", ends(judgement.right(), judgement.exactRight(), digits));
        }
        if (judgement.tightness() != null) {
            json.set("tightness", ends(judgement.tightness(), null, digits));
        }
        if (judgement.verdict().isDecided()) {
            json.put("informative", judgement.informative());
        }
        if (!judgement.level().isEmpty()) {
            json.put("level", judgement.level());
        }
        if (judgement.proof() != null) {
            proof(judgement.proof(), json);
        }
        if (!judgement.reason().isEmpty()) {
            json.put("reason", judgement.reason());
        }
        return json;
    }

    /** The point of a proof or of a counterexample, and of a proof also how it was found. */
    public static void proof(Proof proof, ObjectNode json) {
        var witness = json.putObject("witness");
        for (int i = 0; i < proof.point().size(); i++) {
            witness.put(proof.variables().get(i).name(), proof.point().get(i).toString());
        }
        if (proof.method() != null) {
            json.put("method", proof.method().toString()).put("cells", proof.cells());
        }
    }

    /** {@code {"lo", "hi"}}, and {@code exact} where the value is rational and short. */
    public static ObjectNode ends(DyadicInterval interval, Rational exact, int digits) {
        var json = JsonNodeFactory.instance.objectNode();
        if (exact == null) {
            return json.put("lo", Decimals.lower(interval, digits)).put("hi", Decimals.upper(interval, digits));
        }
        json.put("lo", Decimals.lower(exact, digits)).put("hi", Decimals.upper(exact, digits));
        if (exact.toString().length() <= SHOWN_CHARACTERS) {
            json.put("exact", exact.toString());
        }
        return json;
    }
}
