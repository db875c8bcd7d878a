package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.DoubleRange;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

/** The bound against evaluations in Java's float64, with the sums taken in random orders and with and without fused multiply-add. */
class FloatErrorsTest {

    @Provide
    Arbitrary<Tuple2<Network, List<Rational>>> cases() {
        return Networks.random(Networks.RATIONAL).flatMap(network -> Networks.points(network.inputs()).map(point -> Tuple.of(network, point)));
    }

    @Property(tries = 500)
    void everyOrderOfSummationIsWithinTheBound(@ForAll("cases") Tuple2<Network, List<Rational>> sample, @ForAll Random random) {
        var network = sample.get1();
        var exact = network.at(sample.get2());
        var bounds = FloatErrors.bounds(network, sample.get2());
        for (int k = 0; k < 3; k++) {
            var computed = evaluate(network, sample.get2().stream().map(NearestDouble::of).toList(), random);
            for (int i = 0; i < exact.size(); i++) {
                assertThat(NearestDouble.exact(computed.get(i)).minus(exact.get(i)).abs()).isLessThanOrEqualTo(bounds.get(i));
            }
        }
    }

    private static List<Double> evaluate(Network network, List<Double> point, Random random) {
        var values = point;
        for (var layer : network.hidden()) {
            values = evaluate(layer.map(), values, random).stream().map(x -> activate(layer.activation(), x)).toList();
        }
        return evaluate(network.output(), values, random);
    }

    private static List<Double> evaluate(AffineMap map, List<Double> values, Random random) {
        var sums = new ArrayList<Double>();
        for (var row : map.rows()) {
            var terms = new ArrayList<>(row.terms());
            Collections.shuffle(terms, random);
            int biasAt = random.nextInt(terms.size() + 1);
            double sum = 0;
            for (int k = 0; k <= terms.size(); k++) {
                if (k == biasAt) {
                    sum += NearestDouble.of(row.bias());
                }
                if (k < terms.size()) {
                    double weight = NearestDouble.of(terms.get(k).weight());
                    double x = values.get(terms.get(k).column());
                    sum = random.nextBoolean() ? Math.fma(weight, x, sum) : sum + weight * x;
                }
            }
            sums.add(sum);
        }
        return sums;
    }

    private static double activate(Activation activation, double x) {
        if (activation instanceof Activation.SignRelu sign) {
            double m = Math.min(x, 0);
            return Math.max(x, 0) + NearestDouble.of(sign.alpha()) * (m / (1 - m));
        } else if (activation instanceof Activation.Clip clip) {
            return Math.min(Math.max(x, NearestDouble.of(clip.lower())), NearestDouble.of(clip.upper()));
        }
        return activation == Activation.RELU ? Math.max(x, 0) : x;
    }

    /** Nothing but the activation errs, so its own terms of the bound are needed. */
    @Property(tries = 500)
    void anActivationAlone(@ForAll @DoubleRange(min = -8, max = 8) double x, @ForAll Random random) {
        for (var activation : Networks.RATIONAL) {
            isWithinTheBound(Network.affine(AffineMap.identity(1)).activated(activation), List.of(NearestDouble.exact(x)), random);
        }
    }

    /** x - (2^30 + 1/3) at 2^30 + 1/4 is off by 2^-22 / 3, and a SignReLU of slope near 10 multiplies that. */
    @Test
    void steepActivationsMultiplyTheError() {
        var big = Rational.of(1 << 30);
        var map = AffineMap.of(1, Row.unit(0, Rational.ONE, big.plus(Rational.of(1, 3)).negate()));
        isWithinTheBound(Network.affine(map).activated(Activation.signRelu(Rational.of(10))), List.of(big.plus(Rational.of(1, 4))), new Random(1));
    }

    private static void isWithinTheBound(Network network, List<Rational> point, Random random) {
        var computed = evaluate(network, point.stream().map(NearestDouble::of).toList(), random).get(0);
        assertThat(NearestDouble.exact(computed).minus(network.at(point).get(0)).abs()).isLessThanOrEqualTo(FloatErrors.bounds(network, point).get(0));
    }

    /** x/3 + x/3 + x/3 at x = 1: the weights and three roundings, by hand at most 3 * 2^-55 + gamma_3 < 2^-51. */
    @Test
    void byHand() {
        var third = Rational.of(1, 3);
        var network = Network.affine(AffineMap.of(3, Row.of(List.of(third, third, third), Rational.ZERO)));
        var one = Rational.ONE;
        assertThat(FloatErrors.bounds(network, List.of(one, one, one)).get(0)).isBetween(Rational.TWO.pow(-54), Rational.TWO.pow(-51));
        assertThat(FloatErrors.bounds(Network.affine(AffineMap.identity(1)), List.of(one)).get(0)).isLessThan(Rational.TWO.pow(-1070));
    }

    /** A number that is no float64 is read as its neighbor: 1/3 is off by 2^-54 / 3. */
    @Test
    void theInputIsRounded() {
        var network = Network.affine(AffineMap.identity(1));
        assertThat(FloatErrors.bounds(network, List.of(Rational.of(1, 3))).get(0)).isBetween(Rational.of(1, 3).times(Rational.TWO.pow(-54)),
            Rational.of(1, 3).times(Rational.TWO.pow(-54)).plus(Rational.TWO.pow(-150)));
    }

    @Test
    void whatCannotBeBoundedIsRejected() {
        var network = Network.affine(AffineMap.identity(1));
        var huge = Rational.TWO.pow(1023);
        assertThatThrownBy(() -> FloatErrors.bounds(network.activated(Activation.COSINE), List.of(Rational.ONE)))
            .hasMessage("no float64 error of cos is known: nothing is promised of it by ONNX");
        assertThatThrownBy(() -> FloatErrors.bounds(network, List.of(huge))).hasMessageContaining("may be beyond float64 (2^1023)");
        assertThatThrownBy(() -> FloatErrors.bounds(network, List.of())).hasMessage("a network of 1 inputs at a point of 0 numbers");
    }
}
