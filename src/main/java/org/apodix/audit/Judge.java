package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;

/**
 * Decides claims on instances: hypotheses first, then both sides up the precision ladder. Where the ladder has a second one, every
 * answer is computed with both, and one that they contradict each other about is a {@link Disagreement}.
 */
public final class Judge {

    private static final int COMPARED_DIGITS = 30;

    private final Ladder ladder;

    public Judge(Ladder ladder) {
        this.ladder = ladder;
    }

    /** The judgements of the statements of the claim that speak of this model, in order. */
    public <M> List<Judgement> judge(Claim<M> claim, M model) {
        var judgements = alone(claim, model);
        if (ladder.second() != null) {
            Agreement.require(claim.name(), judgements, new Judge(ladder.second()).judge(claim, model));
            claim.statements().stream().filter(statement -> isJudged(statement, judgements))
                .forEach(statement -> compare(claim.name(), statement, model));
        }
        return judgements;
    }

    private static boolean isJudged(Statement<?> statement, List<Judgement> judgements) {
        return judgements.stream().anyMatch(j -> j.statement() == statement && j.verdict() != Verdict.VACUOUS);
    }

    /** Verdicts need few digits; both sides must overlap to {@value #COMPARED_DIGITS} of them too, where both carriers enclose them. */
    private <M> void compare(String claim, Statement<M> statement, M model) {
        try {
            Enclosed.of(List.of(statement.left().in(model), statement.right().in(model)), COMPARED_DIGITS, ladder);
        } catch (UndefinedException e) {
            return; // not proved to be defined at the end of a ladder: nothing to compare
        } catch (Disagreement e) {
            throw new Disagreement(claim + (statement.part().isEmpty() ? "" : "(" + statement.part() + ")") + ": " + e.getMessage());
        }
    }

    private <M> List<Judgement> alone(Claim<M> claim, M model) {
        var judgements = new ArrayList<Judgement>();
        var open = new ArrayList<Question>();
        for (var statement : claim.statements()) {
            if (!statement.about().test(model)) {
                continue;
            }
            var obstacle = obstacle(claim, statement, model);
            if (obstacle != null) {
                judgements.add(obstacle);
                continue;
            }
            judgements.add(null);
            open.add(question(statement, model, judgements.size() - 1));
        }
        new Race(ladder).run(open);
        for (var question : open) {
            judgements.set(question.place, conclude(question, false));
        }
        return judgements;
    }

    /** The judgement of the false strengthening on its witness. Its claim's hypotheses hold there, unless the tooth drops one. */
    public <M> Judgement bite(Tooth<M> tooth) {
        var question = question(tooth.statement(), tooth.witness(), 0);
        new Race(ladder).run(List.of(question));
        var judgement = conclude(question, true);
        if (ladder.second() != null) {
            Agreement.require("the tooth " + tooth.id(), judgement, new Judge(ladder.second()).bite(tooth));
        }
        return judgement;
    }

    private <M> Judgement obstacle(Claim<M> claim, Statement<M> statement, M model) {
        var hypotheses = new ArrayList<>(claim.hypotheses());
        hypotheses.addAll(statement.given());
        for (var hypothesis : hypotheses) {
            if (hypothesis.condition() != null) {
                if (!hypothesis.condition().test(model)) {
                    return Judgement.vacuous(statement, hypothesis.words());
                }
                continue;
            }
            var question = new Question(Statement.of("", hypothesis.words(), Kind.INSTANCE, Relation.AT_MOST, hypothesis.left(),
                hypothesis.right()), hypothesis.left().in(model),
                hypothesis.right().in(model), null, false, 0);
            new Race(ladder).run(List.of(question));
            if (question.answer == null || question.answer.outcome() == Comparison.Outcome.OPEN) {
                return Judgement.undecided(statement, null, "hypothesis not decided: " + hypothesis.words());
            }
            if (question.answer.outcome() == Comparison.Outcome.FAILS) {
                return Judgement.vacuous(statement, hypothesis.words());
            }
        }
        return null;
    }

    private static <M> Question question(Statement<M> statement, M model, int place) {
        return new Question(statement, statement.left().in(model), statement.right().in(model), informative(statement, model),
            statement.attained().test(model), place);
    }

    private Judgement conclude(Question question, boolean tooth) {
        var answer = question.answer;
        if (answer == null || answer.outcome() == Comparison.Outcome.OPEN) {
            return Judgement.undecided(question.statement, answer, question.reason);
        }
        return Judgement.of(question.statement, answer, question.informative == null || isDecided(question.informative), tooth);
    }

    /** The strict comparison that makes the statement say something, or null where there is none. */
    private static <M> Question informative(Statement<M> statement, M model) {
        var condition = statement.informative();
        if (condition == null || !condition.known().test(model)) {
            return null;
        }
        // less < more is the failure of more <= less
        return new Question(Statement.of("", "", Kind.INSTANCE, Relation.AT_MOST, null, null), condition.more().in(model),
            condition.less().in(model), null, true, 0);
    }

    private boolean isDecided(Question strict) {
        new Race(ladder).run(List.of(strict));
        return strict.answer != null && strict.answer.outcome() == Comparison.Outcome.FAILS;
    }

    /** A comparison on its way up the ladder. */
    static final class Question {

        final Statement<?> statement;
        final Expr left;
        final Expr right;
        final Question informative;
        final boolean touching;
        final int place;
        Comparison answer;
        boolean exactTried;
        String reason = "";

        Question(Statement<?> statement, Expr left, Expr right, Question informative, boolean touching, int place) {
            this.statement = statement;
            this.left = left;
            this.right = right;
            this.informative = informative;
            this.touching = touching;
            this.place = place;
        }

        boolean isOpen() {
            return answer == null || answer.outcome() == Comparison.Outcome.OPEN;
        }

        void answer(DyadicInterval leftSide, DyadicInterval rightSide, String level) {
            answer = Comparison.of(statement, leftSide, rightSide, touching, level);
        }
    }
}
