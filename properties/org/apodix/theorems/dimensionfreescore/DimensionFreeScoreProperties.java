package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.apodix.theorems.ClaimProperties;

/** Every claim of dimension-free-score on random instances: never refuted, never undecided. */
class DimensionFreeScoreProperties extends ClaimProperties {

    DimensionFreeScoreProperties() {
        super(new DimensionFreeScore());
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

    /** One of four instances is a rate, with a quadrature and roots. */
    @Property
    @Tag("quadrature")
    void r10Grids(@ForAll("choices") List<Long> choices) {
        assertHolds("R10c", choices);
    }

    /** One of four instances is a chain of two modes or a ramp, of which every step is a quadrature. */
    @Property
    @Tag("quadrature")
    void r11Chains(@ForAll("choices") List<Long> choices) {
        assertHolds("R11", choices);
    }

    /** Three of sixteen instances are quadratures of two modes. */
    @Property
    @Tag("quadrature")
    void r12Samplers(@ForAll("choices") List<Long> choices) {
        assertHolds("R12", choices);
    }

    /** One of eight instances is a quadrature. */
    @Property
    @Tag("quadrature")
    void r13DenoisingScoreMatching(@ForAll("choices") List<Long> choices) {
        assertHolds("R13", choices);
    }

    /** Half of the instances are quadratures over the estimated variance, and a few over two points. */
    @Property
    @Tag("quadrature")
    void r14EmpiricalScoreMatching(@ForAll("choices") List<Long> choices) {
        assertHolds("R14", choices);
    }

    /** Proofs for all inputs, and sums over points. */
    @Property
    @Tag("quadrature")
    void r7Perturbation(@ForAll("choices") List<Long> choices) {
        assertHolds("R7", choices);
    }

    /** Networks of hundreds of units, in exact numbers. */
    @Property
    @Tag("quadrature")
    void r9AssembledNetwork(@ForAll("choices") List<Long> choices) {
        assertHolds("R9", choices);
    }

    /** Sums over points. */
    @Property
    @Tag("quadrature")
    void r10Certificates(@ForAll("choices") List<Long> choices) {
        assertHolds("R10a", choices);
    }

    @Property
    void r15Rademacher(@ForAll("choices") List<Long> choices) {
        assertHolds("R15", choices);
    }
}
