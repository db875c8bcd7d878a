package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.Rational;

/**
 * What a proof rests on, for somebody who proves the statement again without a search: how the domain was divided, and by what the statement was proved on
 * each cell.
 *
 * @param covers   the parts of the domain with their cuts; empty where the proof is one of functions of one variable each
 * @param summands those functions: of right - left, which is their sum and a constant; empty otherwise
 */
public record Evidence(List<Covered> covers, List<Summand> summands) {

    /**
     * A box or a simplex and its cuts, each before those of its parts.
     *
     * @param corners of a box the least and the greatest one, of a simplex its vertices
     */
    public record Covered(boolean isBox, List<List<Rational>> corners, List<Cut> cuts) {

        static Covered of(Cover cover) {
            return cover.cell() instanceof Box box ? new Covered(true, List.of(box.lower(), box.upper()), cover.cuts())
                : new Covered(false, ((Simplex) cover.cell()).vertices(), cover.cuts());
        }
    }

    /** The summand of the variable with this number is at least this, by the cuts of its interval. */
    public record Summand(int variable, Rational least, Covered cover) { }
}
