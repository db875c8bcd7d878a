package org.apodix.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/**
 * A proven bound of the difference between the exact outputs of a network and those that a program computes in float64 from an
 * {@link OnnxModel}, at one input.
 *
 * <p><b>Assumed of the program</b>: + - * / round to nearest in IEEE 754 float64 without flushing subnormal numbers to 0, fused multiply-add
 * allowed; max, min and clip are exact. The sum of an affine map may be taken in any order, in parts, with the bias anywhere. Nothing is assumed
 * of a cosine, so a network with one is rejected; so is one that might overflow.
 *
 * <p><b>Proof.</b> Let u = 2^-53, gamma_n = n u / (1 - n u), and h = 2^-1075 half the least positive float64. Let x be the exact and x' the
 * computed value of a unit, |x' - x| <= e; w' the float64 of a weight w.
 * <ul>
 * <li>Input: x' is the float64 nearest to the given x, e = |x' - x|.
 * <li>Affine map: the terms w_j x_j of the non-zero weights and the bias are n numbers; the zeros of the matrix add exact zeros. In
 *     whatever order they are added, a term takes part in at most n - 1 additions that round, and a product by another number than 1 and -1
 *     rounds once, so (with n - 1 in place of n where all weights are 1 and -1)
 *     |computed - sum w'_j x'_j - b'| <= gamma_n S + n h (1 + gamma_n) for S = sum |w'_j x'_j| + |b'| (the sum of any n terms:
 *     Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., sections 3.1 and 4.2; additions that underflow are exact, products err by
 *     at most h more). And sum w'_j x'_j + b' differs from sum w_j x_j + b by at most sum (|w'_j| e_j + |w'_j - w_j| |x_j|) + |b' - b|.
 * <li>relu and clip: min and max do not increase distances, so at most e, plus the errors of the two ends of a clip.
 * <li>SignReLU, as max(x', 0) + alpha' (m / (1 - m)), m = min(x', 0): one term is 0, so the sum is exact. With t = max(-x', 0) the
 *     computed second term differs from alpha' t / (1 + t) by at most gamma_3 of it (three roundings) and 2 h (1 + alpha') by underflow; that
 *     from alpha t / (1 + t) by |alpha' - alpha| t / (1 + t); and sigma(x') from sigma(x) by max(1, alpha) e.
 * </ul>
 * Everything is enclosed in dyadic intervals, of which the upper ends are taken.
 */
public final class FloatErrors {

    private static final DyadicArithmetic A = new DyadicArithmetic(128);
    private static final Rational UNIT = Rational.TWO.pow(-53);
    private static final Rational TINY = Rational.TWO.pow(-1074);
    private static final Rational LARGEST = NearestDouble.exact(Double.MAX_VALUE);

    private final List<DyadicInterval> values;
    /** Sets above 0 whose upper ends bound the distances from the computed values to the exact ones. */
    private final List<DyadicInterval> errors;

    private FloatErrors(List<DyadicInterval> values, List<DyadicInterval> errors) {
        this.values = values;
        this.errors = errors;
    }

    /** A bound for each output at the given input, which the program reads as the nearest float64 numbers. */
    public static List<Rational> bounds(Network network, List<Rational> point) {
        if (point.size() != network.inputs()) {
            throw new IllegalArgumentException("a network of " + network.inputs() + " inputs at a point of " + point.size() + " numbers");
        }
        var state = new FloatErrors(point.stream().map(A::of).toList(), point.stream().map(NearestDouble::error).map(A::of).toList());
        for (var layer : network.hidden()) {
            state = state.after(layer.map()).after(layer.activation());
        }
        return state.after(network.output()).errors.stream().map(error -> error.upper().toRational()).toList();
    }

    private FloatErrors after(AffineMap map) {
        var sums = new ArrayList<DyadicInterval>();
        for (var row : map.rows()) {
            sums.add(error(row));
        }
        return new FloatErrors(map.apply(A, values), sums);
    }

    private DyadicInterval error(Row row) {
        var bias = A.of(NearestDouble.exact(NearestDouble.of(row.bias())));
        var size = A.abs(bias);
        var carried = A.of(NearestDouble.error(row.bias()));
        for (var term : row.terms()) {
            var weight = A.of(NearestDouble.exact(NearestDouble.of(term.weight())).abs());
            var error = errors.get(term.column());
            var x = A.abs(values.get(term.column()));
            size = A.add(size, A.multiply(weight, A.add(x, error)));
            carried = A.add(carried, A.add(A.multiply(weight, error), A.multiply(A.of(NearestDouble.error(term.weight())), x)));
        }
        int n = row.nonzeros();
        boolean unscaled = row.terms().stream().allMatch(term -> term.weight().abs().equals(Rational.ONE));
        int roundings = Math.max(unscaled ? n - 1 : n, 0);
        if (size.upper().compareTo(LARGEST.over(Rational.TWO)) > 0) {
            throw new IllegalArgumentException("a sum of the network may be beyond float64 (2^1023) at this input: rescale the network");
        }
        return A.add(carried, A.add(A.multiply(gamma(roundings), size), A.of(TINY.times(Rational.of(n)))));
    }

    private static DyadicInterval gamma(int n) {
        var all = UNIT.times(Rational.of(n));
        return A.of(all.over(Rational.ONE.minus(all)));
    }

    private FloatErrors after(Activation activation) {
        var results = values.stream().map(x -> activation.on(A, x)).toList();
        var lipschitz = A.of(activation.lipschitz());
        var changed = new ArrayList<DyadicInterval>();
        for (int i = 0; i < values.size(); i++) {
            changed.add(A.add(A.multiply(lipschitz, errors.get(i)), added(activation, values.get(i), errors.get(i))));
        }
        return new FloatErrors(results, changed);
    }

    /** What the arithmetic of the activation adds to the error carried through. */
    private static DyadicInterval added(Activation activation, DyadicInterval x, DyadicInterval error) {
        if (activation instanceof Activation.Identity || activation instanceof Activation.Relu) {
            return A.of(Rational.ZERO);
        } else if (activation instanceof Activation.Clip clip) {
            return Stream.of(clip.lower(), clip.upper()).map(NearestDouble::error).map(A::of).reduce(A::add).orElseThrow();
        } else if (activation instanceof Activation.SignRelu sign) {
            var one = A.of(Rational.ONE);
            var most = A.max(A.add(A.negate(x), error), A.of(Rational.ZERO)); // t is at most its upper end
            var quotient = A.subtract(one, A.divide(one, A.add(one, most)));
            var alpha = A.of(NearestDouble.exact(NearestDouble.of(sign.alpha())));
            var rounding = A.add(A.multiply(gamma(3), alpha), A.of(NearestDouble.error(sign.alpha())));
            return A.add(A.multiply(rounding, quotient), A.multiply(A.of(TINY), A.add(one, alpha)));
        }
        throw new IllegalArgumentException("no float64 error of " + activation.name() + " is known: nothing is promised of it by ONNX");
    }
}
