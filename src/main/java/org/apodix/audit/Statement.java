package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/**
 * One relation between two formulas: a part of a claim.
 *
 * @param part      the letter or name of the part, empty for the only one
 * @param words     what it says, in words
 * @param about     which models of the claim it speaks of; of the others it has no verdict
 * @param given     hypotheses of this part, besides those of the claim
 * @param attained  on which instances the two sides are known to be equal; there, touching enclosures decide
 * @param informative when the statement says more than what is known without it, or null: always
 * @param tolerance half the width of the stated range of a fit around the right side; 0 for the other relations
 * @param everywhere the domain of every point of which the statement speaks, or null: it speaks of numbers of the instance
 */
public record Statement<M>(String part, String words, Kind kind, Relation relation, Formula<M> left, Formula<M> right,
        Predicate<M> about, List<Hypothesis<M>> given, Predicate<M> attained, Informative<M> informative, Rational tolerance,
        Everywhere<M> everywhere) {

    /** A statement about every model, without hypotheses of its own; an equality is attained everywhere, an inequality nowhere. */
    static <M> Statement<M> of(String part, String words, Kind kind, Relation relation, Formula<M> left, Formula<M> right) {
        return new Statement<>(part, words, kind, relation, left, right, m -> true, List.of(), m -> relation == Relation.EQUAL, null,
            Rational.ZERO, null);
    }

    /** The same inequality as one that is true with a stated confidence. */
    Statement<M> statistical() {
        return new Statement<>(part, words, Kind.STATISTICAL, relation, left, right, about, given, attained, informative, tolerance, everywhere);
    }

    Statement<M> about(Predicate<M> about) {
        return new Statement<>(part, words, kind, relation, left, right, about, given, attained, informative, tolerance, everywhere);
    }

    Statement<M> given(Hypothesis<M> hypothesis) {
        var more = new ArrayList<>(given);
        more.add(hypothesis);
        return new Statement<>(part, words, kind, relation, left, right, about, List.copyOf(more), attained, informative, tolerance, everywhere);
    }

    Statement<M> attained(Predicate<M> attained) {
        return new Statement<>(part, words, kind, relation, left, right, about, given, attained, informative, tolerance, everywhere);
    }

    Statement<M> informative(Informative<M> informative) {
        return new Statement<>(part, words, kind, relation, left, right, about, given, attained, informative, tolerance, everywhere);
    }

    Statement<M> within(Rational tolerance) {
        return new Statement<>(part, words, kind, relation, left, right, about, given, attained, informative, tolerance, everywhere);
    }

    /** The same about every point of a domain. An inequality becomes a uniform one, an identity stays one; a fit is rejected. */
    Statement<M> everywhere(Everywhere<M> everywhere) {
        if (relation == Relation.FIT) {
            throw new IllegalArgumentException("the fit " + part + " over a domain: only an inequality or an equality can hold everywhere");
        }
        return new Statement<>(part, words, relation == Relation.AT_MOST ? Kind.UNIFORM : kind, relation, left, right, about, given, attained,
            informative, tolerance, everywhere);
    }

    /**
     * Both sides as numbers: those of the instance, or of a statement about a domain those at a point of it.
     *
     * @param point one number per variable of the domain; ignored where there is no domain
     */
    public List<Expr> sides(M model, List<Rational> point) {
        return closed(List.of(left, right), model, point);
    }

    private List<Expr> closed(List<Formula<M>> formulas, M model, List<Rational> point) {
        return formulas.stream().map(formula -> formula.in(model))
            .map(side -> everywhere == null ? side : everywhere.at(side, model, point)).toList();
    }

    /** The two sides of the strict inequality that makes the statement say something, as {@link #sides}: less, then more. */
    List<Expr> informative(M model, List<Rational> point) {
        return closed(List.of(informative.less(), informative.more()), model, point);
    }

    /** LaTeX of the statement, built from the formulas that are computed. */
    public String tex() {
        var range = relation == Relation.FIT ? " \\pm " + Formula.<M>number(tolerance).tex() : "";
        var all = everywhere == null ? "" : " \\quad\\text{for all } " + everywhere.tex();
        return left.tex() + " " + relation.tex() + " " + right.tex() + range + all;
    }

    /** What a fingerprint hashes of this statement. */
    String canonical() {
        var hypotheses = given.stream().map(Hypothesis::canonical).toList();
        return part + " " + kind + " (" + relation.symbol() + " " + left.canonical() + " " + right.canonical() + " " + tolerance + ") "
            + hypotheses + (everywhere == null ? "" : " everywhere " + everywhere.tex());
    }

    /** The named quantities of both sides, each once, in order of appearance. */
    public List<Quantity<M>> quantities() {
        var both = left.plus(right);
        return both.quantities().stream().distinct().toList();
    }
}
