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

/** {@code exponents}: powers of a training time, a sample size and a width. */
final class ExponentsFamily implements Family<Exponents> {

    private static final int MOST_TERMS = 100;

    @Override
    public String name() {
        return "exponents";
    }

    @Override
    public Class<Exponents> type() {
        return Exponents.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("terms", "gamma", "biasExponent"));
    }

    @Override
    public Exponents read(Fields fields) {
        var terms = Simple.rows(fields, "terms", 3);
        if (terms.size() > MOST_TERMS) {
            throw new BadInput("\"terms\" has " + terms.size() + " entries; at most " + MOST_TERMS + " are supported");
        }
        for (var term : terms) {
            if (term.get(0).signum() < 0) {
                throw new BadInput("\"terms\" contains " + Fields.shorten(term.toString()) + "; the power of tau must not be negative, or no time is best");
            }
        }
        var gamma = fields.rational("gamma");
        var bias = Simple.positive(fields, "biasExponent");
        fields.requireNoOthers();
        return new Exponents(terms, gamma, bias);
    }

    @Override
    public ObjectNode write(Exponents model) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        Simple.putRows(json, "terms", model.terms());
        return json.put("gamma", model.gamma().toString()).put("biasExponent", model.biasExponent().toString());
    }

    @Override
    public List<Quantity<Exponents>> quantities(Exponents model) {
        return List.of(DiscreteClaims.TAU_EXPONENT, DiscreteClaims.RATE_EXPONENT);
    }

    /** The terms of the paper half of the time; gamma in [0, 10]. */
    static Exponents draw(Draw draw) {
        var gamma = draw.rational(0, 10, 4);
        if (draw.yes()) {
            return new Exponents(Exponents.paperTerms(), gamma, Rational.ONE);
        }
        if (draw.of(false, false, false, true)) {
            return new Exponents(List.of(List.of(draw.rational(0, 5, 3), Rational.ONE, Rational.ZERO)), gamma, Rational.ONE);
        }
        var terms = draw.list(draw.integer(1, 4), z -> List.of(z.rational(0, 5, 3), z.rational(0, 3, 3), z.rational(0, 3, 3)));
        return new Exponents(terms, gamma, Rational.of(draw.integer(1, 6), 2));
    }
}
