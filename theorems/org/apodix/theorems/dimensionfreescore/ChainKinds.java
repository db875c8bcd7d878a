package org.apodix.theorems.dimensionfreescore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apodix.audit.BadInput;
import org.apodix.audit.Fields;
import org.apodix.audit.InstanceFamily;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.theorems.dimensionfreescore.TiltFamilies.ProfileFields;

/** The kinds of instances of chains and of early stopping. */
final class ChainKinds {

    private static final int MOST_STEPS = 100;
    /** Of the numbers of a quadratic chain, which are exact: their length grows with the square of the number of steps. */
    private static final int MOST_EXACT_STEPS = 60;
    private static final Set<String> OPTIONAL = Set.of("eta", "shift");

    /** With equal steps. */
    static final Kind<GaussianChain> QUADRATIC = new Kind<>(GaussianChain.class, fields -> required(fields).equals(Set.of("lambda", "q", "K", "d")), GaussianChain::isUniform,
        fields -> chain(fields, Collections.nCopies(fields.integer("K", 1, MOST_EXACT_STEPS), factor(fields))), (c, json) -> {
            json.put("lambda", c.lambda().toString()).put("q", c.factors().get(0).toString()).put("K", c.steps()).put("d", c.dimension());
            put(c, json);
        }, c -> GaussianChainClaims.PRINTED);

    /** With steps of their own. */
    static final Kind<GaussianChain> UNEQUAL = new Kind<>(GaussianChain.class, fields -> required(fields).equals(Set.of("lambda", "factors", "d")), c -> !c.isUniform(),
        fields -> chain(fields, factors(fields)), (c, json) -> {
            json.put("lambda", c.lambda().toString()).put("d", c.dimension());
            InstanceFamily.put(json, "factors", c.factors());
            put(c, json);
        }, c -> GaussianChainClaims.PRINTED);

    static final Kind<GaussianStopping> QUADRATIC_STOPPING = new Kind<>(GaussianStopping.class, fields -> fields.names().equals(Set.of("lambda", "a", "sigma")), GaussianStopping::quadratic,
        fields -> new GaussianStopping(lambda(fields), true, TiltFamilies.time(fields)), (s, json) -> {
            json.put("lambda", s.number().toString());
            TiltFamilies.put(s.time(), json);
        }, s -> stopping());

    static final InstanceFamily<DriftChain> DRIFT = new InstanceFamily<>("drift_chain", DriftChain.class, Set.of("drift", "q", "K"), c -> true,
        fields -> new DriftChain(fields.rational("drift", Rational.ZERO, Rational.of(100)), factor(fields), steps(fields)),
        (c, json) -> json.put("drift", c.c().toString()).put("q", c.q().toString()).put("K", c.steps()), GaussianChainClaims.DRIFTS);

    private ChainKinds() { }

    private static Set<String> required(Fields fields) {
        var names = new TreeSet<>(fields.names());
        names.removeAll(OPTIONAL);
        return names;
    }

    private static Rational lambda(Fields fields) {
        return fields.between("lambda", Rational.of(-1), Rational.of(1000));
    }

    static Rational factor(Fields fields) {
        return fields.between("q", Rational.ZERO, Rational.ONE);
    }

    static int steps(Fields fields) {
        return fields.integer("K", 1, MOST_STEPS);
    }

    private static List<Rational> factors(Fields fields) {
        var factors = fields.rationals("factors");
        if (factors.size() > MOST_EXACT_STEPS || factors.stream().anyMatch(q -> q.signum() <= 0 || q.compareTo(Rational.ONE) >= 0)) {
            throw new BadInput("\"factors\" has " + factors.size() + " entries; give 1 to " + MOST_EXACT_STEPS + ", each strictly between 0 and 1");
        }
        if (factors.stream().distinct().count() == 1) {
            throw new BadInput("\"factors\" are all equal; give \"q\" and \"K\" instead");
        }
        return factors;
    }

    private static GaussianChain chain(Fields fields, List<Rational> factors) {
        return new GaussianChain(lambda(fields), factors, TiltFamilies.dimension(fields), optional(fields, "eta"), optional(fields, "shift"));
    }

    private static Rational optional(Fields fields, String name) {
        return fields.has(name) ? fields.rational(name, Rational.of(-100), Rational.of(100)) : Rational.ZERO;
    }

    private static void put(GaussianChain chain, ObjectNode json) {
        if (!chain.isExact()) {
            json.put("eta", chain.eta().toString()).put("shift", chain.shift().toString());
        }
    }

    private static <S extends EarlyStopping> List<Quantity<S>> stopping() {
        var printed = new ArrayList<Quantity<S>>();
        for (var quantity : List.of(RidgeChainClaims.TV, RidgeChainClaims.SLOPES, RidgeChainClaims.STOPPING)) {
            printed.add(quantity.of((S s) -> s, "", ""));
        }
        return printed;
    }

    /** With the crossing in front. */
    private static <S extends EarlyStopping> List<Quantity<S>> stopping(Function<S, Expr> crossing) {
        var printed = new ArrayList<>(List.of(Quantity.<S>of("xstar", "x^*", "where $p_0=p_\\delta$", crossing)));
        printed.addAll(stopping());
        return printed;
    }

    /** The kinds of a profile. */
    static List<Kind<?>> of(ProfileFields profile) {
        var kinds = new ArrayList<Kind<?>>();
        if (profile == TiltFamilies.COS || profile == TiltFamilies.MIX || profile == TiltFamilies.LIN) {
            kinds.add(new Kind<>(RidgeChain.class, TiltFamilies.has(profile, "q", "K"), c -> profile.belongs().test(c.profile()),
                fields -> new RidgeChain(profile.reader().apply(fields), factor(fields), steps(fields)), (c, json) -> {
                    profile.writer().accept(c.profile(), json);
                    json.put("q", c.q().toString()).put("K", c.steps());
                }, c -> RidgeChainClaims.PRINTED));
        }
        if (profile == TiltFamilies.MIX) {
            kinds.addAll(GridKinds.all());
            kinds.addAll(SamplerKinds.all());
            kinds.add(new Kind<>(ModesStopping.class, TiltFamilies.has(profile, "a", "sigma"), s -> true, fields -> modesStopping(profile, fields), (s, json) -> {
                profile.writer().accept(s.modes(), json);
                TiltFamilies.put(s.time(), json);
            }, s -> stopping(ModesStopping::crossing)));
        }
        if (profile == TiltFamilies.RAMP) {
            kinds.add(new Kind<>(RampStopping.class, TiltFamilies.has(profile, "a", "sigma"), s -> true, fields -> rampStopping(profile, fields), (s, json) -> {
                json.put("n", s.n().toString());
                TiltFamilies.put(s.time(), json);
            }, s -> stopping(RampStopping::crossing)));
        }
        if (profile == TiltFamilies.LIN) {
            kinds.add(new Kind<>(GaussianStopping.class, TiltFamilies.has(profile, "a", "sigma"), s -> !s.quadratic(),
                fields -> new GaussianStopping(((LinearProfile) profile.reader().apply(fields)).b(), false, TiltFamilies.time(fields)), (s, json) -> {
                    json.put("b", s.number().toString());
                    TiltFamilies.put(s.time(), json);
                }, s -> stopping()));
        }
        return kinds;
    }

    private static ModesStopping modesStopping(ProfileFields profile, Fields fields) {
        var modes = (TwoModes) profile.reader().apply(fields);
        if (!modes.p().equals(Rational.of(1, 2))) {
            throw new BadInput("\"p\" is " + Fields.shorten(modes.p().toString()) + "; early stopping is computed for 1/2, where the densities cross once on each side");
        }
        return new ModesStopping(modes, TiltFamilies.time(fields));
    }

    private static RampStopping rampStopping(ProfileFields profile, Fields fields) {
        var n = ((PiecewiseLinear) profile.reader().apply(fields)).first();
        if (n.isZero()) {
            throw new BadInput("\"n\" is 0; early stopping of a ramp needs a positive slope");
        }
        return new RampStopping(n, TiltFamilies.time(fields));
    }
}
