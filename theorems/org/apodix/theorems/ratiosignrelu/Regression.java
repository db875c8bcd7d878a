package org.apodix.theorems.ratiosignrelu;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apodix.audit.Draw;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;

/**
 * Least squares over a finite class on a finite law of (X, Y), everything summed exactly: the model of the family {@code regression}.
 *
 * @param cells      x, y and their probability
 * @param hypotheses per hypothesis its value at each distinct x, in increasing order
 * @param samples    m, the sample size
 */
record Regression(List<List<Rational>> cells, List<List<Rational>> hypotheses, int samples) {

    private static final int ENCLOSED_BITS = 128;

    /** The distinct x, in increasing order. */
    List<Rational> inputs() {
        return cells.stream().map(cell -> cell.get(0)).distinct().sorted().toList();
    }

    private int input(int cell) {
        return inputs().indexOf(cells.get(cell).get(0));
    }

    /** B, a bound of |Y| and of all hypotheses. */
    Rational bound() {
        var most = cells.stream().map(cell -> cell.get(1).abs()).reduce(Rational.ZERO, Rational::max);
        for (var hypothesis : hypotheses) {
            most = hypothesis.stream().map(Rational::abs).reduce(most, Rational::max);
        }
        return most;
    }

    /** R_h = E|h(X) - E[Y|X]|^2, per hypothesis. */
    List<Rational> risks() {
        var mass = new TreeMap<Rational, Rational>();
        var moment = new TreeMap<Rational, Rational>();
        for (var cell : cells) {
            mass.merge(cell.get(0), cell.get(2), Rational::plus);
            moment.merge(cell.get(0), cell.get(1).times(cell.get(2)), Rational::plus);
        }
        var inputs = inputs();
        var risks = new ArrayList<Rational>();
        for (var hypothesis : hypotheses) {
            var risk = Rational.ZERO;
            for (int i = 0; i < inputs.size(); i++) {
                var p = mass.get(inputs.get(i));
                var gap = hypothesis.get(i).minus(moment.get(inputs.get(i)).over(p));
                risk = risk.plus(p.times(gap.pow(2)));
            }
            risks.add(risk);
        }
        return risks;
    }

    Rational best() {
        return risks().stream().reduce(Rational::min).orElseThrow();
    }

    /** E R_h of the empirical minimizer h, ties resolved to the largest R_h. */
    Rational expectedRisk() {
        return expectation(risk -> risk);
    }

    /** The probability that R_h of the empirical minimizer satisfies the condition, ties resolved to the largest R_h. */
    Rational probability(Predicate<Rational> condition) {
        return expectation(risk -> condition.test(risk) ? Rational.ONE : Rational.ZERO);
    }

    private Rational expectation(java.util.function.UnaryOperator<Rational> function) {
        var risks = risks();
        var losses = new Rational[hypotheses.size()][cells.size()];
        for (int h = 0; h < losses.length; h++) {
            for (int c = 0; c < cells.size(); c++) {
                losses[h][c] = hypotheses.get(h).get(input(c)).minus(cells.get(c).get(1)).pow(2);
            }
        }
        var totals = new TreeMap<Rational, Rational>();
        visit(0, samples, Rational.ONE, new int[cells.size()], losses, risks, totals);
        var sum = Rational.ZERO;
        for (var entry : totals.entrySet()) {
            sum = sum.plus(function.apply(entry.getKey()).times(entry.getValue()));
        }
        return sum;
    }

    /** Runs through all counts of the cells; {@code weight} is the probability of those fixed so far, as a product of binomial terms. */
    private void visit(int cell, int left, Rational weight, int[] counts, Rational[][] losses, List<Rational> risks, TreeMap<Rational, Rational> totals) {
        if (cell == cells.size() - 1) {
            counts[cell] = left;
            totals.merge(chosen(counts, losses, risks), weight.times(cells.get(cell).get(2).pow(left)), Rational::plus);
            return;
        }
        var choose = BigInteger.ONE;
        for (int k = 0; k <= left; k++) {
            counts[cell] = k;
            visit(cell + 1, left - k, weight.times(Rational.of(choose)).times(cells.get(cell).get(2).pow(k)), counts, losses, risks, totals);
            choose = choose.multiply(BigInteger.valueOf(left - k)).divide(BigInteger.valueOf(k + 1L));
        }
    }

    /** The largest R_h among the empirical minimizers. */
    private static Rational chosen(int[] counts, Rational[][] losses, List<Rational> risks) {
        Rational least = null;
        Rational worst = null;
        for (int h = 0; h < losses.length; h++) {
            var loss = Rational.ZERO;
            for (int c = 0; c < counts.length; c++) {
                loss = loss.plus(losses[h][c].times(Rational.of(counts[c])));
            }
            int order = least == null ? -1 : loss.compareTo(least);
            worst = order < 0 ? risks.get(h) : order == 0 ? worst.max(risks.get(h)) : worst;
            least = order < 0 ? loss : least;
        }
        return worst;
    }

    /** a R_0 + (40/3) (B^2/m) log(N/shrink). */
    Expr threshold(long a, Rational shrink) {
        var logarithm = Expr.of(Rational.of(hypotheses.size()).over(shrink)).log();
        return Expr.of(best().times(Rational.of(a))).plus(logarithm.times(Expr.of(bound().pow(2).times(Rational.of(40, 3)).over(Rational.of(samples)))));
    }

    /** The probability of exceeding the threshold of the tail bound, or somewhat more: a rational just below it is exceeded. */
    Rational tail(Rational delta) {
        var below = Tape.of(List.of(threshold(3, delta.pow(2)))).evaluate(new DyadicArithmetic(ENCLOSED_BITS)).get(0).lower().toRational();
        return probability(risk -> risk.compareTo(below) > 0);
    }

    /** Up to 500 samples of one x, up to 30 of four cells; the many are seldom, for the sums are long. */
    private static int samples(Draw draw, boolean one) {
        boolean many = draw.integer(0, 3) == 3;
        return one ? draw.integer(1, many ? 500 : 60) : draw.integer(1, many ? 30 : 12);
    }

    static Regression draw(Draw draw) {
        boolean one = draw.yes();
        var parts = draw.list(one ? 2 : 4, p -> p.integer(1, 6));
        int total = parts.stream().mapToInt(Integer::intValue).sum();
        var cells = new ArrayList<List<Rational>>();
        for (int c = 0; c < parts.size(); c++) {
            cells.add(List.of(Rational.of(c / 2), Rational.of(c % 2 == 0 ? -1 : 1), Rational.of(parts.get(c), total)));
        }
        int inputs = one ? 1 : 2;
        var hypotheses = draw.list(draw.integer(1, 8), h -> List.copyOf(h.list(inputs, v -> Rational.of(v.integer(-10, 10), 10))));
        return new Regression(List.copyOf(cells), hypotheses, samples(draw, one));
    }
}
