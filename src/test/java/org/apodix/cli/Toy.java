package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Paper;
import org.apodix.audit.Provenance;
import org.apodix.audit.Theorem;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** A theorem of one line, log(1 + x) <= x for x > 0, with a constant that tests can get wrong. */
final class Toy implements Theorem {

    /** An instance: a positive number. */
    record Point(Rational x) { }

    private static final Quantity<Point> LOG = Quantity.of("log", "\\ell", "log(1 + x)",
        p -> Expr.ONE.plus(Expr.of(p.x())).log());
    private static final Quantity<Point> X = Quantity.of("x", "x", "the number", p -> Expr.of(p.x()));

    private final long factor;

    private Toy(long factor) {
        this.factor = factor;
    }

    /** The true theorem. */
    static Catalogue right() {
        return new Catalogue(List.of(new Toy(1)));
    }

    /** The same with twice the left side: false for small x. */
    static Catalogue broken() {
        return new Catalogue(List.of(new Toy(2)));
    }

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String title() {
        return "A logarithm below its tangent";
    }

    @Override
    public String summary() {
        return "$\\log(1+x)\\le x$.";
    }

    @Override
    public Paper paper() {
        return new Paper("Anonymous", "On tangents", "0000.00000", "");
    }

    @Override
    public List<Family<?>> families() {
        return List.of(new Points());
    }

    @Override
    public List<Claim<?>> claims() {
        var tangent = Claim.of("toy", "T1", "the tangent is above", Point.class, Provenance.derived("", ""))
            .atMost("", "log(1 + x) is at most x", LOG.scaled(factor, 1), X)
            .ownTooth("half", "the tangent of half the slope", LOG, X.scaled(1, 2), new Point(Rational.of(1, 10)))
            .on(draw -> new Point(draw.positive(-3, 1)), List.of(new Edge<>("small", new Point(Rational.of(1, 1000)))));
        var small = Claim.of("toy", "T2", "near zero", Point.class, Provenance.derived("", ""))
            .given(Hypothesis.exactly("x is at most 1", p -> p.x().compareTo(Rational.ONE) <= 0))
            .atMost("a", "x/2 is at most log(1 + x)", X.scaled(1, 2), LOG)
            .equal("b", "x is x", X, X.scaled(1, 1))
            .on(draw -> new Point(draw.positive(-3, 1)), List.of());
        return List.of(tangent, small);
    }

    @Override
    public List<String> plannedClaims() {
        return List.of("T9");
    }

    @Override
    public List<String> plannedFamilies() {
        return List.of("later");
    }

    /** The only family. */
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
            var x = fields.rational("x");
            if (x.signum() <= 0) {
                throw new BadInput("\"x\" is " + x + "; it must be positive");
            }
            return new Point(x);
        }

        @Override
        public ObjectNode write(Point point) {
            return JsonNodeFactory.instance.objectNode().put("family", name()).put("x", point.x().toString());
        }

        @Override
        public List<Quantity<Point>> quantities(Point point) {
            return List.of(X, LOG);
        }
    }
}
