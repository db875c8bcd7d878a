package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;
import org.apodix.network.QuotientNetwork;

/** {@code shared}: q numerators and one denominator, read out of one hidden layer of n units on [-R, R]^d, with their bounds. */
final class SharedFamily implements Family<SharedInstance> {

    private static final int MOST = 50;

    @Override
    public String name() {
        return "shared";
    }

    @Override
    public Class<SharedInstance> type() {
        return SharedInstance.class;
    }

    @Override
    public SharedInstance read(Fields fields) {
        var x = Read.list(fields, "x", MOST);
        int n = fields.integer("n", 1, MOST);
        int q = fields.integer("q", 1, MOST);
        var bounds = Read.checked(() -> new QuotientNetwork(fields.rational("G1"), Read.positive(fields, "m2"), fields.rational("G2")));
        return new SharedInstance(Read.positive(fields, "alpha"), rows(fields, "units", n, x.size() + 1), rows(fields, "numerators", q, n + 1),
            Read.list(fields, "denominator", n + 1, "unit and a bias"), bounds, Read.positive(fields, "m"), Read.positive(fields, "R"),
            Read.positive(fields, "L"), x);
    }

    private static List<List<Rational>> rows(Fields fields, String name, int rows, int columns) {
        var matrix = fields.matrix(name, rows, columns);
        return IntStream.range(0, rows).mapToObj(i -> IntStream.range(0, columns).mapToObj(j -> matrix.at(i, j)).toList()).toList();
    }

    @Override
    public ObjectNode write(SharedInstance model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("alpha", model.alpha().toString())
            .put("n", model.units().size()).put("q", model.quotients());
        write(json, "units", model.units());
        write(json, "numerators", model.numerators());
        Simple.put(json, "denominator", model.denominator());
        json.put("G1", model.bounds().numerators().toString()).put("m2", model.bounds().denominatorLeast().toString())
            .put("G2", model.bounds().denominatorMost().toString()).put("m", model.clip().toString()).put("R", model.radius().toString())
            .put("L", model.steepness().toString());
        Simple.put(json, "x", model.x());
        return json;
    }

    private static void write(ObjectNode json, String name, List<List<Rational>> rows) {
        var list = json.putArray(name);
        for (var row : rows) {
            var entries = list.addArray();
            row.forEach(value -> entries.add(value.toString()));
        }
    }

    @Override
    public List<Quantity<SharedInstance>> quantities(SharedInstance model) {
        return AssemblyClaims.printed(model);
    }
}
