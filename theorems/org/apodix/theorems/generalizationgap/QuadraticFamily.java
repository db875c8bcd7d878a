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

/** {@code quadratic}: two quadratic losses with rational coefficients, one for the population and one for the sample. */
final class QuadraticFamily implements Family<QuadraticRun> {

    private static final int MOST_COLUMNS = 24;

    @Override
    public String name() {
        return "quadratic";
    }

    @Override
    public Class<QuadraticRun> type() {
        return QuadraticRun.class;
    }

    @Override
    public QuadraticRun read(Fields fields) {
        var root = fields.rows("M");
        int m = root.get(0).size();
        if (m > MOST_COLUMNS) {
            throw new BadInput("\"M\" has " + m + " columns; at most " + MOST_COLUMNS + " are supported");
        }
        root.forEach(row -> Simple.requireLength(row, "M", m));
        var minimizer = Simple.rows(fields, "thetaStar", m);
        var rootHat = fields.has("MHat") ? Simple.rows(fields, "MHat", m) : root;
        var minimizerHat = fields.has("thetaStarHat") ? rows(fields, "thetaStarHat", minimizer.size(), m) : minimizer;
        var drift = fields.has("D") ? rows(fields, "D", minimizer.size(), m) : null;
        var comparator = fields.has("thetaBar") ? rows(fields, "thetaBar", minimizer.size(), m) : minimizer;
        var tau = Simple.positive(fields, "tau");
        fields.requireNoOthers();
        return new QuadraticRun(new QuadraticRun.Instance(root, minimizer, rootHat, minimizerHat, drift, comparator, tau));
    }

    private static List<List<Rational>> rows(Fields fields, String name, int count, int length) {
        var rows = Simple.rows(fields, name, length);
        if (rows.size() != count) {
            throw new BadInput("\"" + name + "\" has " + rows.size() + " rows; it must have as many as \"thetaStar\", " + count);
        }
        return rows;
    }

    @Override
    public ObjectNode write(QuadraticRun run) {
        var instance = run.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        Simple.putRows(json, "M", instance.root());
        Simple.putRows(json, "thetaStar", instance.minimizer());
        Simple.putRows(json, "MHat", instance.rootHat());
        Simple.putRows(json, "thetaStarHat", instance.minimizerHat());
        if (instance.drift() != null) {
            Simple.putRows(json, "D", instance.drift());
        }
        Simple.putRows(json, "thetaBar", instance.comparator());
        json.put("tau", instance.tau().toString());
        return json;
    }

    @Override
    public List<Quantity<QuadraticRun>> quantities(QuadraticRun run) {
        return FlowClaims.printed(run);
    }

    /** m up to 4 columns, entries of M in quarters of [-2, 2]; M may be singular; one in four losses has a direction in which it is linear. */
    static QuadraticRun draw(Draw draw) {
        int m = draw.integer(1, 4);
        int d = draw.integer(1, 2);
        int k = draw.integer(1, 4);
        var root = draw.list(k, z -> z.list(m, QuadraticFamily::quarter));
        var minimizer = draw.list(d, z -> z.list(m, x -> x.rational(-3, 3, 3)));
        var rootHat = draw.yes() ? draw.list(k, z -> z.list(m, QuadraticFamily::quarter)) : root;
        var minimizerHat = draw.list(d, z -> z.list(m, x -> x.rational(-3, 3, 3)));
        var drift = draw.of(false, false, false, true) ? draw.list(d, z -> z.list(m, x -> x.rational(-1, 1, 2))) : null;
        var comparator = draw.list(d, z -> z.list(m, x -> x.rational(-3, 3, 3)));
        return new QuadraticRun(new QuadraticRun.Instance(root, minimizer, rootHat, minimizerHat, drift, comparator, draw.positive(-2, 3)));
    }

    private static Rational quarter(Draw draw) {
        return Rational.of(draw.integer(-8, 8), 4);
    }

    /** One parameter: G = the sum of the squares of the roots. */
    static QuadraticRun scalar(List<Rational> roots, String minimizer, List<Rational> rootsHat, String minimizerHat, String comparator,
            String tau) {
        return new QuadraticRun(new QuadraticRun.Instance(column(roots), one(minimizer), column(rootsHat), one(minimizerHat), null,
            one(comparator), Simple.parse(tau)));
    }

    /** The population is the sample and the comparator its minimizer. */
    static QuadraticRun exact(List<List<Rational>> root, List<List<Rational>> minimizer, String tau) {
        return new QuadraticRun(new QuadraticRun.Instance(root, minimizer, root, minimizer, null, minimizer, Simple.parse(tau)));
    }

    /** The minimizer 0 of the quadratic part, with a linear part D, compared at -2 tau D; the population is the sample. */
    static QuadraticRun drifting(List<List<Rational>> root, List<List<Rational>> drift, String tau) {
        var zero = drift.stream().map(row -> row.stream().map(x -> Rational.ZERO).toList()).toList();
        var scale = Simple.parse(tau).times(Rational.of(-2));
        var comparator = drift.stream().map(row -> row.stream().map(scale::times).toList()).toList();
        return new QuadraticRun(new QuadraticRun.Instance(root, zero, root, zero, drift, comparator, Simple.parse(tau)));
    }

    /** The linear loss -theta, compared at {@code comparator}. */
    static QuadraticRun linear(String comparator, String tau) {
        return new QuadraticRun(new QuadraticRun.Instance(one("0"), one("0"), one("0"), one("0"), one("-1"), one(comparator),
            Simple.parse(tau)));
    }

    private static List<List<Rational>> column(List<Rational> values) {
        return values.stream().map(List::of).toList();
    }

    private static List<List<Rational>> one(String value) {
        return List.of(List.of(Simple.parse(value)));
    }
}
