package org.apodix.audit;

import static org.apodix.audit.Comparison.Outcome.FAILS;
import static org.apodix.audit.Comparison.Outcome.HOLDS;
import static org.apodix.audit.Comparison.Outcome.OPEN;
import static org.apodix.audit.Comparison.Outcome.TOUCHES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

/** The decision from end points, where they meet. */
class ComparisonTest {

    private static Statement<Object> statement(Relation relation, Rational tolerance) {
        return new Statement<>("", "", null, relation, null, null, x -> true, List.of(), x -> false, null, tolerance, null);
    }

    private static DyadicInterval interval(long lo, long hi) {
        return DyadicInterval.of(Dyadic.of(lo), Dyadic.of(hi));
    }

    private static Comparison.Outcome of(Relation relation, DyadicInterval left, DyadicInterval right) {
        return Comparison.of(statement(relation, Rational.of(2)), left, right, false, "").outcome();
    }

    @Test
    void inequalities_decide_at_equal_ends() {
        assertThat(of(Relation.AT_MOST, interval(1, 3), interval(3, 5))).isEqualTo(HOLDS);
        assertThat(of(Relation.AT_MOST, interval(1, 4), interval(3, 5))).isEqualTo(OPEN);
        assertThat(of(Relation.AT_MOST, interval(5, 6), interval(3, 5))).isEqualTo(OPEN);
        assertThat(of(Relation.AT_MOST, interval(6, 7), interval(3, 5))).isEqualTo(FAILS);
    }

    @Test
    void equalities_hold_between_equal_points_only() {
        assertThat(of(Relation.EQUAL, interval(3, 3), interval(3, 3))).isEqualTo(HOLDS);
        assertThat(of(Relation.EQUAL, interval(3, 4), interval(3, 4))).isEqualTo(OPEN);
        assertThat(of(Relation.EQUAL, interval(3, 4), interval(4, 5))).isEqualTo(OPEN);
        assertThat(of(Relation.EQUAL, interval(3, 4), interval(5, 5))).isEqualTo(FAILS);
    }

    @Test
    void fits_decide_within_the_closed_range() {
        assertThat(of(Relation.FIT, interval(8, 12), interval(10, 10))).isEqualTo(HOLDS);
        assertThat(of(Relation.FIT, interval(7, 12), interval(10, 10))).isEqualTo(OPEN);
        assertThat(of(Relation.FIT, interval(8, 13), interval(10, 10))).isEqualTo(OPEN);
        assertThat(of(Relation.FIT, interval(12, 13), interval(10, 10))).isEqualTo(OPEN);
        assertThat(of(Relation.FIT, interval(13, 14), interval(10, 10))).isEqualTo(FAILS);
        assertThat(of(Relation.FIT, interval(6, 8), interval(10, 10))).isEqualTo(OPEN);
        assertThat(of(Relation.FIT, interval(6, 7), interval(10, 10))).isEqualTo(FAILS);
        assertThat(of(Relation.FIT, DyadicInterval.ENTIRE, interval(10, 10))).isEqualTo(OPEN);
        assertThat(of(Relation.FIT, interval(10, 10), DyadicInterval.ENTIRE)).isEqualTo(OPEN);
    }

    @Test
    void only_narrow_enclosures_touch() {
        var narrow = DyadicInterval.of(Dyadic.of(3), Dyadic.of(3).plus(Dyadic.ONE.shift(-110)));
        var statement = statement(Relation.EQUAL, Rational.ZERO);
        assertThat(Comparison.of(statement, narrow, narrow, true, "").outcome()).isEqualTo(TOUCHES);
        assertThat(Comparison.of(statement, narrow, narrow, false, "").outcome()).isEqualTo(OPEN);
        assertThat(Comparison.of(statement, narrow, interval(3, 4), true, "").outcome()).isEqualTo(OPEN);
        assertThat(Comparison.of(statement, interval(-1, 4), narrow, true, "").outcome()).isEqualTo(OPEN);
    }

    @Test
    void exact_values_decide() {
        var atMost = statement(Relation.AT_MOST, Rational.ZERO);
        var equal = statement(Relation.EQUAL, Rational.ZERO);
        assertThat(Comparison.exact(atMost, Rational.ONE, Rational.ONE).outcome()).isEqualTo(HOLDS);
        assertThat(Comparison.exact(atMost, Rational.ONE, Rational.TWO).outcome()).isEqualTo(HOLDS);
        assertThat(Comparison.exact(atMost, Rational.TWO, Rational.ONE).outcome()).isEqualTo(FAILS);
        assertThat(Comparison.exact(equal, Rational.ONE, Rational.TWO).outcome()).isEqualTo(FAILS);
        assertThat(Comparison.exact(equal, Rational.TWO, Rational.TWO).outcome()).isEqualTo(HOLDS);
    }

    @Test
    void tightness_is_the_ratio_where_there_is_one() {
        var atMost = statement(Relation.AT_MOST, Rational.ZERO);
        assertThat(Comparison.exact(atMost, Rational.ONE, Rational.TWO).tightness().contains(Rational.of(1, 2))).isTrue();
        assertThat(Comparison.exact(atMost, Rational.ONE, Rational.ZERO).tightness()).isNull();
        assertThat(Comparison.of(atMost, interval(1, 2), interval(4, 8), false, "").tightness())
            .isEqualTo(DyadicInterval.of(Dyadic.ONE.shift(-3), Dyadic.ONE.shift(-1)));
        assertThat(Comparison.of(atMost, interval(1, 2), interval(-4, 8), false, "").tightness()).isNull();
        assertThat(Comparison.of(atMost, interval(1, 2), DyadicInterval.of(Dyadic.ONE, Dyadic.POSITIVE_INFINITY), false, "").tightness())
            .isNull();
        assertThat(Comparison.of(atMost, DyadicInterval.of(Dyadic.ONE, Dyadic.POSITIVE_INFINITY), interval(1, 2), false, "").tightness())
            .isNull();
    }
}
