package org.apodix.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** Networks of the theorems, written by hand as expressions. */
final class Networks {

    private Networks() { }

    /** The activation x for x >= 0, a x/(1 - x) for x < 0 (ratio-signrelu section 2). */
    static Expr signRelu(Rational slope, Expr x) {
        var reciprocal = Expr.ONE.over(Expr.ONE.minus(x.min(Expr.ZERO)));
        return x.max(Expr.ZERO).plus(Expr.of(slope).times(reciprocal.minus(Expr.ONE)));
    }

    /** The reciprocal unit: 1/t for t >= tau (ratio-signrelu R1). */
    static Expr reciprocal(Rational slope, Rational tau, Expr t) {
        var unit = signRelu(slope, Expr.ONE.minus(t.over(Expr.of(tau))));
        return Expr.ONE.plus(unit.over(Expr.of(slope))).over(Expr.of(tau));
    }

    /** The gate yz/x with these two scales (ratio-signrelu R3). */
    static Expr gate(Rational slope, Rational tau1, Rational tau2, Expr x, Expr y, Expr z) {
        var minus = harmonic(slope, tau1, tau2, x, y.minus(z));
        return minus.minus(harmonic(slope, tau1, tau2, x, y.plus(z))).times(Expr.HALF);
    }

    private static Expr harmonic(Rational slope, Rational tau1, Rational tau2, Expr x, Expr t) {
        return reciprocal(slope, tau2, reciprocal(slope, tau1, x.minus(t)).plus(reciprocal(slope, tau1, x.plus(t))));
    }

    /** The squaring network f_m in its weight-shared form (factorizable-density section 4.1). */
    static Expr square(int m, Expr x) {
        var first = x.relu();
        var second = x.minus(Expr.HALF).relu();
        var third = x.relu();
        for (int k = 1; k < m; k++) {
            var g = first.times(2).minus(second.times(4));
            third = third.times(4).minus(first.times(2)).plus(second.times(4)).relu();
            first = g.relu();
            second = g.minus(Expr.HALF).relu();
        }
        var sum = third.times(4).minus(first.times(2)).plus(second.times(4));
        return sum.over(Expr.of(Rational.of(4).pow(m)));
    }

    /** 4^-(m+1) (factorizable-density section 2). */
    static Rational squareError(int m) {
        return Rational.of(4).pow(-m - 1);
    }

    /** The spike phi at the point y - k (factorizable-density F6). */
    static Expr spike(List<? extends Expr> y, int[] k) {
        Expr above = Expr.ZERO;
        Expr below = Expr.ZERO;
        for (int i = 0; i < k.length; i++) {
            var shifted = y.get(i).minus(Expr.of(k[i]));
            above = above.max(shifted.relu());
            below = below.max(shifted.negate().relu());
        }
        return Expr.ONE.minus(above).minus(below).relu();
    }

    /** The sum of the spikes at all points of the lattice from lower to upper, in every coordinate. */
    static Expr spikes(List<? extends Expr> y, int lower, int upper) {
        var terms = new ArrayList<Expr>();
        var k = new int[y.size()];
        Arrays.fill(k, lower);
        while (true) {
            terms.add(spike(y, k.clone()));
            int i = 0;
            while (i < k.length && k[i] == upper) {
                k[i++] = lower;
            }
            if (i == k.length) {
                return Expr.sum(terms);
            }
            k[i]++;
        }
    }

    /** The piecewise-linear exponential on [-1, 1] with so many pieces, its values rounded up to so many bits (dimension-free-score R8(a)). */
    static Expr exponential(int pieces, int bits, Expr z) {
        var knots = new ArrayList<Rational>();
        var values = new ArrayList<Rational>();
        for (int j = 0; j <= pieces; j++) {
            var knot = Rational.of(2L * j, pieces).minus(Rational.ONE);
            var e = new DyadicArithmetic(200).exp(new DyadicArithmetic(200).of(knot)).upper().toRational();
            int exponent = e.compareTo(Rational.TWO) >= 0 ? 1 : e.compareTo(Rational.ONE) >= 0 ? 0 : e.compareTo(Rational.of(1, 2)) >= 0 ? -1 : -2;
            var unit = Rational.TWO.pow(exponent - bits);
            knots.add(knot);
            values.add(Rational.of(e.over(unit).negate().floor().negate()).times(unit));
        }
        var terms = new ArrayList<Expr>();
        terms.add(Expr.of(values.get(0)));
        var slope = Rational.ZERO;
        for (int j = 0; j < pieces; j++) {
            var next = values.get(j + 1).minus(values.get(j)).times(Rational.of(pieces, 2));
            terms.add(z.minus(Expr.of(knots.get(j))).relu().times(Expr.of(next.minus(slope))));
            slope = next;
        }
        return Expr.sum(terms);
    }
}
