package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.expression.Quantity;

/** {@code gauss_ddpm}: Gaussian data on the line, a rational schedule, affine predictors. */
final class GaussDdpmFamily implements Family<GaussDdpm> {

    @Override
    public String name() {
        return "gauss_ddpm";
    }

    @Override
    public Class<GaussDdpm> type() {
        return GaussDdpm.class;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(Set.of("r", "mu", "s2", "b", "e", "variance"));
    }

    @Override
    public GaussDdpm read(Fields fields) {
        var variance = fields.rational("s2");
        if (variance.signum() < 0) {
            throw new BadInput("\"s2\" is " + Fields.shorten(variance.toString()) + "; a variance is not negative");
        }
        return new GaussDdpm(Schedule.read(fields), fields.rational("mu"), variance, fields.rational("b"), fields.rational("e"),
            fields.word("variance", "posterior", "matched").equals("matched"));
    }

    @Override
    public ObjectNode write(GaussDdpm model) {
        var json = JsonNodeFactory.instance.objectNode().put("family", name());
        Simple.put(json, "r", model.schedule().r());
        return json.put("mu", model.mean().toString()).put("s2", model.variance().toString()).put("b", model.b().toString())
            .put("e", model.e().toString()).put("variance", model.matched() ? "matched" : "posterior");
    }

    @Override
    public List<Quantity<GaussDdpm>> quantities(GaussDdpm model) {
        return PathClaims.printed(model);
    }
}
