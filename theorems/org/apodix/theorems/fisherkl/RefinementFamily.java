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

/** {@code gauss_refinement}: one-dimensional data N(m, v) on grids with q = 1 - 1/n and horizon n steps, for several n. */
final class RefinementFamily implements Family<Refinement> {

    private static final int MOST_STEPS = 10_000;

    @Override
    public String name() {
        return "gauss_refinement";
    }

    @Override
    public Class<Refinement> type() {
        return Refinement.class;
    }

    @Override
    public Refinement read(Fields fields) {
        var mean = fields.rational("m");
        var variance = fields.rational("v");
        if (variance.signum() <= 0 || variance.equals(Rational.ONE)) {
            throw new BadInput("\"v\" is " + variance + "; it must be positive and not 1, where the limit has another form");
        }
        int horizon = fields.integer("horizon", 1, 100);
        var grids = new ArrayList<Integer>();
        for (var n : fields.rationals("n")) {
            int previous = grids.isEmpty() ? 1 : grids.get(grids.size() - 1);
            if (!n.isInteger() || n.compareTo(Rational.of(previous)) <= 0 || n.compareTo(Rational.of(MOST_STEPS / horizon)) > 0) {
                throw new BadInput("\"n\" contains " + Fields.shorten(n.toString()) + "; it must be increasing integers from 2 to "
                    + MOST_STEPS / horizon);
            }
            grids.add(n.numerator().intValueExact());
        }
        if (grids.size() < 2 || grids.size() > 12) {
            throw new BadInput("\"n\" has " + grids.size() + " entries; a rate needs from 2 to 12 grids");
        }
        fields.requireNoOthers();
        return new Refinement(new Refinement.Instance(mean, variance, horizon, List.copyOf(grids)));
    }

    @Override
    public ObjectNode write(Refinement model) {
        var instance = model.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name()).put("m", instance.mean().toString()).put("v", instance.variance().toString())
            .put("horizon", instance.horizon());
        var n = json.putArray("n");
        instance.grids().forEach(n::add);
        return json;
    }

    @Override
    public List<Quantity<Refinement>> quantities(Refinement model) {
        return List.of(ClosedFormClaims.EXPONENT_EI, ClosedFormClaims.EXPONENT_TW, ClosedFormClaims.FINEST_EI, ClosedFormClaims.FINEST_TW,
            ClosedFormClaims.LIMIT_EI, ClosedFormClaims.LIMIT_TW);
    }

    /** v one of eight values from 1/5 to 3, m in [-3, 3], T about 6. */
    static Refinement draw(Draw draw) {
        var variance = draw.of(Rational.of(1, 2), Rational.of(1, 3), Rational.of(1, 4), Rational.of(1, 5), Rational.of(2), Rational.of(3),
            Rational.of(3, 2), Rational.of(2, 5));
        int n = draw.integer(20, 40);
        return new Refinement(new Refinement.Instance(draw.rational(-3, 3, 4), variance, 6, List.of(n, 2 * n, 4 * n)));
    }
}
