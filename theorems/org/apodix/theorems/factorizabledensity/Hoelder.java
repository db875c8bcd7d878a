package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;

/**
 * A function of t >= 0 with rational values that is Hölder with exponent p/q and constant 1: the linear interpolant of t^(p/q) at t = (j/M)^q, j = 0, 1, ...
 *
 * <p>It increases, is concave and is 0 at 0, so |h(s) - h(t)| <= h(|s - t|); and it lies below t^(p/q), because that is concave. For p = q it is t.
 */
record Hoelder(int p, int q, int nodes) {

    /** The exponent "beta" = p/q in (0, 1] with q at most 3, and "M". */
    static Hoelder read(Fields fields, String name) {
        var exponent = fields.rational(name);
        if (exponent.signum() <= 0 || exponent.compareTo(Rational.ONE) > 0 || exponent.denominator().bitLength() > 2) {
            throw new BadInput("\"" + name + "\" is " + Fields.shorten(exponent.toString()) + "; give one of 1, 1/2, 1/3, 2/3, so that values stay rational");
        }
        return new Hoelder(exponent.numerator().intValueExact(), exponent.denominator().intValueExact(), fields.integer("M", 1, 20));
    }

    Rational exponent() {
        return Rational.of(p, q);
    }

    private Rational node(int j) {
        return Rational.of(j, nodes).pow(q);
    }

    private Rational value(int j) {
        return Rational.of(j, nodes).pow(p);
    }

    /** The slope between node j and the next one. */
    private Rational slope(int j) {
        return value(j + 1).minus(value(j)).over(node(j + 1).minus(node(j)));
    }

    /** The nodes in (0, most). */
    List<Rational> nodes(Rational most) {
        var inside = new ArrayList<Rational>();
        for (int j = 1; node(j).compareTo(most) < 0; j++) {
            inside.add(node(j));
        }
        return inside;
    }

    /** h(t), or its iterated integral from 0: times = 1 is the integral of h, times = 2 the integral of that. */
    Rational at(Rational t, int times) {
        var values = new ArrayList<>(IntStream.rangeClosed(0, times).mapToObj(k -> Rational.ZERO).toList());
        for (int j = 0;; j++) {
            boolean last = node(j + 1).compareTo(t) >= 0;
            step(values, slope(j), (last ? t : node(j + 1)).minus(node(j)));
            if (last) {
                return values.get(times);
            }
        }
    }

    /** From the values of h and its iterated integrals at a point to those at a distance, where h has this slope between: Taylor's formula. */
    private static void step(List<Rational> values, Rational slope, Rational distance) {
        for (int k = values.size() - 1; k >= 0; k--) {
            var sum = slope.times(overFactorial(distance, k + 1));
            for (int i = 0; i <= k; i++) {
                sum = sum.plus(values.get(i).times(overFactorial(distance, k - i)));
            }
            values.set(k, sum);
        }
    }

    /** x^k / k!. */
    static Rational overFactorial(Rational x, int k) {
        var value = Rational.ONE;
        for (int i = 1; i <= k; i++) {
            value = value.times(x).over(Rational.of(i));
        }
        return value;
    }

    /** The s-th iterated integral of h(|x|) from 0, at a point of any sign: odd in x for odd s, even for even s. */
    Rational antiderivative(Rational x, int s) {
        var size = at(x.abs(), s);
        return x.signum() < 0 && s % 2 == 1 ? size.negate() : size;
    }

    static Hoelder draw(Draw draw) {
        var exponent = draw.of(List.of(1, 2), List.of(1, 1), List.of(1, 3), List.of(2, 3));
        return new Hoelder(exponent.get(0), exponent.get(1), draw.integer(1, 6));
    }
}
