package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code gauss_flow}: Gaussian data and two times s, t of the Ornstein-Uhlenbeck flow, given by a = e^-s and q = e^-(t-s). */
final class GaussFlowFamily implements Family<GaussianFlow> {

    @Override
    public String name() {
        return "gauss_flow";
    }

    @Override
    public Class<GaussianFlow> type() {
        return GaussianFlow.class;
    }

    @Override
    public GaussianFlow read(Fields fields) {
        var data = GaussianData.read(fields);
        var a = fields.between("a", Rational.ZERO, Rational.TWO);
        if (a.compareTo(Rational.ONE) > 0) {
            throw new BadInput("\"a\" is " + a + "; a = e^-s must lie in (0, 1]");
        }
        var q = fields.between("q", Rational.ZERO, Rational.ONE);
        var lambda = fields.has("lambda") ? fields.rational("lambda") : Rational.ONE;
        var x = list(fields, "x", data.dimension());
        var direction = list(fields, "direction", data.dimension());
        fields.requireNoOthers();
        return new GaussianFlow(new GaussianFlow.Instance(data, a, q, lambda, x, direction));
    }

    private static List<Rational> list(Fields fields, String name, int size) {
        if (!fields.has(name)) {
            return java.util.Collections.nCopies(size, Rational.ONE);
        }
        var values = fields.rationals(name);
        if (values.size() != size) {
            throw new BadInput("\"" + name + "\" has " + values.size() + " entries but \"m\" has " + size
                + "; give one each per coordinate");
        }
        return values;
    }

    @Override
    public ObjectNode write(GaussianFlow flow) {
        var instance = flow.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        instance.data().write(json);
        json.put("a", instance.a().toString()).put("q", instance.q().toString()).put("lambda", instance.lambda().toString());
        var x = json.putArray("x");
        instance.x().forEach(value -> x.add(value.toString()));
        var direction = json.putArray("direction");
        instance.direction().forEach(value -> direction.add(value.toString()));
        return json;
    }

    @Override
    public List<Quantity<GaussianFlow>> quantities(GaussianFlow flow) {
        return List.of(
            Quantity.of("Hs", "H_s", "", f -> FlowClaims.HS.in(f)), Quantity.of("Ht", "H_t", "", f -> FlowClaims.HT.in(f)),
            Quantity.of("Is", "I_s", "", f -> FlowClaims.IS.in(f)), Quantity.of("It", "I_t", "", f -> FlowClaims.IT.in(f)));
    }

    static HasFlow draw(Draw draw) {
        var data = GaussianData.draw(draw);
        int n = draw.integer(1, 40);
        var a = Rational.of(n, draw.yes() ? 40 : n);
        var q = GaussOuFamily.drawStep(draw).pow(draw.integer(1, 20));
        var lambda = draw.rational(-3, 3, 4);
        int d = data.dimension();
        return new GaussianFlow(new GaussianFlow.Instance(data, a, q, lambda, draw.list(d, z -> z.rational(-4, 4, 3)),
            draw.list(d, z -> Rational.of(z.integer(1, 5)))));
    }
}
