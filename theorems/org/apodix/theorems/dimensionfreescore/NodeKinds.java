package org.apodix.theorems.dimensionfreescore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.theorems.dimensionfreescore.AssembledScore.ExponentialPart;
import org.apodix.theorems.dimensionfreescore.TiltFamilies.ProfileFields;

/** The kinds of instances with the nodes of a seed: certificates, the best of several seeds, and assembled networks. */
final class NodeKinds {

    private static final int MOST_NODES = 256;
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_SEEDS = 16;
    private static final int MOST_NETWORK_NODES = 32;
    private static final int MOST_NETWORK_DIMENSION = 50;
    private static final int MOST_UNITS = 1 << 15;
    private static final Rational LEAST_RATIO = Rational.of(17, 16);
    private static final Rational MOST_RATIO = Rational.of(16);
    private static final String[] NODES = {"a", "sigma", "d", "M", "seed", "theta"};

    private NodeKinds() { }

    /** The kinds of a profile that is bounded below. */
    static List<Kind<?>> of(ProfileFields profile) {
        var kinds = new ArrayList<Kind<?>>();
        kinds.add(new Kind<>(SeededNodes.class, TiltFamilies.has(profile, NODES), n -> profile.belongs().test(n.tilt().profile()), fields -> nodes(profile, fields),
            (n, json) -> put(profile, n, json), n -> CertificateClaims.PRINTED));
        if (profile == TiltFamilies.COS || profile == TiltFamilies.MIX) {
            kinds.add(new Kind<>(Seeds.class, TiltFamilies.has(profile, with("seeds")), s -> profile.belongs().test(s.first().tilt().profile()),
                fields -> seeds(nodes(profile, fields), fields.integer("seeds", 1, MOST_SEEDS)), (s, json) -> {
                    put(profile, s.first(), json);
                    json.put("seeds", s.count());
                }, s -> CertificateClaims.PRINTED_BEST));
        } else {
            kinds.add(new Kind<>(AssembledScore.class, TiltFamilies.has(profile, with("n_E", "rho", "n_S", "p_bits", "x")),
                s -> profile.belongs().test(s.nodes().tilt().profile()), fields -> network(profile, fields), (s, json) -> {
                    put(profile, s.nodes(), json);
                    json.put("n_E", s.exponential().pieces()).put("rho", s.ratio().toString()).put("n_S", s.squares()).put("p_bits", s.exponential().bits());
                    InstanceFamily.put(json, "x", s.point());
                }, AssembledClaims::printed));
        }
        return kinds;
    }

    private static String[] with(String... others) {
        var all = new ArrayList<>(List.of(NODES));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    private static void put(ProfileFields profile, SeededNodes nodes, ObjectNode json) {
        TiltFamilies.put(profile, nodes.tilt(), json);
        json.put("M", nodes.count()).put("seed", nodes.seed());
        InstanceFamily.put(json, "theta", nodes.theta());
    }

    private static SeededNodes nodes(ProfileFields profile, Fields fields) {
        var tilt = TiltFamilies.ridge(profile, fields);
        int count = fields.integer("M", 1, MOST_NODES);
        if ((long) count * tilt.dimension() > MOST_ENTRIES) {
            throw new BadInput("\"M\" is " + count + " in dimension " + tilt.dimension() + "; nodes have at most " + MOST_ENTRIES + " entries in all");
        }
        return new SeededNodes(tilt, direction(fields, tilt.dimension()), seed(fields), count);
    }

    private static BigInteger seed(Fields fields) {
        var seed = fields.rational("seed");
        if (!seed.isInteger() || seed.signum() < 0 || seed.numerator().bitLength() > 64) {
            throw new BadInput("\"seed\" is " + Fields.shorten(seed.toString()) + "; it must be an integer from 0 to 2^64 - 1");
        }
        return seed.numerator();
    }

    private static Seeds seeds(SeededNodes first, int count) {
        if (first.seed().add(BigInteger.valueOf(count - 1L)).bitLength() > 64) {
            throw new BadInput("\"seed\" is " + first.seed() + " with " + count + " \"seeds\"; the last of these consecutive numbers must be at most 2^64 - 1");
        }
        return new Seeds(first, count);
    }

    /** The word "e_1", or entries whose squares add to 1. */
    static List<Rational> direction(Fields fields, int dimension) {
        if (fields.says("theta", "e_1")) {
            return AssembledClaims.direction("1", dimension);
        }
        var theta = fields.rationals("theta");
        if (theta.size() != dimension || !SeededNodes.dot(theta, theta).equals(Rational.ONE)) {
            throw new BadInput("\"theta\" is " + Fields.shorten(theta.toString()) + " in dimension " + dimension
                + "; give \"e_1\" or that many numbers whose squares add to 1, such as 3/5 and 4/5");
        }
        return theta;
    }

    private static AssembledScore network(ProfileFields profile, Fields fields) {
        var nodes = nodes(profile, fields);
        int squares = fields.integer("n_S", 1, 512);
        if (nodes.count() > MOST_NETWORK_NODES || nodes.tilt().dimension() > MOST_NETWORK_DIMENSION || 4L * nodes.tilt().dimension() * squares > MOST_UNITS) {
            throw new BadInput("\"M\" is " + nodes.count() + ", \"d\" " + nodes.tilt().dimension() + " and \"n_S\" " + squares + "; a network has at most " + MOST_NETWORK_NODES
                + " nodes, " + MOST_NETWORK_DIMENSION + " inputs and " + MOST_UNITS + " units 4 d n_S");
        }
        var exponential = new ExponentialPart(fields.integer("n_E", 1, 256), fields.integer("p_bits", 1, 200));
        var point = fields.rationals("x");
        if (point.size() != nodes.tilt().dimension()) {
            throw new BadInput("\"x\" has " + point.size() + " entries; it must have " + nodes.tilt().dimension());
        }
        return new AssembledScore(nodes, exponential, fields.rational("rho", LEAST_RATIO, MOST_RATIO), squares, point);
    }
}
