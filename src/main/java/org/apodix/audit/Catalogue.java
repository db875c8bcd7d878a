package org.apodix.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apodix.expression.Fingerprint;

/** The theorems at hand, in the order of the service file. */
public final class Catalogue {

    /** The theorems of docs/contract.md, in its order. */
    private static final List<String> CONTRACT =
        List.of("ratio-signrelu", "fisher-kl", "dimension-free-score", "generalization-gap", "factorizable-density");

    private final List<Theorem> theorems;
    /** Of the claims as objects: two that differ in a formula are equal in nothing that is cheap to compare. */
    private final Map<Claim<?>, String> fingerprints = Collections.synchronizedMap(new IdentityHashMap<>());

    public Catalogue(List<Theorem> theorems) {
        this.theorems = List.copyOf(theorems);
    }

    /** Ids of the theorems of the contract that are not built yet; they are listed as such and are in no count. */
    public List<String> planned() {
        return CONTRACT.stream().filter(id -> theorems.stream().noneMatch(theorem -> theorem.id().equals(id))).toList();
    }

    /** Every theorem on the class path. */
    public static Catalogue load() {
        return new Catalogue(ServiceLoader.load(Theorem.class).stream().map(ServiceLoader.Provider::get).toList());
    }

    public List<Theorem> theorems() {
        return theorems;
    }

    /** The theorem with this id; an unknown one is bad input. */
    public Theorem theorem(String id) {
        return theorems.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow(() -> new BadInput(
            "unknown theorem \"" + Fields.shorten(id) + "\"; the theorems are "
                + theorems.stream().map(Theorem::id).collect(Collectors.joining(", ")) + suggestion(id)));
    }

    /** The full name of a claim that was given without its theorem. */
    private String suggestion(String id) {
        return theorems.stream().flatMap(theorem -> theorem.claims().stream()).filter(claim -> claim.id().equals(id)).map(Claim::name)
            .findFirst().map(name -> "; did you mean " + name + "?").orElse("");
    }

    /**
     * The claims that selectors name, in catalogue order, each once; no selector selects everything.
     *
     * @param selectors each {@code THEOREM} or {@code THEOREM/CLAIM}
     */
    public List<Claim<?>> select(List<String> selectors) {
        var wanted = new LinkedHashSet<String>();
        for (var selector : selectors) {
            var slash = selector.indexOf('/');
            var theorem = theorem(slash < 0 ? selector : selector.substring(0, slash));
            var id = slash < 0 ? null : selector.substring(slash + 1);
            var named = theorem.claims().stream().filter(c -> id == null || c.id().equals(id)).map(Claim::name).toList();
            if (id != null && named.isEmpty()) {
                throw new BadInput(theorem.plannedClaims().contains(id)
                    ? "claim \"" + selector + "\" is not built yet; ./apodix list shows the claims that are"
                    : "unknown claim \"" + Fields.shorten(selector) + "\"; ./apodix list shows the claims of " + theorem.id());
            }
            wanted.addAll(named);
        }
        var claims = new ArrayList<Claim<?>>();
        for (var theorem : theorems) {
            theorem.claims().stream().filter(c -> selectors.isEmpty() || wanted.contains(c.name())).forEach(claims::add);
        }
        return claims;
    }

    /** One fingerprint of all claims that the selectors name. */
    public String fingerprint(List<String> selectors) {
        return Fingerprint.of(String.join("\n", fingerprintsOf(select(selectors))));
    }

    /** The fingerprints of the claims, in order. Each is computed once, for a claim and its edges never change. */
    public List<String> fingerprintsOf(List<Claim<?>> claims) {
        return Parallel.map(claims, this::fingerprint);
    }

    /** {@link Claim#fingerprint}, computed once. */
    public String fingerprint(Claim<?> claim) {
        var known = fingerprints.get(claim);
        if (known == null) {
            known = claim.fingerprint();
            fingerprints.put(claim, known);
        }
        return known;
    }
}
