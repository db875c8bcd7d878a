package org.apodix.theorems.fisherkl;

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

/**
 * Every claim of fisher-kl on random instances: never refuted, never undecided. jqwik generates the recorded choices from
 * which an instance is drawn, so that its generation and shrinking work on the project's own instance spaces.
 *
 * <p>The tag marks claims whose spaces hold instances that integrals decide: mixtures, tilts, atoms, uniform data, the rate of K7. They take milliseconds each.
 */
class FisherKlProperties {

    private static final FisherKl THEOREM = new FisherKl();
    private static final Judge JUDGE = new Judge(Ladder.ofDigits(600));

    @Provide
    Arbitrary<List<Long>> choices() {
        return Arbitraries.longs().between(0, 1_000_000).list().ofMinSize(1).ofMaxSize(48);
    }

    @Property
    void r1Tweedie(@ForAll("choices") List<Long> choices) {
        assertHolds("R1", choices);
    }

    @Property
    @Tag("quadrature")
    void r2FisherDecay(@ForAll("choices") List<Long> choices) {
        assertHolds("R2", choices);
    }

    @Property
    @Tag("quadrature")
    void r3Entropy(@ForAll("choices") List<Long> choices) {
        assertHolds("R3", choices);
    }

    @Property
    @Tag("quadrature")
    void r4ChainIdentity(@ForAll("choices") List<Long> choices) {
        assertHolds("R4", choices);
    }

    @Property
    @Tag("quadrature")
    void r5PathIdentity(@ForAll("choices") List<Long> choices) {
        assertHolds("R5", choices);
    }

    @Property
    @Tag("quadrature")
    void r6EntropyDrop(@ForAll("choices") List<Long> choices) {
        assertHolds("R6", choices);
    }

    @Property
    @Tag("quadrature")
    void r7Theorem(@ForAll("choices") List<Long> choices) {
        assertHolds("R7", choices);
    }

    @Property
    @Tag("quadrature")
    void r8RelativeError(@ForAll("choices") List<Long> choices) {
        assertHolds("R8", choices);
    }

    @Property
    @Tag("quadrature")
    void r9Moments(@ForAll("choices") List<Long> choices) {
        assertHolds("R9", choices);
    }

    @Property
    @Tag("quadrature")
    void r10TweedieDominates(@ForAll("choices") List<Long> choices) {
        assertHolds("R10", choices);
    }

    @Property
    @Tag("quadrature")
    void r11FirstOrder(@ForAll("choices") List<Long> choices) {
        assertHolds("R11", choices);
    }

    @Property
    @Tag("quadrature")
    void r12VanishingVariance(@ForAll("choices") List<Long> choices) {
        assertHolds("R12", choices);
    }

    @Property
    @Tag("quadrature")
    void r13ClosedForms(@ForAll("choices") List<Long> choices) {
        assertHolds("R13", choices);
    }

    @Property
    void r14AbsoluteScore(@ForAll("choices") List<Long> choices) {
        assertHolds("R14", choices);
    }

    @Property
    void r15Symmetry(@ForAll("choices") List<Long> choices) {
        assertHolds("R15", choices);
    }

    @Property
    void k1Flow(@ForAll("choices") List<Long> choices) {
        assertHolds("K1", choices);
    }

    @Property
    void k2Reduction(@ForAll("choices") List<Long> choices) {
        assertHolds("K2", choices);
    }

    @Property
    void k3Convergence(@ForAll("choices") List<Long> choices) {
        assertHolds("K3", choices);
    }

    @Property
    void k4Identities(@ForAll("choices") List<Long> choices) {
        assertHolds("K4", choices);
    }

    @Property
    void k5Theorem(@ForAll("choices") List<Long> choices) {
        assertHolds("K5", choices);
    }

    @Property
    @Tag("quadrature")
    void k6Rate(@ForAll("choices") List<Long> choices) {
        assertHolds("K6", choices);
    }

    @Property
    @Tag("quadrature")
    void k7FirstOrder(@ForAll("choices") List<Long> choices) {
        assertHolds("K7", choices);
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
