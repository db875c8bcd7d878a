package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code score_slice}: one feature, one or two modes, one time. */
final class ScoreSliceFamily implements Family<ScoreSlice> {

    @Override
    public String name() {
        return "score_slice";
    }

    @Override
    public Class<ScoreSlice> type() {
        return ScoreSlice.class;
    }

    @Override
    public ScoreSlice read(Fields fields) {
        var slice = new ScoreSlice.Instance(fields.rational("mean"), Simple.positive(fields, "v"), fields.has("mu") ? fields.rational("mu") : Rational.ZERO,
            fields.rational("w"), fields.rational("u"),
            fields.rational("b"), Simple.positive(fields, "t"), fields.rational("theta"));
        fields.requireNoOthers();
        return new ScoreSlice(slice);
    }

    @Override
    public ObjectNode write(ScoreSlice slice) {
        var s = slice.instance();
        var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("mean", s.mean().toString()).put("v", s.variance().toString());
        if (!slice.isGaussian()) {
            json.put("mu", s.mu().toString());
        }
        return json.put("w", s.w().toString()).put("u", s.u().toString()).put("b", s.b().toString()).put("t", s.time().toString())
            .put("theta", s.theta().toString());
    }

    @Override
    public List<Quantity<ScoreSlice>> quantities(ScoreSlice slice) {
        return MatchingClaims.SLICE;
    }

    static ScoreSlice draw(Draw draw) {
        return new ScoreSlice(new ScoreSlice.Instance(draw.rational(-1, 1, 4), Rational.of(draw.integer(1, 20), 10),
            draw.of(false, false, false, true) ? draw.rational(0, 2, 4) : Rational.ZERO,
            Rational.of(draw.integer(-24, 24), 8), Rational.of(draw.integer(-8, 8), 8), Rational.of(draw.integer(-24, 24), 8),
            Rational.of(draw.integer(1, 32), 8), draw.rational(-2, 2, 4)));
    }
}
