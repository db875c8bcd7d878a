package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * A feed-forward network with exact rational weights: hidden layers, then an affine output map.
 *
 * <p>Where networks are put together, adjacent affine maps become one; that is the only rewriting, so counts of weights are those of the
 * network as it was put together.
 */
public final class Network {

    /** Bits of the longest number of an exact evaluation. */
    private static final int EXACT_BITS = 1 << 24;

    private final List<Layer> hidden;
    private final AffineMap output;

    private Network(List<Layer> hidden, AffineMap output) {
        this.hidden = List.copyOf(hidden);
        this.output = output;
    }

    /** The network of these hidden layers and this output map; shapes that do not fit are rejected. */
    public static Network of(List<Layer> hidden, AffineMap output) {
        for (int k = 0; k < hidden.size(); k++) {
            int next = k + 1 < hidden.size() ? hidden.get(k + 1).inputs() : output.inputs();
            if (hidden.get(k).outputs() != next) {
                throw new IllegalArgumentException("hidden layer " + (k + 1) + " has " + hidden.get(k).outputs() + " units, the next map reads " + next);
            }
        }
        return new Network(hidden, output);
    }

    /** The network without a hidden layer. */
    public static Network affine(AffineMap map) {
        return of(List.of(), map);
    }

    /** The network with one hidden layer. */
    public static Network shallow(AffineMap inner, Activation activation, AffineMap output) {
        return of(List.of(new Layer(inner, activation)), output);
    }

    public int inputs() {
        return hidden.isEmpty() ? output.inputs() : hidden.get(0).inputs();
    }

    public int outputs() {
        return output.outputs();
    }

    public List<Layer> hidden() {
        return hidden;
    }

    /** The last affine map. */
    public AffineMap output() {
        return output;
    }

    /** All affine maps in order: those of the hidden layers and the output map. */
    public List<AffineMap> maps() {
        var maps = new ArrayList<AffineMap>();
        hidden.forEach(layer -> maps.add(layer.map()));
        maps.add(output);
        return maps;
    }

    /** x -> next(this(x)); the output map and the first map of {@code next} become one. */
    public Network then(Network next) {
        var merged = output.then(next.maps().get(0));
        var layers = new ArrayList<>(hidden);
        if (next.hidden.isEmpty()) {
            return of(layers, merged);
        }
        layers.add(new Layer(merged, next.hidden.get(0).activation()));
        layers.addAll(next.hidden.subList(1, next.hidden.size()));
        return of(layers, next.output);
    }

    /** x -> next(this(x)). */
    public Network then(AffineMap next) {
        return of(hidden, output.then(next));
    }

    /** The network whose outputs have passed through an activation: one more hidden layer, read by the identity. */
    public Network activated(Activation activation) {
        var layers = new ArrayList<>(hidden);
        layers.add(new Layer(output, activation));
        return of(layers, AffineMap.identity(outputs()));
    }

    /** (x, y) -> (this(x), other(y)). Both need the same activations, layer by layer. */
    public Network beside(Network other) {
        return joined(other, AffineMap::beside, AffineMap::beside);
    }

    /** x -> (this(x), other(x)). Both need the same activations, layer by layer. */
    public Network stackedOn(Network other) {
        return joined(other, AffineMap::stackedOn, AffineMap::beside);
    }

    private interface Join {

        AffineMap of(AffineMap first, AffineMap second);
    }

    private Network joined(Network other, Join first, Join rest) {
        if (!hidden.stream().map(Layer::activation).toList().equals(other.hidden.stream().map(Layer::activation).toList())) {
            throw new IllegalArgumentException("networks of " + describe() + " and " + other.describe()
                + " cannot stand side by side: carry the shorter one through more layers");
        }
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < hidden.size(); k++) {
            var join = k == 0 ? first : rest;
            layers.add(new Layer(join.of(hidden.get(k).map(), other.hidden.get(k).map()), hidden.get(k).activation()));
        }
        return of(layers, (hidden.isEmpty() ? first : rest).of(output, other.output));
    }

    private String describe() {
        return hidden.size() + " hidden layers " + hidden.stream().map(layer -> layer.activation().name()).distinct().toList();
    }

    /** Sets around the outputs for all inputs from the given sets. */
    public <T> List<T> at(Arithmetic<T> arithmetic, List<T> input) {
        requireInputs(input.size());
        var values = input;
        for (var layer : hidden) {
            values = layer.apply(arithmetic, values);
        }
        return output.apply(arithmetic, values);
    }

    /**
     * The exact outputs.
     *
     * @throws org.apodix.enclosure.InexactException if an activation has no rational value, or a number is of absurd size
     */
    public List<Rational> at(List<Rational> input) {
        return at(new ExactArithmetic(EXACT_BITS), input);
    }

    /** The outputs as expressions, one node per layer. */
    public List<Expr> on(List<? extends Expr> input) {
        requireInputs(input.size());
        var values = MatrixExpr.stack(input);
        for (var layer : hidden) {
            values = values.map(layer);
        }
        var results = values.map(new Layer(output, Activation.IDENTITY));
        return IntStream.range(0, outputs()).mapToObj(i -> results.entry(i, 0)).toList();
    }

    private void requireInputs(int given) {
        if (given != inputs()) {
            throw new IllegalArgumentException("a network of " + inputs() + " inputs at a point of " + given + " numbers");
        }
    }
}
