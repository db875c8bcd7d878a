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

/** R1: the identities of Mehler, Stein and Tweedie, and the complementary time. */
final class IdentityClaims {

    private static final String TITLE = "Mehler, Stein, Tweedie, complementary time";

    private static final Quantity<Quadratic> LAW = Quantity.of("p_t", "(2\\pi)^{d/2}p_t(x)", "at $|x|=1$, of $N(0,vI)$", q -> new QuadraticPoint(q, Rational.ONE).law());
    private static final Quantity<Quadratic> TILTED = Quantity.of("F_g_Z", "(2\\pi)^{d/2}Z^{-1}F_t(x)g(x)", "at $|x|=1$", q -> new QuadraticPoint(q, Rational.ONE).tilted());

    /** Everything else of a quadratic tilt is linear in x: these are the factors of x. */
    private static final Quantity<Quadratic> R = gauss("r", "r", "$E[uW]$ at $x=1$", q -> q.posteriorMean());
    private static final Quantity<Quadratic> R_SLOPE = gauss("r_slope", "r'", "$E[\\nabla f\\,W]$ at $x=1$", q -> q.posteriorSlope());
    private static final Quantity<Quadratic> SCORE = gauss("v", "v_t", "$\\nabla\\log p_t+x$ at $x=1$", q -> Rational.ONE.minus(q.variance().inverse()));
    private static final Quantity<Quadratic> RATIO = gauss("a_sigma", "\\tfrac a\\sigma", "", q -> q.time().a().over(q.sigma()));
    private static final Quantity<Quadratic> A = gauss("a", "a", "", q -> q.time().a());
    private static final Quantity<Quadratic> SIGMA = gauss("sigma", "\\sigma", "", Quadratic::sigma);
    private static final Quantity<Quadratic> REGRESSION = gauss("E_X0", "E[X_0\\mid X_t]", "at $X_t=1$, from the joint Gaussian law", Quadratic::regression);
    private static final Quantity<Quadratic> POSTERIOR = gauss("var_U", "d\\,\\mathrm{Var}\\,U", "the trace of the covariance of the posterior",
        q -> q.posteriorVariance().times(Rational.of(q.dimension())));
    private static final Quantity<Quadratic> M2 = gauss("m2", "m_2", "$E|X_0|^2$", q -> Rational.of(q.dimension()).over(q.lambda().plus(Rational.ONE)));
    private static final Quantity<Quadratic> J = gauss("J", "J_t", "$\\int|v_t|^2p_t$", Quadratic::fisher);
    private static final Quantity<Quadratic> D = gauss("d", "d", "the dimension", q -> Rational.of(q.dimension()));
    private static final Quantity<Quadratic> HESSIAN = gauss("hessian", "\\nabla^2\\log p_t", "", q -> q.variance().inverse().negate());
    private static final Quantity<Quadratic> COVARIANCE = gauss("var_U1", "\\mathrm{Var}\\,U_1", "", Quadratic::posteriorVariance);
    private static final Quantity<Quadratic> SCORE_SQUARE = gauss("score_square", "E|s_t|^2", "", q -> Rational.of(q.dimension()).over(q.variance()));
    private static final Quantity<Quadratic> SPREAD = gauss("E_Xt2", "E|X_t|^2", "", q -> Rational.of(q.dimension()).times(q.variance()));

    static final Quantity<RidgePoint> MEAN = Quantity.of("r", "r", "$E[u_1W]$", RidgePoint::mean);
    static final Quantity<RidgePoint> SLOPE_MEAN = Quantity.of("sigma_r_slope", "\\sigma r'", "$\\sigma E[h'W]$", RidgePoint::slopeMean);

    private static final Quantity<RidgeTilt> POSTERIOR_LINE = Quantity.of("var_U1", "\\int\\mathrm{Var}(U_1\\mid x)\\,p_t", "",
        t -> t.equal().posteriorVariance());
    private static final Quantity<RidgeTilt> COMPLEMENT = Quantity.of("complement", "\\sigma^2m_{2,1}+a^2-\\tfrac{\\sigma^2}{a^2}J_t", "", t -> {
        var moment = t.profile().secondMoment().times(Expr.of(t.time().variance()));
        return moment.plus(Expr.of(t.time().a().pow(2))).minus(t.equal().meanSquare());
    });
    private static final Quantity<RidgeTilt> WITHOUT_J = Quantity.of("without_J", "\\sigma^2m_{2,1}+a^2", "",
        t -> t.profile().secondMoment().times(Expr.of(t.time().variance())).plus(Expr.of(t.time().a().pow(2))));
    private static final Quantity<MixturePoint> TWEEDIE = Quantity.of("ax_sigma_r", "ax+\\sigma r", "first coordinate",
        p -> Expr.of(p.time().a().times(p.x().get(0))).plus(p.slope().get(0).times(Expr.of(p.time().variance()))));
    private static final Quantity<MixturePoint> BAYES = Quantity.of("E_X0", "E[X_0\\mid X_t=x]", "first coordinate, by Bayes' formula over the modes",
        MixturePoint::regression);

    private static final Quantity<MixturePoint> MIXTURE_LAW = Quantity.of("p_t", "(2\\pi)^{d/2}p_t(x)", "the mixture of the noised modes", MixturePoint::law);
    private static final Quantity<MixturePoint> MIXTURE_TILTED = Quantity.of("F_g", "(2\\pi)^{d/2}F_t(x)g(x)", "", MixturePoint::tilted);

    private IdentityClaims() { }

    private static Quantity<Quadratic> gauss(String name, String tex, String meaning, Function<Quadratic, Rational> definition) {
        return Quantity.of(name, tex, meaning, q -> Expr.of(definition.apply(q)));
    }

    static Claim<?> identities() {
        var provenance = new Provenance(Provenance.Origin.ABSTRACT, "the score of the noised law is approximated; its formula by conditional expectations is classical",
            "(a)-(d), (f), (g) are classical, (e) and the complementary time are derived here; exact numbers for quadratic tilts, closed forms at points for COS, MIX, PL, LIN "
                + "and mixtures, quadratures for (e); the identities are checked on these families, for which both sides are computed by different formulas");
        return gaussian(provenance).and(ridges(provenance), "-ridge", TITLE, provenance).and(points(provenance), "-point", TITLE, provenance)
            .and(mixtures(provenance), "-mixture", TITLE, provenance);
    }

    private static Claim<Quadratic> gaussian(Provenance provenance) {
        Formula<Quadratic> tweedie = A.plus(SIGMA.times(R));
        Formula<Quadratic> complement = SIGMA.squared().times(M2).plus(A.squared().times(D)).minus(SIGMA.squared().over(A.squared()).times(J));
        Formula<Quadratic> hessian = Formula.<Quadratic>number(-1).plus(RATIO.squared().times(COVARIANCE.minus(Formula.number(1))));
        return Claim.of(DimensionFreeScore.ID, "R1", TITLE, Quadratic.class, provenance)
            .equal("a", "Mehler: the density of the noised law", LAW, TILTED)
            .equal("b", "Stein: the relative score", SCORE, RATIO.times(R))
            .equal("c", "and with the gradient", SCORE, A.times(R_SLOPE))
            .equal("c-r", "by parts", R, SIGMA.times(R_SLOPE))
            .equal("d", "Tweedie", REGRESSION, tweedie)
            .equal("d-score", "and with the score", REGRESSION.times(A), Formula.<Quadratic>number(1).plus(SIGMA.squared().times(SCORE.minus(Formula.number(1)))))
            .equal("e", "complementary time", POSTERIOR, complement)
            .equal("f", "the Hessian", HESSIAN, hessian)
            .equal("g", "the mean squared score", SCORE_SQUARE.plus(SPREAD), D.scaled(2, 1).plus(J))
            .toothEqual("T1", "without 1/sigma", SCORE, A.times(R), new Quadratic(Rational.ONE, 1, Tilts.time("3/5")))
            .on(Tilts::quadratic, List.of(new Edge<>("T1", new Quadratic(Rational.ONE, 1, Tilts.time("3/5"))),
                new Edge<>("lambda = 0: no tilt", new Quadratic(Rational.ZERO, 3, Tilts.time("4/5"))),
                new Edge<>("wide data", new Quadratic(Rational.of(-9, 10), 2, Tilts.time("5/13"))),
                new Edge<>("a short time", new Quadratic(Rational.of(1, 2), 10, Tilts.time("99/101")))));
    }

    private static Claim<RidgeTilt> ridges(Provenance provenance) {
        return Claim.of(DimensionFreeScore.ID, "R1", TITLE, RidgeTilt.class, provenance)
            .equal("e-line", "complementary time, along theta", POSTERIOR_LINE, COMPLEMENT)
            .ownToothEqual("e-J", "without the term with J", POSTERIOR_LINE, WITHOUT_J, Tilts.i1(3))
            .on(draw -> draw.integer(0, 3) < 3 ? new RidgeTilt(Tilts.modes(draw), Tilts.dimension(draw), Tilts.time(draw)) : Tilts.tilt(draw),
                List.of(new Edge<>("I1", Tilts.i1(3)), new Edge<>("I3", Tilts.modes("3/2", "1/4", "4/5", 10)), new Edge<>("I5", Tilts.hat("1", "3/5", 2)),
                    new Edge<>("c = 0", Tilts.cosine("0", "1", "0", "3/5", 5))));
    }

    private static Claim<RidgePoint> points(Provenance provenance) {
        return Claim.of(DimensionFreeScore.ID, "R1", TITLE, RidgePoint.class, provenance)
            .equal("c-line", "by parts, at a point", MEAN.plus(Formula.number(10)), SLOPE_MEAN.plus(Formula.number(10)))
            .ownToothEqual("c-sign", "the wrong sign", MEAN, SLOPE_MEAN.scaled(-1, 1), new RidgePoint(Tilts.i1(3), Rational.ONE))
            .on(Tilts::point, List.of(new Edge<>("I1 at 1", new RidgePoint(Tilts.i1(3), Rational.ONE)),
                new Edge<>("a kink", new RidgePoint(Tilts.hat("1", "3/5", 2), Rational.ZERO)),
                new Edge<>("a linear tilt", new RidgePoint(Tilts.linear("3/2", "3/5", 2), Rational.TWO))));
    }

    private static Claim<MixturePoint> mixtures(Provenance provenance) {
        return Claim.of(DimensionFreeScore.ID, "R1", TITLE, MixturePoint.class, provenance)
            .equal("a-mixture", "Mehler, at a point", MIXTURE_LAW, MIXTURE_TILTED)
            .equal("d-mixture", "Tweedie, at a point", TWEEDIE.plus(Formula.number(10)), BAYES.plus(Formula.number(10)))
            .ownToothEqual("a-g", "without the Gaussian density", MIXTURE_LAW, Quantity.of("F", "F_t(x)", "", MixturePoint::density), Tilts.i13())
            .ownToothEqual("d-half", "half of the correction", TWEEDIE, BAYES.scaled(1, 2), Tilts.i13())
            .on(Tilts::mixture, List.of(new Edge<>("I13", Tilts.i13())));
    }
}
