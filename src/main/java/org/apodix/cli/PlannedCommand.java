package org.apodix.cli;

import java.util.List;
import org.apodix.audit.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** A command that the contract fixes and that is not built yet. */
@CommandLine.Command(description = "Not built yet.")
final class PlannedCommand extends Command {

    private final String name;

    @Parameters(hidden = true, arity = "0..*")
    private List<String> ignored;

    PlannedCommand(Console console, String name) {
        super(console);
        this.name = name;
    }

    @Override
    public Integer call() {
        throw new BadInput("\"" + name + "\" is not built yet; the commands that are: " + TopCommand.COMMANDS);
    }
}
