package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;
import org.apodix.proof.Domain;

/**
 * The parts of |B(x)|^2 and tr G(x) that belong to one feature, as functions of its phase phi = w_j.x + b_j. For all x the phases run through
 * all real numbers, so that a bound for all phi of one period is a bound for all x in R^d.
 *
 * <p>With E_T(kappa) = int_0^T e^{kappa t} dt (generalization-gap G1 for the law of a point x):
 * m |B(x)_{:,j}|^2 = |w_j|^2 (Im e^{i phi} E_T(-|w_j|^2/2 + i u_j))^2 and m G(x)_{jj} = (T + Re e^{2 i phi} E_T(-2 |w_j|^2 + 2 i u_j))/2.
 * Both sums over j are means over the features, at most the greatest part.
 */
final class PhaseBounds {

    static final Variable PHASE = new Variable("phi");
    /** Longer than a period. */
    static final String RANGE = "\\varphi\\in[-\\tfrac{22}7,\\tfrac{22}7]";

    private PhaseBounds() { }

    static Domain period() {
        return Domain.interval(PHASE, Rational.of(-22, 7), Rational.of(22, 7));
    }

    /** max_j |w_j|^2 (Im e^{i phi} E_j)^2. */
    static Expr linear(TrainingRun run) {
        var parts = new ArrayList<Expr>();
        for (int j = 0; j < run.instance().width(); j++) {
            parts.add(linearPart(run, j, PHASE));
        }
        return greatest(parts);
    }

    /** max_j (T + Re e^{2 i phi} E_j)/2; features of w_j = 0 and u_j = 0, for which it is T cos^2 phi, are left out. */
    static Expr trace(TrainingRun run) {
        var parts = new ArrayList<Expr>();
        for (int j = 0; j < run.instance().width(); j++) {
            if (!square(run, j).isZero() || !run.instance().u().get(j).isZero()) {
                parts.add(tracePart(run, j, PHASE));
            }
        }
        return greatest(parts);
    }

    /** The mean of the parts of |B(x)|^2 at the phases of the first point of the sample. */
    static Expr linearAtPoint(TrainingRun run) {
        return mean(run, j -> linearPart(run, j, phase(run, j)));
    }

    /** The mean of the parts of tr G(x) at the phases of the first point of the sample. */
    static Expr traceAtPoint(TrainingRun run) {
        return mean(run, j -> tracePart(run, j, phase(run, j)));
    }

    private static Expr phase(TrainingRun run, int j) {
        return Expr.of(Simple.dot(run.instance().w().get(j), run.instance().sample().get(0)).plus(run.instance().b().get(j)));
    }

    private static Expr mean(TrainingRun run, IntFunction<Expr> part) {
        int m = run.instance().width();
        return Expr.sum(IntStream.range(0, m).mapToObj(part).toList()).over(m);
    }

    private static Rational square(TrainingRun run, int j) {
        return Simple.dot(run.instance().w().get(j), run.instance().w().get(j));
    }

    private static Expr linearPart(TrainingRun run, int j, Expr phase) {
        var square = square(run, j);
        if (square.isZero()) {
            return Expr.ZERO;
        }
        var e = ComplexExpr.timeIntegral(square.over(Rational.of(-2)), run.instance().u().get(j), run.instance().horizon());
        return turned(e, phase).im().square().times(Expr.of(square));
    }

    private static Expr tracePart(TrainingRun run, int j, Expr phase) {
        var e = ComplexExpr.timeIntegral(square(run, j).times(Rational.of(-2)), run.instance().u().get(j).times(Rational.TWO), run.instance().horizon());
        return turned(e, phase.times(2)).re().plus(run.horizon()).over(2);
    }

    /** The root of (1/m) sum_j |w_j|^2 |E_j|^2, which |B(x)| never exceeds because |Im z| <= |z|. */
    static Expr reach(TrainingRun run) {
        var parts = new ArrayList<Expr>();
        for (int j = 0; j < run.instance().width(); j++) {
            var w = run.instance().w().get(j);
            var square = Simple.dot(w, w);
            var e = ComplexExpr.timeIntegral(square.over(Rational.of(-2)), run.instance().u().get(j), run.instance().horizon());
            parts.add(e.squaredModulus().times(Expr.of(square)));
        }
        return Expr.sum(parts).over(run.instance().width()).sqrt();
    }

    private static ComplexExpr turned(ComplexExpr e, Expr angle) {
        return ComplexExpr.unit(angle).times(e);
    }

    private static Expr greatest(ArrayList<Expr> parts) {
        return parts.stream().reduce(Expr::max).orElse(Expr.ZERO);
    }
}
