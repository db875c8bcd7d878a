package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Composed functions at c + h t: the polynomial of their Taylor coefficients up to order 10, summed at t = 2^-30, is off from the value that is computed without
 * jets by the order of t^11 alone. An error of 2^-12, relative to the greatest coefficient, would be seen in the last one.
 */
class JetPolynomialTest {

    private static final int ORDER = 10;
    private static final int OPERATIONS = 26;
    private static final DyadicArithmetic ARITHMETIC = new DyadicArithmetic(500);
    private static final Rational RADIUS = Rational.of(1, 64);
    private static final Rational T = Rational.of(1, 2).pow(30);

    @Test
    void theTaylorPolynomialMeetsTheFunctionNearby() {
        var random = new Random(11);
        var jets = new JetArithmetic<>(ARITHMETIC, ORDER);
        var real = new Defined<>(ARITHMETIC);
        var t = real.of(T);
        int compared = 0;
        for (int i = 0; i < 600; i++) {
            var operations = List.of(i % OPERATIONS, random.nextInt(OPERATIONS), random.nextInt(OPERATIONS));
            var center = Rational.of(random.nextInt(4001) - 2000, 1000 + random.nextInt(50));
            try {
                var jet = composed(jets, operations, jets.variable(real.of(center), real.of(RADIUS)));
                var value = composed(real, operations, real.of(center.plus(RADIUS.times(T))));
                var sum = real.of(Rational.ZERO);
                var size = Dyadic.ONE;
                for (int k = ORDER; k >= 0; k--) {
                    sum = real.add(real.multiply(sum, t), jets.coefficient(jet, k));
                    size = size.max(jets.coefficient(jet, k).magnitude());
                }
                assertThat(real.subtract(sum, value).mignitude()).as("%s at %s", operations, center).isLessThanOrEqualTo(size.scaledUp(-312));
                compared++;
            } catch (UndefinedException e) {
                // a divisor or a root at 0
            }
        }
        assertThat(compared).isGreaterThan(550);
    }

    @Test
    void aWrongLastCoefficientIsSeen() {
        var jets = new JetArithmetic<>(ARITHMETIC, ORDER);
        var jet = jets.exp(jets.variable(ARITHMETIC.of(Rational.ONE), ARITHMETIC.of(Rational.ONE)));
        var value = ARITHMETIC.exp(ARITHMETIC.of(Rational.ONE.plus(T)));
        var sum = ARITHMETIC.of(Rational.of(1, 512));
        for (int k = ORDER; k >= 0; k--) {
            sum = ARITHMETIC.add(ARITHMETIC.multiply(sum, k == ORDER ? ARITHMETIC.of(Rational.ONE) : ARITHMETIC.of(T)), jets.coefficient(jet, k));
        }
        assertThat(ARITHMETIC.subtract(sum, value).mignitude()).isGreaterThan(jets.coefficient(jet, 0).magnitude().scaledUp(-312));
    }

    private static <X> X composed(Arithmetic<X> a, List<Integer> operations, X x) {
        var first = apply(a, operations.get(0), x, a.of(Rational.of(2, 7)));
        var second = apply(a, operations.get(1), a.add(x, a.of(Rational.of(1, 9))), first);
        return a.add(apply(a, operations.get(2), second, first), a.multiply(x, second));
    }

    private static <X> X apply(Arithmetic<X> a, int operation, X x, X y) {
        X third = a.of(Rational.of(1, 3));
        return switch (operation) {
            case 0 -> a.exp(x);
            case 1 -> a.log(a.add(a.square(x), third));
            case 2 -> a.sqrt(a.add(a.square(x), third));
            case 3 -> a.sin(x);
            case 4 -> a.cos(x);
            case 5 -> a.tanh(x);
            case 6 -> a.atan(x);
            case 7 -> a.cbrt(x);
            case 8 -> a.divide(y, x);
            case 9 -> a.power(x, 3);
            case 10 -> a.power(x, -4);
            case 11 -> a.log1p(a.square(x));
            case 12 -> a.expm1(x);
            case 13 -> a.erf(x);
            case 14 -> a.erfc(x);
            case 15 -> a.normalCdf(x);
            case 16 -> a.normalTail(x);
            case 17 -> a.logSumExp(List.of(x, a.square(x), third, y));
            case 18 -> a.abs(x);
            case 19 -> a.min(x, y);
            case 20 -> a.max(x, a.square(y));
            case 21 -> a.multiply(x, y);
            case 22 -> a.subtract(y, x);
            case 23 -> a.power(x, 7);
            case 24 -> a.power(x, 11);
            default -> a.add(x, y);
        };
    }
}
