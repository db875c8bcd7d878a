package org.apodix.theorems.factorizabledensity;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.ChainNetwork;
import org.apodix.network.Figures;
import org.apodix.network.SawtoothSquare;

/**
 * The sizes that F11 chooses for an accuracy epsilon: a chain of K = D - 1 = 2^q factors with the same coefficient a in (0, 1).
 *
 * @param n least N with N^2 >= 4 K a/((1 - a) epsilon)
 * @param m least m >= 1 with 4^(m+1) >= 2 (1 + a)^K (K - 1)/epsilon
 */
record Size(int d, Rational a, Rational epsilon, BigInteger n, int m) {

    static final Quantity<Size> ACCURACY = Quantity.of("epsilon", "\\epsilon", "accuracy", s -> Expr.of(s.epsilon));
    static final Quantity<Size> N = Quantity.of("N", "N", "$\\lceil\\sqrt{4Ka/((1-a)\\epsilon)}\\rceil$", s -> Expr.of(Rational.of(s.n)));
    static final Quantity<Size> M = Quantity.of("m", "m", "the least $m\\ge1$ with $4^{m+1}\\ge2(1+a)^K(K-1)/\\epsilon$", s -> Expr.of(s.m));
    static final Quantity<Size> S = Quantity.of("S", "S", "$K(4(N+1)+4N+12(N+1)^2)+S_{\\rm tree}(K,m)$", s -> Expr.of(s.size()));
    static final Quantity<Size> BOUND = Quantity.of("bound", "(1+\\tfrac{a}{N^2(1-a)})^K-1+(1+a)^K(K-1)\\varepsilon_m",
        "bound of $\\int|\\hat q-q|$ by F10", s -> Expr.of(s.error(s.n, s.m)));
    static final Quantity<Size> COARSER = Quantity.of("bound_quarter_N", "(1+\\tfrac{a}{\\lfloor N/4\\rfloor^2(1-a)})^K-1+(1+a)^K(K-1)\\varepsilon_m", "with a quarter of $N$, rounded down, but at least 1",
        s -> Expr.of(s.error(s.n.shiftRight(2).max(BigInteger.ONE), s.m)));
    static final Quantity<Size> SLOPE = Quantity.of("slope", "\\mathrm{slope}", "$\\tfrac12\\log_{10}\\frac{S(\\epsilon/100)}{S(\\epsilon)}$", s ->
        Expr.of(of(s.d, s.a, s.epsilon.over(Rational.of(100))).size().over(s.size())).log().over(Expr.of(100).log()));
    static final Quantity<Size> BUILT = Quantity.of("S_built", "S", "non-zero weights of the network that is built", s ->
        Expr.of(Figures.of(ChainNetwork.of(Collections.nCopies(s.k(), s.a), s.n.intValueExact(), s.m)).nonzeros()));
    static final Quantity<Size> LEADING = Quantity.of("leading", "\\tfrac{48K^2a}{(1-a)\\epsilon}", "leading order of $S$", s ->
        Expr.of(s.a).times(48L * s.k() * s.k()).over(Expr.ONE.minus(Expr.of(s.a)).times(Expr.of(s.epsilon))));

    static final InstanceFamily<Size> FAMILY = new InstanceFamily<>("chain_size", Size.class, Set.of("D", "a", "epsilon"), s -> true, Size::read,
        (s, json) -> json.put("D", s.d).put("a", s.a.toString()).put("epsilon", s.epsilon.toString()), List.of(N, M, S, BOUND));

    private static Size read(Fields fields) {
        int d = fields.integer("D", 2, 65);
        if (Integer.bitCount(d - 1) != 1) {
            throw new BadInput("\"D\" is " + d + "; D - 1 must be a power of 2");
        }
        var epsilon = fields.rational("epsilon", Rational.of(10).pow(-30), Rational.ONE);
        return of(d, fields.between("a", Rational.ZERO, Rational.ONE), epsilon);
    }

    static Size of(int d, Rational a, Rational epsilon) {
        int k = d - 1;
        var square = a.times(Rational.of(4L * k)).over(Rational.ONE.minus(a).times(epsilon));
        var root = square.floor().sqrt();
        while (Rational.of(root.multiply(root)).compareTo(square) < 0) {
            root = root.add(BigInteger.ONE);
        }
        var most = Rational.ONE.plus(a).pow(k).times(Rational.of(2L * (k - 1))).over(epsilon);
        int m = 1;
        while (Rational.of(4).pow(m + 1).compareTo(most) < 0) {
            m++;
        }
        return new Size(d, a, epsilon, root.max(BigInteger.ONE), m);
    }

    /** Whether the network is small enough to be built for each instance. */
    boolean isBuilt() {
        return n.bitLength() < 10 && k() * (n.longValue() + 1) * (n.longValue() + 1) <= 600;
    }

    private int k() {
        return d - 1;
    }

    private Rational size() {
        var next = Rational.of(n).plus(Rational.ONE);
        Function<Long, Rational> number = Rational::of;
        return next.times(number.apply(4L)).plus(Rational.of(n).times(number.apply(4L))).plus(next.times(next).times(number.apply(12L)))
            .times(Rational.of(k())).plus(Rational.of(Factors.nonzeros(k(), m)));
    }

    private Rational error(BigInteger mesh, int teeth) {
        var scale = Rational.ONE.plus(a).pow(k()).times(Rational.of(k() - 1L));
        var square = Rational.of(mesh).times(Rational.of(mesh));
        var factor = Rational.ONE.plus(a.over(square.times(Rational.ONE.minus(a))));
        return Collections.nCopies(k(), factor).stream().reduce(Rational.ONE, Rational::times).minus(Rational.ONE)
            .plus(scale.times(SawtoothSquare.error(teeth)));
    }

    /** D = 2, 3, 5, 9 or 17, a in Z/12, epsilon from 1 to 10^-8. */
    static Size draw(Draw draw) {
        int d = draw.of(3, 5, 9, 17, 2);
        return of(d, Rational.of(draw.integer(1, 11), 12), Rational.of(1, draw.integer(1, 9)).times(Rational.of(10).pow(draw.integer(-8, 0))));
    }
}
