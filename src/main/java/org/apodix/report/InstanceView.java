package org.apodix.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.apodix.audit.Json;
import org.apodix.audit.Proof;

/**
 * One instance with both sides of a statement on it.
 *
 * @param part    letter of the statement, or empty
 * @param origin  where the instance comes from, such as {@code instance 7, random}
 * @param sides   both sides, recomputed
 * @param carrier what decided it
 * @param text    the replay command with the exact parameters, or the parameters alone where nothing replays them
 */
public record InstanceView(String part, String origin, Sides sides, String carrier, String text) {

    private static final int LONG = 900;

    /** Whether the text is better folded. */
    public boolean isLong() {
        return text.length() > LONG;
    }

    /** The command that evaluates the theorem on this instance. */
    static String replay(String theorem, String claim, ObjectNode instance) {
        return "./apodix evaluate " + theorem + " - <<'END'\n{\"claim\": \"" + claim + "\", \"instance\": " + fields(instance)
            + "}\nEND";
    }

    /** The instance as JSON, one field a line. */
    static String fields(ObjectNode instance) {
        return instance.properties().stream()
            .map(field -> "  \"" + field.getKey() + "\": " + Json.line(field.getValue()))
            .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    /** What decided: a carrier, or a proof with the point to which the sides belong. */
    static String decided(String level, Proof proof) {
        if (proof == null) {
            return carrier(level);
        }
        return proof.method() == null ? "the counterexample " + proof.words()
            : "a proof for all points of the domain, by " + proof.method() + " on " + proof.cells() + (proof.cells() == 1 ? " cell" : " cells")
                + "; the sides are those at " + proof.words();
    }

    /** The name of a carrier of the precision ladder, in words. */
    static String carrier(String level) {
        if (level.startsWith("dyadic-")) {
            return "dyadic intervals of " + level.substring("dyadic-".length()) + " bits";
        }
        if (level.startsWith("apfloat-")) {
            return "decimal intervals of " + level.substring("apfloat-".length()) + " digits, on Apfloat";
        }
        return switch (level) {
            case "double" -> "double intervals";
            case "exact" -> "exact rationals";
            default -> level;
        };
    }
}
