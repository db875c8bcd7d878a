package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
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
    private static final Quantity<Matching> FISHER = slice("fisher", "E|\\nabla\\log p_t|^2", "$\\tfrac1{v+t}$ of one Gaussian, of two modes by quadrature", ScoreSlice::fisher);
    private static final Quantity<Matching> DIFFERENCE = slice("difference", "{\\tfrac12\\big(\\tfrac1t-E|\\nabla\\log p_t|^2\\big)}", "$\\tfrac v{2t(v+t)}$ of one Gaussian", ScoreSlice::difference);
    private static final Quantity<Matching> HALF_RATE = slice("halfRate", "\\tfrac1{2t}", "", s -> Expr.of(s.time().times(Rational.TWO).inverse()));
    private static final Quantity<Matching> ONE_MODE = slice("oneMode", "\\tfrac v{2t(v+t)}", "",
        ScoreSlice::gaussianDifference);
    private static final Quantity<Matching> C = run("C", "C", "closed form", GradientFlows::constant);
    private static final Quantity<Matching> C_TIME = run("C_quadrature", "\\tfrac12\\textstyle\\int_0^T\\tfrac d{v+t}dt", "by quadrature",
        MatchingClaims::energyByQuadrature);
    private static final Quantity<Matching> GAUSSIAN = run("gaussianC", "\\tfrac d2\\log\\tfrac{v+T}v", "", MatchingClaims::gaussian);

    private static final Quantity<Matching> C_ENTROPY = run("C_entropy", "{h(p_T)-h(p_0)}", "entropies by quadrature", MatchingClaims::entropyGain);
    private static final Quantity<Matching> FISHER_BELOW = run("fisherBelow", "\\tfrac12\\textstyle\\sum_k(t_{k+1}-t_k)E|\\nabla\\log p_{t_{k+1}}|^2",
        "$t_k=Tk^2/16$, by quadrature", r -> fisherSum(r, 1));
    private static final Quantity<Matching> FISHER_ABOVE = run("fisherAbove", "\\tfrac12\\textstyle\\sum_k(t_{k+1}-t_k)E|\\nabla\\log p_{t_k}|^2",
        "$t_k=Tk^2/16$, by quadrature", r -> fisherSum(r, 0));

    static final List<Quantity<ScoreSlice>> SLICE = List.of(EXPLICIT.of(s -> s, "", ""), DENOISING.of(s -> s, "", ""), IMPLICIT.of(s -> s, "", ""),
        DIFFERENCE.of(s -> s, "", ""));

    private static final int SLICES = 4;

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

    /** The entropy of two modes at T less that at 0: along the line through the centers, and of the noise in the other directions. */
    private static Expr entropyGain(TrainingRun run) {
        var v = run.instance().variance();
        var late = v.plus(run.instance().horizon());
        var square = run.instance().law().squaredHalfDistance();
        return Expr.of(late.over(v)).log().times(run.instance().dimension() - 1L).over(2)
            .plus(new ModePair(square, late).entropy().minus(new ModePair(square, v).entropy()));
    }

    /** A Riemann sum of (1/2) int_0^T E|grad log p_t|^2 dt, which decreases in t, over {@value #SLICES} slices; at their ends if {@code end} is 1. */
    private static Expr fisherSum(TrainingRun run, int end) {
        var square = run.instance().law().squaredHalfDistance();
        var terms = new ArrayList<Expr>();
        for (int k = 0; k < SLICES; k++) {
            var width = run.instance().horizon().times(Rational.of(2L * k + 1, SLICES * SLICES));
            var at = run.instance().variance().plus(run.instance().horizon().times(Rational.of((long) (k + end) * (k + end), SLICES * SLICES)));
            var others = Expr.of(Rational.of(run.instance().dimension() - 1L).over(at));
            terms.add(new ModePair(square, at).fisher().plus(others).times(Expr.of(width)).over(2));
        }
        return Expr.sum(terms);
    }

    static Claim<Matching> matching() {
        var witness = slice("1", "2", "0", "3/2", "0", "-1", "1/2", "7/10");
        var pair = slice("0", "1/2", "2", "1", "1/2", "1/3", "1", "1");
        Formula<Matching> half = FISHER.scaled(1, 2);
        return Claim.of(GeneralizationGap.ID, "G2", "explicit, implicit and denoising score matching", Matching.class,
            new Provenance(Provenance.Origin.CLASSICAL, "used for its denoising loss",
                "the identities per time, executed on one or two modes on the line with one feature; the score energy $C$ of one Gaussian against quadrature in time, "
                    + "of two modes against a quadrature of both entropies, and between Riemann sums of its definition (a double integral, of which no kernel here "
                    + "has a quadrature)"))
            .equal("a", "explicit and implicit, at one time", EXPLICIT, IMPLICIT.plus(half)).about(MatchingClaims::isSlice)
            .equal("c", "denoising and explicit, at one time", DENOISING, EXPLICIT.plus(DIFFERENCE)).about(MatchingClaims::isSlice)
            .equal("b", "the score energy of one Gaussian", C, C_TIME).about(m -> m instanceof TrainingRun r && r.isGaussian())
            .equal("b-entropy", "the score energy of two modes against entropies", C, C_ENTROPY).about(MatchingClaims::hasTwoModes)
            .atMost("b-above", "it lies between Riemann sums of its definition", C, FISHER_ABOVE).about(MatchingClaims::hasTwoModes)
            .atMost("b-below", "from both sides", FISHER_BELOW, C).about(MatchingClaims::hasTwoModes)
            .atMost("b-modes", "two modes have less than one", C, GAUSSIAN).about(m -> m instanceof TrainingRun r && !r.isGaussian() && r.knowsConstant())
            .attainedWhen(m -> m instanceof TrainingRun r && hasOneMode(r))
            .toothEqual("G2c", "the constant d/(2t)", DENOISING, EXPLICIT.plus(HALF_RATE), witness)
            .ownToothEqual("a", "without the Fisher information", EXPLICIT, IMPLICIT, witness)
            .ownToothEqual("b", "without the factor 1/2", C, C_TIME.scaled(2, 1), Witnesses.i1())
            .ownToothEqual("b-entropy", "without the factor 1/2", C.scaled(2, 1), C_ENTROPY, Witnesses.i2())
            .ownTooth("b-above", "half of the upper sum", C, FISHER_ABOVE.scaled(1, 2), Witnesses.twoModes())
            .ownTooth("b-below", "twice the lower sum", FISHER_BELOW.scaled(2, 1), C, Witnesses.twoModes())
            .ownToothEqual("c-modes", "two modes with the difference of one Gaussian", DENOISING, EXPLICIT.plus(ONE_MODE), pair)
            .ownTooth("b-modes", "half of it", C, GAUSSIAN.scaled(1, 2), Witnesses.i2())
            .on(MatchingClaims::draw, List.of(new Edge<>("the witness of the tooth", witness), new Edge<>("two modes", pair), new Edge<>("I1", Witnesses.i1()),
                new Edge<>("I2", Witnesses.i2()), new Edge<>("two modes and one feature", Witnesses.twoModes()),
                new Edge<>("the zero network", slice("1", "2", "0", "1", "0", "0", "1", "0")),
                new Edge<>("a short time", slice("0", "1", "0", "1", "1", "1", "1/1000", "1"))));
    }

    private static ScoreSlice slice(String... values) {
        var v = Simple.list(values);
        return new ScoreSlice(new ScoreSlice.Instance(v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.get(7)));
    }

    private static Matching draw(org.apodix.audit.Draw draw) {
        return draw.of(true, true, false) ? TrainingFamily.draw(draw) : ScoreSliceFamily.draw(draw);
    }

    private static boolean isSlice(Matching model) {
        return model instanceof ScoreSlice;
    }

    /** C does not depend on the features: runs of more than one are left out of the costly parts. */
    private static boolean hasTwoModes(Matching model) {
        return model instanceof TrainingRun r && !r.isGaussian() && r.knowsConstant() && r.instance().width() == 1;
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
