package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code law_sample}: one feature, samples of a mixture of Gaussians on the line. */
final class LawSampleFamily implements Family<LawSample> {

    private static final int MOST_MODES = 8;
    private static final int MOST_SAMPLES = 1_000_000;

    @Override
    public String name() {
        return "law_sample";
    }

    @Override
    public Class<LawSample> type() {
        return LawSample.class;
    }

    @Override
    public LawSample read(Fields fields) {
        var weighted = fields.weighted("centers");
        weighted.forEach(row -> Simple.requireLength(row.subList(1, row.size()), "centers", 1));
        var weights = weighted.stream().map(row -> row.get(0)).toList();
        if (weights.size() > MOST_MODES || !Simple.isDistribution(weights)) {
            throw new BadInput("\"centers\" has the weights " + Fields.shorten(weights.toString()) + "; at most " + MOST_MODES
                + " positive numbers of sum 1 are supported");
        }
        var w = fields.rational("w");
        if (w.isZero()) {
            throw new BadInput("\"w\" is 0; then B(x) is 0 for every x: give another w");
        }
        var instance = new LawSample.Instance(weights, weighted.stream().map(row -> row.get(1)).toList(), Simple.positive(fields, "v"), w,
            fields.rational("u"), fields.rational("b"), Simple.positive(fields, "T"), fields.integer("n", 1, MOST_SAMPLES),
            fields.between("delta", Rational.ZERO, Rational.ONE));
        fields.requireNoOthers();
        return new LawSample(instance);
    }

    @Override
    public ObjectNode write(LawSample model) {
        var m = model.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        Simple.putWeighted(json, "centers", m.weights(), m.centers().stream().map(List::of).toList());
        return json.put("v", m.variance().toString()).put("w", m.w().toString()).put("u", m.u().toString()).put("b", m.b().toString())
            .put("T", m.horizon().toString()).put("n", m.n()).put("delta", m.delta().toString());
    }

    @Override
    public List<Quantity<LawSample>> quantities(LawSample model) {
        return LawSampleClaims.PRINTED;
    }

    /** One or two modes, n up to 1000, delta from 1/2 to 1/1000. */
    static LawSample draw(Draw draw) {
        var parts = draw.list(draw.integer(1, 2), z -> Rational.of(z.integer(1, 4)));
        var total = parts.stream().reduce(Rational.ZERO, Rational::plus);
        return new LawSample(new LawSample.Instance(parts.stream().map(x -> x.over(total)).toList(), draw.list(parts.size(), z -> z.rational(-2, 2, 4)),
            Rational.of(draw.integer(1, 20), 10), Rational.of(draw.integer(1, 24), 8), Rational.of(draw.integer(-8, 8), 8),
            Rational.of(draw.integer(-24, 24), 8), Rational.of(draw.integer(2, 32), 8), draw.of(1, draw.integer(2, 20), draw.integer(21, 1000)),
            draw.of(Rational.of(1, 2), Rational.of(1, 5), Rational.of(1, 20), Rational.of(1, 100), Rational.of(1, 1000))));
    }
}
