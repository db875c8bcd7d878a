package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Judge;
import org.apodix.audit.Judgement;
import org.apodix.audit.Ladder;
import org.apodix.audit.Relation;
import org.apodix.audit.Theorem;
import org.apodix.audit.Verdict;
import org.apodix.cli.Entry.Subject;

/** An entry with its quantities and verdicts. */
record Evaluation(Entry entry, List<Value> quantities, List<Answer> verdicts) {

    /** A named quantity, enclosed. */
    record Value(String name, Enclosed enclosed) { }

    /** A judgement, with both sides enclosed to the digits asked for; no sides where it is VACUOUS. */
    record Answer(String claim, Judgement judgement, Sides sides) { }

    /** Encloses everything to {@code digits}; the ladder leaves as many again for cancellation. */
    static Evaluation of(Entry entry, Theorem theorem, int digits) {
        return entry.subject() == null ? new Evaluation(entry, List.of(), List.of()) : of(entry, entry.subject(), theorem, digits);
    }

    private static <M> Evaluation of(Entry entry, Subject<M> subject, Theorem theorem, int digits) {
        var ladder = Ladder.ofDigits(Math.max(600, 2 * digits));
        var quantities = subject.family().quantities(subject.model());
        var enclosed = Sides.enclose(quantities.stream().map(q -> q.in(subject.model())).toList(), digits, ladder);
        var values = new ArrayList<Value>();
        for (int i = 0; i < quantities.size(); i++) {
            values.add(new Value(quantities.get(i).name(), enclosed.get(i)));
        }
        var answers = new ArrayList<Answer>();
        for (var claim : theorem.claims()) {
            if (claim.type().isInstance(subject.model())) {
                answers.addAll(judge(claim, subject.model(), digits, ladder));
            }
        }
        return new Evaluation(entry, values, answers);
    }

    private static <M> List<Answer> judge(Claim<M> claim, Object object, int digits, Ladder ladder) {
        var model = claim.type().cast(object);
        var judgements = new Judge(ladder).judge(claim, model);
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < judgements.size(); i++) {
            var sides = judgements.get(i).verdict() == Verdict.VACUOUS ? null
                : Sides.of(claim.statements().get(i), model, digits, ladder);
            answers.add(new Answer(claim.id(), judgements.get(i), sides));
        }
        return answers;
    }

    boolean refutes() {
        return verdicts.stream().anyMatch(a -> a.judgement().verdict() == Verdict.REFUTED);
    }

    /** What is said of an entry whose family is not built yet. */
    String error() {
        return "the family \"" + entry.family() + "\" is not built yet";
    }

    /** The entry's answer by docs/contract.md. */
    ObjectNode json(int digits) {
        var json = JsonNodeFactory.instance.objectNode().put("claim", entry.claim());
        json.set("instance", entry.instance());
        if (entry.subject() == null) {
            return json.put("error", error());
        }
        var values = json.putObject("quantities");
        quantities.forEach(value -> values.set(value.name(), Ends.json(value.enclosed(), digits)));
        var answers = json.putArray("verdicts");
        verdicts.forEach(answer -> answers.add(json(answer, digits)));
        return json;
    }

    private static ObjectNode json(Answer answer, int digits) {
        var judgement = answer.judgement();
        var statement = judgement.statement();
        var json = JsonNodeFactory.instance.objectNode().put("claim", answer.claim());
        if (!statement.part().isEmpty()) {
            json.put("part", statement.part());
        }
        json.put("relation", statement.relation().symbol()).put("kind", statement.kind().toString())
            .put("verdict", judgement.verdict().name());
        if (answer.sides() != null) {
            json.set("left", Ends.json(answer.sides().left(), digits));
            json.set("right", Ends.json(answer.sides().right(), digits));
            var tightness = statement.relation() == Relation.FIT ? null : answer.sides().tightness(digits);
            if (tightness != null) {
                json.set("tightness", Ends.json(tightness, digits));
            }
            json.put("informative", judgement.informative());
        }
        return judgement.reason().isEmpty() ? json : json.put("reason", judgement.reason());
    }
}
