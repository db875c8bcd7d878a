package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * A positive function on {0, 1}^D as a table, and its canonical factors with reference point 0 (F1(b)). A state and a set of coordinates are
 * the bits of an int, coordinate 1 the lowest.
 *
 * @param values 2^D positive numbers
 */
record BinaryTable(List<Rational> values) {

    int d() {
        return Integer.numberOfTrailingZeros(values.size());
    }

    Rational at(int state) {
        return values.get(state);
    }

    /** The products of p(x_B, 0) over the subsets B of A with |A \ B| even, and with |A \ B| odd: psi_A(x_A) is their quotient. */
    Rational[] parts(int set, int state) {
        var parts = new Rational[] {Rational.ONE, Rational.ONE};
        int subset = set;
        while (true) {
            int parity = Integer.bitCount(set ^ subset) & 1;
            parts[parity] = parts[parity].times(at(state & subset));
            if (subset == 0) {
                return parts;
            }
            subset = subset - 1 & set;
        }
    }

    /** psi_A(x_A). */
    Rational factor(int set, int state) {
        var parts = parts(set, state);
        return parts[0].over(parts[1]);
    }

    /** psi_A at 1_A. It is 1 wherever a coordinate of A is 0, so psi_A is constant exactly if this is 1. */
    Rational factor(int set) {
        return factor(set, set);
    }

    /** The largest |A| whose canonical factor is not constant 1; 0 for a constant. */
    int effectiveDimension() {
        int most = 0;
        for (int set = 1; set < values.size(); set++) {
            int size = Integer.bitCount(set);
            most = size > most && !factor(set).equals(Rational.ONE) ? size : most;
        }
        return most;
    }

    /** The sum over all states of |p(x) - prod_A psi_A(x_A)|. */
    Rational rebuilt() {
        var sum = Rational.ZERO;
        for (int state = 0; state < values.size(); state++) {
            var product = Rational.ONE;
            for (int set = 0; set < values.size(); set++) {
                product = product.times(factor(set, state));
            }
            sum = sum.plus(product.minus(at(state)).abs());
        }
        return sum;
    }

    /** The sum of |psi_A(x_A) - 1| over all states and all sets that are in none of the given ones. */
    Rational outside(List<Integer> scopes) {
        var sum = Rational.ZERO;
        for (int set = 1; set < values.size(); set++) {
            int candidate = set;
            if (scopes.stream().noneMatch(scope -> (candidate & scope) == candidate)) {
                for (int state = 0; state < values.size(); state++) {
                    sum = sum.plus(factor(set, state).minus(Rational.ONE).abs());
                }
            }
        }
        return sum;
    }

    /** The entries divided by their sum. */
    List<Rational> normalized() {
        var total = values.stream().reduce(Rational.ZERO, Rational::plus);
        return values.stream().map(value -> value.over(total)).toList();
    }

    /** Half the sum of the absolute differences of the normalized tables. */
    Rational totalVariation(BinaryTable other) {
        var mine = normalized();
        var others = other.normalized();
        var sum = Rational.ZERO;
        for (int k = 0; k < mine.size(); k++) {
            sum = sum.plus(mine.get(k).minus(others.get(k)).abs());
        }
        return sum.over(Rational.TWO);
    }

    /** The subsets of D coordinates with at least one element, by size and then in the order of their lists. */
    static List<Integer> subsets(int d) {
        var sets = new ArrayList<Integer>();
        for (int set = 1; set < 1 << d; set++) {
            sets.add(set);
        }
        sets.sort(java.util.Comparator.comparing((Integer set) -> Integer.bitCount(set)).thenComparing(BinaryTable::name));
        return sets;
    }

    /** The coordinates of a set, counted from 1, without blanks: "13" for {1, 3}. */
    static String name(int set) {
        var name = new StringBuilder();
        for (int i = 0; i < Integer.SIZE; i++) {
            if ((set >> i & 1) == 1) {
                name.append(i + 1);
            }
        }
        return name.toString();
    }
}
