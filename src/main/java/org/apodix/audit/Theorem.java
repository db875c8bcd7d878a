package org.apodix.audit;

import java.util.List;

/** A theorem of a paper as an executable audit. Implementations are found through {@link java.util.ServiceLoader}. */
public interface Theorem {

    /** The name on the command line, such as {@code fisher-kl}. */
    String id();

    String title();

    /** What the paper claims, in one paragraph; LaTeX between dollar signs. */
    String summary();

    Paper paper();

    /** The families of instances that are built. */
    List<Family<?>> families();

    /** The claims that are built, in order. */
    List<Claim<?>> claims();

    /** Ids of the claims of the plan that are not built yet, wholly or in part. */
    List<String> plannedClaims();

    /** Names of the families of the plan that are not built yet. */
    List<String> plannedFamilies();
}
