package org.apodix.theorems.ratiosignrelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apodix.audit.BadInput;
import org.apodix.audit.Draw;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.LeastSquares;
import org.apodix.expression.Quantity;
import org.apodix.expression.Supremum;
import org.apodix.expression.Tape;
import org.apodix.expression.Variable;

/**
 * Piecewise linear interpolation of the marginals of a mixture on more and more pieces: the model of the family {@code interpolation_rate}. Slopes over a few n are evidence for
 * a rate.
 *
 * @param pieces    the values of n, increasing, at least two
 * @param known     what is enclosed for each n
 * @param curvature an upper bound of |F_2''| on [-R, R]
 */
record InterpolationRate(Mixture mixture, Rational radius, List<Integer> pieces, Derived<List<Sizes>> known, Derived<Rational> curvature) {

    private static final int BITS = 160;
    private static final int MOST_PIECES = 4096;

    /**
     * What is enclosed for one n.
     *
     * @param largest  of |F_2 - g_2| over the midpoints of the pieces
     * @param quotient the largest of |F_1/F_2 - g_1/g_2| over the midpoints
     */
    private record Sizes(DyadicInterval largest, DyadicInterval quotient) { }

    InterpolationRate(Mixture mixture, Rational radius, List<Integer> pieces) {
        this(mixture, radius, pieces, new Derived<>(() -> pieces.stream().map(n -> sizes(mixture, radius, n)).toList()),
            new Derived<>(() -> curvature(mixture, radius)));
    }

    /** An upper bound of |F_2''| on [-R, R]. */
    private static Rational curvature(Mixture mixture, Rational radius) {
        var x = new Variable("x");
        var curvature = Supremum.of(mixture.curvature(1, x).abs(), x, Expr.of(radius.negate()), Expr.of(radius));
        return Tape.of(List.of(curvature)).evaluate(new DyadicArithmetic(64)).get(0).upper().toRational();
    }

    private static Sizes sizes(Mixture mixture, Rational radius, int n) {
        var arithmetic = new DyadicArithmetic(BITS);
        var values = new ArrayList<Expr>();
        for (int k = 0; k <= 2 * n; k++) {
            var x = Expr.of(radius.times(Rational.of(k - (long) n, n)));
            values.add(mixture.component(0, List.of(x)));
            values.add(mixture.component(1, List.of(x)));
        }
        var at = Tape.of(values).evaluate(arithmetic);
        var half = arithmetic.of(Rational.of(1, 2));
        DyadicInterval largest = null;
        DyadicInterval quotient = null;
        for (int k = 1; k < 2 * n; k += 2) {
            var f1 = at.get(2 * k);
            var f2 = at.get(2 * k + 1);
            var g1 = arithmetic.multiply(half, arithmetic.add(at.get(2 * k - 2), at.get(2 * k + 2)));
            var g2 = arithmetic.multiply(half, arithmetic.add(at.get(2 * k - 1), at.get(2 * k + 3)));
            var error = arithmetic.abs(arithmetic.subtract(f2, g2));
            var other = arithmetic.abs(arithmetic.subtract(arithmetic.divide(f1, f2), arithmetic.divide(g1, g2)));
            largest = largest == null ? error : arithmetic.max(largest, error);
            quotient = quotient == null ? other : arithmetic.max(quotient, other);
        }
        return new Sizes(largest, quotient);
    }

    private static Expr set(DyadicInterval interval) {
        return Expr.between(interval.lower().toRational(), interval.upper().toRational());
    }

    /** The largest of |F_1/F_2 - g_1/g_2| over the midpoints of the pieces. */
    Expr quotient(int k) {
        return set(known.value().get(k).quotient);
    }

    /**
     * sup |F_2 - g_2| over all of [-R, R], enclosed: at least its largest value over the midpoints, and at most h^2/8 sup |F_2''|.
     */
    Expr supremum(int k) {
        var low = known.value().get(k).largest.lower().toRational();
        return Expr.between(low, curvature.value().times(radius.over(Rational.of(pieces.get(k))).pow(2)).over(Rational.TWO));
    }

    /** The slope of the logarithms of a number per n against those of n. */
    Expr slope(Function<Integer, Expr> number) {
        var x = new ArrayList<Expr>();
        var y = new ArrayList<Expr>();
        for (int k = 0; k < pieces.size(); k++) {
            x.add(Expr.of(pieces.get(k)));
            y.add(number.apply(k));
        }
        return LeastSquares.exponent(x, y);
    }

    static InterpolationRate draw(Draw draw) {
        return new InterpolationRate(Mixture.draw(draw, 1), Rational.of(draw.integer(2, 6), 4), draw.of(List.of(64, 128), List.of(64, 128, 256), List.of(96, 192)));
    }

    static final Family<InterpolationRate> FAMILY = new Family<>() {

        @Override
        public String name() {
            return "interpolation_rate";
        }

        @Override
        public Class<InterpolationRate> type() {
            return InterpolationRate.class;
        }

        @Override
        public List<Set<String>> shapes() {
            return List.of(Set.of("weights", "atoms", "sqrt_abar", "R", "pieces"));
        }

        @Override
        public InterpolationRate read(Fields fields) {
            var pieces = new ArrayList<Integer>();
            for (var value : fields.rationals("pieces")) {
                boolean next = value.isInteger() && value.compareTo(Rational.of(MOST_PIECES)) <= 0
                    && value.compareTo(Rational.of(pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1))) > 0;
                if (!next) {
                    throw new BadInput("\"pieces\" contains " + Fields.shorten(value.toString()) + "; give increasing integers from 1 to " + MOST_PIECES);
                }
                pieces.add(value.floor().intValueExact());
            }
            if (pieces.size() < 2) {
                throw new BadInput("\"pieces\" has " + pieces.size() + " entries; a slope needs at least 2");
            }
            return new InterpolationRate(MixtureFields.readLine(fields), Read.positive(fields, "R"), List.copyOf(pieces));
        }

        @Override
        public ObjectNode write(InterpolationRate model) {
            var json = JsonNodeFactory.instance.objectNode().put("family", name());
            MixtureFields.write(json, model.mixture(), true);
            json.put("R", model.radius().toString());
            var list = json.putArray("pieces");
            model.pieces().forEach(n -> list.add(n.toString()));
            return json;
        }

        @Override
        public List<Quantity<InterpolationRate>> quantities(InterpolationRate model) {
            return List.of(InterpolationClaims.SLOPE, InterpolationClaims.QUOTIENT_SLOPE);
        }
    };
}
