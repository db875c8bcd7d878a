package org.apodix.theorems.factorizabledensity;

import java.util.stream.Stream;
import org.apodix.theorems.TheoremChecks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FactorizableDensityTest {

    private static final FactorizableDensity THEOREM = new FactorizableDensity();

    @TestFactory
    Stream<DynamicTest> everyToothBites() {
        return TheoremChecks.teeth(THEOREM);
    }

    @TestFactory
    Stream<DynamicTest> everyStatementIsDecidedOnSomeInstanceAndOpenOnNone() {
        return TheoremChecks.decisions(THEOREM, 60);
    }

    @TestFactory
    Stream<DynamicTest> instancesSurviveBeingWrittenAndRead() {
        return TheoremChecks.roundTrips(THEOREM);
    }

    @Test
    void namesAndFingerprints() {
        TheoremChecks.names(THEOREM, new FactorizableDensity());
    }
}
