package org.apodix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Ledger;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: builds the site anew from the files that an audit wrote. */
@CommandLine.Command(name = "report", description = "Rebuilds the report from a ledger.")
final class ReportCommand extends Command {

    private static final String LEDGER = "ledger.jsonl";
    private static final List<String> FILES = List.of(LEDGER, "teeth.jsonl", RunFile.NAME);

    @Parameters(paramLabel = "LEDGER", arity = "0..1", description = "A ledger.jsonl that an audit wrote (reports/ledger.jsonl).")
    private String ledger = "reports/" + LEDGER;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write (the ledger's).")
    private String out;

    private Path opened;

    ReportCommand(Console console) {
        super(console);
    }

    @Override
    Path folder() {
        return opened;
    }

    @Override
    public Integer call() throws IOException {
        var source = source();
        var target = out == null ? source : AuditCommand.path(out);
        if (Files.exists(target) && Files.isSameFile(source, target)) {
            opened = target;
        } else {
            copy(source, target);
        }
        console.say("look at " + ReportWriter.write(console.catalogue(), opened));
        return Exit.OK;
    }

    /** The folder of the ledger; its neighbours are there and its lines are ledger lines. */
    private Path source() throws IOException {
        var file = AuditCommand.path(ledger);
        if (Files.isDirectory(file)) {
            throw new BadInput(ledger + " is a directory; give the file " + file.resolve(LEDGER));
        }
        if (!Files.exists(file)) {
            throw new BadInput("there is no ledger " + ledger + "; run ./apodix audit first, or name a ledger.jsonl");
        }
        if (!file.getFileName().toString().equals(LEDGER)) {
            throw new BadInput(ledger + " is not named " + LEDGER + "; give the ledger.jsonl that an audit wrote, in its folder");
        }
        var folder = file.toAbsolutePath().getParent();
        for (var name : FILES) {
            if (!Files.isReadable(folder.resolve(name))) {
                throw new BadInput("there is no readable " + name + " beside " + ledger + "; keep the files of an audit together");
            }
        }
        new RunFile(folder).options();
        Ledger.read(file);
        return file.getParent() == null ? Path.of("") : file.getParent();
    }

    private void copy(Path source, Path target) throws IOException {
        AuditFolder.requireOurs(target);
        AuditFolder.make(target);
        opened = target;
        for (var name : FILES) {
            Files.copy(source.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
