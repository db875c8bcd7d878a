package org.apodix.expression;

import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.GaussError;
import org.apodix.enclosure.GaussLegendre;
import org.apodix.enclosure.Rounding;

/**
 * Gauss-Legendre quadrature of a cell [m - h, m + h]: h sum w_k f(m + h x_k) over certified nodes, and h times the error bound of {@link
 * GaussError} for t -> f(m + h t), with |f| bounded on rectangles that cover the image of an ellipse. That f is holomorphic there follows
 * from the evaluation on the rectangles by complex arithmetic; each rectangle shares a side with the next.
 */
final class GaussCells implements CellMethod {

    /** Numbers of points: steps of about a sixth. */
    private static final int[] SIZES = {1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 38, 44, 52, 60, 70, 80, 94, 108,
        126, 144, 168, 192, 224, 256, 300, 350, 408, 476, 556, 648};

    /** Bits beyond the ratio of the cell's integral to the tolerance. */
    private static final int GUARD_BITS = 24;

    private final Integrand integrand;
    private final int mostPoints;

    GaussCells(Integrand integrand) {
        this.integrand = integrand;
        this.mostPoints = integrand.precision() / 2 + 60;
    }

    @Override
    public DyadicInterval enclose(Cell cell, Dyadic tolerance) {
        int best = 0;
        var error = Dyadic.ZERO;
        var radius = cell.radius();
        var allowed = Dyadic.quotient(tolerance, radius, 40, Rounding.DOWN);
        var bounds = integrand.bounds(cell.depthOfPoints());
        for (var ellipse : Ellipse.ALL) {
            integrand.spend(ellipse.strips());
            var magnitude = bounds.magnitude(cell, ellipse);
            if (magnitude == null) {
                break;
            }
            int points = GaussError.points(magnitude, ellipse.radius(), allowed, SIZES);
            if (points > 0 && (best == 0 || points < best)) {
                best = points;
                error = GaussError.bound(magnitude, ellipse.radius(), points);
            } else if (best > 0 && points != best) {
                break;
            }
        }
        return best == 0 || best > mostPoints ? null : rule(cell, best, error, tolerance);
    }

    private DyadicInterval rule(Cell cell, int points, Dyadic error, Dyadic tolerance) {
        int agreeing = Math.max(0, cell.depthOfPoints());
        int needed = Cell.exponent(cell.area().magnitude()) - Cell.exponent(tolerance) + GUARD_BITS;
        int bits = Math.min(Integrand.roundedUp(Math.max(32, needed) + agreeing), integrand.workingBits() + Integrand.roundedUp(agreeing));
        var arithmetic = new DyadicArithmetic(bits);
        var rule = GaussLegendre.of(points, integrand.workingBits());
        var middle = DyadicInterval.point(cell.middle());
        var radius = DyadicInterval.point(cell.radius());
        var sum = DyadicInterval.of(error.negate(), error);
        for (int k = 0; k < rule.half(); k++) {
            var offset = arithmetic.multiply(radius, rule.node(k));
            var value = integrand.at(arithmetic.add(middle, offset), bits);
            if (k > 0 || points % 2 == 0) {
                value = arithmetic.add(value, integrand.at(arithmetic.subtract(middle, offset), bits));
            }
            sum = arithmetic.add(sum, arithmetic.multiply(rule.weight(k), value));
        }
        integrand.spend(points);
        return arithmetic.multiply(radius, sum);
    }
}
