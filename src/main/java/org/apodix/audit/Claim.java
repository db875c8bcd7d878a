package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Fingerprint;
import org.apodix.expression.Formula;
import org.apodix.expression.Shared;
import org.apodix.proof.Domain;

/**
 * A claim of a theorem: hypotheses, statements over named quantities, false strengthenings, and the instances to try.
 *
 * @param theorem    id of the theorem
 * @param id         id of the claim, as on the mathematics page of the theorem
 * @param type       the models the claim speaks of; an instance of another type is none of its business
 * @param restsOn    ids of the claims of the same theorem that its proof uses
 * @param space      draws a model at random
 */
public record Claim<M>(String theorem, String id, String title, Class<M> type, Provenance provenance, List<String> restsOn,
        List<Hypothesis<M>> hypotheses, List<Statement<M>> statements, List<Tooth<M>> teeth, List<Edge<M>> edges,
        Function<Draw, M> space) {

    /** The full name, {@code theorem/id}. */
    public String name() {
        return theorem + "/" + id;
    }

    /** Model number k: the edges first, then random ones that depend on (seed, claim, k) alone. */
    public Drawn<M> instance(long seed, int k) {
        if (k < edges.size()) {
            return new Drawn<>(edges.get(k).model(), "edge: " + edges.get(k).label(), List.of());
        }
        var draw = Draw.random(seed, name(), k);
        return new Drawn<>(space.apply(draw), "random", draw.choices());
    }

    /** A hash of the named form and of the canonical trees of the edges and witnesses: when it changes, old records are stale. */
    public String fingerprint() {
        var ofEdges = Parallel.map(edges, edge -> Shared.within(() -> trees(edge.model())));
        var ofTeeth = Parallel.map(teeth, tooth -> Shared.within(() -> trees(tooth.statement(), tooth.witness())));
        var text = new StringBuilder(name());
        hypotheses.forEach(h -> text.append('\n').append(h.canonical()));
        for (int i = 0; i < statements.size(); i++) {
            int place = i;
            text.append('\n').append(statements.get(i).canonical());
            ofEdges.stream().map(trees -> trees.get(place)).filter(trees -> !trees.isEmpty()).forEach(trees -> text.append('\n').append(trees));
        }
        for (int i = 0; i < teeth.size(); i++) {
            text.append("\ntooth ").append(teeth.get(i).id()).append(' ').append(teeth.get(i).statement().canonical())
                .append('\n').append(ofTeeth.get(i));
        }
        return Fingerprint.of(text.toString());
    }

    /** The trees of every statement; empty for one that does not speak of the model. */
    private List<String> trees(M model) {
        return statements.stream().map(statement -> statement.about().test(model) ? trees(statement, model) : "").toList();
    }

    private String trees(Statement<M> statement, M model) {
        var domain = statement.everywhere() == null ? "" : " " + statement.everywhere().domain().apply(model).canonical();
        return Fingerprint.of(statement.left().in(model)) + " " + Fingerprint.of(statement.right().in(model)) + domain;
    }

    /** A model with where it came from; {@code choices} is empty for an edge. */
    public record Drawn<M>(M model, String origin, List<Long> choices) { }

    /**
     * This claim and another one about models of another kind, as one claim under the id of this one: what the two say of the same name.
     *
     * @param suffix put behind the name of a part or tooth of the other claim that this one has too
     */
    public Claim<Object> and(Claim<?> other, String suffix, String title, Provenance provenance) {
        return JoinedClaim.of(title, provenance, this, other, suffix);
    }

    /** Starts a claim. */
    public static <M> Builder<M> of(String theorem, String id, String title, Class<M> type, Provenance provenance) {
        return new Builder<>(theorem, id, title, type, provenance);
    }

    /** Collects the pieces of a claim in the order in which a reader meets them. */
    public static final class Builder<M> {

        private final String theorem;
        private final String id;
        private final String title;
        private final Class<M> type;
        private final Provenance provenance;
        private final List<String> restsOn = new ArrayList<>();
        private final List<Hypothesis<M>> hypotheses = new ArrayList<>();
        private final List<Statement<M>> statements = new ArrayList<>();
        private final List<Tooth<M>> teeth = new ArrayList<>();

        private Builder(String theorem, String id, String title, Class<M> type, Provenance provenance) {
            this.theorem = theorem;
            this.id = id;
            this.title = title;
            this.type = type;
            this.provenance = provenance;
        }

        /** The claims that the proof of this one uses. */
        public Builder<M> restsOn(String... ids) {
            restsOn.addAll(List.of(ids));
            return this;
        }

        public Builder<M> given(Hypothesis<M> hypothesis) {
            hypotheses.add(hypothesis);
            return this;
        }

        public Builder<M> atMost(String part, String words, Formula<M> left, Formula<M> right) {
            return add(Statement.of(part, words, Kind.INSTANCE, Relation.AT_MOST, left, right));
        }

        public Builder<M> equal(String part, String words, Formula<M> left, Formula<M> right) {
            return add(Statement.of(part, words, Kind.EXACT, Relation.EQUAL, left, right));
        }

        /** The fitted number {@code left} lies within {@code tolerance} of {@code right}: evidence for a rate. */
        public Builder<M> fit(String part, String words, Formula<M> left, Formula<M> right, Rational tolerance) {
            return add(Statement.of(part, words, Kind.FITTED, Relation.FIT, left, right).within(tolerance));
        }

        /** The statement added last is true with the confidence that its words state: evidence from one sample. */
        public Builder<M> statistical() {
            return replace(last().statistical());
        }

        /** Which models the statement added last speaks of. */
        public Builder<M> about(Predicate<M> about) {
            return replace(last().about(about));
        }

        /** A hypothesis of the statement added last. */
        public Builder<M> onlyIf(Hypothesis<M> hypothesis) {
            return replace(last().given(hypothesis));
        }

        /** Where the statement added last is known to hold with equality. */
        public Builder<M> attainedWhen(Predicate<M> attained) {
            return replace(last().attained(attained));
        }

        /**
         * The statement added last holds at every point of a domain, whose variables its formulas contain: it is proved or refuted, not sampled.
         *
         * @param tex the variables and where they range, in LaTeX
         */
        public Builder<M> everywhere(String tex, Function<? super M, Domain> domain) {
            return replace(last().everywhere(new Everywhere<>(tex, domain)));
        }

        /** The false statement of the tooth added last is about every point of a domain. */
        public Builder<M> toothEverywhere(String tex, Function<? super M, Domain> domain) {
            var tooth = teeth.remove(teeth.size() - 1);
            return tooth(tooth.id(), tooth.ours(), tooth.statement().everywhere(new Everywhere<>(tex, domain)), tooth.witness());
        }

        /** The bound that the statement added last has to beat to say anything, where that bound is known. */
        public Builder<M> against(Formula<M> trivial, Predicate<M> known) {
            return replace(last().informative(new Informative<>(last().right(), trivial, known)));
        }

        /** What the lower bound added last, its left side, has to exceed to say anything. */
        public Builder<M> above(Formula<M> trivial) {
            return replace(last().informative(new Informative<>(trivial, last().left(), m -> true)));
        }

        /** A false inequality that the mathematics page names, with its witness. */
        public Builder<M> tooth(String id, String words, Formula<M> left, Formula<M> right, M witness) {
            return tooth(id, false, Statement.of(id, words, Kind.INSTANCE, Relation.AT_MOST, left, right), witness);
        }

        /** A false equality that the mathematics page names, with its witness. */
        public Builder<M> toothEqual(String id, String words, Formula<M> left, Formula<M> right, M witness) {
            return tooth(id, false, Statement.of(id, words, Kind.EXACT, Relation.EQUAL, left, right), witness);
        }

        /** A false inequality of our own, where that page has none. */
        public Builder<M> ownTooth(String id, String words, Formula<M> left, Formula<M> right, M witness) {
            return tooth(id, true, Statement.of(id, words, Kind.INSTANCE, Relation.AT_MOST, left, right), witness);
        }

        /** A false equality of our own. */
        public Builder<M> ownToothEqual(String id, String words, Formula<M> left, Formula<M> right, M witness) {
            return tooth(id, true, Statement.of(id, words, Kind.EXACT, Relation.EQUAL, left, right), witness);
        }

        /** A false rate that the mathematics page names, with its witness. */
        public Builder<M> toothFit(String id, String words, Formula<M> left, Formula<M> right, Rational tolerance, M witness) {
            return tooth(id, false, Statement.of(id, words, Kind.FITTED, Relation.FIT, left, right).within(tolerance), witness);
        }

        /** A false rate of our own. */
        public Builder<M> ownToothFit(String id, String words, Formula<M> left, Formula<M> right, Rational tolerance, M witness) {
            return tooth(id, true, Statement.of(id, words, Kind.FITTED, Relation.FIT, left, right).within(tolerance), witness);
        }

        /** The instances to try; ends the claim. */
        public Claim<M> on(Function<Draw, M> space, List<Edge<M>> edges) {
            if (statements.isEmpty()) {
                throw new IllegalStateException("claim " + id + " states nothing");
            }
            return new Claim<>(theorem, id, title, type, provenance, List.copyOf(restsOn), List.copyOf(hypotheses),
                List.copyOf(statements), List.copyOf(teeth), List.copyOf(edges), space);
        }

        private Builder<M> tooth(String id, boolean ours, Statement<M> statement, M witness) {
            teeth.add(new Tooth<>(id, ours, statement, witness));
            return this;
        }

        private Builder<M> add(Statement<M> statement) {
            statements.add(statement);
            return this;
        }

        private Statement<M> last() {
            return statements.get(statements.size() - 1);
        }

        private Builder<M> replace(Statement<M> statement) {
            statements.set(statements.size() - 1, statement);
            return this;
        }
    }
}
