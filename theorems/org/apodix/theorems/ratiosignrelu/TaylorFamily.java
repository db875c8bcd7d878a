package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code mixture_taylor}: Taylor polynomials of the marginals; on the line with the network, points x = R t; in the plane or space one point x. */
final class TaylorFamily implements Family<TaylorInstance> {

    static final int MOST_DEGREE = 60;

    @Override
    public String name() {
        return "mixture_taylor";
    }

    @Override
    public Class<TaylorInstance> type() {
        return TaylorInstance.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("weights", "atoms", "sqrt_abar", "R", "K", "alpha", "t"), Set.of("weights", "atoms", "sqrt_abar", "R", "K", "x"));
    }

    @Override
    public TaylorInstance read(Fields fields) {
        var radius = Read.positive(fields, "R");
        int degree = fields.integer("K", 2, MOST_DEGREE);
        if (!fields.has("x")) {
            var points = Read.list(fields, "t", InterpolationFamily.MOST_POINTS);
            requireWithin("t", points, Rational.ONE);
            return new TaylorInstance(MixtureFields.readLine(fields), radius, degree, Read.positive(fields, "alpha"),
                points.stream().map(List::of).toList());
        }
        var x = fields.rationals("x");
        if (x.size() < 2 || x.size() > 3) {
            throw new BadInput("\"x\" has " + x.size() + " entries; it must have 2 or 3, on the line give \"t\" and \"alpha\"");
        }
        requireWithin("x", x, radius);
        return new TaylorInstance(MixtureFields.read(fields, x.size()), radius, degree, null,
            List.of(x.stream().map(value -> value.over(radius)).toList()));
    }

    private static void requireWithin(String name, List<Rational> values, Rational most) {
        for (var value : values) {
            if (value.abs().compareTo(most) > 0) {
                throw new BadInput("\"" + name + "\" contains " + Fields.shorten(value.toString()) + "; its size may be at most " + most);
            }
        }
    }

    @Override
    public ObjectNode write(TaylorInstance model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name());
        MixtureFields.write(json, model.mixture(), model.isOnLine());
        json.put("R", model.radius().toString()).put("K", model.degree());
        if (model.isOnLine()) {
            json.put("alpha", model.alpha().toString());
            Simple.put(json, "t", model.points().stream().map(t -> t.get(0)).toList());
        } else {
            Simple.put(json, "x", model.points().get(0).stream().map(x -> x.times(model.radius())).toList());
        }
        return json;
    }

    @Override
    public List<Quantity<TaylorInstance>> quantities(TaylorInstance model) {
        return TaylorClaims.printed(model);
    }
}
