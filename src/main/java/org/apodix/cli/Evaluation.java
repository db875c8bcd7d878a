package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Engine;
import org.apodix.audit.Judge;
import org.apodix.audit.Judgement;
import org.apodix.audit.Ladder;
import org.apodix.audit.LedgerLine;
import org.apodix.audit.Relation;
import org.apodix.audit.Theorem;
import org.apodix.audit.Verdict;
import org.apodix.cli.Entry.Subject;
import org.apodix.expression.Expr;

/** An entry with its quantities and verdicts. */
record Evaluation(Entry entry, List<Value> quantities, List<Answer> verdicts) {

    /** Digits of the precision ladder, whatever is asked for. */
    private static final int LEAST_LADDER = 600;

    /** A named quantity, enclosed. */
    record Value(String name, Enclosed enclosed) { }

    /** A judgement, with both sides enclosed to the digits asked for; no sides where there is nothing to show. */
    record Answer(String claim, Judgement judgement, Sides sides) { }

    /** Encloses everything to {@code digits}; the ladder leaves as many again for cancellation. */
    static Evaluation of(Entry entry, Theorem theorem, int digits, Engine engine) {
        return !problem(entry).isEmpty() ? new Evaluation(entry, List.of(), List.of()) : of(entry, entry.subject(), theorem, digits,
            engine.ladder(Math.max(LEAST_LADDER, 2 * digits)));
    }

    private static <M> Evaluation of(Entry entry, Subject<M> subject, Theorem theorem, int digits, Ladder ladder) {
        var quantities = subject.family().quantities(subject.model());
        var wanted = new ArrayList<Wanted>();
        for (var claim : theorem.claims()) {
            if (claim.type().isInstance(subject.model())) {
                wanted.addAll(judge(claim, subject.model(), ladder));
            }
        }
        // all on one tape, because they share most of their parts
        var expressions = new ArrayList<Expr>(quantities.stream().map(q -> q.in(subject.model())).toList());
        wanted.forEach(w -> expressions.addAll(w.sides()));
        var enclosed = Sides.enclose(expressions, digits, ladder).iterator();
        var values = quantities.stream().map(q -> new Value(q.name(), enclosed.next())).toList();
        var answers = new ArrayList<Answer>();
        for (var one : wanted) {
            var sides = one.sides().stream().map(side -> enclosed.next()).toList();
            answers.add(new Answer(one.claim(), one.judgement(), sides.isEmpty() ? null : Sides.of(sides)));
        }
        return new Evaluation(entry, values, answers);
    }

    /** A judgement whose sides are still to be enclosed; none where there is nothing to show. */
    private record Wanted(String claim, Judgement judgement, List<Expr> sides) { }

    private static <M> List<Wanted> judge(Claim<M> claim, Object object, Ladder ladder) {
        var model = claim.type().cast(object);
        return new Judge(ladder).judge(claim, model).stream().map(judgement -> new Wanted(claim.id(), judgement,
            judgement.hasSides() ? Sides.expressions(Sides.statement(claim, judgement), model, judgement.point()) : List.of())).toList();
    }

    boolean refutes() {
        return verdicts.stream().anyMatch(a -> a.judgement().verdict() == Verdict.REFUTED);
    }

    /** What is said of an entry that is not answered, because its family is not built yet or it would take too long; empty of one that is. */
    String error() {
        return problem(entry);
    }

    private static String problem(Entry entry) {
        return entry.subject() == null ? "the family \"" + entry.family() + "\" is not built yet" : refusal(entry.subject());
    }

    private static <M> String refusal(Subject<M> subject) {
        return subject.family().refusal(subject.model());
    }

    /** The entry's answer by docs/contract.md. */
    ObjectNode json(int digits) {
        var json = JsonNodeFactory.instance.objectNode().put("claim", entry.claim());
        json.set("instance", entry.instance());
        if (!error().isEmpty()) {
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
        if (judgement.proof() != null) {
            LedgerLine.proof(judgement.proof(), json);
        }
        return judgement.reason().isEmpty() ? json : json.put("reason", judgement.reason());
    }
}
