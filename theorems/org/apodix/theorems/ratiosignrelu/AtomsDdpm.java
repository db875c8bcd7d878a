package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A DDPM with the posterior variance on finitely many atoms on the line: the model of the family {@code atoms_ddpm}. The predictor of x_0 is the exact one, or the best affine
 * one, for which the output is Gaussian.
 *
 * @param levels the laws of x_1, ..., x_T
 */
record AtomsDdpm(Schedule schedule, List<Rational> weights, List<Rational> atoms, Derived<List<Atoms>> levels) {

    AtomsDdpm(Schedule schedule, List<Rational> weights, List<Rational> atoms) {
        this(schedule, weights, atoms, new Derived<>(() -> IntStream.rangeClosed(1, schedule.steps()).mapToObj(t -> Atoms.merged(weights, atoms, schedule.scale(t))).toList()));
    }

    int steps() {
        return schedule.steps();
    }

    /** The law of x_t. */
    Atoms at(int t) {
        return levels.value().get(t - 1);
    }

    /** The law of the data, with the signal of t = 1. */
    private Atoms data() {
        return at(1);
    }

    boolean isPoint() {
        return data().isPoint();
    }

    Expr mmse(int t) {
        return at(t).mmse();
    }

    Expr information(int t) {
        return at(t).information();
    }

    /** A sum over t = 2..T. */
    Expr sum(IntFunction<Expr> term) {
        var terms = new ArrayList<Expr>();
        for (int t = 2; t <= steps(); t++) {
            terms.add(term.apply(t));
        }
        return Expr.sum(terms);
    }

    /** sum_t Delta_t/2 times a number per step. */
    Expr weighted(IntFunction<Expr> number) {
        return sum(t -> Expr.of(schedule.drop(t).over(Rational.TWO)).times(number.apply(t)));
    }

    /** sum_t Delta_t mmse_t/2. */
    Expr riemann() {
        return weighted(this::mmse);
    }

    /** sum_t J_t = sum_t Delta_t mmse_t/2 - (I_1 - I_T). */
    Expr discretization() {
        return steps() == 1 ? Expr.ZERO : riemann().minus(information(1)).plus(information(steps()));
    }

    /** sum_t Delta_t (mmse_t - mmse_{t-1})/2. */
    Expr discretizationBound() {
        return weighted(t -> mmse(t).minus(mmse(t - 1)));
    }

    /** max_t Delta_t (mmse_T - mmse_1)/2. */
    Expr coarseBound() {
        var most = Rational.ZERO;
        for (int t = 2; t <= steps(); t++) {
            most = most.max(schedule.drop(t));
        }
        return Expr.of(most.over(Rational.TWO)).times(mmse(steps()).minus(mmse(1)));
    }

    /** sum_t J_t with the matched variance: sum_t log(1 + Delta_t mmse_t)/2 - (I_1 - I_T). */
    Expr matched() {
        return steps() == 1 ? Expr.ZERO
            : sum(t -> Expr.of(schedule.drop(t)).times(mmse(t)).log1p().over(2)).minus(information(1)).plus(information(steps()));
    }

    /** min_t of I_{t-1} - I_t - Delta_t mmse_{t-1}/2. */
    Expr leastStep() {
        Expr least = null;
        for (int t = 2; t <= steps(); t++) {
            var rest = information(t - 1).minus(information(t)).minus(Expr.of(schedule.drop(t).over(Rational.TWO)).times(mmse(t - 1)));
            least = least == null ? rest : least.min(rest);
        }
        return least;
    }

    /** U_T. */
    Expr start() {
        int t = steps();
        return Expr.of(schedule.scale(t).pow(2).times(data().moment(2).minus(Rational.ONE))).minus(Expr.of(schedule.noise(t)).log()).over(2);
    }

    /** KL(q_T | N(0, 1)) = U_T - I_T. */
    Expr terminal() {
        return start().minus(information(steps()));
    }

    /** The same DDPM on Gaussian data with the mean and variance of the atoms: its exact predictor is the best affine one here. */
    GaussDdpm gaussian() {
        return new GaussDdpm(schedule, data().moment(1), data().variance(), Rational.ZERO, Rational.ZERO, false);
    }

    /**
     * KL(q_1 | p_1) for the best affine predictors, p_1 = N(m, V): the entropy of q_1 is I_1 + log(2 pi e v_1)/2, and E_{q_1} log p_1 has a closed form.
     */
    Expr affineOutput() {
        var output = gaussian().outputLaw();
        var variance = schedule.scale(1).pow(2).times(data().variance()).plus(schedule.noise(1));
        var shift = schedule.scale(1).times(data().moment(1)).minus(output.mean());
        var ratio = variance.plus(shift.pow(2)).over(output.variance());
        return Expr.of(output.variance().over(schedule.noise(1))).log().plus(Expr.of(ratio.minus(Rational.ONE))).over(2).minus(information(1));
    }

    /** sum_t Delta_t/2 E|lambda_t - x*_t|^2, the excess risk of the best affine predictors. */
    Expr affineExcess() {
        return weighted(t -> at(t).affineExcess());
    }

    /** The same as a difference of risks: sum_t Delta_t/2 (E|x_0 - lambda_t|^2 - E|x_0 - x*_t|^2). */
    Expr affineRiskDifference() {
        return weighted(t -> Expr.of(at(t).affineError()).minus(at(t).mmseByMoments()));
    }

    /** sum_t Delta_t/2 E|x_0 - lambda_t|^2. */
    Expr affineRiemann() {
        return weighted(t -> Expr.of(at(t).affineError()));
    }

    /** r_t from 1/5 to 3/5, so that no level is too sharp for a quick integral. */
    static AtomsDdpm draw(Draw draw) {
        int steps = draw.integer(1, 3);
        var r = draw.list(steps, t -> Rational.of(draw.integer(4, 12), 20));
        int size = draw.of(2, 2, 3, 1);
        var parts = draw.list(size, w -> w.integer(1, 4));
        int total = parts.stream().mapToInt(Integer::intValue).sum();
        return new AtomsDdpm(new Schedule(List.copyOf(r)), parts.stream().map(w -> Rational.of(w, total)).toList(),
            List.copyOf(draw.list(size, a -> a.rational(-2, 2, 4))));
    }
}
