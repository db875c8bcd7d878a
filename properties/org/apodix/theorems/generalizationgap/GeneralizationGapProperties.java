package org.apodix.theorems.generalizationgap;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.apodix.theorems.ClaimProperties;

/**
 * Every claim of generalization-gap on random instances: never refuted, never undecided. jqwik generates the recorded choices from
 * which an instance is drawn, so that its generation and shrinking work on the project's own instance spaces. Properties of the tag {@code quadrature}
 * need milliseconds per instance; see the profile {@code tries}.
 */
class GeneralizationGapProperties extends ClaimProperties {

    GeneralizationGapProperties() {
        super(new GeneralizationGap());
    }

    /** Decided by quadrature in time, and proofs for all phases. */
    @Tag("quadrature")
    @Property
    void g1ClosedForms(@ForAll("choices") List<Long> choices) {
        assertHolds("G1", choices);
    }

    /** Decided by integrals over the line. */
    @Tag("quadrature")
    @Property
    void g2ScoreMatching(@ForAll("choices") List<Long> choices) {
        assertHolds("G2", choices);
    }

    /** Decided by quadrature in time. */
    @Tag("quadrature")
    @Property
    void g3Girsanov(@ForAll("choices") List<Long> choices) {
        assertHolds("G3", choices);
    }

    /** Decided by matrix functions, and integrals of two modes. */
    @Tag("quadrature")
    @Property
    void g4GradientFlow(@ForAll("choices") List<Long> choices) {
        assertHolds("G4", choices);
    }

    @Property
    void g5EarlyStopping(@ForAll("choices") List<Long> choices) {
        assertHolds("G5", choices);
    }

    /** Decided by an integral of two modes. */
    @Tag("quadrature")
    @Property
    void g6Drift(@ForAll("choices") List<Long> choices) {
        assertHolds("G6", choices);
    }

    /** Decided by integrals over the line. */
    @Tag("quadrature")
    @Property
    void g7Concentration(@ForAll("choices") List<Long> choices) {
        assertHolds("G7", choices);
    }

    @Property
    void g8Width(@ForAll("choices") List<Long> choices) {
        assertHolds("G8", choices);
    }

    /** Decided by integrals of two modes. */
    @Tag("quadrature")
    @Property
    void g9MainTheorem(@ForAll("choices") List<Long> choices) {
        assertHolds("G9", choices);
    }

    @Property
    void g10Exponents(@ForAll("choices") List<Long> choices) {
        assertHolds("G10", choices);
    }

    /** Decided by quadrature. */
    @Tag("quadrature")
    @Property
    void g11Floor(@ForAll("choices") List<Long> choices) {
        assertHolds("G11", choices);
    }

    /** Decided by integrals over the line. */
    @Tag("quadrature")
    @Property
    void g12Modes(@ForAll("choices") List<Long> choices) {
        assertHolds("G12", choices);
    }

    @Property
    void theClocks(@ForAll("choices") List<Long> choices) {
        assertHolds("clocks", choices);
    }
}
