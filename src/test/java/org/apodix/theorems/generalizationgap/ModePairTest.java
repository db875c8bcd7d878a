package org.apodix.theorems.generalizationgap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entropy and Fisher information of two modes at their ends, the information of a fair sign, and what the families reject. */
class ModePairTest {

    private static final Ladder LADDER = Ladder.ofDigits(100);
    private static final Rational TINY = Rational.parse("1e-29");

    private static void assertSame(Expr left, Expr right) {
        var gap = Enclosed.of(List.of(left.minus(right).plus(Expr.ONE)), 35, LADDER).get(0).interval();
        assertThat(gap.lower().toRational().minus(Rational.ONE)).isBetween(TINY.negate(), TINY);
        assertThat(gap.upper().toRational().minus(Rational.ONE)).isBetween(TINY.negate(), TINY);
    }

    /** h(N(0, s)) = log(2 pi e s)/2. */
    @Test
    void twoModesAtOnePlaceHaveTheEntropyOfOne() {
        var s = Rational.of(3, 7);
        assertSame(new ModePair(Rational.ZERO, s).entropy(), Expr.PI.times(2).times(Expr.of(s)).log().plus(Expr.ONE).over(2));
    }

    /** Entropy = that of the noise + the information about the sign. */
    @ParameterizedTest
    @CsvSource({"1/4,1", "4,1", "9/4,1/2", "36,4"})
    void entropyIsThatOfTheNoiseAndTheSign(String square, String variance) {
        var a = Rational.parse(square);
        var s = Rational.parse(variance);
        assertSame(new ModePair(a, s).entropy(),
            Expr.PI.times(2).times(Expr.of(s)).log().plus(Expr.ONE).over(2).plus(SignInformation.of(a.over(s))));
    }

    /** Between the inverse variance of the law and that of a mode. */
    @Test
    void fisherInformationLiesBetweenThatOfAModeAndThatOfTheVariance() {
        var value = Enclosed.of(List.of(new ModePair(Rational.ONE, Rational.TWO).fisher()), 20, LADDER).get(0).interval();
        assertThat(value.lower().toRational()).isGreaterThan(Rational.of(1, 3));
        assertThat(value.upper().toRational()).isLessThan(Rational.of(1, 2));
    }

    @Test
    void mixturesBelongToTheirFamily() {
        var text = "{\"W\": [[\"1\"]], \"U\": [\"0\"], \"b\": [\"0\"], \"T\": \"1\", \"v\": \"1\", \"tau\": \"1\", \"centers\": %s}";
        var three = text.formatted("[[\"1/3\", [\"0\"]], [\"2/3\", [\"1\"]]]");
        var one = text.formatted("[[\"1\", [\"0\"]]]");
        assertThat(read(new TrainingFamily(true), three).knowsConstant()).isFalse();
        assertThat(read(new TrainingFamily(false), one).knowsConstant()).isTrue();
        assertThatThrownBy(() -> read(new TrainingFamily(false), three)).isInstanceOf(BadInput.class).hasMessageContaining("\"training_mixture\"");
        assertThatThrownBy(() -> read(new TrainingFamily(true), one)).isInstanceOf(BadInput.class).hasMessageContaining("family \"training\"");
        assertThatThrownBy(() -> read(new TrainingFamily(true), text.formatted("[[\"1/3\", [\"0\"]], [\"1/3\", [\"1\"]]]"))).isInstanceOf(BadInput.class)
            .hasMessageContaining("sum 1");
    }

    @Test
    void aNegativeVarianceOfPointsIsRejected() {
        var text = "{\"centers\": [[\"1\", [\"0\"]]], \"v\": \"%s\", \"U\": [\"0\"], \"b\": [\"0\"], \"theta\": [[\"1\"]], \"kappa\": \"0\", \"T\": \"1\", "
            + "\"mPi\": [\"0\"], \"vPi\": \"1\"}";
        assertThat(read(new LikelihoodFamily(), text.formatted("0")).instance().variance()).isEqualTo(Rational.ZERO);
        assertThatThrownBy(() -> read(new LikelihoodFamily(), text.formatted("-1/2"))).isInstanceOf(BadInput.class).hasMessageContaining("must not be negative");
    }

    private static <M> M read(Family<M> family, String text) {
        return family.read(new Fields(Json.read(text, "test")).ofFamily(family.name()));
    }
}
