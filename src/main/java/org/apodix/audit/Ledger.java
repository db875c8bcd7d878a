package org.apodix.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ledger file: one JSON line per claim and instance, appended and flushed, so that a killed run can be resumed. */
public final class Ledger implements Closeable {

    private final RandomAccessFile file;

    private Ledger(RandomAccessFile file) {
        this.file = file;
    }

    /** Starts an empty ledger. */
    public static Ledger start(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(0);
        return new Ledger(file);
    }

    /** Continues after the complete lines of a ledger; what a kill left of a line after them is cut off. */
    public static Ledger resume(Path path, List<LedgerLine> complete) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "rw");
        long length = complete.stream().mapToLong(line -> text(line).length).sum();
        file.setLength(length);
        file.seek(length);
        return new Ledger(file);
    }

    /** Appends a line; it is on its way to the disk when this returns. */
    public void append(LedgerLine line) throws IOException {
        file.write(text(line));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The complete lines of a ledger. A last line without its end is what a kill left over, and is not read. */
    public static List<LedgerLine> read(Path path) throws IOException {
        var bytes = Files.readAllBytes(path);
        int complete = bytes.length;
        while (complete > 0 && bytes[complete - 1] != '\n') {
            complete--; // a kill may cut within a character too
        }
        var text = new String(bytes, 0, complete, StandardCharsets.UTF_8);
        var lines = new ArrayList<LedgerLine>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(line(text.substring(from, end), path, lines.size() + 1));
            from = end + 1;
        }
        return lines;
    }

    private static LedgerLine line(String text, Path path, int number) {
        var json = Json.read(text, "line " + number + " of " + path);
        if (!json.isObject() || !json.path("claim").isTextual() || !json.path("k").isInt() || !json.path("origin").isTextual()
            || !json.path("instance").isObject() || !json.path("verdicts").isArray() || !allObjects(json.get("verdicts"))
            || json.has("shrunk") && !json.get("shrunk").isObject()) {
            throw new BadInput("line " + number + " of " + path + " is no ledger line; give a ledger.jsonl that an audit wrote");
        }
        return LedgerLine.of(json);
    }

    private static boolean allObjects(JsonNode list) {
        for (var element : list) {
            if (!element.isObject() || !element.path("verdict").isTextual() || !element.path("relation").isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static byte[] text(LedgerLine line) {
        return (Json.line(line.json()) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
