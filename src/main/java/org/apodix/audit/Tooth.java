package org.apodix.audit;

/**
 * A false strengthening of a claim with a witness on which it must come out REFUTED: proof that the check can bite.
 *
 * @param id        as on the mathematics page of the theorem, or a name of ours
 * @param ours      whether it is a perturbation of our own, where that page has none
 * @param statement the false statement
 * @param witness   the model of the witness instance
 */
public record Tooth<M>(String id, boolean ours, Statement<M> statement, M witness) { }
