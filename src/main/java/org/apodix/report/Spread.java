package org.apodix.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apodix.audit.LedgerLine;
import org.apodix.enclosure.Rational;
import org.apodix.report.figure.Histogram;

/**
 * What was tried of one parameter.
 *
 * @param family    of the instances
 * @param field     the parameter
 * @param instances how many instances have it
 * @param least     smallest value, exactly, or empty where the values are no numbers; {@code middle} the median, {@code greatest} the largest
 * @param distinct  how many different values
 * @param words     what else there is to say: values by count, lengths of lists, whole numbers that were not tried
 * @param svg       the histogram, or empty
 */
public record Spread(String family, String field, int instances, String least, String middle, String greatest, int distinct, String words, String svg) {

    private static final int FEW = 8;
    private static final int LONG = 28;

    /** One for each parameter of each family, in the order of the ledger. */
    static List<Spread> of(List<LedgerLine> lines) {
        var values = new LinkedHashMap<List<String>, List<JsonNode>>();
        for (var line : lines) {
            var family = line.instance().path("family").asText();
            line.instance().properties().stream().filter(field -> !field.getKey().equals("family"))
                .forEach(field -> values.computeIfAbsent(List.of(family, field.getKey()), key -> new ArrayList<>()).add(field.getValue()));
        }
        return values.entrySet().stream().map(e -> of(e.getKey().get(0), e.getKey().get(1), e.getValue())).toList();
    }

    private static Spread of(String family, String field, List<JsonNode> values) {
        var leaves = new ArrayList<JsonNode>();
        values.forEach(value -> collect(value, leaves));
        var numbers = leaves.stream().map(Spread::number).filter(java.util.Objects::nonNull).sorted().toList();
        if (leaves.isEmpty() || numbers.size() < leaves.size()) {
            return new Spread(family, field, values.size(), "", "", "", (int) values.stream().distinct().count(), counts(values), "");
        }
        boolean isList = values.stream().anyMatch(JsonNode::isContainerNode);
        int distinct = (int) numbers.stream().distinct().count();
        return new Spread(family, field, values.size(), shown(numbers.get(0)), shown(numbers.get(numbers.size() / 2)), shown(numbers.get(numbers.size() - 1)),
            distinct, isList ? sizes(values) : whole(numbers, distinct), Histogram.of(field, numbers));
    }

    private static void collect(JsonNode value, List<JsonNode> leaves) {
        if (value.isContainerNode()) {
            value.forEach(inner -> collect(inner, leaves));
        } else {
            leaves.add(value);
        }
    }

    private static Rational number(JsonNode value) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            return null;
        }
        try {
            return Rational.parse(value.asText());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null; // a word, not a number
        }
    }

    private static String shown(Rational value) {
        var exact = value.toString();
        return exact.length() <= LONG ? exact : "about " + org.apodix.enclosure.Digits.of(value, 6);
    }

    private static String counts(List<JsonNode> values) {
        var counts = new TreeMap<String, Integer>();
        values.forEach(value -> counts.merge(value.isContainerNode() ? "list of " + value.size() : value.asText(), 1, Integer::sum));
        var words = counts.entrySet().stream().limit(FEW).map(e -> e.getKey() + " (" + e.getValue() + ")").collect(Collectors.joining(", "));
        return counts.size() > FEW ? words + " and " + (counts.size() - FEW) + " others" : words;
    }

    private static String sizes(List<JsonNode> values) {
        var sizes = new TreeMap<Integer, Integer>();
        values.forEach(value -> sizes.merge(value.size(), 1, Integer::sum));
        return "lists of length " + counted(sizes);
    }

    /** Whole numbers are counted one by one, and those between the ends that were not tried are named. */
    private static String whole(List<Rational> numbers, int distinct) {
        boolean isWhole = numbers.stream().allMatch(Rational::isInteger);
        if (!isWhole || numbers.get(numbers.size() - 1).minus(numbers.get(0)).compareTo(Rational.of(40)) > 0) {
            return distinct <= FEW && !isWhole ? "each value: " + byValue(numbers) : "";
        }
        var counts = new TreeMap<Integer, Integer>();
        numbers.forEach(number -> counts.merge(number.numerator().intValue(), 1, Integer::sum));
        var missing = new ArrayList<String>();
        for (int n = counts.firstKey(); n < counts.lastKey(); n++) {
            if (!counts.containsKey(n)) {
                missing.add(Integer.toString(n));
            }
        }
        return counted(counts) + (missing.isEmpty() ? "" : "; not tried: " + String.join(", ", missing));
    }

    private static String byValue(List<Rational> numbers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        numbers.forEach(number -> counts.merge(number.toString(), 1, Integer::sum));
        return counts.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").collect(Collectors.joining(", "));
    }

    private static String counted(Map<Integer, Integer> counts) {
        return counts.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").collect(Collectors.joining(", "));
    }
}
