package org.apodix.theorems.generalizationgap;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** The audit of the clocks in the proof of the paper's Theorem 1: its three intermediate estimates hold in three different times. */
final class ClockClaims {

    private static final Quantity<CopiesRun> EXCESS = of("excess", "{L(\\theta(\\tau))-L^*}", "", r -> r.one().excess(r.one().theta()));
    private static final Quantity<CopiesRun> R_SQUARED = of("R2", "R^2", "$|\\theta^*|^2$", r -> r.one().minimizer().squaredNorm());
    private static final Quantity<CopiesRun> NORM_SQUARED = of("theta2", "|\\theta(\\tau)|^2", "", r -> r.one().theta().squaredNorm());
    private static final Quantity<CopiesRun> C = of("C", "C", "", r -> r.one().constant());
    private static final Quantity<CopiesRun> TIME = of("effectiveTime", "\\tfrac{c\\tau}m", "", r -> Expr.of(r.effectiveTime()));
    private static final Quantity<CopiesRun> TAU = of("tau", "\\tau", "", r -> Expr.of(r.tau()));
    private static final Quantity<CopiesRun> M = of("m", "m", "", r -> Expr.of(r.width()));
    private static final Quantity<CopiesRun> EULER = of("inverseE", "e^{-1}", "", r -> Expr.of(-1).exp());
    private static final Quantity<CopiesRun> VARIANCE = of("I1", "{L(\\hat\\theta(\\tau))-L(\\theta(\\tau))}", "", CopiesRun::variancePart);
    private static final Quantity<CopiesRun> AVERAGED = of("I1averaged", "{\\tilde{\\mathcal L}(\\hat\\theta(\\tau))-\\tilde{\\mathcal L}(\\theta(\\tau))}",
        "$\\tilde{\\mathcal L}=\\tfrac2TL$", r -> r.variancePart().times(2).over(Expr.of(r.horizon())));
    private static final Quantity<CopiesRun> BRACKET = of("bracket", "{\\tfrac{\\tau^4}{mn}+\\tfrac{\\tau^3}{m^2}}", "", CopiesRun::bracket);
    private static final Quantity<CopiesRun> COMPLETE = of("complete",
        "a_m\\big(\\tilde{\\mathcal L}(\\theta^*)^{1/2}+\\tfrac1{\\sqrt{m\\tau}}+a_m\\big)",
        "$a_m=\\tfrac\\tau{\\sqrt m}\\big[\\tfrac{\\tau+1}{\\sqrt n}+\\tfrac{1+\\sqrt\\tau}{\\sqrt m}\\big]$", CopiesRun::complete);
    private static final Quantity<CopiesRun> DRIFT = of("drift", "|\\delta\\theta|", "", r -> r.one().drift());
    private static final Quantity<CopiesRun> DRIVING = of("contraction", "{|\\Delta_B|+|\\Delta_G||\\theta(\\tau)|}", "",
        r -> r.one().linearDistance().plus(r.one().gramDistance().times(GradientFlows.norm(r.one().theta()))));

    private static final Quantity<CopiesRun> ALL_NORM = of("theta2copies", "\\tfrac1m|A_\\tau|_F^2", "all copies trained one by one",
        r -> r.all().theta().squaredNorm());
    private static final Quantity<CopiesRun> ALL_GAIN = of("gainCopies", "{C-L(A_\\tau)}", "all copies trained one by one",
        r -> r.all().withoutConstant(r.all().theta()).negate());
    private static final Quantity<CopiesRun> GAIN = of("gain", "{C-L(\\theta(\\tau))}", "one feature at the effective time",
        r -> r.one().withoutConstant(r.one().theta()).negate());

    static final List<Quantity<CopiesRun>> PRINTED = List.of(EXCESS, R_SQUARED, NORM_SQUARED, C, TIME, VARIANCE, BRACKET, COMPLETE);

    private ClockClaims() { }

    static Claim<CopiesRun> clocks() {
        var large = CopiesRun.reference(32_768, 32_768, "5");
        var larger = CopiesRun.reference(1 << 21, 1 << 21, "5");
        var million = CopiesRun.reference(1 << 20, 1 << 20, "5");
        var five = CopiesRun.reference(5, 5, "5");
        return Claim.of(GeneralizationGap.ID, "clocks", "the three clocks in the proof of Theorem 1", CopiesRun.class,
            new Provenance(Provenance.Origin.TEXT,
                "bias $\\tfrac1\\tau$ (Lemma 4), norm $\\sqrt{\\tau/m}$ (Lemma 5), drift prefactor $\\tfrac{\\tau^2}m$ (Appendix A.1)",
                "each estimate holds in a clock of its own, $c=m$, $1$, $\\sqrt m$; stated here in the effective time $c\\tau/m$. The teeth refute intermediate "
                    + "estimates under another's clock, on copies of one feature. They do not refute the last display of Theorem 1, which also carries the "
                    + "approximation term, and that is not small here"))
            .restsOn("G4", "G5", "G6")
            .given(Hypothesis.exactly("the population teaches something", r -> !r.one().isFlat()))
            .equal("copies", "all copies, trained one by one, are one feature at the effective time", ALL_NORM, NORM_SQUARED).about(CopiesRun::hasFewCopies)
            .equal("copies-loss", "and their loss is its loss", ALL_GAIN, GAIN).about(CopiesRun::hasFewCopies)
            .atMost("bias", "the bias", EXCESS, EULER.times(R_SQUARED).over(TIME).scaled(1, 4))
            .atMost("norm", "the growth of the norm", NORM_SQUARED, TIME.times(C))
            .atMost("drift", "the drift between the two flows", DRIFT, TIME.times(DRIVING))
            .tooth("C1", "the bias 1/(2 tau) for the flow of A", EXCESS, R_SQUARED.over(TAU).scaled(1, 2), CopiesRun.reference(6, 1, "6"))
            .tooth("C2", "the norm sqrt(tau/m) for the flow of theta", NORM_SQUARED, TAU.times(C).over(M), five)
            .tooth("C3", "the variance bracket of (P1) alone, constant 1, for the flow of theta", VARIANCE, BRACKET, large)
            .tooth("C3-100", "the same with constant 100", VARIANCE, BRACKET.scaled(100, 1), larger)
            .tooth("C3'", "the complete estimate of I_1, constant 1, for the flow of theta", AVERAGED, COMPLETE, million)
            .tooth("C3'-100", "the same with constant 100", AVERAGED, COMPLETE.scaled(100, 1), CopiesRun.reference(1L << 34, 1L << 34, "5"))
            .ownToothEqual("copies", "m times the norm of one", ALL_NORM, NORM_SQUARED.times(M), CopiesRun.reference(4, 1, "1"))
            .ownToothEqual("copies-loss", "m times the gain of one", ALL_GAIN, GAIN.times(M), CopiesRun.reference(4, 1, "1"))
            .ownTooth("drift", "a tenth of the drift", DRIFT, TIME.times(DRIVING).scaled(1, 10), CopiesRun.reference(4, 1, "1"))
            .on(CopiesFamily::draw, List.of(new Edge<>("six copies, the flow of A", CopiesRun.reference(6, 1, "6")),
                new Edge<>("five copies, the flow of theta", five), new Edge<>("four copies, c = sqrt(m)", CopiesRun.reference(4, 2, "5")), new Edge<>("2^15 copies", large), new Edge<>("2^21 copies", larger),
                new Edge<>("a phase that vanishes at the mean: the population teaches nothing", new CopiesRun(Rational.of(1, 2), Rational.ZERO, Rational.of(-1, 4),
                    Rational.of(1, 2), Rational.of(1, 2), Rational.of(1, 2), Simple.list("1", "-1", "-3/2", "1/4"), Rational.ONE, Rational.ONE, Rational.TWO)),
                new Edge<>("one feature: all clocks agree", CopiesRun.reference(1, 1, "1"))));
    }

    private static Quantity<CopiesRun> of(String name, String tex, String meaning, Function<CopiesRun, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }
}
