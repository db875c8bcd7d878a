package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code mode_score}: the score of two modes on the line at one time. */
final class ModeScoreFamily implements Family<ModeScore> {

    @Override
    public String name() {
        return "mode_score";
    }

    @Override
    public Class<ModeScore> type() {
        return ModeScore.class;
    }

    @Override
    public ModeScore read(Fields fields) {
        var model = new ModeScore(fields.rational("mu"), Simple.positive(fields, "s"), fields.rational("x"));
        fields.requireNoOthers();
        return model;
    }

    @Override
    public ObjectNode write(ModeScore model) {
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("mu", model.mu().toString()).put("s", model.s().toString())
            .put("x", model.x().toString());
    }

    @Override
    public List<Quantity<ModeScore>> quantities(ModeScore model) {
        return ModesClaims.SCORE;
    }

    /** mu in [0, 6], s in (0, 6], x in [-6, 6]. */
    static ModeScore draw(Draw draw) {
        return new ModeScore(draw.rational(0, 6, 4), Rational.of(draw.integer(1, 60), 10), draw.rational(-6, 6, 4));
    }
}
