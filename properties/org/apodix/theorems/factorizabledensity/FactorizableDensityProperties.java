package org.apodix.theorems.factorizabledensity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Judge;
import org.apodix.audit.Judgement;
import org.apodix.audit.Ladder;
import org.apodix.audit.Verdict;

/** Every claim of factorizable-density on random instances: never refuted, never undecided. */
class FactorizableDensityProperties {

    private static final FactorizableDensity THEOREM = new FactorizableDensity();
    private static final Judge JUDGE = new Judge(Ladder.ofDigits(600));

    /** Proofs for all inputs, half of these, take longer than comparisons of numbers. */
    private static final int PROOFS = 200;

    @Provide
    Arbitrary<List<Long>> choices() {
        return Arbitraries.longs().between(0, 1_000_000).list().ofMinSize(1).ofMaxSize(64);
    }

    @Property
    void f1Factorization(@ForAll("choices") List<Long> choices) {
        assertHolds("F1", choices);
    }

    @Property(tries = 300)
    void f2Noise(@ForAll("choices") List<Long> choices) {
        assertHolds("F2", choices);
    }

    @Property(tries = 300)
    void f3Messages(@ForAll("choices") List<Long> choices) {
        assertHolds("F3", choices);
    }

    @Property(tries = PROOFS)
    void f4Square(@ForAll("choices") List<Long> choices) {
        assertHolds("F4", choices);
    }

    @Property(tries = PROOFS)
    void f5Product(@ForAll("choices") List<Long> choices) {
        assertHolds("F5", choices);
    }

    @Property(tries = PROOFS)
    void f6Interpolation(@ForAll("choices") List<Long> choices) {
        assertHolds("F6", choices);
    }

    @Property(tries = 300)
    void f7Taylor(@ForAll("choices") List<Long> choices) {
        assertHolds("F7", choices);
    }

    @Property(tries = PROOFS)
    void f8Squarings(@ForAll("choices") List<Long> choices) {
        assertHolds("F8", choices);
    }

    @Property
    void f9Telescoping(@ForAll("choices") List<Long> choices) {
        assertHolds("F9", choices);
    }

    @Property(tries = 150)
    void f10Chain(@ForAll("choices") List<Long> choices) {
        assertHolds("F10", choices);
    }

    @Property
    void f11Size(@ForAll("choices") List<Long> choices) {
        assertHolds("F11", choices);
    }

    @Property
    void f13Rate(@ForAll("choices") List<Long> choices) {
        assertHolds("F13", choices);
    }

    @Property
    void f14LowerBound(@ForAll("choices") List<Long> choices) {
        assertHolds("F14", choices);
    }

    @Property(tries = 200)
    void f15Histogram(@ForAll("choices") List<Long> choices) {
        assertHolds("F15", choices);
    }

    @Property(tries = 30)
    void f12Smoothing(@ForAll("choices") List<Long> choices) {
        assertHolds("F12", choices);
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
