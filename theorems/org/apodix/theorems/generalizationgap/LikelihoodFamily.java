package org.apodix.theorems.generalizationgap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** {@code likelihood}: a score of features of time and a linear unit, for any mixture of Gaussians or of points. */
final class LikelihoodFamily implements Family<LikelihoodRun> {

    private static final int MOST_FEATURES = 24;
    private static final int MOST_CENTERS = 1000;

    @Override
    public String name() {
        return "likelihood";
    }

    @Override
    public Class<LikelihoodRun> type() {
        return LikelihoodRun.class;
    }

    @Override
    public LikelihoodRun read(Fields fields) {
        var weighted = fields.weighted("centers");
        int d = weighted.get(0).size() - 1;
        weighted.forEach(row -> Simple.requireLength(row.subList(1, row.size()), "centers", d));
        var weights = weighted.stream().map(row -> row.get(0)).toList();
        if (weights.size() > MOST_CENTERS || !Simple.isDistribution(weights)) {
            throw new BadInput("\"centers\" has the weights " + Fields.shorten(weights.toString()) + "; at most " + MOST_CENTERS
                + " positive numbers of sum 1 are supported");
        }
        var variance = notNegative(fields, "v");
        var u = fields.rationals("U");
        if (u.size() > MOST_FEATURES) {
            throw new BadInput("\"U\" has " + u.size() + " features; at most " + MOST_FEATURES + " are supported");
        }
        var b = fields.rationals("b");
        Simple.requireLength(b, "b", u.size());
        var theta = Simple.rows(fields, "theta", u.size());
        if (theta.size() != d) {
            throw new BadInput("\"theta\" has " + theta.size() + " rows; it must have one per dimension, " + d);
        }
        var kappa = notNegative(fields, "kappa");
        var horizon = Simple.positive(fields, "T");
        var priorMean = fields.rationals("mPi");
        Simple.requireLength(priorMean, "mPi", d);
        var priorVariance = Simple.positive(fields, "vPi");
        fields.requireNoOthers();
        return new LikelihoodRun(new LikelihoodRun.Instance(weights, weighted.stream().map(row -> row.subList(1, row.size())).toList(), variance, u, b, theta,
            kappa, horizon, priorMean, priorVariance));
    }

    private static Rational notNegative(Fields fields, String name) {
        var value = fields.rational(name);
        if (value.signum() < 0) {
            throw new BadInput("\"" + name + "\" is " + Fields.shorten(value.toString()) + "; it must not be negative");
        }
        return value;
    }

    @Override
    public ObjectNode write(LikelihoodRun run) {
        var instance = run.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        Simple.putWeighted(json, "centers", instance.weights(), instance.centers());
        json.put("v", instance.variance().toString());
        Simple.put(json, "U", instance.u());
        Simple.put(json, "b", instance.b());
        Simple.putRows(json, "theta", instance.theta());
        json.put("kappa", instance.kappa().toString()).put("T", instance.horizon().toString());
        Simple.put(json, "mPi", instance.priorMean());
        return json.put("vPi", instance.priorVariance().toString());
    }

    @Override
    public List<Quantity<LikelihoodRun>> quantities(LikelihoodRun run) {
        return LikelihoodClaims.PRINTED;
    }

    /** d, m up to 3, up to 4 centers, points in one of three; starts with variances up to 100. */
    static LikelihoodRun draw(Draw draw) {
        int d = draw.integer(1, 3);
        int m = draw.integer(1, 3);
        var parts = draw.list(draw.integer(1, 4), z -> Rational.of(z.integer(1, 6)));
        var total = parts.stream().reduce(Rational.ZERO, Rational::plus);
        var centers = draw.list(parts.size(), z -> z.list(d, x -> x.rational(-3, 3, 4)));
        var variance = draw.of(Rational.ONE, Rational.of(1, 10), Rational.ZERO);
        var theta = new ArrayList<List<Rational>>();
        for (int i = 0; i < d; i++) {
            theta.add(draw.list(m, z -> z.rational(-2, 2, 4)));
        }
        return new LikelihoodRun(new LikelihoodRun.Instance(parts.stream().map(x -> x.over(total)).toList(), centers, variance,
            draw.list(m, z -> Rational.of(z.integer(-16, 16), 8)), draw.list(m, z -> Rational.of(z.integer(-24, 24), 8)), theta,
            draw.yes() ? Rational.of(draw.integer(1, 20), 10) : Rational.ZERO, Rational.of(draw.integer(1, 40), 10),
            draw.list(d, z -> z.rational(-2, 2, 4)), draw.of(Rational.ONE, Rational.of(draw.integer(1, 100), 10), Rational.of(draw.integer(1, 100)))));
    }
}
