package org.apodix.theorems.dimensionfreescore;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apodix.audit.BadInput;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R15: the Rademacher complexity of a path-norm ball. */
final class RademacherClaims {

    private static final int PARTS = 6;

    private static final Quantity<Rademacher> EXACT = of("rademacher_exact", "\\mathfrak R", "$\\eta=1$, by enumeration", r -> Expr.of(r.complexity()));
    private static final Quantity<Rademacher> DECIMAL = of("rademacher", "\\mathfrak R", "the same as a decimal", r -> Expr.of(r.complexity()));
    private static final Quantity<Rademacher> BOUND = of("rademacher_bound", "2\\mathsf X\\sqrt{2\\log(4)/N}", "", Rademacher::bound);
    private static final Quantity<Rademacher> FAST = of("rademacher_false", "2\\mathsf X\\sqrt{2\\log4}/N", "", r -> r.constant().over(r.size()));
    private static final Quantity<Rademacher> SOME = of("rademacher_some", "\\mathfrak R_{\\rm some}", "over neurons with $w$ a multiple of $\\tfrac1" + PARTS + "$", r -> Expr.of(r.over(PARTS)));
    private static final Quantity<Rademacher> ONE_POINT = of("one_point", "\\mathsf X\\tbinom{N-1}{\\lfloor(N-1)/2\\rfloor}2^{1-N}", "$N$ times the same point", r -> Expr.of(r.onePoint()));

    static final InstanceFamily<Rademacher> FAMILY = new InstanceFamily<>("rademacher", Rademacher.class, Set.of("x"), r -> true, RademacherClaims::read,
        (r, json) -> InstanceFamily.put(json, "x", r.points()), List.of(EXACT, DECIMAL, BOUND));

    private RademacherClaims() { }

    private static Quantity<Rademacher> of(String name, String tex, String meaning, Function<Rademacher, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Rademacher read(Fields fields) {
        var points = fields.rationals("x");
        if (Rademacher.sums(points) > Rademacher.MOST_SUMS) {
            throw new BadInput("\"x\" has " + points.size() + " points with more than " + Rademacher.MOST_SUMS + " different sums of signs; give at most 12 points that differ (equal ones count little)");
        }
        return new Rademacher(points);
    }

    static Claim<Rademacher> complexity() {
        return Claim.of(DimensionFreeScore.ID, "R15", "Rademacher complexity of a path-norm ball", Rademacher.class, Provenance.derived(
                "networks of bounded path norm are learned at a rate without the dimension",
                "a standard bound, checked against the exact complexity on the line, all signs enumerated; in higher dimensions the bound is proved, not executed"))
            .atMost("", "the complexity is at most the bound", EXACT, BOUND)
            .atMost("some", "no neuron of a grid does better than those that the enumeration takes", SOME, EXACT).attainedWhen(r -> true)
            .equal("one-point", "the same point N times: the mean of |sum of signs|", EXACT, ONE_POINT).about(Rademacher::isOnePoint)
            .tooth("T20", "the rate 1/N", EXACT, FAST, ones())
            .ownTooth("half", "half of the complexity over a grid", SOME, EXACT.scaled(1, 2), ones())
            .ownToothEqual("one-point-fewer", "one sign fewer", EXACT, of("one_point_false", "\\mathsf X\\tbinom{N-2}{\\lfloor(N-2)/2\\rfloor}2^{2-N}", "",
                r -> Expr.of(new Rademacher(r.points().subList(1, r.size())).onePoint())), ones())
            .on(RademacherClaims::draw, List.of(new Edge<>("I11", new Rademacher(Tilts.list("-2 -1 -1/2 0 1/3 1 3/2 5/2"))), new Edge<>("T20", ones()),
                new Edge<>("one point", new Rademacher(Tilts.list("0"))), new Edge<>("far out", new Rademacher(Tilts.list("-100 100 1/100"))),
                new Edge<>("seven times the same", new Rademacher(Collections.nCopies(7, Rational.TWO)))));
    }

    private static Rademacher ones() {
        return new Rademacher(Collections.nCopies(64, Rational.ONE));
    }

    private static Rademacher draw(Draw draw) {
        return new Rademacher(draw.list(draw.integer(1, 6), d -> d.rational(-3, 3, 4)));
    }
}
