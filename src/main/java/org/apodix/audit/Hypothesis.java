package org.apodix.audit;

import java.util.function.Predicate;
import org.apodix.expression.Formula;

/**
 * A hypothesis of a claim: an exact condition on the parameters, or an inequality that is enclosed like a statement.
 *
 * @param words the condition, in words or LaTeX between dollar signs; it is the reason recorded with VACUOUS
 */
public record Hypothesis<M>(String words, Predicate<M> condition, Formula<M> left, Formula<M> right) {

    /** A condition that is decided exactly from the parameters. */
    public static <M> Hypothesis<M> exactly(String words, Predicate<M> condition) {
        return new Hypothesis<>(words, condition, null, null);
    }

    /** The condition left <= right, decided by enclosures. */
    public static <M> Hypothesis<M> atMost(String words, Formula<M> left, Formula<M> right) {
        return new Hypothesis<>(words, null, left, right);
    }

    /** What a fingerprint hashes of this hypothesis. */
    String canonical() {
        return condition != null ? "given " + words : "given (<= " + left.canonical() + " " + right.canonical() + ")";
    }
}
