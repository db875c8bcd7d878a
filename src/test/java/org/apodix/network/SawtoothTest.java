package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Squares, products, trees, reciprocals and exponentials of factorizable-density F4, F5, F8. */
class SawtoothTest {

    private static final Rational HALF = Rational.of(1, 2);

    private static Rational value(Network network, Rational... x) {
        return network.at(List.of(x)).get(0);
    }

    private static Rational r(String text) {
        return Rational.parse(text);
    }

    /** x - sum 4^-k T^k(x), from the definition. */
    private static Rational square(Rational x, int m) {
        var sum = x;
        var tooth = x;
        for (int k = 1; k <= m; k++) {
            tooth = (tooth.compareTo(HALF) <= 0 ? tooth : Rational.ONE.minus(tooth)).times(Rational.TWO);
            sum = sum.minus(tooth.times(Rational.of(1, 4).pow(k)));
        }
        return sum;
    }

    @Property(tries = 300)
    void bothSquaresAreTheirDefinition(@ForAll @IntRange(min = 1, max = 10) int m, @ForAll @IntRange(max = 1000) int k,
            @ForAll @IntRange(min = 1, max = 1000) int q) {
        var x = Rational.of(Math.min(k, q), q);
        assertThat(value(SawtoothSquare.shared(m), x)).isEqualTo(square(x, m));
        assertThat(value(SawtoothSquare.unshared(m), x)).isEqualTo(square(x, m));
        assertThat(square(x, m).minus(x.times(x))).isBetween(Rational.ZERO, SawtoothSquare.error(m));
    }

    @Test
    void theErrorOfTheSquareIsZeroAtTheKnotsAndAttainedExactlyAtTheMidpoints() {
        for (int m = 1; m <= 6; m++) {
            for (int j = 0; j <= 4 << m; j++) {
                var x = Rational.of(j, 4L << m);
                var error = value(SawtoothSquare.shared(m), x).minus(x.times(x));
                assertThat(error.isZero()).isEqualTo(j % 4 == 0);
                assertThat(error.equals(SawtoothSquare.error(m))).isEqualTo(j % 4 == 2);
            }
        }
    }

    @Test
    void countsOfSquaresAndProducts() {
        for (int m = 1; m <= 12; m++) {
            var shared = Figures.of(SawtoothSquare.shared(m));
            var unshared = Figures.of(SawtoothSquare.unshared(m));
            var product = Figures.of(SawtoothProduct.of(m));
            assertThat(List.of(shared.affineMaps(), shared.hiddenLayers(), shared.width(), shared.nonzeros(), shared.distinct()))
                .containsExactly(m + 1, m, 3, 8 * m - 1, m == 1 ? 2 : 8);
            assertThat(List.of(unshared.affineMaps(), unshared.width(), unshared.nonzeros(), unshared.distinct()))
                .containsExactly(m + 1, 3, 8 * m - 1, m == 1 ? 2 : 2 * m + 2);
            assertThat(List.of(product.affineMaps(), product.width(), product.nonzeros(), product.distinct()))
                .containsExactly(m + 2, 6, 16 * m + 12, m == 1 ? 4 : 11);
        }
    }

    @Test
    void countsOfTrees() {
        for (int q = 0; q <= 5; q++) {
            for (int m = 1; m <= 5; m++) {
                int k = 1 << q;
                var tree = Figures.of(SawtoothProduct.tree(k, m));
                assertThat(tree.affineMaps()).isEqualTo(q * (m + 1) + 1);
                assertThat(tree.width()).isEqualTo(q == 0 ? 0 : 3 * k);
                assertThat(tree.nonzeros()).isEqualTo(q == 0 ? 1 : k / 2 * (16 * m + 6) + (k / 2 - 1) * (16 * m + 46) + 6);
                if (q >= 2) {
                    assertThat(tree.distinct()).isEqualTo(m == 1 ? 6 : 13);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1/3, 11/96", "5, 2/7, 293/3584", "4, 1/32, 1/512", "8, 355/452, 2284067/3702784", "2, 5/7, 29/56"})
    void referenceValuesOfSquares(int m, String x, String expected) {
        assertThat(value(SawtoothSquare.shared(m), r(x))).isEqualTo(r(expected));
    }

    @ParameterizedTest
    @CsvSource({"3, 1/3, -2/5, -21/160", "6, -7/9, -5/11, 71681/202752", "2, 3/5, -4/7, -99/280"})
    void referenceValuesOfProducts(int m, String x, String y, String expected) {
        assertThat(value(SawtoothProduct.of(m), r(x), r(y))).isEqualTo(r(expected));
    }

    @ParameterizedTest
    @CsvSource({"2, 15/16 -7/8 7/8 3/8, -19/64", "4, 1/2 1/3 -1/4 4/5 1 1 -2/3 6/7, 189/10240", "3, 3/4 -2/3 5/6 1/5, -79/960"})
    void referenceValuesOfTrees(int m, String factors, String expected) {
        var x = Stream.of(factors.split(" ")).map(Rational::parse).toList();
        assertThat(SawtoothProduct.tree(x.size(), m).at(x)).containsExactly(r(expected));
    }

    @Property(tries = 300)
    void productsAreExactOnTheAxesAndTheBoundaryAndWithinTheErrorElsewhere(@ForAll @IntRange(min = 1, max = 8) int m,
            @ForAll @IntRange(min = -99, max = 99) int k, @ForAll @IntRange(min = -99, max = 99) int l) {
        var x = Rational.of(k, 99);
        var y = Rational.of(l, 99);
        var product = SawtoothProduct.of(m);
        assertThat(value(product, x, Rational.ZERO)).isEqualTo(Rational.ZERO);
        assertThat(value(product, x, Rational.ONE)).isEqualTo(x);
        assertThat(value(product, Rational.ONE.negate(), x)).isEqualTo(x.negate());
        assertThat(value(product, x, y).minus(x.times(y)).abs()).isLessThanOrEqualTo(SawtoothSquare.error(m));
        var touching = HALF.pow(m + 1);
        assertThat(value(product, touching, touching).minus(touching.times(touching))).isEqualTo(SawtoothSquare.error(m));
    }

    @Property(tries = 100)
    void paddingCostsNothing(@ForAll @Size(min = 1, max = 7) List<@IntRange(min = -12, max = 12) Integer> twelfths,
            @ForAll @IntRange(min = 1, max = 4) int m) {
        var x = twelfths.stream().map(k -> Rational.of(k, 12)).toList();
        var value = SawtoothProduct.padded(x.size(), m).at(x).get(0);
        var error = value.minus(x.stream().reduce(Rational.ONE, Rational::times)).abs();
        assertThat(error).isLessThanOrEqualTo(SawtoothSquare.error(m).times(Rational.of(x.size() - 1)));
        int size = Integer.highestOneBit(2 * x.size() - 1);
        var longer = new ArrayList<>(x);
        longer.addAll(Collections.nCopies(size - x.size(), Rational.ONE));
        assertThat(SawtoothProduct.tree(size, m).at(longer)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({"1/4, 3, 6, 1/3, 18143249/6291456, 6637/16384", "1/2, 4, 8, 5/7, 2693844018469/1924145348608, 51/131072"})
    void referenceValuesOfReciprocals(String a, int k, int m, String x, String expected, String bound) {
        assertThat(value(SquaringChain.reciprocal(r(a), k, m), r(x))).isEqualTo(r(expected));
        assertThat(SquaringChain.reciprocalError(r(a), k, m)).isEqualTo(r(bound));
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 1, 22549/65536", "4, 6, 2, 1981561/16777216"})
    void referenceValuesOfExponentials(int k, int m, String x, String expected) {
        assertThat(value(SquaringChain.exponential(k, m), r(x))).isEqualTo(r(expected));
    }

    @Test
    void withoutASquaringTheReciprocalIsOneOverALineAndTheExponentialIsALine() {
        assertThat(value(SquaringChain.reciprocal(HALF, 0, 3), r("3/4"))).isEqualTo(Rational.ONE);
        assertThat(value(SquaringChain.exponential(0, 3), r("3/4"))).isEqualTo(r("1/4"));
        IntStream.range(0, 5).forEach(k -> assertThat(value(SquaringChain.reciprocal(Rational.ONE, k, 2), Rational.ONE)).isEqualTo(Rational.ONE));
    }

    @Test
    void sizesOutOfRangeAreRejected() {
        assertThatThrownBy(() -> SawtoothSquare.shared(0)).hasMessageContaining("a square of 0 teeth layers: give a number from 1");
        assertThatThrownBy(() -> SawtoothProduct.tree(3, 2)).hasMessageContaining("3 factors: give a power of 2");
        assertThatThrownBy(() -> SawtoothProduct.padded(0, 2)).hasMessageContaining("0 factors");
        assertThatThrownBy(() -> SquaringChain.reciprocal(Rational.ZERO, 1, 1)).hasMessageContaining("give a lower end in (0, 1]");
        assertThatThrownBy(() -> SquaringChain.exponential(-1, 1)).hasMessageContaining("-1 squarings");
    }
}
