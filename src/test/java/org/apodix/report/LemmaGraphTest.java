package org.apodix.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apodix.audit.Claim;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Formula;
import org.junit.jupiter.api.Test;

class LemmaGraphTest {

    private static final Badge GREEN = new Badge("VERIFIED 1 of 1", "good");
    private static final Badge AMBER = new Badge("UNDECIDED 1 of 1", "open");

    /** D rests on B and C, both on A. */
    private static final Toy DIAMOND = new Toy(List.of(claim("A"), claim("B", "A"), claim("C", "A"), claim("D", "B", "C")));

    private static Claim<?> claim(String id, String... restsOn) {
        return Claim.of("toy", id, "claim " + id, Toy.Point.class, Provenance.derived("", "")).restsOn(restsOn)
            .atMost("", "nothing", Formula.number(0), Formula.number(1)).on(draw -> new Toy.Point(Rational.ONE), List.of());
    }

    private static Map<String, String> states(LemmaGraph graph) {
        return graph.lemmas().values().stream().collect(Collectors.toMap(Lemma::id, Lemma::state));
    }

    private static Map<String, Badge> badges(Badge a) {
        return Map.of("A", a, "B", GREEN, "C", GREEN, "D", GREEN);
    }

    @Test
    void everythingIsDeepWhereAllIsGreen() {
        var graph = LemmaGraph.of(DIAMOND, badges(GREEN));
        assertThat(states(graph).values()).containsOnly("deep");
        assertThat(graph.trusted()).isEmpty();
    }

    @Test
    void oneOpenClaimAtTheBottomIsSeenAtTheTop() {
        var graph = LemmaGraph.of(DIAMOND, badges(AMBER));
        assertThat(states(graph)).isEqualTo(Map.of("A", "open", "B", "good", "C", "good", "D", "good"));
        assertThat(graph.trusted()).singleElement().satisfies(trusted -> {
            assertThat(trusted.lemma().id()).isEqualTo("A");
            assertThat(trusted.above()).containsExactly("B", "C", "D");
        });
    }

    @Test
    void aClaimThatWasNotRunIsNotGreen() {
        assertThat(states(LemmaGraph.of(DIAMOND, Map.of("B", GREEN, "D", GREEN)))).containsEntry("A", "none").containsEntry("B", "good").containsEntry("D", "good");
    }

    @Test
    void theTreeOpensEachClaimOnce() {
        var lines = LemmaGraph.of(DIAMOND, badges(GREEN)).tree().stream()
            .map(branch -> " ".repeat(branch.depth()) + branch.lemma().id() + (branch.isRepeated() ? " again" : "")).toList();
        assertThat(lines).containsExactly("D", " B", "  A", " C", "  A");
    }

    @Test
    void aCycleIsNoEndlessLoop() {
        var graph = LemmaGraph.of(new Toy(List.of(claim("A", "B"), claim("B", "A"))), Map.of("A", GREEN, "B", GREEN));
        assertThat(graph.tree()).isNotEmpty();
        assertThat(GraphDrawing.of(graph, "toy")).contains("</svg>");
    }
}
