package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

/** Spikes, interpolants, Taylor networks and chains of factorizable-density F6, F7, F10. */
class KuhnTest {

    private static List<Rational> point(List<Integer> parts, int denominator) {
        return parts.stream().map(k -> Rational.of(k, denominator)).toList();
    }

    /** The interpolant from its barycentric coordinates: sort the fractional parts. */
    private static Rational interpolated(List<Rational> x, int n, java.util.function.Function<List<Integer>, Rational> f) {
        var corner = new ArrayList<Integer>();
        var parts = new ArrayList<Rational>();
        for (var c : x) {
            int k = Math.min(n - 1, c.times(Rational.of(n)).floor().intValueExact());
            corner.add(k);
            parts.add(c.times(Rational.of(n)).minus(Rational.of(k)));
        }
        var order = IntStream.range(0, x.size()).boxed().sorted(Comparator.comparing(parts::get).reversed()).toList();
        var before = Rational.ONE;
        var sum = Rational.ZERO;
        for (int i = 0; i <= x.size(); i++) {
            var next = i == x.size() ? Rational.ZERO : parts.get(order.get(i));
            sum = sum.plus(before.minus(next).times(f.apply(List.copyOf(corner))));
            before = next;
            if (i < x.size()) {
                corner.set(order.get(i), corner.get(order.get(i)) + 1);
            }
        }
        return sum;
    }

    private static Rational anyFunction(List<Integer> k) {
        return Rational.of((7L * k.hashCode()) % 13 + 20, 6);
    }

    @Property(tries = 150)
    void theNetworkIsTheInterpolantOnTheSimplices(@ForAll @IntRange(min = 1, max = 3) int n,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 60) Integer> parts) {
        var x = point(parts, 60);
        assertThat(KuhnInterpolation.of(x.size(), n, KuhnTest::anyFunction).at(x)).containsExactly(interpolated(x, n, KuhnTest::anyFunction));
    }

    @Property(tries = 100)
    void spikesAreAPartitionOfUnityWithFewActive(@ForAll @IntRange(min = 1, max = 3) int n,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 30) Integer> parts) {
        var x = point(parts, 30);
        var spikes = KuhnInterpolation.spikes(x.size(), n).at(x);
        assertThat(spikes.stream().reduce(Rational.ZERO, Rational::plus)).isEqualTo(Rational.ONE);
        assertThat(spikes).allSatisfy(s -> assertThat(s.signum()).isNotNegative());
        assertThat(spikes.stream().filter(s -> !s.isZero()).count()).isLessThanOrEqualTo(x.size() + 1);
        var spike = KuhnInterpolation.spike(x.size());
        var points = KuhnInterpolation.points(x.size(), n);
        for (int j = 0; j < points.size(); j++) {
            var k = points.get(j);
            var y = IntStream.range(0, k.size()).mapToObj(c -> x.get(c).times(Rational.of(n)).minus(Rational.of(k.get(c)))).toList();
            assertThat(spike.at(y)).containsExactly(spikes.get(j));
        }
    }

    @Property(tries = 200)
    void theSpikeIsItsFormula(@ForAll @Size(min = 1, max = 5) List<@IntRange(min = -15, max = 15) Integer> parts) {
        var y = point(parts, 10);
        var up = y.stream().reduce(Rational.ZERO, Rational::max);
        var down = y.stream().map(Rational::negate).reduce(Rational.ZERO, Rational::max);
        assertThat(KuhnInterpolation.spike(y.size()).at(y)).containsExactly(Rational.ONE.minus(up).minus(down).max(Rational.ZERO));
    }

    @Test
    void countsInTwoDimensions() {
        for (int n = 1; n <= 6; n++) {
            var figures = Figures.of(KuhnInterpolation.of(2, n, k -> Rational.of(2 + k.hashCode() % 5)));
            assertThat(List.of(figures.affineMaps(), figures.width(), figures.nonzeros()))
                .containsExactly(4, 4 * (n + 1) * (n + 1), 4 * (n + 1) + 4 * n + 12 * (n + 1) * (n + 1));
        }
        assertThat(Figures.of(KuhnInterpolation.of(1, 4, k -> Rational.TWO)).affineMaps()).isEqualTo(3);
        assertThat(Figures.of(KuhnInterpolation.of(4, 1, k -> Rational.TWO)).affineMaps()).isEqualTo(5);
    }

    /** g = (1 + uv/2)/2: the largest error is 1/(16 N^2), at the centers of the cells. */
    @ParameterizedTest
    @CsvSource({"1, 60, 16, 1/16", "2, 128, 36, 1/64", "4, 336, 100, 1/256"})
    void referenceCountsAndErrors(int n, int nonzeros, int width, String error) {
        var network = KuhnInterpolation.of(2, n, k -> Rational.of(1, 2).plus(Rational.of(k.get(0) * (long) k.get(1), 4L * n * n)));
        assertThat(Figures.of(network).nonzeros()).isEqualTo(nonzeros);
        assertThat(Figures.of(network).width()).isEqualTo(width);
        var most = Rational.ZERO;
        for (var k : KuhnInterpolation.points(2, 2 * n)) {
            var x = point(k, 2 * n);
            var g = Rational.of(1, 2).plus(x.get(0).times(x.get(1)).over(Rational.of(4)));
            most = most.max(network.at(x).get(0).minus(g).abs());
        }
        assertThat(most).isEqualTo(Rational.parse(error));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 4, 1/2 1/2, 1/3 2/5 7/8, 1407/1280, 10 72 332 14",
        "4, 6, 1/2 -1/3 1/4 2/3, 1/10 1/4 3/5 1/3 9/10, 1.04290008544921875, 19 400 1696 34",
        "2, 5, 1/2 1/2 1/2 1/2 1/2 1/2 1/2 1/2, 0 1/9 2/9 1/3 4/9 5/9 2/3 7/9 8/9, 3.44029153883457183837890625, 23 288 1752 18",
        "3, 5, 2/5 2/5, 1/7 3/8 1/2, 6313/5760, 11 128 532 19"})
    void referenceChains(int n, int m, String a, String u, String value, String counts) {
        var network = ChainNetwork.of(Stream.of(a.split(" ")).map(Rational::parse).toList(), n, m);
        assertThat(network.at(Stream.of(u.split(" ")).map(Rational::parse).toList())).containsExactly(Rational.parse(value));
        var figures = Figures.of(network);
        assertThat(figures.affineMaps() + " " + figures.width() + " " + figures.nonzeros() + " " + figures.distinct()).isEqualTo(counts);
    }

    /** Weight sharing: for equal coefficients P does not grow from K = 4 on; for different ones it does. */
    @Test
    void distinctWeightsOfChains() {
        var equal = Stream.of(1, 2, 4, 8, 16).map(k -> Figures.of(ChainNetwork.of(Collections.nCopies(k, Rational.of(1, 2)), 2, 5)).distinct());
        assertThat(equal).containsExactly(7, 14, 18, 18, 18);
        var different = Stream.of(4, 8).map(k -> Figures.of(ChainNetwork.of(
            IntStream.range(0, k).mapToObj(i -> Rational.of(i + 1, 2 * k + 3)).toList(), 2, 5)));
        assertThat(different.map(Figures::distinct)).containsExactly(24, 32);
    }

    @Test
    void aChainOfOneFactorIsTheInterpolantAndThreeArePadded() {
        var x = point(List.of(3, 5), 7);
        var figures = Figures.of(ChainNetwork.of(List.of(Rational.of(-1, 3)), 3, 2));
        assertThat(List.of(figures.affineMaps(), figures.width(), figures.nonzeros())).containsExactly(5, 64, 16 + 12 + 192 + 1);
        var three = List.of(Rational.of(1, 2), Rational.ZERO, Rational.of(-1, 4));
        var value = ChainNetwork.of(three, 2, 6).at(point(List.of(1, 2, 3, 4), 5)).get(0);
        assertThat(value.minus(target(three, point(List.of(1, 2, 3, 4), 5))).abs()).isLessThan(Rational.of(1, 4));
        assertThat(ChainNetwork.of(List.of(Rational.ZERO), 2, 2).at(x)).containsExactly(Rational.ONE);
        assertThatThrownBy(() -> ChainNetwork.of(List.of(Rational.ONE), 2, 2)).hasMessageContaining("strictly between -1 and 1");
    }

    private static Rational target(List<Rational> a, List<Rational> u) {
        var two = Rational.TWO;
        var one = Rational.ONE;
        return IntStream.range(0, a.size()).mapToObj(i -> one.plus(a.get(i).times(u.get(i).times(two).minus(one))
            .times(u.get(i + 1).times(two).minus(one)))).reduce(one, Rational::times);
    }

    /** With exact quadratics at each grid point, the network is within the error of its squares and products of the blend of them. */
    @Property(tries = 40)
    void taylorNetworksBlendTheirPolynomials(@ForAll @IntRange(min = 1, max = 2) int d, @ForAll @IntRange(min = 1, max = 2) int n,
            @ForAll @IntRange(min = 1, max = 6) int m, @ForAll @Size(24) List<@IntRange(min = -4, max = 4) Integer> numbers,
            @ForAll @Size(2) List<@IntRange(max = 20) Integer> parts) {
        var x = point(parts.subList(0, d), 20);
        var points = KuhnInterpolation.points(d, n);
        var polynomials = IntStream.range(0, points.size()).mapToObj(k -> new TaylorNetwork.Quadratic(Rational.of(numbers.get(k)),
            IntStream.range(0, d).mapToObj(i -> Rational.of(numbers.get((k + 5 * i + 3) % 24))).toList(),
            IntStream.range(0, d * (d + 1) / 2).mapToObj(i -> Rational.of(numbers.get((k + 7 * i + 1) % 24))).toList())).toList();
        var spikes = KuhnInterpolation.spikes(d, n).at(x);
        var exact = Rational.ZERO;
        for (int k = 0; k < points.size(); k++) {
            var q = polynomials.get(k);
            var value = q.constant();
            int next = 0;
            for (int i = 0; i < d; i++) {
                value = value.plus(q.linear().get(i).times(x.get(i)));
                for (int j = i; j < d; j++) {
                    value = value.plus(q.quadratic().get(next++).times(x.get(i)).times(x.get(j)));
                }
            }
            exact = exact.plus(spikes.get(k).times(value));
        }
        var c = TaylorNetwork.scale(polynomials);
        var quadratic = polynomials.stream().map(TaylorNetwork.Quadratic::quadraticSize).reduce(Rational.ZERO, Rational::max);
        var bound = SawtoothSquare.error(m).times(c.times(Rational.of(d + 1)).plus(quadratic));
        assertThat(TaylorNetwork.of(d, n, m, polynomials).at(x).get(0).minus(exact).abs()).isLessThanOrEqualTo(bound);
    }

    @Test
    void sizesOutOfRangeAreRejected() {
        assertThatThrownBy(() -> KuhnInterpolation.spike(0)).hasMessageContaining("dimension of at least 1");
        assertThatThrownBy(() -> KuhnInterpolation.points(2, 0)).hasMessageContaining("give N >= 1");
        assertThatThrownBy(() -> KuhnInterpolation.points(9, 9)).hasMessageContaining("(N + 1)^d <=");
        assertThatThrownBy(() -> TaylorNetwork.of(1, 1, 1, List.of())).hasMessageContaining("0 polynomials for 2 grid points");
    }
}
