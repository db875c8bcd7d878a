package org.apodix.audit.figure;

import java.util.List;
import org.apodix.expression.Expr;

/**
 * Points of a plot in the order in which they are joined.
 *
 * @param label  its entry in the legend
 * @param role   how it is drawn
 * @param fitted whether the report encloses the slope of the least-squares line through its points and the slopes between neighbors: of the
 *               logarithms where an axis is logarithmic. A slope is evidence for a rate, never a proof of one.
 */
public record Curve(String label, Role role, List<Point> points, boolean fitted) {

    public Curve {
        points = List.copyOf(points);
    }

    /** What a curve stands for. */
    public enum Role {
        /** Enclosed values: markers, with bars where an enclosure can be seen. */
        VALUE,
        /** A proved bound: a line. */
        BOUND,
        /** A line of theory to compare with, such as one of a given slope: dashed. */
        THEORY
    }

    /** A point; an ordinate that is undefined, or that the budget does not enclose, is left out and named. */
    public record Point(Expr x, Expr y) { }

    /** Enclosed values. */
    public static Curve values(String label, List<Point> points) {
        return new Curve(label, Role.VALUE, points, false);
    }

    /** A proved bound. */
    public static Curve bound(String label, List<Point> points) {
        return new Curve(label, Role.BOUND, points, false);
    }

    /** A line to compare with. */
    public static Curve theory(String label, List<Point> points) {
        return new Curve(label, Role.THEORY, points, false);
    }

    /** The same curve with its slope enclosed. */
    public Curve withSlope() {
        return new Curve(label, role, points, true);
    }
}
