package org.apodix.theorems.fisherkl;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.apodix.theorems.ClaimProperties;

/**
 * Every claim of fisher-kl on random instances: never refuted, never undecided. jqwik generates the recorded choices from
 * which an instance is drawn, so that its generation and shrinking work on the project's own instance spaces.
 *
 * <p>The tag marks claims whose spaces hold instances that integrals decide: mixtures, tilts, atoms, uniform data, the rate of K7. They take milliseconds each.
 */
class FisherKlProperties extends ClaimProperties {

    FisherKlProperties() {
        super(new FisherKl());
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
}
