package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.diffusion.UniformLaw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** {@code uniform_kinetic}: data uniform on [-L, L] with a standard Gaussian velocity, the kinetic sampler with exact scores. */
final class UniformKineticFamily implements Family<UniformKineticRun> {

    private static final int MOST_STEPS = 200;
    private static final List<Quantity<UniformKineticRun>> QUANTITIES = List.of(
        of("tau1", "\\tau(h)", UniformKineticRun::firstClock), of("J1", "\\mathcal J(h)", r -> r.informationAt(1)),
        of("H0", "H_0", UniformKineticRun::entropy), of("path", "\\mathrm{path}^k", UniformKineticRun::kineticPath),
        of("HT", "H^k_T", UniformKineticRun::kineticEnd),
        of("D_over_h", "D^k/h", r -> r.kineticPath().minus(r.kineticEnd()).over(Expr.of(r.step()))));

    private static Quantity<UniformKineticRun> of(String name, String tex, Function<UniformKineticRun, Expr> definition) {
        return Quantity.of(name, tex, "", definition);
    }

    @Override
    public String name() {
        return "uniform_kinetic";
    }

    @Override
    public Class<UniformKineticRun> type() {
        return UniformKineticRun.class;
    }

    @Override
    public UniformKineticRun read(Fields fields) {
        var radius = LineData.uniform(fields).radius();
        var h = KineticFamily.step(fields);
        int steps = fields.integer("N", 1, MOST_STEPS);
        fields.requireNoOthers();
        return new UniformKineticRun(new UniformKineticRun.Instance(radius, h, steps));
    }

    @Override
    public ObjectNode write(UniformKineticRun run) {
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("L", run.instance().radius().toString())
            .put("h", run.instance().h().toString()).put("N", run.instance().steps());
    }

    @Override
    public String refusal(UniformKineticRun run) {
        return LineFamily.refusal(new UniformLaw(run.instance().radius()), run.instance().steps(), run::level);
    }

    @Override
    public List<Quantity<UniformKineticRun>> quantities(UniformKineticRun run) {
        return QUANTITIES;
    }

    static UniformKineticRun run(String radius, String h, int steps) {
        return new UniformKineticRun(new UniformKineticRun.Instance(Rational.parse(radius), Rational.parse(h), steps));
    }
}
