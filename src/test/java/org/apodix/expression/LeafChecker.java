package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.JetArithmetic;
import org.apodix.enclosure.UndefinedException;

/**
 * Checks a {@link Maximum} without its search: the leaves cover the range, each leaf tells the truth, the witness has the lower value, and no
 * bound is above the upper one.
 */
final class LeafChecker {

    private final DyadicArithmetic arithmetic = new DyadicArithmetic(200);
    private final JetArithmetic<DyadicInterval> jets = new JetArithmetic<>(arithmetic, 1);
    private final Tape tape;
    private final List<DyadicInterval> range;
    private final Maximum found;

    LeafChecker(Expr body, List<Variable> variables, List<DyadicInterval> range, Maximum found) {
        this.tape = Tape.of(List.of(body), variables);
        this.range = range;
        this.found = found;
    }

    void check() {
        cover(range, found.leaves());
        var value = new Body<>(tape, arithmetic, List.of()).at(found.witness().stream().map(DyadicInterval::point).toList());
        assertThat(value.lower().compareTo(found.value().lower())).isGreaterThanOrEqualTo(0);
    }

    /** Splits the box along a side of a leaf until it is one leaf. */
    private void cover(List<DyadicInterval> box, List<Leaf> leaves) {
        for (var leaf : leaves) {
            if (leaf.box().equals(box)) {
                truth(leaf);
                return;
            }
        }
        for (int i = 0; i < box.size(); i++) {
            var side = box.get(i);
            var middle = side.lower().plus(side.upper()).shift(-1);
            var low = DyadicInterval.of(side.lower(), middle);
            var high = DyadicInterval.of(middle, side.upper());
            int place = i;
            var left = leaves.stream().filter(leaf -> low.contains(leaf.box().get(place))).toList();
            var right = leaves.stream().filter(leaf -> high.contains(leaf.box().get(place))).toList();
            boolean cut = leaves.stream().noneMatch(leaf -> inside(leaf.box(), box) && !low.contains(leaf.box().get(place))
                    && !high.contains(leaf.box().get(place)));
            if (cut && side.width().signum() > 0 && !left.isEmpty() && !right.isEmpty()) {
                cover(Leaf.with(box, i, low), left);
                cover(Leaf.with(box, i, high), right);
                return;
            }
        }
        fail("no leaf covers " + box);
    }

    private static boolean inside(List<DyadicInterval> inner, List<DyadicInterval> outer) {
        for (int i = 0; i < inner.size(); i++) {
            if (!outer.get(i).contains(inner.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void truth(Leaf leaf) {
        if (leaf.kind() == Leaf.Kind.BOUND) {
            assertThat(leaf.bound().compareTo(found.value().upper())).isLessThanOrEqualTo(0);
            assertThat(upperBound(leaf.box()).compareTo(leaf.bound().plus(Dyadic.ONE.shift(-190)))).isLessThanOrEqualTo(0);
            return;
        }
        var slope = slope(leaf.box(), leaf.coordinate());
        assertThat(leaf.increasing() ? slope.isPositive() : slope.isNegative()).isTrue();
        var end = range.get(leaf.coordinate());
        var face = leaf.face().get(leaf.coordinate()).lower();
        boolean onBoundary = face.equals(leaf.increasing() ? end.upper() : end.lower());
        assertThat(onBoundary).isEqualTo(leaf.kind() == Leaf.Kind.FACE);
        if (onBoundary) {
            cover(leaf.face(), found.leaves());
        }
    }

    private DyadicInterval slope(List<DyadicInterval> box, int i) {
        var row = new ArrayList<>(box.stream().map(jets::constant).toList());
        row.set(i, jets.variable(box.get(i), DyadicInterval.point(Dyadic.ONE)));
        return jets.coefficient(new Body<>(tape, jets, List.of()).at(row), 1);
    }

    /** sum_{k<8} a_k [-1, 1]^k + A_8 [0, 1], its quadratic part at the ends and at its vertex: f on the side by Taylor's theorem. */
    private Dyadic taylor(DyadicInterval side, DyadicInterval centre) {
        var eighth = new JetArithmetic<>(arithmetic, 8);
        var body = new Body<>(tape, eighth, List.of());
        var h = DyadicInterval.point(side.width().shift(-1));
        var a = body.at(eighth.variable(centre, h));
        var rest = arithmetic.multiply(DyadicInterval.of(Dyadic.ZERO, Dyadic.ONE), eighth.coefficient(body.at(eighth.variable(side, h)), 8));
        for (int k = 3; k < 8; k++) {
            rest = arithmetic.add(rest, arithmetic.multiply(DyadicInterval.of(Dyadic.of(-1), Dyadic.ONE), eighth.coefficient(a, k)));
        }
        var quadratic = Dyadic.NEGATIVE_INFINITY;
        var a1 = eighth.coefficient(a, 1);
        var a2 = eighth.coefficient(a, 2);
        // b s + a s^2 = a (s + b/2a)^2 - b^2/4a: at the vertex, and at the ends
        for (var s : List.of(DyadicInterval.point(Dyadic.of(-1)), DyadicInterval.point(Dyadic.ONE))) {
            quadratic = quadratic.max(arithmetic.multiply(s, arithmetic.add(a1, arithmetic.multiply(a2, s))).upper());
        }
        if (a2.isNegative() && a1.magnitude().compareTo(a2.magnitude().shift(1)) <= 0) {
            var vertex = arithmetic.divide(arithmetic.square(a1), arithmetic.multiply(a2, DyadicInterval.point(Dyadic.of(-4))));
            quadratic = quadratic.max(vertex.upper());
        } else if (a2.containsZero() && a2.lower().signum() < 0) {
            quadratic = quadratic.max(arithmetic.abs(a1).upper()).max(Dyadic.ZERO);
        }
        return arithmetic.add(arithmetic.add(eighth.coefficient(a, 0), DyadicInterval.point(quadratic)), rest).upper();
    }

    /** The better of the range and the mean value form, at this checker's precision. */
    private Dyadic upperBound(List<DyadicInterval> box) {
        var body = new Body<>(tape, arithmetic, List.of());
        Dyadic best = body.at(box).upper();
        try {
            var centre = box.stream().map(s -> DyadicInterval.point(s.lower().plus(s.upper()).shift(-1))).toList();
            var form = body.at(centre);
            for (int i = 0; i < box.size(); i++) {
                if (!box.get(i).isPoint()) {
                    form = arithmetic.add(form, arithmetic.multiply(slope(box, i), arithmetic.subtract(box.get(i), centre.get(i))));
                }
            }
            best = best.min(form.upper());
            return box.size() > 1 || box.get(0).isPoint() ? best : best.min(taylor(box.get(0), centre.get(0)));
        } catch (UndefinedException e) {
            return best;
        }
    }
}
