package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code end_to_end}: a schedule, atoms, and per step t = 2..T the radius R and the size K of its network; the margin of the clips. */
final class EndToEndFamily implements Family<EndToEnd> {

    private static final int MOST_DEGREE = 60;

    private final AtomsDdpmFamily ddpm = new AtomsDdpmFamily();

    @Override
    public String name() {
        return "end_to_end";
    }

    @Override
    public Class<EndToEnd> type() {
        return EndToEnd.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("r", "weights", "atoms", "R", "K", "clip_margin"));
    }

    @Override
    public EndToEnd read(Fields fields) {
        var model = ddpm.read(fields);
        if (model.steps() < 2) {
            throw new BadInput("\"r\" has 1 entry; from end to end there are at least 2 steps");
        }
        var radii = Read.list(fields, "R", model.steps() - 1, "step from t = 2 on");
        for (var radius : radii) {
            if (radius.signum() <= 0) {
                throw new BadInput("\"R\" contains " + Fields.shorten(radius.toString()) + "; every radius must be positive");
            }
        }
        var degrees = new ArrayList<Integer>();
        for (var degree : Read.list(fields, "K", model.steps() - 1, "step from t = 2 on")) {
            if (!degree.isInteger() || degree.compareTo(Rational.ONE) < 0 || degree.compareTo(Rational.of(MOST_DEGREE)) > 0) {
                throw new BadInput("\"K\" contains " + Fields.shorten(degree.toString()) + "; give integers from 1 to " + MOST_DEGREE);
            }
            degrees.add(degree.floor().intValueExact());
        }
        return new EndToEnd(model, List.copyOf(radii), List.copyOf(degrees), Read.positive(fields, "clip_margin"));
    }

    @Override
    public ObjectNode write(EndToEnd model) {
        var json = ddpm.write(model.ddpm()).put("family", name());
        Simple.put(json, "R", model.radii());
        var list = json.putArray("K");
        model.degrees().forEach(degree -> list.add(degree.toString()));
        return json.put("clip_margin", model.margin().toString());
    }

    @Override
    public List<Quantity<EndToEnd>> quantities(EndToEnd model) {
        return EndToEndClaims.printed(model);
    }
}
