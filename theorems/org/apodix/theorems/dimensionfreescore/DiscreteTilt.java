package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.function.IntFunction;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A probability on finitely many atoms, its tilt by e^psi and a function xi: R3(a)-(c) in exact numbers.
 *
 * @param probabilities positive, of sum 1
 * @param weights       e^psi, positive
 * @param values        xi
 */
record DiscreteTilt(List<Rational> probabilities, List<Rational> weights, List<Rational> values) {

    DiscreteTilt {
        probabilities = List.copyOf(probabilities);
        weights = List.copyOf(weights);
        values = List.copyOf(values);
    }

    private Rational mean(IntFunction<Rational> function) {
        var sum = Rational.ZERO;
        for (int i = 0; i < weights.size(); i++) {
            sum = sum.plus(probabilities.get(i).times(function.apply(i)));
        }
        return sum;
    }

    /** q = e^psi/E e^psi. */
    private Rational density(int i) {
        return weights.get(i).over(mean(weights::get));
    }

    /** Var q. */
    Rational variance() {
        return mean(i -> density(i).pow(2)).minus(Rational.ONE);
    }

    /** TV, half of E|q - 1|. */
    Rational distance() {
        return mean(i -> density(i).minus(Rational.ONE).abs()).over(Rational.TWO);
    }

    /** (E_q xi - E xi)^2. */
    Rational shiftSquared() {
        return mean(i -> density(i).minus(Rational.ONE).times(values.get(i))).pow(2);
    }

    /** Var xi. */
    Rational spread() {
        return mean(i -> values.get(i).pow(2)).minus(mean(values::get).pow(2));
    }

    /** e^{2 delta}, the ratio of the largest weight to the smallest. */
    Rational ratio() {
        return weights.stream().reduce(Rational::max).orElseThrow().over(weights.stream().reduce(Rational::min).orElseThrow());
    }

    /** sinh^2 delta = (e^{2 delta} - 2 + e^{-2 delta})/4. */
    Rational sinhSquared() {
        return ratio().minus(Rational.TWO).plus(ratio().inverse()).over(Rational.of(4));
    }

    /** tanh(delta/parts) for parts 2 or 4, from e^{delta/2} or its root. */
    Expr tanh(int parts) {
        var root = Expr.of(ratio()).sqrt();
        var power = parts == 2 ? root : root.sqrt();
        return power.minus(Expr.ONE).over(power.plus(Expr.ONE));
    }
}
