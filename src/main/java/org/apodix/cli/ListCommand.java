package org.apodix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apodix.audit.Claim;
import org.apodix.audit.Json;
import org.apodix.audit.Theorem;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code list}: the theorems, their claims, and what was last recorded of them. */
@CommandLine.Command(name = "list", description = "Lists theorems and claims, with their last recorded verdicts.")
final class ListCommand extends Command {

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    ListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        var recorded = new Record(console.record()).claims();
        if (json) {
            console.say(Json.pretty(document(recorded)));
        } else {
            console.catalogue().theorems().forEach(theorem -> print(theorem, recorded));
            var planned = Planned.theorems(console.catalogue());
            if (!planned.isEmpty()) {
                console.say("theorems not built yet: " + String.join(", ", planned));
            }
        }
        return Exit.OK;
    }

    private void print(Theorem theorem, JsonNode recorded) {
        console.say(theorem.id() + ": " + theorem.title());
        var paper = theorem.paper();
        console.say("  " + paper.authors());
        console.say("  " + paper.title());
        var places = java.util.stream.Stream.of(paper.arxiv().isEmpty() ? "" : "arXiv " + paper.arxiv(), paper.published())
            .filter(place -> place != null && !place.isEmpty()).toList();
        console.say("  " + String.join(", ", places));
        console.say("");
        for (var claim : theorem.claims()) {
            console.say("  " + claim.name() + "  " + claim.title());
            console.say("      " + kinds(claim) + "; " + claim.provenance().origin().words() + "; " + count(claim.statements().size(), "statement")
                + ", " + (claim.teeth().size() == 1 ? "1 tooth" : claim.teeth().size() + " teeth"));
            console.say("      last recorded: " + Record.words(claim, recorded.path(claim.name())));
        }
        console.say("");
        if (!theorem.plannedClaims().isEmpty()) {
            console.say("  claims not built yet: " + String.join(", ", theorem.plannedClaims()));
        }
        if (!theorem.plannedFamilies().isEmpty()) {
            console.say("  families not built yet: " + String.join(", ", theorem.plannedFamilies()));
        }
        console.say("");
    }

    private ObjectNode document(JsonNode recorded) {
        var document = JsonNodeFactory.instance.objectNode();
        var theorems = document.putArray("theorems");
        for (var theorem : console.catalogue().theorems()) {
            var json = theorems.addObject().put("id", theorem.id()).put("title", theorem.title());
            var paper = theorem.paper();
            json.putObject("paper").put("authors", paper.authors()).put("title", paper.title()).put("arxiv", paper.arxiv())
                .put("published", paper.published());
            var claims = json.putArray("claims");
            theorem.claims().forEach(claim -> claims.add(json(claim, recorded.path(claim.name()))));
            strings(json, "plannedClaims", theorem.plannedClaims());
            strings(json, "plannedFamilies", theorem.plannedFamilies());
        }
        strings(document, "plannedTheorems", Planned.theorems(console.catalogue()));
        return document;
    }

    private static ObjectNode json(Claim<?> claim, JsonNode recorded) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", claim.name()).put("title", claim.title());
        strings(json, "kinds", kindNames(claim));
        json.put("provenance", claim.provenance().origin().words()).put("paperSays", claim.provenance().paperSays())
            .put("difference", claim.provenance().difference());
        json.put("statements", claim.statements().size()).put("teeth", claim.teeth().size());
        if (recorded.isMissingNode()) {
            return json.putNull("recorded");
        }
        json.set("recorded", recorded);
        return json.put("stale", Record.isStale(claim, recorded));
    }

    private static String kinds(Claim<?> claim) {
        return kindNames(claim).stream().collect(Collectors.joining(", "));
    }

    private static List<String> kindNames(Claim<?> claim) {
        return new ArrayList<>(claim.statements().stream().map(s -> s.kind().toString()).distinct().toList());
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private static void strings(ObjectNode json, String name, List<String> values) {
        var list = json.putArray(name);
        values.forEach(list::add);
    }
}
