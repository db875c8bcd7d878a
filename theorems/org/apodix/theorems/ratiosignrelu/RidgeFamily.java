package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code ridge}: a polynomial of even degree on [-1, 1] and its approximation by reciprocals. alpha is 1 where it is not given. */
final class RidgeFamily implements Family<RidgeInstance> {

    private static final int MOST_COEFFICIENTS = 61;

    @Override
    public String name() {
        return "ridge";
    }

    @Override
    public Class<RidgeInstance> type() {
        return RidgeInstance.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("coeffs", "H", "x"), Set.of("coeffs", "H", "x", "alpha"));
    }

    @Override
    public RidgeInstance read(Fields fields) {
        var alpha = fields.has("alpha") ? Read.positive(fields, "alpha") : Rational.ONE;
        var model = new RidgeInstance(alpha, Read.list(fields, "coeffs", MOST_COEFFICIENTS), fields.rational("H"),
            fields.rational("x", Rational.of(-1), Rational.ONE));
        Read.checked(model::ridge);
        return model;
    }

    @Override
    public ObjectNode write(RidgeInstance model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("alpha", model.alpha().toString());
        Simple.put(json, "coeffs", model.coefficients());
        return json.put("H", model.radius().toString()).put("x", model.u().toString());
    }

    @Override
    public List<Quantity<RidgeInstance>> quantities(RidgeInstance model) {
        return RidgeClaims.printed(model);
    }
}
