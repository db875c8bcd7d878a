package org.apodix.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The certificates of a claim, and what a checker said of them.
 *
 * @param written   how many there are
 * @param without   how many decided statements were left without one
 * @param levels    how many passed at each level
 * @param rejected  how many were rejected; {@code refused}: how many are beyond the limits of the checker
 * @param unchecked how many have no receipt
 * @param checkers  the programs that wrote the receipts
 */
public record Checked(int written, int without, Map<String, Integer> levels, int rejected, int refused, int unchecked, List<String> checkers) {

    static final Checked NONE = of(List.of(), 0);

    /** @param receipts one per certificate, null where there is none */
    static Checked of(List<Receipts.Receipt> receipts, int without) {
        var levels = new TreeMap<String, Integer>(Comparator.reverseOrder());
        var checkers = new TreeSet<String>();
        int rejected = 0;
        int refused = 0;
        int unchecked = 0;
        for (var receipt : receipts) {
            if (receipt == null) {
                unchecked++;
                continue;
            }
            checkers.add(receipt.checker());
            switch (receipt.outcome()) {
                case "rejected" -> rejected++;
                case "refused" -> refused++;
                default -> levels.merge(receipt.outcome(), 1, Integer::sum);
            }
        }
        return new Checked(receipts.size(), without, levels, rejected, refused, unchecked, new ArrayList<>(checkers));
    }

    /** What was found, in words; empty where nothing was checked. */
    public String found() {
        var parts = new ArrayList<String>();
        levels.forEach((level, count) -> parts.add(count + " passed at level " + level + ("L2".equals(level) ? " (every step, and the formula)" : " (every step)")));
        if (rejected > 0) {
            parts.add(rejected + " REJECTED");
        }
        if (refused > 0) {
            parts.add(refused + " beyond its limits");
        }
        if (!parts.isEmpty() && unchecked > 0) {
            parts.add(unchecked + " not checked");
        }
        return parts.stream().collect(Collectors.joining(", "));
    }
}
