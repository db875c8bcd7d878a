package org.apodix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Json;
import org.apodix.audit.Options;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;

/** {@code reports/record.json}: the verdicts of the last recorded default audit, kept with the sources; no time, no machine. */
final class Record {

    private final Path file;

    Record(Path file) {
        this.file = file;
    }

    /** Rewrites the record. */
    void write(Options options, List<Tally> tallies) throws IOException {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("options", options.json());
        var claims = json.putObject("claims");
        for (var tally : tallies) {
            var claim = claims.putObject(tally.claim().name());
            claim.put("fingerprint", tally.claim().fingerprint());
            claim.set("verdicts", AuditJson.verdicts(tally));
            claim.put("teeth", tally.teeth()).put("bites", tally.bites());
            if (tally.tightest() != null) {
                claim.putObject("tightest").put("k", tally.tightest().line().k())
                    .set("tightness", tally.tightest().verdict().get("tightness"));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, Json.pretty(json) + "\n");
    }

    /** What was recorded of every claim, or nothing. */
    JsonNode claims() throws IOException {
        return Files.isRegularFile(file) ? Json.read(Files.readString(file), file.toString()).path("claims") : MissingNode.getInstance();
    }

    /** The recorded verdicts of a claim in words; a record of another form of the claim is stale. */
    static String words(Claim<?> claim, JsonNode recorded) {
        if (recorded.isMissingNode()) {
            return "not recorded";
        }
        var words = new StringBuilder();
        for (var verdict : Verdict.values()) {
            int count = recorded.path("verdicts").path(verdict.name()).asInt();
            if (count > 0) {
                words.append(words.isEmpty() ? "" : ", ").append(verdict).append(' ').append(count);
            }
        }
        return words + (isStale(claim, recorded) ? " (stale: recorded for another form of the claim)" : "");
    }

    static boolean isStale(Claim<?> claim, JsonNode recorded) {
        return !claim.fingerprint().equals(recorded.path("fingerprint").asText());
    }
}
