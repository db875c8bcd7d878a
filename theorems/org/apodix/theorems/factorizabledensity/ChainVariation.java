package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.Draw;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;

/**
 * The total variation, boundary jumps included, of the polynomial chain in the direction of a coordinate y with coefficients a and b toward its neighbors x and z
 * (F12(a)); b = 0 for a coordinate at an end.
 *
 * <p>All other factors integrate out: V = 1/8 int int [(1 + ax)(1 + bz) + (1 - ax)(1 - bz) + int |ax + bz + 2ab xzy| dy] dx dz over [-1, 1]^3. The jumps give 1.
 * With u = |ax|, v = |bz| the quarter of the square where ax and bz have the same sign has int |...| dy = 2(u + v), as 2uv <= u + v. Where the signs differ
 * it is 2|u - v| for |u - v| >= 2uv, that is for v outside of [u/(1 + 2u), u/(1 - 2u)], and ((u - v)^2 + 4u^2v^2)/(2uv) inside; the integral for v is
 * elementary. Exchanging a and b where needed, |a| <= |b|, so that u/(1 + 2u) stays below |b|.
 */
record ChainVariation(Rational a, Rational b) implements Diffused {

    static final Quantity<ChainVariation> EXACT = Quantity.of("V", "V_i", "total variation with the jumps at the boundary, by an integral", ChainVariation::variation);
    static final Quantity<ChainVariation> BOUND = Quantity.of("V_bound", "1+\\tfrac{|a|+|b|}2+\\tfrac{|ab|}4", "", v -> Expr.of(bound(v.a, v.b)));
    /** |d/dy (1 + axy)(1 + byz)| is at most |ax| (1 + byz) + |bz| (1 + axy), which has the mean (|a| + |b|)/2: the last term of the bound is not needed. */
    static final Quantity<ChainVariation> SHARPER = Quantity.of("V_bound_sharper", "1+\\tfrac{|a|+|b|}2", "without the last term", v ->
        Expr.of(Rational.ONE.plus(v.a.abs().plus(v.b.abs()).over(Rational.TWO))));
    static final Quantity<ChainVariation> WITHOUT = Quantity.of("V_jumps", "1+\\tfrac{|a|+|b|}4", "half of the slopes", v ->
        Expr.of(Rational.ONE.plus(v.a.abs().plus(v.b.abs()).over(Rational.of(4)))));

    static final InstanceFamily<ChainVariation> FAMILY = new InstanceFamily<>("chain_variation", ChainVariation.class, Set.of("a", "b"), v -> true,
        fields -> new ChainVariation(fields.between("a", Rational.of(-1), Rational.ONE), fields.between("b", Rational.of(-1), Rational.ONE)),
        (v, json) -> json.put("a", v.a.toString()).put("b", v.b.toString()), List.of(EXACT, BOUND));

    /** 1 + (|a| + |b|)/2 + |ab|/4. */
    static Rational bound(Rational a, Rational b) {
        return Rational.ONE.plus(a.abs().plus(b.abs()).over(Rational.TWO)).plus(a.times(b).abs().over(Rational.of(4)));
    }

    boolean isAtAnEnd() {
        return a.isZero() || b.isZero();
    }

    private Expr variation() {
        var less = a.abs().min(b.abs());
        var more = a.abs().max(b.abs());
        var slopes = Expr.of(less.plus(more).over(Rational.of(4)));
        if (less.isZero()) {
            return Expr.ONE.plus(slopes).plus(slopes);
        }
        var split = less.min(more.over(Rational.ONE.plus(more.times(Rational.TWO))));
        var u = new Variable("u");
        var opposite = Integral.of(left(u).plus(inside(u, more)), u, Expr.ZERO, Expr.of(split));
        if (split.compareTo(less) < 0) {
            opposite = opposite.plus(Integral.of(left(u).plus(upTo(u, Expr.of(more))), u, Expr.of(split), Expr.of(less)));
        }
        return Expr.ONE.plus(slopes).plus(opposite.over(Expr.of(less.times(more).times(Rational.of(4)))));
    }

    private static Expr ratio(Expr u, int sign) {
        return u.over(Expr.ONE.plus(u.times(2L * sign)));
    }

    /** int 2(u - v) dv from 0 to u/(1 + 2u), less what the antiderivative (u/2) log v - v + v^2/(4u) + u v^2 has there but for its logarithm. */
    private static Expr left(Expr u) {
        var v = ratio(u, 1);
        return u.times(v).times(2).minus(v.square()).minus(rest(u, 1));
    }

    /** -v + v^2/(4u) + u v^2 at v = u/(1 + 2 sign u). */
    private static Expr rest(Expr u, int sign) {
        var v = ratio(u, sign);
        return u.over(Expr.ONE.plus(u.times(2L * sign)).square().times(4)).minus(v).plus(u.times(v.square()));
    }

    /** From u/(1 + 2u) to u/(1 - 2u), and int 2(v - u) dv from there to the end. */
    private static Expr inside(Expr u, Rational end) {
        var v = ratio(u, -1);
        var logarithm = Expr.ONE.plus(u.times(2)).over(Expr.ONE.minus(u.times(2))).log();
        var beyond = Expr.of(end).square().minus(u.times(Expr.of(end)).times(2)).minus(v.square()).plus(u.times(v).times(2));
        return u.over(2).times(logarithm).plus(rest(u, -1)).plus(beyond);
    }

    /** From u/(1 + 2u) to the end, which lies below u/(1 - 2u). */
    private static Expr upTo(Expr u, Expr end) {
        var logarithm = end.times(Expr.ONE.plus(u.times(2))).over(u).log();
        return u.over(2).times(logarithm).minus(end).plus(end.square().over(u.times(4))).plus(u.times(end.square()));
    }

    static ChainVariation draw(Draw draw) {
        return new ChainVariation(Chain.coefficient(draw), Chain.coefficient(draw));
    }
}
