package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;

/** The tilts that the mathematics page names, and random ones. */
final class Tilts {

    private static final int[] DIMENSIONS = {1, 2, 3, 5, 7, 10, 20, 50, 100};

    private Tilts() { }

    static Rational q(String text) {
        return Rational.parse(text);
    }

    static List<Rational> list(String texts) {
        return java.util.Arrays.stream(texts.split(" ")).map(Rational::parse).toList();
    }

    static ForwardTime time(String a) {
        return new ForwardTime(q(a));
    }

    static RidgeTilt cosine(String c, String omega, String phase, String a, int dimension) {
        return new RidgeTilt(new Cosine(q(c), q(omega), q(phase)), dimension, time(a));
    }

    static RidgeTilt modes(String m, String p, String a, int dimension) {
        return new RidgeTilt(new TwoModes(q(m), q(p)), dimension, time(a));
    }

    static RidgeTilt hat(String c, String a, int dimension) {
        return new RidgeTilt(PiecewiseLinear.hat(q(c)), dimension, time(a));
    }

    static RidgeTilt linear(String b, String a, int dimension) {
        return new RidgeTilt(new LinearProfile(q(b)), dimension, time(a));
    }

    /** I1 of section 8: COS with c = omega = 1, phase 1/2. */
    static RidgeTilt i1(int dimension) {
        return cosine("1", "1", "1/2", "3/5", dimension);
    }

    /** I13: three modes in three dimensions. */
    static MixturePoint i13() {
        return new MixturePoint(list("1/2 1/4 1/4"), List.of(list("1 0 0"), list("-1/2 1 0"), list("0 -1/2 -1")), time("3/5"), list("1/2 -1/4 1"));
    }

    static int dimension(Draw draw) {
        return DIMENSIONS[draw.integer(0, DIMENSIONS.length - 1)];
    }

    /** A Pythagorean time. */
    static ForwardTime time(Draw draw) {
        return time(draw.of("3/5", "4/5", "5/13", "12/13", "8/17", "15/17", "7/25", "24/25"));
    }

    static Cosine cosine(Draw draw) {
        return new Cosine(draw.rational(-1, 1, 8), Rational.of(draw.integer(1, 8), 4), Rational.of(draw.integer(0, 24), 8));
    }

    static TwoModes modes(Draw draw) {
        return new TwoModes(Rational.of(draw.integer(1, 12), 8), Rational.of(draw.integer(1, 15), 16));
    }

    /** Two to four knots with slopes up to 2, constant outside. */
    static PiecewiseLinear piecewise(Draw draw) {
        if (draw.yes()) {
            return PiecewiseLinear.hat(draw.rational(-1, 1, 4));
        }
        var knots = new ArrayList<Rational>();
        var values = new ArrayList<Rational>();
        var knot = draw.rational(-2, 0, 2);
        int count = draw.integer(2, 4);
        for (int i = 0; i < count; i++) {
            knots.add(knot);
            values.add(draw.rational(-1, 1, 4).over(Rational.TWO));
            knot = knot.plus(Rational.of(draw.integer(2, 4), 4));
        }
        return PiecewiseLinear.of(knots, values);
    }

    /** COS or PL. */
    static Profile bounded(Draw draw) {
        return draw.integer(0, 15) < 15 ? cosine(draw) : piecewise(draw);
    }

    /** COS, MIX or PL, the last rarely as it takes longest. */
    static Profile profile(Draw draw) {
        return draw.integer(0, 15) < 9 ? modes(draw) : bounded(draw);
    }

    static RidgeTilt tilt(Draw draw) {
        return new RidgeTilt(profile(draw), dimension(draw), time(draw));
    }

    /** Any of the profiles and a point up to 4 from the origin. */
    static RidgePoint point(Draw draw) {
        var profile = switch (draw.integer(0, 5)) {
            case 0, 1 -> modes(draw);
            case 2, 3 -> cosine(draw);
            case 4 -> piecewise(draw);
            default -> new LinearProfile(draw.rational(-2, 2, 4));
        };
        return new RidgePoint(new RidgeTilt(profile, dimension(draw), time(draw)), draw.rational(-4, 4, 4));
    }

    /** From 1 to 10^9 nodes, every power of ten alike. */
    static RidgeNodes nodes(Draw draw) {
        int nodes = count(draw, 8);
        return new RidgeNodes(tilt(draw), nodes);
    }

    /** k 10^j with k from 1 to 9 and j up to the most. */
    static int count(Draw draw, int mostPower) {
        int nodes = 1;
        for (int power = draw.integer(0, mostPower); power > 0; power--) {
            nodes *= 10;
        }
        return nodes * draw.integer(1, 9);
    }

    static Quadratic quadratic(Draw draw) {
        return new Quadratic(Rational.of(draw.integer(-7, 64), 16), dimension(draw), time(draw));
    }

    static MixturePoint mixture(Draw draw) {
        int dimension = draw.integer(1, 3);
        int modes = draw.integer(1, 4);
        var weights = draw.list(modes, d -> Rational.of(d.integer(1, 6)));
        var total = weights.stream().reduce(Rational.ZERO, Rational::plus);
        var means = draw.list(modes, d -> d.list(dimension, e -> e.rational(-1, 1, 3)));
        return new MixturePoint(weights.stream().map(w -> w.over(total)).toList(), means, time(draw), draw.list(dimension, d -> d.rational(-3, 3, 2)));
    }

    static DiscreteTilt discrete(Draw draw) {
        int atoms = draw.integer(2, 6);
        var parts = draw.list(atoms, d -> Rational.of(d.integer(1, 9)));
        var total = parts.stream().reduce(Rational.ZERO, Rational::plus);
        var weights = draw.list(atoms, d -> Rational.of(d.integer(1, 9), d.integer(1, 4)).pow(2));
        return new DiscreteTilt(parts.stream().map(p -> p.over(total)).toList(), weights, draw.list(atoms, d -> d.rational(-3, 3, 3)));
    }
}
