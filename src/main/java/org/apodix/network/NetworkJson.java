package org.apodix.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apodix.enclosure.Rational;

/**
 * The JSON form of a network, with exact rational weights; {@code docs/networks.md} documents it. Each distinct weight stands once, in the
 * list {@code weights}, and rows name its place there: weight sharing is seen, not searched.
 */
public final class NetworkJson {

    static final String FORMAT = "urn:apodix:network:1";
    /** Longest text of a network, and longest text of a weight, written and read. */
    static final int MOST_CHARACTERS = 1 << 25;
    static final int MOST_DIGITS = 10_000;

    private final Map<Rational, Integer> places = new LinkedHashMap<>();

    private NetworkJson() { }

    /** The text, one row a line; a network is rejected whose text could not be read back because it is too long. */
    public static String write(Network network) {
        return new NetworkJson().text(network);
    }

    /**
     * The network of a text.
     *
     * @throws IllegalArgumentException with one line that names the value, the rule and the way out
     */
    public static Network read(String text) {
        return NetworkReader.read(text);
    }

    private String text(Network network) {
        for (var map : network.maps()) {
            map.distinct().forEach(value -> places.putIfAbsent(value, places.size()));
        }
        var text = new StringBuilder("{\n  \"format\": \"" + FORMAT + "\",\n  \"inputs\": " + network.inputs() + ",\n  \"weights\": [");
        text.append(places.keySet().stream().map(NetworkJson::number).collect(Collectors.joining(", "))).append("],\n  \"hidden\": [");
        var separator = "\n";
        for (var layer : network.hidden()) {
            text.append(separator).append("    { ").append(activation(layer.activation())).append(", \"rows\": [\n");
            rows(layer.map().rows(), text);
            text.append("    ] }");
            separator = ",\n";
        }
        text.append(network.hidden().isEmpty() ? "],\n" : "\n  ],\n").append("  \"output\": { \"rows\": [\n");
        rows(network.output().rows(), text);
        text.append("  ] }\n}\n");
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("the network has " + text.length() + " characters in JSON, more than the " + MOST_CHARACTERS
                + " that are read back: export a smaller one");
        }
        return text.toString();
    }

    private static String activation(Activation activation) {
        if (activation instanceof Activation.SignRelu sign) {
            return "\"activation\": \"signrelu\", \"alpha\": " + number(sign.alpha());
        } else if (activation instanceof Activation.Clip clip) {
            return "\"activation\": \"clip\", \"lower\": " + number(clip.lower()) + ", \"upper\": " + number(clip.upper());
        }
        return "\"activation\": \"" + activation.name() + "\"";
    }

    private void rows(List<Row> rows, StringBuilder text) {
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            text.append("      { \"terms\": [").append(row.terms().stream()
                .map(term -> "[" + term.column() + ", " + places.get(term.weight()) + "]").collect(Collectors.joining(", "))).append(']');
            if (!row.bias().isZero()) {
                text.append(", \"bias\": ").append(places.get(row.bias()));
            }
            text.append(i + 1 < rows.size() ? " },\n" : " }\n");
        }
    }

    private static String number(Rational value) {
        var digits = value.toString();
        if (digits.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("a weight has " + digits.length() + " characters, more than the " + MOST_DIGITS
                + " that are read back: round it to a shorter fraction first");
        }
        return '"' + digits + '"';
    }
}
