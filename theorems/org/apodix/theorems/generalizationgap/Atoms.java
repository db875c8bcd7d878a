package org.apodix.theorems.generalizationgap;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A law of features with finitely many atoms: the model of the family {@code atoms}.
 *
 * @param gram        the scalar products of the features, K x K
 * @param a           the coefficient of each atom, K lists of the same length
 * @param p           the probability of each atom
 * @param width       m, the number of independent features
 */
public record Atoms(List<List<Rational>> gram, List<List<Rational>> a, List<Rational> p, int width) {

    int size() {
        return p.size();
    }

    /** E|a|^2 |phi|^2. */
    private Rational secondMoment() {
        var sum = Rational.ZERO;
        for (int i = 0; i < size(); i++) {
            sum = sum.plus(p.get(i).times(Simple.dot(a.get(i), a.get(i))).times(gram.get(i).get(i)));
        }
        return sum;
    }

    /** |f|^2 of f = E[a phi]. */
    private Rational squaredMean() {
        var sum = Rational.ZERO;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                sum = sum.plus(p.get(i).times(p.get(j)).times(Simple.dot(a.get(i), a.get(j))).times(gram.get(i).get(j)));
            }
        }
        return sum;
    }

    /** (E|a|^2|phi|^2 - |f|^2)/m. */
    Expr variance() {
        return Expr.of(secondMoment().minus(squaredMean()).over(Rational.of(width)));
    }

    /** E|a|^2 times the greatest |phi|^2, over m. */
    Expr crude() {
        var greatest = java.util.stream.IntStream.range(0, size()).mapToObj(i -> gram.get(i).get(i)).reduce(Rational.ZERO, Rational::max);
        return Expr.of(meanSquare().times(greatest).over(Rational.of(width)));
    }

    private Rational meanSquare() {
        var sum = Rational.ZERO;
        for (int i = 0; i < size(); i++) {
            sum = sum.plus(p.get(i).times(Simple.dot(a.get(i), a.get(i))));
        }
        return sum;
    }

    /** E|a|^2. */
    Expr coefficients() {
        return Expr.of(meanSquare());
    }

    /** E|f_m - f|^2 over all K^m draws, where f_m = (1/m) sum of a phi over the draw. */
    Expr enumerated() {
        return Expr.of(enumerate(new int[size()], 0, Rational.ONE, true));
    }

    /** The mean of (1/m) sum |a|^2 over all K^m draws. */
    Expr enumeratedNorm() {
        return Expr.of(enumerate(new int[size()], 0, Rational.ONE, false));
    }

    private Rational enumerate(int[] counts, int drawn, Rational probability, boolean error) {
        if (drawn == width) {
            return probability.times(error ? squaredError(counts) : squaredNorm(counts));
        }
        var sum = Rational.ZERO;
        for (int i = 0; i < size(); i++) {
            counts[i]++;
            sum = sum.plus(enumerate(counts, drawn + 1, probability.times(p.get(i)), error));
            counts[i]--;
        }
        return sum;
    }

    private Rational squaredError(int[] counts) {
        var sum = Rational.ZERO;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                sum = sum.plus(gap(counts, i).times(gap(counts, j)).times(Simple.dot(a.get(i), a.get(j))).times(gram.get(i).get(j)));
            }
        }
        return sum;
    }

    private Rational gap(int[] counts, int i) {
        return Rational.of(counts[i], width).minus(p.get(i));
    }

    private Rational squaredNorm(int[] counts) {
        var sum = Rational.ZERO;
        for (int i = 0; i < size(); i++) {
            sum = sum.plus(Rational.of(counts[i], width).times(Simple.dot(a.get(i), a.get(i))));
        }
        return sum;
    }
}
