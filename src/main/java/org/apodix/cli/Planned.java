package org.apodix.cli;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.BadInput;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Theorem;

/** What the contract names and what is not built yet; it is listed as such and is in no count. */
final class Planned {

    private static final List<String> THEOREMS = List.of("ratio-signrelu", "fisher-kl", "dimension-free-score",
        "generalization-gap", "factorizable-density");

    private Planned() { }

    /** The theorems that are not built yet. */
    static List<String> theorems(Catalogue catalogue) {
        var built = catalogue.theorems().stream().map(Theorem::id).toList();
        return THEOREMS.stream().filter(id -> !built.contains(id)).toList();
    }

    /** Names of what these selectors ask for and is not built yet: claims as {@code theorem/claim}, whole theorems by their id. */
    static List<String> names(Catalogue catalogue, List<String> selectors) {
        var names = new ArrayList<String>();
        for (var theorem : catalogue.theorems()) {
            if (selectors.isEmpty() || selectors.contains(theorem.id())) {
                theorem.plannedClaims().forEach(claim -> names.add(theorem.id() + "/" + claim));
            }
        }
        if (selectors.isEmpty()) {
            names.addAll(theorems(catalogue));
        }
        return names;
    }

    /** The theorem of a selector; bad input when it is planned or unknown. */
    static Theorem theorem(Catalogue catalogue, String selector) {
        var slash = selector.indexOf('/');
        var id = slash < 0 ? selector : selector.substring(0, slash);
        if (theorems(catalogue).contains(id)) {
            throw new BadInput("theorem \"" + id + "\" is not built yet; ./apodix list shows the theorems that are");
        }
        return catalogue.theorem(id);
    }
}
