package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code atoms_ddpm}: a schedule, and weights and atoms on the line. */
final class AtomsDdpmFamily implements Family<AtomsDdpm> {

    /** Every step costs integrals. */
    static final int MOST_STEPS = 20;
    private static final int MOST_ATOMS = 10;
    private static final Rational FARTHEST = Rational.of(10);

    @Override
    public String name() {
        return "atoms_ddpm";
    }

    @Override
    public Class<AtomsDdpm> type() {
        return AtomsDdpm.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("r", "weights", "atoms"));
    }

    @Override
    public AtomsDdpm read(Fields fields) {
        var schedule = Schedule.read(fields);
        if (schedule.steps() > MOST_STEPS) {
            throw new BadInput("\"r\" has " + schedule.steps() + " entries; on atoms at most " + MOST_STEPS + " steps are supported");
        }
        var weights = MixtureFields.weights(fields);
        if (weights.size() > MOST_ATOMS) {
            throw new BadInput("\"weights\" has " + weights.size() + " entries; with a schedule at most " + MOST_ATOMS + " atoms are supported");
        }
        var atoms = Read.list(fields, "atoms", weights.size(), "weight");
        for (var atom : atoms) {
            if (atom.abs().compareTo(FARTHEST) > 0) {
                throw new BadInput("\"atoms\" contains " + Fields.shorten(atom.toString()) + "; its size may be at most " + FARTHEST);
            }
        }
        return new AtomsDdpm(schedule, weights, List.copyOf(atoms));
    }

    @Override
    public ObjectNode write(AtomsDdpm model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name());
        Simple.put(json, "r", model.schedule().r());
        Simple.put(json, "weights", model.weights());
        Simple.put(json, "atoms", model.atoms());
        return json;
    }

    @Override
    public List<Quantity<AtomsDdpm>> quantities(AtomsDdpm model) {
        return AtomsClaims.printed(model);
    }
}
