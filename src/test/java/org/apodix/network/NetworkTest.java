package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.ApfloatArithmetic;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Fingerprint;
import org.apodix.expression.Tape;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final Activation SIGN = Activation.signRelu(Rational.of(2, 3));
    private static final Activation CLIP = Activation.clip(Rational.of(-1, 2), Rational.of(3, 4));

    /** Random networks of 2 inputs, 2 outputs and up to 3 hidden layers of the rational activations. */
    @Provide
    Arbitrary<Network> networks() {
        return Arbitraries.integers().between(1, 4).list().ofMaxSize(3).flatMap(widths -> {
            int weights = 3 * 4 * 5;
            return Arbitraries.integers().between(-6, 6).list().ofSize(weights * (widths.size() + 1)).flatMap(numbers ->
                Arbitraries.of(Activation.RELU, SIGN, CLIP).list().ofSize(widths.size()).map(activations -> build(widths, numbers, activations)));
        });
    }

    @Provide
    Arbitrary<List<Rational>> points() {
        return Arbitraries.integers().between(-40, 40).map(k -> Rational.of(k, 12)).list().ofSize(2);
    }

    private static Network build(List<Integer> widths, List<Integer> numbers, List<Activation> activations) {
        int inputs = 2;
        int used = 0;
        var layers = new java.util.ArrayList<Layer>();
        for (int k = 0; k < widths.size(); k++) {
            layers.add(new Layer(map(inputs, widths.get(k), numbers, used), activations.get(k)));
            inputs = widths.get(k);
            used += 60;
        }
        return Network.of(layers, map(inputs, 2, numbers, used));
    }

    private static AffineMap map(int inputs, int outputs, List<Integer> numbers, int from) {
        return AffineMap.of(inputs, IntStream.range(0, outputs).mapToObj(i -> Row.of(
            IntStream.range(0, inputs).mapToObj(j -> Rational.of(numbers.get(from + 5 * i + j), 3)).toList(),
            Rational.of(numbers.get(from + 5 * i + 4), 2))).toList());
    }

    @Property(tries = 200)
    void everyCarrierEnclosesTheExactOutputs(@ForAll("networks") Network network, @ForAll("points") List<Rational> point) {
        var exact = network.at(point);
        for (Arithmetic<?> carrier : List.of(DoubleArithmetic.INSTANCE, new DyadicArithmetic(128), new ApfloatArithmetic(30))) {
            encloses(network, point, exact, carrier);
        }
        var expressions = network.on(point.stream().map(Expr::of).toList());
        assertThat(Tape.of(expressions).exact(1_000_000_000)).isEqualTo(exact);
    }

    private static <T> void encloses(Network network, List<Rational> point, List<Rational> exact, Arithmetic<T> carrier) {
        var outputs = network.at(carrier, point.stream().map(carrier::of).toList());
        var read = Tape.of(network.on(point.stream().map(Expr::of).toList())).evaluate(carrier);
        for (int i = 0; i < exact.size(); i++) {
            assertThat(carrier.enclosure(outputs.get(i)).contains(exact.get(i))).as(carrier.name()).isTrue();
            assertThat(carrier.enclosure(read.get(i)).contains(exact.get(i))).as(carrier.name()).isTrue();
            assertThat(carrier.enclosure(outputs.get(i)).width().toRational()).isLessThan(Rational.of(1, 100_000));
        }
    }

    /** The Lipschitz constant and the path norm are bounds, with a second network as the test of composition. */
    @Property(tries = 200)
    void compositionAndBounds(@ForAll("networks") Network first, @ForAll("networks") Network second, @ForAll("points") List<Rational> x,
            @ForAll("points") List<Rational> y) {
        assertThat(first.then(second).at(x)).isEqualTo(second.at(first.at(x)));
        assertThat(first.then(second).hidden()).hasSize(first.hidden().size() + second.hidden().size());
        assertThat(first.activated(Activation.RELU).at(x)).isEqualTo(first.at(x).stream().map(v -> v.max(Rational.ZERO)).toList());

        var distance = distance(x, y);
        assertThat(distance(first.at(x), first.at(y))).isLessThanOrEqualTo(distance.times(Figures.of(first).lipschitz()));
    }

    @Property(tries = 100)
    void sideBySide(@ForAll("networks") Network network, @ForAll("points") List<Rational> x, @ForAll("points") List<Rational> y) {
        var twice = network.then(AffineMap.identity(2).scaled(Rational.TWO));
        var both = new java.util.ArrayList<>(network.at(x));
        both.addAll(twice.at(y));
        assertThat(network.beside(twice).at(List.of(x.get(0), x.get(1), y.get(0), y.get(1)))).isEqualTo(both);
        var same = new java.util.ArrayList<>(network.at(x));
        same.addAll(twice.at(x));
        assertThat(network.stackedOn(twice).at(x)).isEqualTo(same);
    }

    private static Rational distance(List<Rational> x, List<Rational> y) {
        return IntStream.range(0, x.size()).mapToObj(i -> x.get(i).minus(y.get(i)).abs()).reduce(Rational.ZERO, Rational::max);
    }

    @Test
    void intervalsOfTheActivationsAreThoseBetweenTheValuesAtTheEnds() {
        var a = new DyadicArithmetic(128);
        for (var activation : List.of(Activation.RELU, SIGN, CLIP)) {
            for (long[] ends : new long[][] {{-7, -2}, {-7, 3}, {0, 3}, {-1, 0}, {2, 5}, {-1000, 1000}}) {
                var set = a.hull(a.of(Rational.of(ends[0])), a.of(Rational.of(ends[1])));
                var image = a.enclosure(activation.on(a, set));
                var low = a.enclosure(activation.on(a, a.of(Rational.of(ends[0]))));
                var high = a.enclosure(activation.on(a, a.of(Rational.of(ends[1]))));
                assertThat(image.lower().toRational().minus(low.lower().toRational()).abs()).isLessThan(Rational.of(2).pow(-100));
                assertThat(image.upper().toRational().minus(high.upper().toRational()).abs()).isLessThan(Rational.of(2).pow(-100));
            }
        }
    }

    /** |x| as a network, counted by hand. */
    @Test
    void figures() {
        var one = Rational.ONE;
        var network = Network.shallow(AffineMap.of(1, Row.unit(0, one, Rational.ZERO), Row.unit(0, one.negate(), Rational.ZERO)),
            Activation.RELU, AffineMap.of(2, Row.of(List.of(one, one), Rational.of(1, 2))));
        var figures = Figures.of(network);
        assertThat(figures.hiddenLayers()).isEqualTo(1);
        assertThat(figures.affineMaps()).isEqualTo(2);
        assertThat(figures.widths()).containsExactly(2);
        assertThat(figures.nonzeros()).isEqualTo(5);
        assertThat(figures.distinct()).isEqualTo(3);
        assertThat(figures.magnitude()).isEqualTo(one);
        assertThat(figures.pathNorms()).containsExactly(Rational.of(5, 2));
        assertThat(figures.lipschitz()).isEqualTo(Rational.TWO);
        assertThat(network.at(List.of(Rational.of(-3, 7)))).containsExactly(Rational.of(13, 14));
    }

    @Test
    void anExpressionOfAnotherNetworkHasAnotherFingerprint() {
        var x = List.of(Expr.of(1, 3));
        var identity = Network.shallow(AffineMap.identity(1), Activation.RELU, AffineMap.identity(1));
        var doubled = Network.shallow(AffineMap.identity(1).scaled(Rational.TWO), Activation.RELU, AffineMap.identity(1));
        var other = Network.shallow(AffineMap.identity(1), SIGN, AffineMap.identity(1));
        assertThat(List.of(identity, doubled, other).stream().map(network -> Fingerprint.of(network.on(x).get(0))).distinct()).hasSize(3);
    }

    @Test
    void shapesThatDoNotFitAreRejected() {
        var one = AffineMap.identity(1);
        var two = AffineMap.identity(2);
        assertThatThrownBy(() -> Network.of(List.of(new Layer(one, SIGN)), two)).hasMessageContaining("has 1 units, the next map reads 2");
        assertThatThrownBy(() -> one.then(two)).hasMessageContaining("do not fit");
        assertThatThrownBy(() -> Network.affine(one).at(List.of())).hasMessageContaining("1 inputs at a point of 0 numbers");
        assertThatThrownBy(() -> Network.affine(one).beside(Network.affine(one).activated(SIGN))).hasMessageContaining("carry the shorter");
        assertThatThrownBy(() -> AffineMap.of(1, Row.unit(1, Rational.ONE, Rational.ZERO))).hasMessageContaining("column 1");
        assertThatThrownBy(() -> Activation.signRelu(Rational.ZERO)).hasMessageContaining("alpha of SignReLU is 0");
        assertThatThrownBy(() -> Activation.clip(Rational.ONE, Rational.ZERO)).hasMessageContaining("smaller end first");
    }
}
