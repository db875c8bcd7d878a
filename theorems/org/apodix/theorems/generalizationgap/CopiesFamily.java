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

/** {@code copies}: m copies of one feature under a clock. */
final class CopiesFamily implements Family<CopiesRun> {

    private static final Rational MOST_COPIES = Rational.of(10).pow(15);

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public Class<CopiesRun> type() {
        return CopiesRun.class;
    }

    @Override
    public CopiesRun read(Fields fields) {
        var w = fields.rational("w");
        var sample = fields.rationals("xs");
        var m = fields.rational("m", Rational.ONE, MOST_COPIES);
        if (!m.isInteger()) {
            throw new BadInput("\"m\" is " + Fields.shorten(m.toString()) + "; it must be an integer, the number of copies");
        }
        var run = new CopiesRun(w, fields.rational("u"), fields.rational("b"), Simple.positive(fields, "T"), fields.rational("mean"),
            Simple.positive(fields, "v"), sample, m, Simple.positive(fields, "c"), Simple.positive(fields, "tau"));
        fields.requireNoOthers();
        return run;
    }

    @Override
    public ObjectNode write(CopiesRun run) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("w", run.w().toString()).put("u", run.u().toString())
            .put("b", run.b().toString()).put("T", run.horizon().toString()).put("mean", run.mean().toString()).put("v", run.variance().toString());
        Simple.put(json, "xs", run.sample());
        return json.put("m", run.width().toString()).put("c", run.clock().toString()).put("tau", run.tau().toString());
    }

    @Override
    public List<Quantity<CopiesRun>> quantities(CopiesRun run) {
        return ClockClaims.PRINTED;
    }

    /** c one of 1 and m. */
    static CopiesRun draw(Draw draw) {
        int m = draw.of(draw.integer(1, 4), draw.integer(1, 1000));
        return new CopiesRun(Rational.of(draw.integer(1, 24), 8), Rational.of(draw.integer(-8, 8), 8), Rational.of(draw.integer(-24, 24), 8),
            Rational.of(draw.integer(2, 32), 8), draw.rational(-1, 1, 4), Rational.of(draw.integer(1, 20), 10),
            draw.list(draw.integer(1, 4), z -> z.rational(-2, 2, 4)), Rational.of(m), draw.yes() ? Rational.of(m) : Rational.ONE, draw.positive(-1, 2));
    }
}
