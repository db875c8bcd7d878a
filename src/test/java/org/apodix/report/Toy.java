package org.apodix.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Constant;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Paper;
import org.apodix.audit.Provenance;
import org.apodix.audit.Remark;
import org.apodix.audit.Theorem;
import org.apodix.audit.figure.Figure;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** A theorem about the exponential of one rational, with a claim for every way in which a claim can end. */
final class Toy implements Theorem {

    static final String INJECTION = "near zero <script>alert('label')</script> & \"quotes\"";

    record Point(Rational x) { }

    static final Quantity<Point> X = Quantity.of("x", "x", "the point, $x \\in [-4, 4]$", point -> Expr.of(point.x()));
    static final Quantity<Point> EXP = Quantity.of("exp", "e^x", "exponential of $x$", point -> Expr.of(point.x()).exp());
    static final Quantity<Point> INVERSE = Quantity.of("inverse", "e^{-x}", "its inverse", point -> Expr.of(point.x()).negate().exp());
    private static final Formula<Point> ONE = Formula.number(1);

    private static Point at(long numerator, long denominator) {
        return new Point(Rational.of(numerator, denominator));
    }

    private static Claim.Builder<Point> claim(String id, String title) {
        return Claim.of("toy", id, title, Point.class,
            Provenance.derived("something like $e^x \\approx 1 + x$", "an inequality, with constants <b>spelled out</b>"));
    }

    private static Claim<Point> on(Claim.Builder<Point> builder) {
        return builder.on(Toy::draw, List.of(new Edge<>("nothing", at(0, 1)), new Edge<>(INJECTION, at(1, 1000)), new Edge<>("one", at(1, 1)), new Edge<>("below zero", at(-1, 2))));
    }

    private static Point draw(Draw draw) {
        return new Point(draw.rational(-4, 4, 12));
    }

    static final Claim<Point> TANGENT = on(claim("T1", "the exponential lies above its tangent")
        .atMost("a", "above the tangent at 0", ONE.plus(X), EXP).attainedWhen(point -> point.x().isZero())
            .against(Formula.number(20), point -> true)
        .equal("b", "the inverse is the inverse", EXP.times(INVERSE), ONE)
        .tooth("steeper", "a steeper line", ONE.plus(X.scaled(3, 2)), EXP, at(1, 10)));

    static final Claim<Point> BROKEN = on(claim("T2", "a deliberately broken bound").restsOn("T1", "T9")
        .atMost("", "the exponential below a parabola, which is false", EXP, ONE.plus(X).plus(X.squared()))
        .tooth("half", "the tangent alone", EXP, ONE.plus(X), at(1, 1)));

    static final Claim<Point> UNARMED = on(claim("T3", "nonnegative points only")
        .given(Hypothesis.exactly("$x \\ge 0$", point -> point.x().signum() >= 0))
        .given(Hypothesis.atMost("$x \\le 3$ in other words", X, Formula.number(3)))
        .atMost("", "at least one", ONE, EXP));

    static final Claim<Point> EVIDENCE = on(claim("T4", "something fitted")
        .fit("", "the point is near zero", X.times(ONE.minus(ONE)), Formula.number(0), Rational.of(1, 2))
        .ownTooth("at two", "everything is below zero", X, Formula.number(0), at(2, 1)));

    static final Claim<Point> BLUNT = on(claim("T5", "a check that does not bite")
        .atMost("", "above a chord, in a wide formula", ONE.plus(X).times(EXP).times(INVERSE).plus(X.squared().scaled(1, 3)),
            EXP.times(EXP).times(INVERSE).plus(X.squared().scaled(1, 3)).plus(EXP.minus(EXP)).plus(X.over(ONE.plus(X.squared())).scaled(0, 1)))
        .tooth("blunt", "a tooth that does not bite", Formula.number(0), ONE, at(1, 1)));

    private final List<Claim<?>> claims;

    Toy(List<Claim<?>> claims) {
        this.claims = claims;
    }

    Toy() {
        this(List.of(TANGENT, BROKEN, UNARMED, EVIDENCE, BLUNT));
    }

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String title() {
        return "Bounds of the exponential";
    }

    @Override
    public String summary() {
        return "For every real $x$, $1 + x \\le e^x$.";
    }

    @Override
    public Paper paper() {
        return new Paper("A. Author, B. Author", "A paper", "2308.12240v2", "A journal, 2025");
    }

    @Override
    public List<Family<?>> families() {
        return List.of(new Points());
    }

    @Override
    public List<Claim<?>> claims() {
        return claims;
    }

    @Override
    public List<String> plannedClaims() {
        return List.of("T9");
    }

    @Override
    public List<String> plannedFamilies() {
        return List.of("complex");
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("x", "the point, $x \\in [-4, 4]$", Constant.Source.INSTANCE),
            new Constant("c", "half of it, $1/2$ <b>exactly</b>", Constant.Source.DERIVED));
    }

    @Override
    public List<Figure> figures() {
        return ToyFigures.all();
    }

    @Override
    public List<Remark> beyondThePaper() {
        return List.of(Remark.of("The constant $1$ is the best one.", "T1"), Remark.of("Nothing shows this."));
    }

    private static final class Points implements Family<Point> {

        @Override
        public String name() {
            return "point";
        }

        @Override
        public Class<Point> type() {
            return Point.class;
        }

        @Override
        public Point read(Fields fields) {
            var point = new Point(fields.rational("x"));
            fields.requireNoOthers();
            return point;
        }

        @Override
        public ObjectNode write(Point point) {
            return JsonNodeFactory.instance.objectNode().put("family", "point").put("x", point.x().toString());
        }

        @Override
        public List<Quantity<Point>> quantities(Point point) {
            return List.of(X, EXP);
        }
    }
}
