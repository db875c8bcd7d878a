package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.network.Activation;
import org.apodix.network.AffineMap;
import org.apodix.network.Layer;
import org.apodix.network.Network;
import org.apodix.network.Row;

/**
 * A SignReLU network of one or two inputs and one output, any depth and widths: the model of the family {@code network}. What is impossible for
 * networks is shown on it as far as one instance can show it.
 *
 * @param layers per layer, the output map last, per unit its weights and then its bias
 */
record AnyNetwork(Rational alpha, List<List<List<Rational>>> layers) implements ReluModel {

    int inputs() {
        return layers.get(0).get(0).size() - 1;
    }

    int depth() {
        return layers.size() - 1;
    }

    /** Whether it is one of the networks that cannot divide: two inputs, one hidden layer. */
    boolean isShallowPlane() {
        return inputs() == 2 && depth() == 1;
    }

    Network network() {
        var activation = Activation.signRelu(alpha);
        var hidden = layers.subList(0, depth()).stream().map(layer -> new Layer(map(layer), activation)).toList();
        return Network.of(hidden, map(layers.get(depth())));
    }

    private static AffineMap map(List<List<Rational>> rows) {
        return AffineMap.of(rows.get(0).size() - 1, rows.stream().map(AnyNetwork::row).toList());
    }

    private static Row row(List<Rational> numbers) {
        int last = numbers.size() - 1;
        return Row.of(numbers.subList(0, last), numbers.get(last));
    }

    /** The rows of a network of one output, so that it can be an instance. */
    static AnyNetwork of(Rational alpha, Network network) {
        return new AnyNetwork(alpha, network.maps().stream().map(map -> map.rows().stream().map(row -> {
            var numbers = new ArrayList<>(java.util.Collections.nCopies(map.inputs(), Rational.ZERO));
            row.terms().forEach(term -> numbers.set(term.column(), term.weight()));
            numbers.add(row.bias());
            return List.copyOf(numbers);
        }).toList()).toList());
    }

    /** The derivative from the right at 0, with direction 1, or minus that from the left, with direction -1; of a network of one input. */
    Rational derivative(int direction) {
        var values = List.of(Rational.ZERO);
        var slopes = List.of(Rational.of(direction));
        for (int k = 0; k <= depth(); k++) {
            var nextValues = new ArrayList<Rational>();
            var nextSlopes = new ArrayList<Rational>();
            for (var row : layers.get(k)) {
                var value = row.get(row.size() - 1);
                var slope = Rational.ZERO;
                for (int j = 0; j < values.size(); j++) {
                    value = value.plus(row.get(j).times(values.get(j)));
                    slope = slope.plus(row.get(j).times(slopes.get(j)));
                }
                boolean left = value.signum() < 0 || value.isZero() && slope.signum() < 0;
                if (k < depth() && left) {
                    var base = Rational.ONE.minus(value);
                    nextValues.add(alpha.times(value).over(base));
                    nextSlopes.add(alpha.times(slope).over(base.times(base)));
                } else {
                    nextValues.add(value);
                    nextSlopes.add(slope);
                }
            }
            values = nextValues;
            slopes = nextSlopes;
        }
        return slopes.get(0);
    }

    /** A network with one hidden layer of up to five units and this many inputs. */
    static AnyNetwork drawShallow(Draw draw, int inputs) {
        int units = draw.integer(1, 5);
        return new AnyNetwork(Simple.alpha(draw), List.of(drawLayer(draw, inputs, units), drawLayer(draw, units, 1)));
    }

    /** A network of one input with alpha = 1 and up to three hidden layers. */
    static AnyNetwork drawSmooth(Draw draw) {
        var layers = new ArrayList<List<List<Rational>>>();
        int inputs = 1;
        int depth = draw.integer(1, 3);
        for (int k = 0; k < depth; k++) {
            int units = draw.integer(1, 3);
            layers.add(drawLayer(draw, inputs, units));
            inputs = units;
        }
        layers.add(drawLayer(draw, inputs, 1));
        return new AnyNetwork(Rational.ONE, List.copyOf(layers));
    }

    private static List<List<Rational>> drawLayer(Draw draw, int inputs, int units) {
        return draw.list(units, u -> List.copyOf(u.list(inputs + 1, w -> w.rational(-6, 6, 4))));
    }
}
