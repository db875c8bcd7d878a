package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.ChainNetwork;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.SawtoothSquare;

/** The network of the polynomial chain (F10) with coefficients a, grid 1/N and squares of m teeth, at a point u of [0, 1]^D, D = K + 1; padded if K is no power of 2. */
record Chain(Instance instance, Network network, Figures figures) {

    /** The exact parameters. */
    record Instance(List<Rational> a, int n, int m, List<Rational> u) { }

    private static final int MOST_UNITS = 4_000;

    static final Quantity<Chain> VALUE = Quantity.of("value", "\\hat q(u)", "the network at $u$", c ->
        c.network.on(c.instance.u.stream().map(Expr::of).toList()).get(0));
    static final Quantity<Chain> TARGET = Quantity.of("target", "q(u)", "$\\prod_i(1+a_i(2u_i-1)(2u_{i+1}-1))$", Chain::target);
    static final Quantity<Chain> ERROR = Quantity.of("absErr", "|\\hat q(u)-q(u)|", "", c -> VALUE.in(c).minus(TARGET.in(c)).abs());
    static final Quantity<Chain> BOUND = Quantity.of("bound",
        "q(u)\\big(\\prod_i(1+\\tfrac{|a_i|}{N^2(1-|a_i|)})-1\\big)+\\prod_i(1+|a_i|)(K-1)\\varepsilon_m", "",
        c -> TARGET.in(c).times(c.relative()).plus(c.productError()));
    static final Quantity<Chain> RELATIVE = Quantity.of("relErr", "|\\hat q(u)/q(u)-1|", "", c -> ERROR.in(c).over(TARGET.in(c)));
    static final Quantity<Chain> RHO = Quantity.of("rho", "\\rho", "$\\prod_i\\big(1+\\frac{|a_i|}{N^2(1-|a_i|)}\\big)-1+\\frac{\\prod(1+|a_i|)}{\\prod(1-|a_i|)}(K-1)\\varepsilon_m$",
        c -> Expr.of(Certificate.rho(c.instance.a, c.instance.n, c.instance.m)));
    static final Quantity<Chain> RHO_FACTORS = Quantity.of("rho_factors", "\\textstyle\\prod_i\\big(1+\\tfrac{|a_i|}{N^2(1-|a_i|)}\\big)-1", "without the tree", c ->
        Expr.of(relative(c.instance.a, c.instance.n)));
    static final Quantity<Chain> FACTORS_ONLY = Quantity.of("bound_without_tree", "q(u)\\big(\\prod_i(1+\\tfrac{|a_i|}{N^2(1-|a_i|)})-1\\big)", "",
        c -> TARGET.in(c).times(c.relative()));
    static final Quantity<Chain> ONE_PRODUCT = Quantity.of("bound_of_one_product",
        "q(u)\\big(\\prod_i(1+\\tfrac{|a_i|}{N^2(1-|a_i|)})-1\\big)+\\prod_i(1+|a_i|)\\varepsilon_m", "as if there were one product",
        c -> FACTORS_ONLY.in(c).plus(Expr.of(c.scale().times(SawtoothSquare.error(c.instance.m)))));
    static final Quantity<Chain> NO_LEAST = Quantity.of("bound_without_least_value", "q(u)\\big(\\prod_i(1+\\tfrac{|a_i|}{N^2})-1\\big)+\\prod_i(1+|a_i|)(K-1)\\varepsilon_m",
        "as if all factors were at least 1", c -> TARGET.in(c).times(Expr.of(c.instance.a.stream().map(a -> Rational.ONE.plus(a.abs().over(Rational.of(c.instance.n).pow(2))))
            .reduce(Rational.ONE, Rational::times).minus(Rational.ONE))).plus(c.productError()));
    static final Quantity<Chain> DEPTH = count("depth", "\\ell", "affine maps of the network", c -> c.figures.affineMaps());
    static final Quantity<Chain> S = count("S", "S", "non-zero weights and biases", c -> c.figures.nonzeros());
    static final Quantity<Chain> P = count("P", "P", "distinct non-zero values among them", c -> c.figures.distinct());
    static final Quantity<Chain> WIDTH = count("width", "w", "largest hidden layer", c -> c.figures.width());
    static final Quantity<Chain> LONGER = count("P_longer", "P_{2K}", "$P$ of the chain of $2K$ factors: equal coefficients stay equal, "
        + "otherwise they are $\\frac{i+1}{4K+3}$, $i<2K$", c -> Figures.of(c.longer()).distinct());
    static final Quantity<Chain> INNER = count("P_inner", "P^-", "$P$ without the output map", c -> inner(c.network));
    static final Quantity<Chain> LONGER_INNER = count("P_inner_longer", "P^-_{2K}", "the same of the chain of $2K$ factors", c -> inner(c.longer()));
    static final Quantity<Chain> K = count("K", "K", "factors", Chain::k);
    static final Quantity<Chain> LEVELS = count("q", "q", "levels of the tree, $\\log_2K$", c -> Integer.numberOfTrailingZeros(c.k()));
    static final Quantity<Chain> M = count("m", "m", "teeth layers of each square", c -> c.instance.m);
    static final Quantity<Chain> S_FORMULA = count("S_formula", "K\\,S_g(N)+S_{\\rm tree}(K,m)", "$S_g(N)=4(N+1)+4N+12(N+1)^2$",
        c -> nonzeros(c.k(), c.instance.n, c.instance.m));
    static final Quantity<Chain> WIDTH_FORMULA = count("width_formula", "\\max(4K(N+1)^2,3K)", "",
        c -> Math.max(4 * c.k() * (c.instance.n + 1) * (c.instance.n + 1), 3 * c.k()));

    static final InstanceFamily<Chain> FAMILY = new InstanceFamily<>("chain_network", Chain.class, Set.of("D", "N", "m", "a", "x"), c -> true,
        Chain::read, (c, json) -> {
            InstanceFamily.put(json.put("D", c.k() + 1).put("N", c.instance.n).put("m", c.instance.m), "a", c.instance.a);
            InstanceFamily.put(json, "x", c.instance.u);
        }, List.of(VALUE, TARGET, ERROR, BOUND, DEPTH, S, P, WIDTH));

    static Chain of(List<Rational> a, int n, int m, List<Rational> u) {
        var network = ChainNetwork.of(a, n, m);
        return new Chain(new Instance(List.copyOf(a), n, m, List.copyOf(u)), network, Figures.of(network));
    }

    private static Chain read(Fields fields) {
        int d = fields.integer("D", 2, 1000);
        int n = fields.integer("N", 1, 30);
        int m = fields.integer("m", 1, Square.MOST);
        var a = coefficients(fields, d - 1);
        var u = Interpolant.point(fields, "x");
        if (4L * a.size() * (n + 1) * (n + 1) > MOST_UNITS) {
            throw new BadInput("\"D\" is " + d + " with N = " + n + "; 4(D - 1)(N + 1)^2 may be at most " + MOST_UNITS);
        }
        if (u.size() != d) {
            throw new BadInput("\"x\" has " + u.size() + " entries; it must have " + d);
        }
        return of(a, n, m, u);
    }

    /** The coefficients of a chain, each strictly between -1 and 1. */
    static List<Rational> coefficients(Fields fields, int count) {
        var a = fields.rationals("a");
        if (a.size() != count) {
            throw new BadInput("\"a\" has " + a.size() + " entries; it must have " + count);
        }
        for (var each : a) {
            if (each.abs().compareTo(Rational.ONE) >= 0) {
                throw new BadInput("\"a\" contains " + Fields.shorten(each.toString()) + "; its entries must lie strictly between -1 and 1");
            }
        }
        return a;
    }

    /** K S_g(N) + S_tree(K, m). */
    static int nonzeros(int k, int n, int m) {
        return k * (4 * (n + 1) + 4 * n + 12 * (n + 1) * (n + 1)) + Factors.nonzeros(k, m);
    }

    private static Quantity<Chain> count(String name, String tex, String meaning, ToIntFunction<Chain> number) {
        return Quantity.of(name, tex, meaning, c -> Expr.of(number.applyAsInt(c)));
    }

    int k() {
        return instance.a.size();
    }

    /** Whether the tree has no padding: counts are claimed then only. */
    boolean isFull() {
        return Integer.bitCount(k()) == 1;
    }

    boolean hasEqualCoefficients() {
        return instance.a.stream().distinct().count() == 1;
    }

    boolean hasNoInteraction() {
        return instance.a.stream().allMatch(Rational::isZero);
    }

    private Expr target() {
        var product = Expr.ONE;
        for (int i = 0; i < k(); i++) {
            product = product.times(Expr.ONE.plus(Expr.of(instance.a.get(i)).times(centered(i)).times(centered(i + 1))));
        }
        return product;
    }

    private Expr centered(int i) {
        return Expr.of(instance.u.get(i)).times(2).minus(Expr.ONE);
    }

    private Expr relative() {
        return Expr.of(relative(instance.a, instance.n));
    }

    /** prod (1 + |a_i|/(N^2 (1 - |a_i|))) - 1. */
    static Rational relative(List<Rational> a, long n) {
        var square = Rational.of(n).times(Rational.of(n));
        return a.stream().map(Rational::abs).map(each -> Rational.ONE.plus(each.over(square.times(Rational.ONE.minus(each)))))
            .reduce(Rational.ONE, Rational::times).minus(Rational.ONE);
    }

    private Expr productError() {
        return Expr.of(scale().times(Rational.of(k() - 1)).times(SawtoothSquare.error(instance.m)));
    }

    private Rational scale() {
        return instance.a.stream().map(each -> Rational.ONE.plus(each.abs())).reduce(Rational.ONE, Rational::times);
    }

    private Network longer() {
        int k = 2 * k();
        return ChainNetwork.of(hasEqualCoefficients() ? Collections.nCopies(k, instance.a.get(0)) : growing(k), instance.n, instance.m);
    }

    private static int inner(Network network) {
        var maps = network.maps();
        return (int) maps.subList(0, maps.size() - 1).stream().flatMap(map -> map.distinct().stream()).distinct().count();
    }

    /** (i + 1)/(2K + 3), i < K. */
    static List<Rational> growing(int k) {
        return IntStream.range(0, k).mapToObj(i -> Rational.of(i + 1, 2L * k + 3)).toList();
    }

    /** D = 2, 3, 5 or 9, seldom 4 or 7, coefficients in Z/12, equal half of the time. */
    static Chain draw(Draw draw) {
        int k = draw.of(1, 2, 4, 8, 2, 4, 8, 3, 6);
        int n = draw.integer(1, k > 4 ? 3 : 6);
        int m = draw.integer(1, 10);
        var a = draw.yes() ? Collections.nCopies(k, coefficient(draw)) : draw.list(k, Chain::coefficient);
        int q = draw.of(1, 2 * n, draw.integer(1, 1000));
        return of(a, n, m, new ArrayList<>(draw.list(k + 1, d -> Rational.of(d.integer(0, q), q))));
    }

    static Rational coefficient(Draw draw) {
        return Rational.of(draw.integer(-11, 11), 12);
    }
}
