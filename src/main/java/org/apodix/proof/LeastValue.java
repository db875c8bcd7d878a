package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;

/**
 * Looks for the least value of a function of one variable that is a polynomial on cells: at their ends and centers, and at the vertex of a parabola. What is found is
 * a value of the function, and the least one where the degree is 2 at most; nothing is proved.
 */
final class LeastValue extends Search {

    private final KnownValues known;
    private Rational value;
    private Rational point;

    /** @param known takes the function's values on the cells looked at */
    LeastValue(Expr function, Variable variable, Domain interval, Budget budget, KnownValues known) {
        super(new Sides(function, Expr.ZERO, List.of(variable)), interval, budget, 0);
        this.known = known;
    }

    @Override
    List<Piece<Void>> values(Cell cell) {
        return List.of(known.on(cell, budget, () -> super.values(cell).get(0)), new CellArithmetic<Void>(cell, null, budget).of(Rational.ZERO));
    }

    /** The least value found. */
    Rational value() {
        return value;
    }

    /** Where the function has it. */
    Rational point() {
        return point;
    }

    @Override
    Cut.Reason proof(Cell cell, Piece<Void> left, Piece<Void> right) {
        if (left.form() == null || !left.form().denominator().isConstant()) {
            return null;
        }
        var p = left.form().numerator();
        points(cell).forEach(t -> consider(cell, p, t.get(0)));
        if (p.degree() == 2) {
            var vertex = p.coefficient(1).over(p.coefficient(2)).times(Rational.of(-1, 2));
            if (vertex.signum() > 0 && vertex.compareTo(Rational.ONE) < 0) {
                consider(cell, p, vertex);
            }
        }
        return Cut.Reason.SIGNS;
    }

    private void consider(Cell cell, Polynomial p, Rational t) {
        var there = p.at(List.of(t));
        if (value == null || there.compareTo(value) < 0) {
            value = there;
            point = cell.at(List.of(t)).get(0);
        }
    }

    @Override
    Polynomial obstacle(Cell cell, Piece<Void> left, Piece<Void> right) {
        return null;
    }

    /** Nothing: what is found here is proved by an {@link Inequality}, which is held against the sides as they were stated. */
    @Override
    void guard(Cell cell, Piece<Void> left, Piece<Void> right) { }

    /** Null: no value of the function refutes anything. */
    @Override
    Sample refute(List<Rational> point) {
        return null;
    }

    @Override
    boolean fails(Sample sample) {
        return false;
    }

    @Override
    void note(Sample sample) { }

    @Override
    Sample reported() {
        return null;
    }
}
