package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.expression.Quantity;
import org.apodix.network.DivisionGate;

/** {@code gate}: the division gate on the box x0 <= x <= X, |y| <= Y, |z| <= Z, and a point. */
final class GateFamily implements Family<GateInstance> {

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public Class<GateInstance> type() {
        return GateInstance.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("alpha", "Y", "Z", "x0", "X", "x", "y", "z"));
    }

    @Override
    public GateInstance read(Fields fields) {
        var alpha = Read.positive(fields, "alpha");
        var gate = Read.checked(() -> new DivisionGate(fields.rational("x0"), fields.rational("X"), Read.positive(fields, "Y"),
            Read.positive(fields, "Z")));
        var x = fields.rational("x");
        if (x.isZero()) {
            throw new BadInput("\"x\" is 0; the quotient y z / x needs another x");
        }
        return new GateInstance(alpha, gate, x, fields.rational("y"), fields.rational("z"));
    }

    @Override
    public ObjectNode write(GateInstance model) {
        var gate = model.gate();
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("alpha", model.alpha().toString())
            .put("Y", gate.yBound().toString()).put("Z", gate.zBound().toString()).put("x0", gate.xLeast().toString())
            .put("X", gate.xMost().toString()).put("x", model.x().toString()).put("y", model.y().toString()).put("z", model.z().toString());
    }

    @Override
    public List<Quantity<GateInstance>> quantities(GateInstance model) {
        return GateClaims.printed();
    }
}
