package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: encloses the named quantities of instances that the user brings, and judges the claims on them. */
@CommandLine.Command(name = "evaluate", sortOptions = false, description = "Evaluates instances of your own.")
final class EvaluateCommand extends Command {

    @Parameters(index = "0", paramLabel = "THEOREM", description = "A theorem, such as fisher-kl.")
    private String theorem;

    @Parameters(index = "1", paramLabel = "FILE", description = "A JSON file with an entry or an array of them; - is standard input.")
    private String file;

    @CommandLine.Mixin
    private final AnswerOptions options = new AnswerOptions();

    EvaluateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        int digits = options.digits();
        var carriers = options.engine();
        var chosen = Planned.theorem(console.catalogue(), theorem);
        if (theorem.contains("/")) {
            throw new BadInput("\"" + Fields.shorten(theorem)
                + "\" is no theorem; evaluate judges every claim that applies, so write " + chosen.id());
        }
        var entries = Entry.read(Input.read(file, console.in()), chosen);
        var document = JsonNodeFactory.instance.arrayNode();
        boolean refuted = false;
        for (int i = 0; i < entries.size(); i++) {
            var evaluation = Evaluation.of(entries.get(i), chosen, digits, carriers);
            refuted |= evaluation.refutes();
            if (options.json()) {
                document.add(evaluation.json(digits));
                continue;
            }
            if (i > 0) {
                console.say("");
            }
            EvaluationText.lines(evaluation, digits).forEach(console::say);
        }
        if (options.json()) {
            console.say(Json.pretty(document));
        }
        return refuted ? Exit.NOT_GREEN : Exit.OK;
    }
}
