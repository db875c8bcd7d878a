package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** The chain of two coordinates, p = (1 + a x y)/4 on [-1, 1]^2 and 0 outside, shifted by z (the step behind F12(a)): exact. */
record PairShift(Rational a, List<Rational> z) implements Diffused {

    private static final Rational HALF = Rational.of(1, 2);

    static final Quantity<PairShift> DISTANCE = Quantity.of("shifted", "\\textstyle\\int|p(x-z)-p(x)|\\,dx", "over the plane", s -> Expr.of(s.distance()));
    static final Quantity<PairShift> BOUND = Quantity.of("shift_bound", "|z_1|V_1+|z_2|V_2", "$V_1=V_2=1+\\frac{|a|}2$", s -> Expr.of(s.size().times(s.variation())));
    static final Quantity<PairShift> JUMPS = Quantity.of("shift_jumps", "|z_1|+|z_2|", "the jumps at the boundary alone", s -> Expr.of(s.size()));

    static final InstanceFamily<PairShift> FAMILY = new InstanceFamily<>("pair_shift", PairShift.class, Set.of("a", "z"), s -> true,
        fields -> new PairShift(fields.between("a", Rational.of(-1), Rational.ONE), pair(fields.rationals("z"))),
        (s, json) -> InstanceFamily.put(json.put("a", s.a.toString()), "z", s.z), List.of(DISTANCE, BOUND));

    private static List<Rational> pair(List<Rational> z) {
        if (z.size() != 2) {
            throw new org.apodix.audit.BadInput("\"z\" has " + z.size() + " entries; give two");
        }
        return z;
    }

    private Rational size() {
        return z.get(0).abs().plus(z.get(1).abs());
    }

    private Rational variation() {
        return Rational.ONE.plus(a.abs().times(HALF));
    }

    /** An interval. */
    private record Range(Rational from, Rational to) {

        Rational length() {
            return to.minus(from);
        }

        Rational center() {
            return from.plus(to).times(HALF);
        }

        Range shifted(Rational by) {
            return new Range(from.plus(by), to.plus(by));
        }
    }

    /** The part of [-1, 1] that also lies in [-1, 1] + z_i. */
    private Range common(int i) {
        return new Range(Rational.of(-1).max(z.get(i).minus(Rational.ONE)), Rational.ONE.min(z.get(i).plus(Rational.ONE)));
    }

    /** On the common rectangle the difference is the linear function a (z_1 z_2 - z_1 y - z_2 x)/4; elsewhere one of the two is 0. */
    private Rational distance() {
        var u = common(0);
        var v = common(1);
        if (u.length().signum() <= 0 || v.length().signum() <= 0) {
            return Rational.TWO;
        }
        var outside = Rational.TWO.minus(mass(u, v)).minus(mass(u.shifted(z.get(0).negate()), v.shifted(z.get(1).negate())));
        var middle = z.get(0).times(z.get(1)).minus(z.get(0).times(v.center())).minus(z.get(1).times(u.center()));
        var inside = PairHistogram.meanAbsolute(middle, z.get(1).times(u.length()), z.get(0).times(v.length()));
        return outside.plus(a.abs().over(Rational.of(4)).times(u.length()).times(v.length()).times(inside));
    }

    /** The probability of a rectangle in the square. */
    private Rational mass(Range u, Range v) {
        return u.length().times(v.length()).times(Rational.ONE.plus(a.times(u.center()).times(v.center()))).over(Rational.of(4));
    }

    static PairShift draw(Draw draw) {
        return new PairShift(Chain.coefficient(draw), draw.list(2, d -> d.rational(-3, 3, 12)));
    }
}
