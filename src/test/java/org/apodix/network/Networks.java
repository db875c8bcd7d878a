package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apodix.enclosure.Rational;

/** Networks for tests of what is made from them. */
final class Networks {

    /** The three kinds of activation with a rational value and an error bound, their parameters no float64 numbers. */
    static final List<Activation> RATIONAL = List.of(Activation.RELU, Activation.IDENTITY, Activation.signRelu(Rational.of(2, 3)),
        Activation.signRelu(Rational.of(17, 10)), Activation.clip(Rational.of(-1, 3), Rational.of(7, 5)));

    private Networks() { }

    /** 1 to 4 inputs and outputs, up to 4 hidden layers of up to 8 units, about a third of the weights 0, few distinct denominators. */
    static Arbitrary<Network> random(List<Activation> activations) {
        return Combinators.combine(Arbitraries.integers().between(1, 8).list().ofMinSize(2).ofMaxSize(6),
                Arbitraries.of(activations).list().ofSize(4), Arbitraries.longs(), Arbitraries.of(1, 3, 7, 64, 1_000_003))
            .as((widths, kinds, seed, denominator) -> network(widths, kinds, seed, denominator));
    }

    /** Points with float64 coordinates of very different sizes. */
    static Arbitrary<List<Rational>> points(int size) {
        var small = Arbitraries.doubles().between(-4, 4);
        var large = Arbitraries.doubles().between(-1e6, 1e6);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, small), net.jqwik.api.Tuple.of(1, large)).map(NearestDouble::exact)
            .list().ofSize(size);
    }

    static Network network(List<Integer> widths, List<Activation> kinds, long seed, int denominator) {
        var random = new java.util.Random(seed);
        var layers = new ArrayList<Layer>();
        for (int k = 1; k < widths.size() - 1; k++) {
            layers.add(new Layer(map(widths.get(k - 1), widths.get(k), random, denominator), kinds.get(k - 1)));
        }
        return Network.of(layers, map(widths.get(widths.size() - 2), widths.get(widths.size() - 1), random, denominator));
    }

    private static AffineMap map(int inputs, int outputs, java.util.Random random, int denominator) {
        return AffineMap.of(inputs, IntStream.range(0, outputs).mapToObj(i ->
            Row.of(IntStream.range(0, inputs).mapToObj(j -> weight(random, denominator)).toList(), weight(random, denominator))).toList());
    }

    private static Rational weight(java.util.Random random, int denominator) {
        return random.nextInt(3) == 0 ? Rational.ZERO : Rational.of(random.nextInt(6 * denominator + 1) - 3 * denominator, denominator);
    }

    /** y / x for 3 <= x <= 10, |y| <= 1 (ratio-signrelu R3 with z = c = 1, divided by c): thresholds 3 - 1 - 1 and 2 / (10 + 1 + 1), alpha = 1. */
    static Network divisionGate() {
        return DivisionGate.quotient(new SignReluGates(Rational.ONE), Rational.of(3), Rational.of(10), Rational.ONE);
    }
}
