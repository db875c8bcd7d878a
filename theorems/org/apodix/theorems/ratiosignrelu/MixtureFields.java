package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;

/** The fields weights, atoms, sqrt_abar and R of a mixture. */
final class MixtureFields {

    private static final int MOST_ATOMS = 50;

    private MixtureFields() { }

    /** A mixture on the line. */
    static Mixture readLine(Fields fields) {
        var weights = weights(fields);
        var atoms = Read.list(fields, "atoms", weights.size(), "weight").stream().map(List::of).toList();
        return new Mixture(weights, atoms, fields.between("sqrt_abar", Rational.ZERO, Rational.ONE));
    }

    /** A mixture of this dimension, 2 or 3; the atoms are lists. */
    static Mixture read(Fields fields, int dimension) {
        var weights = weights(fields);
        var matrix = fields.matrix("atoms", weights.size(), dimension);
        var atoms = new ArrayList<List<Rational>>();
        for (int i = 0; i < weights.size(); i++) {
            var atom = new ArrayList<Rational>();
            for (int k = 0; k < dimension; k++) {
                atom.add(matrix.at(i, k));
            }
            atoms.add(List.copyOf(atom));
        }
        return new Mixture(weights, List.copyOf(atoms), fields.between("sqrt_abar", Rational.ZERO, Rational.ONE));
    }

    static List<Rational> weights(Fields fields) {
        var weights = Read.list(fields, "weights", MOST_ATOMS);
        for (var weight : weights) {
            if (weight.signum() <= 0) {
                throw new BadInput("\"weights\" contains " + Fields.shorten(weight.toString()) + "; every weight must be positive");
            }
        }
        var sum = weights.stream().reduce(Rational.ZERO, Rational::plus);
        if (!sum.equals(Rational.ONE)) {
            throw new BadInput("\"weights\" add up to " + Fields.shorten(sum.toString()) + "; their sum must be 1");
        }
        return weights;
    }

    static void write(ObjectNode json, Mixture mixture, boolean line) {
        Simple.put(json, "weights", mixture.weights());
        if (line) {
            Simple.put(json, "atoms", mixture.atoms().stream().map(atom -> atom.get(0)).toList());
        } else {
            var list = json.putArray("atoms");
            for (var atom : mixture.atoms()) {
                var entries = list.addArray();
                atom.forEach(value -> entries.add(value.toString()));
            }
        }
        json.put("sqrt_abar", mixture.scale().toString());
    }
}
