package org.apodix.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apodix.audit.BadInput;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.apodix.audit.Ledger;
import org.apodix.audit.Options;

/**
 * What an audit left in its folder, checked against the theorems at hand.
 *
 * @param run    {@code run.json}: the options, and time figures when the run was completed
 * @param claims by full name; a claim that the audit did not select is not in it
 */
record AuditRecord(Options options, JsonNode run, Map<String, ClaimRecord> claims) {

    /**
     * Reads {@code run.json}, {@code ledger.jsonl} and {@code teeth.jsonl}.
     *
     * @throws BadInput if a file is missing or malformed, or was written by another version or for other claims
     */
    static AuditRecord read(Path folder, Catalogue catalogue, String version) throws IOException {
        var runFile = existing(folder.resolve("run.json"));
        var run = Json.read(Files.readString(runFile), runFile.toString());
        var options = options(run.path("options"), runFile);
        if (!options.version().equals(version)) {
            throw new BadInput(runFile + " was written by Apodix " + options.version() + ", this is " + version
                + "; audit again to report it");
        }
        var claims = new LinkedHashMap<String, ClaimRecord>();
        var certificates = Certificates.read(folder);
        catalogue.select(options.selectors()).forEach(claim -> claims.put(claim.name(), new ClaimRecord(claim, certificates)));
        var ledger = existing(folder.resolve("ledger.jsonl"));
        int ledgerLine = 0;
        for (var line : Ledger.read(ledger)) {
            record(line.claim(), claims, ledger).add(line, ++ledgerLine, ledger);
        }
        var teeth = existing(folder.resolve("teeth.jsonl"));
        int number = 0;
        for (var text : Files.readAllLines(teeth)) {
            var place = "line " + ++number + " of " + teeth;
            if (!(Json.read(text, place) instanceof ObjectNode tooth) || !tooth.path("verdict").path("verdict").isTextual()) {
                throw new BadInput(place + " is no tooth; give the teeth.jsonl that an audit wrote");
            }
            record(tooth.path("claim").asText(), claims, teeth).addTooth(tooth, place);
        }
        claims.values().forEach(record -> record.requireTeeth(teeth));
        return new AuditRecord(options, run, claims);
    }

    /** Whether every instance of every selected claim is in the ledger. */
    boolean isComplete() {
        return claims.values().stream().allMatch(record -> record.tally().instances() >= options.instances());
    }

    private static ClaimRecord record(String claim, Map<String, ClaimRecord> claims, Path file) {
        var record = claims.get(claim);
        if (record == null) {
            throw new BadInput(file + " speaks of the claim \"" + claim.replaceAll("\\p{Cntrl}", " ")
                + "\", which is not in this audit; audit again to report it");
        }
        return record;
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput("there is no file " + file + "; ./apodix audit writes it");
        }
        return file;
    }

    private static Options options(JsonNode json, Path file) {
        if (!json.path("version").isTextual() || !json.path("selectors").isArray() || !json.path("instances").isInt()
            || !json.path("seed").isIntegralNumber() || !json.path("engine").isTextual() || !json.path("maxDigits").isInt()) {
            throw new BadInput(file + " does not hold the options of an audit; give the run.json that an audit wrote");
        }
        return Options.of(json);
    }
}
