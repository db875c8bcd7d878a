package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.apodix.theorems.ClaimProperties;

/**
 * Every claim of ratio-signrelu on random instances: never refuted, never undecided. jqwik generates the recorded choices from which an instance is
 * drawn, so that its generation and shrinking work on the project's own instance spaces. Tagged are the properties that need milliseconds for an instance.
 */
class RatioSignReluProperties extends ClaimProperties {

    RatioSignReluProperties() {
        super(new RatioSignRelu());
    }

    @Property
    void r1Reciprocal(@ForAll("choices") List<Long> choices) {
        assertHolds("R1", choices);
    }

    @Property
    void r2Clips(@ForAll("choices") List<Long> choices) {
        assertHolds("R2", choices);
    }

    @Property
    @Tag("quadrature") // six networks, followed exactly
    void r3DivisionGate(@ForAll("choices") List<Long> choices) {
        assertHolds("R3", choices);
    }

    @Property
    void r4Depth(@ForAll("choices") List<Long> choices) {
        assertHolds("R4", choices);
    }

    @Property
    void r5ExactRelu(@ForAll("choices") List<Long> choices) {
        assertHolds("R5", choices);
    }

    @Property
    void r6LimitOfRelu(@ForAll("choices") List<Long> choices) {
        assertHolds("R6", choices);
    }

    @Property
    @Tag("quadrature") // networks of up to 12 poles, followed exactly
    void r7RationalFunctions(@ForAll("choices") List<Long> choices) {
        assertHolds("R7", choices);
    }

    @Property
    void r8RatioLemma(@ForAll("choices") List<Long> choices) {
        assertHolds("R8", choices);
    }

    @Property
    @Tag("quadrature") // networks, followed exactly
    void r9SharedQuotients(@ForAll("choices") List<Long> choices) {
        assertHolds("R9", choices);
    }

    @Property
    @Tag("quadrature") // networks of up to 70 units; slopes over hundreds of pieces
    void r10Interpolation(@ForAll("choices") List<Long> choices) {
        assertHolds("R10", choices);
    }

    @Property
    @Tag("quadrature") // integrals
    void r11RidgeProfile(@ForAll("choices") List<Long> choices) {
        assertHolds("R11", choices);
    }

    @Property
    @Tag("quadrature") // sums over up to 64 cells; slopes over many more
    void r12VariationSpaces(@ForAll("choices") List<Long> choices) {
        assertHolds("R12", choices);
    }

    @Property
    void r13RidgePolynomials(@ForAll("choices") List<Long> choices) {
        assertHolds("R13", choices);
    }

    @Property
    @Tag("quadrature") // suprema and networks of up to 64 units
    void r14TaylorPolynomials(@ForAll("choices") List<Long> choices) {
        assertHolds("R14", choices);
    }

    @Property
    void r15PosteriorAlgebra(@ForAll("choices") List<Long> choices) {
        assertHolds("R15", choices);
    }

    @Property
    @Tag("quadrature") // integrals
    void r16ExcessRisk(@ForAll("choices") List<Long> choices) {
        assertHolds("R16", choices);
    }

    @Property
    @Tag("quadrature") // integrals
    void r17PathBound(@ForAll("choices") List<Long> choices) {
        assertHolds("R17", choices);
    }

    @Property
    @Tag("quadrature") // integrals
    void r18RiemannSum(@ForAll("choices") List<Long> choices) {
        assertHolds("R18", choices);
    }

    @Property
    @Tag("quadrature") // integrals
    void r19PathBudget(@ForAll("choices") List<Long> choices) {
        assertHolds("R19", choices);
    }

    @Property
    void r20FiniteClass(@ForAll("choices") List<Long> choices) {
        assertHolds("R20", choices);
    }

    @Property
    @Tag("quadrature") // integrals
    void r21EndToEnd(@ForAll("choices") List<Long> choices) {
        assertHolds("R21", choices);
    }
}
