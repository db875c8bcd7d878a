package org.apodix.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apodix.audit.Json;

/**
 * The certificates that lie in the folder of an audit, by what they certify.
 *
 * @param files   addresses from the folder, by claim, part and instance, or by claim and tooth
 * @param checked what a checker found, by claim
 */
record Certificates(Map<String, String> files, Map<String, Checked> checked) {

    static final Certificates NONE = new Certificates(Map.of(), Map.of());

    private static final String FOLDER = "certificates";

    /** Reads {@code certificates/index.jsonl}; where there is none, there are no certificates. Only files that exist are named. */
    static Certificates read(Path folder) throws IOException {
        var files = new HashMap<String, String>();
        var receipts = Receipts.read(folder.resolve(FOLDER));
        var found = new HashMap<String, List<Receipts.Receipt>>();
        var without = new HashMap<String, Integer>();
        var index = folder.resolve(FOLDER).resolve("index.jsonl");
        if (Files.isRegularFile(index)) {
            for (var line : Files.readAllLines(index)) {
                var entry = Json.read(line, "a line of " + index);
                var file = entry.path("file").asText();
                without.merge(entry.path("claim").asText(), entry.has("none") ? 1 : 0, Integer::sum);
                var path = folder.resolve(FOLDER).resolve(file);
                if (file.matches("[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.json") && !file.contains("..") && Files.isRegularFile(path)) {
                    found.computeIfAbsent(entry.path("claim").asText(), claim -> new ArrayList<>()).add(receipts.of(path, entry.path("sha256").asText(), statement(entry)));
                    files.put(entry.has("tooth") ? tooth(entry.path("claim").asText(), entry.get("tooth").asText())
                        : instance(entry.path("claim").asText(), entry.path("part").asText(), entry.path("k").asInt()), FOLDER + "/" + file);
                }
            }
        }
        var checked = new HashMap<String, Checked>();
        without.forEach((claim, count) -> checked.put(claim, Checked.of(found.getOrDefault(claim, List.of()), count)));
        return new Certificates(Map.copyOf(files), Map.copyOf(checked));
    }

    /** As the checker prints it. */
    private static String statement(JsonNode entry) {
        var part = entry.has("tooth") ? "tooth " + entry.get("tooth").asText() : entry.path("part").asText();
        return entry.path("claim").asText() + (part.isEmpty() ? "" : "(" + part + ")");
    }

    private static String instance(String claim, String part, int k) {
        return claim + " " + part + " " + k;
    }

    private static String tooth(String claim, String id) {
        return claim + " tooth " + id;
    }

    /** The certificate of a statement on an instance, or empty. */
    String of(String claim, String part, int k) {
        return files.getOrDefault(instance(claim, part, k), "");
    }

    /** How many certificates a claim has, and what a checker found. */
    Checked of(String claim) {
        return checked.getOrDefault(claim, Checked.NONE);
    }

    /** The certificate of a tooth, or empty. */
    String of(String claim, String tooth) {
        return files.getOrDefault(tooth(claim, tooth), "");
    }
}
