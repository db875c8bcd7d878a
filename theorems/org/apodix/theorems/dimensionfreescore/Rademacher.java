package org.apodix.theorems.dimensionfreescore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Points x_1, ..., x_N of the line, and the Rademacher complexity of the shallow ReLU networks of path norm at most 1 there (R15): E sup |1/N sum_i s_i phi(x_i)| over fair signs s.
 *
 * <p>For given signs the supremum is attained at a single neuron max(wx + b, 0), |w| + |b| = 1. The value at the neuron is linear in (w, b) on each part of that square on
 * which no wx_i + b changes its sign, so that its size is largest at a corner of the square or where some wx_i + b is 0.
 */
final class Rademacher {

    /** Sums of signs that are gone through: equal points share one. */
    static final int MOST_SUMS = 1 << 13;

    private final List<Rational> points;
    private final List<Rational> distinct;
    private final int[] times;

    /** @param points at least one */
    Rademacher(List<Rational> points) {
        var count = new TreeMap<Rational, Integer>();
        points.forEach(x -> count.merge(x, 1, Integer::sum));
        this.points = List.copyOf(points);
        this.distinct = List.copyOf(count.keySet());
        this.times = count.values().stream().mapToInt(n -> n).toArray();
    }

    List<Rational> points() {
        return points;
    }

    /** N. */
    int size() {
        return points.size();
    }

    /** The number of sums of signs, at most {@link #MOST_SUMS} + 1. */
    static int sums(List<Rational> points) {
        long product = 1;
        for (int n : new Rademacher(points).times) {
            product = Math.min(product * (n + 1), MOST_SUMS + 1L);
        }
        return (int) product;
    }

    /** X = max(1, max |x_i|). */
    Rational reach() {
        return distinct.stream().map(Rational::abs).reduce(Rational.ONE, Rational::max);
    }

    boolean isOnePoint() {
        return distinct.size() == 1;
    }

    /** The complexity. */
    Rational complexity() {
        var neurons = new ArrayList<List<Rational>>();
        for (var sign : List.of(Rational.ONE, Rational.ONE.negate())) {
            neurons.add(List.of(sign, Rational.ZERO));
            neurons.add(List.of(Rational.ZERO, sign));
            for (var x : distinct) {
                var w = sign.over(Rational.ONE.plus(x.abs()));
                neurons.add(List.of(w, w.times(x).negate()));
            }
        }
        return mean(neurons);
    }

    /** The same supremum over neurons with w a multiple of 1/parts alone. */
    Rational over(int parts) {
        var neurons = new ArrayList<List<Rational>>();
        for (int k = -parts; k <= parts; k++) {
            var w = Rational.of(k, parts);
            var b = Rational.ONE.minus(w.abs());
            neurons.add(List.of(w, b));
            neurons.add(List.of(w, b.negate()));
        }
        return mean(neurons);
    }

    /** E max over neurons |1/N sum_i s_i max(w x_i + b, 0)|, in whole numbers: values are multiples of one unit, and a sum of n signs has the probability C(n, k)/2^n. */
    private Rational mean(List<List<Rational>> neurons) {
        var values = neurons.stream().map(n -> distinct.stream().map(x -> n.get(0).times(x).plus(n.get(1)).max(Rational.ZERO)).toList()).toList();
        var unit = BigInteger.ONE;
        for (var row : values) {
            for (var value : row) {
                unit = unit.multiply(value.denominator()).divide(unit.gcd(value.denominator()));
            }
        }
        var scale = Rational.of(unit);
        var whole = values.stream().map(row -> row.stream().map(value -> value.times(scale).numerator()).toArray(BigInteger[]::new)).toList();
        var start = new BigInteger[neurons.size()];
        java.util.Arrays.fill(start, BigInteger.ZERO);
        var total = add(0, start, BigInteger.ONE, whole);
        return Rational.of(total, unit.multiply(BigInteger.valueOf(size())).shiftLeft(size()));
    }

    /** The sum over all signs from the point at {@code place} on, {@code weight} times as often as each. */
    private BigInteger add(int place, BigInteger[] sums, BigInteger weight, List<BigInteger[]> values) {
        if (place == times.length) {
            var most = BigInteger.ZERO;
            for (var sum : sums) {
                most = most.max(sum.abs());
            }
            return most.multiply(weight);
        }
        var total = BigInteger.ZERO;
        var ways = BigInteger.ONE;
        int n = times[place];
        for (int up = 0; up <= n; up++) {
            var next = new BigInteger[sums.length];
            for (int k = 0; k < sums.length; k++) {
                next[k] = sums[k].add(values.get(k)[place].multiply(BigInteger.valueOf(2L * up - n)));
            }
            total = total.add(add(place + 1, next, weight.multiply(ways), values));
            ways = ways.multiply(BigInteger.valueOf(n - up)).divide(BigInteger.valueOf(up + 1L));
        }
        return total;
    }

    /** max(1, |x|) C(N - 1, floor((N - 1)/2)) 2^(1-N): the complexity at N times the same x, where only the sum of signs matters. */
    Rational onePoint() {
        var ways = BigInteger.ONE;
        int n = size() - 1;
        for (int k = 0; k < n / 2; k++) {
            ways = ways.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1L));
        }
        return reach().times(Rational.of(ways, BigInteger.ONE.shiftLeft(n)));
    }

    /** 2 X sqrt(2 log 4), which the bound is over sqrt(N). */
    Expr constant() {
        return Expr.of(4).log().times(2).sqrt().times(Expr.of(reach())).times(2);
    }

    Expr bound() {
        return constant().over(Expr.of(size()).sqrt());
    }
}
