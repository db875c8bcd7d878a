package org.apodix.audit.figure;

import java.util.List;

/**
 * Curves over one pair of axes.
 *
 * @param marks lines across the whole plot, such as the best time to stop or a trivial bound
 */
public record Plot(Heading heading, Axis x, Axis y, List<Curve> curves, List<Mark> marks) implements Figure {

    public Plot {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /** A plot without marks. */
    public static Plot of(Heading heading, Axis x, Axis y, List<Curve> curves) {
        return new Plot(heading, x, y, curves, List.of());
    }

    /** The same plot with one more line across it. */
    public Plot with(Mark mark) {
        return new Plot(heading, x, y, curves, java.util.stream.Stream.concat(marks.stream(), java.util.stream.Stream.of(mark)).toList());
    }
}
