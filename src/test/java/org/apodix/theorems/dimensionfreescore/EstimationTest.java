package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.Test;

class EstimationTest {

    private static void equal(Expr left, Expr right) {
        var gap = Enclosed.of(List.of(left.minus(right)), 25, Ladder.ofDigits(80)).get(0).interval();
        assertThat(gap.containsZero()).isTrue();
        assertThat(gap.width().toRational()).isLessThan(Rational.of(10).pow(-20));
    }

    /** digamma(x + 1) = digamma(x) + 1/x on both sides of the shift, and Euler's constant. */
    @Test
    void digamma() {
        for (var x : List.of(Rational.of(1, 2), Rational.of(7, 2), Rational.of(63), Rational.of(127, 2), Rational.of(500))) {
            var next = x.plus(Rational.ONE);
            equal(Digamma.lessLog(next).plus(Expr.of(next).log()), Digamma.lessLog(x).plus(Expr.of(x).log()).plus(Expr.of(x.inverse())));
        }
        var euler = Enclosed.of(List.of(Digamma.lessLog(Rational.ONE).negate()), 30, Ladder.ofDigits(80)).get(0).interval();
        assertThat(euler.lower().toRational()).isGreaterThan(Rational.parse("0.577215664901532860606512090082"));
        assertThat(euler.upper().toRational()).isLessThan(Rational.parse("0.577215664901532860606512090083"));
    }

    /** With two opposite members and six samples the first is taken for three ones and more, the tie among them. */
    @Test
    void tiesGoToTheFirst() {
        var members = new FiniteClass(Rational.of(1, 4), Tilts.list("1 -1"), 6, Tilts.time("4/5"));
        // P(at most 2 ones) = (3^6 + 6 3^5 + 15 3^4)/4^6
        var few = Rational.of(729 + 6 * 243 + 15 * 81, 4096);
        equal(members.expectedRisk(), members.risk(0).times(Expr.of(Rational.ONE.minus(few))).plus(members.risk(1).times(Expr.of(few))));
        var swapped = new FiniteClass(Rational.of(1, 4), Tilts.list("-1 1"), 6, Tilts.time("4/5"));
        var half = few.plus(Rational.of(20 * 27, 4096));
        equal(swapped.expectedRisk(), swapped.risk(0).times(Expr.of(half)).plus(swapped.risk(1).times(Expr.of(Rational.ONE.minus(half)))));
    }

    /** The true member has no risk, and an equal one twice is taken once. */
    @Test
    void trueMember() {
        var members = new FiniteClass(Rational.of(1, 2), Tilts.list("0 0 0"), 5, Tilts.time("3/5"));
        equal(members.expectedRisk(), Expr.ZERO);
        equal(members.distance(0), Expr.ZERO);
    }
}
