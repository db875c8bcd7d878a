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
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.LeastSquares;
import org.apodix.expression.Quantity;

/**
 * The functions of {@link Variation} at the points of a grid, for several mu: the model of the family {@code variation_rate}. Slopes over a few mu are evidence for a rate.
 *
 * @param dimension 2 or 3
 * @param parts     the values of mu, increasing, at least two
 * @param perAxis   number of points per axis
 * @param slopes    of the bound, of the quotient and of interpolation alone
 */
record VariationRate(int dimension, List<Integer> parts, int perAxis, Derived<List<Expr>> slopes) {

    /** Points per axis where two functions are drawn, at most. */
    private static final int FEW = 5;

    VariationRate(int dimension, List<Integer> parts, int perAxis) {
        this(dimension, parts, perAxis, new Derived<>(() -> {
            var sizes = new VariationRate(dimension, parts, perAxis, null);
            return List.of(sizes.slope(sizes::bound), sizes.slope(sizes::quotient), sizes.slope(sizes::interpolation));
        }));
    }

    private static List<List<Rational>> points(int dimension, int n) {
        List<List<Rational>> points = List.of(List.of());
        for (int axis = 0; axis < dimension; axis++) {
            var next = new ArrayList<List<Rational>>();
            for (var point : points) {
                for (int k = 0; k < n; k++) {
                    var longer = new ArrayList<>(point);
                    // -1 + (2k + 1)/n moved a little by the axis, so that the grid is not symmetric
                    longer.add(Rational.of(6L * k + 2 + axis - 3L * n, 3L * n));
                    next.add(longer);
                }
            }
            points = next;
        }
        return points;
    }

    /** The grid of points. */
    List<List<Rational>> points() {
        return points(dimension, perAxis);
    }

    /** The slope of the logarithms of a number per mu against those of mu. */
    Expr slope(Function<Integer, Expr> number) {
        return LeastSquares.exponent(parts.stream().map(mu -> Expr.of(mu)).toList(), parts.stream().map(number).toList());
    }

    /** max_x (sum_T b_T^2/4)^{1/2}, density 1. */
    Expr bound(int mu) {
        var most = points().stream().map(x -> new Variation(mu, x, false).squares()).reduce(Rational.ZERO, Rational::max);
        return Expr.of(most).sqrt().over(2);
    }

    /** The root mean square over the points of the error of interpolation alone, density 1. */
    Expr interpolation(int mu) {
        return rms(points().stream().map(x -> new Variation(mu, x, false).correction()).toList());
    }

    /** The root mean square, over a grid of at most 5 points per axis, of the error of the quotient f_1/f_2 of the sloped density and density 1, one draw for both. */
    Expr quotient(int mu) {
        return rms(points(dimension, Math.min(perAxis, FEW)).stream().map(x -> {
            var first = new Variation(mu, x, true);
            var second = new Variation(mu, x, false);
            var f1 = first.value();
            var f2 = second.value();
            var g1 = f1.minus(first.correction()).plus(first.sampledCorrection());
            var g2 = f2.minus(second.correction()).plus(second.sampledCorrection());
            return f1.over(f2).minus(g1.over(g2));
        }).toList());
    }

    /** The samples are multiples of 2^-65 and so are the errors' denominators long: their squares are enclosed to 256 bits, which a fit does not see. */
    private static Expr rms(List<Rational> errors) {
        var unit = Rational.TWO.pow(-256);
        var sum = Rational.ZERO;
        for (var error : errors) {
            sum = sum.plus(Rational.of(error.pow(2).over(unit).floor()).times(unit));
        }
        var exact = Expr.between(sum, sum.plus(unit.times(Rational.of(errors.size()))));
        return exact.over(errors.size()).sqrt();
    }

    static VariationRate draw(Draw draw) {
        return new VariationRate(2, draw.of(List.of(4, 8), List.of(4, 8, 16), List.of(5, 10)), 4);
    }

    static final Family<VariationRate> FAMILY = new Family<>() {

        @Override
        public String name() {
            return "variation_rate";
        }

        @Override
        public Class<VariationRate> type() {
            return VariationRate.class;
        }

        @Override
        public List<Set<String>> shapes() {
            return List.of(Set.of("d", "parts", "points"));
        }

        @Override
        public VariationRate read(Fields fields) {
            int dimension = fields.integer("d", 2, 3);
            var parts = new ArrayList<Integer>();
            for (var value : fields.rationals("parts")) {
                int most = dimension == 2 ? 100 : 20;
                boolean next = value.isInteger() && value.compareTo(Rational.of(most)) <= 0
                    && value.compareTo(Rational.of(parts.isEmpty() ? 0 : parts.get(parts.size() - 1))) > 0;
                if (!next) {
                    throw new BadInput("\"parts\" contains " + Fields.shorten(value.toString()) + "; give increasing integers from 1 to " + most);
                }
                parts.add(value.floor().intValueExact());
            }
            if (parts.size() < 2) {
                throw new BadInput("\"parts\" has " + parts.size() + " entries; a slope needs at least 2");
            }
            return new VariationRate(dimension, List.copyOf(parts), fields.integer("points", 2, 20));
        }

        @Override
        public ObjectNode write(VariationRate model) {
            var json = JsonNodeFactory.instance.objectNode().put("family", name()).put("d", model.dimension());
            var list = json.putArray("parts");
            model.parts().forEach(mu -> list.add(mu.toString()));
            return json.put("points", model.perAxis());
        }

        @Override
        public List<Quantity<VariationRate>> quantities(VariationRate model) {
            return List.of(VariationClaims.BOUND_SLOPE, VariationClaims.QUOTIENT_SLOPE, VariationClaims.INTERPOLATION_SLOPE);
        }
    };
}
