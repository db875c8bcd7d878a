package org.apodix.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apodix.audit.Catalogue;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Entry point of the command line; what it promises is in docs/contract.md. */
public final class Apodix {

    private Apodix() { }

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(args, System.in, out, err));
    }

    /** Runs one command line on these streams and returns its exit code; nothing is thrown. */
    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return run(null, args, in, out, err);
    }

    /** Runs one command line over these theorems; null stands for all theorems on the class path. */
    static int run(Catalogue catalogue, String[] args, InputStream in, PrintStream out, PrintStream err) {
        try {
            var console = new Console(catalogue == null ? Catalogue.load() : catalogue, in, out, err);
            return commandLine(console).execute(args);
        } catch (Throwable e) { // nothing leaves this program but an exit code
            return Failure.of(e, null).tell(err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static CommandLine commandLine(Console console) {
        var line = new CommandLine(new TopCommand(console));
        line.addSubcommand("list", new ListCommand(console));
        line.addSubcommand("audit", new AuditCommand(console));
        line.addSubcommand("evaluate", new EvaluateCommand(console));
        line.addSubcommand("enclose", new EncloseCommand(console));
        line.addSubcommand("replay", new ReplayCommand(console));
        line.addSubcommand("report", new ReportCommand(console));
        line.getSubcommands().get("enclose").setUnmatchedArgumentsAllowed(true).setUnmatchedOptionsArePositionalParams(true);
        line.getSubcommands().get("replay").setUnmatchedArgumentsAllowed(true).setUnmatchedOptionsArePositionalParams(true);
        line.setOut(console.writer());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setExpandAtFiles(false);
        line.setExecutionStrategy(parsed -> execute(parsed, console));
        line.setParameterExceptionHandler((e, args) -> usage(e, console));
        return line;
    }

    private static int execute(ParseResult parsed, Console console) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        var last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        var command = (Command) last.commandSpec().userObject();
        try {
            return command.call();
        } catch (Throwable e) { // a stack overflow and an exhausted heap too: they end as one line
            return Failure.of(e, command.folder()).tell(console.err());
        }
    }

    private static int usage(ParameterException e, Console console) {
        return Failure.usage(e).tell(console.err());
    }
}
