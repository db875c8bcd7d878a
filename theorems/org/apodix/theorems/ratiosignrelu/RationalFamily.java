package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code rational}: a rational function of one variable on [-1, 1], and a point. */
final class RationalFamily implements Family<RationalInstance> {

    /** The largest K; the numbers of the partial fractions grow like K^2. */
    private static final int MOST_PAIRS = 40;

    @Override
    public String name() {
        return "rational";
    }

    @Override
    public Class<RationalInstance> type() {
        return RationalInstance.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("alpha", "Q", "R", "K", "t"));
    }

    @Override
    public RationalInstance read(Fields fields) {
        var model = new RationalInstance(Read.positive(fields, "alpha"), Read.list(fields, "Q", 2 * MOST_PAIRS),
            Read.list(fields, "R", 2 * MOST_PAIRS), fields.integer("K", 1, MOST_PAIRS), fields.rational("t", Rational.of(-1), Rational.ONE));
        Read.checked(model::function);
        return model;
    }

    @Override
    public ObjectNode write(RationalInstance model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("alpha", model.alpha().toString());
        Simple.put(json, "Q", model.numerator());
        Simple.put(json, "R", model.denominator());
        return json.put("K", model.pairs()).put("t", model.t().toString());
    }

    @Override
    public List<Quantity<RationalInstance>> quantities(RationalInstance model) {
        return RationalClaims.printed();
    }
}
