package org.apodix.network;

import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * Small SignReLU networks of one input that compute a function exactly on a stated set (ratio-signrelu R1, R2, R5, R6).
 *
 * <p>They rest on one identity: for u <= 0, sigma(u) = alpha u / (1 - u) = -alpha + alpha / (1 - u), so that a unit divides. All of them are
 * defined on the whole line; outside of the stated set they compute something else.
 */
public final class SignReluGates {

    private final Rational alpha;
    private final Activation activation;

    /** The gates with this parameter of the activation; one that is not positive is rejected. */
    public SignReluGates(Rational alpha) {
        this.activation = Activation.signRelu(alpha);
        this.alpha = alpha;
    }

    public Rational alpha() {
        return alpha;
    }

    public Activation activation() {
        return activation;
    }

    /**
     * 1/t for t >= threshold, by one unit: (1 + sigma(1 - t/threshold) / alpha) / threshold (R1). Below the threshold it is affine; it
     * decreases on the whole line.
     */
    public Network reciprocal(Rational threshold) {
        requirePositive("the threshold of a reciprocal", threshold);
        return unit(threshold.inverse().negate(), Rational.ONE, threshold.times(alpha).inverse(), threshold.inverse());
    }

    /** t for t >= -bound, by one unit: sigma(t + bound) - bound (R2a). */
    public Network carry(Rational bound) {
        return unit(Rational.ONE, bound, Rational.ONE, bound.negate());
    }

    /**
     * t for t >= floor, and in (floor - alpha/steepness, floor) below, by one unit: floor + sigma(steepness (t - floor)) / steepness (R2b).
     */
    public Network clipBelow(Rational floor, Rational steepness) {
        requirePositive("the steepness of a clip", steepness);
        return unit(steepness, floor.times(steepness).negate(), steepness.inverse(), floor);
    }

    /** The mirror image of {@link #clipBelow}: t for t <= ceiling, and in (ceiling, ceiling + alpha/steepness) above (R2c). */
    public Network clipAbove(Rational ceiling, Rational steepness) {
        requirePositive("the steepness of a clip", steepness);
        return unit(steepness.negate(), ceiling.times(steepness), steepness.inverse().negate(), ceiling);
    }

    /**
     * Coordinate by coordinate, t for |t| <= radius and within alpha/steepness of that range elsewhere, by two hidden layers of one unit per
     * coordinate (R2d).
     */
    public Network clip(int dimension, Rational radius, Rational steepness) {
        requirePositive("the radius of a clip", radius);
        return copies(dimension, clipBelow(radius.negate(), steepness).then(clipAbove(radius, steepness)));
    }

    /**
     * max(t, 0) for t <= bound, by two hidden layers of width 2 (R5b): psi(sigma(-t)) and sigma(t/alpha)/alpha cancel for t < 0 and add up to
     * t (alpha^-2 - 1) for 0 <= t <= bound, where psi(y) = 1 - alpha / (alpha + y). With alpha = 1 no network is exact, and it is rejected.
     */
    public Network relu(Rational bound) {
        requirePositive("the bound of an exact ReLU", bound);
        if (alpha.equals(Rational.ONE)) {
            throw new IllegalArgumentException("an exact ReLU with alpha = 1: sigma is continuously differentiable then, take another alpha");
        }
        var threshold = alpha.over(Rational.ONE.plus(bound));
        var inner = Network.shallow(AffineMap.of(1, Row.unit(0, Rational.ONE.negate(), Rational.ZERO),
            Row.unit(0, alpha.inverse(), Rational.ZERO)), activation, AffineMap.identity(2));
        // alpha + sigma(-t) is alpha/(1 + t) or alpha + |t|; sigma(t/alpha) is above -alpha
        var shifted = inner.then(AffineMap.of(2, Row.unit(0, Rational.ONE, alpha), Row.unit(1, Rational.ONE, Rational.ZERO)));
        var outer = shifted.then(reciprocal(threshold).beside(carry(alpha)));
        var slope = alpha.pow(-2).minus(Rational.ONE);
        return outer.then(AffineMap.of(2, Row.of(List.of(alpha.negate(), alpha.inverse()), Rational.ONE)).scaled(slope.inverse()));
    }

    /** |t| for |t| <= bound, by two hidden layers of width 4: max(t, 0) + max(-t, 0). */
    public Network absoluteValue(Rational bound) {
        var both = AffineMap.of(1, Row.unit(0, Rational.ONE, Rational.ZERO), Row.unit(0, Rational.ONE.negate(), Rational.ZERO));
        return Network.affine(both).then(copies(2, relu(bound)))
            .then(AffineMap.of(2, Row.of(List.of(Rational.ONE, Rational.ONE), Rational.ZERO)));
    }

    /** max(t, 0) up to alpha/steepness, never above it, by one unit: sigma(steepness t) / steepness (R6). */
    public Network reluLimit(Rational steepness) {
        return clipBelow(Rational.ZERO, steepness);
    }

    /**
     * t - psi(sigma(t)) with psi(y) = y / (alpha + y), for t >= -bound, by two hidden layers of width 2. With alpha = 1 it is 0 for t <= 0 and
     * t^2 / (1 + t) for t >= 0: the nearest relative of ReLU that is continuously differentiable (R5).
     */
    public Network smoothRelu(Rational bound) {
        requirePositive("the bound of a smooth ReLU", bound);
        var threshold = alpha.over(Rational.ONE.plus(bound));
        var inner = Network.shallow(AffineMap.of(1, Row.unit(0, Rational.ONE, Rational.ZERO), Row.unit(0, Rational.ONE, bound)), activation,
            AffineMap.of(2, Row.unit(0, Rational.ONE, alpha), Row.unit(1, Rational.ONE, bound.negate())));
        return inner.then(reciprocal(threshold).beside(carry(bound)))
            .then(AffineMap.of(2, Row.of(List.of(alpha, Rational.ONE), Rational.ONE.negate())));
    }

    /** scale * sigma(weight t + bias) + shift. */
    private Network unit(Rational weight, Rational bias, Rational scale, Rational shift) {
        return Network.shallow(AffineMap.of(1, Row.unit(0, weight, bias)), activation, AffineMap.of(1, Row.unit(0, scale, shift)));
    }

    /** (x_1, ..., x_k) -> (part(x_1), ..., part(x_k)), for k >= 1. */
    public static Network copies(int count, Network part) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " copies of a network: give 1 or more");
        }
        var all = part;
        for (int k = 1; k < count; k++) {
            all = all.beside(part);
        }
        return all;
    }

    static void requirePositive(String what, Rational value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " is " + value + ": give a positive number");
        }
    }
}
