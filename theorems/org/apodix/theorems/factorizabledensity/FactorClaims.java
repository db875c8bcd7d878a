package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;
import static org.apodix.theorems.factorizabledensity.Factored.view;

import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** F1 and F9: what a factorization is, and what errors of the factors do to the product. */
final class FactorClaims {

    private static final Quantity<Factored> REBUILT = view(FactorTables.class, FactorTables.REBUILT);
    private static final Quantity<Factored> OUTSIDE = view(FactorTables.class, FactorTables.OUTSIDE);
    private static final Quantity<Factored> EFFECTIVE = view(FactorTables.class, FactorTables.EFFECTIVE);
    private static final Quantity<Factored> LARGEST = view(FactorTables.class, FactorTables.LARGEST);
    private static final Quantity<Factored> MASS = view(PolynomialNetwork.class, PolynomialNetwork.MASS);
    private static final Quantity<Factored> CORRELATION = view(PolynomialNetwork.class, PolynomialNetwork.CORRELATION);
    private static final Quantity<Factored> FORMULA = view(PolynomialNetwork.class, PolynomialNetwork.FORMULA);
    private static final Quantity<Factored> POLYNOMIAL_REBUILT = view(PolynomialNetwork.class, PolynomialNetwork.REBUILT);
    private static final Quantity<Factored> POLYNOMIAL_OUTSIDE = view(PolynomialNetwork.class, PolynomialNetwork.OUTSIDE);
    private static final Quantity<Factored> POLYNOMIAL_EFFECTIVE = view(PolynomialNetwork.class, PolynomialNetwork.EFFECTIVE);
    private static final Quantity<Factored> POLYNOMIAL_LARGEST = view(PolynomialNetwork.class, PolynomialNetwork.LARGEST);
    private static final Quantity<Factored> ABSOLUTE = view(FactorTables.class, FactorTables.ABSOLUTE);
    private static final Quantity<Factored> ABSOLUTE_BOUND = view(FactorTables.class, FactorTables.ABSOLUTE_BOUND);
    private static final Quantity<Factored> RELATIVE = view(FactorTables.class, FactorTables.RELATIVE);
    private static final Quantity<Factored> OMEGA = view(FactorTables.class, FactorTables.OMEGA);
    private static final Quantity<Factored> VARIATION = view(FactorTables.class, FactorTables.VARIATION);
    private static final Quantity<Factored> RATIO = view(BayesianPair.class, BayesianPair.RATIO);
    private static final Quantity<Factored> DIVERGENCE = view(BayesianPair.class, BayesianPair.DIVERGENCE);
    private static final Quantity<Factored> CHAIN_RULE = view(BayesianPair.class, BayesianPair.CHAIN_RULE);

    private FactorClaims() { }

    static List<Claim<?>> claims() {
        return List.of(factorization(), telescoping());
    }

    private static Claim<Factored> factorization() {
        return Claim.of(FactorizableDensity.ID, "F1", "factorization and effective dimension", Factored.class, Provenance.derived(
                "the density factorizes into functions of at most $d$ coordinates each",
                "exact, on polynomial networks and on tables over $\\{0,1\\}^D$: the canonical factors decide from the values of $p$ alone "
                    + "which factorizations exist; minimality of $d_{\\rm eff}$ is proved on the page, not tried here"))
            .equal("a-mass", "the conditional polynomials multiply to a density", MASS, number(1)).about(is(PolynomialNetwork.class))
            .equal("a-correlation", "the ends of the chain are correlated by the product", CORRELATION, FORMULA).about(is(PolynomialNetwork.class))
            .equal("b-product", "the canonical factors multiply to p, state by state", REBUILT, number(0)).about(is(FactorTables.class))
            .equal("b-trivial", "canonical factors of sets that are in no scope are constant 1", OUTSIDE, number(0)).about(is(FactorTables.class))
            .atMost("b-dimension", "the effective dimension is at most that of the given factors", EFFECTIVE, LARGEST).about(is(FactorTables.class))
            .equal("b-polynomial-product", "of polynomials too, with the center as the reference point", POLYNOMIAL_REBUILT, number(0)).about(FactorClaims::isShort)
            .equal("b-polynomial-trivial", "canonical factors of sets that are in no family are 1", POLYNOMIAL_OUTSIDE, number(0)).about(FactorClaims::isShort)
            .atMost("b-polynomial-dimension", "and the effective dimension is at most the size of the largest family", POLYNOMIAL_EFFECTIVE, POLYNOMIAL_LARGEST)
            .about(FactorClaims::isShort)
            .ownToothEqual("independent", "the ends of the chain are uncorrelated", CORRELATION, number(0), chain("1/2", "-3/4", "9/10"))
            .ownToothEqual("half", "half of the correlation", CORRELATION, FORMULA.scaled(1, 2), chain("1/2", "-3/4", "9/10"))
            .ownTooth("one-less", "one coordinate less is enough", EFFECTIVE, LARGEST.minus(number(1)), pairs())
            .ownTooth("parents", "the number of parents is enough", POLYNOMIAL_EFFECTIVE, POLYNOMIAL_LARGEST.minus(number(1)), collider(1))
            .on(FactorClaims::drawFactorization, List.of(
                new Edge<>("a chain of D = 4", chain("1/2", "-3/4", "9/10")),
                new Edge<>("independent coordinates", chain("0", "0")),
                new Edge<>("a collider, where all of the weight is used", collider(1)),
                new Edge<>("a collider at the end of a chain", collider(3)),
                new Edge<>("a constant", FactorTables.constant(2, Rational.ONE, Rational.ONE)),
                new Edge<>("a triangle of pairs", pairs())));
    }

    private static Claim<Factored> telescoping() {
        var eight = FactorTables.constant(8, Rational.ONE, Rational.of(21, 20));
        var three = FactorTables.constant(3, Rational.TWO, Rational.of(19, 10));
        var collider = collider();
        return Claim.of(FactorizableDensity.ID, "F9", "products of factors: three telescoping lemmas", Factored.class, Provenance.derived(
                "errors of the factors add up to an error of the density", "exact, on positive tables with counting measure; (c) on Bayesian networks"))
            .atMost("a", "absolute: exponential in the number of factors", ABSOLUTE, ABSOLUTE_BOUND).about(is(FactorTables.class))
            .atMost("b", "relative: the errors multiply", RELATIVE, OMEGA).about(is(FactorTables.class))
            .atMost("b-tv", "after normalization", VARIATION, OMEGA).about(is(FactorTables.class))
            .onlyIf(Hypothesis.exactly("all $\\rho_i<1$", m -> !(m instanceof FactorTables t) || t.isCloserThanOne())).against(number(1), m -> true)
            .equal("c-ratio", "the ratio of the laws is the product of the ratios of the conditionals", RATIO, number(0)).about(is(BayesianPair.class))
            .equal("c", "the chain rule of the divergence", DIVERGENCE, CHAIN_RULE).about(is(BayesianPair.class))
            .tooth("F9a", "without the power of M", ABSOLUTE, view(FactorTables.class, FactorTables.NO_POWER), three)
            .tooth("F9b", "a relative error that does not see the number of factors", RELATIVE, view(FactorTables.class, FactorTables.LARGEST_RATIO),
                eight)
            .ownToothEqual("marginals", "the divergence is that of the marginals", DIVERGENCE, view(BayesianPair.class, BayesianPair.SINGLES), collider)
            .on(FactorClaims::drawTelescoping, List.of(
                new Edge<>("eight factors 1 and 21/20", eight),
                new Edge<>("three factors 2 and 19/10", three),
                new Edge<>("equal factors", FactorTables.constant(4, Rational.of(3, 2), Rational.of(3, 2))),
                new Edge<>("a collider", collider),
                new Edge<>("the same network twice", new BayesianPair(collider.first(), collider.first()))));
    }

    private static boolean isShort(Factored m) {
        return m instanceof PolynomialNetwork n && n.isShort();
    }

    private static PolynomialNetwork collider(int factors) {
        return new PolynomialNetwork(Collections.nCopies(factors, Rational.of(11, 12)), List.of(Rational.of(1, 3), Rational.of(-1, 3), Rational.of(1, 3)));
    }

    private static Predicate<Factored> is(Class<? extends Factored> kind) {
        return kind::isInstance;
    }

    private static Factored drawFactorization(Draw draw) {
        return draw.yes() ? PolynomialNetwork.draw(draw) : FactorTables.draw(draw);
    }

    private static Factored drawTelescoping(Draw draw) {
        return draw.integer(0, 2) == 2 ? BayesianPair.draw(draw) : FactorTables.draw(draw);
    }

    static PolynomialNetwork chain(String... a) {
        return new PolynomialNetwork(List.of(a).stream().map(Rational::parse).toList(), Collections.nCopies(3, Rational.ZERO));
    }

    /** Three pair factors on three coordinates. */
    static FactorTables pairs() {
        var table = List.of(Rational.ONE, Rational.TWO, Rational.of(3), Rational.of(5));
        return new FactorTables(3, List.of(3, 6, 5), Collections.nCopies(3, table), Collections.nCopies(3, Collections.nCopies(4, Rational.ONE)));
    }

    private static BayesianPair collider() {
        var parents = List.of(0, 0, 3);
        return new BayesianPair(
            new BayesianNetwork(2, parents, List.of(List.of(law(1, 3)), List.of(law(2, 5)), List.of(law(1, 2), law(1, 4), law(3, 4), law(1, 10)))),
            new BayesianNetwork(2, parents, List.of(List.of(law(1, 2)), List.of(law(1, 5)), List.of(law(1, 3), law(1, 4), law(2, 3), law(9, 10)))));
    }

    private static List<Rational> law(long numerator, long denominator) {
        var p = Rational.of(numerator, denominator);
        return List.of(p, Rational.ONE.minus(p));
    }
}
