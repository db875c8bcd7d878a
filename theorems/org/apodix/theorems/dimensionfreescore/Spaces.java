package org.apodix.theorems.dimensionfreescore;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;

/** How often a claim about models of several kinds draws each of them. */
final class Spaces {

    private Spaces() { }

    /** A space and its share. */
    record Share(int weight, java.util.function.Function<Draw, ?> space) { }

    static Share share(int weight, Claim<?> claim) {
        return new Share(weight, claim.space());
    }

    /** The same claim with these spaces in place of its own; the first is the simplest. */
    static Claim<Object> of(Claim<Object> claim, Share... shares) {
        int total = List.of(shares).stream().mapToInt(Share::weight).sum();
        return new Claim<>(claim.theorem(), claim.id(), claim.title(), Object.class, claim.provenance(), claim.restsOn(), claim.hypotheses(), claim.statements(), claim.teeth(), claim.edges(), draw -> {
            int choice = draw.integer(0, total - 1);
            int k = 0;
            while (choice >= shares[k].weight()) {
                choice -= shares[k++].weight();
            }
            return shares[k].space().apply(draw);
        });
    }
}
