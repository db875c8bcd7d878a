package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Judge;
import org.apodix.audit.Judgement;
import org.apodix.audit.Ladder;
import org.apodix.audit.Verdict;

/** Every claim of dimension-free-score on random instances: never refuted, never undecided. */
class DimensionFreeScoreProperties {

    private static final DimensionFreeScore THEOREM = new DimensionFreeScore();
    private static final Judge JUDGE = new Judge(Ladder.ofDigits(600));

    @Provide
    Arbitrary<List<Long>> choices() {
        return Arbitraries.longs().between(0, 1_000_000).list().ofMinSize(1).ofMaxSize(64);
    }

    /** One of eight instances is a sum over points, and one in four of them at 112 bits. */
    @Property
    @Tag("quadrature")
    void r1Identities(@ForAll("choices") List<Long> choices) {
        assertHolds("R1", choices);
    }

    @Property
    void r2Envelopes(@ForAll("choices") List<Long> choices) {
        assertHolds("R2", choices);
    }

    /** One of four instances is a sum over points. */
    @Property
    @Tag("quadrature")
    void r3TiltLemmas(@ForAll("choices") List<Long> choices) {
        assertHolds("R3", choices);
    }

    /** Sums over points, the claim's bracket of the error among them. */
    @Property
    @Tag("quadrature")
    void r4GradientForm(@ForAll("choices") List<Long> choices) {
        assertHolds("R4", choices);
    }

    /** As R4. */
    @Property
    @Tag("quadrature")
    void r5SteinForm(@ForAll("choices") List<Long> choices) {
        assertHolds("R5", choices);
    }

    @Property
    void r6QuadraticGrowth(@ForAll("choices") List<Long> choices) {
        assertHolds("R6", choices);
    }

    /** As R4. */
    @Property
    @Tag("quadrature")
    void r10Rate(@ForAll("choices") List<Long> choices) {
        assertHolds("R10b", choices);
    }

    /** Proofs for all inputs take milliseconds. */
    @Property
    @Tag("quadrature")
    void r8Blocks(@ForAll("choices") List<Long> choices) {
        assertHolds("R8", choices);
    }

    private static void assertHolds(String id, List<Long> choices) {
        var claim = THEOREM.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
        assertThat(judge(claim, choices)).isNotEmpty().allSatisfy(judgement ->
            assertThat(judgement.verdict()).as("%s %s: %s in %s, %s", id, judgement.statement().part(), judgement.left(),
                judgement.right(), judgement.reason()).isNotIn(Verdict.REFUTED, Verdict.UNDECIDED));
    }

    private static <M> List<Judgement> judge(Claim<M> claim, List<Long> choices) {
        return JUDGE.judge(claim, claim.space().apply(Draw.replay(choices)));
    }
}
