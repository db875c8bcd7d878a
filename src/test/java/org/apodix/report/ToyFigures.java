package org.apodix.report;

import java.util.List;
import java.util.stream.IntStream;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Figure.Heading;
import org.apodix.audit.figure.Mark;
import org.apodix.audit.figure.Picture;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Stack;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** A figure of every kind, with points that cannot be drawn. */
final class ToyFigures {

    /** Markup in a label has to stay text. */
    static final String LABEL = "squares <script>alert('curve')</script>";

    private ToyFigures() { }

    private static Curve.Point point(Expr x, Expr y) {
        return new Curve.Point(x, y);
    }

    private static Expr log(int k) {
        return Expr.of(k).log();
    }

    /** y = x^2 at 1/2, 1, 2, 4, and at 8 a logarithm that is not defined: the slope of the rest is 2. */
    static final Plot POWERS = new Plot(Heading.of("powers", "A power law, $y = x^2$", "Squares, with $y = x$ to compare.", "T1", "T9"),
        Axis.logarithmic("x"), Axis.logarithmic("value $\\sigma^2$"), List.of(
            Curve.values(LABEL, List.of(point(Expr.HALF, Expr.of(1, 4)), point(Expr.ONE, Expr.ONE), point(Expr.TWO, Expr.of(4)),
                point(Expr.of(4), Expr.PI.over(Expr.PI).times(16)), point(Expr.of(8), Expr.PI.minus(Expr.PI).log()))).withSlope(),
            Curve.bound("a bound", List.of(point(Expr.HALF, Expr.TWO), point(Expr.of(4), Expr.of(20)))),
            Curve.theory("slope 1, \"straight\"", List.of(point(Expr.HALF, Expr.HALF), point(Expr.of(4), Expr.of(4)), point(Expr.of(5), Expr.ONE.negate())))),
        List.of(Mark.x("$x = \\pi$", Expr.PI), Mark.y("trivial", Expr.of(10)), Mark.x("nowhere", Expr.of(-3))));

    /** An enclosure as wide as a third of the plot. */
    static final Plot WIDE = Plot.of(Heading.of("wide", "Wide enclosures", "A set of numbers."), Axis.linear("n"), Axis.linear("log n"),
        List.of(Curve.values("logarithms", IntStream.rangeClosed(1, 5).mapToObj(k -> point(Expr.of(k), log(k))).toList()),
            Curve.values("a range", List.of(point(Expr.of(3), Expr.between(Rational.ONE, Rational.of(2)))))));

    static final Stack TERMS = new Stack(Heading.of("terms", "Terms of a bound", "They add up."), "nats", List.of("first $\\alpha$", "second"), List.of(
        new Stack.Bar("h = 1/2", List.of(Expr.ONE, Expr.TWO.log())), new Stack.Bar("h = 1/4", List.of(Expr.HALF, Expr.PI.minus(Expr.PI).log()))));

    static final Table SIZES = new Table(Heading.of("sizes", "Sizes", "What grows.", "T1"), List.of("what", "size"), List.of(
        List.of(Table.words("the number $\\pi$, <b>about</b>"), Table.number(Expr.PI)), List.of(Table.words("a third"), Table.number(Expr.of(1, 3)))));

    static final Picture DRAWING = new Picture(Heading.of("drawing", "A drawing", "A disk."), "a disk, with \"quotes\"",
        () -> "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\" width=\"100\" height=\"100\"><circle cx=\"5\" cy=\"5\" r=\"4\" fill=\"currentColor\"/></svg>");

    static List<Figure> all() {
        return List.of(POWERS, WIDE, TERMS, SIZES, DRAWING);
    }
}
