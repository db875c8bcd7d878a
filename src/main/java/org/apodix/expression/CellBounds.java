package org.apodix.expression;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.ComplexArithmetic;
import org.apodix.enclosure.ComplexBox;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.JetArithmetic;
import org.apodix.enclosure.Rounding;
import org.apodix.enclosure.Jet;
import org.apodix.enclosure.UndefinedException;

/**
 * Bounds of an integrand on whole cells, over one carrier of moderate precision. Every answer is null where it is not
 * proved: where the integrand is not proved to be defined (holomorphic, differentiable) or its bound is infinite.
 *
 * @param <T> a set of real numbers
 */
final class CellBounds<T> {

    private static final int BITS = 64;

    private final Tape tape;
    private final List<DyadicInterval> outer;
    private final Arithmetic<T> carrier;
    private final ComplexArithmetic<T> complex;
    private Body<T> real;
    private Body<ComplexBox<T>> holomorphic;
    private JetArithmetic<T> jets;
    private Body<Jet<T>> differentiable;

    CellBounds(Tape tape, List<DyadicInterval> outer, Arithmetic<T> carrier) {
        this.tape = tape;
        this.outer = outer;
        this.carrier = carrier;
        this.complex = new ComplexArithmetic<>(carrier);
    }

    /** The range of the integrand on the set. */
    DyadicInterval range(DyadicInterval set) {
        try {
            if (real == null) {
                real = new Body<>(tape, carrier, outer);
            }
            return bounded(carrier.enclosure(real.at(carrier.enclose(set))));
        } catch (UndefinedException e) {
            return null;
        }
    }

    private static DyadicInterval bounded(DyadicInterval set) {
        return set.isBounded() ? set : null;
    }

    /** An upper bound of |f| on all rectangles of an ellipse around the cell, if f is proved to be holomorphic there. */
    Dyadic magnitude(Cell cell, Ellipse ellipse) {
        try {
            if (holomorphic == null) {
                holomorphic = new Body<>(tape, complex, outer);
            }
            var middle = cell.middle();
            var radius = cell.radius();
            var greatest = Dyadic.ZERO;
            for (int k = 0; k < ellipse.strips(); k++) {
                T x = carrier.enclose(DyadicInterval.of(middle.plus(radius.times(ellipse.left(k))),
                        middle.plus(radius.times(ellipse.left(k + 1)))));
                T y = carrier.enclose(DyadicInterval.of(Dyadic.ZERO, radius.times(ellipse.height(k))));
                var squared = complex.squaredMagnitude(holomorphic.at(complex.box(x, y)));
                if (squared.isInfinite()) {
                    return null;
                }
                greatest = greatest.max(squared);
            }
            return Dyadic.sqrt(greatest, BITS, Rounding.UP);
        } catch (UndefinedException e) {
            return null;
        }
    }

    /** An upper bound of |f| on the rectangle x + iy, if f is proved to be holomorphic near it. */
    Dyadic magnitude(DyadicInterval x, DyadicInterval y) {
        try {
            if (holomorphic == null) {
                holomorphic = new Body<>(tape, complex, outer);
            }
            var squared = complex.squaredMagnitude(holomorphic.at(complex.box(carrier.enclose(x), carrier.enclose(y))));
            return squared.isInfinite() ? null : Dyadic.sqrt(squared, BITS, Rounding.UP);
        } catch (UndefinedException e) {
            return null;
        }
    }

    /** The sets of f^(k)(x) h^k / k! for x in the cell of radius h, k = 0, ..., order; shorter where the rest is 0. */
    List<DyadicInterval> coefficients(Cell cell, int order) {
        try {
            if (jets == null || jets.order() != order) {
                jets = new JetArithmetic<>(carrier, order);
                differentiable = new Body<>(tape, jets, outer);
            }
            T radius = carrier.enclose(DyadicInterval.point(cell.radius()));
            return read(differentiable.at(jets.variable(carrier.enclose(cell.range()), radius)));
        } catch (UndefinedException e) {
            return null;
        }
    }

    private List<DyadicInterval> read(Jet<T> jet) {
        var sets = new ArrayList<DyadicInterval>();
        for (T coefficient : jet.coefficients()) {
            sets.add(carrier.enclosure(coefficient));
        }
        return sets;
    }
}
