package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apodix.audit.BadInput;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;

/** The families of the estimation claims R13 and R14. */
final class EstimationKinds {

    private static final Rational MOST = Rational.of(1000);
    /** "k/L for k=A..B". */
    private static final Pattern RANGE = Pattern.compile("k/([1-9]\\d{0,5}) for k=(-?\\d{1,6})\\.\\.(-?\\d{1,6})");

    static final InstanceFamily<GaussianEstimation> GAUSS = new InstanceFamily<>("gauss_estimation", GaussianEstimation.class, Set.of("v", "a", "sigma", "N", "d"), g -> true,
        EstimationKinds::gauss, (g, json) -> {
            json.put("v", g.variance().toString());
            TiltFamilies.put(g.time(), json);
            json.put("N", g.samples()).put("d", g.dimension());
        }, EstimationClaims.GAUSS);

    static final InstanceFamily<FiniteClass> TWO_POINTS = new InstanceFamily<>("two_point_estimation", FiniteClass.class, Set.of("q", "betas", "a", "sigma", "N"), c -> true,
        fields -> new FiniteClass(ChainKinds.factor(fields), offsets(fields), fields.integer("N", 1, FiniteClass.MOST_SAMPLES), TiltFamilies.time(fields)), (c, json) -> {
            json.put("q", c.probability().toString());
            InstanceFamily.put(json, "betas", c.offsets());
            TiltFamilies.put(c.time(), json);
            json.put("N", c.samples());
        }, EstimationClaims.CLASS);

    static final InstanceFamily<GaussianScore> SCORE = new InstanceFamily<>("gauss_score", GaussianScore.class, Set.of("v", "c", "a", "sigma", "d"), s -> true,
        fields -> new GaussianScore(fields.between("v", Rational.ZERO, MOST), slope(fields), TiltFamilies.dimension(fields), TiltFamilies.time(fields)), (s, json) -> {
            json.put("v", s.variance().toString()).put("c", s.slope().toString());
            TiltFamilies.put(s.time(), json);
            json.put("d", s.dimension());
        }, EstimationClaims.SCORES);

    static final InstanceFamily<ModesScore> MODES_SCORE = new InstanceFamily<>("modes_score", ModesScore.class, Set.of("m", "p", "c", "beta", "a", "sigma", "d"), s -> true,
        fields -> new ModesScore((TwoModes) TiltFamilies.MIX.reader().apply(fields), slope(fields), fields.rational("beta", MOST.negate(), MOST), TiltFamilies.dimension(fields),
            TiltFamilies.time(fields)), (s, json) -> {
            TiltFamilies.MIX.writer().accept(s.modes(), json);
            json.put("c", s.slope().toString()).put("beta", s.shift().toString());
            TiltFamilies.put(s.time(), json);
            json.put("d", s.dimension());
        }, EstimationClaims.MODES);

    static final List<Family<?>> ALL = List.of(GAUSS, TWO_POINTS, SCORE, MODES_SCORE);

    private EstimationKinds() { }

    private static Rational slope(Fields fields) {
        return fields.rational("c", MOST.negate(), MOST);
    }

    private static GaussianEstimation gauss(Fields fields) {
        int samples = fields.integer("N", 1, GaussianEstimation.MOST_DEGREES);
        int dimension = TiltFamilies.dimension(fields);
        long degrees = (long) samples * dimension;
        if (degrees < 3 || degrees > GaussianEstimation.MOST_DEGREES) {
            throw new BadInput("\"N\" times \"d\" is " + degrees + "; it must be from 3 to " + GaussianEstimation.MOST_DEGREES);
        }
        return new GaussianEstimation(fields.between("v", Rational.ZERO, MOST), TiltFamilies.time(fields), samples, dimension);
    }

    private static List<Rational> offsets(Fields fields) {
        var offsets = fields.shape().contains("betas[]") ? fields.rationals("betas") : range(fields.text("betas"));
        if (offsets.size() > FiniteClass.MOST_MEMBERS || offsets.stream().anyMatch(b -> b.abs().compareTo(MOST) > 0)) {
            throw new BadInput("\"betas\" has " + offsets.size() + " entries; give up to " + FiniteClass.MOST_MEMBERS + ", of size at most " + MOST);
        }
        return offsets;
    }

    private static List<Rational> range(String text) {
        var match = RANGE.matcher(text);
        if (!match.matches()) {
            throw new BadInput("\"betas\" is \"" + Fields.shorten(text) + "\"; give a list of numbers or a range such as \"k/4 for k=-6..6\"");
        }
        int first = Integer.parseInt(match.group(2));
        int last = Integer.parseInt(match.group(3));
        if (last < first || last - first >= FiniteClass.MOST_MEMBERS) {
            throw new BadInput("\"betas\" is \"" + Fields.shorten(text) + "\"; its range must have 1 to " + FiniteClass.MOST_MEMBERS + " members");
        }
        var offsets = new ArrayList<Rational>();
        for (int k = first; k <= last; k++) {
            offsets.add(Rational.of(k, Integer.parseInt(match.group(1))));
        }
        return offsets;
    }
}
