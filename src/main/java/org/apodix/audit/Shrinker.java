package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a list of recorded choices smaller while a property of the instance drawn from it persists.
 *
 * <p>Shorter lists are smaller, then lists whose choices are smaller from the front on. The search is greedy and bounded,
 * and depends on its input alone.
 */
final class Shrinker {

    private static final int MOST_TRIES = 400;

    private Shrinker() { }

    /** A list that is not larger than {@code choices} and still satisfies {@code persists}. */
    static List<Long> shrink(List<Long> choices, Predicate<List<Long>> persists) {
        var best = choices;
        int tries = 0;
        boolean improved = true;
        while (improved) {
            improved = false;
            for (var candidate : candidates(best)) {
                if (++tries > MOST_TRIES) {
                    return best;
                }
                if (persists.test(candidate)) {
                    best = candidate;
                    improved = true;
                    break;
                }
            }
        }
        return best;
    }

    /** Smaller lists, the boldest first: shorter ones, zeroed ones, halved ones, decremented ones. */
    private static List<List<Long>> candidates(List<Long> choices) {
        var candidates = new ArrayList<List<Long>>();
        int n = choices.size();
        for (int keep = n / 2; keep < n; keep = keep + Math.max(1, (n - keep) / 2)) {
            candidates.add(choices.subList(0, keep));
        }
        for (int i = 0; i < n; i++) {
            long choice = choices.get(i);
            if (choice == 0) {
                continue;
            }
            candidates.add(with(choices, i, 0));
            if (choice > 1) {
                candidates.add(with(choices, i, choice / 2));
            }
            if (choice > 2) {
                candidates.add(with(choices, i, choice - 1));
            }
        }
        for (int i = 0; i < n; i++) {
            var shorter = new ArrayList<>(choices);
            shorter.remove(i);
            candidates.add(shorter);
        }
        return candidates;
    }

    private static List<Long> with(List<Long> choices, int place, long choice) {
        var changed = new ArrayList<>(choices);
        changed.set(place, choice);
        return List.copyOf(changed);
    }
}
