package org.apodix.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One claim made of two that speak of different kinds of models, such as a bound for all inputs of a network and its counts at larger sizes.
 * Every statement keeps its own models; an instance is drawn from one of the two spaces.
 */
final class JoinedClaim {

    private JoinedClaim() { }

    /**
     * The join, under the id of the first.
     *
     * @param suffix put behind the name of a part or tooth of the second claim that the first one has too
     */
    static Claim<Object> of(String title, Provenance provenance, Claim<?> first, Claim<?> second, String suffix) {
        var restsOn = new ArrayList<>(first.restsOn());
        second.restsOn().stream().filter(id -> !restsOn.contains(id) && !id.equals(first.id())).forEach(restsOn::add);
        var parts = new HashSet<String>();
        var statements = new ArrayList<>(statements(first, parts, suffix));
        statements.addAll(statements(second, parts, suffix));
        var names = new HashSet<String>();
        var teeth = new ArrayList<>(teeth(first, names, suffix));
        teeth.addAll(teeth(second, names, suffix));
        // an edge of both is tried once: every statement speaks of it anyway
        var edges = new LinkedHashSet<>(edges(first));
        edges.addAll(edges(second));
        Function<Draw, Object> space = draw -> draw.yes() ? second.space().apply(draw) : first.space().apply(draw);
        return new Claim<>(first.theorem(), first.id(), title, Object.class, provenance, List.copyOf(restsOn), List.of(), List.copyOf(statements),
            List.copyOf(teeth), List.copyOf(edges), space);
    }

    private static String unique(String name, Set<String> taken, String suffix) {
        var unique = taken.contains(name) ? name + suffix : name;
        if (!taken.add(unique)) {
            throw new IllegalStateException("two parts of a joined claim are called " + unique);
        }
        return unique;
    }

    private static <M> List<Edge<Object>> edges(Claim<M> claim) {
        return claim.edges().stream().map(edge -> new Edge<Object>(edge.label(), edge.model())).toList();
    }

    private static <M> List<Statement<Object>> statements(Claim<M> claim, Set<String> parts, String suffix) {
        return claim.statements().stream().map(s -> lifted(s, unique(s.part(), parts, suffix), claim)).toList();
    }

    private static <M> List<Tooth<Object>> teeth(Claim<M> claim, Set<String> names, String suffix) {
        return claim.teeth().stream().map(tooth -> {
            var name = unique(tooth.id(), names, suffix);
            return new Tooth<Object>(name, tooth.ours(), lifted(tooth.statement(), name, claim), tooth.witness());
        }).toList();
    }

    private static <M> Statement<Object> lifted(Statement<M> s, String part, Claim<M> claim) {
        Function<Object, M> view = claim.type()::cast;
        var given = new ArrayList<Hypothesis<Object>>();
        claim.hypotheses().forEach(hypothesis -> given.add(lifted(hypothesis, view)));
        s.given().forEach(hypothesis -> given.add(lifted(hypothesis, view)));
        var says = s.informative();
        var informative = says == null ? null
            : new Informative<Object>(says.less().from(view), says.more().from(view), lifted(says.known(), claim.type()));
        var everywhere = s.everywhere() == null ? null
            : new Everywhere<Object>(s.everywhere().tex(), model -> s.everywhere().domain().apply(view.apply(model)));
        return new Statement<>(part, s.words(), s.kind(), s.relation(), s.left().from(view), s.right().from(view), lifted(s.about(), claim.type()),
            List.copyOf(given), lifted(s.attained(), claim.type()), informative, s.tolerance(), everywhere);
    }

    private static <M> Hypothesis<Object> lifted(Hypothesis<M> hypothesis, Function<Object, M> view) {
        return hypothesis.condition() != null
            ? Hypothesis.exactly(hypothesis.words(), model -> hypothesis.condition().test(view.apply(model)))
            : Hypothesis.atMost(hypothesis.words(), hypothesis.left().from(view), hypothesis.right().from(view));
    }

    private static <M> Predicate<Object> lifted(Predicate<M> predicate, Class<M> type) {
        return model -> type.isInstance(model) && predicate.test(type.cast(model));
    }
}
