package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F17: general Bayesian networks. */
final class NetworkClaims {

    private static final List<Integer> CHAIN = List.of(0, 1, 2);
    private static final List<Integer> COLLIDER = List.of(0, 0, 3);
    private static final List<Integer> DIAMOND = List.of(0, 1, 1, 6);

    private NetworkClaims() { }

    static Claim<NetworkHistogram> claim() {
        // the witness of F15: p_12 has rows (1/10, 0) and (9/20, 9/20), e_12 (0, 1/10) and (9/20, 9/20); the second pair is the transpose
        var interior = given(network(CHAIN, "1/10 9/10", "1 0 1/2 1/2", "2/11 9/11 0 1"), "0 0 1/10 0 0 9/20 0 9/20");
        var xor = given(network(COLLIDER, "1/2 1/2", "1/2 1/2", "1 0 0 1 0 1 1 0"), "1/2 0 0 0 0 0 0 1/2");
        var diamond = network(DIAMOND, "1/3 2/3", "1/2 1/2 1/5 4/5", "9/10 1/10 2/5 3/5", "1 0 1/2 1/2 1/3 2/3 0 1");
        return Claim.of(FactorizableDensity.ID, "F17", "general Bayesian networks: the rate sees the largest family", NetworkHistogram.class,
                Provenance.derived("estimators that use the factorization see the effective dimension",
                    "Bayesian networks on finitely many states, zeros allowed: chain, collider, diamond; the lemma for any law in place of the empirical one, the risks by "
                        + "enumerating all counts. The rate for densities adds the bias of the bins, F13 and F16, and is not tried here"))
            .restsOn("F15")
            .equal("law", "the estimate is a law, empty rows or not", NetworkHistogram.MASS, number(1)).about(NetworkHistogram::isGiven)
            .atMost("lemma", "families and parents bound the law", NetworkHistogram.DISTANCE, NetworkHistogram.LEMMA).about(NetworkHistogram::isGiven)
            .attainedWhen(h -> h.isGiven() && h.network().d() == 1).against(number(1), h -> true)
            .atMost("every-sample", "it holds for every vector of counts", NetworkHistogram.GAP, number(0)).about(NetworkHistogram::isSampled)
            .equal("de-moivre", "the mean of the lemma by de Moivre's formula", NetworkHistogram.UPPER, NetworkHistogram.ENUMERATED).about(NetworkHistogram::isSampled)
            .atMost("risk", "the risk is at most this mean", NetworkHistogram.RISK, NetworkHistogram.UPPER).about(NetworkHistogram::isSampled)
            .attainedWhen(h -> h.network().d() == 1).against(number(1), h -> true)
            .atMost("root", "which the sizes of the families bound", NetworkHistogram.UPPER, NetworkHistogram.ROOT).about(NetworkHistogram::isSampled).against(number(1), h -> true)
            .atMost("largest", "so the largest family decides", NetworkHistogram.ROOT, NetworkHistogram.LARGEST).about(NetworkHistogram::isSampled).against(number(1), h -> true)
            .ownTooth("parents", "without the parents", NetworkHistogram.DISTANCE, NetworkHistogram.FAMILIES, interior)
            .ownTooth("half", "half of the mean", NetworkHistogram.RISK, NetworkHistogram.UPPER.scaled(1, 2), sampled(network(List.of(0), "1/4 3/4"), 5))
            .ownTooth("smaller", "the number of parents of the largest family decides", NetworkHistogram.ROOT, NetworkHistogram.SMALLER, sampled(uniform(4, CHAIN), 1))
            .on(NetworkHistogram::draw, List.of(new Edge<>("the parents are needed", interior), new Edge<>("a law that the graph misses", xor),
                new Edge<>("a diamond, one sample", sampled(diamond, 1)), new Edge<>("a diamond, two samples", sampled(diamond, 2)),
                new Edge<>("a deterministic collider", sampled(xor.network(), 3)),
                new Edge<>("one coordinate", sampled(network(List.of(0), "1/4 3/4"), 5))));
    }

    static NetworkHistogram given(BayesianNetwork network, String cells) {
        return new NetworkHistogram(network, 0, rationals(cells));
    }

    static NetworkHistogram sampled(BayesianNetwork network, int n) {
        return new NetworkHistogram(network, n, null);
    }

    /** The uniform law. */
    private static BayesianNetwork uniform(int states, List<Integer> parents) {
        var row = Collections.nCopies(states, Rational.of(1, states));
        return new BayesianNetwork(states, parents, parents.stream()
            .map(set -> Collections.nCopies(BayesianNetwork.power(states, Integer.bitCount(set)), row)).toList());
    }

    /** Two states, one row of numbers for each coordinate. */
    static BayesianNetwork network(List<Integer> parents, String... tables) {
        return new BayesianNetwork(2, parents, Stream.of(tables).map(NetworkClaims::rationals)
            .map(values -> IntStream.range(0, values.size() / 2).mapToObj(row -> List.copyOf(values.subList(2 * row, 2 * row + 2))).toList()).toList());
    }

    private static List<Rational> rationals(String values) {
        return Stream.of(values.split(" ")).map(Rational::parse).toList();
    }
}
