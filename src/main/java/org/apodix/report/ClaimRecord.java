package org.apodix.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apodix.audit.BadInput;
import org.apodix.audit.Claim;
import org.apodix.audit.LedgerLine;
import org.apodix.audit.Statement;
import org.apodix.audit.Tally;
import org.apodix.audit.Tooth;
import org.apodix.audit.Verdict;

/** The ledger lines and teeth of one claim, tallied as a whole and statement by statement. */
final class ClaimRecord {

    private static final String DECIMAL = "-?(inf|\\d+(\\.\\d+)?(e-?\\d+)?)";

    private final Claim<?> claim;
    private final Certificates certificates;
    private final Tally tally;
    private final List<Tally> parts;
    private final List<LedgerLine> lines = new ArrayList<>();
    private int firstLine;
    private final Map<String, ObjectNode> teeth = new LinkedHashMap<>();

    ClaimRecord(Claim<?> claim, Certificates certificates) {
        this.claim = claim;
        this.certificates = certificates;
        this.tally = new Tally(claim);
        this.parts = claim.statements().stream().map(statement -> new Tally(claim)).toList();
    }

    /** Adds a line, which must be the claim's next one, with verdicts of its statements in their order. {@code number} counts the lines of the file from 1. */
    void add(LedgerLine line, int number, Path file) {
        firstLine = number - line.k();
        var statements = claim.statements();
        boolean fits = line.k() == lines.size();
        int next = 0;
        for (var verdict : line.verdicts()) {
            while (next < statements.size() && !statements.get(next).part().equals(part(verdict))) {
                next++; // a statement that does not speak of this instance
            }
            fits &= next < statements.size() && isVerdictOf(statements.get(next), verdict);
            next++;
        }
        if (!fits) {
            throw new BadInput("instance " + line.k() + " of " + claim.name() + " in " + file
                + " does not fit the claim as it is now; audit again to report it");
        }
        lines.add(line);
        tally.add(line);
        for (int i = 0; i < parts.size(); i++) {
            var verdict = verdict(line, statements.get(i));
            if (verdict != null) {
                parts.get(i).add(new LedgerLine(line.claim(), line.k(), line.origin(), line.instance(), List.of(verdict),
                    line.shrunk()));
            }
        }
    }

    /** What a line says of a statement, or null where the statement does not speak of the instance. */
    static ObjectNode verdict(LedgerLine line, Statement<?> statement) {
        return line.verdicts().stream().filter(verdict -> part(verdict).equals(statement.part())).findFirst().orElse(null);
    }

    private static String part(ObjectNode verdict) {
        return verdict.path("part").asText("");
    }

    private static boolean isVerdictOf(Statement<?> statement, ObjectNode json) {
        return json.path("relation").asText().equals(statement.relation().symbol())
            && Arrays.stream(Verdict.values()).anyMatch(verdict -> verdict.name().equals(json.path("verdict").asText()))
            && (!json.has("tightness") || isDecimal(json.path("tightness").path("lo")) && isDecimal(json.path("tightness").path("hi")));
    }

    private static boolean isDecimal(JsonNode json) {
        return json.isTextual() && json.textValue().matches(DECIMAL);
    }

    void addTooth(ObjectNode tooth, String place) {
        var id = tooth.path("tooth").asText();
        if (claim.teeth().stream().noneMatch(known -> known.id().equals(id)) || teeth.put(id, tooth) != null) {
            throw new BadInput(place + " is no tooth of " + claim.name() + " as it is now; audit again to report it");
        }
        tally.addTooth(tooth);
    }

    void requireTeeth(Path file) {
        for (var tooth : claim.teeth()) {
            if (!teeth.containsKey(tooth.id())) {
                throw new BadInput(file + " lacks the tooth \"" + tooth.id() + "\" of " + claim.name() + "; audit again to report it");
            }
        }
    }

    Tally tally() {
        return tally;
    }

    /** The tally of one statement. */
    Tally part(int statement) {
        return parts.get(statement);
    }

    /** The line of the ledger, counted from 1, that holds instance k. */
    int ledgerLine(int k) {
        return firstLine + k;
    }

    /** The address of the certificate of a verdict, or empty. */
    String certificate(LedgerLine line, ObjectNode verdict) {
        return certificates.of(claim.name(), part(verdict), line.k());
    }

    /** The address of the certificate of a tooth, or empty. */
    String certificate(Tooth<?> tooth) {
        return certificates.of(claim.name(), tooth.id());
    }

    /** The certificates of the claim, counted. */
    Checked certificates() {
        return certificates.of(claim.name());
    }

    List<LedgerLine> lines() {
        return lines;
    }

    /** What was recorded of a tooth. */
    ObjectNode tooth(Tooth<?> tooth) {
        return (ObjectNode) teeth.get(tooth.id()).get("verdict");
    }

    /** The verdict that was recorded of a tooth. */
    String toothVerdict(Tooth<?> tooth) {
        return tooth(tooth).get("verdict").textValue();
    }
}
