package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * The function f(x) = integral of a(beta) ReLU(x_1 + s . x' - beta) over s in [-1, 1]^{d-1}, beta in [-d, d], x in [-1, 1]^d, and its approximations on mu^d
 * equal cells: the model of the family {@code variation} (ratio-signrelu R12, family 5.F).
 *
 * @param parts  mu
 * @param x      a point of [-1, 1]^d, d = 2 or 3
 * @param sloped whether the density a is 1 + beta/(2d), from 1/2 to 3/2, instead of 1
 * @param known  the cells on which the line changes its sign
 */
record Variation(int parts, List<Rational> x, boolean sloped, Derived<List<VariationCell>> known) {

    private static final Rational HALF = Rational.of(1, 2);

    Variation(int parts, List<Rational> x, boolean sloped) {
        this(parts, x, sloped, new Derived<>(() -> cutCells(parts, x, sloped)));
    }

    int dimension() {
        return x.size();
    }

    private Rational sideS() {
        return Rational.of(2, parts);
    }

    private Rational sideBeta() {
        return Rational.of(2L * dimension(), parts);
    }

    Rational density(Rational beta) {
        return sloped ? Rational.ONE.plus(beta.times(slope())) : Rational.ONE;
    }

    private Rational slope() {
        return sloped ? Rational.of(1, 2L * dimension()) : Rational.ZERO;
    }

    /** The largest density. */
    private Rational height() {
        return density(Rational.of(dimension()));
    }

    /** |T|. */
    Rational volume() {
        return sideS().pow(dimension() - 1).times(sideBeta());
    }

    /** f in closed form: 2^{d-2} ((x_1 + d)^2 + |x'|^2/3), and for the sloped density with the cubic terms of section 5.F. */
    Rational value() {
        var d = Rational.of(dimension());
        var first = x.get(0);
        var rest = x.stream().skip(1).map(value -> value.pow(2)).reduce(Rational.ZERO, Rational::plus);
        if (!sloped) {
            return Rational.TWO.pow(dimension() - 2).times(first.plus(d).pow(2).plus(rest.over(Rational.of(3))));
        }
        var square = first.pow(2).plus(rest.over(Rational.of(3))).plus(d.times(first).times(Rational.TWO)).plus(d.pow(2)).times(HALF);
        var cube = first.pow(3).plus(first.times(rest)).over(Rational.of(6)).minus(d.pow(2).times(first).times(HALF)).minus(d.pow(3).over(Rational.of(3)));
        return Rational.TWO.pow(dimension() - 1).times(square.plus(cube.times(slope())));
    }

    /** The part of the cells with these parameters s that lies between two values of beta. */
    VariationCell cell(List<Rational> s, int number, int k) {
        var lower = Rational.of(-dimension()).plus(sideBeta().times(Rational.of(k)));
        return VariationCell.of(x, s, sideS(), lower, sideBeta(), slope(), number * (long) parts + k);
    }

    /** The first {@code count} corners in every direction of s. */
    private List<List<Rational>> corners(int count) {
        List<List<Rational>> corners = List.of(List.of());
        for (int axis = 1; axis < dimension(); axis++) {
            var next = new ArrayList<List<Rational>>();
            for (var corner : corners) {
                for (int k = 0; k < count; k++) {
                    var longer = new ArrayList<>(corner);
                    longer.add(sideS().times(Rational.of(k)).minus(Rational.ONE));
                    next.add(longer);
                }
            }
            corners = next;
        }
        return corners;
    }

    /** The cells on which the line x_1 + s . x' - beta changes its sign. Only those between the ends of x_1 + s . x' can. */
    List<VariationCell> cut() {
        return known.value();
    }

    private static List<VariationCell> cutCells(int parts, List<Rational> x, boolean sloped) {
        return new Variation(parts, x, sloped, null).findCut();
    }

    private List<VariationCell> findCut() {
        var cut = new ArrayList<VariationCell>();
        var corners = corners(parts);
        for (int number = 0; number < corners.size(); number++) {
            var s = corners.get(number);
            var least = x.get(0);
            var most = x.get(0);
            for (int axis = 1; axis < dimension(); axis++) {
                var one = s.get(axis - 1).times(x.get(axis));
                var other = one.plus(sideS().times(x.get(axis)));
                least = least.plus(one.min(other));
                most = most.plus(one.max(other));
            }
            var d = Rational.of(dimension());
            int from = Math.max(0, least.plus(d).over(sideBeta()).floor().intValueExact());
            int to = Math.min(parts - 1, most.plus(d).over(sideBeta()).floor().intValueExact());
            for (int k = from; k <= to; k++) {
                var cell = cell(s, number, k);
                if (cell.isCut()) {
                    cut.add(cell);
                }
            }
        }
        return cut;
    }

    /** The multilinear interpolant: the sum over all corners of their weights A_Tk, put together, times ReLU. */
    Rational interpolant() {
        var sum = Rational.ZERO;
        for (var s : corners(parts + 1)) {
            var argument = x.get(0);
            var weight = Rational.ONE;
            for (int axis = 1; axis < dimension(); axis++) {
                argument = argument.plus(s.get(axis - 1).times(x.get(axis)));
                weight = weight.times(s.get(axis - 1).abs().equals(Rational.ONE) ? sideS().times(HALF) : sideS());
            }
            for (int k = 0; k <= parts; k++) {
                var beta = sideBeta().times(Rational.of(k)).minus(Rational.of(dimension()));
                if (argument.compareTo(beta) <= 0) {
                    break;
                }
                sum = sum.plus(weight.times(nodeWeight(k, beta)).times(argument.minus(beta)));
            }
        }
        return sum;
    }

    /** The integral of a times the hat function of the node beta: upper corner of the interval below and lower corner of the one above. */
    private Rational nodeWeight(int k, Rational beta) {
        var w = sideBeta();
        var sum = Rational.ZERO;
        if (k > 0) {
            sum = sum.plus(density(beta.minus(w)).times(w).times(HALF)).plus(slope().times(w.pow(2)).over(Rational.of(3)));
        }
        if (k < parts) {
            sum = sum.plus(density(beta).times(w).times(HALF)).plus(slope().times(w.pow(2)).over(Rational.of(6)));
        }
        return sum;
    }

    /** b_T = |T| sup a p q/(p + q) of the cut cells, in order. */
    List<Rational> cutBounds() {
        return cut().stream().map(VariationCell::bound).toList();
    }

    Rational sum() {
        return total(cutBounds());
    }

    /** A bound of |E f_n - f| at x for samples on the grid of 2^-65. */
    Rational gridBias() {
        return total(cut().stream().map(VariationCell::gridBias).toList());
    }

    Rational squares() {
        return total(cutBounds().stream().map(b -> b.pow(2)).toList());
    }

    static Rational total(List<Rational> values) {
        return values.stream().reduce(Rational.ZERO, Rational::plus);
    }

    /** f - I_mu f at x, from the cut cells alone: elsewhere interpolation is exact. */
    Rational correction() {
        return total(cut().stream().map(VariationCell::integral).toList());
    }

    /** f_n(x) - I_mu f(x): one sample per cell, at a multiple of 2^-65 that a hash of the cell's number chooses. */
    Rational sampledCorrection() {
        return total(cut().stream().map(VariationCell::sampled).toList());
    }

    /** n = (mu + 1)^d + mu^d. */
    Rational units() {
        return Rational.of(parts + 1L).pow(dimension()).plus(Rational.of(parts).pow(dimension()));
    }

    /** Lambda = sup a d (2d - 1) 2^{d-1}. */
    Rational lambda() {
        int d = dimension();
        return height().times(Rational.of((long) d * (2L * d - 1) << d - 1));
    }

    /** C n^{-1/2 - 3/(2d)} = Lambda sqrt(1/2) ((2^d + 1)/n)^{1/2 + 3/(2d)}: the exponent is 5/4 or 1. */
    Expr rate() {
        var ratio = Expr.of(Rational.of((1L << dimension()) + 1).over(units()));
        var power = dimension() == 2 ? ratio.times(ratio.sqrt().sqrt()) : ratio;
        return Expr.of(lambda()).times(Expr.HALF.sqrt()).times(power);
    }

    static Variation draw(Draw draw) {
        int dimension = draw.of(2, 3);
        int parts = dimension == 2 ? draw.integer(1, 8) : draw.integer(1, 3);
        return new Variation(parts, List.copyOf(draw.list(dimension, x -> Simple.within(x, Rational.ONE))), draw.yes());
    }
}
