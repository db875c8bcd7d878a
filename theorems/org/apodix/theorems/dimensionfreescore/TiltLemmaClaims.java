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

/** R3: the four tilt lemmas. */
final class TiltLemmaClaims {

    private static final String TITLE = "Four tilt lemmas";

    private static final Quantity<DiscreteTilt> VARIANCE = exact("var_q", "\\mathrm{Var}_\\pi(q)", "", DiscreteTilt::variance);
    private static final Quantity<DiscreteTilt> SINH2 = exact("sinh2", "\\sinh^2\\delta", "$e^{2\\delta}$ is the largest ratio of weights", DiscreteTilt::sinhSquared);
    private static final Quantity<DiscreteTilt> TV = exact("TV", "\\mathrm{TV}(\\pi,q\\pi)", "", DiscreteTilt::distance);
    private static final Quantity<DiscreteTilt> TANH = discrete("tanh", "\\tanh(\\delta/2)", "", t -> t.tanh(2));
    private static final Quantity<DiscreteTilt> TANH4 = discrete("tanh4", "\\tanh(\\delta/4)", "", t -> t.tanh(4));
    private static final Quantity<DiscreteTilt> SHIFT = exact("shift2", "(E_{q\\pi}\\xi-E_\\pi\\xi)^2", "", DiscreteTilt::shiftSquared);
    private static final Quantity<DiscreteTilt> SPREAD = exact("var_xi", "\\mathrm{Var}_\\pi(\\xi)", "", DiscreteTilt::spread);

    private static final Quantity<RidgePoint> MEAN = point("r_abs", "|r|", "", p -> p.mean().abs());
    private static final Quantity<RidgePoint> KAPPA = point("kappa", "\\kappa", "$\\sigma C$", p -> p.tilt().kappa());
    private static final Quantity<RidgePoint> RHO = point("rho", "\\rho", "$E W^2$", p -> p.mu(2));
    private static final Quantity<RidgePoint> COSH2 = point("cosh2", "\\cosh^2(\\Delta/2)", "", p -> coshSquared(p.tilt(), 1));

    private static final Quantity<MixturePoint> MIXTURE_RHO = Quantity.of("rho", "\\rho", "$E W^2$", MixturePoint::rho);
    private static final Quantity<MixturePoint> MIXTURE_BOUND = Quantity.of("rho_bound", "e^{\\kappa^2}", "", p -> Expr.of(p.kappaSquared()).exp());
    private static final Quantity<MixturePoint> MIXTURE_MEAN = Quantity.of("r2", "|r|^2", "", MixturePoint::meanSquare);
    private static final Quantity<MixturePoint> MIXTURE_KAPPA = Quantity.of("kappa2", "\\kappa^2", "", p -> Expr.of(p.kappaSquared()));

    private static final Quantity<RidgeTilt> SECOND = Quantity.of("m2_d", "|m_2-d|", "", t -> t.profile().secondMoment().minus(Expr.ONE).abs());
    private static final Quantity<RidgeTilt> SECOND_BOUND = Quantity.of("m2_bound", "\\sqrt{2d}\\sinh(\\Delta/2)", "", t -> {
        var half = t.profile().oscillation().over(2);
        return Expr.of(2L * t.dimension()).sqrt().times(half.exp().minus(half.negate().exp()).over(2));
    });
    private static final Quantity<RidgeTilt> PRODUCT = Quantity.of("K_product", "K_d", "$K_1^d$, of the product tilt $\\sum_jh(x_j)$", t -> t.compared().chiSquare().pow(t.dimension()));
    private static final Quantity<RidgeTilt> PRODUCT_BOUND = Quantity.of("cosh2_d", "\\cosh^2(d\\Delta_1/2)", "", t -> coshSquared(t, t.dimension()));
    private static final Quantity<RidgeTilt> LINE_BOUND = Quantity.of("cosh2_1", "\\cosh^2(\\Delta_1/2)", "", t -> coshSquared(t, 1));

    static final List<Quantity<DiscreteTilt>> PRINTED = List.of(VARIANCE, SINH2, TV, TANH, SHIFT, SPREAD);
    static final List<Quantity<RidgePoint>> POINT = List.of(IdentityClaims.MEAN, KAPPA, RHO, mu(3), mu(4));

    private TiltLemmaClaims() { }

    private static Quantity<DiscreteTilt> exact(String name, String tex, String meaning, Function<DiscreteTilt, Rational> definition) {
        return Quantity.of(name, tex, meaning, t -> Expr.of(definition.apply(t)));
    }

    private static Quantity<DiscreteTilt> discrete(String name, String tex, String meaning, Function<DiscreteTilt, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Quantity<RidgePoint> point(String name, String tex, String meaning, Function<RidgePoint, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    /** cosh^2(times Delta/2) = (e^{times Delta} + 2 + e^{-times Delta})/4. */
    private static Expr coshSquared(RidgeTilt tilt, int times) {
        var osc = tilt.profile().oscillation().times(times);
        return osc.exp().plus(Expr.TWO).plus(osc.negate().exp()).over(4);
    }

    static Claim<?> lemmas() {
        var provenance = Provenance.derived("the weights of the Monte-Carlo estimator have bounded moments",
            "sharp constants; (a)-(c) on random discrete laws in exact numbers; (d) through its consequences mu_k, rho and |r| at random points, for COS, MIX, PL, LIN and mixtures; the coupling "
                + "itself and the resampled node are proved, not executed");
        return discrete(provenance).and(bounded(provenance), "-bounded", TITLE, provenance).and(mixtures(provenance), "-mixture", TITLE, provenance)
            .and(points(provenance), "-point", TITLE, provenance);
    }

    private static Claim<DiscreteTilt> discrete(Provenance provenance) {
        var fifths = new DiscreteTilt(Tilts.list("1/5 4/5"), Tilts.list("4 1"), Tilts.list("1 0"));
        var thirds = new DiscreteTilt(Tilts.list("1/3 2/3"), Tilts.list("4 1"), Tilts.list("1 0"));
        return Claim.of(DimensionFreeScore.ID, "R3", TITLE, DiscreteTilt.class, provenance)
            .atMost("a", "the variance of the density", VARIANCE, SINH2)
            .atMost("b", "total variation", TV, TANH)
            .atMost("c", "the shift of a mean", SHIFT, SINH2.times(SPREAD))
            .tooth("T3(a)", "half of the variance", VARIANCE, SINH2.scaled(1, 2), fifths)
            .tooth("T3(b)", "tanh(delta/4)", TV, TANH4, thirds)
            .ownTooth("c-nine-tenths", "nine tenths of the shift", SHIFT, SINH2.times(SPREAD).scaled(9, 10), fifths)
            .on(Tilts::discrete, List.of(new Edge<>("(a) and (c) are attained", fifths), new Edge<>("(b) is attained", thirds),
                new Edge<>("no tilt", new DiscreteTilt(Tilts.list("1/2 1/2"), Tilts.list("1 1"), Tilts.list("1 -1"))),
                new Edge<>("a constant function", new DiscreteTilt(Tilts.list("1/2 1/2"), Tilts.list("4 1"), Tilts.list("1 1")))));
    }

    private static Quantity<RidgePoint> mu(int k) {
        return point("mu_" + k, "\\mu_" + k, "$E W^" + k + "$", p -> p.mu(k));
    }

    private static Quantity<RidgePoint> bound(int k, long numerator, long denominator) {
        return point("mu_bound_" + k + (denominator == 1 ? "" : "_half"), "e^{" + numerator + (denominator == 1 ? "" : "/" + denominator) + "\\kappa^2}", "",
            p -> Expr.of(p.tilt().kappaSquared().times(Rational.of(numerator, denominator))).exp());
    }

    private static boolean isEqual(RidgePoint p) {
        return p.tilt().profile() instanceof LinearProfile || p.tilt().profile().isConstant();
    }

    private static Claim<RidgePoint> points(Provenance provenance) {
        var linear = new RidgePoint(Tilts.linear("1", "3/5", 3), Rational.ONE);
        return Claim.of(DimensionFreeScore.ID, "R3", TITLE, RidgePoint.class, provenance)
            .atMost("d-rho", "the second moment of the weights", RHO, bound(2, 1, 1)).attainedWhen(TiltLemmaClaims::isEqual)
            .atMost("d-3", "the third", mu(3), bound(3, 3, 1)).attainedWhen(TiltLemmaClaims::isEqual)
            .atMost("d-4", "the fourth", mu(4), bound(4, 6, 1)).attainedWhen(TiltLemmaClaims::isEqual)
            .atMost("d-mean", "the mean of the posterior", MEAN, KAPPA).attainedWhen(TiltLemmaClaims::isEqual)
            .atMost("oscillation", "for a bounded tilt", RHO, COSH2).about(p -> p.tilt().profile().isBounded()).attainedWhen(TiltLemmaClaims::isEqual)
            .tooth("T4", "half of the exponent", RHO, bound(2, 1, 2), linear)
            .ownTooth("d-mean-half", "half of kappa", MEAN, KAPPA.scaled(1, 2), linear)
            .on(Tilts::point, List.of(new Edge<>("LIN: all are attained", linear), new Edge<>("I1 at 0", new RidgePoint(Tilts.i1(3), Rational.ZERO)),
                new Edge<>("c = 0", new RidgePoint(Tilts.cosine("0", "1", "0", "3/5", 3), Rational.ONE)),
                new Edge<>("I5 at its kink", new RidgePoint(Tilts.hat("1", "3/5", 2), Rational.ZERO)),
                new Edge<>("far apart modes", new RidgePoint(Tilts.modes("2", "1/2", "5/13", 50), Rational.ZERO))));
    }

    private static Claim<MixturePoint> mixtures(Provenance provenance) {
        return Claim.of(DimensionFreeScore.ID, "R3", TITLE, MixturePoint.class, provenance)
            .atMost("d-rho", "the second moment of the weights", MIXTURE_RHO, MIXTURE_BOUND).attainedWhen(TiltLemmaClaims::isOne)
            .atMost("d-mean", "the mean of the posterior", MIXTURE_MEAN, MIXTURE_KAPPA).attainedWhen(TiltLemmaClaims::isOne)
            .ownTooth("d-third", "a third of the exponent", MIXTURE_RHO, Quantity.of("third", "e^{\\kappa^2/3}", "",
                p -> Expr.of(p.kappaSquared().over(Rational.of(3))).exp()), Tilts.i13())
            .on(Tilts::mixture, List.of(new Edge<>("I13", Tilts.i13()),
                new Edge<>("one mode", new MixturePoint(Tilts.list("1"), List.of(Tilts.list("1 1")), Tilts.time("3/5"), Tilts.list("0 1")))));
    }

    /** Whether there is one mode, or all are the same: a linear tilt. */
    private static boolean isOne(MixturePoint p) {
        return p.means().stream().distinct().count() == 1;
    }

    private static Claim<RidgeTilt> bounded(Provenance provenance) {
        return Claim.of(DimensionFreeScore.ID, "R3", TITLE, RidgeTilt.class, provenance)
            .atMost("moment", "the second moment of the data", SECOND, SECOND_BOUND).about(t -> t.profile().isBounded()).attainedWhen(t -> t.profile().isConstant())
            .atMost("product", "K of a product tilt", PRODUCT, PRODUCT_BOUND).about(t -> t.profile().isBounded()).attainedWhen(t -> t.profile().isConstant())
            .tooth("T8", "the oscillation of one coordinate", PRODUCT, LINE_BOUND, Tilts.i1(8))
            .on(draw -> new RidgeTilt(Tilts.cosine(draw), Tilts.dimension(draw), Tilts.time(draw)), List.of(new Edge<>("I1, d = 8", Tilts.i1(8)),
                new Edge<>("I5", Tilts.hat("1", "3/5", 2)), new Edge<>("c = 0", Tilts.cosine("0", "1", "0", "3/5", 5))));
    }
}
