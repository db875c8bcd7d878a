package org.apodix.report;

import java.util.List;

/**
 * A claim in the graph of what rests on what.
 *
 * @param page    its page, or empty where it is not built
 * @param origin  who states it: {@code paper}, {@code restated}, {@code classical}, {@code derived}, or {@code trusted} where it is not built; the border
 * @param state   what this audit found: {@code deep} where it and everything it rests on is green, {@code good}, {@code evidence}, {@code open},
 *                {@code bad} or {@code none}; the fill
 * @param restsOn ids of what its proof uses directly
 */
public record Lemma(String id, String title, String page, String origin, String state, List<String> restsOn) {

    public boolean isBuilt() {
        return !page.isEmpty();
    }

    /** The state in words. */
    public String words() {
        return switch (state) {
            case "deep" -> "green, with everything it rests on";
            case "good" -> "green, but something it rests on is not";
            case "evidence" -> "evidence only";
            case "bad" -> "refuted";
            case "open" -> "open";
            default -> isBuilt() ? "not checked in this audit" : "not built, taken on trust";
        };
    }
}
