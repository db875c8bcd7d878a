package org.apodix.theorems.dimensionfreescore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Quantity;

/** The kinds of instances of grids, all of the family MIX with two equal modes. */
final class GridKinds {

    private static final int MOST_POINTS = 1000;
    private static final int MOST_GRIDS = 20;

    /** What an instance with a list of numbers of points reports. */
    record Grids(List<Grid> grids) { }

    private GridKinds() { }

    /** Grids on the line; a grid with a dimension; a grid with a point. */
    static List<Kind<?>> all() {
        var profile = TiltFamilies.MIX;
        return List.of(new Kind<>(Grids.class, TiltFamilies.has(profile, "a", "sigma", "n"), g -> true, GridKinds::grids, (g, json) -> {
            var first = g.grids().get(0);
            put(first, json);
            InstanceFamily.put(json, "n", g.grids().stream().map(grid -> Rational.of(grid.points())).toList());
        }, GridKinds::printed), new Kind<>(GridRate.class, TiltFamilies.has(profile, "a", "sigma", "n", "d"), r -> true,
            fields -> GridRate.of(modes(fields), TiltFamilies.time(fields), fields.integer("n", 1, MOST_POINTS), TiltFamilies.dimension(fields)), (r, json) -> {
                put(r.grid(), json);
                json.put("n", r.grid().points()).put("d", r.dimension());
            }, r -> GridClaims.PRINTED), new Kind<>(TensorPoint.class, TiltFamilies.has(profile, "a", "sigma", "n", "x"), p -> true, GridKinds::point, (p, json) -> {
                put(p.grid(), json);
                json.put("n", p.grid().points());
                InstanceFamily.put(json, "x", p.x());
            }, p -> GridClaims.POINTS));
    }

    private static void put(Grid grid, ObjectNode json) {
        TiltFamilies.MIX.writer().accept(grid.modes(), json);
        TiltFamilies.put(grid.time(), json);
    }

    private static TwoModes modes(Fields fields) {
        var modes = (TwoModes) TiltFamilies.MIX.reader().apply(fields);
        if (!modes.p().equals(Rational.of(1, 2))) {
            throw new BadInput("\"p\" is " + Fields.shorten(modes.p().toString()) + "; grids are computed for 1/2");
        }
        return modes;
    }

    private static Grids grids(Fields fields) {
        var modes = modes(fields);
        var time = TiltFamilies.time(fields);
        var grids = new ArrayList<Grid>();
        for (var n : fields.rationals("n")) {
            if (!n.isInteger() || n.signum() <= 0 || n.compareTo(Rational.of(MOST_POINTS)) > 0 || grids.size() == MOST_GRIDS) {
                throw new BadInput("\"n\" contains " + Fields.shorten(n.toString()) + "; give at most " + MOST_GRIDS + " integers from 1 to " + MOST_POINTS);
            }
            grids.add(new Grid(modes, time, n.numerator().intValueExact()));
        }
        return new Grids(List.copyOf(grids));
    }

    private static List<Quantity<Grids>> printed(Grids grids) {
        var printed = new ArrayList<Quantity<Grids>>();
        for (int i = 0; i < grids.grids().size(); i++) {
            int index = i;
            int points = grids.grids().get(i).points();
            printed.add(Quantity.of("e1_" + points, "e_1(" + points + ")", "", g -> g.grids().get(index).error()));
        }
        return printed;
    }

    private static TensorPoint point(Fields fields) {
        var x = fields.rationals("x");
        int points = fields.integer("n", 1, MOST_POINTS);
        if (x.size() > 10 || Rational.of(points).pow(x.size()).compareTo(Rational.of(TensorPoint.MOST_NODES)) > 0) {
            throw new BadInput("\"n\" is " + points + " and \"x\" has " + x.size() + " coordinates; there are at most " + TensorPoint.MOST_NODES + " nodes n^d");
        }
        return new TensorPoint(new Grid(modes(fields), TiltFamilies.time(fields), points), x);
    }
}
