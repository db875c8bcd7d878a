package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.expression.Fingerprint;
import org.apodix.expression.VectorFunction;

/** x -> activation(W x + b), unit by unit. */
public record Layer(AffineMap map, Activation activation) implements VectorFunction {

    @Override
    public int inputs() {
        return map.inputs();
    }

    @Override
    public int outputs() {
        return map.outputs();
    }

    @Override
    public String label() {
        return "layer " + activation.name() + " " + Fingerprint.of(map.inputs() + " " + map.rows());
    }

    @Override
    public <T> List<T> apply(Arithmetic<T> arithmetic, List<T> input) {
        var sums = map.apply(arithmetic, input);
        var results = new ArrayList<T>(sums.size());
        for (var sum : sums) {
            results.add(activation.on(arithmetic, sum));
        }
        return results;
    }

    @Override
    public long operations() {
        return 2L * map.nonzeros() + 4L * outputs();
    }
}
