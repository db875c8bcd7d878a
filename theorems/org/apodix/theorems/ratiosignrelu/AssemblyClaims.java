package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;
import org.apodix.network.AffineMap;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.QuotientNetwork;
import org.apodix.proof.Domain;

/** R9: quotients of read-outs of one shared layer, in three hidden layers; with clips in up to six. */
final class AssemblyClaims {

    private static final List<Variable> LINE = SharedInstance.variables(1);

    private static final Quantity<SharedInstance> LAST = at("quotient", "N^{(q)}(x)", "the last quotient at the point", SharedInstance::quotient);
    private static final Quantity<SharedInstance> LAST_RATIO = ratio("g1/g2", "g_1^{(q)}(x)/g_2(x)", m -> m.quotients() - 1);
    private static final Quantity<SharedInstance> FIRST = Quantity.of("quotient_first", "N^{(1)}(x)", "the first quotient at the point",
        m -> m.at(m.quotient(), 0));
    private static final Quantity<SharedInstance> FIRST_RATIO = ratio("g1/g2_first", "g_1^{(1)}(x)/g_2(x)", m -> 0);
    private static final Quantity<SharedInstance> ON_LINE = Quantity.of("quotient_all", "N^{(1)}(x)", "", m -> m.quotient().on(LINE).get(0));
    private static final Quantity<SharedInstance> RATIO_ON_LINE = Quantity.of("ratio_all", "g_1^{(1)}(x)/g_2(x)", "", m -> {
        var readouts = m.readouts().on(LINE);
        return readouts.get(0).over(readouts.get(m.quotients()));
    });
    private static final Quantity<SharedInstance> CLIPPED = at("clipped", "N_{\\kappa}(x)", "with the clip of $g_2$", SharedInstance::clipped);
    private static final Quantity<SharedInstance> FLOOR = Quantity.of("clipped_denominator", "\\kappa^-_{m,2\\alpha/m}(g_2(x))", "",
        m -> m.readouts().then(selection(m)).then(m.denominatorClip()).on(m.x().stream().map(Expr::of).toList()).get(0));
    private static final Quantity<SharedInstance> LAST_NUMERATOR = Quantity.of("numerator", "g_1^{(q)}(x)", "", m -> m.at(m.readouts(), m.quotients() - 1));
    private static final Quantity<SharedInstance> HALF_CLIP = constant("half_clip", "\\tfrac m2", m -> m.clip().over(Rational.TWO));
    private static final Quantity<SharedInstance> BEHIND = at("behind_clip", "N(\\mathrm{clip}(x))", "with the clip of the input", SharedInstance::behindClip);
    private static final Quantity<SharedInstance> BOTH = at("behind_both", "N_\\kappa(\\mathrm{clip}(x))", "with both clips", SharedInstance::clippedBehindClip);
    private static final Quantity<SharedInstance> SIZE = Quantity.of("behind_clip_size", "|N(\\mathrm{clip}(x))|", "", m -> BEHIND.in(m).abs());
    private static final Quantity<SharedInstance> MOST = constant("most", "G_1/m_2", m -> m.bounds().numerators().over(m.bounds().denominatorLeast()));
    private static final Quantity<SharedInstance> PARAMETERS = Quantity.of("parameters", "\\#\\theta", "weights and biases that are not 0",
        m -> Expr.of(Figures.of(m.quotient()).nonzeros()));
    private static final Quantity<SharedInstance> STATED = constant("parameters_stated", "n(d+1+4q)+12q", SharedInstance::parameters);
    private static final Quantity<SharedInstance> UNSCALED = Quantity.of("unscaled", "\\tfrac1cG(g_2,g_1,c)", "the gate fed without the scale",
        m -> m.at(m.unscaled(), 0));

    private AssemblyClaims() { }

    static List<Quantity<SharedInstance>> printed(SharedInstance model) {
        return IntStream.range(0, model.quotients()).mapToObj(k -> Quantity.<SharedInstance>of("quotient[" + k + "]", "N^{(" + k + ")}", "",
            m -> m.at(m.quotient(), k))).toList();
    }

    static Claim<SharedInstance> assembly() {
        var here = Hypothesis.<SharedInstance>exactly("the bounds G_1, m_2, G_2 hold at the point", SharedInstance::boundsHoldHere);
        var everywhere = Hypothesis.<SharedInstance>exactly("the bounds G_1, m_2, G_2 hold on the set, by the ranges of the units",
            SharedInstance::boundsHold);
        Predicate<SharedInstance> inside = SharedInstance::isInside;
        return Claim.of(RatioSignRelu.ID, "R9", "quotients of one shared layer", SharedInstance.class, Provenance.derived(
                "a network of depth 7 and width n + 9, up to constants, approximates the quotient",
                "the quotient of the approximants is exact, with 3 hidden layers of widths n, 4q, 2q; the clips cost 1 and 2 layers"))
            .restsOn("R1", "R2", "R3")
            .equal("first", "the network is g_1/g_2", FIRST, FIRST_RATIO).onlyIf(here)
            .equal("last", "for the last numerator too", LAST, LAST_RATIO).onlyIf(here)
            .equal("line", "the first quotient, for every input of [-R, R], d = 1", ON_LINE, RATIO_ON_LINE).about(m -> m.dimension() == 1).onlyIf(everywhere)
            .everywhere("x \\in [-R,R]", m -> Domain.interval(LINE.get(0), m.radius().negate(), m.radius()))
            .equal("clipped", "with the clip it is g_1 over the clipped denominator", CLIPPED, LAST_NUMERATOR.over(FLOOR)).onlyIf(here)
            .atMost("clip-least", "which is at least m/2", HALF_CLIP, FLOOR)
            .equal("clip-exact", "and g_2 itself where g_2 is at least m", CLIPPED, LAST_RATIO).onlyIf(here)
            .onlyIf(Hypothesis.exactly("$g_2(x)\\ge m$", AssemblyClaims::isAboveClip))
            .equal("input", "the clip of the input changes nothing on [-R, R]^d", BEHIND, LAST).about(inside).onlyIf(here)
            .equal("input-both", "nor with both clips", BOTH, CLIPPED).about(inside)
            .atMost("input-bounded", "and bounds the network, here at the point of the instance, inside or outside", SIZE, MOST).onlyIf(everywhere)
            .atMost("parameters", "the stated number of parameters", PARAMETERS, STATED)
            .toothEqual("T3", "no scaling is needed", UNSCALED, FIRST_RATIO, small())
            .ownToothEqual("clip-half", "the clip at m is exact from m/2 on", CLIPPED, LAST_RATIO, half())
            .ownToothEqual("bounds", "a lower bound of g_2 that does not hold does no harm", FIRST, FIRST_RATIO, wrongBound())
            .ownTooth("parameters", "n(d + 1 + 4q) parameters are enough", PARAMETERS, Quantity.of("fewer", "n(d+1+4q)", "",
                m -> Expr.of(m.parameters().minus(Rational.of(12L * m.quotients())))), small())
            .on(SharedInstance::draw, List.of(
                new Edge<>("g_2 as small as stated", small()),
                new Edge<>("g_2 between m/2 and m", half()),
                new Edge<>("g_2 and its upper bound far below the clip", instance("1/10", List.of(List.of("1", "0")), List.of(List.of("0", "1")),
                    List.of("1/12", "1/2"), "1", "1/2", "3/5", "10", "1", "1", List.of("0"))),
                new Edge<>("two numerators of three units in the plane", plane("1/2", "-1/3")),
                new Edge<>("a corner of the square", plane("1", "-1")),
                new Edge<>("outside of the square", plane("20", "-30")),
                new Edge<>("zero numerator", instance("2", List.of(List.of("1", "0")), List.of(List.of("0", "0")), List.of("0", "1"), "0", "1", "1",
                    "1", "1", "1", List.of("1/2")))));
    }

    /** g_1 = 1, g_2 = 1/2, G_2 = 5/3: the gate's box is x0 = 3, X = 10, Y = Z = 1. */
    private static SharedInstance small() {
        return instance("1", List.of(List.of("1", "0")), List.of(List.of("0", "1")), List.of("1/12", "1/2"), "1", "1/2", "5/3", "1/2", "1", "1", List.of("0"));
    }

    /** The same with m = 3/4. */
    private static SharedInstance half() {
        return instance("1", List.of(List.of("1", "0")), List.of(List.of("0", "1")), List.of("1/12", "1/2"), "1", "2/5", "5/3", "3/4", "1", "1", List.of("0"));
    }

    /** The same with the lower bound 2 of g_2, which is 1/2. */
    private static SharedInstance wrongBound() {
        return instance("1", List.of(List.of("1", "0")), List.of(List.of("0", "1")), List.of("1/12", "1/2"), "1", "2", "2", "1/4", "1", "1", List.of("0"));
    }

    private static SharedInstance plane(String x, String y) {
        return instance("2/3", List.of(List.of("1", "-1", "1/2"), List.of("2", "1", "0"), List.of("0", "-1", "-1")),
            List.of(List.of("1", "-1", "2", "0"), List.of("0", "1/2", "-3", "1")), List.of("1", "-1", "1/2", "11"), "20", "1/2", "30", "1", "1", "1",
            List.of(x, y));
    }

    private static SharedInstance instance(String alpha, List<List<String>> units, List<List<String>> numerators, List<String> denominator,
            String g1, String m2, String g2, String clip, String radius, String steepness, List<String> x) {
        Function<List<List<String>>, List<List<Rational>>> rows = lists -> lists.stream().map(AssemblyClaims::parse).toList();
        return new SharedInstance(Rational.parse(alpha), rows.apply(units), rows.apply(numerators), parse(denominator),
            new QuotientNetwork(Rational.parse(g1), Rational.parse(m2), Rational.parse(g2)), Rational.parse(clip), Rational.parse(radius),
            Rational.parse(steepness), parse(x));
    }

    private static List<Rational> parse(List<String> list) {
        return list.stream().map(Rational::parse).toList();
    }

    private static boolean isAboveClip(SharedInstance m) {
        return m.readouts().at(m.x()).get(m.quotients()).compareTo(m.clip()) >= 0;
    }

    /** (g_1, ..., g_q, g_2) -> g_2. */
    private static AffineMap selection(SharedInstance m) {
        return AffineMap.selection(m.quotients() + 1, m.quotients());
    }

    /** The last output at the point. */
    private static Quantity<SharedInstance> at(String name, String tex, String meaning, Function<SharedInstance, Network> network) {
        return Quantity.of(name, tex, meaning, m -> m.at(network.apply(m), m.quotients() - 1));
    }

    private static Quantity<SharedInstance> ratio(String name, String tex, ToIntFunction<SharedInstance> k) {
        return Quantity.of(name, tex, "read-outs at the point", m -> {
            var readouts = m.readouts().on(m.x().stream().map(Expr::of).toList());
            return readouts.get(k.applyAsInt(m)).over(readouts.get(m.quotients()));
        });
    }

    private static Quantity<SharedInstance> constant(String name, String tex, Function<SharedInstance, Rational> value) {
        return Quantity.of(name, tex, "", m -> Expr.of(value.apply(m)));
    }
}
