package org.apodix.theorems.ratiosignrelu;

import org.apodix.audit.Claim;
import org.apodix.audit.Provenance;

/** A claim joined with one about costly instances: of the random instances, one of twenty is of the second kind. */
final class Seldom {

    private static final int ONE_OF = 20;

    private Seldom() { }

    static Claim<Object> join(Claim<?> first, Claim<?> second, String suffix, String title, Provenance provenance) {
        var both = first.and(second, suffix, title, provenance);
        return new Claim<>(both.theorem(), both.id(), both.title(), both.type(), both.provenance(), both.restsOn(), both.hypotheses(), both.statements(), both.teeth(),
            both.edges(), draw -> draw.integer(0, ONE_OF - 1) == ONE_OF - 1 ? second.space().apply(draw) : first.space().apply(draw));
    }
}
