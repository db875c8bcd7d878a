package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.junit.jupiter.api.Test;

/** The verdict rules, on claims about one rational number. */
class JudgeTest {

    private static final Judge JUDGE = new Judge(Ladder.ofDigits(100));
    private static final Quantity<Rational> X = quantity("x", Expr::of);
    private static final Quantity<Rational> PI = quantity("pi", x -> Expr.PI);
    private static final Quantity<Rational> PI_AGAIN = quantity("pi_again", x -> Expr.PI.times(Expr.of(3)).over(3));
    private static final Quantity<Rational> LOG = quantity("log", x -> Expr.of(x).log());

    @Test
    void verifiedWhenTheEnclosuresAreApart() {
        assertThat(judge(b -> b.atMost("", "", X, PI), Rational.of(3)).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(judge(b -> b.atMost("", "", X, PI), Rational.of(3)).level()).isEqualTo("double");
    }

    @Test
    void refutedWhenTheyAreApartTheOtherWay() {
        assertThat(judge(b -> b.atMost("", "", X, PI), Rational.of(22, 7)).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judge(b -> b.equal("", "", X, PI), Rational.of(22, 7)).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void climbsUntilTheDifferenceShows() {
        var close = Rational.parse("3.14159265358979323846264338327950288419716939937510582097494459230781");
        var judgement = judge(b -> b.atMost("", "", X, PI), close);
        assertThat(judgement.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(judgement.level()).isEqualTo("dyadic-256");
    }

    @Test
    void exactAndEqualSidesAreVerified() {
        var third = quantity("third", x -> Expr.of(x).times(Expr.of(1, 3)).times(Expr.of(3)));
        assertThat(judge(b -> b.equal("", "", X, third), Rational.of(1, 7)).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(judge(b -> b.atMost("", "", X, third), Rational.of(1, 7)).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(judge(b -> b.equal("", "", X, third), Rational.of(1, 7)).level()).isEqualTo("exact");
    }

    @Test
    void anEqualityOfIrrationalSidesIsOnlyTouching() {
        assertThat(judge(b -> b.equal("", "", PI, PI_AGAIN), Rational.ONE).verdict()).isEqualTo(Verdict.TOUCHING);
    }

    @Test
    void anInequalityThatIsAttainedTouchesOnlyWhereThatIsKnown() {
        assertThat(judge(b -> b.atMost("", "", PI, PI_AGAIN), Rational.ONE).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(b -> b.atMost("", "", PI, PI_AGAIN).attainedWhen(x -> true), Rational.ONE).verdict()).isEqualTo(Verdict.TOUCHING);
        // touching must not hide a difference that can be seen
        var larger = quantity("larger", x -> Expr.PI.plus(Expr.of(Rational.of(10).pow(-60))));
        assertThat(judge(b -> b.atMost("", "", larger, PI).attainedWhen(x -> true), Rational.ONE).verdict())
            .isIn(Verdict.TOUCHING, Verdict.REFUTED);
        var visible = quantity("visible", x -> Expr.PI.plus(Expr.of(Rational.of(10).pow(-28))));
        assertThat(judge(b -> b.atMost("", "", visible, PI).attainedWhen(x -> true), Rational.ONE).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void oneSampleDoesNotRefuteAStatisticalStatement() {
        var judgement = judge(b -> b.atMost("", "with probability 9/10", PI, X).statistical(), Rational.of(3));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.reason()).isEqualTo("not met by this sample, which refutes no statement about a probability");
        assertThat(judge(b -> b.atMost("", "with probability 9/10", PI, X).statistical(), Rational.of(4)).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(judge(b -> b.atMost("", "", PI, X), Rational.of(3)).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void theClimbEndsWhereASetContainsTheOtherSide() {
        var set = Expr.between(Rational.ZERO, Rational.ONE);
        var around = quantity("around", x -> Expr.PI.plus(set.minus(Expr.of(1, 2)).times(Expr.of(Rational.of(10).pow(-20)))));
        for (var judgement : List.of(judge(b -> b.atMost("", "", PI, around), Rational.ONE), judge(b -> b.atMost("", "", around, PI), Rational.ONE))) {
            assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(judgement.level()).isEqualTo("dyadic-256");
            assertThat(judgement.reason()).contains("sets of numbers that overlap");
        }
        // a set that is narrower than the rounding of the first carriers still climbs
        var above = quantity("above", x -> Expr.PI.plus(set.plus(Expr.ONE).times(Expr.of(Rational.of(10).pow(-90)))));
        assertThat(judge(b -> b.atMost("", "", PI, above), Rational.ONE).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(judge(b -> b.atMost("", "", above, PI), Rational.ONE).verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void zeroOnBothSidesDoesNotTouch() {
        var nothing = quantity("nothing", x -> Expr.PI.minus(PI_AGAIN.in(x)));
        assertThat(judge(b -> b.equal("", "", nothing, Formula.number(0)), Rational.ONE).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void vacuousWhereAHypothesisFails() {
        var judgement = judge(b -> b.given(Hypothesis.exactly("x is positive", x -> x.signum() > 0)).atMost("", "", X, PI), Rational.of(-1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(judgement.reason()).isEqualTo("x is positive");
        assertThat(judge(b -> b.atMost("", "", X, PI).onlyIf(Hypothesis.atMost("x <= 1", X, Formula.number(1))), Rational.of(2)).verdict())
            .isEqualTo(Verdict.VACUOUS);
    }

    /** Statements and hypotheses share the first rung where they can; what a statement needs a hypothesis for is not asked without it. */
    @Test
    void aSideNeedNotBeDefinedWhereAHypothesisFails() {
        var positive = Hypothesis.atMost("x >= 1", Formula.number(1), X);
        UnaryOperator<Claim.Builder<Rational>> undefined = b -> b.atMost("log", "", LOG, X).onlyIf(positive).atMost("pi", "", X, PI);
        assertThat(judgements(undefined, Rational.of(-1))).extracting(Judgement::verdict).containsExactly(Verdict.VACUOUS, Verdict.VERIFIED);
        assertThat(judgements(undefined, Rational.TWO)).extracting(Judgement::verdict).containsExactly(Verdict.VERIFIED, Verdict.VERIFIED);
        var thrown = quantity("root", x -> {
            if (x.signum() < 0) {
                throw new IllegalArgumentException("no such side");
            }
            return Expr.of(x).sqrt();
        });
        UnaryOperator<Claim.Builder<Rational>> missing = b -> b.atMost("root", "", thrown, X).onlyIf(positive).atMost("pi", "", X, PI);
        assertThat(judgements(missing, Rational.of(-1))).extracting(Judgement::verdict).containsExactly(Verdict.VACUOUS, Verdict.VERIFIED);
        assertThat(judgements(missing, Rational.TWO)).extracting(Judgement::verdict).containsExactly(Verdict.VERIFIED, Verdict.VERIFIED);
    }

    @Test
    void aHypothesisClimbsWithoutItsStatements() {
        var close = Rational.parse("3.14159265358979323846264338327950288419716939937510582097494459230781");
        var below = Hypothesis.atMost("x <= pi", X, PI);
        var judgements = judgements(b -> b.atMost("a", "", X, Formula.number(4)).onlyIf(below).atMost("b", "", PI, X).onlyIf(below), close);
        assertThat(judgements).extracting(Judgement::verdict).containsExactly(Verdict.VERIFIED, Verdict.REFUTED);
        assertThat(judgements).extracting(Judgement::level).containsExactly("double", "dyadic-256");
    }

    @Test
    void aHypothesisThatIsNotDecidedLeavesTheClaimUndecided() {
        var judgement = judge(b -> b.given(Hypothesis.atMost("pi <= pi", PI, PI_AGAIN)).atMost("", "", X, PI), Rational.ONE);
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.reason()).contains("hypothesis not decided");
    }

    @Test
    void undefinedSidesAreNeverDecided() {
        for (Function<Claim.Builder<Rational>, Claim.Builder<Rational>> claim : List.<Function<Claim.Builder<Rational>, Claim.Builder<Rational>>>of(
            b -> b.atMost("", "", LOG, LOG.plus(Formula.number(1))),
            b -> b.atMost("", "", Formula.<Rational>number(0).times(LOG), Formula.number(1)),
            b -> b.equal("", "", Formula.<Rational>number(0).times(LOG), Formula.number(0)))) {
            var judgement = judge(claim::apply, Rational.of(-1));
            assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(judgement.reason()).contains("logarithm of [-1, -1]");
        }
    }

    @Test
    void oneUndefinedStatementDoesNotStopTheOthers() {
        var claim = builder().atMost("bad", "", LOG, Formula.number(1)).atMost("good", "", X, PI).on(draw -> Rational.ONE, List.of());
        assertThat(JUDGE.judge(claim, Rational.of(-1))).extracting(Judgement::verdict)
            .containsExactly(Verdict.UNDECIDED, Verdict.VERIFIED);
    }

    @Test
    void aFitIsEvidenceOnly() {
        var tolerance = Rational.of(1, 10);
        assertThat(judge(b -> b.fit("", "", PI, Formula.number(3), Rational.of(1, 5)), Rational.ONE).verdict()).isEqualTo(Verdict.SUPPORTED);
        // a sequence that leaves the range does not refute a limit, but it does refute a tooth, which claims the range itself
        assertThat(judge(b -> b.fit("", "", PI, Formula.number(3), tolerance), Rational.ONE).verdict()).isEqualTo(Verdict.UNDECIDED);
        var tooth = builder().fit("", "", PI, Formula.number(3), Rational.of(1, 5)).ownToothFit("t", "", PI, Formula.number(3), tolerance, Rational.ONE)
            .on(draw -> Rational.ONE, List.of()).teeth().get(0);
        assertThat(JUDGE.bite(tooth).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(judge(b -> b.fit("", "", X, Formula.number(3), tolerance), Rational.of(31, 10)).verdict())
            .isIn(Verdict.SUPPORTED, Verdict.UNDECIDED);
    }

    @Test
    void theWorkBudgetEndsInUndecided() {
        var judge = new Judge(Ladder.of(Ladder.ofDigits(1200).rungs(), 10));
        var claim = builder().atMost("", "", PI, PI_AGAIN).on(draw -> Rational.ONE, List.of());
        var judgement = judge.judge(claim, Rational.ONE).get(0);
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.reason()).contains("work budget");
    }

    @Test
    void aBoundThatSaysNothingIsUninformative() {
        assertThat(judge(b -> b.atMost("", "", X, PI).against(Formula.number(3), x -> true), Rational.ONE).informative()).isFalse();
        assertThat(judge(b -> b.atMost("", "", X, PI).against(Formula.number(4), x -> true), Rational.ONE).informative()).isTrue();
    }

    @Test
    void tightnessIsLeftOverRight() {
        var judgement = judge(b -> b.atMost("", "", X, Formula.number(4)), Rational.of(3));
        assertThat(judgement.tightness().contains(Rational.of(3, 4))).isTrue();
        assertThat(judge(b -> b.atMost("", "", X, Formula.number(0)), Rational.of(-3)).tightness()).isNull();
    }

    private static Judgement judge(UnaryOperator<Claim.Builder<Rational>> statement, Rational x) {
        return judgements(statement, x).get(0);
    }

    private static List<Judgement> judgements(UnaryOperator<Claim.Builder<Rational>> statements, Rational x) {
        return JUDGE.judge(statements.apply(builder()).on(draw -> Rational.ONE, List.of()), x);
    }

    private static Claim.Builder<Rational> builder() {
        return Claim.of("toy", "R1", "toy", Rational.class, Provenance.derived("", ""));
    }

    private static Quantity<Rational> quantity(String name, Function<Rational, Expr> definition) {
        return Quantity.of(name, name, "", definition);
    }
}
