package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R7: a ReLU network in place of the tilt. */
final class PerturbationClaims {

    private static final String TITLE = "A ReLU network in place of the tilt";
    private static final String RANGE = "z\\in[-R,R]";
    private static final String MORE = "z\\in[z_0-R-1,z_0+R+1]";

    private static final Quantity<InterpolatedTilt> SHIFT = of("shift", "|r_\\phi-r_f|", "at $x$", InterpolatedTilt::shift);
    private static final Quantity<InterpolatedTilt> ERROR = of("error", "\\epsilon", "COS: bound of $|\\phi-h|$ on $[-R,R]$; MIX: $2\\delta$", InterpolatedTilt::error);
    private static final Quantity<InterpolatedTilt> SINH = of("sinh_delta", "\\sinh\\delta", "", t -> {
        var up = t.error().over(2).exp();
        return up.minus(Expr.ONE.over(up)).over(2);
    });
    private static final Quantity<InterpolatedTilt> SPREAD = of("spread", "\\lambda_{\\max}({\\rm Cov}\\,U)^{1/2}", "at $x$", InterpolatedTilt::deviation);
    private static final Quantity<InterpolatedTilt> ONE_KAPPA = of("one_kappa", "1+\\sigma C", "", t -> Expr.ONE.plus(t.tilt().kappa()));
    private static final Quantity<InterpolatedTilt> DIFFERENCE = of("difference", "\\phi(z)-h(z)", "", InterpolatedTilt::difference);
    private static final Quantity<InterpolatedTilt> HALF_BIT = of("half_bit", "2^{-p-1}", "", t -> Expr.of(t.rounding().over(Rational.TWO)));
    private static final Quantity<InterpolatedTilt> MEAN = of("mean_shift", "\\int|r_\\phi-r_f|^2p_t", "", InterpolatedTilt::meanShift);
    private static final Quantity<InterpolatedTilt> MEAN_BOUND = of("mean_bound", "e^{\\Delta+2\\Delta'}[(e^\\delta-1)^2+(e^{\\Delta'}-1)^2P(A^c)]", "", InterpolatedTilt::meanBound);
    private static final Quantity<InterpolatedTilt> PATH = of("path", "\\|\\phi\\|_{\\rm path}", "counted", t -> Expr.of(t.path()));
    private static final Quantity<InterpolatedTilt> PATH_BOUND = of("path_bound", "(2R|c|\\omega^2+2|c|\\omega+\\tfrac{4R}{2^pH^2})(\\|\\theta\\|_1+R)+|c|+2^{-p}", "", t -> Expr.of(t.pathBound()));

    private static final Quantity<AddedTilt> ADDED_SHIFT = Quantity.of("shift", "|r_\\phi-r_f|", "at $x$", AddedTilt::shift);
    private static final Quantity<AddedTilt> ADDED_SINH = Quantity.of("sinh_delta", "\\sinh\\delta", "", AddedTilt::sinh);
    private static final Quantity<AddedTilt> HALF_LINE = Quantity.of("half_line", "|P_f(z\\le x)-P_\\phi(z\\le x)|", "", t -> t.halfLine(t.x()));
    private static final Quantity<AddedTilt> CENTER = Quantity.of("half_line_0", "|P_f(z\\le0)-P_\\phi(z\\le0)|", "", t -> t.halfLine(Rational.ZERO));
    private static final Quantity<AddedTilt> TANH = Quantity.of("tanh", "\\tanh(\\delta/2)", "", AddedTilt::tanh);
    private static final Quantity<AddedTilt> SET_BOUND = Quantity.of("set_bound", "\\tanh(\\delta_A/2)+P_f(A^c)+P_\\phi(A^c)", "$A=\\{|z|\\le|x|\\}$", AddedTilt::setBound);

    private static final Quantity<ScaledMixture> F = Quantity.of("f", "f(x)", "", ScaledMixture::value);

    static final List<Quantity<AddedTilt>> ADDED = List.of(ADDED_SHIFT, ADDED_SINH, HALF_LINE, TANH, CENTER, SET_BOUND);
    static final List<Quantity<ScaledMixture>> MIXTURE = List.of(F, upper(true), lower(true), upper(false), lower(false));

    private PerturbationClaims() { }

    static List<Quantity<InterpolatedTilt>> printed(InterpolatedTilt tilt) {
        return tilt.isCosine() ? List.of(SHIFT, ERROR, MEAN, MEAN_BOUND, PATH, PATH_BOUND) : List.of(SHIFT, ERROR, SINH, SPREAD, ONE_KAPPA);
    }

    private static Quantity<InterpolatedTilt> of(String name, String tex, String meaning, Function<InterpolatedTilt, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    static Claim<?> perturbation() {
        var provenance = Provenance.derived("a tilt that ReLU networks of bounded path norm approximate on balls has a score that they approximate",
            "bounds derived here: (a) at points, for interpolants of two modes with a bound on the whole line and for bounded perturbations of linear tilts; (b) for interpolants of cosines; the interpolation errors of (d) proved for all "
                + "inputs, path norms counted; (e) at points. Total variation is compared through half lines, which bound it from below: a necessary inequality");
        return interpolated(provenance).and(added(provenance), "-added", TITLE, provenance).and(mixtures(provenance), "-mixture", TITLE, provenance);
    }

    private static Claim<InterpolatedTilt> interpolated(Provenance provenance) {
        var odd = modes("1", "1/2", "3", 9, 12, "1/2");
        return Claim.of(DimensionFreeScore.ID, "R7", TITLE, InterpolatedTilt.class, provenance)
            .restsOn("R3")
            .atMost("a", "global error: the shift of the posterior mean", SHIFT, SINH.times(SPREAD)).about(t -> !t.isCosine())
            .atMost("a-kappa", "with the bound of its spread", SHIFT, SINH.times(ONE_KAPPA)).about(t -> !t.isCosine())
            .atMost("b", "error on a set: the mean squared shift", MEAN, MEAN_BOUND).about(InterpolatedTilt::isCosine)
            .atMost("d-modes-lower", "chords of two modes overshoot, up to rounding", HALF_BIT.scaled(-1, 1), DIFFERENCE).about(t -> !t.isCosine())
            .everywhere(MORE, InterpolatedTilt::domain)
            .atMost("d-modes-upper", "by at most this much", DIFFERENCE.plus(HALF_BIT), ERROR).about(t -> !t.isCosine())
            .everywhere(MORE, InterpolatedTilt::domain)
            .atMost("d-cosine-upper", "chords of a cosine are close from above", DIFFERENCE, ERROR).about(InterpolatedTilt::isCosine)
            .everywhere(RANGE, InterpolatedTilt::domain)
            .atMost("d-cosine-lower", "and from below", DIFFERENCE.scaled(-1, 1), ERROR).about(InterpolatedTilt::isCosine)
            .everywhere(RANGE, InterpolatedTilt::domain)
            .atMost("d-path", "the path norm is bounded however many knots there are", PATH, PATH_BOUND).about(InterpolatedTilt::isCosine)
            .ownTooth("a-twentieth", "a twentieth of the shift's bound", SHIFT, SINH.times(SPREAD).scaled(1, 20), odd)
            .ownTooth("d-half", "half of the interpolation error", DIFFERENCE, ERROR.scaled(1, 2), odd).toothEverywhere(MORE, InterpolatedTilt::domain)
            .ownTooth("d-cosine-half", "half of that of a cosine", DIFFERENCE.scaled(-1, 1), ERROR.scaled(1, 2), cosine("1", "1", "0", "2", 5, 14))
            .toothEverywhere(RANGE, InterpolatedTilt::domain)
            .ownTooth("d-path-quarter", "a quarter of the path norm's bound", PATH, PATH_BOUND.scaled(1, 4), cosine("1", "1", "0", "2", 5, 14))
            .on(PerturbationClaims::draw, List.of(new Edge<>("two modes, nine pieces", odd), new Edge<>("unequal weights", modes("3/2", "1/4", "2", 4, 20, "-1")),
                new Edge<>("a cosine", cosine("1", "1", "0", "2", 5, 14)), new Edge<>("a cosine on a narrow range", cosine("1/2", "2", "1/2", "1/2", 1, 8))));
    }

    private static InterpolatedTilt modes(String m, String p, String reach, int pieces, int bits, String x) {
        return new InterpolatedTilt(Tilts.modes(m, p, "3/5", 1), List.of(Rational.ONE), Tilts.q(reach), pieces, bits, Tilts.q(x));
    }

    private static InterpolatedTilt cosine(String c, String omega, String phase, String reach, int pieces, int bits) {
        return new InterpolatedTilt(Tilts.cosine(c, omega, phase, "3/5", 2), AssembledClaims.direction("3/5 4/5", 2), Tilts.q(reach), pieces, bits, Rational.ONE);
    }

    private static InterpolatedTilt draw(Draw draw) {
        boolean cosine = draw.yes();
        int dimension = draw.integer(1, 3);
        Profile profile = cosine ? new Cosine(Rational.of(draw.integer(1, 4), 8).times(draw.yes() ? Rational.ONE.negate() : Rational.ONE), Rational.of(draw.integer(1, 6), 4), Rational.of(draw.integer(0, 24), 8))
            : new TwoModes(Rational.of(draw.integer(1, 12), 8), draw.integer(0, 2) < 2 ? Rational.of(1, 2) : Rational.of(draw.integer(1, 15), 16));
        return new InterpolatedTilt(new RidgeTilt(profile, dimension, Tilts.time(draw)), AssembledClaims.direction(draw, dimension), Rational.of(draw.integer(2, 8), 2), draw.integer(1, 6),
            draw.integer(6, 16), draw.rational(-3, 3, 4));
    }

    private static Claim<AddedTilt> added(Provenance provenance) {
        // delta clamp(1000 z, -1, 1), delta = 1/10, at 0
        var clamp = new AddedTilt(Rational.ZERO, PiecewiseLinear.of(Tilts.list("-1/1000 1/1000"), Tilts.list("-1/10 1/10")), Tilts.time("3/5"), Rational.ZERO);
        return Claim.of(DimensionFreeScore.ID, "R7", TITLE, AddedTilt.class, provenance)
            .restsOn("R3")
            .atMost("a", "a bounded perturbation of a linear tilt", ADDED_SHIFT, ADDED_SINH).about(PerturbationClaims::isAdded)
            .atMost("a-tv", "total variation, from below by a half line", HALF_LINE, TANH).about(PerturbationClaims::isAdded)
            .atMost("c-tv", "total variation with an error on a set alone, from below by a half line", CENTER, SET_BOUND)
            .tooth("T10", "half of sinh(delta)", ADDED_SHIFT, ADDED_SINH.scaled(1, 2), clamp)
            .ownTooth("a-tv-half", "half of tanh(delta/2)", HALF_LINE, TANH.scaled(1, 2), clamp)
            .ownTooth("c-tv-inside", "with the error on a set, but without the mass outside", CENTER, Quantity.of("inside", "\\tanh(\\delta_A/2)", "", t -> Expr.of(t.deltaInside()).over(2).tanh()),
                new AddedTilt(Rational.ZERO, PiecewiseLinear.of(Tilts.list("1/2 1"), Tilts.list("0 1")), Tilts.time("3/5"), Rational.of(1, 2)))
            .on(PerturbationClaims::drawAdded, List.of(new Edge<>("T10", clamp),
                new Edge<>("nothing added", new AddedTilt(Rational.ONE, PiecewiseLinear.of(Tilts.list("0"), Tilts.list("1")), Tilts.time("4/5"), Rational.ONE)),
                new Edge<>("a step outside of the set", new AddedTilt(Rational.ZERO, PiecewiseLinear.of(Tilts.list("1/2 1"), Tilts.list("0 1")), Tilts.time("3/5"), Rational.of(1, 2)))));
    }

    private static boolean isAdded(AddedTilt t) {
        return t.delta().signum() > 0;
    }

    private static AddedTilt drawAdded(Draw draw) {
        return new AddedTilt(draw.rational(-1, 1, 4), Tilts.piecewise(draw), Tilts.time(draw), draw.rational(-3, 3, 4));
    }

    private static Quantity<ScaledMixture> upper(boolean positive) {
        return Quantity.of(positive ? "f_upper" : "f_upper_signed", "\\beta|x|^2+c_+", positive ? "" : "$\\beta$ of any sign", m -> m.upper(positive));
    }

    private static Quantity<ScaledMixture> lower(boolean positive) {
        return Quantity.of(positive ? "f_lower" : "f_lower_signed", "-\\alpha|x|^2-c_-", positive ? "" : "$\\alpha$ of any sign", m -> m.lower(positive));
    }

    private static Claim<ScaledMixture> mixtures(Provenance provenance) {
        var two = new ScaledMixture(Tilts.list("1/2 1/2"), List.of(Tilts.list("2 0"), Tilts.list("-2 1")), Tilts.list("11/10 9/10"), Rational.of(1, 16), Tilts.list("4 0"));
        return Claim.of(DimensionFreeScore.ID, "R7", TITLE, ScaledMixture.class, provenance)
            .atMost("e-upper", "mixtures near the identity grow at most quadratically", F, upper(true)).attainedWhen(m -> m.isHighest(true))
            .atMost("e-lower", "and fall at most quadratically", lower(true), F).attainedWhen(m -> m.isLowest(true))
            .atMost("e-upper-signed", "also with constants of any sign", F, upper(false)).attainedWhen(m -> m.isHighest(false))
            .atMost("e-lower-signed", "and from below", lower(false), F).attainedWhen(m -> m.isLowest(false))
            .ownTooth("e-no-constant", "without c_+", F, Quantity.of("f_false", "\\beta|x|^2", "", m -> Expr.of(m.beta(true).times(m.square()))), two)
            .on(PerturbationClaims::drawMixture, List.of(new Edge<>("two", two),
                new Edge<>("one, the identity", new ScaledMixture(Tilts.list("1"), List.of(Tilts.list("0 0 0")), Tilts.list("1"), Rational.of(1, 100), Tilts.list("1 2 3"))),
                new Edge<>("narrow ones, far out", new ScaledMixture(Tilts.list("1/4 3/4"), List.of(Tilts.list("1"), Tilts.list("-1")), Tilts.list("1/2 3/4"), Rational.of(1, 8), Tilts.list("40")))));
    }

    private static ScaledMixture drawMixture(Draw draw) {
        int dimension = draw.integer(1, 3);
        int count = draw.integer(1, 3);
        var parts = draw.list(count, d -> Rational.of(d.integer(1, 6)));
        var total = parts.stream().reduce(Rational.ZERO, Rational::plus);
        return new ScaledMixture(parts.stream().map(part -> part.over(total)).toList(), draw.list(count, d -> d.list(dimension, e -> e.rational(-2, 2, 3))),
            draw.list(count, d -> Rational.of(d.integer(6, 14), 10)), Rational.of(1, draw.integer(4, 64)), draw.list(dimension, d -> d.rational(-4, 4, 2)));
    }
}
