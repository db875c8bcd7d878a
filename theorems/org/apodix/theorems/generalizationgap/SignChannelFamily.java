package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code sign_channel}: a fair sign in Gaussian noise. */
final class SignChannelFamily implements Family<SignChannel> {

    @Override
    public String name() {
        return "sign_channel";
    }

    @Override
    public Class<SignChannel> type() {
        return SignChannel.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("r"));
    }

    @Override
    public SignChannel read(Fields fields) {
        var r = fields.rational("r", Rational.ZERO, Rational.of(1000));
        fields.requireNoOthers();
        return new SignChannel(r);
    }

    @Override
    public ObjectNode write(SignChannel model) {
        return JsonNodeFactory.instance.objectNode().put("family", name()).put("r", model.r().toString());
    }

    @Override
    public List<Quantity<SignChannel>> quantities(SignChannel model) {
        return ModesClaims.CHANNEL;
    }

    /** r in (0, 36]. */
    static SignChannel draw(Draw draw) {
        return new SignChannel(Rational.of(draw.integer(1, 144), 4).times(draw.of(Rational.ONE, Rational.of(1, 10))));
    }
}
