package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Json;
import org.apodix.audit.Ladder;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Seeded nodes, their certificates, the network of I7, and what is said of instances that do not fit. */
class SeededNodesTest {

    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    /** The nodes that section 8 prints. */
    @Test
    void nodesOfSeedOne() {
        assertThat(GaussianNodes.of(BigInteger.ONE, 4, 2)).containsExactly(Tilts.list("175769/1048576 173349/262144"), Tilts.list("1987827/1048576 -146723/1048576"),
            Tilts.list("-73487/524288 750407/1048576"), Tilts.list("38071/32768 60663/1048576"));
        assertThat(GaussianNodes.of(BigInteger.ONE, 2, 1)).containsExactly(Tilts.list("175769/1048576"), Tilts.list("173349/262144"));
        assertThat(GaussianNodes.of(MOST, 1, 1)).isEqualTo(GaussianNodes.of(MOST, 1, 1)).isNotEqualTo(GaussianNodes.of(BigInteger.ZERO, 1, 1));
        assertThatThrownBy(() -> GaussianNodes.of(MOST.add(BigInteger.ONE), 1, 1)).hasMessageContaining("lies in [0, 2^64)");
    }

    /** Phi(0) = 1/2, symmetry, and the ends of the generator's range. */
    @Test
    void quantiles() {
        assertThat(GaussianNodes.quantile(Rational.of(1, 2))).isEqualTo(Rational.ZERO);
        var least = GaussianNodes.quantile(Rational.TWO.pow(-54));
        assertThat(least).isBetween(Rational.of(-9), Rational.of(-8));
        assertThat(GaussianNodes.quantile(Rational.ONE.minus(Rational.TWO.pow(-54)))).isEqualTo(least.negate());
        // Phi^-1(0.975) = 1.959963984540054...
        var quantile = GaussianNodes.quantile(Rational.of(39, 40));
        assertThat(quantile.minus(Rational.parse("1.959963984540054")).abs()).isLessThanOrEqualTo(Rational.TWO.pow(-21).plus(Rational.of(10).pow(-15)));
    }

    /** The sums that claims compare enclose what evaluate prints, and by cells for a piecewise linear tilt. */
    @TestFactory
    Stream<DynamicTest> certificatesAgree() {
        return Stream.of(new SeededNodes(Tilts.modes("5/4", "1/3", "4/5", 2), Tilts.list("1 0"), BigInteger.valueOf(42), 5),
            new SeededNodes(Tilts.cosine("-2/3", "5/4", "3/4", "3/5", 5), Tilts.list("1 0 0 0 0"), BigInteger.valueOf(1234), 3),
            new SeededNodes(Tilts.hat("1", "3/5", 2), Tilts.list("3/5 4/5"), BigInteger.ONE, 2)).flatMap(nodes -> Stream.of(false, true)
                .filter(gradient -> !gradient || !(nodes.tilt().profile() instanceof PiecewiseLinear))
                .map(gradient -> DynamicTest.dynamicTest(nodes.tilt().profile() + " " + gradient, () -> overlap(new NodeError(nodes, gradient)))));
    }

    private static void overlap(NodeError error) {
        var values = Enclosed.of(List.of(error.compared(), error.value()), 6, Ladder.ofDigits(20));
        assertThat(values.get(0).interval().intersects(values.get(1).interval())).as("%s and %s", values.get(0), values.get(1)).isTrue();
        assertThat(values.get(1).interval().width().toRational()).isLessThan(Rational.of(10).pow(-6));
        assertThat(values.get(0).interval().width().toRational()).isLessThan(Rational.of(1, 2));
    }

    /** Section 8: widths, and the outputs of the network with coarse squares of T12. */
    @Test
    void networkOfI7() {
        var score = AssembledClaims.i7();
        assertThat(score.merged().widths()).containsExactly(15, 128, 19, 512);
        var coarse = score.withSquares(4).output();
        assertThat(coarse.get(0).minus(Rational.parse("0.526293797593")).abs()).isLessThan(Rational.of(10).pow(-12));
        assertThat(coarse.get(1).minus(Rational.parse("0.289337487466")).abs()).isLessThan(Rational.of(10).pow(-12));
        assertThat(score.range()).isEqualTo(Rational.of(53, 64));
    }

    /** With equal weights the network is nearly the mean of the nodes, everywhere. */
    @Test
    void networkWithoutATilt() {
        var score = AssembledClaims.hat("0", "3/5", "3/5 4/5", 4, 3, new AssembledScore.ExponentialPart(4, 20), 8, Tilts.list("5 -7"));
        var bound = Enclosed.of(List.of(score.bound().square()), 10, Ladder.ofDigits(30)).get(0).interval().upper().toRational();
        var ratio = Rational.of(3, 4);
        var gap = Rational.ZERO;
        for (int j = 0; j < 2; j++) {
            gap = gap.plus(score.output().get(j).minus(score.nodes().mean().get(j).times(ratio)).pow(2));
        }
        assertThat(gap).isGreaterThan(Rational.ZERO).isLessThan(bound);
    }

    @TestFactory
    Stream<DynamicTest> badInstances() {
        var base = "\"family\": \"HAT\", \"c\": \"1\", \"a\": \"3/5\", \"sigma\": \"4/5\", \"d\": 2, \"M\": 4";
        return Stream.of(
            refused("{" + base + ", \"seed\": -1, \"theta\": \"e_1\"}", "\"seed\" is -1; it must be an integer from 0 to 2^64 - 1"),
            refused("{" + base + ", \"seed\": 1, \"theta\": [\"1/2\", \"1/2\"]}",
                "\"theta\" is [1/2, 1/2] in dimension 2; give \"e_1\" or that many numbers whose squares add to 1, such as 3/5 and 4/5"),
            refused("{" + base + ", \"seed\": 1, \"theta\": \"e_1\", \"n_E\": 4, \"rho\": \"9/8\", \"n_S\": 4, \"p_bits\": 8, \"x\": [\"1\"]}", "\"x\" has 1 entries; it must have 2"),
            refused("{" + base + ", \"seed\": 1, \"theta\": \"e_1\", \"n_E\": 4, \"rho\": \"1\", \"n_S\": 4, \"p_bits\": 8, \"x\": [\"1\", \"1\"]}", "\"rho\" is 1; it must lie in [17/16, 16]"),
            refused("{\"family\": \"MIX\", \"m\": \"1\", \"p\": \"1/2\", \"a\": \"3/5\", \"sigma\": \"4/5\", \"d\": 1, \"M\": 2, \"seed\": 18446744073709551615, \"theta\": \"e_1\", \"seeds\": 2}",
                "\"seed\" is 18446744073709551615 with 2 \"seeds\"; the last of these consecutive numbers must be at most 2^64 - 1"),
            refused("{\"family\": \"rademacher\", \"x\": [1,2,3,4,5,6,7,8,9,10,11,12,13,14]}",
                "\"x\" has 14 points with more than 8192 different sums of signs; give at most 12 points that differ (equal ones count little)"));
    }

    private static DynamicTest refused(String instance, String message) {
        return DynamicTest.dynamicTest(message, () -> {
            var fields = new Fields(Json.read(instance, "instance"));
            Family<?> family = new DimensionFreeScore().families().stream().filter(f -> f.name().equals(fields.family())).findFirst().orElseThrow();
            assertThatThrownBy(() -> family.read(fields)).hasMessage(message);
        });
    }
}
