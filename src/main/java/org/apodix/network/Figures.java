package org.apodix.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * The size of a network, all exact.
 *
 * @param hiddenLayers  depth as the number of hidden layers (H of ratio-signrelu)
 * @param affineMaps    depth as the number of affine maps (l of factorizable-density), one more
 * @param widths        units per hidden layer
 * @param width         the largest of them, 0 without a hidden layer
 * @param nonzeros      entries of all weight matrices and biases that are not 0 (S of factorizable-density)
 * @param distinct      distinct values among them (P, the parameters after weight sharing)
 * @param magnitude     the largest absolute value among them
 * @param pathNorms     per output, the sum over all paths from the inputs and from the constant unit 1 to it of the product of the
 *                      absolute weights (dimension-free-score, section 2)
 * @param lipschitz     a Lipschitz constant in the maximum norm: the largest sum over the paths from the inputs alone, times the
 *                      Lipschitz constants of the activations on the way
 */
public record Figures(int hiddenLayers, int affineMaps, List<Integer> widths, int width, int nonzeros, int distinct, Rational magnitude,
        List<Rational> pathNorms, Rational lipschitz) {

    public static Figures of(Network network) {
        var maps = network.maps();
        var widths = network.hidden().stream().map(Layer::outputs).toList();
        var values = new LinkedHashSet<Rational>();
        maps.forEach(map -> values.addAll(map.distinct()));
        var magnitude = values.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::max);
        var lipschitz = paths(network, Rational.ZERO).stream().reduce(Rational.ZERO, Rational::max);
        for (var layer : network.hidden()) {
            lipschitz = lipschitz.times(layer.activation().lipschitz());
        }
        return new Figures(widths.size(), maps.size(), widths, widths.stream().reduce(0, Math::max),
            maps.stream().mapToInt(AffineMap::nonzeros).sum(), values.size(), magnitude, paths(network, Rational.ONE), lipschitz);
    }

    /** Sums of absolute products over the paths to each output, those from the constant unit times {@code constant}. */
    private static List<Rational> paths(Network network, Rational constant) {
        List<Rational> sums = Collections.nCopies(network.inputs(), Rational.ONE);
        for (var map : network.maps()) {
            var next = new ArrayList<Rational>();
            for (var row : map.rows()) {
                var sum = row.bias().abs().times(constant);
                for (var term : row.terms()) {
                    sum = sum.plus(term.weight().abs().times(sums.get(term.column())));
                }
                next.add(sum);
            }
            sums = next;
        }
        return List.copyOf(sums);
    }
}
