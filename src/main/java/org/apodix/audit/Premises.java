package org.apodix.audit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apodix.audit.Judge.Question;

/** The hypotheses of the statements of a claim on one model. An inequality among them is one comparison, however many statements have it. */
final class Premises<M> {

    /**
     * What stands before a statement.
     *
     * @param asked   its inequalities in order, up to the first exact condition that fails
     * @param failing that condition, or null
     */
    private record Before<M>(List<Hypothesis<M>> asked, Hypothesis<M> failing) { }

    private final Map<Statement<M>, Before<M>> before = new IdentityHashMap<>();
    private final Map<Hypothesis<M>, Question> asked = new IdentityHashMap<>();
    private final List<Question> questions = new ArrayList<>();

    Premises(Claim<M> claim, List<Statement<M>> statements, M model) {
        for (var statement : statements) {
            var hypotheses = new ArrayList<>(claim.hypotheses());
            hypotheses.addAll(statement.given());
            before.put(statement, before(hypotheses, model));
        }
    }

    private Before<M> before(List<Hypothesis<M>> hypotheses, M model) {
        var inequalities = new ArrayList<Hypothesis<M>>();
        for (var hypothesis : hypotheses) {
            if (hypothesis.condition() == null) {
                inequalities.add(hypothesis);
                ask(hypothesis, model);
            } else if (!hypothesis.condition().test(model)) {
                return new Before<>(List.copyOf(inequalities), hypothesis);
            }
        }
        return new Before<>(List.copyOf(inequalities), null);
    }

    private void ask(Hypothesis<M> hypothesis, M model) {
        if (!asked.containsKey(hypothesis)) {
            var statement = Statement.of("", hypothesis.words(), Kind.INSTANCE, Relation.AT_MOST, hypothesis.left(), hypothesis.right());
            var question = new Question(statement, hypothesis.left().in(model), hypothesis.right().in(model), null, false);
            asked.put(hypothesis, question);
            questions.add(question);
        }
    }

    /** The inequalities, each once. */
    List<Question> questions() {
        return List.copyOf(questions);
    }

    /** Whether no exact condition of the statement fails. */
    boolean mayHold(Statement<M> statement) {
        return before.get(statement).failing() == null;
    }

    /** The judgement that the first hypothesis that is not known to hold gives, or null where all hold; after their comparisons. */
    Judgement obstacle(Statement<M> statement) {
        for (var hypothesis : before.get(statement).asked()) {
            var answer = asked.get(hypothesis).answer;
            if (answer == null || answer.outcome() == Comparison.Outcome.OPEN) {
                return Judgement.undecided(statement, null, "hypothesis not decided: " + hypothesis.words());
            }
            if (answer.outcome() == Comparison.Outcome.FAILS) {
                return Judgement.vacuous(statement, hypothesis.words());
            }
        }
        var failing = before.get(statement).failing();
        return failing == null ? null : Judgement.vacuous(statement, failing.words());
    }
}
