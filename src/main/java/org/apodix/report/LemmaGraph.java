package org.apodix.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apodix.audit.Claim;
import org.apodix.audit.Provenance;
import org.apodix.audit.Theorem;

/**
 * Which claim of a theorem rests on which, as declared with the claims.
 *
 * @param lemmas by id: the claims in their order, then what they rest on that is not built
 */
record LemmaGraph(Map<String, Lemma> lemmas) {

    static LemmaGraph of(Theorem theorem, Map<String, Badge> badges) {
        var claims = new LinkedHashMap<String, Claim<?>>();
        theorem.claims().forEach(claim -> claims.put(claim.id(), claim));
        var lemmas = new LinkedHashMap<String, Lemma>();
        for (var claim : claims.values()) {
            lemmas.put(claim.id(), new Lemma(claim.id(), claim.title(), Anchor.page(theorem.id(), claim.id()), origin(claim.provenance().origin()),
                state(claim, claims, badges), List.copyOf(claim.restsOn())));
        }
        for (var claim : claims.values()) {
            claim.restsOn().forEach(id -> lemmas.putIfAbsent(id, new Lemma(id, "not built yet", "", "trusted", "none", List.of())));
        }
        return new LemmaGraph(lemmas);
    }

    private static String origin(Provenance.Origin origin) {
        return switch (origin) {
            case ABSTRACT, HEADLINE, TEXT -> "paper";
            case RESTATED -> "restated";
            case CLASSICAL -> "classical";
            case DERIVED -> "derived";
        };
    }

    /** Deep green only when everything below is green too. */
    private static String state(Claim<?> claim, Map<String, Claim<?>> claims, Map<String, Badge> badges) {
        var own = badges.getOrDefault(claim.id(), Badge.NOT_RUN).style();
        if (!own.equals("good")) {
            return own;
        }
        boolean all = below(claim.id(), claims).stream()
            .allMatch(id -> claims.containsKey(id) && badges.getOrDefault(id, Badge.NOT_RUN).style().equals("good"));
        return all ? "deep" : "good";
    }

    private static Set<String> below(String id, Map<String, Claim<?>> claims) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            var claim = claims.get(open.remove(open.size() - 1));
            if (claim != null) {
                claim.restsOn().stream().filter(found::add).forEach(open::add);
            }
        }
        return found;
    }

    /** Everything that an id rests on, directly or not. */
    Set<String> below(String id) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            lemmas.get(open.remove(open.size() - 1)).restsOn().stream().filter(found::add).forEach(open::add);
        }
        return found;
    }

    /**
     * What is rested upon without a green check here: claims that are not built, and claims that this audit does not show green.
     *
     * @return by how many claims rest on it, the most first
     */
    List<TheoremView.Trusted> trusted() {
        var trusted = new ArrayList<TheoremView.Trusted>();
        for (var lemma : lemmas.values()) {
            var above = lemmas.values().stream().filter(other -> below(other.id()).contains(lemma.id())).map(Lemma::id).toList();
            if (!above.isEmpty() && !lemma.state().equals("deep") && !lemma.state().equals("good")) {
                trusted.add(new TheoremView.Trusted(lemma, above));
            }
        }
        trusted.sort(Comparator.comparing((TheoremView.Trusted t) -> t.above().size()).reversed());
        return List.copyOf(trusted);
    }

    /** The graph as an indented list: from the claims on which nothing rests downward. What was listed before is not opened again. */
    List<TheoremView.Branch> tree() {
        var rested = new LinkedHashSet<String>();
        lemmas.values().forEach(lemma -> rested.addAll(lemma.restsOn()));
        var tree = new ArrayList<TheoremView.Branch>();
        var seen = new LinkedHashSet<String>();
        lemmas.keySet().stream().filter(id -> !rested.contains(id)).forEach(id -> add(id, 0, seen, tree));
        // a cycle has no top: its members are listed too
        lemmas.keySet().stream().filter(id -> !seen.contains(id)).toList().forEach(id -> {
            if (!seen.contains(id)) {
                add(id, 0, seen, tree);
            }
        });
        return List.copyOf(tree);
    }

    private void add(String id, int depth, Set<String> seen, List<TheoremView.Branch> tree) {
        var lemma = lemmas.get(id);
        boolean isRepeated = !seen.add(id) && !lemma.restsOn().isEmpty();
        tree.add(new TheoremView.Branch(depth, lemma, isRepeated));
        if (!isRepeated) {
            lemma.restsOn().forEach(next -> add(next, depth + 1, seen, tree));
        }
    }
}
