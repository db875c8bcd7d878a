package org.apodix.theorems.fisherkl;

import java.util.EnumMap;
import java.util.Map;
import org.apodix.diffusion.AffineSampler;
import org.apodix.diffusion.Gaussian;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.Scheme;
import org.apodix.diffusion.ScoreError;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** A short run on a mixture on the line with exact scores whose output law is bracketed: the model of {@code mixture_exact_truth_ou}. */
public final class ExactTruthRun implements ClosedFormModel {

    private final LawRun run;
    private final Map<Scheme, Expr> coarse = new EnumMap<>(Scheme.class);

    public ExactTruthRun(Mixture law, Rational q, int steps) {
        this.run = new LawRun(new LawRun.Instance(law, q, steps, LineScore.Kind.EXACT));
    }

    /** The same run, with what is known of it without the output law. */
    LawRun run() {
        return run;
    }

    Mixture law() {
        return (Mixture) run.law();
    }

    /** The divergence of the output in a bracket of about 10^-2. */
    Expr truth(Scheme scheme) {
        return coarse.computeIfAbsent(scheme, s -> bracket(s, ExactTruth.Accuracy.COARSE));
    }

    /** The same in a bracket of about 10^-3. */
    Expr narrowTruth(Scheme scheme) {
        return bracket(scheme, ExactTruth.Accuracy.MIDDLE);
    }

    /** The same in a bracket of about 10^-4. */
    Expr fineTruth(Scheme scheme) {
        return bracket(scheme, ExactTruth.Accuracy.FINE);
    }

    private Expr bracket(Scheme scheme, ExactTruth.Accuracy accuracy) {
        return new ExactTruth(law(), run.q(), run.steps(), scheme, accuracy).divergence();
    }

    /** Whether the data are one Gaussian, whose output is known in closed form. */
    boolean isOneGaussian() {
        return run.isOneGaussian();
    }

    /** The divergence of the output for data that are one Gaussian. */
    Expr closedForm(Scheme scheme) {
        var data = Gaussian.onLine(Expr.of(law().mean()), Expr.of(law().variance()));
        var output = new AffineSampler(data, Expr.of(run.q()), run.steps(), ScoreError.NONE).output(scheme);
        return data.divergence(output);
    }
}
