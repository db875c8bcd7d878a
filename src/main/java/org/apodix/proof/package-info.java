/**
 * Proofs of statements about all points of a domain: an identity or an inequality between two expressions with free variables.
 *
 * <p>A {@link org.apodix.proof.Prover} covers the {@link org.apodix.proof.Domain} with cells, boxes and simplices with rational corners. On each of
 * them both sides are evaluated once, as rational functions of the local coordinates where they are such, with the branch of every |x|, min and max
 * proved for the whole cell. Cells are cut where a branch changes. What is left is an identity of polynomials or the sign of one, or enclosures
 * and Taylor polynomials where a function is not rational. The answer is a {@link org.apodix.proof.Finding}: proved, refuted at a
 * rational point, or open.
 */
package org.apodix.proof;
