package org.apodix.audit;

/**
 * A false strengthening of a claim with a witness on which it must come out REFUTED: proof that the check can bite.
 *
 * @param id        as in the spec, or a name of ours
 * @param ours      whether the project chose it because the spec has none
 * @param statement the false statement
 * @param witness   the model of the witness instance
 */
public record Tooth<M>(String id, boolean ours, Statement<M> statement, M witness) { }
