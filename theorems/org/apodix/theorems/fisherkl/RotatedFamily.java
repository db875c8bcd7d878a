package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code gauss_rotated}: independent coordinates (m, variances) and a rotation given as a product of reflections. */
final class RotatedFamily implements Family<RotatedRun> {

    private static final int MOST_DIMENSIONS = 8;
    private static final int MOST_STEPS = 200;
    private static final Rational MOST_ENTRY = Rational.of(1000);

    @Override
    public String name() {
        return "gauss_rotated";
    }

    @Override
    public Class<RotatedRun> type() {
        return RotatedRun.class;
    }

    @Override
    public RotatedRun read(Fields fields) {
        var q = fields.between("q", Rational.ZERO, Rational.ONE);
        int steps = fields.integer("N", 1, MOST_STEPS);
        if (fields.has("Sigma") || !fields.has("variances")) {
            throw new BadInput("a \"gauss_rotated\" instance gives \"variances\"; the rotation makes the covariance");
        }
        var data = GaussianData.read(fields);
        if (data.dimension() > MOST_DIMENSIONS) {
            throw new BadInput("\"m\" has " + data.dimension() + " entries; a \"gauss_rotated\" instance has at most " + MOST_DIMENSIONS);
        }
        int count = fields.integer("turns", 0, 8);
        var reflections = new ArrayList<List<Integer>>();
        if (count > 0) {
            var rows = fields.matrix("reflections", count, data.dimension());
            for (int i = 0; i < count; i++) {
                var u = new ArrayList<Integer>();
                for (int j = 0; j < data.dimension(); j++) {
                    var entry = rows.at(i, j);
                    if (!entry.isInteger() || entry.abs().compareTo(MOST_ENTRY) > 0) {
                        throw new BadInput("\"reflections[" + i + "]\" contains " + Fields.shorten(entry.toString())
                            + "; its entries are integers from -1000 to 1000");
                    }
                    u.add(entry.numerator().intValueExact());
                }
                reflections.add(List.copyOf(u));
            }
        }
        fields.requireNoOthers();
        return new RotatedRun(new RotatedRun.Instance(q, steps, data.mean(), data.variances(), List.copyOf(reflections)));
    }

    @Override
    public ObjectNode write(RotatedRun model) {
        var instance = model.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name()).put("q", instance.q().toString()).put("N", instance.steps());
        GaussianData.independent(instance.mean(), instance.variances()).write(json);
        json.put("turns", instance.reflections().size());
        if (!instance.reflections().isEmpty()) {
            var rows = json.putArray("reflections");
            for (var u : instance.reflections()) {
                var row = rows.addArray();
                u.forEach(row::add);
            }
        }
        return json;
    }

    @Override
    public List<Quantity<RotatedRun>> quantities(RotatedRun model) {
        return OuQuantities.printed(model.independent()).stream()
            .map(quantity -> quantity.of(RotatedRun::independent, "", "")).toList();
    }

    static RotatedRun draw(Draw draw) {
        int d = draw.integer(2, 4);
        return new RotatedRun(new RotatedRun.Instance(GaussOuFamily.drawStep(draw), draw.integer(1, 20),
            draw.list(d, m -> m.rational(-3, 3, 4)), draw.list(d, v -> v.positive(-4, 1)),
            draw.list(draw.integer(0, 2), u -> u.list(d, x -> x.integer(-2, 2)))));
    }
}
