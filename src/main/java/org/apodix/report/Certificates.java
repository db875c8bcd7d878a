package org.apodix.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apodix.audit.Json;

/**
 * The certificates that lie in the folder of an audit, by what they certify.
 *
 * @param files addresses from the folder, by claim, part and instance, or by claim and tooth
 */
record Certificates(Map<String, String> files) {

    private static final String FOLDER = "certificates";

    /** Reads {@code certificates/index.jsonl}; where there is none, there are no certificates. Only files that exist are named. */
    static Certificates read(Path folder) throws IOException {
        var files = new HashMap<String, String>();
        var index = folder.resolve(FOLDER).resolve("index.jsonl");
        if (Files.isRegularFile(index)) {
            for (var line : Files.readAllLines(index)) {
                var entry = Json.read(line, "a line of " + index);
                var file = entry.path("file").asText();
                if (file.matches("[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.json") && !file.contains("..") && Files.isRegularFile(folder.resolve(FOLDER).resolve(file))) {
                    files.put(entry.has("tooth") ? tooth(entry.path("claim").asText(), entry.get("tooth").asText())
                        : instance(entry.path("claim").asText(), entry.path("part").asText(), entry.path("k").asInt()), FOLDER + "/" + file);
                }
            }
        }
        return new Certificates(Map.copyOf(files));
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

    /** The certificate of a tooth, or empty. */
    String of(String claim, String tooth) {
        return files.getOrDefault(tooth(claim, tooth), "");
    }
}
