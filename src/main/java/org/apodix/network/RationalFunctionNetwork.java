package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * A rational function Q/S of one variable on [-1, 1], exactly: 2K reciprocal units that carry Q/Pi and S/Pi, and the division gate
 * (ratio-signrelu R7).
 *
 * <p>Pi(t) = prod_j (c_j^2 - t^2), c_j = 2 + j/K for j below K, has 2K simple real roots outside of [-1, 1], and Q and S have degree below
 * 2K: both quotients are sums of partial fractions A/(c_j + t) and A/(c_j - t).
 */
public final class RationalFunctionNetwork {

    private final List<Rational> numerator;
    private final List<Rational> denominator;
    private final int pairs;
    private final QuotientNetwork given;

    /**
     * The function Q/S with bounds that are known otherwise.
     *
     * @param bounds of |Q| and of S on [-1, 1]; the network is Q/S wherever they hold
     */
    public RationalFunctionNetwork(List<Rational> numerator, List<Rational> denominator, int pairs, QuotientNetwork bounds) {
        requireShape(numerator, denominator, pairs);
        this.numerator = List.copyOf(numerator);
        this.denominator = List.copyOf(denominator);
        this.pairs = pairs;
        this.given = bounds;
    }

    /**
     * The function Q/S.
     *
     * @param numerator   coefficients of Q by increasing power, at most 2K of them
     * @param denominator likewise of S; S_0 must exceed the sum of the absolute values of the others, so that S > 0 on [-1, 1]
     * @param pairs       K, at least 1
     */
    public RationalFunctionNetwork(List<Rational> numerator, List<Rational> denominator, int pairs) {
        requireShape(numerator, denominator, pairs);
        this.numerator = List.copyOf(numerator);
        this.denominator = List.copyOf(denominator);
        this.pairs = pairs;
        this.given = null;
        if (leastOfDenominator().signum() <= 0) {
            throw new IllegalArgumentException("the denominator's constant term " + denominator.get(0)
                + " must exceed the sum of the absolute values of its other coefficients");
        }
    }

    private static void requireShape(List<Rational> numerator, List<Rational> denominator, int pairs) {
        if (pairs < 1) {
            throw new IllegalArgumentException("K is " + pairs + ": give 1 or more pairs of units");
        }
        if (numerator.isEmpty() || denominator.isEmpty() || numerator.size() > 2 * pairs || denominator.size() > 2 * pairs) {
            throw new IllegalArgumentException(numerator.size() + " and " + denominator.size() + " coefficients with K = " + pairs
                + ": give from 1 to 2 K = " + 2 * pairs + " each");
        }
    }

    /** c_j = 2 + j/K. */
    public Rational pole(int j) {
        return Rational.TWO.plus(Rational.of(j, pairs));
    }

    /** Pi(t). */
    public Rational poles(Rational t) {
        var product = Rational.ONE;
        for (int j = 0; j < pairs; j++) {
            product = product.times(pole(j).pow(2).minus(t.times(t)));
        }
        return product;
    }

    /** S_0 minus the absolute values of the other coefficients. */
    private Rational leastOfDenominator() {
        return denominator.get(0).plus(denominator.get(0).abs()).minus(size(denominator));
    }

    private static Rational size(List<Rational> coefficients) {
        return coefficients.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
    }

    /** The bounds of Q and S over Pi(1), Pi(0), Pi(1); by default sum |Q_i|, S_0 - sum of the other |S_i|, sum |S_i|. */
    public QuotientNetwork bounds() {
        var least = poles(Rational.ONE);
        if (given != null) {
            return new QuotientNetwork(given.numerators().over(least), given.denominatorLeast().over(poles(Rational.ZERO)),
                given.denominatorMost().over(least));
        }
        return new QuotientNetwork(size(numerator).over(least), leastOfDenominator().over(poles(Rational.ZERO)), size(denominator).over(least));
    }

    /** t -> (Q(t)/Pi(t), S(t)/Pi(t)) on [-1, 1], one hidden layer of 2K units 1/(c_j + t), 1/(c_j - t). */
    public Network readouts(SignReluGates gates) {
        Network units = null;
        var numerators = new ArrayList<Rational>();
        var denominators = new ArrayList<Rational>();
        for (int j = 0; j < pairs; j++) {
            var c = pole(j);
            for (var sign : List.of(Rational.ONE, Rational.ONE.negate())) {
                var unit = Network.affine(AffineMap.of(1, Row.unit(0, sign, c))).then(gates.reciprocal(c.minus(Rational.ONE)));
                units = units == null ? unit : units.stackedOn(unit);
                numerators.add(residue(numerator, j, sign));
                denominators.add(residue(denominator, j, sign));
            }
        }
        return units.then(AffineMap.of(2 * pairs, Row.of(numerators, Rational.ZERO), Row.of(denominators, Rational.ZERO)));
    }

    /** The coefficient of 1/(c_j + sign t): Q(-sign c_j) / (2 c_j prod_{l != j} (c_l^2 - c_j^2)). */
    private Rational residue(List<Rational> coefficients, int j, Rational sign) {
        var c = pole(j);
        var divisor = c.times(Rational.TWO);
        for (int l = 0; l < pairs; l++) {
            divisor = l == j ? divisor : divisor.times(pole(l).pow(2).minus(c.pow(2)));
        }
        return value(coefficients, c.times(sign).negate()).over(divisor);
    }

    /** The polynomial's value, by Horner's rule. */
    public static Rational value(List<Rational> coefficients, Rational t) {
        var sum = Rational.ZERO;
        for (int i = coefficients.size() - 1; i >= 0; i--) {
            sum = sum.times(t).plus(coefficients.get(i));
        }
        return sum;
    }

    /** t -> Q(t)/S(t) on [-1, 1]: three hidden layers of widths 2K, 4, 2. */
    public Network network(SignReluGates gates) {
        return bounds().of(gates, readouts(gates));
    }
}
