package org.apodix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apodix.audit.BadInput;

/**
 * A text given on the command line as a file name, or {@code -} for standard input.
 *
 * @param name what messages call it
 */
record Input(String name, String text) {

    private static final int MOST_BYTES = 50_000_000;

    /** Reads it whole; anything that is no readable UTF-8 text of at most 50 MB is bad input. */
    static Input read(String file, InputStream standardInput) throws IOException {
        if (file.equals("-")) {
            return new Input("standard input", decode("standard input", standardInput));
        }
        var path = AuditCommand.path(file);
        if (Files.isDirectory(path)) {
            throw new BadInput(file + " is a directory; give a JSON file, or - for standard input");
        }
        if (!Files.exists(path)) {
            throw new BadInput(file + " does not exist; give a JSON file, or - for standard input");
        }
        if (!Files.isReadable(path)) {
            throw new BadInput(file + " cannot be read; make it readable, or give another file");
        }
        try (var stream = Files.newInputStream(path)) {
            return new Input(file, decode(file, stream));
        }
    }

    private static String decode(String name, InputStream stream) throws IOException {
        var bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new BadInput(name + " is longer than 50 MB; split it into several files");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(name + " is not UTF-8 text; save it as UTF-8");
        }
    }
}
