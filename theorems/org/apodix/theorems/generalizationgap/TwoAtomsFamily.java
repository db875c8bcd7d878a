package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code two_atoms}: one feature, data at two points. */
final class TwoAtomsFamily implements Family<TwoAtoms> {

    private static final int MOST_SAMPLES = 200;

    @Override
    public String name() {
        return "two_atoms";
    }

    @Override
    public Class<TwoAtoms> type() {
        return TwoAtoms.class;
    }

    @Override
    public TwoAtoms read(Fields fields) {
        var model = new TwoAtoms(fields.between("q", Rational.ZERO, Rational.ONE), fields.integer("n", 1, MOST_SAMPLES),
            fields.between("delta", Rational.ZERO, Rational.ONE), fields.rational("x1"), fields.rational("x2"), fields.rational("w"),
            fields.rational("u"), fields.rational("b"), Simple.positive(fields, "T"));
        if (model.w().isZero()) {
            throw new BadInput("\"w\" is 0; then B(x) is 0 for every x: give another w");
        }
        fields.requireNoOthers();
        return model;
    }

    @Override
    public ObjectNode write(TwoAtoms m) {
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("q", m.q().toString()).put("n", m.n())
            .put("delta", m.delta().toString()).put("x1", m.x1().toString()).put("x2", m.x2().toString()).put("w", m.w().toString())
            .put("u", m.u().toString()).put("b", m.b().toString()).put("T", m.horizon().toString());
    }

    @Override
    public List<Quantity<TwoAtoms>> quantities(TwoAtoms model) {
        return ConcentrationClaims.PRINTED;
    }

    /** q one of 1/2, 1/4, 1/3, n up to 60, delta from 1/2 to 1/1000. */
    static TwoAtoms draw(Draw draw) {
        var q = draw.of(Rational.of(1, 2), Rational.of(1, 4), Rational.of(1, 3));
        var delta = draw.of(Rational.of(1, 2), Rational.of(1, 5), Rational.of(1, 20), Rational.of(1, 100), Rational.of(1, 1000));
        return new TwoAtoms(q, draw.integer(1, 60), delta, draw.rational(-3, 3, 4), draw.rational(-3, 3, 4), Rational.of(draw.integer(1, 24), 8),
            Rational.of(draw.integer(-8, 8), 8), Rational.of(draw.integer(-24, 24), 8), Rational.of(draw.integer(2, 32), 8));
    }
}
