package org.apodix.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as in RFC 4180, with line feeds. */
final class Csv {

    private final StringBuilder text = new StringBuilder();

    Csv(String... head) {
        row(head);
    }

    Csv row(String... cells) {
        return row(Arrays.asList(cells));
    }

    Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::quoted).collect(Collectors.joining(","))).append('\n');
        return this;
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
