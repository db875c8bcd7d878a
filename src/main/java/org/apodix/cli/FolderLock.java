package org.apodix.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apodix.audit.BadInput;

/** Keeps two audits from writing one ledger at a time. The system drops the lock of a process that dies, however it dies. */
final class FolderLock implements AutoCloseable {

    static final String NAME = "audit.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Locks a folder; one that another audit is writing is bad input. */
    static FolderLock take(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        channel.close();
        throw new BadInput("another audit is writing to " + folder + "; wait until it ends, or give another folder with --out");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
