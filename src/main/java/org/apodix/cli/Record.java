package org.apodix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Json;
import org.apodix.audit.Options;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;

/** {@code reports/record.json}: the verdicts of the last recorded default audit, kept with the sources; no time, no machine. */
final class Record {

    /** A longer instance is named by its number alone. */
    private static final int SHORT = 1000;

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
                tightest(claim.putObject("tightest"), tally.tightest());
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, Json.pretty(json) + "\n");
    }

    private static void tightest(ObjectNode json, Tally.Extreme tightest) {
        json.put("k", tightest.line().k()).put("part", tightest.verdict().path("part").asText());
        json.set("tightness", tightest.verdict().get("tightness"));
        if (Json.line(tightest.line().instance()).length() <= SHORT) {
            json.set("instance", tightest.line().instance());
        }
    }

    /** What distinguishes the claims at hand from those recorded, a line each: claims that are new, gone, or of another form. */
    static List<String> differences(List<Claim<?>> claims, JsonNode recorded) {
        var lines = new ArrayList<String>();
        for (var claim : claims) {
            if (!recorded.has(claim.name())) {
                lines.add(claim.name() + " is not in the record");
            } else if (isStale(claim, recorded.get(claim.name()))) {
                lines.add(claim.name() + " was recorded in another form (its fingerprint is " + claim.fingerprint() + ")");
            }
        }
        recorded.fieldNames().forEachRemaining(name -> {
            if (claims.stream().noneMatch(claim -> claim.name().equals(name))) {
                lines.add(name + " is recorded, and there is no such claim");
            }
        });
        return lines;
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
