package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Certified nodes and weights of Gauss-Legendre quadrature: the roots x_k of the Legendre polynomial P_n and
 * w_k = 2 (1 - x_k^2) / (n P_{n-1}(x_k))^2, k = 1, ..., n, in small intervals that contain them.
 *
 * <p><b>Proof.</b> A number x~ and a radius r (powers of two in fixed point) are found by Newton's method without any claim. Then P_n
 * is evaluated at x~ - r and x~ + r with a proved error ({@link LegendreValue}) and must have different signs, so the open
 * interval between holds a root. The intervals of the positive half are checked to be disjoint and positive; with their mirror
 * images and the root 0 of an odd n these are n different roots, hence all of them. In the weight, P_{n-1} at the root is P_{n-1}(x~ - r)
 * enlarged by 2r max |P'_{n-1}|, and |P'_j| <= j (j+1) / 2 on [-1, 1]:
 * P'_j = sum (2i+1) P_i over i = j-1, j-3, ..., and |P_i| <= 1 = P_i(1), so the greatest value is P'_j(1).
 *
 * <p>A rule is computed from (n, bits) alone and then kept; it does not depend on what was asked for before.
 */
public final class GaussLegendre {

    /** The greatest number of points. */
    public static final int MAX_POINTS = 2048;

    private static final int KEPT = 256;

    private static final ConcurrentHashMap<Long, GaussLegendre> KNOWN = new ConcurrentHashMap<>();

    private final DyadicInterval[] nodes;
    private final DyadicInterval[] weights;
    private final int points;

    private GaussLegendre(int points, DyadicInterval[] nodes, DyadicInterval[] weights) {
        this.points = points;
        this.nodes = nodes;
        this.weights = weights;
    }

    /**
     * The rule with n points.
     *
     * @param points from 1 to {@value #MAX_POINTS}
     * @param bits the nodes are known to about 2^-bits, the weights to about this many bits
     */
    public static GaussLegendre of(int points, int bits) {
        if (points < 1 || points > MAX_POINTS) {
            throw new IllegalArgumentException("a Gauss rule with " + points + " points: give 1 to " + MAX_POINTS);
        }
        if (KNOWN.size() > KEPT) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent((long) points << 32 | bits, key -> compute(points, bits));
    }

    public int points() {
        return points;
    }

    /** The number of nodes that are not negative: half of all, rounded up. */
    public int half() {
        return nodes.length;
    }

    /** A node of the half that is not negative, in rising order; the first is exactly 0 for an odd number of points. */
    public DyadicInterval node(int k) {
        return nodes[k];
    }

    /** The weight of that node, and of its mirror image. */
    public DyadicInterval weight(int k) {
        return weights[k];
    }

    /** The rule, computed anew. */
    static GaussLegendre compute(int n, int bits) {
        int half = (n + 1) / 2;
        int digits = bits + 2 * (32 - Integer.numberOfLeadingZeros(n)) + 8; // r = 2^-digits
        var nodes = new DyadicInterval[half];
        var weights = new DyadicInterval[half];
        var value = new LegendreValue(n, digits + 24);
        var last = BigInteger.ONE.negate();
        for (int k = 0; k < half; k++) {
            boolean middle = k == 0 && n % 2 == 1;
            BigInteger low = BigInteger.ZERO;
            BigInteger high = BigInteger.ZERO;
            if (!middle) {
                // counted from 0 upwards: the root number half - k of those in falling order
                BigInteger centre = newton(n, half - k, digits + 24);
                BigInteger radius = BigInteger.ONE.shiftLeft(value.scale() - digits);
                centre = centre.shiftLeft(value.scale() - digits - 24);
                low = centre.subtract(radius);
                high = centre.add(radius);
                value.certify(low, high, last);
            }
            last = high;
            nodes[k] = DyadicInterval.of(Dyadic.of(low, -value.scale()), Dyadic.of(high, -value.scale()));
            weights[k] = weight(n, nodes[k], value.previous(low, digits), digits);
        }
        return new GaussLegendre(n, nodes, weights);
    }

    private static DyadicInterval weight(int n, DyadicInterval node, DyadicInterval previous, int bits) {
        var a = new Defined<>(new DyadicArithmetic(bits));
        var one = DyadicInterval.point(Dyadic.ONE);
        var top = a.multiply(DyadicInterval.point(Dyadic.of(2)), a.subtract(one, a.square(node)));
        return a.divide(top, a.square(a.multiply(DyadicInterval.point(Dyadic.of(n)), previous)));
    }

    /**
     * The k-th greatest root of P_n in fixed point of the given digits, approximately: a seed in double and Newton steps with rising
     * precision. Nothing is claimed of the result; {@link LegendreValue#certify} proves it.
     */
    private static BigInteger newton(int n, int k, int digits) {
        double x = StrictMath.cos(StrictMath.PI * (4L * k - 1) / (4L * n + 2));
        for (int i = 0; i < 8; i++) {
            double previous = 1;
            double current = x;
            for (int j = 1; j < n; j++) {
                double next = ((2 * j + 1) * x * current - j * previous) / (j + 1);
                previous = current;
                current = next;
            }
            x -= current * (x * x - 1) / (n * (x * current - previous));
        }
        int slack = 2 * (32 - Integer.numberOfLeadingZeros(n));
        int known = 48 - slack / 2;
        int scale = 60;
        BigInteger root = BigInteger.valueOf((long) StrictMath.scalb(x, scale));
        while (known < digits) {
            int target = Math.min(2 * known - slack / 2, digits + 8);
            int next = target + slack + 8;
            root = next >= scale ? root.shiftLeft(next - scale) : root.shiftRight(scale - next);
            scale = next;
            root = root.subtract(correction(n, root, scale));
            known = target;
        }
        return root.shiftRight(scale - digits);
    }

    /** P_n (x^2 - 1) / (n (x P_n - P_{n-1})) in fixed point. */
    private static BigInteger correction(int n, BigInteger x, int scale) {
        var pair = LegendreValue.recurrence(n, x, scale);
        BigInteger one = BigInteger.ONE.shiftLeft(2 * scale);
        BigInteger slope = x.multiply(pair[1]).shiftRight(scale).subtract(pair[0]).multiply(BigInteger.valueOf(n));
        return pair[1].multiply(x.multiply(x).subtract(one)).shiftRight(scale).divide(slope);
    }
}
