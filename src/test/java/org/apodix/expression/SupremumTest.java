package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.junit.jupiter.api.Test;

class SupremumTest {

    private static final int BITS = 100;

    private final Variable x = new Variable("x");
    private final Variable y = new Variable("y");

    /** Searches, re-checks the leaves, and returns the enclosure. */
    private DyadicInterval checked(Expr body, List<Variable> variables, List<Expr> from, List<Expr> to) {
        var supremum = (Supremum) Supremum.of(body, variables, from, to);
        var found = supremum.search(BITS);
        var box = new ArrayList<DyadicInterval>();
        var arithmetic = new DyadicArithmetic(BITS);
        for (int i = 0; i < from.size(); i++) {
            var ends = Tape.of(List.of(from.get(i), to.get(i))).evaluate(arithmetic);
            box.add(ends.get(0).hull(ends.get(1)));
        }
        new LeafChecker(body, variables, box, found).check();
        assertThat(found.value().lower().compareTo(found.value().upper())).isLessThanOrEqualTo(0);
        var onTape = Tape.of(List.of(supremum)).evaluate(arithmetic).get(0);
        assertThat(onTape).isEqualTo(arithmetic.enclose(found.value()));
        return found.value();
    }

    private DyadicInterval checked(Expr body, Expr from, Expr to) {
        return checked(body, List.of(x), List.of(from), List.of(to));
    }

    private static void assertValue(DyadicInterval set, Rational value, int bits) {
        assertThat(set.contains(value)).isTrue();
        assertThat(set.width().compareTo(Dyadic.ONE.shift(-bits))).isLessThan(0);
    }

    @Test
    void maximaInsideAreFound() {
        assertValue(checked(x.times(Expr.ONE.minus(x)), Expr.ZERO, Expr.ONE), Rational.of(1, 4), 95);
        var entropy = checked(x.times(x.log()).negate(), Expr.of(1, 100), Expr.ONE);
        assertThat(entropy.overlaps(new DyadicArithmetic(BITS).exp(DyadicInterval.point(Dyadic.of(-1))))).isTrue();
        assertThat(entropy.width().compareTo(Dyadic.ONE.shift(-95))).isLessThan(0);
        // two equal maxima, and one at an awkward place
        assertValue(checked(x.square().minus(Expr.ONE).square().negate(), Expr.of(-3), Expr.of(3)), Rational.ZERO, 95);
        assertValue(checked(x.minus(Expr.of(1, 3)).square().negate().plus(Expr.TWO), Expr.of(-7), Expr.of(5)), Rational.of(2), 95);
    }

    @Test
    void maximaOnTheBoundaryAreExactlyThere() {
        assertValue(checked(x.pow(3), Expr.of(-5), Expr.of(2)), Rational.of(8), 95);
        assertValue(checked(x.negate(), Expr.of(1, 3), Expr.ONE), Rational.of(-1, 3), 95);
        assertValue(checked(x.times(3).plus(y.negate()), List.of(x, y), List.of(Expr.ZERO, Expr.of(-2)), List.of(Expr.ONE, Expr.ONE)),
            Rational.of(5), 95);
        // the saddle: greatest at two opposite corners
        assertValue(checked(x.times(y), List.of(x, y), List.of(Expr.of(-1), Expr.of(-1)), List.of(Expr.ONE, Expr.ONE)), Rational.ONE, 90);
    }

    @Test
    void kinksAndFlatFunctions() {
        assertValue(checked(x.minus(Expr.of(1, 3)).abs().negate(), Expr.ZERO, Expr.ONE), Rational.ZERO, 95);
        assertValue(checked(x.max(Expr.ZERO).min(Expr.ONE), Expr.of(-5), Expr.of(5)), Rational.ONE, 95);
        assertThat(checked(Expr.of(2, 3).plus(x.times(Expr.ZERO)), Expr.ZERO, Expr.ONE).contains(Rational.of(2, 3))).isTrue();
        // the dependence of x^2 - x^2 is resolved by Taylor coefficients, in which it cancels
        assertValue(checked(x.square().minus(x.times(x)), Expr.ZERO, Expr.ONE), Rational.ZERO, 95);
        assertValue(checked(x.sin().square().plus(x.cos().square()), Expr.ZERO, Expr.ONE), Rational.ONE, 95);
        assertValue(checked(x.minus(Expr.of(1, 3)).pow(8).negate(), Expr.of(-1), Expr.ONE), Rational.ZERO, 95);
        assertValue(checked(x.minus(Expr.of(1, 3)).pow(6).negate().exp(), Expr.of(-1), Expr.ONE), Rational.ONE, 90);
        // that of |x|^2 - x^2 is not: the work ends, the enclosure is true and wide
        var flat = ((Supremum) Supremum.of(x.abs().square().minus(x.times(x)), x, Expr.of(-1), Expr.of(1, 3))).search(BITS);
        assertThat(flat.value().contains(Rational.ZERO)).isTrue();
    }

    @Test
    void severalVariables() {
        // 1 - (x - 1/3)^2 - (y - x)^2
        var hill = Expr.ONE.minus(x.minus(Expr.of(1, 3)).square()).minus(y.minus(x).square());
        assertValue(checked(hill, List.of(x, y), List.of(Expr.of(-1), Expr.of(-1)), List.of(Expr.ONE, Expr.ONE)), Rational.ONE, 90);
        var z = new Variable("z");
        var bowl = x.square().plus(y.square()).plus(z.square());
        assertValue(checked(bowl, List.of(x, y, z), List.of(Expr.of(-1), Expr.of(-1), Expr.ZERO), List.of(Expr.ONE, Expr.TWO, Expr.ONE)),
            Rational.of(6), 90);
    }

    @Test
    void theInfimumIsTheNegativeOfASupremum() {
        var least = Tape.of(List.of(Supremum.infimum(x.square().plus(x), x, Expr.of(-3), Expr.of(3)))).evaluate(new DyadicArithmetic(BITS)).get(0);
        assertValue(least, Rational.of(-1, 4), 95);
        var filter = Tape.of(List.of(Supremum.infimum(x.exp(), x, Expr.ZERO, Expr.PI))).evaluate(DoubleArithmetic.INSTANCE).get(0);
        assertThat(filter.contains(Rational.ONE)).isTrue();
    }

    @Test
    void endsThatAreNotExactAndOuterVariables() {
        var top = Tape.of(List.of(Supremum.of(x, x, Expr.ZERO, Expr.PI))).evaluate(new DyadicArithmetic(BITS)).get(0);
        assertThat(top.overlaps(new DyadicArithmetic(BITS).pi())).isTrue();
        assertThat(top.width().compareTo(Dyadic.ONE.shift(-95))).isLessThan(0);
        assertThat(Tape.of(List.of(Supremum.of(x, x, Expr.PI, Expr.PI))).evaluate(new DyadicArithmetic(BITS)).get(0)
            .overlaps(new DyadicArithmetic(BITS).pi())).isTrue();
        var j = new Variable("j");
        var sum = IndexedSum.of(Supremum.of(x.times(j.minus(x)), x, Expr.ZERO, j), List.of(j), List.of(List.of(Rational.TWO), List.of(Rational.ONE)));
        assertValue(Tape.of(List.of(sum)).evaluate(new DyadicArithmetic(BITS)).get(0), Rational.of(5, 4), 90);
    }

    @Test
    void whatIsNotDefinedHasNoSupremum() {
        assertThatThrownBy(() -> checked(Expr.ONE.over(x), Expr.of(-1), Expr.ONE)).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> checked(x.log(), Expr.ZERO, Expr.ONE)).isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> checked(x, Expr.ONE, Expr.ZERO)).isInstanceOf(UndefinedException.class).hasMessageContaining("empty range");
        assertThatThrownBy(() -> Supremum.of(x, List.of(x), List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCheckerBites() {
        var body = x.times(Expr.ONE.minus(x));
        var found = ((Supremum) Supremum.of(body, x, Expr.ZERO, Expr.ONE)).search(BITS);
        var box = List.of(DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE));
        var missing = new Maximum(found.value(), found.witness(), found.leaves().subList(1, found.leaves().size()), false);
        assertThatThrownBy(() -> new LeafChecker(body, List.of(x), box, missing).check()).isInstanceOf(AssertionError.class);
        var low = DyadicInterval.of(Dyadic.ZERO, Dyadic.ofExact(0.125));
        assertThatThrownBy(() -> new LeafChecker(body, List.of(x), box, new Maximum(low, List.of(Dyadic.ZERO), found.leaves(), false)).check())
            .isInstanceOf(AssertionError.class);
        var lies = List.of(Leaf.bound(box, Dyadic.ofExact(0.125)));
        assertThatThrownBy(() -> new LeafChecker(body, List.of(x), box, new Maximum(low, List.of(Dyadic.ZERO), lies, false)).check())
            .isInstanceOf(AssertionError.class);
    }
}
