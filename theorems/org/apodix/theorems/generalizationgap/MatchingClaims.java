package org.apodix.theorems.generalizationgap;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Integral;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;

/** G2: explicit, implicit and denoising score matching are the same up to constants. */
final class MatchingClaims {

    private static final Quantity<Matching> EXPLICIT = slice("explicit", "\\tfrac12E|s-\\nabla\\log p_t|^2", "by quadrature", ScoreSlice::explicit);
    private static final Quantity<Matching> DENOISING = slice("denoising", "\\tfrac12E|s+Z/\\sqrt t|^2", "by quadrature", ScoreSlice::denoising);
    private static final Quantity<Matching> IMPLICIT = slice("implicit", "{E[\\tfrac12|s|^2+{\\rm div}\\,s]}", "closed form", ScoreSlice::implicit);
    private static final Quantity<Matching> FISHER = slice("fisher", "E|\\nabla\\log p_t|^2", "$\\tfrac1{v+t}$", ScoreSlice::fisher);
    private static final Quantity<Matching> DIFFERENCE = slice("difference", "\\tfrac v{2t(v+t)}", "", ScoreSlice::difference);
    private static final Quantity<Matching> HALF_RATE = slice("halfRate", "\\tfrac1{2t}", "", s -> Expr.of(s.time().times(Rational.TWO).inverse()));
    private static final Quantity<Matching> C = run("C", "C", "closed form", GradientFlows::constant);
    private static final Quantity<Matching> C_TIME = run("C_quadrature", "\\tfrac12\\textstyle\\int_0^T\\tfrac d{v+t}dt", "by quadrature",
        MatchingClaims::energyByQuadrature);
    private static final Quantity<Matching> GAUSSIAN = run("gaussianC", "\\tfrac d2\\log\\tfrac{v+T}v", "", MatchingClaims::gaussian);

    static final List<Quantity<ScoreSlice>> SLICE = List.of(EXPLICIT.of(s -> s, "", ""), DENOISING.of(s -> s, "", ""), IMPLICIT.of(s -> s, "", ""),
        DIFFERENCE.of(s -> s, "", ""));

    private MatchingClaims() { }

    private static Expr energyByQuadrature(TrainingRun run) {
        var t = new Variable("t");
        var rate = Expr.of(run.instance().dimension()).over(Expr.of(run.instance().variance()).plus(t)).over(2);
        return Integral.of(rate, t, Expr.ZERO, run.horizon());
    }

    private static Expr gaussian(TrainingRun run) {
        var v = run.instance().variance();
        return Expr.of(v.plus(run.instance().horizon()).over(v)).log().times(run.instance().dimension()).over(2);
    }

    static Claim<Matching> matching() {
        var witness = new ScoreSlice(Rational.ONE, Rational.TWO, Rational.of(3, 2), Rational.ZERO, Rational.of(-1), Rational.of(1, 2), Rational.of(7, 10));
        Formula<Matching> half = FISHER.scaled(1, 2);
        return Claim.of(GeneralizationGap.ID, "G2", "explicit, implicit and denoising score matching", Matching.class,
            new Provenance(Provenance.Origin.CLASSICAL, "used for its denoising loss",
                "the identities per time, executed on one Gaussian in dimension 1 with one feature; the score energy $C$ of one Gaussian against quadrature, of two modes "
                    + "bounded only (its information $I(r)$ is compared with reference values in a test)"))
            .equal("a", "explicit and implicit, at one time", EXPLICIT, IMPLICIT.plus(half)).about(MatchingClaims::isSlice)
            .equal("c", "denoising and explicit, at one time", DENOISING, EXPLICIT.plus(DIFFERENCE)).about(MatchingClaims::isSlice)
            .equal("b", "the score energy of one Gaussian", C, C_TIME).about(m -> m instanceof TrainingRun r && r.isGaussian())
            .atMost("b-modes", "two modes have less", C, GAUSSIAN).about(m -> m instanceof TrainingRun r && !r.isGaussian())
            .attainedWhen(m -> m instanceof TrainingRun r && hasOneMode(r))
            .toothEqual("G2c", "the constant d/(2t)", DENOISING, EXPLICIT.plus(HALF_RATE), witness)
            .ownToothEqual("a", "without the Fisher information", EXPLICIT, IMPLICIT, witness)
            .ownToothEqual("b", "without the factor 1/2", C, C_TIME.scaled(2, 1), Witnesses.i1())
            .ownTooth("b-modes", "half of it", C, GAUSSIAN.scaled(1, 2), Witnesses.i2())
            .on(MatchingClaims::draw, List.of(new Edge<>("the witness of the tooth", witness), new Edge<>("I1", Witnesses.i1()),
                new Edge<>("I2", Witnesses.i2()), new Edge<>("the zero network", new ScoreSlice(Rational.ONE, Rational.TWO, Rational.ONE, Rational.ZERO,
                    Rational.ZERO, Rational.ONE, Rational.ZERO)),
                new Edge<>("a short time", new ScoreSlice(Rational.ZERO, Rational.ONE, Rational.ONE, Rational.ONE, Rational.ONE, Rational.of(1, 1000),
                    Rational.ONE))));
    }

    private static Matching draw(org.apodix.audit.Draw draw) {
        return draw.yes() ? TrainingFamily.draw(draw) : ScoreSliceFamily.draw(draw);
    }

    private static boolean isSlice(Matching model) {
        return model instanceof ScoreSlice;
    }

    private static boolean hasOneMode(TrainingRun run) {
        return run.instance().centers().get(0).equals(run.instance().centers().get(1));
    }

    private static Quantity<Matching> slice(String name, String tex, String meaning, Function<ScoreSlice, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> definition.apply((ScoreSlice) m));
    }

    private static Quantity<Matching> run(String name, String tex, String meaning, Function<TrainingRun, Expr> definition) {
        return Quantity.of(name, tex, meaning, m -> definition.apply((TrainingRun) m));
    }
}
