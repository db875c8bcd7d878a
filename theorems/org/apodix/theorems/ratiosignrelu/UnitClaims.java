package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.network.Network;
import org.apodix.proof.Domain;

/** R1, R2, R6: what one unit does exactly, and the limit that is ReLU. */
final class UnitClaims {

    private static final Quantity<UnitInstance> RECIPROCAL = at("reciprocal", "\\mathrm{Rec}_\\tau(t)", m -> m.gates().reciprocal(m.threshold()));
    private static final Quantity<UnitInstance> RECIPROCAL_F = other("reciprocal_f", "\\mathrm{Rec}_\\tau(f)",
        m -> m.gates().reciprocal(m.threshold()));
    private static final Quantity<UnitInstance> CARRY = at("carry", "\\sigma(t+B)-B", m -> m.gates().carry(m.bound()));
    private static final Quantity<UnitInstance> BELOW = at("clip_below", "\\kappa^-_{\\tau,L}(t)",
        m -> m.gates().clipBelow(m.threshold(), m.steepness()));
    private static final Quantity<UnitInstance> ABOVE = at("clip_above", "\\kappa^+_{\\tau,L}(t)",
        m -> m.gates().clipAbove(m.threshold(), m.steepness()));
    private static final Quantity<UnitInstance> CLIP = at("clip", "\\mathrm{clip}_{B,L}(t)", m -> m.gates().clip(1, m.bound(), m.steepness()));
    private static final Quantity<UnitInstance> LIMIT = at("relu_limit", "\\tfrac1L\\sigma(Lt)", m -> m.gates().reluLimit(m.steepness()));

    private static final Quantity<UnitInstance> T = free("t", "t", UnitInstance.T);
    private static final Quantity<UnitInstance> RECIPROCAL_ALL = all("Rec", "\\mathrm{Rec}_\\tau(t)", m -> m.gates().reciprocal(m.threshold()));
    private static final Quantity<UnitInstance> INVERSE = free("inverse", "\\tfrac1t", Expr.ONE.over(UnitInstance.T));
    private static final Quantity<UnitInstance> AFFINE = Quantity.of("affine", "\\tfrac1\\tau\\big(1+\\tfrac{1-t/\\tau}\\alpha\\big)", "", m ->
        Expr.ONE.plus(Expr.ONE.minus(UnitInstance.T.over(Expr.of(m.threshold()))).over(Expr.of(m.alpha()))).over(Expr.of(m.threshold())));
    private static final Quantity<UnitInstance> SLOPE = constant("slope", "\\max(1,\\tfrac1\\alpha)\\tau^{-2}",
        m -> Rational.ONE.max(m.alpha().inverse()).over(m.threshold().pow(2)));
    private static final Quantity<UnitInstance> SPEED = constant("speed", "\\max(1,\\alpha)", m -> m.alpha().max(Rational.ONE));
    private static final Quantity<UnitInstance> GAP = Quantity.of("gap", "|t-f|", "distance of the points", m -> point(m.t()).minus(point(m.f())).abs());
    private static final Quantity<UnitInstance> RECIPROCAL_CHANGE = Quantity.of("reciprocal_change", "|\\mathrm{Rec}_\\tau(t)-\\mathrm{Rec}_\\tau(f)|", "",
        m -> RECIPROCAL.in(m).minus(RECIPROCAL_F.in(m)).abs());
    private static final Quantity<UnitInstance> EARLIER = Quantity.of("earlier", "\\mathrm{Rec}_\\tau(\\min(t,f))", "",
        m -> (m.t().compareTo(m.f()) <= 0 ? RECIPROCAL : RECIPROCAL_F).in(m));
    private static final Quantity<UnitInstance> LATER = Quantity.of("later", "\\mathrm{Rec}_\\tau(\\max(t,f))", "",
        m -> (m.t().compareTo(m.f()) <= 0 ? RECIPROCAL_F : RECIPROCAL).in(m));

    private static final Quantity<UnitInstance> FALL = Quantity.of("fall", "\\mathrm{Rec}_\\tau(t)-\\mathrm{Rec}_\\tau(f)", "",
        m -> RECIPROCAL_ALL.in(m).minus(everywhere(m.gates().reciprocal(m.threshold()), UnitInstance.F)));
    private static final Quantity<UnitInstance> RISE_OF_LINE = Quantity.of("slope_times_distance", "\\max(1,\\tfrac1\\alpha)\\tau^{-2}(f-t)", "",
        m -> SLOPE.in(m).times(UnitInstance.F.minus(UnitInstance.T)));
    private static final Quantity<UnitInstance> TARGET_MINUS_CLIP = Quantity.of("target_minus_clip", "f-\\kappa^-_{\\tau,L}(t)", "",
        m -> UnitInstance.F.minus(everywhere(m.gates().clipBelow(m.threshold(), m.steepness()), UnitInstance.T)));
    private static final Quantity<UnitInstance> TARGET_MINUS_NUMBER = free("target_minus_number", "f-t", UnitInstance.F.minus(UnitInstance.T));
    private static final Quantity<UnitInstance> CARRY_ALL = all("carry_all", "\\sigma(t+B)-B", m -> m.gates().carry(m.bound()));
    private static final Quantity<UnitInstance> BELOW_ALL = all("kappa_below", "\\kappa^-_{\\tau,L}(t)",
        m -> m.gates().clipBelow(m.threshold(), m.steepness()));
    private static final Quantity<UnitInstance> ABOVE_ALL = all("kappa_above", "\\kappa^+_{\\tau,L}(t)",
        m -> m.gates().clipAbove(m.threshold(), m.steepness()));
    private static final Quantity<UnitInstance> MIRROR_ALL = Quantity.of("mirror", "-\\kappa^-_{-\\tau,L}(-t)", "",
        m -> m.gates().clipBelow(m.threshold().negate(), m.steepness()).on(List.of(UnitInstance.T.negate())).get(0).negate());
    private static final Quantity<UnitInstance> CLIP_ALL = all("clip_all", "\\mathrm{clip}_{B,L}(t)", m -> m.gates().clip(1, m.bound(), m.steepness()));
    private static final Quantity<UnitInstance> FLOOR = constant("floor", "\\tau", UnitInstance::threshold);
    private static final Quantity<UnitInstance> SLACK = constant("slack", "\\tfrac\\alpha L", m -> m.alpha().over(m.steepness()));
    private static final Quantity<UnitInstance> RADIUS = constant("radius", "B", UnitInstance::bound);
    private static final Quantity<UnitInstance> CLIP_ERROR = Quantity.of("clip_error", "|\\kappa^-_{\\tau,L}(t)-f|", "$f\\ge\\tau$",
        m -> BELOW.in(m).minus(point(m.f())).abs());

    private static final Quantity<UnitInstance> LIMIT_ERROR_ALL = Quantity.of("limit_error_all", "\\mathrm{ReLU}(t)-\\tfrac1L\\sigma(Lt)", "",
        m -> UnitInstance.T.relu().minus(m.gates().reluLimit(m.steepness()).on(List.of(UnitInstance.T)).get(0)));
    private static final Quantity<UnitInstance> LIMIT_ERROR_CLOSED = Quantity.of("limit_error_closed", "\\tfrac{\\alpha\\max(-t,0)}{1+L\\max(-t,0)}", "",
        m -> {
            var depth = UnitInstance.T.negate().relu();
            return depth.times(Expr.of(m.alpha())).over(Expr.ONE.plus(depth.times(Expr.of(m.steepness()))));
        });
    private static final Quantity<UnitInstance> LIMIT_ERROR = Quantity.of("limit_error", "\\mathrm{ReLU}(t)-\\tfrac1L\\sigma(Lt)", "",
        m -> point(m.t()).relu().minus(LIMIT.in(m)));
    private static final Quantity<UnitInstance> LIMIT_WORST = constant("limit_worst", "\\tfrac{\\alpha B}{1+LB}",
        m -> m.alpha().times(m.bound()).over(Rational.ONE.plus(m.steepness().times(m.bound()))));
    private static final Quantity<UnitInstance> LIMIT_AT_END = Quantity.of("limit_error_at_end", "0-\\tfrac1L\\sigma(-LB)", "",
        m -> Simple.at(m.gates().reluLimit(m.steepness()), 0, m.bound().negate()).negate());

    private UnitClaims() { }

    static List<Claim<?>> reciprocalAndClips() {
        return List.of(reciprocal(), clips());
    }

    /** What {@code evaluate} prints. */
    static List<Quantity<UnitInstance>> printed(UnitInstance model) {
        return List.of(RECIPROCAL, CARRY, BELOW, ABOVE, CLIP, LIMIT, LIMIT_ERROR);
    }

    private static Claim<UnitInstance> reciprocal() {
        return claim("R1", "one unit is a reciprocal")
            .equal("a", "the unit is 1/t for every t from tau on", RECIPROCAL_ALL, INVERSE).everywhere("t \\in [\\tau,W]", m -> above(m, m.threshold()))
            .equal("b", "below tau it is affine", RECIPROCAL_ALL, AFFINE).everywhere("t \\in [-W,\\tau]", m -> below(m, m.threshold()))
            .atMost("c", "it is Lipschitz with the constant max(1, 1/alpha)/tau^2", RECIPROCAL_CHANGE, SLOPE.times(GAP))
            .attainedWhen(m -> m.t().equals(m.f()))
            .atMost("c-decreasing", "it decreases", LATER, EARLIER).attainedWhen(m -> m.t().equals(m.f()))
            .atMost("c-all", "Lipschitz for all pairs of points", FALL, RISE_OF_LINE).everywhere("-W \\le t \\le f \\le W", UnitClaims::pairs)
            .atMost("c-all-decreasing", "and decreasing", number(0), FALL).everywhere("-W \\le t \\le f \\le W", UnitClaims::pairs)
            .toothEqual("T1", "Rec_1(t) = 1/t from t = 1/2 on", RECIPROCAL, number(2), unit("1", "1", "1", "1", "1/2", "1"))
            .ownTooth("c-one", "Lipschitz with the constant 1/tau^2 for every alpha", RECIPROCAL_CHANGE, GAP, unit("1/3", "1", "1", "1", "0", "1"))
            .ownTooth("c-half", "with half of that constant", FALL, RISE_OF_LINE.scaled(1, 2), unit("1/3", "1", "1", "1", "0", "1"))
            .toothEverywhere("-W \\le t \\le f \\le W", UnitClaims::pairs)
            .ownTooth("c-increasing", "it increases", EARLIER, LATER, unit("1", "1", "1", "1", "2", "1"))
            .on(UnitInstance::draw, edges());
    }

    private static Claim<UnitInstance> clips() {
        return claim("R2", "one unit carries a value, one clips it softly from one side")
            .equal("a", "carried values are exact from -B on", CARRY_ALL, T).everywhere("t \\in [-B,W]", m -> above(m, m.bound().negate()))
            .equal("b", "the clip is the identity from tau on", BELOW_ALL, T).everywhere("t \\in [\\tau,W]", m -> above(m, m.threshold()))
            .atMost("b-upper", "below tau it stays below tau", BELOW_ALL, FLOOR).everywhere("t \\in [-W,\\tau]", m -> below(m, m.threshold()))
            .atMost("b-lower", "and above tau - alpha/L", FLOOR.minus(SLACK), BELOW_ALL).everywhere("t \\in [-W,\\tau]", m -> below(m, m.threshold()))
            .atMost("b-error", "clipping a number costs at most the factor max(1, alpha) against any f >= tau", CLIP_ERROR, SPEED.times(GAP))
            .attainedWhen(m -> m.t().compareTo(m.threshold()) >= 0 && m.alpha().compareTo(Rational.ONE) <= 0 || m.t().equals(m.f()))
            .atMost("b-error-all", "for all numbers below tau and all f above, where the clip lies between", TARGET_MINUS_CLIP, SPEED.times(TARGET_MINUS_NUMBER))
            .everywhere("t \\in [-W,\\tau],\\ f \\in [\\tau,W]", UnitClaims::numberAndTarget)
            .equal("c", "the clip from above is its mirror image", ABOVE_ALL, MIRROR_ALL).everywhere("t \\in [-W,W]", m -> below(m, m.far()))
            .equal("d", "two layers are the identity on [-B, B]", CLIP_ALL, T).everywhere("t \\in [-B,B]", m -> between(m.bound().negate(), m.bound()))
            .atMost("d-upper", "and map [-W, W] below B + alpha/L", CLIP_ALL, RADIUS.plus(SLACK)).everywhere("t \\in [-W,W]", m -> below(m, m.far()))
            .atMost("d-lower", "and above -B - alpha/L", RADIUS.plus(SLACK).scaled(-1, 1), CLIP_ALL)
            .everywhere("t \\in [-W,W]", m -> below(m, m.far()))
            .ownToothEqual("a-below", "values below -B are carried too", CARRY, number(-2), unit("1", "1", "1", "1", "-2", "1"))
            .ownTooth("b-half", "the clip stays above tau - alpha/(2L)", FLOOR.minus(SLACK.scaled(1, 2)), BELOW, unit("1", "1", "1", "1", "-9", "1"))
            .ownTooth("b-one", "clipping costs nothing for any alpha", CLIP_ERROR, GAP, unit("3", "1", "1", "1", "1/2", "1"))
            .ownToothEqual("d-hard", "the clip is max(-B, min(B, t))", CLIP, RADIUS, unit("1", "1", "1", "1", "2", "1"))
            .on(UnitInstance::draw, edges());
    }

    static Claim<UnitInstance> limit() {
        return claim("R6", "ReLU as a limit")
            .restsOn("R2")
            .atMost("lower", "the limit is never above ReLU", number(0), LIMIT_ERROR_ALL).everywhere("t \\in [-W,W]", m -> below(m, m.far()))
            .equal("", "the difference in closed form", LIMIT_ERROR_ALL, LIMIT_ERROR_CLOSED).everywhere("t \\in [-W,W]", m -> below(m, m.far()))
            .atMost("upper", "the limit is below ReLU by at most alpha/L", LIMIT_ERROR_ALL, SLACK).everywhere("t \\in [-W,W]", m -> below(m, m.far()))
            .atMost("sup", "on [-B, 0] by at most alpha B/(1 + L B)", LIMIT_ERROR_ALL, LIMIT_WORST)
            .everywhere("t \\in [-B,0]", m -> between(m.bound().negate(), Rational.ZERO))
            .equal("attained", "which is attained at -B", LIMIT_AT_END, LIMIT_WORST)
            .tooth("T5", "the difference is at most alpha/(2L)", LIMIT_ERROR, SLACK.scaled(1, 2), unit("1", "1", "1", "1", "-9", "1"))
            .ownTooth("exact", "the difference is 0 for negative t", LIMIT_ERROR, number(0), unit("1/2", "1", "1000", "1", "-1", "1"))
            .on(UnitInstance::draw, edges());
    }

    private static List<Edge<UnitInstance>> edges() {
        return List.of(
            new Edge<>("t = tau = f, where both branches touch", unit("2/3", "1/2", "3", "2", "1/2", "1/2")),
            new Edge<>("t = -B", unit("2/3", "1/2", "3", "2", "-2", "1")),
            new Edge<>("alpha = 1", unit("1", "1", "1", "1", "1/2", "3/2")),
            new Edge<>("alpha close to 1", unit("1000001/1000000", "1", "1", "1", "1/2", "3/2")),
            new Edge<>("small threshold, steep clip", unit("20", "1/1000000", "1000000", "1/1000", "-1", "1")),
            new Edge<>("far away", unit("1/20", "5", "1", "20", "-1000", "1000")));
    }

    static UnitInstance unit(String alpha, String threshold, String steepness, String bound, String t, String f) {
        return new UnitInstance(Rational.parse(alpha), Rational.parse(threshold), Rational.parse(steepness), Rational.parse(bound),
            Rational.parse(t), Rational.parse(f));
    }

    /** {-W <= t <= f <= W}. */
    private static Domain pairs(UnitInstance m) {
        var end = m.far();
        return Domain.simplex(List.of(UnitInstance.T, UnitInstance.F), List.of(List.of(end.negate(), end.negate()), List.of(end.negate(), end), List.of(end, end)));
    }

    private static Domain numberAndTarget(UnitInstance m) {
        return Domain.box(List.of(UnitInstance.T, UnitInstance.F), List.of(m.far().negate(), m.threshold()), List.of(m.threshold(), m.far()));
    }

    private static Expr everywhere(Network gate, Expr x) {
        return gate.on(List.of(x)).get(0);
    }

    private static Domain above(UnitInstance m, Rational lower) {
        return between(lower, m.far());
    }

    private static Domain below(UnitInstance m, Rational upper) {
        return between(m.far().negate(), upper);
    }

    private static Domain between(Rational lower, Rational upper) {
        return Domain.interval(UnitInstance.T, lower, upper);
    }

    private static Expr point(Rational value) {
        return Expr.of(value);
    }

    private static Quantity<UnitInstance> at(String name, String tex, Function<UnitInstance, Network> gate) {
        return Quantity.of(name, tex, "at the point $t$", m -> Simple.at(gate.apply(m), 0, m.t()));
    }

    private static Quantity<UnitInstance> other(String name, String tex, Function<UnitInstance, Network> gate) {
        return Quantity.of(name, tex, "at the point $f$", m -> Simple.at(gate.apply(m), 0, m.f()));
    }

    private static Quantity<UnitInstance> all(String name, String tex, Function<UnitInstance, Network> gate) {
        return Quantity.of(name, tex, "", m -> gate.apply(m).on(List.of(UnitInstance.T)).get(0));
    }

    private static Quantity<UnitInstance> free(String name, String tex, Expr value) {
        return Quantity.of(name, tex, "", m -> value);
    }

    private static Quantity<UnitInstance> constant(String name, String tex, Function<UnitInstance, Rational> value) {
        return Quantity.of(name, tex, "", m -> Expr.of(value.apply(m)));
    }

    private static Claim.Builder<UnitInstance> claim(String id, String title) {
        return Claim.of(RatioSignRelu.ID, id, title, UnitInstance.class,
            Provenance.derived("", "proved for all t up to |t| = W = 1000 (max(tau, B) + 1), far beyond all breaks"));
    }
}
