package org.apodix.theorems.generalizationgap;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** G3(d): the likelihood form of the Girsanov bound, for data of any mixture and networks whose output is Gaussian. */
final class LikelihoodClaims {

    private static final Quantity<LikelihoodRun> OUTPUT = of("crossEntropy", "E_{p_0}[-\\log p_0^\\theta]", "", LikelihoodRun::outputCrossEntropy);
    private static final Quantity<LikelihoodRun> OUTPUT_QUADRATURE = of("crossEntropy_quadrature", "E_{p_0}[-\\log N(M,VI)]",
        "mean and variance of the output by quadrature", LikelihoodRun::outputCrossEntropyByQuadrature);
    private static final Quantity<LikelihoodRun> SQUARE = of("halfSquare", "{\\tfrac12\\textstyle\\int_0^TE|s|^2dt}", "closed form", LikelihoodRun::halfSquare);
    private static final Quantity<LikelihoodRun> SQUARE_QUADRATURE = of("halfSquare_quadrature", "\\tfrac12\\textstyle\\int_0^TE|s(t,X_t)|^2dt",
        "by quadrature", LikelihoodRun::halfSquareByQuadrature);
    private static final Quantity<LikelihoodRun> IMPLICIT = of("Q", "Q", "$\\tfrac12\\int_0^TE[|s|^2+2\\,{\\rm div}\\,s]dt$",
        r -> r.halfSquare().minus(r.contraction()));
    private static final Quantity<LikelihoodRun> PRIOR = of("priorCrossEntropy", "E_{p_T}[-\\log\\pi]", "", r -> r.priorCrossEntropy(true));
    private static final Quantity<LikelihoodRun> EARLY_PRIOR = of("earlyCrossEntropy", "E_{p_0}[-\\log\\pi]", "", r -> r.priorCrossEntropy(false));
    private static final Quantity<LikelihoodRun> SHIFT = of("T", "T", "", r -> Expr.of(r.instance().horizon()));

    static final List<Quantity<LikelihoodRun>> PRINTED = List.of(OUTPUT, IMPLICIT, PRIOR);

    private LikelihoodClaims() { }

    static Claim<LikelihoodRun> likelihood(Provenance provenance) {
        return Claim.of(GeneralizationGap.ID, "G3", "the likelihood form", LikelihoodRun.class, provenance)
            .atMost("d-networks", "the likelihood form for any mixture, and networks of features of time and a linear unit", OUTPUT, IMPLICIT.plus(PRIOR))
            .equal("d-output", "their output against quadrature, shifted away from 0", SHIFT.plus(OUTPUT.squared()), SHIFT.plus(OUTPUT_QUADRATURE.squared()))
            .equal("d-energy", "their energy against quadrature, shifted away from 0", SHIFT.plus(SQUARE), SHIFT.plus(SQUARE_QUADRATURE))
            .ownTooth("d-start", "the start tried at time 0", OUTPUT, IMPLICIT.plus(EARLY_PRIOR), diffuse())
            .ownTooth("d-divergence", "a divergence twice as large", OUTPUT, IMPLICIT.scaled(2, 1).minus(SQUARE).plus(PRIOR), pulled())
            .ownToothEqual("d-output", "an output of its own entropy only", SHIFT.plus(OUTPUT.squared()), SHIFT.plus(PRIOR.squared()), pulled())
            .ownToothEqual("d-energy", "the energy without the factor 1/2", SHIFT.plus(SQUARE), SHIFT.plus(SQUARE_QUADRATURE.scaled(2, 1)), pulled())
            .on(LikelihoodFamily::draw, List.of(new Edge<>("one point, a wide start: both sides are close", diffuse()),
                new Edge<>("two points and a linear unit", pulled()),
                new Edge<>("ten dimensions, one Gaussian", run(List.of(Collections.nCopies(10, Rational.ONE)), "1", "1/2", "1", "1/3", "1")),
                new Edge<>("the zero network", run(List.of(List.of(Rational.ONE), List.of(Rational.of(-2))), "1/2", "0", "0", "0", "1"))));
    }

    /** A point, no drift, the start N(0, 100): the bound exceeds the left side by 1/200 - log(101/100)/2. */
    private static LikelihoodRun diffuse() {
        return run(List.of(List.of(Rational.ZERO)), "0", "0", "0", "0", "100");
    }

    private static LikelihoodRun pulled() {
        return run(List.of(List.of(Rational.ONE), List.of(Rational.of(-1))), "0", "1", "1", "1/2", "2");
    }

    /** Centers of equal weights, one feature cos(u t) with all coefficients theta, T = 1, a start of mean 0. */
    private static LikelihoodRun run(List<List<Rational>> centers, String variance, String kappa, String theta, String u, String priorVariance) {
        int d = centers.get(0).size();
        return new LikelihoodRun(new LikelihoodRun.Instance(Collections.nCopies(centers.size(), Rational.of(1, centers.size())), centers,
            Simple.parse(variance), Simple.list(u), Simple.list("0"), Collections.nCopies(d, Simple.list(theta)), Simple.parse(kappa), Rational.ONE,
            Collections.nCopies(d, Rational.ZERO), Simple.parse(priorVariance)));
    }

    private static Quantity<LikelihoodRun> of(String name, String tex, String meaning, Function<LikelihoodRun, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }
}
