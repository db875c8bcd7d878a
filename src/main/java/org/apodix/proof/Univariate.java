package org.apodix.proof;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;

/** Polynomials in one variable: greatest common divisors, square factors, repeated roots. */
final class Univariate {

    private Univariate() { }

    /**
     * p divided by squares of polynomials until it has no square factor left. It has the sign of p wherever p is not 0; so where it is not negative,
     * neither is p, and where p is not negative on an interval, neither is it, by continuity.
     *
     * <p>Write p = c a_1 a_2^2 a_3^3 ... with coprime factors without squares. g = gcd(p, p') is a_2 a_3^2 ..., and q = g / gcd(g, g') is a_2 a_3 ...;
     * q^2 divides p.
     */
    static Polynomial withoutSquares(Polynomial p) {
        var rest = p;
        while (rest.degree() >= 2) {
            var repeated = gcd(rest, rest.derivative(0));
            if (repeated.degree() < 1) {
                return rest;
            }
            var q = repeated.dividedBy(gcd(repeated, repeated.derivative(0)));
            rest = rest.dividedBy(q.times(q));
        }
        return rest;
    }

    /** The only repeated root, where it is one rational number strictly between 0 and 1, or null. */
    static Rational touching(Polynomial p) {
        var repeated = gcd(p, p.derivative(0));
        if (repeated.degree() < 1) {
            return null;
        }
        var q = repeated.dividedBy(gcd(repeated, repeated.derivative(0)));
        if (q.degree() != 1) {
            return null;
        }
        var root = q.constantTerm().over(q.leadingCoefficient()).negate();
        return root.signum() > 0 && root.compareTo(Rational.ONE) < 0 ? root : null;
    }

    /** s -> p((1 - s) a + s b). */
    static Polynomial onSegment(Polynomial p, List<Rational> a, List<Rational> b) {
        var line = new ArrayList<Polynomial>();
        for (int i = 0; i < a.size(); i++) {
            line.add(Polynomial.of(List.of(a.get(i), b.get(i).minus(a.get(i)))));
        }
        var sum = Polynomial.constant(1, Rational.ZERO);
        for (var term : p.terms().entrySet()) {
            var product = Polynomial.constant(1, term.getValue());
            for (int i = 0; i < line.size(); i++) {
                product = product.times(line.get(i).pow(term.getKey()[i]));
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    /** The monic greatest common divisor by the Euclidean algorithm; of 0 and 0 it is 0. */
    static Polynomial gcd(Polynomial a, Polynomial b) {
        var first = monic(a);
        var second = monic(b);
        while (!second.isZero()) {
            var rest = monic(remainder(first, second));
            first = second;
            second = rest;
        }
        return first;
    }

    private static Polynomial monic(Polynomial p) {
        return p.isZero() ? p : p.times(p.leadingCoefficient().inverse());
    }

    private static Polynomial remainder(Polynomial a, Polynomial monic) {
        var rest = a;
        while (rest.degree() >= monic.degree() && !rest.isZero()) {
            var shift = new ArrayList<Rational>();
            for (int k = 0; k < rest.degree() - monic.degree(); k++) {
                shift.add(Rational.ZERO);
            }
            shift.add(rest.leadingCoefficient());
            rest = rest.minus(monic.times(Polynomial.of(shift)));
        }
        return rest;
    }
}
