package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Variable;
import org.apodix.proof.Finding;

/**
 * What a proof or a counterexample for all points of a domain rests on.
 *
 * @param method how it was proved, or null where it is refuted
 * @param cells  on how many cells it was proved; 0 where it is refuted
 * @param point  the point to which both sides of the judgement belong, one number per variable: the counterexample, or of those at which both sides
 *     were computed the one where left/right is greatest
 */
public record Proof(Finding.Method method, long cells, List<Variable> variables, List<Rational> point) {

    /** The point as text, such as {@code x = 1/2, y = 0}. */
    public String words() {
        var parts = new ArrayList<String>();
        for (int i = 0; i < point.size(); i++) {
            parts.add(variables.get(i).name() + " = " + point.get(i));
        }
        return String.join(", ", parts);
    }
}
