package org.apodix.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apodix.audit.BadInput;
import org.apodix.audit.Options;

/**
 * The folder of an audit. It is written only when it is new, empty or an earlier audit's: nobody else's files are destroyed.
 *
 * @param path the folder, which exists
 * @param lock held until the audit ends
 */
record AuditFolder(Path path, FolderLock lock) implements AutoCloseable {

    /** What may lie in a folder that no audit has written yet. */
    private static final Set<String> HARMLESS = Set.of("record.json", "apodix.log", FolderLock.NAME);

    /**
     * Opens a folder for an audit with these options.
     *
     * @throws BadInput if it is somebody else's, or if {@code resume} does not fit the audit in it
     */
    static AuditFolder open(Path path, Options options, boolean resume) throws IOException {
        requireOurs(path);
        if (resume) {
            new RunFile(path).requireSame(options);
        }
        make(path);
        var folder = new AuditFolder(path, FolderLock.take(path));
        if (!resume) {
            // first of all: a ledger must never lie beside the options of another audit, however soon this one is killed
            Files.deleteIfExists(path.resolve("ledger.jsonl"));
        }
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Makes the folder where it is missing, and rejects one that cannot be written. */
    static void make(Path path) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (FileSystemException e) {
            throw new BadInput("the folder " + path + " cannot be made (" + e.getClass().getSimpleName() + ": " + e.getFile()
                + "); give another one with --out");
        }
        if (!Files.isWritable(path)) {
            throw new BadInput("the folder " + path + " cannot be written; give another one with --out");
        }
    }

    /** Rejects a path that is no folder, and a folder that holds files of others. */
    static void requireOurs(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new BadInput("--out " + path + " is a file; give the name of a folder");
        }
        if (!Files.isReadable(path)) {
            throw new BadInput("the folder " + path + " cannot be read; give another one with --out");
        }
        var run = new RunFile(path);
        if (run.exists()) {
            run.options();
            return;
        }
        try (var files = Files.list(path)) {
            var others = files.map(file -> file.getFileName().toString()).filter(name -> !HARMLESS.contains(name) && !WholeFile.isLeftover(name))
                .collect(Collectors.toCollection(TreeSet::new));
            if (!others.isEmpty()) {
                throw new BadInput("the folder " + path + " holds \"" + others.first()
                    + "\" and no earlier audit, so nothing is written there; give --out a new or empty folder");
            }
        }
    }
}
