package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

class SharedTest {

    private record Point(Rational value) { }

    private final AtomicInteger built = new AtomicInteger();
    private final Quantity<Point> exponential = Quantity.of("e", "e^x", "", point -> {
        built.incrementAndGet();
        return Expr.of(point.value).exp();
    });
    private final Quantity<Point> twice = Quantity.of("twice", "2e^x", "", point -> exponential.in(point).plus(exponential.in(point)));
    private final Point third = new Point(Rational.of(1, 3));

    @Test
    void aQuantityOfAModelIsOneExpressionWithinAScope() {
        assertThat(Shared.within(() -> exponential.in(third) == exponential.in(third))).isTrue();
        assertThat(exponential.in(third)).isNotSameAs(exponential.in(third));
    }

    @Test
    void quantitiesThatOthersAreMadeOfAreSharedToo() {
        Shared.within(() -> List.of(twice.in(third), exponential.plus(twice).in(third)));
        assertThat(built).hasValue(1);
    }

    @Test
    void theSameQuantitySeenFromAnotherKindOfModelIsShared() {
        Formula<Object> lifted = exponential.from(Point.class::cast);
        Formula<Object> again = exponential.from(Point.class::cast);
        assertThat(Shared.within(() -> lifted.in(third) == again.in(third) && again.in(third) == exponential.in(third))).isTrue();
        assertThat(built).hasValue(1);
    }

    @Test
    void modelsAreToldApartAsObjectsAndQuantitiesToo() {
        var other = Quantity.<Point>of("e", "e^x", "", point -> Expr.of(point.value).log());
        Shared.within(() -> {
            assertThat(exponential.in(third)).isNotSameAs(exponential.in(new Point(Rational.of(1, 3))));
            assertThat(exponential.in(third).label()).isEqualTo("exp");
            assertThat(other.in(third).label()).isEqualTo("log");
            return null;
        });
    }

    @Test
    void aScopeWithinAnotherIsTheOuterOneAndEndsWithIt() {
        var kept = Shared.within(() -> {
            var outer = exponential.in(third);
            assertThat(Shared.within(() -> exponential.in(third))).isSameAs(outer);
            assertThat(exponential.in(third)).isSameAs(outer);
            return outer;
        });
        assertThat(exponential.in(third)).isNotSameAs(kept);
        assertThatThrownBy(() -> Shared.within(() -> {
            throw new IllegalStateException("no model");
        })).hasMessage("no model");
        assertThat(exponential.in(third)).isNotSameAs(exponential.in(third));
    }

    @Test
    void aDefinitionThatFailedIsTriedAgain() {
        var fails = Quantity.<Point>of("q", "q", "", point -> {
            if (built.incrementAndGet() == 1) {
                throw new IllegalArgumentException("not yet");
            }
            return Expr.ONE;
        });
        Shared.within(() -> {
            assertThatThrownBy(() -> fails.in(third)).hasMessage("not yet");
            assertThat(fails.in(third)).isSameAs(Expr.ONE);
            return null;
        });
    }

    @Test
    void sharingChangesNeitherFingerprintNorEnclosure() {
        var formula = twice.times(exponential).minus(twice);
        var apart = formula.in(third);
        var together = Shared.within(() -> formula.in(third));
        assertThat(Fingerprint.of(together)).isEqualTo(Fingerprint.of(apart));
        var carrier = new DyadicArithmetic(128);
        assertThat(Tape.of(List.of(together)).evaluate(carrier)).isEqualTo(Tape.of(List.of(apart)).evaluate(carrier));
        assertThat(Tape.of(List.of(together)).operations()).isLessThan(Tape.of(List.of(apart)).operations());
    }
}
