package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** {@code dirac_early_stopping} and {@code atoms_early_stopping}: one point of R^d, or atoms on the line, with early stopping. */
final class StoppedFamily implements Family<StoppedRun> {

    private static final Scheme EI = Scheme.EXPONENTIAL_INTEGRATOR;
    private static final int MOST_STEPS = 1000;
    /** A score error above the score itself tells the weights of the schemes apart. */
    private static final Rational MOST_ERROR = Rational.of(4);
    private static final Rational LEAST_TIME = Rational.of(10).pow(-6);

    private static final List<Quantity<StoppedRun>> COMMON = List.of(
        of("N", "N", r -> Expr.of(r.count())), of("sN", "s_N", StoppedRun::end), of("H_delta", "H_\\delta", r -> r.entropy(0)),
        of("I_delta", "I_\\delta", r -> r.fisher(0)), of("HT", "H_{s_N}", r -> r.entropy(r.count())), of("chain_EI", "\\mathrm{chain}_{EI}", r -> r.chain(EI)),
        of("R9_entropy", "\\mathrm{R9}", StoppedRun::entropyRule), of("R9_moment", "\\mathrm{R9}", StoppedRun::momentRule));

    private final boolean point;

    /** @param point whether the data are one point of R^d, else atoms on the line */
    StoppedFamily(boolean point) {
        this.point = point;
    }

    private static Quantity<StoppedRun> of(String name, String tex, Function<StoppedRun, Expr> definition) {
        return Quantity.of(name, tex, "", definition);
    }

    @Override
    public String name() {
        return point ? "dirac_early_stopping" : "atoms_early_stopping";
    }

    @Override
    public Class<StoppedRun> type() {
        return StoppedRun.class;
    }

    @Override
    public boolean writes(Object model) {
        return model instanceof StoppedRun run && (run.instance().point() != null) == point;
    }

    @Override
    public StoppedRun read(Fields fields) {
        var data = point ? new StoppedRun.Point(fields.rational("M2", Rational.ZERO, Rational.of(10).pow(9)), fields.integer("d", 1, 1_000_000)) : null;
        var atoms = point ? null : LineData.mixture(fields, true);
        var delta = fields.between("delta", Rational.ZERO, Rational.ONE);
        if (delta.compareTo(LEAST_TIME) < 0) {
            throw new BadInput("\"delta\" is " + Fields.shorten(delta.toString()) + "; it must be at least " + LEAST_TIME);
        }
        var c = fields.rational("c", Rational.of(1, 1000), Rational.of(10));
        var horizon = fields.rational("T", Rational.ONE, Rational.of(100));
        var lambda = fields.has("lambda") ? fields.rational("lambda", Rational.of(-1), MOST_ERROR) : null;
        fields.requireNoOthers();
        requireSteps(delta, c, horizon);
        return data != null ? StoppedRun.point(data.squaredNorm(), data.dimension(), delta, c, horizon, lambda)
            : new StoppedRun(new StoppedRun.Instance(atoms, null, delta, c, horizon, lambda));
    }

    /** log(1/delta) <= 14 and log(1 + c) >= c - c^2/2 for small c bound the number of steps before they are built. */
    private static void requireSteps(Rational delta, Rational c, Rational horizon) {
        var s = delta;
        for (int n = 0; s.compareTo(horizon) < 0; n++) {
            if (n == MOST_STEPS) {
                throw new BadInput("\"c\" is " + Fields.shorten(c.toString()) + "; the grid has more than " + MOST_STEPS
                    + " steps: take a larger \"c\"");
            }
            s = s.plus(c.times(s.min(Rational.ONE)));
        }
    }

    @Override
    public ObjectNode write(StoppedRun run) {
        var instance = run.instance();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name());
        if (point) {
            json.put("M2", instance.point().squaredNorm().toString()).put("d", instance.point().dimension());
        } else {
            LineData.write(json, (Mixture) instance.law());
        }
        json.put("delta", instance.delta().toString()).put("c", instance.c().toString()).put("T", instance.horizon().toString());
        if (instance.lambda() != null) {
            json.put("lambda", instance.lambda().toString());
        }
        return json;
    }

    @Override
    public List<Quantity<StoppedRun>> quantities(StoppedRun run) {
        return Stream.concat(COMMON.stream(), Stream.of(point ? of("truth_EI", "\\mathrm{truth}_{EI}", r -> r.truth(EI))
            : of("I_delta_upper", "", StoppedRun::fisherBound))).toList();
    }

    /** delta = 1/n, c = 1/k, T from 1 to 5: mostly one point, whose quantities are closed forms. */
    static StoppedRun draw(Draw draw) {
        var c = Rational.of(1, draw.integer(1, 8));
        var lambda = draw.yes() ? Rational.of(draw.integer(-4, 4), 4) : null;
        if (draw.integer(0, 15) < 15) {
            return StoppedRun.point(Rational.of(draw.integer(0, 20), 2), draw.integer(1, 6), Rational.of(1, draw.integer(2, 200)), c,
                Rational.of(draw.integer(2, 10), 2), lambda);
        }
        int size = draw.integer(2, 3);
        var parts = draw.list(size, w -> w.integer(1, 4));
        int sum = parts.stream().mapToInt(Integer::intValue).sum();
        return new StoppedRun(new StoppedRun.Instance(new Mixture(draw.list(size, x -> Rational.of(x.integer(-4, 4), 2)),
            parts.stream().map(w -> Rational.of(w, sum)).toList(), Rational.ZERO), null, Rational.of(1, draw.integer(2, 8)),
            Rational.of(draw.integer(2, 4), 4), Rational.of(draw.integer(2, 4), 2), lambda));
    }
}
