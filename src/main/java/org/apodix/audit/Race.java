package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Judge.Question;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;

/** Takes open comparisons up the precision ladder until they are decided, no precision would decide them, or the budget ends. */
final class Race {

    /** Budget of exact evaluation, in squared bits of the numbers met: a few milliseconds. */
    private static final long EXACT_WORK = 300_000_000L;

    private final Ladder ladder;
    private long spent;
    private List<Question> taped = List.of();
    private Tape lastTape;

    Race(Ladder ladder) {
        this.ladder = ladder;
    }

    /**
     * The first rung for all questions, on one tape. False, with nothing done, where one of them is not proved to be defined there or the budget does not reach.
     */
    boolean begin(List<Question> questions) {
        var rung = ladder.rungs().get(0);
        var tape = tape(questions);
        if (Ladder.work(rung, tape.operations()) > ladder.maxWork()) {
            return false;
        }
        try {
            answer(questions, enclose(tape, rung), rung);
        } catch (UndefinedException e) {
            return false;
        }
        questions.forEach(q -> q.begun = true);
        return true;
    }

    /** Takes questions up the ladder, from the second rung on where they have begun. */
    void run(List<Question> questions) {
        for (int i = 0; i < ladder.rungs().size(); i++) {
            var rung = ladder.rungs().get(i);
            boolean first = i == 0;
            var open = questions.stream().filter(q -> q.isOpen() && !(first && q.begun)).toList();
            if (open.isEmpty() && !first) {
                return;
            }
            if (!climb(rung, open)) {
                open.forEach(q -> q.reason = "the work budget of " + ladder.maxWork() + " operations ended at " + rung.name());
                return;
            }
            questions.stream().filter(q -> q.answer != null && !q.exactTried && !q.answer.isStrict() && q.statement.relation() != Relation.FIT)
                .forEach(Race::exactly);
        }
        questions.stream().filter(q -> q.isOpen() && q.reason.isEmpty())
            .forEach(q -> q.reason = "the precision ended at " + ladder.end());
    }

    private static void answer(List<Question> questions, List<DyadicInterval> sides, Arithmetic<?> rung) {
        for (int i = 0; i < questions.size(); i++) {
            questions.get(i).reason = "";
            questions.get(i).answer(sides.get(2 * i), sides.get(2 * i + 1), rung);
        }
    }

    /** One rung for all open questions on one tape; where that meets an undefined operation, for each on its own. */
    private boolean climb(Arithmetic<?> rung, List<Question> open) {
        if (open.isEmpty()) {
            return true;
        }
        var tape = tape(open);
        spent += Ladder.work(rung, tape.operations());
        if (spent > ladder.maxWork()) {
            return false;
        }
        try {
            answer(open, enclose(tape, rung), rung);
            return true;
        } catch (UndefinedException e) {
            if (open.size() == 1) {
                open.get(0).reason = e.getMessage() + " (" + rung.name() + ")";
                return true;
            }
        }
        boolean within = true;
        for (var question : open) {
            within &= climb(rung, List.of(question));
        }
        return within;
    }

    /** The tape of both sides of each question; that of the last rung, where the same questions are still open. */
    private Tape tape(List<Question> open) {
        if (!open.equals(taped)) {
            var sides = new ArrayList<Expr>();
            for (var question : open) {
                sides.add(question.left);
                sides.add(question.right);
            }
            taped = open;
            lastTape = Tape.of(sides);
        }
        return lastTape;
    }

    private static <T> List<DyadicInterval> enclose(Tape tape, Arithmetic<T> rung) {
        return tape.evaluate(rung).stream().map(rung::enclosure).toList();
    }

    /** Decides by exact values where both sides are rational and short. A rung has proved before that they are defined. */
    private static void exactly(Question question) {
        question.exactTried = true;
        var values = Tape.of(List.of(question.left, question.right)).exact(EXACT_WORK);
        if (values.get(0) != null && values.get(1) != null) {
            question.answer = Comparison.exact(question.statement, values.get(0), values.get(1));
        }
    }
}
