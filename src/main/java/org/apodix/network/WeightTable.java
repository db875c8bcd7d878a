package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/** The non-zero weights and biases of a network as rows of a table, by map, unit and input. */
public final class WeightTable {

    /**
     * One weight or bias. Maps, units and inputs are counted from 1, as in a {@link Drawing}.
     *
     * @param map   the affine map, 1 for the one that reads the inputs of the network
     * @param unit  the output of that map
     * @param input the input of that map, 0 for a bias
     */
    public record Entry(int map, int unit, int input, Rational weight) { }

    private WeightTable() { }

    /** The rows; a bias comes after the weights of its unit. */
    public static List<Entry> of(Network network) {
        var entries = new ArrayList<Entry>();
        var maps = network.maps();
        for (int k = 0; k < maps.size(); k++) {
            var rows = maps.get(k).rows();
            for (int i = 0; i < rows.size(); i++) {
                for (var term : rows.get(i).terms()) {
                    entries.add(new Entry(k + 1, i + 1, term.column() + 1, term.weight()));
                }
                if (!rows.get(i).bias().isZero()) {
                    entries.add(new Entry(k + 1, i + 1, 0, rows.get(i).bias()));
                }
            }
        }
        return entries;
    }

    /** The same as a CSV file with exact fractions; the input of a bias is the word bias. */
    public static String csv(Network network) {
        var text = new StringBuilder("map,unit,input,weight\n");
        for (var entry : of(network)) {
            text.append(entry.map()).append(',').append(entry.unit()).append(',')
                .append(entry.input() == 0 ? "bias" : entry.input()).append(',').append(entry.weight()).append('\n');
        }
        return text.toString();
    }
}
