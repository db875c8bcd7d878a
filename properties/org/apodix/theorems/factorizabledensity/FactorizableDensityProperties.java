package org.apodix.theorems.factorizabledensity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.apodix.theorems.ClaimProperties;
import org.apodix.audit.Claim;


/** Every claim of factorizable-density on random instances: never refuted, never undecided. */
class FactorizableDensityProperties extends ClaimProperties {

    FactorizableDensityProperties() {
        super(new FactorizableDensity());
    }

    @Property
    void f1Factorization(@ForAll("choices") List<Long> choices) {
        assertHolds("F1", choices);
    }

    @Property
    void f2Noise(@ForAll("choices") List<Long> choices) {
        assertHolds("F2", choices);
    }

    /** Moments against integrals, and sums over all sets of edges. */
    @Property
    @Tag("quadrature")
    void f3Messages(@ForAll("choices") List<Long> choices) {
        assertHolds("F3", choices);
    }

    /** Half of the instances are proofs for all inputs of a range. */
    @Property
    @Tag("quadrature")
    void f4Square(@ForAll("choices") List<Long> choices) {
        assertHolds("F4", choices);
    }

    /** Half of the instances are proofs for all inputs of a range. */
    @Property
    @Tag("quadrature")
    void f5Product(@ForAll("choices") List<Long> choices) {
        assertHolds("F5", choices);
    }

    /** Half of the instances are proofs for all inputs of a range. */
    @Property
    @Tag("quadrature")
    void f6Interpolation(@ForAll("choices") List<Long> choices) {
        assertHolds("F6", choices);
    }

    @Property
    void f7Taylor(@ForAll("choices") List<Long> choices) {
        assertHolds("F7", choices);
    }

    /** Half of the instances are proofs for all inputs of a range. */
    @Property
    @Tag("quadrature")
    void f8Squarings(@ForAll("choices") List<Long> choices) {
        assertHolds("F8", choices);
    }

    @Property
    void f9Telescoping(@ForAll("choices") List<Long> choices) {
        assertHolds("F9", choices);
    }

    /** Networks of thousands of weights. */
    @Property
    @Tag("quadrature")
    void f10Chain(@ForAll("choices") List<Long> choices) {
        assertHolds("F10", choices);
    }

    @Property
    void f11Size(@ForAll("choices") List<Long> choices) {
        assertHolds("F11", choices);
    }

    /** Integrals over the interval and over the line. */
    @Property
    @Tag("quadrature")
    void f12Sampler(@ForAll("choices") List<Long> choices) {
        assertHolds("F12", choices);
    }

    @Property
    void f13Rate(@ForAll("choices") List<Long> choices) {
        assertHolds("F13", choices);
    }

    @Property
    void f14LowerBound(@ForAll("choices") List<Long> choices) {
        assertHolds("F14", choices);
    }

    @Property
    void f15Histogram(@ForAll("choices") List<Long> choices) {
        assertHolds("F15", choices);
    }

    @Property
    void f16UpperBound(@ForAll("choices") List<Long> choices) {
        assertHolds("F16", choices);
    }

    @Property
    void f17Networks(@ForAll("choices") List<Long> choices) {
        assertHolds("F17", choices);
    }

    @Property
    void f18Certificate(@ForAll("choices") List<Long> choices) {
        assertHolds("F18", choices);
    }

    @Example
    void everyClaimHasAProperty() {
        var properties = Stream.of(FactorizableDensityProperties.class.getDeclaredMethods()).map(Method::getName)
            .filter(name -> name.matches("f[0-9]+.*")).map(name -> name.replaceAll("f([0-9]+).*", "F$1")).toList();
        assertThat(properties).containsExactlyInAnyOrderElementsOf(new FactorizableDensity().claims().stream().map(Claim::id).toList());
    }
}
