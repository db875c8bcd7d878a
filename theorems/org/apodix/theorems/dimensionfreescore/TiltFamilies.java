package org.apodix.theorems.dimensionfreescore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;

/** What the families of tilts read and write: profiles, times, dimensions, numbers of nodes and points. */
final class TiltFamilies {

    static final int MOST_DIMENSION = 1000;
    static final int MOST_NODES = 1_000_000_000;
    private static final int MOST_KNOTS = 32;
    private static final Rational MOST_HEIGHT = Rational.of(8);
    private static final Rational MOST_SLOPE = Rational.of(200);

    private TiltFamilies() { }

    /** How the profile of one family is read and written. */
    record ProfileFields(String family, Set<String> names, Function<Fields, Profile> reader, Predicate<Profile> belongs,
            BiConsumer<Profile, ObjectNode> writer) { }

    static final ProfileFields COS = new ProfileFields("COS", Set.of("c", "omega", "phase"), TiltFamilies::cosine, Cosine.class::isInstance, (profile, json) -> {
        var cosine = (Cosine) profile;
        json.put("c", cosine.c().toString()).put("omega", cosine.omega().toString()).put("phase", cosine.phase().toString());
    });

    static final ProfileFields MIX = new ProfileFields("MIX", Set.of("m", "p"),
        fields -> new TwoModes(fields.between("m", Rational.ZERO, MOST_HEIGHT), fields.between("p", Rational.ZERO, Rational.ONE)),
        TwoModes.class::isInstance, (profile, json) -> {
            var modes = (TwoModes) profile;
            json.put("m", modes.m().toString()).put("p", modes.p().toString());
        });

    static final ProfileFields PL = new ProfileFields("PL", Set.of("knots", "values"), TiltFamilies::piecewise,
        profile -> profile instanceof PiecewiseLinear p && p.isBounded() && !isHat(p), (profile, json) -> {
            var pieces = (PiecewiseLinear) profile;
            InstanceFamily.put(json, "knots", pieces.knots());
            InstanceFamily.put(json, "values", pieces.values());
        });

    static final ProfileFields HAT = new ProfileFields("HAT", Set.of("c"),
        fields -> PiecewiseLinear.hat(fields.rational("c", MOST_HEIGHT.negate(), MOST_HEIGHT)), TiltFamilies::isHat,
        (profile, json) -> json.put("c", ((PiecewiseLinear) profile).values().get(1).toString()));

    static final ProfileFields RAMP = new ProfileFields("RAMP", Set.of("n"), fields -> PiecewiseLinear.ramp(fields.rational("n", Rational.ZERO, MOST_SLOPE)),
        profile -> profile instanceof PiecewiseLinear p && !p.isBounded() && p.equals(PiecewiseLinear.ramp(p.first())),
        (profile, json) -> json.put("n", ((PiecewiseLinear) profile).first().toString()));

    static final ProfileFields LIN = new ProfileFields("LIN", Set.of("b"),
        fields -> new LinearProfile(fields.rational("b", MOST_HEIGHT.negate(), MOST_HEIGHT)), LinearProfile.class::isInstance,
        (profile, json) -> json.put("b", ((LinearProfile) profile).b().toString()));

    static final List<ProfileFields> PROFILES = List.of(COS, MIX, PL, HAT, RAMP, LIN);

    /** The families of tilts. */
    static List<Family<?>> families() {
        var families = new ArrayList<Family<?>>();
        for (var profile : PROFILES) {
            var kinds = new ArrayList<Kind<?>>(ClaimKinds.of(profile));
            kinds.add(0, tilt(profile));
            kinds.addAll(ChainKinds.of(profile));
            families.add(new KindsFamily(profile.family(), kinds));
        }
        families.add(new KindsFamily("QUAD", List.of(QUADRATIC, ClaimKinds.QUADRATIC_POINT, ClaimKinds.QUADRATIC_NODES,
            ChainKinds.QUADRATIC, ChainKinds.UNEQUAL, ChainKinds.QUADRATIC_STOPPING)));
        families.add(new KindsFamily("MIXN", List.of(MIXTURE)));
        families.add(ClaimKinds.DISCRETE);
        families.add(ChainKinds.DRIFT);
        families.addAll(EstimationKinds.ALL);
        families.addAll(SamplerKinds.FAMILIES);
        return families;
    }

    private static Profile cosine(Fields fields) {
        return new Cosine(fields.rational("c", Rational.of(-4), Rational.of(4)), omega(fields), fields.rational("phase", Rational.of(-100), Rational.of(100)));
    }

    private static Rational omega(Fields fields) {
        var omega = fields.rational("omega", Rational.ZERO, Rational.of(16));
        if (omega.isZero()) {
            throw new BadInput("\"omega\" is 0; it must be positive (c = 0 gives the constant tilt)");
        }
        return omega;
    }

    private static Profile piecewise(Fields fields) {
        var knots = fields.rationals("knots");
        var values = fields.rationals("values");
        if (knots.size() > MOST_KNOTS || knots.size() != values.size()) {
            throw new BadInput("\"knots\" has " + knots.size() + " entries and \"values\" " + values.size() + "; give 1 to " + MOST_KNOTS + " of each, equally many");
        }
        for (var value : values) {
            if (value.abs().compareTo(MOST_HEIGHT) > 0) {
                throw new BadInput("\"values\" contains " + Fields.shorten(value.toString()) + "; values lie between -" + MOST_HEIGHT + " and " + MOST_HEIGHT);
            }
        }
        for (int i = 1; i < knots.size(); i++) {
            if (knots.get(i - 1).compareTo(knots.get(i)) >= 0) {
                throw new BadInput("\"knots\" has " + Fields.shorten(knots.get(i).toString()) + " after " + Fields.shorten(knots.get(i - 1).toString())
                    + "; knots must increase");
            }
        }
        var profile = PiecewiseLinear.of(knots, values);
        if (profile.lipschitz().compareTo(MOST_SLOPE) > 0) {
            throw new BadInput("\"values\" give the slope " + Fields.shorten(profile.lipschitz().toString()) + "; slopes are at most " + MOST_SLOPE);
        }
        return profile;
    }

    static boolean isHat(Profile profile) {
        return profile instanceof PiecewiseLinear p && p.knots().size() == 3 && p.equals(PiecewiseLinear.hat(p.values().get(1)));
    }

    /** {@code a} in (0, 1] with {@code sigma}, a^2 + sigma^2 = 1. */
    static ForwardTime time(Fields fields) {
        var a = fields.rational("a");
        var sigma = fields.rational("sigma");
        if (a.signum() <= 0 || sigma.signum() <= 0 || !a.times(a).plus(sigma.times(sigma)).equals(Rational.ONE)) {
            throw new BadInput("\"a\" is " + Fields.shorten(a.toString()) + " and \"sigma\" is " + Fields.shorten(sigma.toString())
                + "; both must be positive with a^2 + sigma^2 = 1, such as 3/5 and 4/5");
        }
        return new ForwardTime(a);
    }

    /** Writes the time of a Pythagorean pair. */
    static void put(ForwardTime time, ObjectNode json) {
        json.put("a", time.a().toString()).put("sigma", ((org.apodix.expression.Constant) time.noise()).value().toString());
    }

    static int dimension(Fields fields) {
        return fields.integer("d", 1, MOST_DIMENSION);
    }

    /** Whether an instance has the fields of the profile and exactly these others. */
    static Predicate<Fields> has(ProfileFields profile, String... others) {
        var names = new java.util.TreeSet<>(profile.names());
        names.addAll(List.of(others));
        return fields -> fields.names().equals(names);
    }

    /** The tilt in d dimensions at a time. */
    static Kind<RidgeTilt> tilt(ProfileFields profile) {
        return new Kind<>(RidgeTilt.class, has(profile, "a", "sigma", "d"), tilt -> profile.belongs().test(tilt.profile()),
            fields -> ridge(profile, fields), (tilt, json) -> put(profile, tilt, json), Moment::printed);
    }

    static void put(ProfileFields profile, RidgeTilt tilt, ObjectNode json) {
        profile.writer().accept(tilt.profile(), json);
        put(tilt.time(), json);
        json.put("d", tilt.dimension());
    }

    static final Kind<Quadratic> QUADRATIC = new Kind<>(Quadratic.class, fields -> fields.names().equals(Set.of("lambda", "a", "sigma", "d")), q -> true,
        TiltFamilies::quadratic, TiltFamilies::put, Moment::printed);

    static Quadratic quadratic(Fields fields) {
        var lambda = fields.between("lambda", Rational.of(-1), Rational.of(1000));
        return new Quadratic(lambda, dimension(fields), time(fields));
    }

    static void put(Quadratic q, ObjectNode json) {
        json.put("lambda", q.lambda().toString());
        put(q.time(), json);
        json.put("d", q.dimension());
    }

    static RidgeTilt ridge(ProfileFields profile, Fields fields) {
        return new RidgeTilt(profile.reader().apply(fields), dimension(fields), time(fields));
    }

    static final Kind<MixturePoint> MIXTURE = new Kind<>(MixturePoint.class, fields -> true, m -> true, TiltFamilies::mixture, (m, json) -> {
        InstanceFamily.put(json, "weights", m.weights());
        var rows = json.putArray("means");
        m.means().forEach(mean -> {
            var row = rows.addArray();
            mean.forEach(entry -> row.add(entry.toString()));
        });
        put(m.time(), json);
        InstanceFamily.put(json, "x", m.x());
    }, Moment::printed);

    private static MixturePoint mixture(Fields fields) {
        var weights = fields.rationals("weights");
        var means = new ArrayList<>(fields.rows("means", 16));
        var x = fields.rationals("x");
        if (means.size() != weights.size()) {
            throw new BadInput("\"means\" has " + means.size() + " entries but \"weights\" has " + weights.size() + "; give one each");
        }
        for (var mean : means) {
            if (mean.size() != x.size()) {
                throw new BadInput("\"means\" has an entry of length " + mean.size() + "; it must be as long as \"x\", " + x.size());
            }
        }
        var sum = Rational.ZERO;
        for (var weight : weights) {
            if (weight.signum() <= 0) {
                throw new BadInput("\"weights\" contains " + Fields.shorten(weight.toString()) + "; weights must be positive");
            }
            sum = sum.plus(weight);
        }
        if (!sum.equals(Rational.ONE)) {
            throw new BadInput("\"weights\" have the sum " + Fields.shorten(sum.toString()) + "; it must be 1");
        }
        return new MixturePoint(weights, means, time(fields), x);
    }
}
