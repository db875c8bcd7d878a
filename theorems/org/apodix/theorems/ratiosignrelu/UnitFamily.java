package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.expression.Quantity;

/** {@code units}: gates of one unit per layer, with the points t and f. */
final class UnitFamily implements Family<UnitInstance> {

    @Override
    public String name() {
        return "units";
    }

    @Override
    public Class<UnitInstance> type() {
        return UnitInstance.class;
    }

    @Override
    public UnitInstance read(Fields fields) {
        var threshold = Read.positive(fields, "tau");
        var f = fields.rational("f");
        if (f.compareTo(threshold) < 0) {
            throw new BadInput("\"f\" is " + Fields.shorten(f.toString()) + "; it must be at least \"tau\", " + threshold);
        }
        return new UnitInstance(Read.positive(fields, "alpha"), threshold, Read.positive(fields, "L"), Read.positive(fields, "B"),
            fields.rational("t"), f);
    }

    @Override
    public ObjectNode write(UnitInstance model) {
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("alpha", model.alpha().toString())
            .put("tau", model.threshold().toString()).put("L", model.steepness().toString()).put("B", model.bound().toString())
            .put("t", model.t().toString()).put("f", model.f().toString());
    }

    @Override
    public List<Quantity<UnitInstance>> quantities(UnitInstance model) {
        return UnitClaims.printed(model);
    }
}
