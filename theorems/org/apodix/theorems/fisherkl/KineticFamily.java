package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code gauss_kinetic}: data N(m, v) on the line with a standard Gaussian velocity, the kinetic sampler on a uniform grid. */
final class KineticFamily implements Family<KineticRun> {

    private static final int MOST_STEPS = 2000;
    private static final Rational MOST_STEP = Rational.of(10);

    @Override
    public String name() {
        return "gauss_kinetic";
    }

    @Override
    public Class<KineticRun> type() {
        return KineticRun.class;
    }

    @Override
    public KineticRun read(Fields fields) {
        var mean = fields.rational("m");
        var variance = fields.rational("v");
        if (variance.signum() <= 0) {
            throw new BadInput("\"v\" is " + Fields.shorten(variance.toString()) + "; a variance must be positive");
        }
        var h = step(fields);
        int steps = fields.integer("N", 1, MOST_STEPS);
        var lambda = fields.has("lambda") ? fields.rational("lambda", Rational.of(-1), Rational.ONE) : null;
        var offset = fields.has("b") ? fields.rational("b") : null;
        var eta = fields.has("eta") ? fields.rational("eta") : null;
        if (eta != null && eta.signum() <= 0) {
            throw new BadInput("\"eta\" is " + Fields.shorten(eta.toString()) + "; it must be positive");
        }
        fields.requireNoOthers();
        return new KineticRun(new KineticRun.Instance(mean, variance, h, steps, lambda, offset, eta));
    }

    /** The step h of a kinetic instance. */
    static Rational step(Fields fields) {
        var h = fields.rational("h", Rational.ZERO, MOST_STEP);
        if (h.isZero()) {
            throw new BadInput("\"h\" is 0; a step must be positive");
        }
        return h;
    }

    @Override
    public ObjectNode write(KineticRun run) {
        var instance = run.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name()).put("m", instance.mean().toString()).put("v", instance.variance().toString())
            .put("h", instance.h().toString()).put("N", instance.steps());
        put(json, "lambda", instance.lambda());
        put(json, "b", instance.offset());
        put(json, "eta", instance.eta());
        return json;
    }

    private static void put(ObjectNode json, String name, Rational value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    @Override
    public List<Quantity<KineticRun>> quantities(KineticRun run) {
        return KineticQuantities.printed(run);
    }

    /** m in [-3, 3], v in [1/100, 10), h in [1/50, 1], at most 12 steps; exact scores. */
    static KineticRun drawExact(Draw draw) {
        return new KineticRun(KineticRun.Instance.exact(draw.rational(-3, 3, 4), draw.positive(-2, 0), Rational.of(1, draw.integer(1, 50)),
            draw.integer(1, 12)));
    }

    /** Half of the time with a score error. */
    static KineticRun draw(Draw draw) {
        var exact = drawExact(draw);
        if (!draw.yes()) {
            return exact;
        }
        var i = exact.instance();
        return new KineticRun(new KineticRun.Instance(i.mean(), i.variance(), i.h(), i.steps(), Rational.of(draw.integer(-20, 20), 20),
            Rational.of(draw.integer(-4, 4), 20), draw.of(Rational.ONE, Rational.of(1, 2), Rational.TWO, Rational.of(1, 10))));
    }

    /** Data, step and horizon at which the first order is visible: h = 1/n, n from 30 to 60, T = 6. */
    static KineticRun drawFine(Draw draw) {
        int n = draw.integer(30, 60);
        return new KineticRun(KineticRun.Instance.exact(Rational.of(draw.integer(-1, 1), 2),
            draw.of(Rational.of(1, 2), Rational.of(1, 5), Rational.of(2, 5), Rational.of(3), Rational.of(5)), Rational.of(1, n), 6 * n));
    }
}
