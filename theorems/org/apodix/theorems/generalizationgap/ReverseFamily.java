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
import org.apodix.theorems.generalizationgap.ReverseRun.Kind;

/** {@code gauss_flow}, {@code gauss_prior}, {@code gauss_slope}, {@code ou_slope}: reverse diffusions with an affine score. */
final class ReverseFamily implements Family<ReverseRun> {

    private static final int MOST_DIMENSIONS = 10_000;

    private final Kind kind;

    ReverseFamily(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return switch (kind) {
            case FLOW -> "gauss_flow";
            case PRIOR -> "gauss_prior";
            case SLOPE -> "gauss_slope";
            case ORNSTEIN_UHLENBECK -> "ou_slope";
        };
    }

    @Override
    public Class<ReverseRun> type() {
        return ReverseRun.class;
    }

    @Override
    public boolean writes(Object model) {
        return model instanceof ReverseRun run && run.kind() == kind;
    }

    @Override
    public List<Set<String>> shapes() {
        return List.of(switch (kind) {
            case FLOW -> Set.of("d", "m", "v", "mTilde", "vTilde", "T");
            case PRIOR -> Set.of("m", "v", "mTilde", "vTilde", "T", "mPi", "vPi");
            case SLOPE -> Set.of("m", "v", "kappa", "q", "T", "mPi", "vPi");
            case ORNSTEIN_UHLENBECK -> Set.of("kappa", "T");
        });
    }

    @Override
    public ReverseRun read(Fields fields) {
        var horizon = Simple.positive(fields, "T");
        if (kind == Kind.ORNSTEIN_UHLENBECK) {
            var kappa = fields.rational("kappa");
            fields.requireNoOthers();
            return ReverseRun.ornsteinUhlenbeck(kappa, horizon);
        }
        var mean = fields.rational("m");
        var variance = Simple.positive(fields, "v");
        var scoreMean = fields.rational(kind == Kind.SLOPE ? "q" : "mTilde");
        var shape = Simple.positive(fields, kind == Kind.SLOPE ? "kappa" : "vTilde");
        if (kind == Kind.FLOW) {
            int d = fields.integer("d", 1, MOST_DIMENSIONS);
            fields.requireNoOthers();
            return ReverseRun.flow(d, mean, variance, scoreMean, shape, horizon);
        }
        var run = new ReverseRun(kind, 1, mean, variance, scoreMean, shape, horizon, fields.rational("mPi"), Simple.positive(fields, "vPi"));
        fields.requireNoOthers();
        return run;
    }

    @Override
    public ObjectNode write(ReverseRun run) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        if (kind == Kind.ORNSTEIN_UHLENBECK) {
            return json.put("kappa", run.scoreShape().toString()).put("T", run.horizon().toString());
        }
        if (kind == Kind.FLOW) {
            json.put("d", run.dimension());
        }
        json.put("m", run.mean().toString()).put("v", run.variance().toString())
            .put(kind == Kind.SLOPE ? "q" : "mTilde", run.scoreMean().toString())
            .put(kind == Kind.SLOPE ? "kappa" : "vTilde", run.scoreShape().toString()).put("T", run.horizon().toString());
        if (kind != Kind.FLOW) {
            json.put("mPi", run.priorMean().toString()).put("vPi", run.priorVariance().toString());
        }
        return json;
    }

    @Override
    public List<Quantity<ReverseRun>> quantities(ReverseRun run) {
        return GirsanovClaims.printed(kind);
    }

    /** Means in [-2, 2], variances in [1/10, 10], slopes in [1/10, 3], horizons in [1/10, 10]. */
    static ReverseRun draw(Draw draw) {
        var kind = draw.of(Kind.FLOW, Kind.PRIOR, Kind.SLOPE, Kind.ORNSTEIN_UHLENBECK);
        var horizon = Rational.of(draw.integer(1, 100), 10);
        if (kind == Kind.ORNSTEIN_UHLENBECK) {
            return ReverseRun.ornsteinUhlenbeck(Rational.of(draw.integer(1, 30), 10), horizon);
        }
        var mean = draw.rational(-2, 2, 4);
        var variance = Rational.of(draw.integer(1, 100), 10);
        var scoreMean = draw.rational(-2, 2, 4);
        if (kind == Kind.FLOW) {
            return ReverseRun.flow(draw.integer(1, 5), mean, variance, scoreMean, Rational.of(draw.integer(1, 100), 10), horizon);
        }
        var shape = Rational.of(draw.integer(1, kind == Kind.SLOPE ? 30 : 100), 10);
        return new ReverseRun(kind, 1, mean, variance, scoreMean, shape, horizon, draw.rational(-2, 2, 4), Rational.of(draw.integer(1, 100), 10));
    }
}
