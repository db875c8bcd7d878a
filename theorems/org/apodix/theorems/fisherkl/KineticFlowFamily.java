package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code gauss_kinetic_flow}: a Gaussian law of position and velocity and two times s, t of the kinetic flow. */
final class KineticFlowFamily implements Family<KineticFlow> {

    static final Rational MOST_TIME = Rational.of(200);

    @Override
    public String name() {
        return "gauss_kinetic_flow";
    }

    @Override
    public Class<KineticFlow> type() {
        return KineticFlow.class;
    }

    @Override
    public KineticFlow read(Fields fields) {
        var data = GaussianData.read(fields);
        if (data.dimension() != 2 || !data.isDense()) {
            throw new BadInput("a \"gauss_kinetic_flow\" instance has two entries of \"m\" (position, velocity) and a 2 x 2 \"Sigma\"");
        }
        var s = fields.rational("s", Rational.ZERO, MOST_TIME);
        var t = fields.rational("t", Rational.ZERO, MOST_TIME);
        if (s.compareTo(t) >= 0) {
            throw new BadInput("\"s\" is " + s + " and \"t\" is " + t + "; the times must satisfy s < t");
        }
        var z = pair(fields, "z");
        var direction = pair(fields, "direction");
        fields.requireNoOthers();
        return new KineticFlow(new KineticFlow.Instance(data.mean(), data.covariance(), s, t, z, direction));
    }

    private static List<Rational> pair(Fields fields, String name) {
        if (!fields.has(name)) {
            return List.of(Rational.ONE, Rational.ONE);
        }
        var values = fields.rationals(name);
        if (values.size() != 2) {
            throw new BadInput("\"" + name + "\" has " + values.size() + " entries; give two, position and velocity");
        }
        return values;
    }

    @Override
    public ObjectNode write(KineticFlow flow) {
        var instance = flow.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        GaussianData.dense(instance.mean(), instance.covariance()).write(json);
        json.put("s", instance.s().toString()).put("t", instance.t().toString());
        var z = json.putArray("z");
        instance.z().forEach(x -> z.add(x.toString()));
        var direction = json.putArray("direction");
        instance.direction().forEach(x -> direction.add(x.toString()));
        return json;
    }

    @Override
    public List<Quantity<KineticFlow>> quantities(KineticFlow flow) {
        return KineticFlowClaims.printed().stream().map(q -> q.of((KineticFlow f) -> f, "", "")).toList();
    }

    /** Half of the time a product with a standard velocity, else a correlated law; times from 0 to 6. */
    static HasKineticFlow draw(Draw draw) {
        var s = Rational.of(draw.integer(0, 12), 4);
        var t = s.plus(Rational.of(draw.integer(1, 24), draw.of(4, 10)));
        var z = draw.list(2, x -> x.rational(-4, 4, 3));
        var direction = draw.list(2, x -> Rational.of(x.integer(-3, 3)));
        if (direction.stream().allMatch(Rational::isZero)) {
            direction = List.of(Rational.ONE, Rational.ZERO);
        }
        if (!draw.yes()) {
            var product = KineticFlow.Instance.product(draw.rational(-3, 3, 4), draw.positive(-2, 0), s, t);
            return new KineticFlow(new KineticFlow.Instance(product.mean(), product.covariance(), s, t, z, direction));
        }
        var mean = draw.list(2, x -> x.rational(-3, 3, 4));
        var variances = draw.list(2, x -> x.positive(-2, 0));
        Matrix<Rational> covariance = GaussianData.rotated(variances, GaussianData.reflect(draw.list(2, x -> x.integer(-2, 2))));
        return new KineticFlow(new KineticFlow.Instance(mean, covariance, s, t, z, direction));
    }
}
