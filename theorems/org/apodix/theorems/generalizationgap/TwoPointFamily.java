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

/** {@code two_point}: two densities that n samples hardly tell apart. */
final class TwoPointFamily implements Family<TwoPoint> {

    private static final int MOST_SAMPLES = 100_000_000;

    @Override
    public String name() {
        return "two_point";
    }

    @Override
    public Class<TwoPoint> type() {
        return TwoPoint.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("n", "eps"), Set.of("n"));
    }

    @Override
    public TwoPoint read(Fields fields) {
        int n = fields.integer("n", 1, MOST_SAMPLES);
        var eps = fields.has("eps") ? fields.between("eps", Rational.ZERO, Rational.ONE) : null;
        if (eps == null && n < 3) {
            throw new BadInput("\"n\" is " + n + " without \"eps\"; 3/(2 sqrt(n)) must lie below 1: take n of 3 or more, or give \"eps\"");
        }
        fields.requireNoOthers();
        return new TwoPoint(n, eps);
    }

    @Override
    public ObjectNode write(TwoPoint model) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name()).put("n", model.n());
        return model.eps() == null ? json : json.put("eps", model.eps().toString());
    }

    @Override
    public List<Quantity<TwoPoint>> quantities(TwoPoint model) {
        return List.of(DiscreteClaims.LOWER_BOUND);
    }

    /** n from 4 to 10^6, eps = 3/(2 sqrt(n)) half of the time. */
    static TwoPoint draw(Draw draw) {
        int n = draw.of(draw.integer(4, 40), draw.integer(41, 1000), draw.integer(1001, 1_000_000));
        return new TwoPoint(n, draw.yes() ? Rational.of(draw.integer(1, 49), 50) : null);
    }
}
