package org.apodix.audit;

import java.util.List;

/**
 * Something found beyond the paper: a sharp constant, where a bound is vacuous, an erratum with its witness.
 *
 * @param text   LaTeX between dollar signs
 * @param claims ids of the claims that show it; none if it is only said
 */
public record Remark(String text, List<String> claims) {

    public Remark {
        claims = List.copyOf(claims);
    }

    /** A remark that the claims show. */
    public static Remark of(String text, String... claims) {
        return new Remark(text, List.of(claims));
    }
}
