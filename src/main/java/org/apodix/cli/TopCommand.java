package org.apodix.cli;

import java.io.IOException;
import java.util.Properties;
import org.apodix.audit.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code apodix} itself: the help, the version, and the list of commands. */
@CommandLine.Command(name = "apodix", versionProvider = TopCommand.Version.class, sortOptions = false,
    description = "Theorems of diffusion-model theory as executable audits.",
    footer = {"", "Exit codes: 0 nothing refuted, 1 otherwise, 2 bad input, 3 internal error. See docs/contract.md."})
final class TopCommand extends Command {

    static final String COMMANDS = "list, audit, evaluate, enclose, replay, report";

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version and exit.")
    private boolean version;

    TopCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        throw new BadInput("no command given; the commands are " + COMMANDS + "; try ./apodix audit, or ./apodix --help");
    }

    /** The version of this build, from {@code version.properties}. */
    static final class Version implements CommandLine.IVersionProvider {

        /** {@code 1.2.3}. */
        static String number() {
            try (var file = Apodix.class.getResourceAsStream("/version.properties")) {
                var properties = new Properties();
                properties.load(file);
                return properties.getProperty("version");
            } catch (IOException e) {
                throw new IllegalStateException("version.properties is missing in this build", e);
            }
        }

        @Override
        public String[] getVersion() {
            return new String[] {"apodix " + number()};
        }
    }
}
