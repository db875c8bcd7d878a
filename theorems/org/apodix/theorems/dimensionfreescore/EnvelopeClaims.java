package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R2: envelopes and tails under quadratic growth. */
final class EnvelopeClaims {

    private static final String TITLE = "Envelopes and tails under quadratic growth";

    private static final Quantity<QuadraticPoint> Z = gauss("Z", "Z", "$E_\\gamma e^f$", QuadraticPoint::normalizer);
    private static final Quantity<QuadraticPoint> F = gauss("F", "F_t(x)", "at $|x|=R$", QuadraticPoint::density);
    private static final Quantity<QuadraticPoint> LAW = gauss("p_t", "p_t(x)", "times $(2\\pi)^{d/2}$", QuadraticPoint::law);
    private static final Quantity<QuadraticPoint> TAIL = gauss("tail", "P(|X_t|>R)", "", QuadraticPoint::tail);
    private static final Quantity<QuadraticPoint> SECOND = gauss("tail2", "E|X_t|^21_{|X_t|>R}", "", QuadraticPoint::secondTail);

    private static final Quantity<ModesPoint> MODES_F = modes("F", "F_t(x)", "at $x=R$, $d=1$", ModesPoint::density);
    private static final Quantity<ModesPoint> MODES_TAIL = modes("tail", "P(|X_t|>R)", "", ModesPoint::tail);
    private static final Quantity<ModesPoint> MODES_SECOND = modes("tail2", "E|X_t|^21_{|X_t|>R}", "", ModesPoint::secondTail);

    static final List<Quantity<QuadraticPoint>> PRINTED = List.of(Z, F, LAW, TAIL, SECOND);
    static final List<Quantity<ModesPoint>> PRINTED_MODES = List.of(MODES_F, MODES_TAIL, MODES_SECOND);

    private EnvelopeClaims() { }

    private static Quantity<QuadraticPoint> gauss(String name, String tex, String meaning, Function<QuadraticPoint, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Quantity<ModesPoint> modes(String name, String tex, String meaning, Function<ModesPoint, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Quantity<QuadraticPoint> bound(String name, String tex, boolean attained, Function<Growth, Expr> definition) {
        return gauss(name + (attained ? "_attained" : ""), tex, attained ? "$\\alpha=-\\beta=\\lambda/2$" : "$\\alpha,\\beta\\ge0$",
            p -> definition.apply(p.growth(attained)));
    }

    static Claim<?> envelopes() {
        var provenance = Provenance.derived("f grows at most quadratically", "explicit constants, attained by quadratic tilts; executed on quadratic tilts in any dimension and on two modes on the line");
        return quadratic(provenance).and(twoModes(provenance), "-modes", TITLE, provenance);
    }

    private static Claim<QuadraticPoint> quadratic(Provenance provenance) {
        var witness = new QuadraticPoint(new Quadratic(Rational.ONE, 3, Tilts.time("3/5")), Rational.ZERO);
        var claim = Claim.of(DimensionFreeScore.ID, "R2", TITLE, QuadraticPoint.class, provenance);
        for (var attained : List.of(false, true)) {
            var suffix = attained ? "-attained" : "";
            claim.atMost("a-lower" + suffix, "Z is not too small", bound("Z_lower", "Z_-", attained, Growth::leastZ), Z).attainedWhen(p -> attained || isFlat(p))
                .atMost("a-upper" + suffix, "nor too large", Z, bound("Z_upper", "Z_+", attained, Growth::mostZ)).attainedWhen(p -> attained || isTouched(p))
                .atMost("b-lower" + suffix, "the envelope of F from below", envelope("F_lower", "F_-", attained, false), F)
                .attainedWhen(p -> attained || isFlat(p))
                .atMost("b-upper" + suffix, "and from above", F, envelope("F_upper", "F_+", attained, true)).attainedWhen(p -> attained || isTouched(p))
                .atMost("c" + suffix, "the density", LAW, gauss("p_upper" + suffix, "G\\,N(0,s_t^2I)(x)", "times $(2\\pi)^{d/2}$",
                    p -> p.growth(attained).factor().times(p.gaussian(p.growth(attained).spread(p.tilt().time().variance())))))
                .attainedWhen(p -> attained || isTouched(p))
                .atMost("d" + suffix, "the tail", TAIL, gauss("tail_upper" + suffix, "G\\,Q(\\tfrac d2,\\tfrac{R^2}{2s_t^2})", "",
                    p -> p.growth(attained).tail(Expr.of(p.squared())))).attainedWhen(p -> attained || isTouched(p))
                .atMost("d-second" + suffix, "and its second moment", SECOND, gauss("tail2_upper" + suffix, "G\\,d\\,s_t^2\\,Q(\\tfrac d2+1,\\tfrac{R^2}{2s_t^2})", "",
                    p -> p.growth(attained).secondTail(Expr.of(p.squared()), p.tilt().time().variance()))).attainedWhen(p -> attained || isTouched(p));
        }
        return claim
            .tooth("T2-Z", "one factor more", bound("Z_false", "(1+2\\alpha)^{1-d/2}", false,
                g -> g.leastZ().times(Expr.of(Rational.ONE.plus(g.alpha().times(Rational.TWO))))), Z, witness)
            .tooth("T2-F", "without the factor of F", gauss("F_false", "e^{-\\alpha a^2|x|^2}", "",
                p -> Expr.of(p.growth(false).alpha().times(p.tilt().time().a().pow(2)).times(p.squared()).negate()).exp()), F, witness)
            .ownTooth("d-half", "half of the tail", TAIL, gauss("tail_half", "\\tfrac12G\\,Q", "", p -> p.growth(true).tail(Expr.of(p.squared())).over(2)), witness)
            .on(draw -> new QuadraticPoint(Tilts.quadratic(draw), Rational.of(draw.integer(0, 40), 8)), List.of(new Edge<>("T2", witness),
                new Edge<>("no tilt", new QuadraticPoint(new Quadratic(Rational.ZERO, 2, Tilts.time("4/5")), Rational.TWO)),
                new Edge<>("narrower than the noise, far out", new QuadraticPoint(new Quadratic(Rational.of(4), 20, Tilts.time("12/13")), Rational.of(9))),
                new Edge<>("wide data", new QuadraticPoint(new Quadratic(Rational.of(-4, 5), 5, Tilts.time("5/13")), Rational.of(3)))));
    }

    private static Quantity<QuadraticPoint> envelope(String name, String tex, boolean attained, boolean upper) {
        return gauss(name + (attained ? "_attained" : ""), tex, "", p -> upper ? p.growth(attained).mostF(p.squared()) : p.growth(attained).leastF(p.squared()));
    }

    /** Whether the lower bound with nonnegative constants is the exact one too: for lambda >= 0. */
    private static boolean isFlat(QuadraticPoint p) {
        return p.tilt().lambda().signum() >= 0;
    }

    /** Whether the upper bounds with nonnegative constants are: for lambda <= 0. */
    private static boolean isTouched(QuadraticPoint p) {
        return p.tilt().lambda().signum() <= 0;
    }

    private static Claim<ModesPoint> twoModes(Provenance provenance) {
        var witness = new ModesPoint(new TwoModes(Rational.ONE, Rational.of(1, 2)), Tilts.time("3/5"), Rational.of(1, 4), Rational.TWO);
        Formula<ModesPoint> one = Formula.number(1);
        return Claim.of(DimensionFreeScore.ID, "R2", TITLE, ModesPoint.class, provenance)
            .atMost("a-lower", "Z is not too small", modes("Z_lower", "Z_-", "", p -> p.growth().leastZ()), one)
            .atMost("a-upper", "nor too large", one, modes("Z_upper", "Z_+", "", p -> p.growth().mostZ()))
            .atMost("b-lower", "the envelope of F from below", modes("F_lower", "F_-", "", p -> p.growth().leastF(p.radius().pow(2))), MODES_F)
            .atMost("b-upper", "and from above", MODES_F, modes("F_upper", "F_+", "", p -> p.growth().mostF(p.radius().pow(2))))
            .atMost("d", "the tail", MODES_TAIL, modes("tail_upper", "G\\,Q(\\tfrac12,\\tfrac{R^2}{2s_t^2})", "", p -> p.growth().tail(Expr.of(p.radius().pow(2)))))
            .atMost("d-second", "and its second moment", MODES_SECOND, modes("tail2_upper", "G\\,s_t^2\\,Q(\\tfrac32,\\tfrac{R^2}{2s_t^2})", "",
                p -> p.growth().secondTail(Expr.of(p.radius().pow(2)), p.time().variance())))
            .ownTooth("upper-without-c", "without the constant c_+ + c_-", MODES_F, modes("F_false", "F_+e^{-c_+-c_-}", "",
                p -> p.growth().mostF(p.radius().pow(2)).over(p.growth().above().plus(p.growth().below()).exp())), witness)
            .on(draw -> new ModesPoint(Tilts.modes(draw), Tilts.time(draw), Rational.of(draw.integer(1, 7), 16), Rational.of(draw.integer(0, 32), 8)),
                List.of(new Edge<>("two modes", witness),
                    new Edge<>("nearly one", new ModesPoint(new TwoModes(Rational.of(1, 8), Rational.of(15, 16)), Tilts.time("24/25"), Rational.of(1, 16), Rational.of(3)))));
    }
}
