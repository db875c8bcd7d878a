package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code modes}: two modes on the line that move apart, without a sample. */
final class ModesFamily implements Family<ModesRun> {

    private static final String QUARTER_TURN = "-pi/2";
    private static final int MOST_FEATURES = 24;

    @Override
    public String name() {
        return "modes";
    }

    @Override
    public Class<ModesRun> type() {
        return ModesRun.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("w", "u", "b", "T", "v", "mu", "tau"));
    }

    @Override
    public ModesRun read(Fields fields) {
        var w = fields.rationals("w");
        if (w.size() > MOST_FEATURES) {
            throw new BadInput("\"w\" has " + w.size() + " features; at most " + MOST_FEATURES + " are supported");
        }
        var phase = fields.says("b", QUARTER_TURN) ? null : fields.rational("b");
        var run = new ModesRun.Instance(w, fields.rational("u"), phase, Simple.positive(fields, "T"), Simple.positive(fields, "v"), fields.rational("mu"),
            Simple.positive(fields, "tau"));
        fields.requireNoOthers();
        return new ModesRun(run);
    }

    @Override
    public ObjectNode write(ModesRun model) {
        var run = model.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        Simple.put(json, "w", run.w());
        return json.put("u", run.u().toString()).put("b", run.phase() == null ? QUARTER_TURN : run.phase().toString())
            .put("T", run.horizon().toString()).put("v", run.variance().toString()).put("mu", run.mu().toString()).put("tau", run.tau().toString());
    }

    @Override
    public List<Quantity<ModesRun>> quantities(ModesRun run) {
        return ModesClaims.RUN;
    }

    /** Up to 4 sine features, mu in [0, 4]. */
    static ModesRun draw(Draw draw) {
        int m = draw.integer(1, 4);
        int denominator = draw.integer(1, 4);
        var w = java.util.stream.IntStream.rangeClosed(1, m).mapToObj(j -> Rational.of(j, denominator)).toList();
        return new ModesRun(new ModesRun.Instance(w, Rational.of(draw.integer(0, 4), 4), draw.yes() ? Rational.of(draw.integer(-8, 8), 4) : null,
            Rational.of(draw.integer(1, 16), 4), Rational.of(draw.integer(1, 20), 10), draw.rational(0, 4, 4), draw.positive(-1, 2)));
    }
}
