package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.Draw;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A DDPM on atoms whose predictors are networks behind a clip: the model of the family {@code end_to_end} (ratio-signrelu R21).
 *
 * @param radii   R_t for t = 2, ..., T
 * @param degrees K_t
 * @param margin  of the clip
 * @param clipped the steps t = 2, ..., T
 */
record EndToEnd(AtomsDdpm ddpm, List<Rational> radii, List<Integer> degrees, Rational margin, Derived<List<ClippedStep>> clipped) {

    EndToEnd(AtomsDdpm ddpm, List<Rational> radii, List<Integer> degrees, Rational margin) {
        this(ddpm, radii, degrees, margin, new Derived<>(() -> IntStream.range(0, radii.size()).mapToObj(i -> {
            var mixture = new Mixture(ddpm.weights(), ddpm.atoms().stream().map(List::of).toList(), ddpm.schedule().scale(i + 2));
            return new ClippedStep(ddpm.at(i + 2), mixture, radii.get(i), degrees.get(i), margin);
        }).toList()));
    }

    int steps() {
        return ddpm.steps();
    }

    /** Step t, from 2 on. */
    ClippedStep step(int t) {
        return clipped.value().get(t - 2);
    }

    /** Whether every denominator is positive by its bounds. */
    boolean isUseful() {
        return clipped.value().stream().allMatch(ClippedStep::isUseful);
    }

    /** Delta_t/2 (eps_t^2 + (2D + eps_t)^2 pi_t). */
    Expr term(int t, Expr error) {
        var most = Expr.of(step(t).reach().times(Rational.TWO)).plus(error);
        return Expr.of(ddpm.schedule().drop(t).over(Rational.TWO)).times(error.square().plus(most.square().times(step(t).outside())));
    }

    /** The bound of the excess risk, without roundings. */
    Expr idealBound() {
        return ddpm.sum(t -> term(t, step(t).idealError()));
    }

    /** The same for the networks that are built. */
    Expr builtBound() {
        return ddpm.sum(t -> term(t, Expr.of(step(t).error())));
    }

    /** sum_t Delta_t eps_t^2/2, without what lies outside of [-R_t, R_t]. */
    Expr insideBound() {
        return ddpm.weighted(t -> Expr.of(step(t).error().pow(2)));
    }

    /** The excess risk of the networks: sum_t Delta_t/2 E|xhat_t - x*_t|^2. */
    Expr excess() {
        return ddpm.weighted(t -> step(t).deviation());
    }

    /**
     * What learning adds: sum_t Delta_t/2 (40/3) B_t^2 log|H_t|/m with B_t = D + eps_t, from m pairs per step over a class of the network and all networks with as many
     * parameters on a grid of 2 W/eta + 1 values.
     */
    Expr estimation(long samples, int gridBits) {
        var values = Rational.TWO.pow(gridBits).plus(Rational.ONE);
        return ddpm.weighted(t -> {
            var bound = step(t).reach().plus(step(t).error()).pow(2).times(Rational.of(40, 3)).over(Rational.of(samples));
            // log(1 + G^P) <= P log G + G^-P, and G^-P is at most 1/G
            int parameters = step(t).network().maps().stream().mapToInt(map -> map.outputs() * (map.inputs() + 1)).sum();
            return Expr.of(bound).times(Expr.of(values).log().times(parameters).plus(Expr.of(values.inverse())));
        });
    }

    /** Two or three steps, coarse enough that few units suffice. */
    static EndToEnd draw(Draw draw) {
        int steps = draw.of(2, 2, 2, 3);
        var r = draw.list(steps, t -> Rational.of(draw.integer(8, 14), 20));
        int size = draw.of(2, 2, 3, 1);
        var parts = draw.list(size, w -> w.integer(1, 3));
        int total = parts.stream().mapToInt(Integer::intValue).sum();
        var ddpm = new AtomsDdpm(new Schedule(List.copyOf(r)), parts.stream().map(w -> Rational.of(w, total)).toList(),
            List.copyOf(draw.list(size, a -> a.rational(-1, 1, 4))));
        var margin = draw.of(Rational.of(1, 10), Rational.of(1, 4));
        var radii = new ArrayList<Rational>();
        var degrees = new ArrayList<Integer>();
        for (int t = 2; t <= steps; t++) {
            var radius = draw.of(Rational.ONE, Rational.of(3, 2), Rational.of(3, 4), Rational.TWO);
            int degree = draw.integer(4, 9);
            radii.add(radius);
            degrees.add(degree);
        }
        return new EndToEnd(ddpm, List.copyOf(radii), List.copyOf(degrees), margin);
    }
}
