package org.apodix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are written in one move: a reader finds the old text or the new one, never a piece. */
final class WholeFile {

    private static final String TEMPORARY = ".tmp";

    private WholeFile() { }

    static void write(Path file, String text) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        Files.writeString(temporary, text.replace("\r\n", "\n"));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a file of this name is what a kill left over of a write. */
    static boolean isLeftover(String name) {
        return name.endsWith(TEMPORARY);
    }
}
