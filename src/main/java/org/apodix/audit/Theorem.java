package org.apodix.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apodix.audit.figure.Figure;

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

    /** Ids of the claims that are the theorem itself; the others lead to them or go beyond. */
    default List<String> results() {
        return List.of();
    }

    /** Ids of the claims of the plan that are not built yet, wholly or in part. */
    List<String> plannedClaims();

    /** Names of the families of the plan that are not built yet. */
    List<String> plannedFamilies();

    /** The field names by which instances of planned families are known that come without the field {@code family}, by name of the family. */
    default Map<String, List<Set<String>>> plannedShapes() {
        return Map.of();
    }

    /** The symbols of the statement, in the order in which a reader meets them. */
    default List<Constant> constants() {
        return List.of();
    }

    /** What the report draws beside the claims. */
    default List<Figure> figures() {
        return List.of();
    }

    /** What was found beyond the paper. */
    default List<Remark> beyondThePaper() {
        return List.of();
    }
}
