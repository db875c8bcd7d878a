package org.apodix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import org.apodix.audit.Options;

/** {@code run.json}: the options of the audit in a folder, and how long it took. Written in one move, so it is whole or absent. */
final class RunFile {

    static final String NAME = "run.json";

    /** The names of the options on the command line. */
    private static final Map<String, String> OPTIONS = Map.of("instances", "--instances", "seed", "--seed", "engine", "--engine",
        "maxDigits", "--max-digits", "selectors", "SELECTOR", "version", "the version", "fingerprint", "the fingerprint of the claims");

    private final Path file;

    RunFile(Path folder) {
        file = folder.resolve(NAME);
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The options of the audit in this folder. */
    JsonNode options() throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            text = "null";
        }
        var json = text.isBlank() ? JsonNodeFactory.instance.nullNode() : Json.read(text, file.toString());
        if (!json.path("options").path("selectors").isArray()) {
            throw new BadInput(file + " was not written by an audit; give --out another folder");
        }
        return json.get("options");
    }

    /** Rejects options other than those of the audit in this folder. */
    void requireSame(Options options) throws IOException {
        if (!exists()) {
            throw new BadInput("--resume finds no earlier audit in " + file.toAbsolutePath().getParent()
                + "; leave --resume out, or give that audit's folder with --out");
        }
        var earlier = options();
        var now = options.json();
        for (var names = now.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!now.get(name).toString().equals(earlier.path(name).toString())) {
                throw new BadInput("--resume needs the options of the audit in " + file.toAbsolutePath().getParent() + ": "
                    + OPTIONS.getOrDefault(name, name) + " is " + shown(earlier.path(name)) + " there and " + shown(now.get(name))
                    + " here; repeat that, or leave --resume out to start anew");
            }
        }
    }

    private static String shown(JsonNode value) {
        return Fields.shorten(value.isMissingNode() ? "absent" : value.toString());
    }

    /** Notes the options before anything else is written. */
    void start(Options options) throws IOException {
        write(beginning(options, false));
    }

    /** Adds the time figures of an audit that came to its end. */
    void finish(Options options, int threads, Times times) throws IOException {
        var json = beginning(options, true);
        json.setAll(times.json());
        json.put("threads", threads).put("cores", Runtime.getRuntime().availableProcessors());
        json.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        json.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        write(json);
    }

    private static ObjectNode beginning(Options options, boolean complete) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("options", options.json());
        return json.put("complete", complete);
    }

    private void write(ObjectNode json) throws IOException {
        WholeFile.write(file, Json.pretty(json) + "\n");
    }
}
