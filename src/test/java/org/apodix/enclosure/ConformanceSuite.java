package org.apodix.enclosure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines {@code op in1 in2 = out;} of the ITF1788 interval test suite, without decorations; a decimal stands for the nearest double. */
final class ConformanceSuite {

    private static final Pattern CASE = Pattern.compile("\\s*(\\w+)\\s+(.*?)\\s*=\\s*(\\[[^\\]]*\\])\\s*;.*");
    private static final Pattern OPERAND = Pattern.compile("\\[[^\\]]*\\]|[-+]?\\d+");

    /** One line; an operand or a result is null when it is empty, and {@code power} is the bare integer of pown. */
    record Case(String line, String operation, List<DoubleInterval> operands, int power, DoubleInterval expected) { }

    private ConformanceSuite() { }

    static List<Case> read(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = CASE.matcher(line);
            if (!line.contains("]_") && !line.contains("nai") && matcher.matches()) {
                List<DoubleInterval> operands = new ArrayList<>();
                int power = 0;
                Matcher operand = OPERAND.matcher(matcher.group(2));
                while (operand.find()) {
                    String text = operand.group();
                    if (text.startsWith("[")) {
                        operands.add(interval(text));
                    } else {
                        power = Integer.parseInt(text);
                    }
                }
                cases.add(new Case(line.strip(), matcher.group(1), operands, power, interval(matcher.group(3))));
            }
        }
        return cases;
    }

    private static DoubleInterval interval(String text) {
        String body = text.substring(1, text.length() - 1).strip();
        if (body.equals("empty")) {
            return null;
        }
        if (body.equals("entire")) {
            return DoubleInterval.ENTIRE;
        }
        String[] ends = body.split(",");
        return DoubleInterval.of(number(ends[0].strip()), number(ends[ends.length - 1].strip()));
    }

    private static double number(String text) {
        if (text.endsWith("infinity")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }
}
