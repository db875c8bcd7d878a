package org.apodix.theorems.generalizationgap;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** G7 for samples of continuous laws. */
final class LawSampleClaims {

    private static final Quantity<LawSample> EB2 = of("EB2", "{E|B(X_0)|^2}", "closed form of G1", m -> m.secondMoment(false));
    private static final Quantity<LawSample> EG2 = of("EG2", "{E|G(X_0)|^2}", "closed form of G1", m -> m.secondMoment(true));
    private static final Quantity<LawSample> EB2_QUADRATURE = of("EB2_quadrature", "\\textstyle\\int|B(x)|^2p_0(x)dx", "by quadrature",
        m -> m.secondMomentByQuadrature(false));
    private static final Quantity<LawSample> EG2_QUADRATURE = of("EG2_quadrature", "\\textstyle\\int|G(x)|^2p_0(x)dx", "by quadrature",
        m -> m.secondMomentByQuadrature(true));
    private static final Quantity<LawSample> TAIL_B = of("tailB", "{e^{-n\\lambda r}\\sum_\\pm(Ee^{\\pm\\lambda(B(X_0)-B)})^n}",
        "at least $P(|\\Delta_B|\\ge r)$; $r=\\beta\\eta_n(\\delta)$, $\\lambda=r/\\beta^2$", m -> m.tailBound(false, Rational.ONE));
    private static final Quantity<LawSample> TAIL_G = of("tailG", "{e^{-n\\lambda r}\\sum_\\pm(Ee^{\\pm\\lambda(G(X_0)-G)})^n}",
        "at least $P(|\\Delta_G|\\ge r)$; $r=T\\eta_n(\\delta)$, $\\lambda=4r/T^2$", m -> m.tailBound(true, Rational.ONE));
    private static final Quantity<LawSample> TAIL_B_THIRD = of("tailBthird", "{e^{-n\\lambda r}\\sum_\\pm(Ee^{\\pm\\lambda(B(X_0)-B)})^n}",
        "$r=\\beta\\eta_n(\\delta)/3$", m -> m.tailBound(false, Rational.of(1, 3)));
    private static final Quantity<LawSample> TAIL_G_TENTH = of("tailGtenth", "{e^{-n\\lambda r}\\sum_\\pm(Ee^{\\pm\\lambda(G(X_0)-G)})^n}",
        "$r=T\\eta_n(\\delta)/10$", m -> m.tailBound(true, Rational.of(1, 10)));
    private static final Quantity<LawSample> DELTA = of("delta", "\\delta", "", m -> Expr.of(m.instance().delta()));
    private static final Formula<LawSample> ONE = Formula.number(1);

    static final List<Quantity<LawSample>> PRINTED = List.of(EB2, EG2, TAIL_B, TAIL_G);

    private LawSampleClaims() { }

    static Claim<LawSample> concentration(Provenance provenance) {
        var witness = sample("1/2", 20, "1/20");
        return Claim.of(GeneralizationGap.ID, "G7", "for continuous laws", LawSample.class, provenance)
            .restsOn("G1")
            .equal("law-EB2", "the second moment of B of a continuous law against quadrature, shifted away from 0", ONE.plus(EB2), ONE.plus(EB2_QUADRATURE))
            .equal("law-EG2", "the second moment of G of a continuous law against quadrature", EG2, EG2_QUADRATURE)
            .atMost("law-B", "B is close with probability 1 - delta: a bound of the other probability by exponential moments", TAIL_B, DELTA)
            .about(LawSampleClaims::isSmall)
            .atMost("law-G", "the same of G", TAIL_G, DELTA).about(LawSampleClaims::isSmall)
            .ownToothEqual("law-EB2", "a second moment of B that is one per cent larger", ONE.plus(EB2), ONE.plus(EB2_QUADRATURE.scaled(101, 100)), witness)
            .ownToothEqual("law-EG2", "a second moment of G that is one per cent larger", EG2, EG2_QUADRATURE.scaled(101, 100), witness)
            .ownTooth("law-B", "the bound at a third of the threshold", TAIL_B_THIRD, DELTA, witness)
            .ownTooth("law-G", "the bound at a tenth of the threshold", TAIL_G_TENTH, DELTA, witness)
            .on(LawSampleFamily::draw, List.of(new Edge<>("one Gaussian, n = 20", witness), new Edge<>("one sample", sample("1/10", 1, "1/2")),
                new Edge<>("n = 1000000", sample("2", 1_000_000, "1/1000")),
                new Edge<>("two modes far apart", new LawSample(new LawSample.Instance(Simple.list("1/2", "1/2"), Simple.list("3/2", "-3/2"),
                    Rational.of(1, 100), Rational.ONE, Rational.ZERO, Rational.ZERO, Rational.ONE, 20, Rational.of(1, 20))))));
    }

    /** For delta close to 1 this bound may exceed it, although the probability does not. */
    private static boolean isSmall(LawSample model) {
        return model.instance().delta().compareTo(Rational.of(9, 10)) <= 0;
    }

    /** Samples of N(1/4, v), w = 1, u = 0, b = -1, T = 1. */
    private static LawSample sample(String variance, int n, String delta) {
        return new LawSample(new LawSample.Instance(List.of(Rational.ONE), Simple.list("1/4"), Simple.parse(variance), Rational.ONE, Rational.ZERO,
            Rational.of(-1), Rational.ONE, n, Simple.parse(delta)));
    }

    private static Quantity<LawSample> of(String name, String tex, String meaning, Function<LawSample, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }
}
