package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.factorizabledensity.NoisyChain.DIMENSION;
import static org.apodix.theorems.factorizabledensity.NoisyChain.EFFECTIVE;
import static org.apodix.theorems.factorizabledensity.NoisyChain.FORMULA_13;
import static org.apodix.theorems.factorizabledensity.NoisyChain.GAP_13;
import static org.apodix.theorems.factorizabledensity.NoisyChain.difference;
import static org.apodix.theorems.factorizabledensity.NoisyChain.psi;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** F2: noise destroys the factorization of a chain. */
final class NoiseClaims {

    private static final int ALL_OF_FOUR = 15;

    private NoiseClaims() { }

    static List<Claim<?>> claims() {
        Predicate<NoisyChain> three = NoisyChain.ofDimension(3);
        Predicate<NoisyChain> four = NoisyChain.ofDimension(4);
        var builder = Claim.of(FactorizableDensity.ID, "F2", "noise destroys the factorization", NoisyChain.class, Provenance.derived("",
                "binary symmetric chains, exact: the low dimension lives in the clean law only, so a score network has to use it through an integral"))
            .equal("D3", "the interaction of the ends of three", psi(5), FORMULA_13).about(three)
            .atMost("D3-gap", "it exceeds 1 under every noise strictly between none and pure", GAP_13.plus(number(1)), psi(5)).about(three)
            .equal("D3-trivial", "without correlation or without noise the ends do not interact", psi(5), number(1))
            .about(three.and(c -> !c.isNoisy()))
            .equal("odd", "the factor of all coordinates is trivial for odd D", Quantity.of("psi_top", "\\psi_{1\\dots D}", "canonical factor of all",
                c -> Expr.of(c.law().factor((1 << c.d()) - 1))), number(1)).about(c -> c.d() % 2 == 1)
            .equal("D3-dimension", "three coordinates stay two-dimensional", EFFECTIVE, number(2)).about(three.and(NoisyChain::isVisible))
            .equal("pure-noise", "under pure noise nothing is left", EFFECTIVE, number(0)).about(c -> c.noise().equals(Rational.of(1, 2)))
            .equal("clean", "without noise the chain has effective dimension 2", EFFECTIVE, number(2))
            .about(c -> c.noise().isZero() && c.isCorrelated() && c.d() > 1)
            .equal("D4-dimension", "four coordinates under noise have effective dimension four", EFFECTIVE, DIMENSION)
            .about(four.and(NoisyChain::isNoisy))
            .equal("D4-all", "all eleven factors of at least two of four coordinates differ from 1", NoisyChain.INTERACTIONS, number(11))
            .about(four.and(NoisyChain::isNoisy));
        for (var set : List.of(3, 6, 12, 5, 10, 9, 7, 11, 13, 14)) {
            builder.equal("D4-" + BinaryTable.name(set), "the factor in closed form", difference(set), closedForm(set)).about(four);
        }
        return List.of(builder
            .equal("D4-1234", "and that of all four, by half of the products", HALF_PRODUCTS, TOP).about(four)
            .equal("D4-halves", "its value is the square of the quotient of these halves", psi(ALL_OF_FOUR), SQUARED_HALVES).about(four)
            .toothEqual("chain-graph", "noise keeps the chain graph", psi(5), number(1), witness(3, "1/4", "1/10"))
            .toothEqual("two-dimensional", "noise keeps the effective dimension 2", EFFECTIVE, number(2), witness(4, "1/3", "1/20"))
            .tooth("already-three", "noise makes the effective dimension exceed 2 for three coordinates", number(3), EFFECTIVE,
                witness(3, "1/4", "1/10"))
            .on(NoisyChain::draw, List.of(
                new Edge<>("three coordinates", witness(3, "1/4", "1/10")),
                new Edge<>("four coordinates", witness(4, "1/3", "1/20")),
                new Edge<>("no noise", witness(4, "1/3", "0")),
                new Edge<>("pure noise", witness(4, "1/4", "1/2")),
                new Edge<>("pure noise on three coordinates", witness(3, "1/4", "1/2")),
                new Edge<>("independent coordinates", witness(3, "1/2", "1/10")),
                new Edge<>("a constant chain under noise", witness(4, "0", "1/10")),
                new Edge<>("five coordinates, of effective dimension four", witness(5, "1/3", "1/20")))));
    }

    static NoisyChain witness(int d, String flip, String noise) {
        return NoisyChain.of(d, Rational.parse(flip), Rational.parse(noise));
    }

    /** 4 eta^2 rho (...) and so on, by the set of the coordinates. */
    private static Quantity<NoisyChain> closedForm(int set) {
        BiFunction<Expr, Expr, Expr> form = switch (Integer.bitCount(set)) {
            case 3 -> (r, h) -> top(r, h).times(16);
            default -> pairForm(set);
        };
        var name = BinaryTable.name(set);
        return Quantity.of("closed_" + name, TEX.get(List.of(3, 12).contains(set) ? 0 : set == 6 ? 1 : set == 9 ? 3 : set == 5 || set == 10 ? 2 : 4),
            "$\\rho=1-2q$, $\\eta=1-2\\epsilon$", c -> form.apply(c.rho(), c.eta()));
    }

    private static final List<String> TEX = List.of(
        "4\\eta^2\\rho(1-\\eta\\rho-\\eta\\rho^2+\\eta^2\\rho)(1+\\eta\\rho+\\eta\\rho^2+\\eta^2\\rho)", "4\\eta^2\\rho(1-\\eta^2\\rho^2)^2",
        "4\\eta^2\\rho^2(1-\\eta^2)(1-\\eta^2\\rho^2)", "4\\eta^2\\rho^3(1-\\eta^2)^2", "16\\eta^4\\rho^4(1-\\eta^2)^2(1-\\eta^2\\rho^2)^2");

    private static BiFunction<Expr, Expr, Expr> pairForm(int set) {
        return switch (set) {
            case 6 -> (r, h) -> four(r, h).times(without(r.times(h)).square());
            case 5, 10 -> (r, h) -> four(r, h).times(r).times(without(h)).times(without(r.times(h)));
            case 9 -> (r, h) -> four(r, h).times(r.square()).times(without(h).square());
            default -> (r, h) -> {
                var odd = h.times(r).plus(h.times(r.square()));
                var even = Expr.ONE.plus(h.square().times(r));
                return four(r, h).times(even.minus(odd)).times(even.plus(odd));
            };
        };
    }

    private static Expr four(Expr rho, Expr eta) {
        return eta.square().times(rho).times(4);
    }

    private static Expr without(Expr x) {
        return Expr.ONE.minus(x.square());
    }

    private static Expr top(Expr rho, Expr eta) {
        return eta.times(rho).pow(4).times(without(eta).square()).times(without(eta.times(rho)).square());
    }

    private static final Quantity<NoisyChain> TOP = Quantity.of("closed_1234", "-16\\eta^4\\rho^4(1-\\eta^2)^2(1-\\eta^2\\rho^2)^2", "",
        c -> top(c.rho(), c.eta()).times(-16));

    /** 16^4 (p(0000) p(1100) p(1010) p(1001) - p(1000) p(0100) p(0010) p(0001)); psi_1234 is the square of their quotient by p(y) = p(not y). */
    private static final Quantity<NoisyChain> HALF_PRODUCTS = Quantity.of("difference_1234", "X-Y",
        "$\\psi_{1234}=(X/Y)^2$, $X=16^4p(0000)p(1100)p(1010)p(1001)$, $Y$ over the states with a single 1", c -> half(c, 1).minus(half(c, 0)));

    private static final Quantity<NoisyChain> SQUARED_HALVES = Quantity.of("squared_halves", "(X/Y)^2", "by $p(y)=p(\\bar y)$",
        c -> half(c, 1).over(half(c, 0)).square());

    /** The product of 16 p over the four states that differ from this one in one coordinate. */
    private static Expr half(NoisyChain c, int state) {
        var product = Expr.ONE;
        for (int i = 0; i < 4; i++) {
            product = product.times(Expr.of(c.law().at(state ^ 1 << i)).times(ALL_OF_FOUR + 1));
        }
        return product;
    }
}
