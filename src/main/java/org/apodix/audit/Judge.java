package org.apodix.audit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.apodix.expression.Expr;
import org.apodix.expression.Shared;
import org.apodix.expression.Tape;
import org.apodix.proof.Prover;

/**
 * Decides claims on instances: hypotheses first, then both sides up the precision ladder. Where the ladder has a second one, every
 * answer is computed with both, and one that they contradict each other about is a {@link Disagreement}.
 */
public final class Judge {

    private static final int COMPARED_DIGITS = 30;

    private static final Prover PROVER = new Prover();

    private final Ladder ladder;
    /** Judgements about all points of domains that need no second carrier, because they are exact; those of another judge. */
    private final Map<Statement<?>, Judgement> proofs;

    public Judge(Ladder ladder) {
        this(ladder, Map.of());
    }

    private Judge(Ladder ladder, Map<Statement<?>, Judgement> proofs) {
        this.ladder = ladder;
        this.proofs = proofs;
    }

    /** A judge with the second ladder that takes over what was judged about all points of domains. */
    private Judge second(List<Judgement> judgements) {
        var taken = new IdentityHashMap<Statement<?>, Judgement>();
        judgements.stream().filter(j -> j.proof() != null)
            .forEach(j -> taken.put(j.statement(), j));
        return new Judge(ladder.second(), taken);
    }

    /** The judgements of the statements of the claim that speak of this model, in order. */
    public <M> List<Judgement> judge(Claim<M> claim, M model) {
        var judgements = alone(claim, model);
        if (ladder.second() != null) {
            Agreement.require(claim.name(), judgements, second(judgements).judge(claim, model));
            for (var statement : claim.statements()) {
                judgements.stream().filter(j -> j.statement() == statement && j.hasSides())
                    .forEach(j -> compare(claim.name(), statement, model, j.point()));
            }
        }
        return judgements;
    }

    /** Verdicts need few digits; both sides must overlap to {@value #COMPARED_DIGITS} of them too, where both carriers enclose them. */
    private <M> void compare(String claim, Statement<M> statement, M model, List<Rational> point) {
        try {
            Enclosed.of(statement.sides(model, point), COMPARED_DIGITS, ladder);
        } catch (UndefinedException e) {
            return; // not proved to be defined at the end of a ladder: nothing to compare
        } catch (Disagreement e) {
            throw new Disagreement(claim + (statement.part().isEmpty() ? "" : "(" + statement.part() + ")") + ": " + e.getMessage());
        }
    }

    private <M> List<Judgement> alone(Claim<M> claim, M model) {
        return Shared.within(() -> together(claim, model));
    }

    private <M> List<Judgement> together(Claim<M> claim, M model) {
        var statements = claim.statements().stream().filter(statement -> statement.about().test(model)).toList();
        var premises = new Premises<>(claim, statements, model);
        var early = early(statements, premises, model);
        new Race(ladder).run(premises.questions());
        var judgements = new ArrayList<Judgement>();
        var open = new ArrayList<Question>();
        for (var statement : statements) {
            var obstacle = premises.obstacle(statement);
            if (obstacle != null) {
                judgements.add(obstacle);
            } else if (statement.everywhere() != null) {
                judgements.add(prove(statement, model));
            } else {
                var known = early.get(statement);
                open.add((known == null ? question(statement, model) : known).at(judgements.size()));
                judgements.add(null);
            }
        }
        new Race(ladder).run(open);
        for (var question : open) {
            judgements.set(question.place, conclude(question, false));
        }
        return judgements;
    }

    /**
     * Questions of the statements, on the first rung together with the hypotheses: they are often made of the same sums and integrals, and one pass decides most of
     * them. Empty where there is nothing to share, or where it cannot be done before the hypotheses are known to hold: without them a side need not exist.
     */
    private <M> Map<Statement<M>, Question> early(List<Statement<M>> statements, Premises<M> premises, M model) {
        if (premises.questions().isEmpty()) {
            return Map.of();
        }
        var questions = new IdentityHashMap<Statement<M>, Question>();
        var all = new ArrayList<>(premises.questions());
        try {
            for (var statement : statements) {
                if (statement.everywhere() == null && premises.mayHold(statement)) {
                    questions.put(statement, question(statement, model));
                    all.add(questions.get(statement));
                }
            }
        } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
            return Map.of();
        }
        return new Race(ladder).begin(all) ? questions : Map.of();
    }

    /** The judgement of the false strengthening on its witness. Its claim's hypotheses hold there, unless the tooth drops one. */
    public <M> Judgement bite(Tooth<M> tooth) {
        var judgement = Shared.within(() -> tooth.statement().everywhere() != null ? prove(tooth.statement(), tooth.witness()) : compared(tooth));
        if (ladder.second() != null) {
            Agreement.require("the tooth " + tooth.id(), judgement, second(List.of(judgement)).bite(tooth));
        }
        return judgement;
    }

    private <M> Judgement compared(Tooth<M> tooth) {
        var question = question(tooth.statement(), tooth.witness());
        new Race(ladder).run(List.of(question));
        return conclude(question, true);
    }

    /** The judgement about all points of the domain. It depends on no ladder, except whether a bound that is proved says something. */
    private <M> Judgement prove(Statement<M> statement, M model) {
        var known = proofs.get(statement);
        if (known != null) {
            return known;
        }
        var domain = statement.everywhere().domain().apply(model);
        var left = statement.left().in(model);
        var right = statement.right().in(model);
        var finding = statement.relation() == Relation.EQUAL ? PROVER.equal(left, right, domain) : PROVER.atMost(left, right, domain);
        var judgement = Judgement.of(statement, finding, domain.variables());
        var question = judgement.verdict() == Verdict.PROVED ? informative(statement, model, judgement.point()) : null;
        return judgement.informative(question == null || isDecided(question));
    }

    private static <M> Question question(Statement<M> statement, M model) {
        return new Question(statement, statement.left().in(model), statement.right().in(model), informative(statement, model, null),
            statement.attained().test(model));
    }

    private Judgement conclude(Question question, boolean tooth) {
        var answer = question.answer;
        if (answer == null || answer.outcome() == Comparison.Outcome.OPEN) {
            return Judgement.undecided(question.statement, answer, question.reason);
        }
        return Judgement.of(question.statement, answer, question.informative == null || isDecided(question.informative), tooth);
    }

    /** The strict comparison that makes the statement say something, or null where there is none. */
    private static <M> Question informative(Statement<M> statement, M model, List<Rational> point) {
        var condition = statement.informative();
        if (condition == null || !condition.known().test(model)) {
            return null;
        }
        // less < more is the failure of more <= less
        var sides = statement.informative(model, point);
        return new Question(Statement.of("", "", Kind.INSTANCE, Relation.AT_MOST, null, null), sides.get(1), sides.get(0), null, true);
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
        int place;
        Comparison answer;
        /** Whether the first rung is behind it, by {@link Race#begin}. */
        boolean begun;
        boolean exactTried;
        /** Whether no finer carrier would decide it. */
        private boolean settled;
        String reason = "";

        Question(Statement<?> statement, Expr left, Expr right, Question informative, boolean touching) {
            this.statement = statement;
            this.left = left;
            this.right = right;
            this.informative = informative;
            this.touching = touching;
        }

        Question at(int judgement) {
            place = judgement;
            return this;
        }

        /** Whether a finer carrier is worth its time. */
        boolean isOpen() {
            return !settled && (answer == null || answer.outcome() == Comparison.Outcome.OPEN);
        }

        /** The enclosures of both sides by a carrier, those of the coarser one known before. */
        void answer(DyadicInterval leftSide, DyadicInterval rightSide, Arithmetic<?> rung) {
            var before = answer;
            answer = Comparison.of(statement, leftSide, rightSide, touching, rung.name());
            if (answer.outcome() == Comparison.Outcome.OPEN && before != null && !(rung instanceof DoubleArithmetic)) {
                settle(before);
            }
        }

        /** A set of numbers is as wide as it is: where it contains the other side at two precisions, no other one parts them. */
        private void settle(Comparison before) {
            boolean leftStays = stays(left, before.left(), answer.left());
            boolean rightStays = stays(right, before.right(), answer.right());
            boolean compares = statement.relation() != Relation.FIT;
            if (leftStays && rightStays || compares && leftStays && contains(answer.left(), answer.right())
                || compares && rightStays && contains(answer.right(), answer.left())) {
                settled = true;
                reason = "the sides are sets of numbers that overlap, and " + answer.level() + " hardly narrows them";
            }
        }

        private static boolean stays(Expr side, DyadicInterval coarse, DyadicInterval fine) {
            return Enclosed.isHardlyNarrower(fine, coarse) && !fine.isPoint() && Tape.hasRange(side);
        }

        private static boolean contains(DyadicInterval set, DyadicInterval other) {
            return set.lower().compareTo(other.lower()) < 0 && other.upper().compareTo(set.upper()) < 0;
        }
    }
}
