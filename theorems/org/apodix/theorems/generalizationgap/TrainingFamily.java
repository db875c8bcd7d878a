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

/** {@code training} and {@code training_mixture}: random features, a population, a sample, a training time. */
final class TrainingFamily implements Family<TrainingRun> {

    private static final int MOST_FEATURES = 24;
    private static final int MOST_POINTS = 1000;
    private static final int MOST_MODES = 8;

    private static final List<Rational> QUANTILES = Simple.list("-3/2", "-7/8", "-1/2", "-1/6", "1/6", "1/2", "7/8", "3/2");

    private final boolean mixture;

    /** @param mixture whether the weights of the centers are others than 1, or 1/2 and 1/2, so that C is not known */
    TrainingFamily(boolean mixture) {
        this.mixture = mixture;
    }

    @Override
    public String name() {
        return mixture ? "training_mixture" : "training";
    }

    @Override
    public Class<TrainingRun> type() {
        return TrainingRun.class;
    }

    @Override
    public boolean writes(Object model) {
        return model instanceof TrainingRun run && run.knowsConstant() != mixture;
    }

    @Override
    public List<Set<String>> shapes() {
        if (mixture) {
            return List.of();
        }
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
        requireWeights(weights);
        var sample = fields.has("xs") ? Simple.rows(fields, "xs", d) : List.<List<Rational>>of();
        if (sample.size() > MOST_POINTS) {
            throw new BadInput("\"xs\" has " + sample.size() + " points; at most " + MOST_POINTS + " are supported");
        }
        var tau = Simple.positive(fields, "tau");
        fields.requireNoOthers();
        return new TrainingRun(new TrainingRun.Instance(w, u, b, horizon, variance, weights,
            weighted.stream().map(row -> row.subList(1, row.size())).toList(), sample, tau));
    }

    private void requireWeights(List<Rational> weights) {
        var text = "\"centers\" has the weights " + Fields.shorten(weights.toString());
        if (weights.size() > MOST_MODES || !Simple.isDistribution(weights)) {
            throw new BadInput(text + "; at most " + MOST_MODES + " positive numbers of sum 1 are supported");
        }
        boolean known = weights.size() == 1 || weights.size() == 2 && weights.get(0).equals(weights.get(1));
        if (known == mixture) {
            throw new BadInput(text + (known ? "; that is the family \"training\", where the score energy C is known"
                : "; the score energy C is known for one center and for two of weight 1/2: other mixtures are of the family \"training_mixture\""));
        }
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
        Simple.putWeighted(json, "centers", instance.weights(), instance.centers());
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

    /** As {@link #draw}, of one or two modes, or up to four of any weights. */
    static TrainingRun drawAny(Draw draw) {
        return draw(draw, draw.of(1, 2, 3, 4, 0));
    }

    /** d, m up to 3, one or two modes, entries in eighths. */
    static TrainingRun draw(Draw draw) {
        return draw(draw, draw.integer(1, 2));
    }

    /** @param modes the number of modes, of any weights where it is more than two; 0: two of different weights */
    private static TrainingRun draw(Draw draw, int modes) {
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
        var variance = Rational.of(draw.integer(1, 20), 10);
        var weights = weights(draw, modes);
        var centers = draw.list(weights.size(), z -> z.list(d, x -> eighth(x, 8)));
        var sample = sample(draw, centers, variance);
        return new TrainingRun(new TrainingRun.Instance(w, u, b, horizon, variance, weights, centers, sample, draw.positive(-1, 3)));
    }

    private static List<Rational> weights(Draw draw, int modes) {
        if (modes == 0) {
            var first = Rational.of(draw.integer(1, 4), 9);
            return List.of(first, Rational.ONE.minus(first));
        }
        var parts = draw.list(modes, z -> modes > 2 ? Rational.of(z.integer(1, 6)) : Rational.ONE);
        var total = parts.stream().reduce(Rational.ZERO, Rational::plus);
        return parts.stream().map(part -> part.over(total)).toList();
    }

    /** Up to 4 points (sometimes all equal or far away), or points about each center that represent the population well, or none. */
    private static List<List<Rational>> sample(Draw draw, List<List<Rational>> centers, Rational variance) {
        int d = centers.get(0).size();
        int far = draw.of(1, 1, 1000);
        if (draw.yes()) {
            return draw.list(draw.integer(1, 4), z -> z.list(d, x -> eighth(x, 16).times(Rational.of(far))));
        }
        if (draw.of(false, false, false, true)) {
            return List.of();
        }
        // roughly the middles of eight equal parts of the standard normal law in each direction, times about sqrt(v)
        var once = Rational.ONE.plus(variance).over(Rational.TWO);
        var scale = once.plus(variance.over(once)).over(Rational.TWO);
        var points = new ArrayList<List<Rational>>();
        for (var center : centers) {
            for (int k = 0; k < QUANTILES.size(); k++) {
                var point = new ArrayList<Rational>();
                for (int i = 0; i < d; i++) {
                    point.add(center.get(i).plus(scale.times(QUANTILES.get((k * (2 * i + 1)) % QUANTILES.size()))));
                }
                points.add(point);
            }
        }
        return points;
    }

    private static Rational eighth(Draw draw, int most) {
        return Rational.of(draw.integer(-most, most), 8);
    }
}
