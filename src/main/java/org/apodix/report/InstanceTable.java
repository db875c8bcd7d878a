package org.apodix.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apodix.audit.Json;
import org.apodix.audit.LedgerLine;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;

/**
 * The verdicts of a claim that its page shows, sorted by tightness: all edges, the tightest and the loosest, and what was not decided in favor. A
 * page with all of them would be too long to read; the ledger has them.
 *
 * @param rows  what is shown
 * @param total how many verdicts there are
 */
public record InstanceTable(List<RowView> rows, int total) {

    private static final int EXTREMES = 5;
    private static final int MOST_EDGES = 40;
    private static final int MOST_TROUBLES = 20;
    private static final int LONG = 240;
    private static final int KEPT = 120;

    /** How many are not shown. */
    public int hidden() {
        return total - rows.size();
    }

    /** A certificate of one of the rows, or empty. */
    public String someCertificate() {
        return rows.stream().map(RowView::certificate).filter(file -> !file.isEmpty()).findFirst().orElse("");
    }

    /** Whether some parameters are cut. */
    public boolean hasCuts() {
        return rows.stream().anyMatch(RowView::isCut);
    }

    private record Found(LedgerLine line, ObjectNode verdict, BigDecimal tightness) { }

    static InstanceTable of(ClaimRecord record) {
        var all = new ArrayList<Found>();
        for (var line : record.lines()) {
            line.verdicts().forEach(verdict -> all.add(new Found(line, verdict, tightness(verdict))));
        }
        var chosen = new LinkedHashMap<ObjectNode, Found>();
        var tally = record.tally();
        keep(all.stream().filter(found -> is(found, Verdict.REFUTED)).limit(MOST_TROUBLES).toList(), chosen);
        keep(all.stream().filter(found -> is(found, Verdict.UNDECIDED)).limit(MOST_TROUBLES).toList(), chosen);
        keep(all.stream().filter(found -> isPin(found, tally.tightest()) || isPin(found, tally.loosest())).toList(), chosen);
        var bounds = all.stream().filter(found -> found.tightness() != null && "<=".equals(found.verdict().path("relation").asText()))
            .sorted(Comparator.comparing(Found::tightness).reversed()).toList();
        keep(bounds.subList(0, Math.min(EXTREMES, bounds.size())), chosen);
        keep(bounds.subList(Math.max(0, bounds.size() - EXTREMES), bounds.size()), chosen);
        keep(edges(all), chosen);
        if (bounds.isEmpty()) {
            keep(all.stream().filter(found -> !isEdge(found.line())).limit(EXTREMES).toList(), chosen);
        }
        var rows = chosen.values().stream()
            .sorted(Comparator.comparing(Found::tightness, Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(found -> found.line().k()))
            .map(found -> row(found, record)).toList();
        return new InstanceTable(rows, all.size());
    }

    /** To sort by; null where there is none, and of negative sides. */
    private static BigDecimal tightness(ObjectNode verdict) {
        return Tally.isNegative(verdict.path("right")) ? null : Ends.lower(verdict.path("tightness"));
    }

    /** Every verdict on an edge; where these are many, the tightest of each edge. */
    private static List<Found> edges(List<Found> all) {
        var edges = all.stream().filter(found -> isEdge(found.line())).toList();
        if (edges.size() <= MOST_EDGES) {
            return edges;
        }
        var first = new LinkedHashMap<Integer, Found>();
        for (var edge : edges) {
            first.merge(edge.line().k(), edge, (a, b) -> b.tightness() != null && (a.tightness() == null || b.tightness().compareTo(a.tightness()) > 0) ? b : a);
        }
        return List.copyOf(first.values());
    }

    private static void keep(List<Found> some, Map<ObjectNode, Found> chosen) {
        // two verdicts with the same numbers are still two
        some.forEach(found -> chosen.put(key(found), found));
    }

    private static ObjectNode key(Found found) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode().put("k", found.line().k()).put("part", found.verdict().path("part").asText());
    }

    static boolean isEdge(LedgerLine line) {
        return line.origin().startsWith("edge: ");
    }

    private static boolean is(Found found, Verdict verdict) {
        return verdict.name().equals(found.verdict().path("verdict").asText());
    }

    private static boolean isPin(Found found, Tally.Extreme extreme) {
        return extreme != null && extreme.line() == found.line() && extreme.verdict() == found.verdict();
    }

    private static RowView row(Found found, ClaimRecord record) {
        var line = found.line();
        var json = found.verdict();
        var verdict = Verdict.valueOf(json.get("verdict").textValue());
        var parameters = Json.line(line.instance());
        boolean isCut = parameters.length() > LONG;
        var tally = record.tally();
        return new RowView(line.k(), isEdge(line) ? line.origin().substring("edge: ".length()) : line.origin(), isEdge(line),
            json.path("part").asText(), verdict.name(), Badge.style(verdict), isCut ? parameters.substring(0, KEPT) : parameters, isCut,
            Ends.digits(json.path("left"), Ends.SHOWN), Ends.digits(json.path("right"), Ends.SHOWN), Ends.margin(json.path("left"), json.path("right")),
            found.tightness() == null ? "" : Ends.digits(json.path("tightness"), 8), found.tightness() == null ? "" : String.format(Locale.ROOT, "%.6e", found.tightness().doubleValue()),
            json.path("level").asText(), record.ledgerLine(line.k()), record.certificate(line, json),
            isPin(found, tally.tightest()) ? "tightest" : isPin(found, tally.loosest()) ? "loosest" : "", Prose.of(note(json)));
    }

    private static String note(ObjectNode json) {
        if (json.has("reason")) {
            return json.get("reason").asText();
        }
        if (!json.has("method")) {
            return "";
        }
        var point = new ArrayList<String>();
        json.path("witness").properties().forEach(field -> point.add(field.getKey() + " = " + field.getValue().asText()));
        return "by " + json.get("method").asText() + ", " + json.path("cells").asText() + " cells; sides at " + String.join(", ", point);
    }
}
