package org.apodix.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.Paper;
import org.apodix.audit.Provenance;
import org.apodix.audit.Theorem;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;
import org.apodix.proof.Domain;

/** A theorem for all x in [0, h]: the chord of x^2 lies above it, by h^2/4 at most. Tests can get the constant wrong. */
final class Chords implements Theorem {

    /** An instance: a length. */
    record Length(Rational h) { }

    private static final Variable X = new Variable("x");
    private static final Quantity<Length> ERROR = Quantity.of("error", "e(x)", "the chord of $x^2$ over $[0, h]$ minus $x^2$",
        l -> X.times(Expr.of(l.h())).minus(X.square()));
    private static final Quantity<Length> H = Quantity.of("h", "h", "the length", l -> Expr.of(l.h()));
    private static final Quantity<Length> RELU = Quantity.of("relu", "\\rho(x)", "the positive part of $x - h/2$",
        l -> X.minus(Expr.of(l.h()).over(2)).relu());
    private static final Quantity<Length> ABS = Quantity.of("abs", "a(x)", "half of $|x - h/2| + x - h/2$", l -> {
        var y = X.minus(Expr.of(l.h()).over(2));
        return y.abs().plus(y).over(2);
    });
    private static final String RANGE = "x \\in [0, h]";

    private final long quarters;

    private Chords(long quarters) {
        this.quarters = quarters;
    }

    static Catalogue right() {
        return new Catalogue(List.of(new Chords(1)));
    }

    /** The same with h^2/12: false for every h. */
    static Catalogue broken() {
        return new Catalogue(List.of(new Chords(3)));
    }

    private static Domain domain(Length l) {
        return Domain.interval(X, Rational.ZERO, l.h());
    }

    @Override
    public List<Claim<?>> claims() {
        var bound = H.times(H).scaled(1, 4 * quarters);
        var claim = Claim.of("chords", "C1", "the error of a chord", Length.class, Provenance.derived("", ""))
            .atMost("a", "the chord is above", Formula.number(0), ERROR).everywhere(RANGE, Chords::domain)
            .atMost("b", "by this at most", ERROR, bound).everywhere(RANGE, Chords::domain).against(H.scaled(100, 1), l -> true)
            .equal("c", "two forms of the positive part", RELU, ABS).everywhere(RANGE, Chords::domain)
            .tooth("half", "half the constant", ERROR, bound.scaled(1, 2), new Length(Rational.ONE)).toothEverywhere(RANGE, Chords::domain)
            .ownToothEqual("straight", "without the kink", RELU, ABS.scaled(2, 1), new Length(Rational.ONE)).toothEverywhere(RANGE, Chords::domain)
            .on(Chords::draw, List.of(new Edge<>("one", new Length(Rational.ONE))));
        return List.of(claim);
    }

    private static Length draw(Draw draw) {
        return new Length(draw.positive(-3, 1));
    }

    @Override
    public String id() {
        return "chords";
    }

    @Override
    public String title() {
        return "Chords of a parabola";
    }

    @Override
    public String summary() {
        return "";
    }

    @Override
    public Paper paper() {
        return new Paper("Anonymous", "On chords", "0000.00000", "");
    }

    @Override
    public List<Family<?>> families() {
        return List.of(new Lengths());
    }

    @Override
    public List<String> plannedClaims() {
        return List.of();
    }

    @Override
    public List<String> plannedFamilies() {
        return List.of();
    }

    /** The only family. */
    private static final class Lengths implements Family<Length> {

        @Override
        public String name() {
            return "length";
        }

        @Override
        public Class<Length> type() {
            return Length.class;
        }

        @Override
        public Length read(Fields fields) {
            return new Length(fields.rational("h"));
        }

        @Override
        public ObjectNode write(Length length) {
            return JsonNodeFactory.instance.objectNode().put("family", name()).put("h", length.h().toString());
        }

        @Override
        public List<Quantity<Length>> quantities(Length length) {
            return List.of(H);
        }
    }
}
