package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.theorems.dimensionfreescore.TiltFamilies.ProfileFields;

/** The kinds of instances of which claims speak: a tilt with a point, with nodes, or with two numbers of nodes. */
final class ClaimKinds {

    private static final Rational MOST_RADIUS = Rational.of(1000);

    static final Kind<QuadraticPoint> QUADRATIC_POINT = new Kind<>(QuadraticPoint.class, fields -> fields.names().equals(Set.of("lambda", "a", "sigma", "d", "radius")),
        p -> true, fields -> new QuadraticPoint(TiltFamilies.quadratic(fields), radius(fields)), (p, json) -> {
            TiltFamilies.put(p.tilt(), json);
            json.put("radius", p.radius().toString());
        }, p -> EnvelopeClaims.PRINTED);

    static final Kind<QuadraticNodes> QUADRATIC_NODES = new Kind<>(QuadraticNodes.class, fields -> fields.names().equals(Set.of("lambda", "a", "sigma", "d", "M")),
        q -> true, fields -> new QuadraticNodes(TiltFamilies.quadratic(fields), nodes(fields, "M")), (q, json) -> {
            TiltFamilies.put(q.tilt(), json);
            json.put("M", q.nodes());
        }, GrowthClaims::printed);

    static final InstanceFamily<DiscreteTilt> DISCRETE = new InstanceFamily<>("discrete_tilt", DiscreteTilt.class, Set.of("probabilities", "weights", "values"),
        t -> true, ClaimKinds::discrete, (t, json) -> {
            InstanceFamily.put(json, "probabilities", t.probabilities());
            InstanceFamily.put(json, "weights", t.weights());
            InstanceFamily.put(json, "values", t.values());
        }, TiltLemmaClaims.PRINTED);

    private ClaimKinds() { }

    private static Rational radius(Fields fields) {
        return fields.rational("radius", Rational.ZERO, MOST_RADIUS);
    }

    private static int nodes(Fields fields, String name) {
        return fields.integer(name, 1, TiltFamilies.MOST_NODES);
    }

    private static DiscreteTilt discrete(Fields fields) {
        var probabilities = fields.rationals("probabilities");
        var weights = fields.rationals("weights");
        var values = fields.rationals("values");
        if (probabilities.size() != weights.size() || values.size() != weights.size()) {
            throw new BadInput("\"probabilities\", \"weights\" and \"values\" have " + probabilities.size() + ", " + weights.size() + " and " + values.size()
                + " entries; give as many of each");
        }
        requirePositive(probabilities, "probabilities");
        requirePositive(weights, "weights");
        var sum = probabilities.stream().reduce(Rational.ZERO, Rational::plus);
        if (!sum.equals(Rational.ONE)) {
            throw new BadInput("\"probabilities\" have the sum " + Fields.shorten(sum.toString()) + "; it must be 1");
        }
        return new DiscreteTilt(probabilities, weights, values);
    }

    private static void requirePositive(List<Rational> values, String name) {
        for (var value : values) {
            if (value.signum() <= 0) {
                throw new BadInput("\"" + name + "\" contains " + Fields.shorten(value.toString()) + "; it must be positive");
            }
        }
    }

    /** The kinds of a profile. */
    static List<Kind<?>> of(ProfileFields profile) {
        var kinds = new ArrayList<Kind<?>>();
        kinds.add(new Kind<>(RidgePoint.class, TiltFamilies.has(profile, "a", "sigma", "d", "x"), p -> profile.belongs().test(p.tilt().profile()),
            fields -> new RidgePoint(TiltFamilies.ridge(profile, fields), fields.rational("x", MOST_RADIUS.negate(), MOST_RADIUS)), (p, json) -> {
                TiltFamilies.put(profile, p.tilt(), json);
                json.put("x", p.x().toString());
            }, p -> TiltLemmaClaims.POINT));
        kinds.addAll(PerturbationKinds.of(profile));
        if (profile == TiltFamilies.RAMP || profile == TiltFamilies.LIN) {
            return kinds; // not bounded below: no two-sided bound
        }
        kinds.add(new Kind<>(RidgeNodes.class, TiltFamilies.has(profile, "a", "sigma", "d", "M"), n -> profile.belongs().test(n.tilt().profile()),
            fields -> new RidgeNodes(TiltFamilies.ridge(profile, fields), nodes(fields, "M")), (n, json) -> {
                TiltFamilies.put(profile, n.tilt(), json);
                json.put("M", n.nodes());
            }, n -> ErrorClaims.PRINTED));
        kinds.add(new Kind<>(Rate.class, TiltFamilies.has(profile, "a", "sigma", "d", "M", "more"), r -> profile.belongs().test(r.few().tilt().profile()),
            fields -> rate(profile, fields), (r, json) -> {
                TiltFamilies.put(profile, r.few().tilt(), json);
                json.put("M", r.few().nodes()).put("more", r.many().nodes());
            }, r -> ErrorClaims.SLOPES));
        kinds.addAll(NodeKinds.of(profile));
        if (profile == TiltFamilies.MIX) {
            kinds.add(new Kind<>(ModesPoint.class, TiltFamilies.has(profile, "a", "sigma", "beta", "radius"), p -> true, fields -> new ModesPoint(
                (TwoModes) profile.reader().apply(fields), TiltFamilies.time(fields), fields.between("beta", Rational.ZERO, Rational.of(1, 2)), radius(fields)),
                (p, json) -> {
                    profile.writer().accept(p.modes(), json);
                    TiltFamilies.put(p.time(), json);
                    json.put("beta", p.beta().toString()).put("radius", p.radius().toString());
                }, p -> EnvelopeClaims.PRINTED_MODES));
        }
        return kinds;
    }

    private static Rate rate(ProfileFields profile, Fields fields) {
        int few = nodes(fields, "M");
        int many = nodes(fields, "more");
        if (many <= few) {
            throw new BadInput("\"more\" is " + many + "; it must be above \"M\", " + few);
        }
        return new Rate(TiltFamilies.ridge(profile, fields), few, many);
    }
}
