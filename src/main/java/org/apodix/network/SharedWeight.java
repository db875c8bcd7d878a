package org.apodix.network;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apodix.enclosure.Digits;
import org.apodix.enclosure.Rational;

/**
 * A value that a network uses as a weight or a bias, and how often.
 *
 * @param value   not 0
 * @param weights how many weights have this value
 * @param biases  how many biases have this value
 */
public record SharedWeight(Rational value, int weights, int biases) {

    private static final int LONGEST = 24;

    /** All of a network, the most used first, those of equal use in order of appearance. */
    public static List<SharedWeight> of(Network network) {
        return of(network.maps());
    }

    static List<SharedWeight> of(List<AffineMap> maps) {
        Map<Rational, int[]> counts = new LinkedHashMap<>();
        for (var map : maps) {
            for (var row : map.rows()) {
                row.terms().forEach(term -> counts.computeIfAbsent(term.weight(), w -> new int[2])[0]++);
                if (!row.bias().isZero()) {
                    counts.computeIfAbsent(row.bias(), b -> new int[2])[1]++;
                }
            }
        }
        return counts.entrySet().stream().map(e -> new SharedWeight(e.getKey(), e.getValue()[0], e.getValue()[1]))
            .sorted(Comparator.comparingInt(SharedWeight::uses).reversed()).toList();
    }

    public int uses() {
        return weights + biases;
    }

    /** "3 weights, 1 bias". */
    public String counted() {
        return biases == 0 ? count(weights, "weight", "weights") : weights == 0 ? count(biases, "bias", "biases")
            : count(weights, "weight", "weights") + ", " + count(biases, "bias", "biases");
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : many);
    }

    /** The fraction, or, where that is long, six certain digits and the number of characters of the fraction. */
    static String shown(Rational value) {
        var exact = value.toString();
        return exact.length() <= LONGEST ? exact : Digits.of(value, 6) + " (" + exact.length() + " characters exactly)";
    }
}
