package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Supremum;
import org.apodix.expression.Variable;

/** The bump B of F14 on [0, 1]^d from the pieces of its one-dimensional factor b: B = c prod_i b(u_i), c = 4^(d-1) for beta = 1 and (500/9)^(d-1)/2 for beta = 2. */
record Bump(int beta, int d) {

    /** A polynomial that keeps its sign between two ends. */
    private record Piece(Rational from, Rational to, List<Rational> c) {

        /** The integral of |b|^k for k at least 1. */
        Rational absolute(int k) {
            var power = IntStream.range(1, k).mapToObj(i -> c).reduce(c, Piece::product);
            var sum = Rational.ZERO;
            for (int i = 0; i < power.size(); i++) {
                sum = sum.plus(power.get(i).over(Rational.of(i + 1L)).times(to.pow(i + 1).minus(from.pow(i + 1))));
            }
            return sum.abs();
        }

        private static List<Rational> product(List<Rational> a, List<Rational> b) {
            return IntStream.range(0, a.size() + b.size() - 1).mapToObj(k -> IntStream.rangeClosed(Math.max(0, k - b.size() + 1), Math.min(k, a.size() - 1))
                .mapToObj(i -> a.get(i).times(b.get(k - i))).reduce(Rational.ZERO, Rational::plus)).toList();
        }

        Rational sign() {
            return at(from.plus(to).over(Rational.TWO)).signum() < 0 ? Rational.ONE.negate() : Rational.ONE;
        }

        Rational at(Rational u) {
            return IntStream.range(0, c.size()).mapToObj(i -> c.get(i).times(u.pow(i))).reduce(Rational.ZERO, Rational::plus);
        }

        Piece derivative() {
            var derived = IntStream.range(1, c.size()).mapToObj(i -> c.get(i).times(Rational.of(i))).toList();
            return new Piece(from, to, derived.isEmpty() ? List.of(Rational.ZERO) : derived);
        }

        Expr supremum() {
            if (c.size() <= 2) {
                return Expr.of(at(from).abs().max(at(to).abs()));
            }
            var u = new Variable("u");
            var value = Expr.sum(IntStream.range(0, c.size()).mapToObj(i -> Expr.of(c.get(i)).times(u.pow(i))).toList());
            return Supremum.of(value.abs(), u, Expr.of(from), Expr.of(to));
        }
    }

    private List<Piece> pieces() {
        var half = Rational.of(1, 2);
        if (beta == 2) {
            // u^2 (1 - u)^2 (1 - 2u)
            var b = coefficients(0, 0, 1, -4, 5, -2);
            return List.of(new Piece(Rational.ZERO, half, b), new Piece(half, Rational.ONE, b));
        }
        var falling = List.of(half, Rational.of(-1));
        return List.of(new Piece(Rational.ZERO, Rational.of(1, 4), coefficients(0, 1)), new Piece(Rational.of(1, 4), half, falling),
            new Piece(half, Rational.of(3, 4), falling), new Piece(Rational.of(3, 4), Rational.ONE, coefficients(-1, 1)));
    }

    private static List<Rational> coefficients(long... c) {
        return LongStream.of(c).mapToObj(Rational::of).toList();
    }

    /** c. */
    Rational factor() {
        return beta == 1 ? Rational.of(4).pow(d - 1) : Rational.of(500, 9).pow(d - 1).over(Rational.TWO);
    }

    /** The integral of |B|^k over the cube, from the pieces. */
    Rational absoluteMoment(int k) {
        return factor().pow(k).times(pieces().stream().map(piece -> piece.absolute(k)).reduce(Rational.ZERO, Rational::plus).pow(d));
    }

    /** int b, and what is left of b, and for beta = 2 of b', at the ends of the pieces: |b(0)| + |b(1)| and the jumps between pieces. */
    Rational defect() {
        var defect = pieces().stream().map(piece -> piece.absolute(1).times(piece.sign())).reduce(Rational.ZERO, Rational::plus).abs();
        defect = defect.plus(jumps(pieces()));
        return beta == 1 ? defect : defect.plus(jumps(pieces().stream().map(Piece::derivative).toList()));
    }

    private static Rational jumps(List<Piece> pieces) {
        var last = pieces.get(pieces.size() - 1);
        var sum = pieces.get(0).at(Rational.ZERO).abs().plus(last.at(Rational.ONE).abs());
        for (int i = 1; i < pieces.size(); i++) {
            sum = sum.plus(pieces.get(i).at(pieces.get(i).from()).minus(pieces.get(i - 1).at(pieces.get(i).from())).abs());
        }
        return sum;
    }

    /** sup |b^(order)|. */
    private Expr supremum(int order) {
        var pieces = pieces();
        for (int i = 0; i < order; i++) {
            pieces = pieces.stream().map(Piece::derivative).toList();
        }
        return pieces.stream().map(Piece::supremum).reduce(Expr.ZERO, Expr::max);
    }

    /** sup |B|. */
    Expr supremum() {
        return Expr.of(factor()).times(supremum(0).pow(d));
    }

    /** The largest partial derivative of order beta: beta times in one direction, or once in each of two. */
    Expr derivative() {
        var pure = Expr.of(factor()).times(supremum(beta)).times(supremum(0).pow(d - 1));
        return beta == 1 || d == 1 ? pure : pure.max(Expr.of(factor()).times(supremum(1).square()).times(supremum(0).pow(d - 2)));
    }
}
