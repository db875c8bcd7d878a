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

    private final int variables;
    /** The exponents of all terms, one term after the other in lexicographic order: the greatest term leads. */
    private final int[] exponents;
    /** The coefficients of the terms, none of them 0. */
    private final Rational[] coefficients;
    /** The degree, once it was asked for; less than -1 before. */
    private int degree = Integer.MIN_VALUE;

    /** The caller guarantees terms in lexicographic order without a coefficient 0, and arrays that nobody writes on. */
    Polynomial(int variables, int[] exponents, Rational[] coefficients) {
        this.variables = variables;
        this.exponents = exponents;
        this.coefficients = coefficients;
    }

    /** The constant, as a polynomial in so many variables. */
    public static Polynomial constant(int variables, Rational value) {
        return value.isZero() ? new Polynomial(variables, new int[0], new Rational[0])
            : new Polynomial(variables, new int[variables], new Rational[] {value});
    }

    /** The variable t_i; i counts from 0, and one that is not among the variables is rejected. */
    public static Polynomial variable(int variables, int i) {
        if (i < 0 || i >= variables) {
            throw new IllegalArgumentException("variable " + i + " of " + variables + ": give one from 0 to " + (variables - 1));
        }
        var exponents = new int[variables];
        exponents[i] = 1;
        return new Polynomial(variables, exponents, new Rational[] {Rational.ONE});
    }

    /** The sum of coefficients[k] t^k, in one variable. */
    public static Polynomial of(List<Rational> coefficients) {
        var terms = new TermList(1, coefficients.size());
        for (int k = 0; k < coefficients.size(); k++) {
            terms.add(new int[] {k}, 0, coefficients.get(k));
        }
        return terms.polynomial();
    }

    public int variables() {
        return variables;
    }

    /** The number of nonzero terms. */
    public int size() {
        return coefficients.length;
    }

    public boolean isZero() {
        return coefficients.length == 0;
    }

    public boolean isConstant() {
        return degree() <= 0;
    }

    /** Whether every term has degree 1 at most. */
    public boolean isAffine() {
        return degree() <= 1;
    }

    /** The greatest degree of a term; -1 of the zero polynomial. An {@link ArithmeticException} beyond the range of an int. */
    public int degree() {
        int known = degree; // a thread that does not see what another one found finds the same
        if (known < -1) {
            known = -1;
            for (int term = 0; term < size(); term++) {
                long sum = 0;
                for (int i = 0; i < variables; i++) {
                    sum += exponents[term * variables + i];
                }
                if (sum > Integer.MAX_VALUE) {
                    throw new ArithmeticException("a polynomial of degree " + sum + ": give smaller powers, up to degree " + Integer.MAX_VALUE);
                }
                known = Math.max(known, (int) sum);
            }
            degree = known;
        }
        return known;
    }

    /** The greatest exponent of t_i, 0 where it does not occur. */
    public int degree(int i) {
        int greatest = 0;
        for (int place = i; place < exponents.length; place += variables) {
            greatest = Math.max(greatest, exponents[place]);
        }
        return greatest;
    }

    /** The coefficient of the term with these exponents, one per variable. */
    public Rational coefficient(int... term) {
        requireVariables(term.length);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            int order = IntegerTerms.compare(variables, exponents, middle, term, 0);
            if (order == 0) {
                return coefficients[middle];
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return Rational.ZERO;
    }

    /** The coefficient of the term 1. */
    public Rational constantTerm() {
        return hasConstantTerm() ? coefficients[0] : Rational.ZERO;
    }

    /** Whether there is a term 1; it is the first one. */
    private boolean hasConstantTerm() {
        for (int i = 0; i < variables && !isZero(); i++) {
            if (exponents[i] > 0) {
                return false;
            }
        }
        return !isZero();
    }

    /** The coefficient of the greatest term in lexicographic order; 0 of the zero polynomial. */
    public Rational leadingCoefficient() {
        return isZero() ? Rational.ZERO : coefficients[size() - 1];
    }

    /** The nonzero coefficients, in lexicographic order of their terms. */
    public List<Rational> coefficients() {
        return List.of(coefficients);
    }

    /** The nonzero terms: exponents and coefficient, in lexicographic order. */
    public Map<int[], Rational> terms() {
        var terms = new TreeMap<int[], Rational>(Arrays::compare);
        for (int term = 0; term < size(); term++) {
            terms.put(Arrays.copyOfRange(exponents, term * variables, (term + 1) * variables), coefficients[term]);
        }
        return Collections.unmodifiableMap(terms);
    }

    public Polynomial plus(Polynomial other) {
        requireVariables(other.variables);
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        return merged(other, false);
    }

    public Polynomial minus(Polynomial other) {
        requireVariables(other.variables);
        if (isZero() || other.isZero()) {
            return isZero() ? other.negate() : this;
        }
        return merged(other, true);
    }

    private Polynomial merged(Polynomial other, boolean minus) {
        var same = Arrays.equals(exponents, other.exponents) ? addedUp(other, minus) : null;
        if (same != null) {
            return same;
        }
        var terms = new TermList(variables, size() + other.size());
        int i = 0;
        int k = 0;
        while (i < size() || k < other.size()) {
            int order = i == size() ? 1 : k == other.size() ? -1 : IntegerTerms.compare(variables, exponents, i, other.exponents, k);
            if (order < 0) {
                terms.add(exponents, i, coefficients[i++]);
                continue;
            }
            var second = minus ? other.coefficients[k].negate() : other.coefficients[k];
            terms.add(other.exponents, k++, order > 0 ? second : coefficients[i++].plus(second));
        }
        return terms.polynomial();
    }

    /** The sum or the difference where both have the same terms and none cancels, or null. */
    private Polynomial addedUp(Polynomial other, boolean minus) {
        var sums = new Rational[size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = minus ? coefficients[i].minus(other.coefficients[i]) : coefficients[i].plus(other.coefficients[i]);
            if (sums[i].isZero()) {
                return null;
            }
        }
        return new Polynomial(variables, exponents, sums);
    }

    public Polynomial times(Polynomial other) {
        requireVariables(other.variables);
        if (isConstant() || other.isConstant()) {
            return isConstant() ? other.times(constantTerm()) : times(other.constantTerm());
        }
        if (size() < 2 || other.size() < 2) {
            return size() < 2 ? other.timesTerm(this, 0) : timesTerm(other, 0);
        }
        var scale = IntegerTerms.commonDenominator(coefficients);
        var otherScale = IntegerTerms.commonDenominator(other.coefficients);
        return integers(scale).times(other.integers(otherScale)).over(scale.multiply(otherScale));
    }

    /** The terms times a common denominator. */
    private IntegerTerms integers(BigInteger common) {
        return IntegerTerms.of(variables, exponents, coefficients, common);
    }

    /** The product with one term of another polynomial. */
    private Polynomial timesTerm(Polynomial other, int term) {
        var products = new int[exponents.length];
        for (int i = 0; i < size(); i++) {
            IntegerTerms.multiply(variables, exponents, i, other.exponents, term, products, i);
        }
        return new Polynomial(variables, products, times(other.coefficients[term]).coefficients);
    }

    public Polynomial times(Rational factor) {
        if (factor.equals(Rational.ONE)) {
            return this;
        }
        if (factor.isZero()) {
            return constant(variables, Rational.ZERO);
        }
        var products = new Rational[size()];
        for (int i = 0; i < products.length; i++) {
            products[i] = coefficients[i].times(factor);
        }
        return new Polynomial(variables, exponents, products);
    }

    public Polynomial negate() {
        var opposites = new Rational[size()];
        for (int i = 0; i < opposites.length; i++) {
            opposites[i] = coefficients[i].negate();
        }
        return new Polynomial(variables, exponents, opposites);
    }

    /** The power; 0 to the power 0 is 1, and a negative exponent is rejected. */
    public Polynomial pow(int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("power " + exponent + " of a polynomial: give an exponent of 0 or more");
        }
        if (exponent < 2 || isConstant()) {
            return exponent == 1 ? this : constant(variables, constantTerm().pow(exponent));
        }
        var scale = IntegerTerms.commonDenominator(coefficients);
        var base = integers(scale);
        var power = base;
        for (int bit = 30 - Integer.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
            power = power.times(power);
            if ((exponent >> bit & 1) != 0) {
                power = power.times(base);
            }
        }
        return power.over(scale.pow(exponent));
    }

    /** The quotient where the other polynomial divides this one without remainder, or null; zero divides nothing. */
    public Polynomial dividedBy(Polynomial divisor) {
        requireVariables(divisor.variables);
        if (divisor.isZero()) {
            return null;
        }
        var rest = this;
        var quotient = new ArrayList<Polynomial>();
        // the leading term of a multiple is a multiple of the leading term
        while (!rest.isZero()) {
            var term = rest.leadingTermOver(divisor);
            if (term == null) {
                return null;
            }
            quotient.add(term);
            rest = rest.minus(divisor.timesTerm(term, 0));
        }
        var terms = new TermList(variables, quotient.size());
        for (int i = quotient.size() - 1; i >= 0; i--) {
            terms.add(quotient.get(i).exponents, 0, quotient.get(i).coefficients[0]);
        }
        return terms.polynomial();
    }

    /** The quotient of the leading terms, or null where it is none. */
    private Polynomial leadingTermOver(Polynomial divisor) {
        var difference = new int[variables];
        for (int i = 0; i < variables; i++) {
            difference[i] = exponents[exponents.length - variables + i] - divisor.exponents[divisor.exponents.length - variables + i];
            if (difference[i] < 0) {
                return null;
            }
        }
        return new Polynomial(variables, difference, new Rational[] {leadingCoefficient().over(divisor.leadingCoefficient())});
    }

    /** The partial derivative in t_i. */
    public Polynomial derivative(int i) {
        var terms = new TermList(variables, size());
        var lower = exponents.clone();
        for (int term = 0; term < size(); term++) {
            // all terms that are left have one less in the same place: their order stays
            int exponent = lower[term * variables + i]--;
            terms.add(lower, term, coefficients[term].times(Rational.of(exponent)));
        }
        return terms.polynomial();
    }

    /** The value at a point, one number per variable. */
    public Rational at(List<Rational> point) {
        requireVariables(point.size());
        if (variables == 1) {
            return at(point.get(0));
        }
        var sum = Rational.ZERO;
        for (int term = 0; term < size(); term++) {
            var product = coefficients[term];
            for (int i = 0; i < variables && !product.isZero(); i++) {
                int exponent = exponents[term * variables + i];
                if (exponent > 0) {
                    product = product.times(point.get(i).pow(exponent));
                }
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    /** By Horner's scheme, in one variable. */
    private Rational at(Rational x) {
        if (x.isZero()) {
            return constantTerm();
        }
        var sum = Rational.ZERO;
        for (int term = size() - 1; term >= 0; term--) {
            sum = sum.plus(coefficients[term]).times(x.pow(exponents[term] - (term == 0 ? 0 : exponents[term - 1])));
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
        return other instanceof Polynomial that && variables == that.variables && Arrays.equals(exponents, that.exponents)
            && Arrays.equals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * variables + Arrays.hashCode(exponents)) + Arrays.hashCode(coefficients);
    }

    /** The terms from the leading one on, as in {@code 2 t1^2 t3 - 1/2}; for reading only. */
    @Override
    public String toString() {
        if (isZero()) {
            return "0";
        }
        var text = new ArrayList<String>();
        for (int k = size() - 1; k >= 0; k--) {
            var term = new StringBuilder("(" + coefficients[k] + ")");
            for (int i = 0; i < variables; i++) {
                int exponent = exponents[k * variables + i];
                if (exponent > 0) {
                    term.append(" t").append(i + 1).append(exponent == 1 ? "" : "^" + exponent);
                }
            }
            text.add(term.toString());
        }
        return String.join(" + ", text);
    }
}
