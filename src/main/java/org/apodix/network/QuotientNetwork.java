package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * Quotients g_1/g_2, ..., g_q/g_2 of read-outs of one shared network, exact wherever the stated bounds hold (ratio-signrelu R9).
 *
 * <p>The gate needs x > |y| + |z|: with the scale lambda = 3 G_1/m_2 it is fed (lambda g_2, g_1, G_1), and its output is multiplied by
 * lambda/G_1.
 *
 * @param numerators       G_1, a bound of all |g_1|
 * @param denominatorLeast m_2 > 0, a lower bound of g_2
 * @param denominatorMost  G_2, an upper bound of g_2
 */
public record QuotientNetwork(Rational numerators, Rational denominatorLeast, Rational denominatorMost) {

    public QuotientNetwork {
        if (numerators.signum() < 0 || denominatorLeast.signum() <= 0 || denominatorMost.compareTo(denominatorLeast) < 0) {
            throw new IllegalArgumentException("a quotient of |g_1| <= " + numerators + " and g_2 from " + denominatorLeast + " to "
                + denominatorMost + ": the denominator needs a positive lower bound, and ends in order");
        }
    }

    /** lambda = 3 G_1/m_2. */
    public Rational scale() {
        return Rational.of(3).times(numerators).over(denominatorLeast);
    }

    /** The gate behind the scale: x0 = 3 G_1, X = lambda G_2, Y = Z = G_1. */
    public DivisionGate gate() {
        return new DivisionGate(Rational.of(3).times(numerators), scale().times(denominatorMost), numerators, numerators);
    }

    /** (g_1, ..., g_q, g_2) -> (g_1/g_2, ..., g_q/g_2), widths 4q and 2q; with G_1 = 0 the zero map. */
    public Network gates(SignReluGates gates, int quotients) {
        if (numerators.isZero()) {
            return Network.affine(AffineMap.of(quotients + 1, java.util.Collections.nCopies(quotients, new Row(List.of(), Rational.ZERO))));
        }
        var rows = new ArrayList<Row>();
        for (int k = 0; k < quotients; k++) {
            rows.add(Row.unit(quotients, scale(), Rational.ZERO));
            rows.add(Row.unit(k, Rational.ONE, Rational.ZERO));
            rows.add(new Row(List.of(), numerators));
        }
        return Network.affine(AffineMap.of(quotients + 1, rows)).then(SignReluGates.copies(quotients, gate().network(gates)))
            .then(AffineMap.identity(quotients).scaled(scale().over(numerators)));
    }

    /** The quotients of a network with outputs (g_1, ..., g_q, g_2): two hidden layers more. */
    public Network of(SignReluGates gates, Network readouts) {
        return readouts.then(gates(gates, readouts.outputs() - 1));
    }

    /**
     * The quotients with the denominator clipped below at m, one hidden layer of width q + 1 more: where |g_1| <= G_1 and g_2 <= G_2 they are
     * g_1 over a number above m/2, which is g_2 where g_2 >= m. This record's lower bound is not used.
     */
    public Network clipped(SignReluGates gates, Network readouts, Rational m) {
        SignReluGates.requirePositive("the clip of a denominator", m);
        int quotients = readouts.outputs() - 1;
        var steepness = Rational.TWO.times(gates.alpha()).over(m);
        var clip = gates.clipBelow(m, steepness);
        var layer = quotients == 0 ? clip : SignReluGates.copies(quotients, gates.carry(numerators)).beside(clip);
        var bounds = new QuotientNetwork(numerators, m.over(Rational.TWO), denominatorMost.max(m));
        return bounds.of(gates, readouts.then(layer));
    }

    /** A network behind the clip of its inputs to [-radius, radius], two hidden layers of one unit per input more (R2d). */
    public static Network behindClip(SignReluGates gates, Network network, Rational radius, Rational steepness) {
        return gates.clip(network.inputs(), radius, steepness).then(network);
    }
}
