package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.BadInput;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code spike}: the denominator that is close to 1 in every L^p and whose quotient is not integrable. */
final class SpikeFamily implements Family<SpikeInstance> {

    private static final int MOST_EXPONENT = 100;

    @Override
    public String name() {
        return "spike";
    }

    @Override
    public Class<SpikeInstance> type() {
        return SpikeInstance.class;
    }

    @Override
    public SpikeInstance read(Fields fields) {
        var width = Read.positive(fields, "eps");
        if (width.compareTo(Rational.of(1, 2)) > 0) {
            throw new BadInput("\"eps\" is " + Fields.shorten(width.toString()) + "; it must be at most 1/2");
        }
        return new SpikeInstance(width, fields.integer("k", 1, MOST_EXPONENT), fields.integer("p", 1, 100));
    }

    @Override
    public ObjectNode write(SpikeInstance model) {
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("eps", model.width().toString())
            .put("k", model.exponent()).put("p", model.p());
    }

    @Override
    public List<Quantity<SpikeInstance>> quantities(SpikeInstance model) {
        return RatioClaims.printed(model);
    }
}
