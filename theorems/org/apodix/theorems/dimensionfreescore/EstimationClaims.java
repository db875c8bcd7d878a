package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R13 and R14: denoising score matching and its generalization. */
final class EstimationClaims {

    private static final Quantity<GaussianScore> LOSS = score("loss", "E|\\psi+\\epsilon/\\sigma|^2", "from $X_0$ and $\\epsilon$", GaussianScore::denoisingLoss);
    private static final Quantity<GaussianScore> REGRESSION = score("loss_v", "E|\\hat v-\\tfrac a\\sigma U|^2", "$U=(X_0-aX_t)/\\sigma$", GaussianScore::regressionLoss);
    private static final Quantity<GaussianScore> DISTANCE = score("distance2", "\\|\\psi-s_t\\|^2", "in $L^2(p_t)$", GaussianScore::distance);
    private static final Quantity<GaussianScore> NOISE = score("noise", "\\tfrac d{\\sigma^2}", "", GaussianScore::noiseTerm);
    private static final Quantity<GaussianScore> SQUARE = score("score2", "\\|s_t\\|^2", "in $L^2(p_t)$", GaussianScore::scoreSquare);
    private static final Quantity<GaussianScore> D = score("d", "d", "the dimension", s -> Rational.of(s.dimension()));
    static final List<Quantity<GaussianScore>> SCORES = List.of(LOSS, DISTANCE, SQUARE);

    private static final Quantity<ModesScore> MODES_LOSS = Quantity.of("loss", "E|\\psi+\\epsilon/\\sigma|^2", "from the moments of $X_0$ and $\\epsilon$", ModesScore::denoisingLoss);
    private static final Quantity<ModesScore> MODES_RIGHT = Quantity.of("right", "\\|\\psi-s_t\\|^2+\\tfrac d{\\sigma^2}-\\|s_t\\|^2", "by quadrature", ModesScore::rightSide);
    static final List<Quantity<ModesScore>> MODES = List.of(MODES_LOSS, MODES_RIGHT);

    private static final Quantity<GaussianEstimation> EXCESS = gauss("excess", "E[\\text{excess}]", "$E\\frac{d(q-\\hat q)^2}{q\\hat q^2}$", GaussianEstimation::excess);
    private static final Quantity<GaussianEstimation> EXCESS_BOUND = gauss("bound", "\\tfrac{2a^4v^2}{N\\sigma^4q}", "$q=a^2v+\\sigma^2$", g -> Expr.of(g.excessBound()));
    private static final Quantity<GaussianEstimation> KL = gauss("E_KL", "E\\,\\mathrm{KL}(p_0\\Vert\\hat p)", "$\\tfrac d2(\\tfrac2{n-2}+\\psi(\\tfrac n2)-\\log\\tfrac n2)$, $n=Nd$",
        GaussianEstimation::closedDivergence);
    private static final Quantity<GaussianEstimation> KL_BOUND = gauss("E_KL_bound", "\\tfrac{d(n+2)}{2n(n-2)}", "", g -> Expr.of(g.divergenceBound()));
    static final List<Quantity<GaussianEstimation>> GAUSS = List.of(EXCESS, EXCESS_BOUND, KL, KL_BOUND);

    private static final Quantity<FiniteClass> LEAST = Quantity.of("R_min", "\\min_kR_k", "", FiniteClass::leastRisk);
    private static final Quantity<FiniteClass> RISK = Quantity.of("E_R_erm", "E\\,R_{\\hat k}", "over the number of ones in the sample", FiniteClass::expectedRisk);
    private static final Quantity<FiniteClass> BOUND = Quantity.of("bound", "3\\min_kR_k+\\tfrac{224}3\\tfrac{a^2}{\\sigma^4}\\tfrac{1+\\log(2K)}N", "", FiniteClass::bound);
    static final List<Quantity<FiniteClass>> CLASS = List.of(LEAST, RISK, BOUND);

    private EstimationClaims() { }

    private static Quantity<GaussianScore> score(String name, String tex, String meaning, Function<GaussianScore, Rational> definition) {
        return Quantity.of(name, tex, meaning, s -> Expr.of(definition.apply(s)));
    }

    private static Quantity<GaussianEstimation> gauss(String name, String tex, String meaning, Function<GaussianEstimation, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    static Claim<?> denoising() {
        var title = "Denoising score matching";
        var provenance = new Provenance(Provenance.Origin.CLASSICAL, "the score is learned by empirical score matching",
            "the identity behind it, for affine scores: Gaussian data in exact numbers, two modes by quadrature of the score against moments");
        var witness = new GaussianScore(Rational.TWO, Rational.of(1, 2), 3, Tilts.time("3/5"));
        var modes = new ModesScore(new TwoModes(Rational.ONE, Rational.of(1, 4)), Rational.of(1, 2), Rational.of(1, 3), 2, Tilts.time("3/5"));
        var gaussian = Claim.of(DimensionFreeScore.ID, "R13", title, GaussianScore.class, provenance)
            .equal("", "the loss is the distance to the score up to constants", LOSS, DISTANCE.plus(NOISE).minus(SQUARE))
            .equal("v", "as a regression of U on X_t", REGRESSION, LOSS)
            .toothEqual("T21", "d in place of d/sigma^2", LOSS, DISTANCE.plus(D).minus(SQUARE), witness)
            .on(EstimationClaims::drawScore, List.of(new Edge<>("T21", witness), new Edge<>("the true score", new GaussianScore(Rational.ONE, Rational.ONE, 5, Tilts.time("4/5"))),
                new Edge<>("c = 0", new GaussianScore(Rational.of(1, 3), Rational.ZERO, 1, Tilts.time("24/25")))));
        var ridge = Claim.of(DimensionFreeScore.ID, "R13", title, ModesScore.class, provenance)
            .equal("modes", "the same for two modes", MODES_LOSS, MODES_RIGHT)
            .ownToothEqual("modes-noise", "d in place of d/sigma^2", MODES_LOSS, Quantity.of("right_false", "\\|\\psi-s_t\\|^2+d-\\|s_t\\|^2", "", ModesScore::wrongSide), modes)
            .on(draw -> new ModesScore(Tilts.modes(draw), Rational.of(draw.integer(-8, 12), 8), Rational.of(draw.integer(-4, 4), 4), Tilts.dimension(draw), Tilts.time(draw)),
                List.of(new Edge<>("two modes", modes), new Edge<>("the score of the noise", new ModesScore(new TwoModes(Rational.of(1, 8), Rational.of(1, 2)), Rational.ONE, Rational.ZERO, 1, Tilts.time("7/25")))));
        return Spaces.of(gaussian.and(ridge, "-modes", title, provenance), Spaces.share(7, gaussian), Spaces.share(1, ridge));
    }

    private static GaussianScore drawScore(Draw draw) {
        return new GaussianScore(Rational.of(draw.integer(1, 40), 8), Rational.of(draw.integer(-8, 24), 8), Tilts.dimension(draw), Tilts.time(draw));
    }

    static Claim<?> generalization() {
        var title = "Empirical score matching";
        var provenance = new Provenance(Provenance.Origin.ABSTRACT, "a sampler learned by empirical score matching, with an explicit sample size",
            "instantiations derived here: (a), (c) Gaussian data and linear scores, where the excess is a quadrature over the law of the estimated variance; (b) a finite class on data at two points, where the "
                + "expectation is a finite sum. The constant of (b) is large: its bound says more than the trivial one for large samples alone");
        var gaussian = gaussian(title, provenance);
        var minimizer = minimizer(title, provenance);
        var finite = finite(title, provenance);
        return Spaces.of(gaussian.and(minimizer, "-minimizer", title, provenance).and(finite, "-finite", title, provenance), Spaces.share(8, gaussian), Spaces.share(7, minimizer), Spaces.share(1, finite));
    }

    private static Claim<GaussianScore> minimizer(String title, Provenance provenance) {
        var witness = new GaussianScore(Rational.TWO, Rational.of(1, 2), 3, Tilts.time("3/5"));
        return Claim.of(DimensionFreeScore.ID, "R14", title, GaussianScore.class, provenance)
            .restsOn("R13")
            .atMost("a-minimizer", "of all linear scores c = 1/q has the least loss, for the empirical law too", score("least_loss", "\\min_cE|\\psi+\\epsilon/\\sigma|^2", "at $c=1/q$", GaussianScore::leastLoss), LOSS)
            .attainedWhen(s -> s.slope().times(s.noised()).equals(Rational.ONE))
            .equal("a-excess", "the excess risk at c = 1/q^", DISTANCE, score("excess_q", "\\tfrac{d(q-\\hat q)^2}{q\\hat q^2}", "", GaussianScore::excess)).about(s -> !s.slope().isZero())
            .ownToothEqual("a-square", "the excess over q^2 q^", DISTANCE, score("excess_false", "\\tfrac{d(q-\\hat q)^2}{q^2\\hat q}", "",
                s -> s.excess().over(s.slope().times(s.noised()))), witness)
            .on(EstimationClaims::drawScore, List.of(new Edge<>("the minimizer", new GaussianScore(Rational.ONE, Rational.ONE, 2, Tilts.time("3/5"))), new Edge<>("another score", witness)));
    }

    private static Claim<GaussianEstimation> gaussian(String title, Provenance provenance) {
        var i10 = new GaussianEstimation(Rational.TWO, Tilts.time("3/5"), 10, 3);
        return Claim.of(DimensionFreeScore.ID, "R14", title, GaussianEstimation.class, provenance)
            .atMost("a", "the expected excess risk has a bound without the dimension", EXCESS, EXCESS_BOUND)
            .equal("c-mean", "the expected divergence of the learned law", gauss("E_KL_quadrature", "\\tfrac d2E[e^{-Y}-1+Y]", "$Y=\\log(\\chi^2_n/n)$", GaussianEstimation::divergence), KL)
            .atMost("c", "it has a bound of the order 1/N, and so has total variation", KL, KL_BOUND)
            .tooth("T18", "q^3 in the denominator", EXCESS, gauss("bound_false", "\\tfrac{2a^4v^2}{Nq^3}", "", g -> Expr.of(g.wrongExcessBound())), i10)
            .tooth("T18-KL", "the limit 1/(2N) as a bound", KL, gauss("limit", "\\tfrac1{2N}", "", g -> Expr.of(1, 2L * g.samples())), i10)
            .on(EstimationClaims::drawEstimation, List.of(new Edge<>("I10", i10), new Edge<>("three degrees of freedom", new GaussianEstimation(Rational.ONE, Tilts.time("24/25"), 1, 3)),
                new Edge<>("a thousand samples", new GaussianEstimation(Rational.of(1, 2), Tilts.time("4/5"), 1000, 2)), new Edge<>("late", new GaussianEstimation(Rational.of(5), Tilts.time("7/25"), 2, 50))));
    }

    private static GaussianEstimation drawEstimation(Draw draw) {
        int samples = draw.integer(1, 40);
        return new GaussianEstimation(Rational.of(draw.integer(1, 40), 8), Tilts.time(draw), samples, samples < 3 ? draw.integer(3, 20) : draw.integer(1, 20));
    }

    private static Claim<FiniteClass> finite(String title, Provenance provenance) {
        var offsets = new ArrayList<Rational>();
        for (int k = -6; k <= 6; k++) {
            offsets.add(Rational.of(k, 4));
        }
        var i10 = new FiniteClass(Rational.of(3, 10), offsets, 50, Tilts.time("3/5"));
        Formula<FiniteClass> one = Formula.number(1);
        return Claim.of(DimensionFreeScore.ID, "R14", title, FiniteClass.class, provenance)
            .equal("b-risk", "a finite class: the excess of the expected loss is the distance to the score", Quantity.<FiniteClass>of("R_1", "R_1", "by losses", c -> c.risk(0)).plus(one),
                Quantity.<FiniteClass>of("distance_1", "\\|\\psi_1-s_t\\|^2", "in $L^2(p_t)$", c -> c.distance(0)).plus(one))
            .atMost("b", "the fast rate of the empirical minimizer", RISK, BOUND).against(Quantity.of("trivial", "\\tfrac{4a^2}{\\sigma^4}", "", c -> Expr.of(c.trivialBound())), c -> true)
            .tooth("T19", "the risk of the best member", RISK, LEAST, i10)
            .on(EstimationClaims::drawClass, List.of(new Edge<>("I10", i10), new Edge<>("one member, the true one", new FiniteClass(Rational.of(1, 2), List.of(Rational.ZERO), 4, Tilts.time("3/5"))),
                new Edge<>("a tie for half of the samples", new FiniteClass(Rational.of(1, 4), Tilts.list("1 -1"), 6, Tilts.time("4/5"))),
                new Edge<>("two thousand samples", new FiniteClass(Rational.of(1, 3), Tilts.list("-1/2 -1/4 0"), 2000, Tilts.time("8/17")))));
    }

    private static FiniteClass drawClass(Draw draw) {
        int members = draw.integer(1, 4);
        var offsets = draw.list(members, d -> Rational.of(d.integer(-8, 8), 4));
        int samples = draw.yes() ? draw.integer(1, 30) : 100 * draw.integer(1, 8);
        return new FiniteClass(Rational.of(draw.integer(1, 9), 10), offsets, samples, Tilts.time(draw));
    }
}
