package org.apodix.theorems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Judge;
import org.apodix.audit.Judgement;
import org.apodix.audit.Ladder;
import org.apodix.audit.Theorem;
import org.apodix.audit.Verdict;

/**
 * The claims of a theorem on random instances: never refuted, never undecided. jqwik generates the recorded choices from
 * which an instance is drawn, so that its generation and shrinking work on the project's own instance spaces.
 */
public abstract class ClaimProperties {

    private static final Judge JUDGE = new Judge(Ladder.ofDigits(600));

    private final Theorem theorem;

    protected ClaimProperties(Theorem theorem) {
        this.theorem = theorem;
    }

    @Provide
    protected Arbitrary<List<Long>> choices() {
        return Arbitraries.longs().between(0, 1_000_000).list().ofMinSize(1).ofMaxSize(64);
    }

    /** Some statement of the claim speaks of the instance that the choices give, and each that does is decided in its favor or VACUOUS. */
    protected final void assertHolds(String id, List<Long> choices) {
        var claim = theorem.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
        assertThat(judge(claim, choices)).isNotEmpty().allSatisfy(judgement ->
            assertThat(judgement.verdict()).as("%s %s: %s in %s, %s", id, judgement.statement().part(), judgement.left(),
                judgement.right(), judgement.reason()).isNotIn(Verdict.REFUTED, Verdict.UNDECIDED));
    }

    private static <M> List<Judgement> judge(Claim<M> claim, List<Long> choices) {
        return JUDGE.judge(claim, claim.space().apply(Draw.replay(choices)));
    }
}
