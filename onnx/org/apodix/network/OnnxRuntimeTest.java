package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apodix.enclosure.Digits;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

/** Exported networks run by ONNX Runtime, against the exact evaluation and the proven bound of the difference. */
class OnnxRuntimeTest {

    private static final Worst RANDOM = new Worst();
    private static final Worst GATE = new Worst();
    private static final Worst SCORE = new Worst();

    /** The largest difference seen, its bound, and the closest that a difference came to its own bound. */
    private static final class Worst {

        private Rational error = Rational.ZERO;
        private Rational bound = Rational.ZERO;
        private Rational ratio = Rational.ZERO;
        private int outputs;

        void note(Rational error, Rational bound) {
            outputs++;
            if (error.compareTo(this.error) > 0) {
                this.error = error;
                this.bound = bound;
            }
            if (bound.signum() > 0) {
                ratio = ratio.max(error.over(bound));
            }
        }

        void print(String what) {
            System.out.println("onnx: " + what + ": " + outputs + " outputs, largest error " + Digits.of(error, 3) + " (its bound "
                + Digits.of(bound, 3) + "), largest error/bound " + Digits.of(ratio, 3));
        }
    }

    /** The outputs of a model at points with float64 coordinates, one batch. */
    private static List<List<Rational>> run(byte[] model, List<List<Rational>> points) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        var batch = points.stream().map(point -> point.stream().mapToDouble(NearestDouble::of).toArray()).toArray(double[][]::new);
        try (options; var session = environment.createSession(model, options); var input = OnnxTensor.createTensor(environment, batch);
                var result = session.run(Map.of("x", input))) {
            var outputs = new ArrayList<List<Rational>>();
            for (var row : (double[][]) result.get("y").orElseThrow().getValue()) {
                outputs.add(IntStream.range(0, row.length).mapToObj(i -> NearestDouble.exact(row[i])).toList());
            }
            return outputs;
        }
    }

    private static void compare(Network network, List<List<Rational>> points, Worst worst) throws OrtException {
        var computed = run(OnnxModel.of(network), points);
        for (int k = 0; k < points.size(); k++) {
            var exact = network.at(points.get(k));
            var bounds = FloatErrors.bounds(network, points.get(k));
            for (int i = 0; i < exact.size(); i++) {
                var error = computed.get(k).get(i).minus(exact.get(i)).abs();
                assertThat(error).as("output %s at %s", i, points.get(k)).isLessThanOrEqualTo(bounds.get(i));
                worst.note(error, bounds.get(i));
            }
        }
    }

    @Provide
    Arbitrary<Tuple2<Network, List<List<Rational>>>> cases() {
        return Networks.random(Networks.RATIONAL)
            .flatMap(network -> Networks.points(network.inputs()).list().ofSize(8).map(points -> Tuple.of(network, points)));
    }

    @Property(tries = 300)
    void randomNetworks(@ForAll("cases") Tuple2<Network, List<List<Rational>>> sample) throws OrtException {
        compare(sample.get1(), sample.get2(), RANDOM);
    }

    /** The file that the README loads, at points of its domain: the quotient itself is the exact value. */
    @Property(tries = 50)
    void divisionGate(@ForAll("domain") List<List<Rational>> points) throws Exception {
        var network = Networks.divisionGate();
        var computed = run(Files.readAllBytes(Path.of("docs/examples/networks/division-gate.onnx")), points);
        for (int k = 0; k < points.size(); k++) {
            var error = computed.get(k).get(0).minus(points.get(k).get(1).over(points.get(k).get(0))).abs();
            var bound = FloatErrors.bounds(network, points.get(k)).get(0);
            assertThat(error).as("%s", points.get(k)).isLessThanOrEqualTo(bound);
            GATE.note(error, bound);
        }
    }

    @Provide
    Arbitrary<List<List<Rational>>> domain() {
        return Arbitraries.doubles().between(3, 10).map(NearestDouble::exact).flatMap(x ->
            Arbitraries.doubles().between(-1, 1).map(NearestDouble::exact).map(y -> List.of(x, y))).list().ofSize(20);
    }

    @AfterContainer
    static void print() {
        RANDOM.print("random networks");
        GATE.print("division gate");
        SCORE.print("score networks");
    }

    /** Score networks on the plane and in 50 dimensions: four hidden layers of ReLU, hundreds and thousands of units. */
    @Test
    void scoreNetworks() throws OrtException {
        for (var network : List.of(MonteCarloScoreNetworkTest.plane(8, 16).network(), MonteCarloScoreNetworkTest.wide().network())) {
            var far = Collections.nCopies(network.inputs(), Rational.of(100));
            var near = Collections.nCopies(network.inputs(), Rational.of(1, 4));
            compare(network, List.of(near, far, Collections.nCopies(network.inputs(), Rational.of(-1, 8))), SCORE);
        }
    }

    /** The example of docs/networks.md. */
    @Test
    void theDocumentedPoints() throws Exception {
        assertThat(Files.readString(Path.of("docs/networks.md"))).contains("division-gate.onnx", "[[4.0, -0.75], [3.0, 1.0]]", "-0.1875 and 0.333...");
        var computed = run(Files.readAllBytes(Path.of("docs/examples/networks/division-gate.onnx")),
            List.of(List.of(Rational.of(4), Rational.of(-3, 4)), List.of(Rational.of(3), Rational.ONE)));
        var tolerance = FloatErrors.bounds(Networks.divisionGate(), List.of(Rational.of(3), Rational.ONE)).get(0);
        assertThat(tolerance).isLessThan(Rational.of(10).pow(-12));
        assertThat(computed.get(0).get(0).minus(Rational.of(-3, 16)).abs()).isLessThan(tolerance);
        assertThat(computed.get(1).get(0).minus(Rational.of(1, 3)).abs()).isLessThan(tolerance);
    }

    /** The bound is no wider than it has to be: a model whose output weights are off by a part in 10^12 is outside. */
    @Test
    void aWeightThatIsOffIsSeen() throws OrtException {
        var network = Networks.divisionGate();
        var off = network.then(AffineMap.identity(1).scaled(Rational.ONE.plus(Rational.of(10).pow(-12))));
        var point = List.of(Rational.of(3), Rational.ONE);
        var error = run(OnnxModel.of(off), List.of(point)).get(0).get(0).minus(network.at(point).get(0)).abs();
        assertThat(error).isGreaterThan(FloatErrors.bounds(network, point).get(0));
    }

    /** Both branches of SignReLU, its kink, arguments where 1 - x rounds to 1, and huge ones. */
    @Test
    void signReluItself() throws OrtException {
        var worst = new Worst();
        for (var alpha : List.of(Rational.ONE, Rational.of(2, 3), Rational.of(19, 7))) {
            var network = Network.affine(AffineMap.identity(1)).activated(Activation.signRelu(alpha));
            var points = new ArrayList<List<Rational>>();
            for (double x : new double[] {0, 1, -1, 0.1, -0.1, 1e-20, -1e-20, -1e-300, -Double.MIN_VALUE, 1e300, -1e300, -1e16}) {
                points.add(List.of(NearestDouble.exact(x)));
            }
            compare(network, points, worst);
        }
        worst.print("SignReLU alone");
    }

    /** A wide and deep one: 300 units a layer. */
    @Test
    void aThousandUnits() throws OrtException {
        var worst = new Worst();
        var network = Networks.network(List.of(10, 300, 300, 300, 3), List.of(Activation.RELU, Networks.RATIONAL.get(4), Activation.RELU), 5, 1_000_003);
        compare(network, IntStream.range(0, 3).mapToObj(k -> IntStream.range(0, 10).mapToObj(j -> Rational.of(13 * k + 7 * j - 40, 16)).toList())
            .toList(), worst);
        worst.print("900 hidden units");
    }

    /** Nothing bounds the error of a cosine, but the model runs and is a cosine. */
    @Test
    void cosine() throws OrtException {
        var network = Network.affine(AffineMap.identity(1)).activated(Activation.COSINE);
        for (var x : List.of(Rational.of(1, 2), Rational.of(-25, 8), Rational.of(1000), Rational.ZERO)) {
            var computed = run(OnnxModel.of(network), List.of(List.of(x))).get(0).get(0);
            var exact = new DyadicArithmetic(128);
            var difference = exact.abs(exact.subtract(exact.of(computed), exact.cos(exact.of(x))));
            assertThat(difference.upper().toRational()).as("%s", x).isLessThan(Rational.of(10).pow(-15));
        }
    }
}
