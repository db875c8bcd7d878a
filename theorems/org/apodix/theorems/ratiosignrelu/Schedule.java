package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.enclosure.Rational;

/**
 * A DDPM schedule all of whose coefficients are rational: sqrt(alpha_t) = (1 - r_t^2)/(1 + r_t^2), t = 1..T (ratio-signrelu, section 2). The index t of
 * every method runs from 1, and from 2 where the step before is needed.
 */
record Schedule(List<Rational> r) {

    private static final int MOST_STEPS = 200;

    static Schedule read(Fields fields) {
        var r = Read.list(fields, "r", MOST_STEPS);
        for (var value : r) {
            if (value.signum() <= 0 || value.compareTo(Rational.ONE) >= 0) {
                throw new BadInput("\"r\" contains " + Fields.shorten(value.toString()) + "; every r_t must lie strictly between 0 and 1");
            }
        }
        return new Schedule(r);
    }

    int steps() {
        return r.size();
    }

    /** sqrt(alpha_t). */
    Rational root(int t) {
        var square = r.get(t - 1).pow(2);
        return Rational.ONE.minus(square).over(Rational.ONE.plus(square));
    }

    /** sqrt(alphabar_t), 1 for t = 0. */
    Rational scale(int t) {
        var product = Rational.ONE;
        for (int s = 1; s <= t; s++) {
            product = product.times(root(s));
        }
        return product;
    }

    /** 1 - alphabar_t. */
    Rational noise(int t) {
        return Rational.ONE.minus(scale(t).pow(2));
    }

    /** beta_t. */
    Rational beta(int t) {
        return Rational.ONE.minus(root(t).pow(2));
    }

    /** gamma_t, the signal-to-noise ratio. */
    Rational ratio(int t) {
        return scale(t).pow(2).over(noise(t));
    }

    /** Delta_t = gamma_{t-1} - gamma_t, t >= 2. */
    Rational drop(int t) {
        return ratio(t - 1).minus(ratio(t));
    }

    /** A_t, the weight of x_0 in the posterior mean. */
    Rational dataWeight(int t) {
        return scale(t - 1).times(beta(t)).over(noise(t));
    }

    /** B_t, the weight of x_t. */
    Rational stateWeight(int t) {
        return root(t).times(noise(t - 1)).over(noise(t));
    }

    /** The posterior variance, t >= 2. */
    Rational posterior(int t) {
        return noise(t - 1).over(noise(t)).times(beta(t));
    }

    static Schedule draw(Draw draw, int most) {
        int steps = draw.integer(1, most);
        var r = new ArrayList<Rational>();
        for (int t = 0; t < steps; t++) {
            // from 1/20 to 3/5
            r.add(Rational.of(draw.integer(1, 12), 20));
        }
        return new Schedule(List.copyOf(r));
    }
}
