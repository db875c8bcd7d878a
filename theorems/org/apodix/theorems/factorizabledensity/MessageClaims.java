package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F3: the score as a ratio of integrals, by message passing. */
final class MessageClaims {

    private MessageClaims() { }

    static List<Claim<?>> claims() {
        var first = chain("3/5", "4/5", "1/2 -3/4", "1/2 -1/4 1");
        return List.of(Claim.of(FactorizableDensity.ID, "F3", "score as a ratio of integrals, message passing", NoisedChain.class,
                Provenance.derived("the score is a ratio of integrals, and its network shares weights over sites",
                    "the polynomial chain: one 2x2 recursion for all sites against the sum over all sets of edges, which has 2^(D-1) terms"))
            .equal("density", "message passing is the sum over all sets of edges", NoisedChain.DENSITY, NoisedChain.SUBSETS)
            .equal("score", "and so is the score", NoisedChain.score(0), NoisedChain.FIRST_SUBSETS)
            .about(NoisedChain::isOffCenter)
            .equal("score-inside", "at a site with two neighbors", NoisedChain.INNER, NoisedChain.INNER_SUBSETS).about(NoisedChain::isOffCenterInside)
            .equal("score-last", "at the last site", NoisedChain.LAST_SCORE, NoisedChain.LAST_SUBSETS).about(NoisedChain::isOffCenterAtTheEnd)
            .equal("derivative", "it is the derivative of the logarithm of the density, here integrated over a step", NoisedChain.WORK, NoisedChain.RISE)
            .about(NoisedChain::isNearPair)
            .equal("moments", "the recursion of the moments, against the integral", NoisedChain.TOP_MOMENT, NoisedChain.TOP_INTEGRAL)
            .about(c -> c.y().size() == 2 && c.isOffCenter())
            .atMost("bounded", "the score is bounded where the data are", NoisedChain.LAST, NoisedChain.LAST_BOUND)
            .toothEqual("F3", "the noised chain is a product of factors of neighboring pairs", NoisedChain.MIXED, number(0), first)
            .ownTooth("shift", "the score is bounded whatever y is", NoisedChain.LAST, NoisedChain.LAST_TIGHTER, chain("12/13", "5/13", "1/2", "0 3"))
            .on(NoisedChain::draw, List.of(
                new Edge<>("three sites", first), new Edge<>("four sites", chain("12/13", "5/13", "9/10 1/3 -1/2", "0 1 -2 1/3")),
                new Edge<>("no interaction", chain("4/5", "3/5", "0", "1 -1")),
                new Edge<>("far out", chain("12/13", "5/13", "1/2", "5 -5")),
                new Edge<>("nearly pure noise", chain("1/100", "1", "1/2", "1/2 1/3")))));
    }

    private static NoisedChain chain(String alpha, String sigma, String a, String y) {
        return new NoisedChain(rationals(y), rationals(a), Rational.parse(alpha), Rational.parse(sigma));
    }

    private static List<Rational> rationals(String values) {
        return Stream.of(values.split(" ")).map(Rational::parse).toList();
    }
}
