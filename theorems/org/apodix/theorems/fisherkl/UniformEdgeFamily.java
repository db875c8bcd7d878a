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

/** {@code uniform_edge}: data uniform on [-L, L], a fine grid over a time in which the edges do not meet. */
final class UniformEdgeFamily implements Family<UniformEdge> {

    private static final int MOST_STEPS = 2000;

    @Override
    public String name() {
        return "uniform_edge";
    }

    @Override
    public Class<UniformEdge> type() {
        return UniformEdge.class;
    }

    @Override
    public UniformEdge read(Fields fields) {
        var q = fields.between("q", Rational.ZERO, Rational.ONE);
        int steps = fields.integer("N", 1, MOST_STEPS);
        var instance = new UniformEdge.Instance(LineData.uniform(fields).radius(), q, steps);
        if (!instance.isShort()) {
            throw new BadInput("\"N\" is " + steps + "; after that many steps the edges of the density have met (e^-T L < 4 sqrt(1 - e^-2T)):"
                + " take fewer steps or a \"q\" nearer to 1");
        }
        fields.requireNoOthers();
        return new UniformEdge(instance);
    }

    @Override
    public ObjectNode write(UniformEdge model) {
        var instance = model.instance();
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("L", instance.radius().toString())
            .put("q", instance.q().toString()).put("N", instance.steps());
    }

    @Override
    public List<Quantity<UniformEdge>> quantities(UniformEdge model) {
        return List.of(Quantity.of("D", "D", "", UniformEdge::excess), Quantity.of("D_over_sqrth", "D/\\sqrt h", "", UniformEdge::excessOverRoot),
            Quantity.of("limit", "-\\zeta(\\tfrac12)\\,C_\\Phi/(L\\sqrt2)", "", UniformEdge::limit));
    }

    /** T about L^2/40, so that L e^-T/sqrt(1 - e^-2T) is about 4.4. */
    static UniformEdge instance(Rational radius, int steps) {
        var h = radius.pow(2).over(Rational.of(40L * steps));
        return new UniformEdge(new UniformEdge.Instance(radius, Rational.ONE.minus(h), steps));
    }

    static UniformEdge draw(Draw draw) {
        return instance(draw.of(Rational.ONE, Rational.of(1, 2), Rational.of(3, 4)), draw.integer(400, 500));
    }
}
