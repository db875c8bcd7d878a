package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code training}: random features, a population, a sample, a training time. */
final class TrainingFamily implements Family<TrainingRun> {

    private static final int MOST_FEATURES = 24;
    private static final int MOST_POINTS = 1000;

    @Override
    public String name() {
        return "training";
    }

    @Override
    public Class<TrainingRun> type() {
        return TrainingRun.class;
    }

    @Override
    public List<Set<String>> shapes() {
        var exact = Set.of("W", "U", "b", "T", "v", "centers", "tau");
        var sampled = new HashSet<>(exact);
        sampled.add("xs");
        return List.of(sampled, exact);
    }

    @Override
    public TrainingRun read(Fields fields) {
        var w = fields.rows("W");
        if (w.size() > MOST_FEATURES) {
            throw new BadInput("\"W\" has " + w.size() + " features; at most " + MOST_FEATURES + " are supported");
        }
        int d = w.get(0).size();
        w.forEach(row -> Simple.requireLength(row, "W", d));
        var u = fields.rationals("U");
        Simple.requireLength(u, "U", w.size());
        var b = fields.rationals("b");
        Simple.requireLength(b, "b", w.size());
        var horizon = Simple.positive(fields, "T");
        var variance = Simple.positive(fields, "v");
        var weighted = fields.weighted("centers");
        weighted.forEach(row -> Simple.requireLength(row.subList(1, row.size()), "centers", d));
        var weights = weighted.stream().map(row -> row.get(0)).toList();
        if (!weights.equals(List.of(Rational.ONE)) && !weights.equals(List.of(Rational.of(1, 2), Rational.of(1, 2)))) {
            throw new BadInput("\"centers\" has the weights " + Fields.shorten(weights.toString())
                + "; the score energy C is known for one center of weight 1 and for two of weight 1/2");
        }
        var sample = fields.has("xs") ? Simple.rows(fields, "xs", d) : List.<List<Rational>>of();
        if (sample.size() > MOST_POINTS) {
            throw new BadInput("\"xs\" has " + sample.size() + " points; at most " + MOST_POINTS + " are supported");
        }
        var tau = Simple.positive(fields, "tau");
        fields.requireNoOthers();
        return new TrainingRun(new TrainingRun.Instance(w, u, b, horizon, variance, weights,
            weighted.stream().map(row -> row.subList(1, row.size())).toList(), sample, tau));
    }

    @Override
    public ObjectNode write(TrainingRun run) {
        var instance = run.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        Simple.putRows(json, "W", instance.w());
        Simple.put(json, "U", instance.u());
        Simple.put(json, "b", instance.b());
        json.put("T", instance.horizon().toString()).put("v", instance.variance().toString());
        var centers = json.putArray("centers");
        for (int k = 0; k < instance.weights().size(); k++) {
            var pair = centers.addArray();
            pair.add(instance.weights().get(k).toString());
            var center = pair.addArray();
            instance.centers().get(k).forEach(x -> center.add(x.toString()));
        }
        if (!run.isExact()) {
            Simple.putRows(json, "xs", instance.sample());
        }
        json.put("tau", instance.tau().toString());
        return json;
    }

    @Override
    public List<Quantity<TrainingRun>> quantities(TrainingRun run) {
        return TrainingQuantities.printed(run);
    }

    /** d, m up to 3, one or two modes, up to 4 points (sometimes all equal or far away), entries in eighths. */
    static TrainingRun draw(Draw draw) {
        int d = draw.integer(1, 3);
        int m = draw.integer(1, 3);
        var w = new ArrayList<List<Rational>>();
        var u = new ArrayList<Rational>();
        for (int j = 0; j < m; j++) {
            w.add(draw.list(d, z -> eighth(z, 24)));
            u.add(eighth(draw, 8));
        }
        var b = draw.list(m, z -> eighth(z, 24));
        var horizon = Rational.of(draw.integer(2, 32), 8);
        boolean modes = draw.yes();
        var variance = Rational.of(draw.integer(1, 20), 10);
        var weights = modes ? List.of(Rational.of(1, 2), Rational.of(1, 2)) : List.of(Rational.ONE);
        var centers = draw.list(weights.size(), z -> z.list(d, x -> eighth(x, 8)));
        int far = draw.of(1, 1, 1, 1000);
        var points = draw.list(draw.integer(1, 4), z -> z.list(d, x -> eighth(x, 16).times(Rational.of(far))));
        return new TrainingRun(new TrainingRun.Instance(w, u, b, horizon, variance, weights, centers, points, draw.positive(-1, 3)));
    }

    private static Rational eighth(Draw draw, int most) {
        return Rational.of(draw.integer(-most, most), 8);
    }
}
