package org.apodix.theorems.fisherkl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.diffusion.HermiteTilt;
import org.apodix.diffusion.LineLaw;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.NoiseLevel;
import org.apodix.diffusion.QuarticLaw;
import org.apodix.diffusion.UniformLaw;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.expression.Tape;

/** A family of runs on data on the line that are not Gaussian. */
final class LineFamily implements Family<LawRun> {

    static final LineFamily MIXTURE = new LineFamily("mixture_ou", 200, fields -> LineData.mixture(fields, false), law -> law instanceof Mixture);
    static final LineFamily QUADRATIC = new LineFamily("quadratic_tilt_ou", 2000, fields -> LineData.tilt(fields, 2),
        law -> law instanceof HermiteTilt tilt && tilt.order() == 2);
    static final LineFamily HERMITE = new LineFamily("hermite4_tilt_ou", 500, fields -> LineData.tilt(fields, 4),
        law -> law instanceof HermiteTilt tilt && tilt.order() == 4);
    static final LineFamily UNIFORM = new LineFamily("uniform_ou", 200, LineData::uniform, law -> law instanceof UniformLaw);
    static final LineFamily QUARTIC = new LineFamily("quartic_ou", 24, LineFamily::quartic, law -> law instanceof QuarticLaw);
    static final LineFamily CLIP = new LineFamily("clip_network_ou", 200, LineFamily::clipData, law -> law instanceof Mixture);

    private static final int SHARPEST = 400;
    private static final int MOST_SHARP = 8000;
    private static final Rational LEAST_QUARTIC = Rational.of(1, 64);
    private static final Rational MOST_QUARTIC = Rational.of(19, 20);
    private static final Rational LEAST_SIGNAL = Rational.of(1, 64);
    private static final String SCORE = "score";

    private final String name;
    private final int mostSteps;
    private final Function<Fields, LineLaw> reader;
    private final Predicate<LineLaw> isLaw;

    private LineFamily(String name, int mostSteps, Function<Fields, LineLaw> reader, Predicate<LineLaw> isLaw) {
        this.name = name;
        this.mostSteps = mostSteps;
        this.reader = reader;
        this.isLaw = isLaw;
    }

    /** Fields q and N alone; outside of this range the moments on [-1, 1] cancel or the edges are too sharp. */
    private static LineLaw quartic(Fields fields) {
        int steps = fields.integer("N", 1, QUARTIC.mostSteps);
        if (fields.rational("q", LEAST_QUARTIC, MOST_QUARTIC).pow(steps).compareTo(LEAST_SIGNAL) < 0) {
            throw new BadInput("\"N\" is " + steps + "; q^N is then below " + LEAST_SIGNAL + ", where this family ends: take fewer steps or a \"q\" nearer to 1");
        }
        return new QuarticLaw();
    }

    private static LineLaw clipData(Fields fields) {
        return clipData(fields.rational("m", Rational.of(1, 1000), Rational.of(100)));
    }

    private static Mixture clipData(Rational m) {
        return new Mixture(List.of(m, m.negate()), List.of(Rational.of(1, 2), Rational.of(1, 2)), Rational.ONE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<LawRun> type() {
        return LawRun.class;
    }

    @Override
    public boolean writes(Object model) {
        return model instanceof LawRun run && isLaw.test(run.law()) && (run.instance().score() == LineScore.Kind.CLIP) == (this == CLIP);
    }

    @Override
    public LawRun read(Fields fields) {
        var q = fields.between("q", Rational.ZERO, Rational.ONE);
        int steps = fields.integer("N", 1, mostSteps);
        var law = reader.apply(fields);
        var score = this == CLIP ? LineScore.Kind.CLIP : LineScore.Kind.EXACT;
        if (this != CLIP && fields.has(SCORE)) {
            score = switch (fields.text(SCORE)) {
                case "exact" -> LineScore.Kind.EXACT;
                case "moments" -> LineScore.Kind.MOMENTS;
                default -> throw new BadInput("\"score\" is \"" + Fields.shorten(fields.text(SCORE)) + "\"; it is \"exact\" or \"moments\"");
            };
        }
        fields.requireNoOthers();
        return new LawRun(new LawRun.Instance(law, q, steps, score));
    }

    @Override
    public ObjectNode write(LawRun run) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("family", name).put("q", run.q().toString()).put("N", run.steps());
        if (this == CLIP) {
            return json.put("m", ((Mixture) run.law()).centers().get(0).toString());
        }
        LineData.write(json, run.law());
        if (run.instance().score() == LineScore.Kind.MOMENTS) {
            json.put(SCORE, "moments");
        }
        return json;
    }

    @Override
    public String refusal(LawRun run) {
        return run.law() instanceof UniformLaw law ? refusal(law, run.steps(), j -> NoiseLevel.of(Expr.of(run.q().pow(j)))) : "";
    }

    /** An integral takes about ten evaluations for each unit of (a L)^2/(1 - a^2), at most 400 units: the sharper the edges of the density, the more. */
    static String refusal(UniformLaw law, int steps, IntFunction<NoiseLevel> level) {
        var work = Expr.sum(IntStream.rangeClosed(1, steps).mapToObj(j -> {
            var at = level.apply(j);
            return at.signal().times(Expr.of(law.radius())).square().over(at.noise()).min(Expr.of(SHARPEST));
        }).toList());
        var excess = Tape.of(List.of(work.minus(Expr.of(MOST_SHARP)))).evaluate(DoubleArithmetic.INSTANCE).get(0);
        return !DoubleArithmetic.INSTANCE.enclosure(excess).isPositive() ? "" : "the edges of the uniform density are so sharp at so many of the " + steps
            + " grid times that this takes minutes: take a smaller \"N\", a smaller \"L\" or a longer step";
    }

    @Override
    public List<Quantity<LawRun>> quantities(LawRun run) {
        return LineQuantities.printed(this, run);
    }

    /** A mixture of two or three Gaussians with centers in [-3, 3] on a coarse grid; half of the time with the moment-matched score. */
    static LawRun drawMixture(Draw draw) {
        int size = draw.integer(2, 3);
        var centers = draw.list(size, c -> Rational.of(c.integer(-6, 6), 2));
        var parts = draw.list(size, w -> w.integer(1, 4));
        int sum = parts.stream().mapToInt(Integer::intValue).sum();
        var weights = parts.stream().map(w -> Rational.of(w, sum)).toList();
        var variance = draw.of(Rational.ONE, Rational.of(1, 2), Rational.TWO, Rational.of(1, 3));
        return new LawRun(new LawRun.Instance(new Mixture(centers, weights, variance), drawCoarse(draw), draw.integer(1, 3), drawScore(draw)));
    }

    /** A tilt of order 2 with alpha in (0, 1] or of order 4 with alpha in (0, 1/6). */
    static LawRun drawTilt(Draw draw) {
        int order = draw.of(2, 4);
        var alpha = order == 2 ? Rational.of(draw.integer(1, 8), 8) : Rational.of(draw.integer(1, 9), 60);
        return new LawRun(new LawRun.Instance(new HermiteTilt(order, alpha), drawCoarse(draw), draw.integer(1, order == 2 ? 20 : 6),
            drawScore(draw)));
    }

    static LawRun drawUniform(Draw draw) {
        return new LawRun(new LawRun.Instance(new UniformLaw(Rational.of(draw.integer(1, 6), 2)), drawCoarse(draw), draw.integer(1, 2), drawScore(draw)));
    }

    static LawRun drawClip(Draw draw) {
        return clip(Rational.of(draw.integer(1, 8), 2), drawCoarse(draw), draw.integer(1, 2));
    }

    static LawRun clip(Rational m, Rational q, int steps) {
        return new LawRun(new LawRun.Instance(clipData(m), q, steps, LineScore.Kind.CLIP));
    }

    private static LineScore.Kind drawScore(Draw draw) {
        return draw.of(LineScore.Kind.EXACT, LineScore.Kind.MOMENTS);
    }

    /** q = 1 - 1/n, n from 2 to 20. */
    private static Rational drawCoarse(Draw draw) {
        int n = draw.integer(2, 20);
        return Rational.of(n - 1, n);
    }

    /** Mostly a tilt, whose integrals are cheap; the other laws now and then. */
    static LawRun draw(Draw draw) {
        return switch (draw.integer(0, 15)) {
            case 15 -> drawMixture(draw);
            case 14 -> drawClip(draw);
            default -> drawTilt(draw);
        };
    }

    /** The run on other than Gaussian data with the exact score in place of its own; a Gaussian run as it is. */
    static OuRun exact(OuRun run) {
        return run instanceof LawRun law ? new LawRun(new LawRun.Instance(law.law(), law.q(), law.steps(), LineScore.Kind.EXACT)) : run;
    }

    /** Gaussian runs, and now and then one on other data. */
    static OuRun drawAny(Draw draw, Function<Draw, ? extends OuRun> gaussian) {
        return draw.integer(0, 9) < 9 ? gaussian.apply(draw) : draw(draw);
    }
}
