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

/** {@code gauss_shrinking}: centred one-dimensional data of variances 10^-k, for several k, on one grid. */
final class ShrinkingFamily implements Family<Shrinking> {

    private static final int MOST_STEPS = 1000;
    private static final int MOST_EXPONENT = 1000;

    @Override
    public String name() {
        return "gauss_shrinking";
    }

    @Override
    public Class<Shrinking> type() {
        return Shrinking.class;
    }

    @Override
    public Shrinking read(Fields fields) {
        var q = fields.between("q", Rational.ZERO, Rational.ONE);
        int steps = fields.integer("N", 1, MOST_STEPS);
        var exponents = new ArrayList<Integer>();
        for (var k : fields.rationals("exponents")) {
            int previous = exponents.isEmpty() ? 0 : exponents.get(exponents.size() - 1);
            if (!k.isInteger() || k.compareTo(Rational.of(previous)) <= 0 || k.compareTo(Rational.of(MOST_EXPONENT)) > 0) {
                throw new BadInput("\"exponents\" contains " + Fields.shorten(k.toString()) + "; it must be increasing integers from 1 to "
                    + MOST_EXPONENT);
            }
            exponents.add(k.numerator().intValueExact());
        }
        if (exponents.size() < 2 || exponents.size() > 12) {
            throw new BadInput("\"exponents\" has " + exponents.size() + " entries; a slope needs from 2 to 12 variances");
        }
        fields.requireNoOthers();
        return new Shrinking(new Shrinking.Instance(q, steps, List.copyOf(exponents)));
    }

    @Override
    public ObjectNode write(Shrinking model) {
        var instance = model.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name()).put("q", instance.q().toString()).put("N", instance.steps());
        var exponents = json.putArray("exponents");
        instance.exponents().forEach(exponents::add);
        return json;
    }

    @Override
    public List<Quantity<Shrinking>> quantities(Shrinking model) {
        return List.of(SharpnessClaims.SLOPE_EI, SharpnessClaims.SLOPE_TW, SharpnessClaims.SLOPE_R6, SharpnessClaims.LAST_TRUTH,
            SharpnessClaims.LAST_R6);
    }

    static Shrinking draw(Draw draw) {
        int first = draw.integer(6, 12);
        return new Shrinking(new Shrinking.Instance(GaussOuFamily.drawStep(draw), draw.integer(1, 40),
            List.of(first, 2 * first, 4 * first, 8 * first)));
    }
}
