package org.apodix.theorems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Claim;
import org.apodix.audit.Engine;
import org.apodix.audit.Judge;
import org.apodix.audit.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gates and blocks of the mathematics pages, for all inputs: every statement about a domain is proved on the edges, the pages' instances among them. */
class ProvedClaimsTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Judge JUDGE = new Judge(Engine.DYADIC.ladder(600));

    @ParameterizedTest
    @ValueSource(strings = {
        "ratio-signrelu/R1", "ratio-signrelu/R2", "ratio-signrelu/R3", "ratio-signrelu/R5", "ratio-signrelu/R6", "ratio-signrelu/R7",
        "factorizable-density/F4", "factorizable-density/F5", "factorizable-density/F6", "factorizable-density/F8", "dimension-free-score/R8"})
    void isProvedForAllInputs(String name) {
        CATALOGUE.select(List.of(name)).forEach(ProvedClaimsTest::check);
    }

    private static <M> void check(Claim<M> claim) {
        var proved = new HashSet<String>();
        for (var edge : claim.edges()) {
            for (var judgement : JUDGE.judge(claim, edge.model())) {
                var statement = judgement.statement();
                if (statement.everywhere() != null && judgement.verdict() != Verdict.VACUOUS) {
                    assertThat(judgement.verdict()).as(claim.name() + "(" + statement.part() + ") on " + edge.label()).isEqualTo(Verdict.PROVED);
                    proved.add(statement.part());
                }
            }
        }
        var stated = claim.statements().stream().filter(statement -> statement.everywhere() != null).map(statement -> statement.part()).collect(Collectors.toSet());
        assertThat(proved).as("statements about a domain of " + claim.name()).isNotEmpty().isEqualTo(stated);
    }
}
