package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Terms with integer coefficients, in lexicographic order of their exponents: what a product of polynomials is computed in, so that fractions are reduced only when
 * they are complete. A coefficient may be 0. Immutable.
 *
 * @param variables the number of exponents of a term
 * @param exponents those of all terms, one term after the other
 */
record IntegerTerms(int variables, int[] exponents, BigInteger[] coefficients) {

    /** The least common multiple of the denominators. */
    static BigInteger commonDenominator(Rational[] numbers) {
        var common = BigInteger.ONE;
        for (var number : numbers) {
            var denominator = number.denominator();
            if (!denominator.equals(BigInteger.ONE) && !denominator.equals(common)) {
                common = common.divide(common.gcd(denominator)).multiply(denominator);
            }
        }
        return common;
    }

    /** The terms times a common denominator of their coefficients. */
    static IntegerTerms of(int variables, int[] exponents, Rational[] coefficients, BigInteger common) {
        var integers = new BigInteger[coefficients.length];
        for (int i = 0; i < integers.length; i++) {
            var denominator = coefficients[i].denominator();
            integers[i] = denominator.equals(common) ? coefficients[i].numerator()
                : coefficients[i].numerator().multiply(common.divide(denominator));
        }
        return new IntegerTerms(variables, exponents, integers);
    }

    /** The polynomial with these terms, over a denominator. */
    Polynomial over(BigInteger denominator) {
        var quotient = new TermList(variables, coefficients.length);
        for (int i = 0; i < coefficients.length; i++) {
            quotient.add(exponents, i, Rational.of(coefficients[i], denominator));
        }
        return quotient.polynomial();
    }

    /** The order of the term at this place of an array of exponents among those of another one. */
    static int compare(int variables, int[] a, int i, int[] b, int k) {
        return Arrays.compare(a, i * variables, (i + 1) * variables, b, k * variables, (k + 1) * variables);
    }

    /** Writes the exponents of the product of two terms. */
    static void multiply(int variables, int[] a, int i, int[] b, int k, int[] product, int place) {
        for (int v = 0; v < variables; v++) {
            product[place * variables + v] = Math.addExact(a[i * variables + v], b[k * variables + v]);
        }
    }

    IntegerTerms times(IntegerTerms other) {
        return coefficients.length == 0 || other.coefficients.length == 0 ? new IntegerTerms(variables, new int[0], new BigInteger[0])
            : times(other, 0, coefficients.length);
    }

    /** The product with the terms from {@code start} to before {@code end}: one is a sorted row, and rows are merged in pairs. */
    private IntegerTerms times(IntegerTerms other, int start, int end) {
        if (end - start > 1) {
            int middle = (start + end) / 2;
            return times(other, start, middle).plus(times(other, middle, end));
        }
        int size = other.coefficients.length;
        var row = new int[size * variables];
        var products = new BigInteger[size];
        for (int k = 0; k < size; k++) {
            multiply(variables, exponents, start, other.exponents, k, row, k);
            products[k] = coefficients[start].multiply(other.coefficients[k]);
        }
        return new IntegerTerms(variables, row, products);
    }

    private IntegerTerms plus(IntegerTerms other) {
        int most = coefficients.length + other.coefficients.length;
        var merged = new int[most * variables];
        var sums = new BigInteger[most];
        int count = 0;
        int i = 0;
        int k = 0;
        while (i < coefficients.length || k < other.coefficients.length) {
            int order = i == coefficients.length ? 1 : k == other.coefficients.length ? -1 : compare(variables, exponents, i, other.exponents, k);
            System.arraycopy(order <= 0 ? exponents : other.exponents, (order <= 0 ? i : k) * variables, merged, count * variables, variables);
            sums[count++] = order < 0 ? coefficients[i] : order > 0 ? other.coefficients[k] : coefficients[i].add(other.coefficients[k]);
            i += order <= 0 ? 1 : 0;
            k += order >= 0 ? 1 : 0;
        }
        return new IntegerTerms(variables, Arrays.copyOf(merged, count * variables), Arrays.copyOf(sums, count));
    }
}
