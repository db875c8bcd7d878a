package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code enclose}: the kernel as a calculator. Every digit it prints is a digit of the true value. */
@CommandLine.Command(name = "enclose", sortOptions = false, description = "Encloses the value of an expression.")
final class EncloseCommand extends Command {

    /** Lines that are computed before the first of them is printed. */
    private static final int STEP = 1_000;

    @Parameters(arity = "0..*", paramLabel = "EXPRESSION", description = "Such as \"exp(-1/3)^2*pi\"; in quotes.")
    private List<String> expressions = List.of();

    @Option(names = "--stdin", description = "Read one expression a line from standard input, and answer each.")
    private boolean stdin;

    @CommandLine.Mixin
    private final AnswerOptions options = new AnswerOptions();

    EncloseCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        int digits = options.digits();
        var carriers = options.engine();
        requireOneSource();
        if (!stdin) {
            var answer = Calculation.of(expressions.get(0), digits, carriers);
            if (answer.failed()) {
                throw new BadInput(answer.error());
            }
            say(List.of(answer));
            return Exit.OK;
        }
        var lines = Input.read("-", console.in()).text().lines().toList();
        int step = options.json() ? Math.max(1, lines.size()) : STEP;
        int from = 0;
        do {
            var some = lines.subList(from, Math.min(lines.size(), from + step));
            say(some.parallelStream().map(line -> Calculation.of(line, digits, carriers)).toList()); // in order
            from += step;
        } while (from < lines.size());
        return Exit.OK;
    }

    private void say(List<Calculation> answers) {
        if (options.json()) {
            var document = JsonNodeFactory.instance.arrayNode();
            answers.forEach(answer -> document.add(answer.json(options.digits())));
            console.say(Json.pretty(document));
        } else {
            answers.forEach(answer -> console.say(answer.line(options.digits())));
        }
    }

    /** An expression or --stdin, and nothing that looks like an option: an expression may begin with a minus sign. */
    private void requireOneSource() {
        for (var text : expressions) {
            if (text.startsWith("--") && text.length() > 2 && Character.isLetter(text.charAt(2))) {
                throw new BadInput("Unknown option: '" + Fields.shorten(text) + "'; see ./apodix enclose --help");
            }
        }
        if (stdin && !expressions.isEmpty()) {
            throw new BadInput("--stdin reads the expressions from standard input; leave out \"" + Fields.shorten(expressions.get(0)) + "\"");
        }
        if (!stdin && expressions.size() != 1) {
            throw new BadInput(expressions.isEmpty() ? "no expression given; write ./apodix enclose \"sqrt(2)\", or --stdin for one a line"
                : expressions.size() + " expressions given; put the one expression in quotes, or use --stdin for one a line");
        }
    }
}
