package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code mixture_exact_truth_ou}: few steps on a mixture on the line with exact scores, whose output law is bracketed. */
final class ExactTruthFamily implements Family<ExactTruthRun> {

    private static final int MOST_STEPS = 4;
    private static final long MOST_WORK = 3_000_000;
    private static final List<Quantity<ExactTruthRun>> QUANTITIES = List.of(
        Quantity.of("truth_EI", "\\mathrm{truth}_{EI}", "a set that contains it", r -> r.fineTruth(Scheme.EXPONENTIAL_INTEGRATOR)),
        Quantity.of("truth_TW", "\\mathrm{truth}_{TW}", "a set that contains it", r -> r.fineTruth(Scheme.TWEEDIE)));

    @Override
    public String name() {
        return "mixture_exact_truth_ou";
    }

    @Override
    public Class<ExactTruthRun> type() {
        return ExactTruthRun.class;
    }

    @Override
    public ExactTruthRun read(Fields fields) {
        var q = fields.between("q", Rational.ZERO, Rational.ONE);
        int steps = fields.integer("N", 1, MOST_STEPS);
        var law = LineData.mixture(fields, false);
        fields.requireNoOthers();
        return new ExactTruthRun(law, q, steps);
    }

    @Override
    public ObjectNode write(ExactTruthRun model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("q", model.run().q().toString()).put("N", model.run().steps());
        LineData.write(json, model.law());
        return json;
    }

    @Override
    public String refusal(ExactTruthRun model) {
        return ExactTruth.work(model.law(), model.run().q(), model.run().steps()) <= MOST_WORK ? ""
            : "the output law would take a grid of more than " + MOST_WORK + " operations: take centers nearer to each other, a larger \"v\", a smaller \"q\" or"
                + " a smaller \"N\"";
    }

    @Override
    public List<Quantity<ExactTruthRun>> quantities(ExactTruthRun model) {
        return QUANTITIES;
    }

    /** One or two steps on a mixture of two Gaussians; both in one place now and then. */
    static ExactTruthRun draw(Draw draw) {
        var first = draw.of(Rational.ZERO, Rational.ONE, Rational.of(-1), Rational.of(3, 2));
        var second = draw.of(Rational.ZERO, Rational.ONE, Rational.of(-1));
        var weight = Rational.of(draw.integer(1, 3), 4);
        var law = new Mixture(List.of(first, second), List.of(weight, Rational.ONE.minus(weight)), draw.of(Rational.ONE, Rational.of(1, 2), Rational.TWO));
        return new ExactTruthRun(law, draw.of(Rational.of(1, 2), Rational.of(2, 3), Rational.of(4, 5)), draw.integer(1, 2));
    }

    static ExactTruthRun of(List<Rational> centers, List<Rational> weights, String variance, String q, int steps) {
        return new ExactTruthRun(new Mixture(centers, weights, Rational.parse(variance)), Rational.parse(q), steps);
    }

    /** Table M: centers -2 and 2, equal weights, v = 1, q = 4/5, N = 2. */
    static ExactTruthRun tableM() {
        return of(List.of(Rational.of(-2), Rational.TWO), List.of(Rational.of(1, 2), Rational.of(1, 2)), "1", "4/5", 2);
    }
}
