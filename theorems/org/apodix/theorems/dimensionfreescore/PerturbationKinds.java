package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.Set;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.theorems.dimensionfreescore.TiltFamilies.ProfileFields;

/** The instances of R7: interpolants, perturbed linear tilts, and mixtures of Gaussians of different widths. */
final class PerturbationKinds {

    private static final Rational MOST_REACH = Rational.of(16);
    private static final Rational MOST_POINT = Rational.of(16);

    static final InstanceFamily<ScaledMixture> SCALED = new InstanceFamily<>("scaled_mixture", ScaledMixture.class, Set.of("weights", "means", "scales", "tau", "x"), m -> true,
        PerturbationKinds::mixture, (m, json) -> {
            InstanceFamily.put(json, "weights", m.weights());
            var rows = json.putArray("means");
            m.means().forEach(mean -> {
                var row = rows.addArray();
                mean.forEach(entry -> row.add(entry.toString()));
            });
            InstanceFamily.put(json, "scales", m.scales());
            json.put("tau", m.tau().toString());
            InstanceFamily.put(json, "x", m.x());
        }, PerturbationClaims.MIXTURE);

    private PerturbationKinds() { }

    /** The kinds of a profile: none but for COS, MIX and LIN. */
    static List<Kind<?>> of(ProfileFields profile) {
        if (profile == TiltFamilies.LIN) {
            return List.of(new Kind<>(AddedTilt.class, TiltFamilies.has(profile, "a", "sigma", "knots", "values", "x"), t -> true,
                fields -> new AddedTilt(((LinearProfile) profile.reader().apply(fields)).b(), (PiecewiseLinear) TiltFamilies.PL.reader().apply(fields), TiltFamilies.time(fields), point(fields)), (t, json) -> {
                    json.put("b", t.b().toString());
                    InstanceFamily.put(json, "knots", t.added().knots());
                    InstanceFamily.put(json, "values", t.added().values());
                    TiltFamilies.put(t.time(), json);
                    json.put("x", t.x().toString());
                }, t -> PerturbationClaims.ADDED));
        }
        if (profile != TiltFamilies.COS && profile != TiltFamilies.MIX) {
            return List.of();
        }
        return List.of(new Kind<>(InterpolatedTilt.class, TiltFamilies.has(profile, "a", "sigma", "d", "theta", "R", "pieces", "p_bits", "x"),
            t -> profile.belongs().test(t.tilt().profile()), fields -> interpolated(profile, fields), (t, json) -> {
                TiltFamilies.put(profile, t.tilt(), json);
                InstanceFamily.put(json, "theta", t.theta());
                json.put("R", t.reach().toString()).put("pieces", t.pieces()).put("p_bits", t.bits()).put("x", t.x().toString());
            }, PerturbationClaims::printed));
    }

    private static Rational point(Fields fields) {
        return fields.rational("x", MOST_POINT.negate(), MOST_POINT);
    }

    private static InterpolatedTilt interpolated(ProfileFields profile, Fields fields) {
        var tilt = TiltFamilies.ridge(profile, fields);
        if (tilt.profile().isConstant()) {
            throw new BadInput("\"c\" is 0; there is nothing to interpolate: give another number");
        }
        var reach = fields.rational("R", Rational.ZERO, MOST_REACH);
        if (reach.isZero()) {
            throw new BadInput("\"R\" is 0; it must be positive");
        }
        return new InterpolatedTilt(tilt, NodeKinds.direction(fields, tilt.dimension()), reach, fields.integer("pieces", 1, 64), fields.integer("p_bits", 1, 100), point(fields));
    }

    private static ScaledMixture mixture(Fields fields) {
        var weights = positive(fields, "weights");
        var scales = positive(fields, "scales");
        var means = fields.rows("means", 16);
        var x = fields.rationals("x");
        if (means.size() != weights.size() || scales.size() != weights.size()) {
            throw new BadInput("\"weights\", \"means\" and \"scales\" have " + weights.size() + ", " + means.size() + " and " + scales.size() + " entries; give as many of each");
        }
        for (var mean : means) {
            if (mean.size() != x.size()) {
                throw new BadInput("\"means\" has an entry of length " + mean.size() + "; it must be as long as \"x\", " + x.size());
            }
        }
        var sum = weights.stream().reduce(Rational.ZERO, Rational::plus);
        if (!sum.equals(Rational.ONE)) {
            throw new BadInput("\"weights\" have the sum " + Fields.shorten(sum.toString()) + "; it must be 1");
        }
        return new ScaledMixture(weights, means, scales, fields.between("tau", Rational.ZERO, Rational.of(1000)), x);
    }

    private static List<Rational> positive(Fields fields, String name) {
        var values = fields.rationals(name);
        for (var value : values) {
            if (value.signum() <= 0) {
                throw new BadInput("\"" + name + "\" contains " + Fields.shorten(value.toString()) + "; it must be positive");
            }
        }
        return values;
    }
}
