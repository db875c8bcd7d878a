package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Claim;
import org.apodix.audit.Engine;
import org.apodix.audit.Fields;
import org.apodix.audit.Judge;
import org.apodix.audit.Judgement;
import org.apodix.audit.LedgerLine;
import org.apodix.audit.Options;
import org.apodix.audit.Relation;
import org.apodix.audit.Statement;
import org.apodix.audit.Verdict;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/**
 * A counterexample as people and scripts see it. All numbers belong to the printed instance: they are computed anew from it.
 *
 * @param statement what is refuted, in words
 * @param shrunk    whether the instance was made smaller than the one in the ledger
 * @param left      both ends of the left side, in decimal, rounded outward; likewise {@code right}
 * @param margin    a lower bound of the distance between the sides
 * @param replay    a shell command that gives the same verdict
 */
record Refutation(String statement, int k, boolean shrunk, ObjectNode instance, ObjectNode left, String relation, ObjectNode right,
        String margin, String replay) {

    private static final int DIGITS = 20;
    private static final int MARGIN_BITS = 128;

    /** The first refutation in a ledger line, on the shrunk instance where there is one. */
    static <M> Refutation of(Catalogue catalogue, Claim<M> claim, LedgerLine line, Options options) {
        var ladder = Engine.of(options.engine()).ladder(options.maxDigits());
        var part = line.verdicts().stream().filter(v -> v.get("verdict").textValue().equals(Verdict.REFUTED.name())).findFirst()
            .orElseThrow().path("part").asText();
        var instance = line.shrunk() == null ? line.instance() : line.shrunk();
        var model = model(catalogue, claim, instance);
        var judgement = new Judge(ladder).judge(claim, model).stream()
            .filter(j -> j.verdict() == Verdict.REFUTED && j.statement().part().equals(part)).findFirst()
            .orElseThrow(() -> new IllegalStateException(claim.name() + " is refuted in the ledger at k = " + line.k()
                + ", but not on the instance as it is written there"));
        var statement = Sides.statement(claim, judgement);
        int digits = DIGITS;
        while (true) {
            var sides = Sides.of(statement, model, judgement.point(), digits, ladder);
            var left = LedgerLine.ends(sides.left().interval(), sides.left().exact(), digits);
            var right = LedgerLine.ends(sides.right().interval(), sides.right().exact(), digits);
            var margin = margin(statement, left, right);
            if (margin.signum() > 0 || digits >= options.maxDigits()) {
                return new Refutation(words(claim, judgement), line.k(), line.shrunk() != null, instance, left,
                    statement.relation().symbol(), right, shown(margin), replay(claim, instance));
            }
            digits *= 2;
        }
    }

    /** The lines that follow the claim's own. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("  REFUTED: " + statement);
        lines.add("    instance  " + instance + (shrunk ? "  (shrunk from k=" + k + ")" : "  (k=" + k + ")"));
        lines.add("    left      " + shown(left));
        lines.add("    right     " + shown(right));
        lines.add("    margin    " + margin);
        lines.add("    replay    " + replay);
        return lines;
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("statement", statement).put("k", k).put("shrunk", shrunk);
        json.set("instance", instance);
        json.put("relation", relation);
        json.set("left", left);
        json.set("right", right);
        return json.put("margin", margin).put("replay", replay);
    }

    private static String words(Claim<?> claim, Judgement judgement) {
        var statement = judgement.statement();
        return claim.name() + (statement.part().isEmpty() ? "" : " (" + statement.part() + ")") + ": " + statement.words()
            + (judgement.proof() == null ? "" : "; it " + judgement.reason());
    }

    /** A decimal, rounded down. */
    private static String shown(BigDecimal margin) {
        var exact = Rational.of(margin.unscaledValue(), BigInteger.ONE).times(Rational.of(10).pow(-margin.scale()));
        return Decimals.lower(DyadicInterval.of(exact, MARGIN_BITS), DIGITS);
    }

    private static String shown(ObjectNode ends) {
        return "[" + ends.get("lo").textValue() + ", " + ends.get("hi").textValue() + "]"
            + (ends.has("exact") ? " = " + ends.get("exact").textValue() : "");
    }

    /** The gap between the printed ends: left above right; either way round where the statement says equal or within a range. */
    private static BigDecimal margin(Statement<?> statement, ObjectNode left, ObjectNode right) {
        var above = gap(left, right);
        var gap = statement.relation() == Relation.AT_MOST ? above : above.max(gap(right, left));
        return gap;
    }

    private static BigDecimal gap(ObjectNode above, ObjectNode below) {
        var lower = above.get("lo").textValue();
        var upper = below.get("hi").textValue();
        return lower.endsWith("inf") || upper.endsWith("inf") ? BigDecimal.ZERO : new BigDecimal(lower).subtract(new BigDecimal(upper));
    }

    private static String replay(Claim<?> claim, ObjectNode instance) {
        var entry = JsonNodeFactory.instance.objectNode().put("claim", claim.id());
        entry.set("instance", instance);
        return "echo " + Text.quoted(entry.toString()) + " | ./apodix evaluate " + claim.theorem() + " -";
    }

    private static <M> M model(Catalogue catalogue, Claim<M> claim, ObjectNode instance) {
        var fields = new Fields(instance);
        var family = catalogue.theorem(claim.theorem()).families().stream().filter(f -> f.name().equals(fields.family())).findFirst()
            .orElseThrow(() -> new IllegalStateException("no family reads " + instance));
        return claim.type().cast(family.read(fields));
    }
}
