package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.junit.jupiter.api.Test;

/** Which carriers an engine uses, and that two of them are held against each other. */
class EngineTest {

    private static final Quantity<Rational> X = Quantity.of("x", "x", "", Expr::of);
    private static final Quantity<Rational> LOG = Quantity.of("log", "\\ell", "", x -> Expr.of(x).log());
    private static final Quantity<Rational> TWICE = Quantity.of("twice", "q", "", x -> Expr.of(x).square().log().times(Expr.HALF));

    private static Claim<Rational> claim(UnaryOperator<Claim.Builder<Rational>> states) {
        return states.apply(Claim.of("toy", "T", "", Rational.class, Provenance.derived("", ""))).on(draw -> Rational.of(3), List.of());
    }

    private static final Claim<Rational> TANGENT = claim(b -> b.atMost("", "", LOG, X));
    private static final Claim<Rational> SQUARE = claim(b -> b.equal("a", "", LOG, TWICE));

    /** Dyadic arithmetic whose logarithm is off by a tiny amount: by one unit of the 25th digit. */
    @SuppressWarnings("unchecked")
    private static Arithmetic<DyadicInterval> wrong(Rational offset) {
        var right = new DyadicArithmetic(200);
        return (Arithmetic<DyadicInterval>) Proxy.newProxyInstance(EngineTest.class.getClassLoader(), new Class<?>[] {Arithmetic.class},
            (proxy, method, args) -> {
                try {
                    var value = method.invoke(right, args);
                    return method.getName().equals("log") ? right.add((DyadicInterval) value, right.of(offset)) : value;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    }

    private static Ladder checkedByWrong(String offset) {
        return Ladder.ofDigits(50).checkedBy(Ladder.of(List.of(wrong(Rational.parse(offset))), 1_000_000));
    }

    @Test
    void anEngineChoosesTheRungs() {
        assertThat(Engine.of("dyadic").ladder(100).rungs()).extracting(Arithmetic::name)
            .containsExactly("double", "dyadic-128", "dyadic-256", "dyadic-396");
        assertThat(Engine.of("apfloat").ladder(100).rungs()).extracting(Arithmetic::name)
            .containsExactly("apfloat-38", "apfloat-77", "apfloat-119");
        assertThat(Engine.of("both").ladder(100).second().rungs()).hasSize(3);
        assertThat(Engine.of("both").ladder(100).alone().second()).isNull();
        assertThat(Engine.DYADIC.ladder(100).fineRungs()).hasSize(3);
        assertThatThrownBy(() -> Engine.of("abacus")).isInstanceOf(BadInput.class)
            .hasMessage("--engine \"abacus\" is unknown; the engines are dyadic, apfloat and both");
    }

    @Test
    void apfloatDecidesWithoutTheFilter() {
        var judge = new Judge(Engine.APFLOAT.ladder(100));

        assertThat(judge.judge(TANGENT, Rational.of(3)).get(0).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(judge.judge(TANGENT, Rational.of(3)).get(0).level()).isEqualTo("apfloat-38");
        assertThat(judge.judge(SQUARE, Rational.of(3)).get(0).verdict()).isEqualTo(Verdict.TOUCHING);
    }

    @Test
    void exactValuesComeBeforeATouch() {
        var third = Quantity.<Rational>of("third", "t", "", x -> Expr.of(x).over(3).times(3));

        var judgement = new Judge(Engine.APFLOAT.ladder(100)).judge(claim(b -> b.equal("", "", X, third)), Rational.parse("1/7")).get(0);

        assertThat(judgement.verdict()).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void bothSayWhatDyadicSays() {
        var both = new Judge(Engine.BOTH.ladder(100));
        var dyadic = new Judge(Engine.DYADIC.ladder(100));

        for (var claim : List.of(TANGENT, SQUARE)) {
            assertThat(both.judge(claim, Rational.of(3))).isEqualTo(dyadic.judge(claim, Rational.of(3)));
        }
        var enclosed = Enclosed.of(List.of(LOG.in(Rational.of(3))), 30, Engine.BOTH.ladder(100)).get(0);
        assertThat(Enclosed.of(List.of(LOG.in(Rational.of(3))), 30, Engine.DYADIC.ladder(100)).get(0).interval()
            .contains(enclosed.interval())).isTrue();
    }

    @Test
    void aWrongCarrierIsCaughtEvenWhereItsVerdictIsRight() {
        var judge = new Judge(checkedByWrong("1e-25"));

        assertThatThrownBy(() -> judge.judge(TANGENT, Rational.of(3))).isInstanceOf(Disagreement.class)
            .hasMessageContaining("toy/T: the carriers disagree on an enclosure: [1.0986122886681").hasMessageContaining("are disjoint");
    }

    @Test
    void contradictingVerdictsAreCaught() {
        var judge = new Judge(checkedByWrong("2"));

        assertThatThrownBy(() -> judge.judge(TANGENT, Rational.of(3))).isInstanceOf(Disagreement.class)
            .hasMessage("the carriers disagree on toy/T: VERIFIED by double, REFUTED by dyadic-200");
        var tooth = new Tooth<>("half", true, TANGENT.statements().get(0), Rational.of(3));
        assertThatThrownBy(() -> judge.bite(tooth)).hasMessage(
            "the carriers disagree on the tooth half: VERIFIED by double, REFUTED by dyadic-200");
        assertThat(judge.judge(claim(b -> b.atMost("", "", X, X)), Rational.of(3))).hasSize(1);
    }

    @Test
    void anAuditSaysWhereTheCarriersDisagree() {
        var recheck = new Recheck(new Judge(checkedByWrong("1e-25")), 7);

        assertThatThrownBy(() -> recheck.instance(TANGENT, 4)).isInstanceOf(Disagreement.class)
            .hasMessageStartingWith("at k = 4 of seed 7, toy/T: the carriers disagree on an enclosure: ");
    }

    @Test
    void theSampleIsAboutTwoPercentAndDependsOnTheClaim() {
        int sampled = 0;
        int shared = 0;
        for (int k = 0; k < 10_000; k++) {
            sampled += Recheck.isSampled("a/R1", k) ? 1 : 0;
            shared += Recheck.isSampled("a/R1", k) && Recheck.isSampled("a/R2", k) ? 1 : 0;
        }
        assertThat(sampled).isBetween(150, 250);
        assertThat(shared).isLessThan(20);
    }
}
