package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;

/**
 * The exponents of sum_i tau^a_i n^-b_i m^-e_i + tau^-q at m = n^gamma, tau = n^x: the model of the family {@code exponents}.
 *
 * @param terms lists (a, b, e) with q + a > 0
 */
public record Exponents(List<List<Rational>> terms, Rational gamma, Rational biasExponent) {

    static final Variable X = new Variable("x");

    private Rational constant(List<Rational> term) {
        return term.get(1).plus(gamma.times(term.get(2)));
    }

    /** x* = min (b_i + gamma e_i)/(q + a_i). */
    Rational tauExponent() {
        return terms.stream().map(term -> constant(term).over(biasExponent.plus(term.get(0)))).reduce(Rational::min).orElseThrow();
    }

    Expr rate() {
        return Expr.of(biasExponent.times(tauExponent()));
    }

    /** r(x) = min(q x, min_i (b_i + gamma e_i - a_i x)). */
    Expr decay(Expr x) {
        var least = x.times(Expr.of(biasExponent));
        for (var term : terms) {
            least = least.min(Expr.of(constant(term)).minus(x.times(Expr.of(term.get(0)))));
        }
        return least;
    }

    /** The exponent of the last term at x*. */
    Expr lastTerm() {
        var last = terms.get(terms.size() - 1);
        return Expr.of(constant(last).minus(last.get(0).times(tauExponent())));
    }

    /** Whether these are the terms of (P1), tau^4/(mn) + tau^3/m^2 + 1/tau. */
    boolean isPaper() {
        return biasExponent.equals(Rational.ONE) && terms.equals(paperTerms());
    }

    /** Whether this is tau^a/n + 1/tau. */
    boolean isSingle() {
        return biasExponent.equals(Rational.ONE) && terms.size() == 1 && terms.get(0).subList(1, 3).equals(List.of(Rational.ONE, Rational.ZERO));
    }

    static List<List<Rational>> paperTerms() {
        return List.of(Simple.list("4", "1", "1"), Simple.list("3", "0", "2"));
    }

    static Exponents paper(String gamma) {
        return new Exponents(paperTerms(), Simple.parse(gamma), Rational.ONE);
    }

    /** tau^a/n + 1/tau. */
    static Exponents single(String a) {
        var term = new ArrayList<Rational>(List.of(Simple.parse(a), Rational.ONE, Rational.ZERO));
        return new Exponents(List.of(term), Rational.ONE, Rational.ONE);
    }
}
