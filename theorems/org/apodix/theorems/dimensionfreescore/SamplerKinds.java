package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import java.util.Set;
import org.apodix.audit.Family;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;

/** The families and kinds of instances of samplers. */
final class SamplerKinds {

    private static final Rational MOST = Rational.of(8);

    static final InstanceFamily<Sampler> BOUND = new InstanceFamily<>("sampler_bound", Sampler.class, Set.of("C", "q", "K", "M", "d"), s -> true,
        fields -> sampler(fields.rational("C", Rational.ZERO, MOST), fields), (s, json) -> {
            json.put("C", s.lipschitz().toString()).put("q", s.factor().toString()).put("K", s.steps()).put("M", s.nodes()).put("d", s.dimension());
        }, SamplerClaims.BOUNDS);

    static final InstanceFamily<SamplerRate> RATE = new InstanceFamily<>("sampler_rate", SamplerRate.class, Set.of("C", "M"), r -> true,
        fields -> new SamplerRate(fields.rational("C", Rational.ZERO, MOST), fields.integer("M", 2, TiltFamilies.MOST_NODES)),
        (r, json) -> json.put("C", r.lipschitz().toString()).put("M", r.nodes()), SamplerClaims.RATES);

    static final List<Family<?>> FAMILIES = List.of(BOUND, RATE);

    private SamplerKinds() { }

    private static Sampler sampler(Rational lipschitz, Fields fields) {
        return new Sampler(lipschitz, ChainKinds.factor(fields), ChainKinds.steps(fields), fields.integer("M", 1, TiltFamilies.MOST_NODES), TiltFamilies.dimension(fields));
    }

    /** Of the family MIX. */
    static List<Kind<?>> all() {
        var profile = TiltFamilies.MIX;
        return List.of(new Kind<>(ModesSampler.class, TiltFamilies.has(profile, "q", "K", "M", "d"), s -> true, fields -> {
            var modes = (TwoModes) profile.reader().apply(fields);
            return new ModesSampler(modes, sampler(modes.m(), fields));
        }, (s, json) -> {
            profile.writer().accept(s.modes(), json);
            json.put("q", s.sampler().factor().toString()).put("K", s.sampler().steps()).put("M", s.sampler().nodes()).put("d", s.sampler().dimension());
        }, s -> SamplerClaims.MODES), new Kind<>(OneNodeSampler.class, TiltFamilies.has(profile, "q", "K", "node", "nu", "threshold"), s -> true, fields -> {
            var chain = new RidgeChain(profile.reader().apply(fields), ChainKinds.factor(fields), ChainKinds.steps(fields));
            return new OneNodeSampler(chain, fields.rational("node", MOST.negate(), MOST), fields.rational("nu", Rational.ZERO, MOST), fields.rational("threshold", MOST.negate(), MOST));
        }, (s, json) -> {
            profile.writer().accept(s.modes(), json);
            json.put("q", s.chain().q().toString()).put("K", s.chain().steps()).put("node", s.node().toString()).put("nu", s.deviation().toString()).put("threshold", s.threshold().toString());
        }, s -> SamplerClaims.ONE_NODE));
    }
}
