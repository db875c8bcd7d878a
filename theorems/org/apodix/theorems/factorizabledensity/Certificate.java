package org.apodix.theorems.factorizabledensity;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.SawtoothSquare;

/**
 * The end-to-end certificate of F18 for the polynomial chain with coefficients a on [-1, 1]^D, D = K + 1, and its network with grid 1/N and squares of m teeth: the
 * bound of F12(d) with t_0 = rho^2, T = rho^-2.
 */
record Certificate(List<Rational> a, int n, int m) {

    private static final int MOST_FACTORS = 1_000;

    static final Quantity<Certificate> RHO = Quantity.of("rho", "\\rho",
        "$\\prod_i\\big(1+\\frac{|a_i|}{N^2(1-|a_i|)}\\big)-1+\\frac{\\prod(1+|a_i|)}{\\prod(1-|a_i|)}(K-1)\\varepsilon_m$", c -> Expr.of(c.rho()));
    static final Quantity<Certificate> VARIATIONS = Quantity.of("sumV", "\\textstyle\\sum_iV_i", "$V_i\\le1+\\frac{|a_{i-1}|+|a_i|}2+\\frac{|a_{i-1}a_i|}4$", c -> Expr.of(c.variations()));
    static final Quantity<Certificate> SLOPES = Quantity.of("sumV_slopes", "D+\\textstyle\\sum_i|a_i|+\\tfrac14\\sum_i|a_{i-1}a_i|", "each slope counts for two coordinates",
        c -> Expr.of(c.slopes()));
    static final Quantity<Certificate> VALUE = Quantity.of("certificate", "\\tfrac\\rho{\\sqrt{2\\pi}}\\textstyle\\sum_iV_i+\\sqrt{\\tfrac{4\\rho^2D\\log(1/\\rho)}{(1-\\rho)^2}+\\tfrac{D\\rho^2}4}", "",
        Certificate::value);
    static final Quantity<Certificate> INSERTED = Quantity.of("inserted",
        "\\sqrt{\\tfrac{t_0}{2\\pi}}\\textstyle\\sum_iV_i+\\sqrt{\\tfrac12\\big[\\tfrac{2\\rho^2}{(1-\\rho)^2}D\\log\\tfrac T{t_0}+\\tfrac D{2T}\\big]}", "F12(d) at $t_0=\\rho^2$, $T=\\rho^{-2}$",
        c -> c.smoothing().plus(c.score().plus(c.prior()).sqrt()));
    static final Quantity<Certificate> SAMPLER = Quantity.of("sampler", "\\sqrt{\\tfrac{4\\rho^2D\\log(1/\\rho)}{(1-\\rho)^2}+\\tfrac{D\\rho^2}4}", "without early stopping",
        c -> c.score().plus(c.prior()).sqrt());
    static final Quantity<Certificate> RATE = Quantity.of("rate", "\\rho\\,\\big(\\tfrac{\\sum_iV_i}{\\sqrt{2\\pi}}+\\tfrac{2\\sqrt D}{1-\\rho}+\\tfrac{\\sqrt D}2\\big)\\sqrt{\\max(1,\\log\\tfrac1\\rho)}", "",
        Certificate::rate);
    static final Quantity<Certificate> NO_LOGARITHM = Quantity.of("rate_without_log", "\\rho\\,\\big(\\tfrac{\\sum_iV_i}{\\sqrt{2\\pi}}+\\tfrac{2\\sqrt D}{1-\\rho}+\\tfrac{\\sqrt D}2\\big)",
        "without the logarithm", c -> c.factor());

    static final InstanceFamily<Certificate> FAMILY = new InstanceFamily<>("certificate", Certificate.class, Set.of("D", "N", "m", "a"), c -> true, Certificate::read,
        (c, json) -> InstanceFamily.put(json.put("D", c.d()).put("N", c.n).put("m", c.m), "a", c.a), List.of(RHO, VARIATIONS, VALUE));

    private static Certificate read(Fields fields) {
        var a = Chain.coefficients(fields, fields.integer("D", 2, MOST_FACTORS) - 1);
        var certificate = new Certificate(a, fields.integer("N", 1, 1_000_000), fields.integer("m", 1, Square.MOST));
        if (!certificate.isSmall()) {
            throw new BadInput("\"N\" is " + certificate.n + " with m = " + certificate.m + "; then rho = " + Fields.shorten(certificate.rho().toString())
                + ", which must lie strictly between 0 and 1: take larger N and m, or a coefficient other than 0");
        }
        return certificate;
    }

    int d() {
        return a.size() + 1;
    }

    /** 0 &lt; rho &lt; 1. */
    boolean isSmall() {
        return rho().signum() > 0 && rho().compareTo(Rational.ONE) < 0;
    }

    Rational rho() {
        return rho(a, n, m);
    }

    /** The relative error of F10: its second term over the least value prod (1 - |a_i|) of the density. */
    static Rational rho(List<Rational> a, int n, int m) {
        var ratio = a.stream().map(Rational::abs).map(each -> Rational.ONE.plus(each).over(Rational.ONE.minus(each))).reduce(Rational.ONE, Rational::times);
        return Chain.relative(a, n).plus(ratio.times(Rational.of(a.size() - 1L)).times(SawtoothSquare.error(m)));
    }

    private Rational coefficient(int i) {
        return i < 0 || i == a.size() ? Rational.ZERO : a.get(i);
    }

    private Rational variations() {
        var sum = Rational.ZERO;
        for (int i = 0; i < d(); i++) {
            sum = sum.plus(ChainVariation.bound(coefficient(i - 1), coefficient(i)));
        }
        return sum;
    }

    private Rational slopes() {
        var sum = Rational.of(d());
        for (int i = 0; i < a.size(); i++) {
            sum = sum.plus(a.get(i).abs()).plus(coefficient(i - 1).times(a.get(i)).abs().over(Rational.of(4)));
        }
        return sum;
    }

    /** Early stopping. */
    Expr smoothing() {
        var stop = Expr.of(rho().pow(2));
        return stop.over(Expr.PI.times(2)).sqrt().times(Expr.of(variations()));
    }

    /** Half of the error of the score along the path. */
    Expr score() {
        var rho = rho();
        var relative = rho.over(Rational.ONE.minus(rho));
        var times = Expr.of(rho.pow(2).inverse().over(rho.pow(2)));
        return Expr.of(relative.pow(2).times(Rational.of(d()))).times(times.log());
    }

    /** Half of the error of the prior. */
    Expr prior() {
        var last = Expr.of(rho().pow(2)).pow(-1);
        return Expr.of(d()).over(last.times(4));
    }

    private Expr value() {
        var rho = Expr.of(rho());
        var score = rho.square().times(4L * d()).times(Expr.ONE.over(rho).log()).over(Expr.ONE.minus(rho).square());
        return rho.over(Expr.PI.times(2).sqrt()).times(Expr.of(variations())).plus(score.plus(rho.square().times(d()).over(4)).sqrt());
    }

    private Expr factor() {
        var rho = Expr.of(rho());
        var root = Expr.of(d()).sqrt();
        return rho.times(Expr.of(variations()).over(Expr.PI.times(2).sqrt()).plus(root.times(2).over(Expr.ONE.minus(rho))).plus(root.over(2)));
    }

    private Expr rate() {
        return factor().times(Expr.ONE.over(Expr.of(rho())).log().max(Expr.ONE).sqrt());
    }

    /** K up to 16 coefficients in Z/12, equal half of the time; the grid and the squares fine enough for rho below 1. */
    static Certificate draw(Draw draw) {
        int k = draw.of(1, 2, 4, draw.integer(1, 16));
        var a = draw.yes() ? Collections.nCopies(k, Chain.coefficient(draw)) : draw.list(k, Chain::coefficient);
        if (a.stream().allMatch(Rational::isZero)) {
            a = Collections.nCopies(k, Rational.of(1, 2));
        }
        var drawn = new Certificate(a, draw.integer(1, 60), draw.integer(1, 16));
        while (!drawn.isSmall()) {
            drawn = new Certificate(a, 2 * drawn.n, drawn.m + 2);
        }
        return drawn;
    }
}
