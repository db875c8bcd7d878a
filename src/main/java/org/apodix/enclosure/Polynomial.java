package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A polynomial with rational coefficients in a fixed number of variables t_1, ..., t_n, as the list of its nonzero terms: equal polynomials have
 * equal terms. Immutable.
 */
public final class Polynomial {

    /** The exponents of one term, in lexicographic order: the greatest term leads. */
    private record Monomial(int[] exponents) implements Comparable<Monomial> {

        Monomial times(Monomial other) {
            var sum = exponents.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] = Math.addExact(sum[i], other.exponents[i]);
            }
            return new Monomial(sum);
        }

        /** The quotient, or null where the other one does not divide. */
        Monomial over(Monomial other) {
            var difference = exponents.clone();
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= other.exponents[i];
                if (difference[i] < 0) {
                    return null;
                }
            }
            return new Monomial(difference);
        }

        int degree() {
            int sum = 0;
            for (int exponent : exponents) {
                sum += exponent;
            }
            return sum;
        }

        @Override
        public int compareTo(Monomial other) {
            return Arrays.compare(exponents, other.exponents);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Monomial that && Arrays.equals(exponents, that.exponents);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(exponents);
        }
    }

    private final int variables;
    private final TreeMap<Monomial, Rational> terms;
    /** The degree, once it was asked for; less than -1 before. */
    private int degree = Integer.MIN_VALUE;

    private Polynomial(int variables, TreeMap<Monomial, Rational> terms) {
        this.variables = variables;
        this.terms = terms;
    }

    /** The constant, as a polynomial in so many variables. */
    public static Polynomial constant(int variables, Rational value) {
        var terms = new TreeMap<Monomial, Rational>();
        put(terms, new Monomial(new int[variables]), value);
        return new Polynomial(variables, terms);
    }

    /** The variable t_i; i counts from 0, and one that is not among the variables is rejected. */
    public static Polynomial variable(int variables, int i) {
        if (i < 0 || i >= variables) {
            throw new IllegalArgumentException("variable " + i + " of " + variables + ": give one from 0 to " + (variables - 1));
        }
        var exponents = new int[variables];
        exponents[i] = 1;
        var terms = new TreeMap<Monomial, Rational>();
        terms.put(new Monomial(exponents), Rational.ONE);
        return new Polynomial(variables, terms);
    }

    /** The sum of coefficients[k] t^k, in one variable. */
    public static Polynomial of(List<Rational> coefficients) {
        var terms = new TreeMap<Monomial, Rational>();
        for (int k = 0; k < coefficients.size(); k++) {
            put(terms, new Monomial(new int[] {k}), coefficients.get(k));
        }
        return new Polynomial(1, terms);
    }

    private static void put(TreeMap<Monomial, Rational> terms, Monomial monomial, Rational coefficient) {
        if (!coefficient.isZero()) {
            terms.put(monomial, coefficient);
        }
    }

    private static void add(TreeMap<Monomial, Rational> terms, Monomial monomial, Rational coefficient) {
        var old = terms.get(monomial);
        var sum = old == null ? coefficient : old.plus(coefficient);
        if (sum.isZero()) {
            terms.remove(monomial);
        } else {
            terms.put(monomial, sum);
        }
    }

    public int variables() {
        return variables;
    }

    /** The number of nonzero terms. */
    public int size() {
        return terms.size();
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    public boolean isConstant() {
        return degree() <= 0;
    }

    /** Whether every term has degree 1 at most. */
    public boolean isAffine() {
        return degree() <= 1;
    }

    /** The greatest degree of a term; -1 of the zero polynomial. */
    public int degree() {
        int known = degree; // a thread that does not see what another one found finds the same
        if (known < -1) {
            known = -1;
            for (var monomial : terms.keySet()) {
                known = Math.max(known, monomial.degree());
            }
            degree = known;
        }
        return known;
    }

    /** The greatest exponent of t_i, 0 where it does not occur. */
    public int degree(int i) {
        int degree = 0;
        for (var monomial : terms.keySet()) {
            degree = Math.max(degree, monomial.exponents[i]);
        }
        return degree;
    }

    /** The coefficient of the term with these exponents, one per variable. */
    public Rational coefficient(int... exponents) {
        requireVariables(exponents.length);
        return terms.getOrDefault(new Monomial(exponents), Rational.ZERO);
    }

    /** The coefficient of the term 1. */
    public Rational constantTerm() {
        return coefficient(new int[variables]);
    }

    /** The coefficient of the greatest term in lexicographic order; 0 of the zero polynomial. */
    public Rational leadingCoefficient() {
        return isZero() ? Rational.ZERO : terms.lastEntry().getValue();
    }

    /** The nonzero coefficients, in lexicographic order of their terms. */
    public List<Rational> coefficients() {
        return List.copyOf(terms.values());
    }

    /** The nonzero terms: exponents and coefficient, in lexicographic order. */
    public Map<int[], Rational> terms() {
        var copy = new TreeMap<int[], Rational>(Arrays::compare);
        terms.forEach((monomial, coefficient) -> copy.put(monomial.exponents.clone(), coefficient));
        return Collections.unmodifiableMap(copy);
    }

    public Polynomial plus(Polynomial other) {
        requireVariables(other.variables);
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        var sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
        return new Polynomial(variables, sum);
    }

    public Polynomial minus(Polynomial other) {
        requireVariables(other.variables);
        if (isZero() || other.isZero()) {
            return isZero() ? other.negate() : this;
        }
        var difference = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> add(difference, monomial, coefficient.negate()));
        return new Polynomial(variables, difference);
    }

    public Polynomial times(Polynomial other) {
        requireVariables(other.variables);
        if (isConstant() || other.isConstant()) {
            return isConstant() ? other.times(constantTerm()) : times(other.constantTerm());
        }
        var product = new TreeMap<Monomial, Rational>();
        if (size() < 2 || other.size() < 2) {
            terms.forEach((m, a) -> other.terms.forEach((n, b) -> product.put(m.times(n), a.times(b))));
            return new Polynomial(variables, product);
        }
        var scale = commonDenominator();
        var otherScale = other.commonDenominator();
        return over(product(integers(scale), other.integers(otherScale)), scale.multiply(otherScale));
    }

    /** A product whose coefficients are canceled only when all of them are known. */
    private static TreeMap<Monomial, BigInteger> product(TreeMap<Monomial, BigInteger> a, TreeMap<Monomial, BigInteger> b) {
        var sums = new TreeMap<Monomial, BigInteger>();
        a.forEach((m, x) -> b.forEach((n, y) -> sums.merge(m.times(n), x.multiply(y), BigInteger::add)));
        return sums;
    }

    private Polynomial over(TreeMap<Monomial, BigInteger> numerators, BigInteger denominator) {
        var quotient = new TreeMap<Monomial, Rational>();
        numerators.forEach((monomial, numerator) -> put(quotient, monomial, Rational.of(numerator, denominator)));
        return new Polynomial(variables, quotient);
    }

    private BigInteger commonDenominator() {
        var common = BigInteger.ONE;
        for (var coefficient : terms.values()) {
            common = common.divide(common.gcd(coefficient.denominator())).multiply(coefficient.denominator());
        }
        return common;
    }

    /** The coefficients times a common denominator. */
    private TreeMap<Monomial, BigInteger> integers(BigInteger common) {
        var integers = new TreeMap<Monomial, BigInteger>();
        terms.forEach((monomial, coefficient) -> integers.put(monomial, coefficient.numerator().multiply(common.divide(coefficient.denominator()))));
        return integers;
    }

    public Polynomial times(Rational factor) {
        if (factor.equals(Rational.ONE)) {
            return this;
        }
        var product = factor.isZero() ? new TreeMap<Monomial, Rational>() : new TreeMap<>(terms);
        product.replaceAll((monomial, coefficient) -> coefficient.times(factor));
        return new Polynomial(variables, product);
    }

    public Polynomial negate() {
        var opposite = new TreeMap<>(terms);
        opposite.replaceAll((monomial, coefficient) -> coefficient.negate());
        return new Polynomial(variables, opposite);
    }

    /** The power; 0 to the power 0 is 1, and a negative exponent is rejected. */
    public Polynomial pow(int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("power " + exponent + " of a polynomial: give an exponent of 0 or more");
        }
        if (exponent < 2 || isConstant()) {
            return exponent == 1 ? this : constant(variables, constantTerm().pow(exponent));
        }
        var scale = commonDenominator();
        var base = integers(scale);
        var power = base;
        for (int bit = 30 - Integer.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
            power = product(power, power);
            if ((exponent >> bit & 1) != 0) {
                power = product(power, base);
            }
        }
        return over(power, scale.pow(exponent));
    }

    /** The quotient where the other polynomial divides this one without remainder, or null; zero divides nothing. */
    public Polynomial dividedBy(Polynomial divisor) {
        requireVariables(divisor.variables);
        if (divisor.isZero()) {
            return null;
        }
        var lead = divisor.terms.lastEntry();
        var rest = new TreeMap<>(terms);
        var quotient = new TreeMap<Monomial, Rational>();
        // the leading term of a multiple is a multiple of the leading term
        while (!rest.isEmpty()) {
            var monomial = rest.lastKey().over(lead.getKey());
            if (monomial == null) {
                return null;
            }
            var factor = rest.lastEntry().getValue().over(lead.getValue());
            quotient.put(monomial, factor);
            divisor.terms.forEach((m, b) -> add(rest, monomial.times(m), factor.times(b).negate()));
        }
        return new Polynomial(variables, quotient);
    }

    /** The partial derivative in t_i. */
    public Polynomial derivative(int i) {
        var derivative = new TreeMap<Monomial, Rational>();
        terms.forEach((monomial, coefficient) -> {
            int exponent = monomial.exponents[i];
            if (exponent > 0) {
                var lower = monomial.exponents.clone();
                lower[i]--;
                derivative.put(new Monomial(lower), coefficient.times(Rational.of(exponent)));
            }
        });
        return new Polynomial(variables, derivative);
    }

    /** The value at a point, one number per variable. */
    public Rational at(List<Rational> point) {
        requireVariables(point.size());
        var sum = Rational.ZERO;
        for (var term : terms.entrySet()) {
            var product = term.getValue();
            for (int i = 0; i < variables; i++) {
                if (term.getKey().exponents[i] > 0) {
                    product = product.times(point.get(i).pow(term.getKey().exponents[i]));
                }
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    private void requireVariables(int number) {
        if (number != variables) {
            throw new IllegalArgumentException("a polynomial in " + variables + " variables meets " + number + ": give as many");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial that && variables == that.variables && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return 31 * variables + terms.hashCode();
    }

    /** The terms from the leading one on, as in {@code 2 t1^2 t3 - 1/2}; for reading only. */
    @Override
    public String toString() {
        if (isZero()) {
            return "0";
        }
        var text = new ArrayList<String>();
        terms.descendingMap().forEach((monomial, coefficient) -> {
            var term = new StringBuilder("(" + coefficient + ")");
            for (int i = 0; i < variables; i++) {
                if (monomial.exponents[i] > 0) {
                    term.append(" t").append(i + 1).append(monomial.exponents[i] == 1 ? "" : "^" + monomial.exponents[i]);
                }
            }
            text.add(term.toString());
        });
        return String.join(" + ", text);
    }
}
