package org.apodix.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.apodix.audit.BadInput;
import org.apodix.audit.Disagreement;
import org.apodix.audit.Fields;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How a command that did not succeed ends: one line on standard error and an exit code, never a stack trace.
 *
 * @param message the value, the rule and the way out
 */
record Failure(int exit, String message) {

    private static final String LOG = "apodix.log";

    /** Bad input gives its own message; anything else goes to a log file, in {@code folder} if that can be written. */
    static Failure of(Throwable cause, Path folder) {
        if (cause instanceof BadInput) {
            return new Failure(Exit.BAD_INPUT, cause.getMessage());
        }
        if (cause instanceof Disagreement) {
            return new Failure(Exit.INTERNAL, cause.getMessage() + "; this is an error of Apodix; " + log(cause, folder));
        }
        return new Failure(Exit.INTERNAL, "internal error (" + summary(cause) + "); " + log(cause, folder));
    }

    /** A command line that does not fit. */
    static Failure usage(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        if (e instanceof UnmatchedArgumentException unmatched && e.getCommandLine().getParent() == null
            && !unmatched.getUnmatched().get(0).startsWith("-")) {
            return new Failure(Exit.BAD_INPUT, "unknown command \"" + Fields.shorten(unmatched.getUnmatched().get(0))
                + "\"; the commands are " + TopCommand.COMMANDS + "; see ./apodix --help");
        }
        var message = e.getMessage().strip();
        var stop = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return new Failure(Exit.BAD_INPUT, stop + "; see ./" + command + " --help");
    }

    /** Prints the line and returns the exit code. */
    int tell(PrintStream err) {
        err.print("apodix: " + message.replaceAll("\\s*\\R\\s*", " ") + "\n");
        err.flush();
        return exit;
    }

    private static String summary(Throwable cause) {
        var message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + Fields.shorten(message));
    }

    private static String log(Throwable cause, Path folder) {
        try {
            if (folder != null && Files.isDirectory(folder)) {
                return "details are in " + append(folder.resolve(LOG), cause);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        try {
            return "details are in " + append(Files.createTempFile("apodix-", ".log"), cause);
        } catch (IOException e) {
            return "its details could not be written to a log file (" + summary(e) + "); free some disk space and repeat";
        }
    }

    private static Path append(Path file, Throwable cause) throws IOException {
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        Files.writeString(file, Instant.now() + " " + trace, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return file;
    }
}
