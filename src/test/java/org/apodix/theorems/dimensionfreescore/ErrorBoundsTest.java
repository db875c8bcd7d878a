package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What R4 and R5 are made of, against section 8 and against the other quadrature. */
class ErrorBoundsTest {

    private static DyadicInterval enclosed(Expr value) {
        return Enclosed.of(List.of(value), 12, Ladder.ofDigits(80)).get(0).interval();
    }

    private static void isBetween(Expr value, String low, String high) {
        assertThat(enclosed(value).lower().toRational()).isGreaterThan(Rational.parse(low));
        assertThat(enclosed(value).upper().toRational()).isLessThan(Rational.parse(high));
    }

    /** The leading constant that claims compare is the one that evaluate prints: V_1 and d - 1 times rho. */
    @TestFactory
    Stream<DynamicTest> leadingConstants() {
        return Stream.of(Tilts.i1(3), Tilts.i1(50), Tilts.modes("3/2", "1/4", "4/5", 10), Tilts.cosine("0", "1", "0", "3/5", 7)).map(tilt ->
            DynamicTest.dynamicTest(tilt.profile() + " " + tilt.dimension(), () -> {
                assertThat(enclosed(tilt.compared().variance()).intersects(enclosed(tilt.variance()))).isTrue();
                assertThat(enclosed(tilt.compared().variance()).width().toRational()).isLessThan(Rational.of(1, 10_000));
            }));
    }

    /** I1: Vbar, B_256 in 3 and 50 dimensions, the constants of R4 and R5(a). */
    @Test
    void boundsOfI1() {
        var nodes = new RidgeNodes(Tilts.i1(3), 256);
        isBetween(nodes.tilt().compared().variance(), "2.8534", "2.8536");
        isBetween(nodes.steinBound(), "65.59267622518", "65.59267622519");
        isBetween(new RidgeNodes(Tilts.i1(50), 256).steinBound(), "484.49946525572", "484.49946525573");
        isBetween(nodes.gradientBound(), "5.40076454736", "5.40076454737");
        isBetween(nodes.oscillationBound(), "147.2365", "147.2370");
    }

    /** Section 8 has T_M and T'_M; claims use numbers above them, by a tenth at most. */
    @TestFactory
    Stream<DynamicTest> remaindersOfI1() {
        return Stream.of(List.of("256", "false", "0.0174691989394308495", "0.0192"), List.of("4096", "false", "0.00109170848952178515", "0.0012"),
            List.of("256", "true", "0.00575503063357227152", "0.0063"), List.of("4096", "true", "0.000359724465043782772", "0.00039")).map(row ->
                DynamicTest.dynamicTest("M = " + row.get(0) + ", gradient " + row.get(1), () -> {
                    var remainder = new Remainder(Tilts.i1(3), Integer.parseInt(row.get(0)), Boolean.parseBoolean(row.get(1)));
                    isBetween(Tilts.i1(3).compared().remainderBound(remainder), row.get(2), row.get(3));
                }));
    }
}
