package org.apodix.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import org.apodix.enclosure.Rational;

/**
 * A network as an ONNX model in float64, made of standard operators of opset 14.
 *
 * <p>Input {@code x} of shape (batch, inputs), output {@code y} of shape (batch, outputs). Each affine map is a Gemm with its weights as a
 * (units, inputs) matrix {@code W1}, {@code W2}, ... and biases {@code b1}, {@code b2}, ...: the float64 numbers nearest to the exact ones.
 * {@link FloatErrors} bounds what that and the arithmetic of float64 change.
 *
 * <p>Field numbers are those of {@code onnx.proto}, names in the comments.
 */
public final class OnnxModel {

    /** The oldest opset in which every operator used here takes float64 with broadcasting; IR version 7 is the one of its time. */
    private static final int OPSET = 14;
    private static final int IR_VERSION = 7;
    /** TensorProto.DataType.DOUBLE. */
    private static final int DOUBLE = 11;
    /** AttributeProto.AttributeType.INT. */
    private static final int INT = 2;
    /** Matrices are written in full: 128 MiB in all. */
    private static final long MOST_ENTRIES = 1L << 24;

    private final ProtoMessage graph = new ProtoMessage();

    private OnnxModel() { }

    /** The bytes of the model file. A network with more than 2^24 entries in all matrices, or a weight beyond float64, is rejected. */
    public static byte[] of(Network network) {
        long entries = network.maps().stream().mapToLong(map -> (long) map.inputs() * map.outputs()).sum();
        if (entries > MOST_ENTRIES) {
            throw new IllegalArgumentException("the matrices of the network have " + entries + " entries; ONNX holds them in full, at most "
                + MOST_ENTRIES + " are written: use the JSON form, which is sparse");
        }
        return new OnnxModel().write(network);
    }

    private byte[] write(Network network) {
        String values = "x";
        var maps = network.maps();
        for (int k = 1; k <= maps.size(); k++) {
            boolean last = k == maps.size();
            var sums = last ? "y" : "s" + k;
            matrix("W" + k, maps.get(k - 1));
            biases("b" + k, maps.get(k - 1));
            var node = node("Gemm", sums, values, "W" + k, "b" + k);
            node.message(5, new ProtoMessage().text(1, "transB").number(3, 1).number(20, INT)); // attribute: name, i, type
            graph.message(1, node);
            values = last ? sums : activation(network.hidden().get(k - 1).activation(), sums, k);
        }
        graph.text(2, "network") // name
            .text(10, "weights are the float64 numbers nearest to exact rational ones") // doc_string
            .message(11, values("x", network.inputs())) // input
            .message(12, values("y", network.outputs())); // output
        return new ProtoMessage()
            .number(1, IR_VERSION) // ir_version
            .text(2, "apodix") // producer_name
            .message(7, graph) // graph
            .message(8, new ProtoMessage().text(1, "").number(2, OPSET)) // opset_import: domain, version
            .toBytes();
    }

    /** Adds the activation of layer k, and returns the name of its values. */
    private String activation(Activation activation, String x, int k) {
        var result = "h" + k;
        if (activation instanceof Activation.Identity) {
            return x;
        } else if (activation instanceof Activation.Relu) {
            graph.message(1, node("Relu", result, x));
        } else if (activation instanceof Activation.Cosine) {
            cosine(x, k, result);
        } else if (activation instanceof Activation.Clip clip) {
            graph.message(1, node("Clip", result, x, number("lower" + k, clip.lower()), number("upper" + k, clip.upper())));
        } else if (activation instanceof Activation.SignRelu sign) {
            signRelu(sign, x, k, result);
        } else {
            throw new IllegalArgumentException("the activation " + activation.name() + " has no ONNX form here: add it to OnnxModel");
        }
        return result;
    }

    /** 1 - 2 sin(x / 2)^2: ONNX Runtime has a float64 Sin and no float64 Cos. The absolute accuracy is that of Sin. */
    private void cosine(String x, int k, String result) {
        graph.message(1, node("Mul", "half" + k, x, number("onehalf" + k, Rational.of(1, 2))));
        graph.message(1, node("Sin", "sine" + k, "half" + k));
        graph.message(1, node("Mul", "square" + k, "sine" + k, "sine" + k));
        graph.message(1, node("Mul", "twice" + k, "square" + k, number("two" + k, Rational.TWO)));
        graph.message(1, node("Sub", result, number("one" + k, Rational.ONE), "twice" + k));
    }

    /** max(x, 0) + alpha (m / (1 - m)) with m = min(x, 0): one of the two terms is 0, and no branch and no cancellation is left. */
    private void signRelu(Activation.SignRelu sign, String x, int k, String result) {
        var zero = number("zero" + k, Rational.ZERO);
        var one = number("one" + k, Rational.ONE);
        graph.message(1, node("Max", "positive" + k, x, zero));
        graph.message(1, node("Min", "negative" + k, x, zero));
        graph.message(1, node("Sub", "denominator" + k, one, "negative" + k));
        graph.message(1, node("Div", "quotient" + k, "negative" + k, "denominator" + k));
        graph.message(1, node("Mul", "scaled" + k, number("alpha" + k, sign.alpha()), "quotient" + k));
        graph.message(1, node("Add", result, "positive" + k, "scaled" + k));
    }

    /** NodeProto: inputs, output, operator. */
    private static ProtoMessage node(String operator, String output, String... inputs) {
        var node = new ProtoMessage();
        for (var input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private void matrix(String name, AffineMap map) {
        var entries = new double[map.outputs() * map.inputs()];
        var known = new HashMap<Rational, Double>(); // equal weights are converted once
        for (int i = 0; i < map.outputs(); i++) {
            for (var term : map.rows().get(i).terms()) {
                entries[i * map.inputs() + term.column()] = known.computeIfAbsent(term.weight(), NearestDouble::of);
            }
        }
        initializer(name, entries, map.outputs(), map.inputs());
    }

    private void biases(String name, AffineMap map) {
        initializer(name, map.rows().stream().mapToDouble(row -> NearestDouble.of(row.bias())).toArray(), map.outputs());
    }

    private String number(String name, Rational value) {
        initializer(name, new double[] {NearestDouble.of(value)});
        return name;
    }

    /** TensorProto: dims, data_type, name, raw_data (little-endian); no dims for a single number. */
    private void initializer(String name, double[] entries, int... shape) {
        var raw = ByteBuffer.allocate(entries.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asDoubleBuffer().put(entries);
        var tensor = new ProtoMessage();
        Arrays.stream(shape).forEach(size -> tensor.number(1, size));
        graph.message(5, tensor.number(2, DOUBLE).text(8, name).bytes(9, raw.array()));
    }

    /** ValueInfoProto of a (batch, size) tensor of float64: name, type { tensor_type { elem_type, shape { dim { dim_param | dim_value } } } }. */
    private static ProtoMessage values(String name, int size) {
        var shape = new ProtoMessage()
            .message(1, new ProtoMessage().text(2, "batch"))
            .message(1, new ProtoMessage().number(1, size));
        var tensor = new ProtoMessage().number(1, DOUBLE).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }
}
