package org.apodix.theorems.generalizationgap;

import static org.apodix.expression.Formula.number;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.apodix.proof.Domain;

/** G8, G10, G11: the width error, the calculus of exponents, the floor that no estimator beats. */
final class DiscreteClaims {

    static final Quantity<Atoms> VARIANCE = Quantity.of("variance", "{\\tfrac1m\\big(E|a|^2\\|\\varphi\\|^2-\\|f\\|^2\\big)}", "", Atoms::variance);
    static final Quantity<Exponents> TAU_EXPONENT = Quantity.of("tauExponent", "x^*", "$\\min_i\\frac{b_i+\\gamma e_i}{q+a_i}$",
        m -> Expr.of(m.tauExponent()));
    static final Quantity<Exponents> RATE_EXPONENT = Quantity.of("rateExponent", "r^*", "$q\\,x^*$", Exponents::rate);
    static final Quantity<TwoPoint> LOWER_BOUND = Quantity.of("lowerBoundKL",
        "2\\big(\\tfrac{5\\varepsilon}{32}(1-\\sqrt{1-A^{2n}})\\big)^2", "$A=1-\\frac{\\varepsilon^2}{14}-\\frac{\\varepsilon^4}{42}$", TwoPoint::lowerBound);

    private static final Quantity<Atoms> ENUMERATED = Quantity.of("enumerated", "E\\|f_m-f\\|^2", "over all $K^m$ draws", Atoms::enumerated);
    private static final Quantity<Atoms> CRUDE = Quantity.of("crude", "\\tfrac1mE|a|^2\\sup\\|\\varphi\\|^2", "", Atoms::crude);
    private static final Quantity<Atoms> NORM = Quantity.of("norm", "E\\tfrac1m\\textstyle\\sum_j|a(\\xi_j)|^2", "over all $K^m$ draws", Atoms::enumeratedNorm);
    private static final Quantity<Atoms> COEFFICIENTS = Quantity.of("coefficients", "{E|a|^2}", "", Atoms::coefficients);
    private static final Quantity<Atoms> OVER_M = Quantity.of("inverseWidth", "\\tfrac1m", "", m -> Expr.of(1, m.width()));

    private static final Quantity<Exponents> DECAY = Quantity.of("decay", "r(x)", "$\\min(qx,\\min_i(b_i+\\gamma e_i-a_ix))$",
        m -> m.decay(Exponents.X));
    private static final Quantity<Exponents> AT_BEST = Quantity.of("decayAtBest", "r(x^*)", "", m -> m.decay(Expr.of(m.tauExponent())));
    private static final Quantity<Exponents> GAMMA = Quantity.of("gamma", "\\gamma", "", m -> Expr.of(m.gamma()));
    private static final Quantity<Exponents> PAPER = Quantity.of("paperRate", "\\min(\\tfrac{1+\\gamma}5,\\tfrac\\gamma2)", "",
        m -> Expr.of(m.gamma().plus(Rational.ONE)).over(5).min(Expr.of(m.gamma()).over(2)));
    private static final Quantity<Exponents> LADDER = Quantity.of("ladder", "\\tfrac1{1+a}", "", m -> Expr.of(m.terms().get(0).get(0).plus(Rational.ONE).inverse()));
    private static final Quantity<Exponents> LAST = Quantity.of("lastTerm", "{2\\gamma-3x^*}", "the exponent of $\\tau^3/m^2$", Exponents::lastTerm);

    private static final Quantity<TwoPoint> N = Quantity.of("n", "n", "", m -> Expr.of(m.n()));
    private static final Quantity<TwoPoint> EPS = Quantity.of("eps", "\\varepsilon", "", TwoPoint::epsilon);
    private static final Quantity<TwoPoint> A = Quantity.of("A", "A", "", TwoPoint::affinityBound);
    private static final Quantity<TwoPoint> AFFINITY = Quantity.of("affinity", "\\textstyle\\int\\sqrt{p_+p_-}", "by quadrature", TwoPoint::affinity);
    private static final Quantity<TwoPoint> DISTANCE = Quantity.of("tv", "\\mathrm{TV}(p_+,p_-)", "by quadrature", TwoPoint::totalVariation);
    private static final Quantity<TwoPoint> BLIND = Quantity.of("blindRisk", "D_{\\rm KL}(p_\\pm\\|p)", "of the estimator that answers $p=\\tfrac{15}{16}(1-x^2)^2$, by quadrature",
        TwoPoint::blindRisk);
    private static final Quantity<TwoPoint> ROOT = Quantity.of("rootAffinity", "\\sqrt{1-A^2}", "", m -> Expr.ONE.minus(m.affinityBound().square()).sqrt());
    private static final Quantity<TwoPoint> NEXT = Quantity.of("nextScaled", "(n+1)\\,\\mathrm{bound}_{n+1}", "",
        m -> m.withOneMore().lowerBound().times(m.n() + 1L));

    private DiscreteClaims() { }

    static Claim<Atoms> width() {
        var witness = new Atoms(Witnesses.rows("1 1/2", "1/2 2"), Witnesses.rows("1 0", "1 3"), Simple.list("1/3", "2/3"), 3);
        var opposite = new Atoms(Witnesses.rows("1 -1", "-1 1"), Witnesses.rows("1", "1"), Simple.list("1/2", "1/2"), 2);
        return Claim.of(GeneralizationGap.ID, "G8", "the error of finitely many random features", Atoms.class, Provenance.derived(
                "Lemma 6, with probability $1-\\delta$: at most about $\\frac dm\\log^2(1/\\delta^2)$",
                "an identity in expectation for bounded features; not an improvement in the dimension as such, which sits in $E|a|^2$. Executed in any Hilbert space; its form for the "
                    + "loss, $E\\,L(\\bar\\theta)=\\tfrac12\\|f-\\mathrm{score}\\|^2+\\tfrac12E\\|f_m-f\\|^2$, follows by $Ef_m=f$ and is not executed"))
            .equal("identity", "the closed form against all draws", ENUMERATED, VARIANCE)
            .atMost("bound", "the bound by the largest feature", VARIANCE, CRUDE)
            .equal("norm", "the mean of the squared RKHS norm", NORM, COEFFICIENTS)
            .tooth("G8", "1/m^2 in place of 1/m", ENUMERATED, VARIANCE.times(OVER_M), witness)
            .ownTooth("bound", "one per cent less than the bound", VARIANCE, CRUDE.scaled(99, 100), opposite)
            .ownToothEqual("norm-m", "the norm falls with the width", NORM, COEFFICIENTS.times(OVER_M), witness)
            .on(AtomsFamily::draw, List.of(new Edge<>("the witness of the tooth", witness),
                new Edge<>("three atoms, four features", new Atoms(Witnesses.rows("2 1 0", "1 1 1/3", "0 1/3 1"), Witnesses.rows("1", "-2", "1/2"),
                    Simple.list("1/2", "1/4", "1/4"), 4)),
                new Edge<>("opposite features of one length, f = 0: the bound is attained", opposite),
                new Edge<>("one atom: no error", new Atoms(Witnesses.rows("3"), Witnesses.rows("2"), Simple.list("1"), 2)),
                new Edge<>("one feature", new Atoms(Witnesses.rows("1 0", "0 0"), Witnesses.rows("1", "2"), Simple.list("1/2", "1/2"), 1))));
    }

    static Claim<Exponents> exponents() {
        return Claim.of(GeneralizationGap.ID, "G10", "the calculus of exponents", Exponents.class, new Provenance(Provenance.Origin.HEADLINE,
                "(P1) at $\\tau\\asymp n^{2/5}$, $m\\asymp n$ gives $n^{-2/5}+m^{-4/5}$",
                "exactly this is checked, at $\\gamma=1$; for other $\\gamma$ that choice of $\\tau$ is not optimal, and at $\\gamma=1$ the second term "
                    + "is dominated. The ladder of single terms $\\tau^a/n$ is derived here"))
            .equal("attained", "at the best time all is balanced", AT_BEST, RATE_EXPONENT)
            .atMost("optimal", "no other time is better", DECAY, RATE_EXPONENT)
            .everywhere("x \\in [-10,x^*+10]", m -> Domain.interval(Exponents.X, Rational.of(-10), m.tauExponent().plus(Rational.of(10))))
            .equal("paper", "the rate of (P1)", RATE_EXPONENT, PAPER).about(Exponents::isPaper)
            .equal("paper-tau", "2/5 at gamma = 1", TAU_EXPONENT, number(2, 5)).about(DiscreteClaims::isHeadline)
            .equal("paper-n", "2/5 at gamma = 1", RATE_EXPONENT, number(2, 5)).about(DiscreteClaims::isHeadline)
            .equal("paper-m", "4/5 at gamma = 1", LAST, number(4, 5)).about(DiscreteClaims::isHeadline)
            .equal("ladder", "one term tau^a/n against 1/tau", RATE_EXPONENT, LADDER).about(Exponents::isSingle)
            .tooth("G10", "rate 1/2 for (P1) at gamma = 1", number(1, 2), RATE_EXPONENT, Exponents.paper("1"))
            .ownToothEqual("paper-gamma", "rate gamma/2 for every gamma", RATE_EXPONENT, GAMMA.scaled(1, 2), Exponents.paper("4"))
            .ownToothEqual("ladder", "the rate 2/5 for a = 2", RATE_EXPONENT, number(2, 5), Exponents.single("2"))
            .ownToothEqual("m-half", "the second term has the exponent 1/2 at gamma = 1", LAST, number(1, 2), Exponents.paper("1"))
            .ownTooth("below", "every time is worse than 9/10 of the rate", DECAY, RATE_EXPONENT.scaled(9, 10), Exponents.paper("1"))
            .toothEverywhere("x \\in [-10,x^*+10]", m -> Domain.interval(Exponents.X, Rational.of(-10), m.tauExponent().plus(Rational.of(10))))
            .on(ExponentsFamily::draw, exponentEdges());
    }

    private static boolean isHeadline(Exponents exponents) {
        return exponents.isPaper() && exponents.gamma().equals(Rational.ONE);
    }

    private static List<Edge<Exponents>> exponentEdges() {
        var edges = new ArrayList<Edge<Exponents>>();
        for (var gamma : List.of("1", "1/2", "2/3", "2", "4", "9", "0")) {
            edges.add(new Edge<>("(P1) at gamma = " + gamma, Exponents.paper(gamma)));
        }
        for (var a : List.of("3", "2", "3/2", "1")) {
            edges.add(new Edge<>("one term tau^(" + a + ")/n", Exponents.single(a)));
        }
        return List.copyOf(edges);
    }

    static Claim<TwoPoint> floor() {
        Formula<TwoPoint> scaled = N.times(LOWER_BOUND);
        return Claim.of(GeneralizationGap.ID, "G11", "a floor that no estimator beats", TwoPoint.class, Provenance.derived("",
                "Le Cam's two-point method. It shows that no bound of the expected divergence for both densities can decay faster than 1/n. It is no "
                    + "counterexample to Theorem 1, whose approximation and prior terms may stay above the floor. Executed: the numbers of the bound; that it "
                    + "holds for every estimator is proved on the mathematics page"))
            .equal("tv", "the distance of the two densities", DISTANCE, EPS.scaled(5, 16))
            .atMost("affinity", "their affinity", A, AFFINITY)
            .atMost("tv-affinity", "of one sample: the distance by the affinity", DISTANCE, ROOT)
            .atMost("blind", "the estimator that answers the mean of the two is above the floor", LOWER_BOUND, BLIND)
            .atMost("floor", "at eps = 3/(2 sqrt n) the bound is at least 0.0204/n", number(204, 10_000), scaled).about(DiscreteClaims::isFloor)
            .atMost("ceiling", "and at most 0.0249/n", scaled, number(249, 10_000)).about(DiscreteClaims::isFloor)
            .atMost("increases", "n times the bound increases", scaled, NEXT).about(DiscreteClaims::isFloor)
            .tooth("G11", "exponent 2 in n", LOWER_BOUND, Formula.<TwoPoint>number(1).over(N.squared()), new TwoPoint(1_000_000, null))
            .ownTooth("floor", "at least 0.0205/n", number(205, 10_000), scaled, new TwoPoint(4, null))
            .ownToothEqual("tv", "a distance of eps/3", DISTANCE, EPS.scaled(1, 3), new TwoPoint(7, Rational.of(1, 2)))
            .ownTooth("tv-affinity", "half of the distance by the affinity", DISTANCE, ROOT.scaled(1, 2), new TwoPoint(7, Rational.of(1, 2)))
            .ownTooth("blind", "fifty times the floor for every estimator", LOWER_BOUND.scaled(50, 1), BLIND, new TwoPoint(1, Rational.of(99, 100)))
            .ownTooth("affinity", "an affinity of at least 1", number(1), AFFINITY, new TwoPoint(7, Rational.of(1, 2)))
            .on(TwoPointFamily::draw, List.of(new Edge<>("n = 4", new TwoPoint(4, null)), new Edge<>("n = 100", new TwoPoint(100, null)),
                new Edge<>("n = 10000", new TwoPoint(10_000, null)), new Edge<>("one sample", new TwoPoint(1, Rational.of(99, 100))),
                new Edge<>("n = 7, eps = 1/2", new TwoPoint(7, Rational.of(1, 2)))));
    }

    private static boolean isFloor(TwoPoint model) {
        return model.eps() == null && model.n() >= 4;
    }
}
