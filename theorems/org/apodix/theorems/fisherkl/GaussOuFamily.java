package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/**
 * {@code gauss_ou} and {@code gauss_ou_aligned}: Gaussian data, the sampler on a uniform grid, affine scores with an error
 * E x + b, or lambda times the score in the second.
 */
final class GaussOuFamily implements Family<GaussianRun> {

    static final String NAME = "gauss_ou";
    static final String ALIGNED = "gauss_ou_aligned";

    /** Sizes beyond these would run for hours; the message says what is allowed. */
    private static final int MOST_STEPS = 10_000;
    private static final long MOST_DENSE_WORK = 30_000_000;
    private static final long MOST_ROWS_WORK = 2_000_000;

    private final boolean aligned;

    GaussOuFamily(boolean aligned) {
        this.aligned = aligned;
    }

    @Override
    public String name() {
        return aligned ? ALIGNED : NAME;
    }

    @Override
    public Class<GaussianRun> type() {
        return GaussianRun.class;
    }

    @Override
    public boolean writes(Object model) {
        return model instanceof GaussianRun run && aligned == (run.instance().alignment() != null);
    }

    @Override
    public GaussianRun read(Fields fields) {
        var q = fields.between("q", Rational.ZERO, Rational.ONE);
        int steps = fields.integer("N", 1, MOST_STEPS);
        var data = GaussianData.read(fields);
        requireWork(data, steps);
        if (aligned) {
            var lambda = fields.rational("lambda", Rational.of(-1), Rational.ONE);
            fields.requireNoOthers();
            return new GaussianRun(GaussianRun.Instance.aligned(q, steps, data, lambda));
        }
        int d = data.dimension();
        Matrix<Rational> matrix = null;
        if (fields.has("E")) {
            if (!data.isDense()) {
                throw new BadInput("\"E\" is given with \"variances\"; write the covariance as \"Sigma\" to use a matrix error");
            }
            matrix = fields.matrix("E", d, d);
        }
        List<Rational> offset = null;
        if (fields.has("b")) {
            offset = fields.rationals("b");
            if (offset.size() != d) {
                throw new BadInput("\"b\" has " + offset.size() + " entries but \"m\" has " + d + "; give one each per coordinate");
            }
        }
        fields.requireNoOthers();
        return new GaussianRun(new GaussianRun.Instance(q, steps, data, matrix, offset, null));
    }

    private static void requireWork(GaussianData data, int steps) {
        long d = data.dimension();
        long work = data.isDense() ? d * d * d * steps : d * steps;
        long most = data.isDense() ? MOST_DENSE_WORK : MOST_ROWS_WORK;
        if (work > most) {
            throw new BadInput("\"N\" is " + steps + " in dimension " + d + "; " + (data.isDense() ? "d^3 N" : "d N")
                + " may be at most " + most + ": take fewer steps or fewer coordinates");
        }
    }

    @Override
    public ObjectNode write(GaussianRun run) {
        var instance = run.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name()).put("q", instance.q().toString()).put("N", instance.steps());
        instance.data().write(json);
        if (instance.errorMatrix() != null) {
            GaussianData.write(json, "E", instance.errorMatrix());
        }
        if (instance.errorOffset() != null) {
            var b = json.putArray("b");
            instance.errorOffset().forEach(x -> b.add(x.toString()));
        }
        if (instance.alignment() != null) {
            json.put("lambda", instance.alignment().toString());
        }
        return json;
    }

    @Override
    public List<Quantity<GaussianRun>> quantities(GaussianRun run) {
        return OuQuantities.printed(run);
    }

    /** q = 1 - 1/n, n from 2 to 100. */
    static Rational drawStep(Draw draw) {
        int n = draw.integer(2, 100);
        return Rational.of(n - 1, n);
    }

    /** A run with exact scores. */
    static GaussianRun drawExact(Draw draw) {
        return new GaussianRun(GaussianRun.Instance.exact(drawStep(draw), draw.integer(1, 60), GaussianData.draw(draw)));
    }

    /** A run with exact scores (half of the time) or an error E x + b with entries in [-1/5, 1/5]. */
    static GaussianRun draw(Draw draw) {
        var q = drawStep(draw);
        int steps = draw.integer(1, 60);
        var data = GaussianData.draw(draw);
        if (!draw.yes()) {
            return new GaussianRun(GaussianRun.Instance.exact(q, steps, data));
        }
        int d = data.dimension();
        var entries = draw.list(d * d, GaussOuFamily::drawError);
        var offset = draw.list(d, GaussOuFamily::drawError);
        var matrix = Matrix.of(d, d, (i, j) -> entries.get(i * d + j));
        return new GaussianRun(new GaussianRun.Instance(q, steps, data, matrix, offset, null));
    }

    private static Rational drawError(Draw draw) {
        return Rational.of(draw.integer(-4, 4), 20);
    }

    /** A run with the error lambda r, lambda in [-1, 1]. */
    static GaussianRun drawAligned(Draw draw) {
        return new GaussianRun(GaussianRun.Instance.aligned(drawStep(draw), draw.integer(1, 60), GaussianData.draw(draw),
            Rational.of(draw.integer(-20, 20), 20)));
    }
}
