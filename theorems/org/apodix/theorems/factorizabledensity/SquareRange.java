package org.apodix.theorems.factorizabledensity;

import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;
import org.apodix.network.SawtoothSquare;
import org.apodix.proof.Domain;

/** The squaring network f_m of F4 at all x from one end to the other, within [0, 1]. */
record SquareRange(int m, Rational from, Rational to) {

    private static final int MOST = 12;
    private static final Variable X = new Variable("x");

    static final String PIECE_TEX = "x\\in[x_0,x_1],\\ x_0\\le\\mathrm{from}\\lt x_1";
    static final String TEX = "x \\in [\\mathrm{from}, \\mathrm{to}]";

    static final Quantity<SquareRange> ERROR = Quantity.of("error", "f_m(x)-x^2", "network minus square",
        s -> Square.on(SawtoothSquare.shared(s.m), X).minus(X.square()));
    static final Quantity<SquareRange> VALUE = Quantity.of("value", "f_m(x)", "the weight-shared network", s -> Square.on(SawtoothSquare.shared(s.m), X));
    static final Quantity<SquareRange> UNSHARED = Quantity.of("error_unshared", "\\bar f_m(x)-x^2", "un-shared network minus square",
        s -> Square.on(SawtoothSquare.unshared(s.m), X).minus(X.square()));
    static final Quantity<SquareRange> EPSILON = Quantity.of("epsilon", "\\varepsilon_m", "$4^{-(m+1)}$", s -> Expr.of(SawtoothSquare.error(s.m)));

    static final Quantity<SquareRange> CHORD = Quantity.of("chord_error", "(x-x_0)(x_1-x)",
        "$x_0,x_1$ the neighboring multiples of $2^{-m}$ around the beginning of the range", s -> Square.chord(s.m, s.start(), X));

    static final InstanceFamily<SquareRange> FAMILY = new InstanceFamily<>("square_range", SquareRange.class, Set.of("m", "from", "to"), s -> true,
        SquareRange::read, (s, json) -> json.put("m", s.m).put("from", s.from.toString()).put("to", s.to.toString()), List.of(EPSILON));

    private static SquareRange read(Fields fields) {
        var range = new SquareRange(fields.integer("m", 1, MOST), fields.rational("from", Rational.ZERO, Rational.ONE),
            fields.rational("to", Rational.ZERO, Rational.ONE));
        requireOrder(range.from, range.to);
        return range;
    }

    static void requireOrder(Rational from, Rational to) {
        if (from.compareTo(to) > 0) {
            throw new BadInput("\"from\" is " + Fields.shorten(from.toString()) + " and \"to\" " + Fields.shorten(to.toString())
                + "; give the smaller end first");
        }
    }

    Domain domain() {
        return Domain.interval(X, from, to);
    }

    /** The piece on which the range begins; the last one for a range that is the point 1. */
    Domain piece() {
        return Domain.interval(X, Square.knot(m, start(), 0), Square.knot(m, start(), 1));
    }

    private Rational start() {
        return from.equals(Rational.ONE) ? Rational.ONE.minus(Rational.TWO.pow(-m)) : from;
    }

    /** m up to 10 and a range that spans at most 12 pieces. */
    static SquareRange draw(Draw draw) {
        int m = draw.integer(1, 10);
        int q = draw.of(1 << m, 2 << m, 3 << m);
        int from = draw.integer(0, q - 1);
        return new SquareRange(m, Rational.of(from, q), Rational.of(from + draw.integer(1, Math.min(q - from, 12)), q));
    }
}
