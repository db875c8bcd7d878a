package org.apodix.expression;

import java.util.HashMap;
import java.util.Map;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Jet;
import org.apodix.enclosure.JetArithmetic;
import org.apodix.enclosure.Rational;

/**
 * The Taylor method on a cell [m - h, m + h], with real numbers alone. For even n, with a_k = f^(k)(m) h^k / k! and A_n an interval that contains
 * f^(n)(x) h^n / n! for every x of the cell:
 *
 * <p>f(m + h t) = sum_{k<n} a_k t^k + r(t) t^n with r(t) in A_n (Taylor, Lagrange), and t^n >= 0, so the mean value theorem of integrals gives: the integral
 * is in h (2 sum_{k<n, k even} a_k / (k+1) + 2 A_n / (n+1)).
 */
final class TaylorCells implements CellMethod {

    private static final int GUARD_BITS = 24;
    /** A product that underflows in doubles, divided by a small coefficient, is a bound that no bisection makes less than about 2^-300. */
    private static final int DOUBLE_RANGE = 256;

    private final Integrand integrand;
    private final int order;
    private final DyadicArithmetic arithmetic;
    private final Map<Integer, Centre> centres = new HashMap<>();

    /** Jets of one precision at one point. */
    private record Centre(JetArithmetic<DyadicInterval> jets, Body<Jet<DyadicInterval>> body) { }

    TaylorCells(Integrand integrand) {
        this.integrand = integrand;
        this.order = 2 * (4 + integrand.precision() / 7);
        this.arithmetic = new DyadicArithmetic(integrand.workingBits());
    }

    @Override
    public DyadicInterval enclose(Cell cell, Dyadic tolerance) {
        if (Cell.exponent(tolerance) < -DOUBLE_RANGE) {
            integrand.leaveDoubles();
        }
        integrand.spend(order * order / 256L + 1);
        var sets = integrand.bounds(cell.depthOfPoints()).coefficients(cell, order);
        if (sets == null) {
            return null;
        }
        for (int n = 2; n <= order; n += 2) {
            var last = n < sets.size() ? sets.get(n) : DyadicInterval.point(Dyadic.ZERO);
            if (last.isBounded()) {
                var rest = part(cell, last, n, arithmetic);
                if (rest.width().compareTo(tolerance) <= 0) {
                    return centre(cell, n, tolerance, rest);
                }
            }
        }
        return null;
    }

    /** 2 h a / (k + 1). */
    private static DyadicInterval part(Cell cell, DyadicInterval coefficient, int k, Arithmetic<DyadicInterval> a) {
        var length = DyadicInterval.point(cell.upper().minus(cell.lower()));
        return a.divide(a.multiply(length, coefficient), a.of(Rational.of(k + 1L)));
    }

    private DyadicInterval centre(Cell cell, int n, Dyadic tolerance, DyadicInterval rest) {
        int agreeing = Math.max(0, cell.depthOfPoints());
        int needed = Cell.exponent(cell.area().magnitude()) - Cell.exponent(tolerance) + GUARD_BITS;
        int bits = Math.min(Integrand.roundedUp(Math.max(32, needed) + agreeing),
                integrand.workingBits() + Integrand.roundedUp(agreeing));
        var centre = centres.computeIfAbsent(n << 16 | bits, key -> centre(n, bits));
        var m = DyadicInterval.point(cell.middle()).round(bits + agreeing);
        var jet = centre.body().at(centre.jets().variable(m, DyadicInterval.point(cell.radius())));
        integrand.spend(n * n / 128L + 1);
        var sum = rest;
        for (int k = 0; k < n; k += 2) {
            sum = arithmetic.add(sum, part(cell, centre.jets().coefficient(jet, k), k, arithmetic));
        }
        return sum;
    }

    private Centre centre(int n, int bits) {
        var jets = new JetArithmetic<>(new DyadicArithmetic(bits), n - 1);
        return new Centre(jets, new Body<>(integrand.tape(), jets, integrand.outer()));
    }
}
