package org.apodix.expression;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Jet;
import org.apodix.enclosure.JetArithmetic;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;

/** Values and partial derivatives of a body on boxes; null where they are not proved to exist and to be bounded. */
final class BoxBounds {

    private final DyadicArithmetic arithmetic;
    private final JetArithmetic<DyadicInterval> jets;
    private final Tape tape;
    private final List<DyadicInterval> outer;
    private Body<DyadicInterval> values;
    private Body<Jet<DyadicInterval>> slopes;
    private TaylorBound taylor;

    BoxBounds(Tape tape, List<DyadicInterval> outer, int bits) {
        this.tape = tape;
        this.outer = outer;
        this.arithmetic = new DyadicArithmetic(bits);
        this.jets = new JetArithmetic<>(arithmetic, 1);
    }

    DyadicInterval range(List<DyadicInterval> box) {
        try {
            if (values == null) {
                values = new Body<>(tape, arithmetic, outer);
            }
            var range = values.at(box.stream().map(arithmetic::enclose).toList());
            return range.isBounded() ? range : null;
        } catch (UndefinedException e) {
            return null;
        }
    }

    /** The partial derivative in one coordinate, from jets with the coefficients (X_i, 1) in it and X_j in the others. */
    DyadicInterval slope(List<DyadicInterval> box, int coordinate) {
        try {
            if (slopes == null) {
                slopes = new Body<>(tape, jets, outer);
            }
            var row = new ArrayList<Jet<DyadicInterval>>();
            for (int i = 0; i < box.size(); i++) {
                var side = arithmetic.enclose(box.get(i));
                row.add(i == coordinate ? jets.variable(side, arithmetic.of(Rational.ONE)) : jets.constant(side));
            }
            var slope = jets.coefficient(slopes.at(row), 1);
            return slope.isBounded() ? slope : null;
        } catch (UndefinedException e) {
            return null;
        }
    }

    /** An upper bound on a box of one side by the Taylor polynomial at its centre, which may be infinite. */
    Dyadic taylor(DyadicInterval side) {
        if (taylor == null) {
            taylor = new TaylorBound(tape, outer, arithmetic);
        }
        return taylor.on(side);
    }

    /** f(c) + sum G_i (X_i - c_i): contains f on the box by the mean value theorem, G_i the partial derivatives on the box. */
    DyadicInterval meanValue(List<DyadicInterval> box, List<DyadicInterval> centre, List<DyadicInterval> slopesOnBox) {
        var sum = range(centre);
        for (int i = 0; i < box.size() && sum != null; i++) {
            if (!box.get(i).isPoint()) {
                var distance = arithmetic.subtract(box.get(i), centre.get(i));
                sum = slopesOnBox.get(i) == null ? null : arithmetic.add(sum, arithmetic.multiply(slopesOnBox.get(i), distance));
            }
        }
        return sum;
    }
}
