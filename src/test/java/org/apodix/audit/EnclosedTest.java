package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.Test;

class EnclosedTest {

    private static final Ladder LADDER = Ladder.ofDigits(600);

    /** Cancellation to 10^-200: the first rungs know no digit of it, a late one knows all. */
    private static Expr tiny() {
        return Expr.of(Rational.of(10).pow(-200)).exp().minus(Expr.ONE);
    }

    @Test
    void aWidthThatSetsMakeEndsTheClimb() {
        var third = Expr.between(Rational.of(1, 3), Rational.of(1, 3).plus(Rational.of(10).pow(-9)));
        var enclosed = Enclosed.of(List.of(third.exp()), 20, LADDER).get(0);
        assertThat(enclosed.reached()).isFalse();
        assertThat(enclosed.interval().width().toRational()).isBetween(Rational.of(1, 1_000_000_000), Rational.of(2, 1_000_000_000));
    }

    @Test
    void digitsThatComeLateAreWaitedFor() {
        assertThat(Enclosed.of(List.of(tiny()), 20, LADDER).get(0).reached()).isTrue();
        // a set that is itself thin enough does not end the climb before the cancellation is resolved
        var thin = Expr.between(Rational.ONE, Rational.ONE.plus(Rational.of(10).pow(-30)));
        assertThat(Enclosed.of(List.of(tiny().times(thin)), 20, LADDER).get(0).reached()).isTrue();
    }
}
