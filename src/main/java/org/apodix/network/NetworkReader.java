package org.apodix.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apodix.enclosure.Rational;

/** The strict reader of {@link NetworkJson}: exact numbers, known fields, every weight listed once and used. */
final class NetworkReader {

    private static final int MOST_UNITS = 1_000_000;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(10).maxNumberLength(20).maxStringLength(NetworkJson.MOST_DIGITS).build()).build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final List<Rational> weights = new ArrayList<>();
    private boolean[] used;

    private NetworkReader() { }

    static Network read(String text) {
        if (text.length() > NetworkJson.MOST_CHARACTERS) {
            throw new IllegalArgumentException("the network has " + text.length() + " characters, more than the "
                + NetworkJson.MOST_CHARACTERS + " allowed: give a smaller one");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("the network is empty: give the text of docs/networks.md");
        }
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            var where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
            throw new IllegalArgumentException("the network is not valid JSON" + where + ": " + shorten(e.getOriginalMessage()));
        }
        return new NetworkReader().network(json);
    }

    private Network network(JsonNode json) {
        fields(json, "the network", "format", "inputs", "weights", "hidden", "output");
        if (!json.get("format").isTextual() || !json.get("format").textValue().equals(NetworkJson.FORMAT)) {
            throw bad("format", json.get("format"), "must be \"" + NetworkJson.FORMAT + "\", the one form that is read");
        }
        weights(list(json.get("weights"), "weights"));
        int inputs = index(json.get("inputs"), "inputs", 1, MOST_UNITS);
        var layers = new ArrayList<Layer>();
        var hidden = list(json.get("hidden"), "hidden");
        int size = inputs;
        for (int k = 0; k < hidden.size(); k++) {
            var name = "hidden[" + k + "]";
            var activation = activation(hidden.get(k), name);
            var map = AffineMap.of(size, rows(hidden.get(k), name, size));
            layers.add(new Layer(map, activation));
            size = map.outputs();
        }
        fields(json.get("output"), "output", "rows");
        var network = Network.of(layers, AffineMap.of(size, rows(json.get("output"), "output", size)));
        for (int k = 0; k < used.length; k++) {
            if (!used[k]) {
                throw new IllegalArgumentException("\"weights[" + k + "]\" is " + shorten(weights.get(k).toString())
                    + ", which no row uses: leave it out and renumber");
            }
        }
        return network;
    }

    private void weights(JsonNode list) {
        Map<Rational, Integer> known = new HashMap<>();
        for (int k = 0; k < list.size(); k++) {
            var name = "weights[" + k + "]";
            var value = number(list.get(k), name);
            var first = known.putIfAbsent(value, k);
            if (first != null) {
                throw bad(name, list.get(k), "repeats \"weights[" + first + "]\": list each weight once");
            }
            if (value.isZero()) {
                throw bad(name, list.get(k), "is zero: leave out what is multiplied by it");
            }
            weights.add(value);
        }
        used = new boolean[weights.size()];
    }

    private static Activation activation(JsonNode layer, String name) {
        var kind = layer.isObject() ? layer.path("activation").asText() : "";
        try {
            switch (kind) {
                case "relu", "identity", "cos":
                    fields(layer, name, "activation", "rows");
                    return kind.equals("relu") ? Activation.RELU : kind.equals("cos") ? Activation.COSINE : Activation.IDENTITY;
                case "signrelu":
                    fields(layer, name, "activation", "alpha", "rows");
                    return Activation.signRelu(number(layer.get("alpha"), name + ".alpha"));
                case "clip":
                    fields(layer, name, "activation", "lower", "upper", "rows");
                    return Activation.clip(number(layer.get("lower"), name + ".lower"), number(layer.get("upper"), name + ".upper"));
                default:
                    throw bad(name, layer, "needs \"activation\": one of relu, identity, cos, signrelu, clip");
            }
        } catch (IllegalArgumentException e) {
            throw within(name, e);
        }
    }

    private List<Row> rows(JsonNode object, String within, int inputs) {
        var list = list(object.get("rows"), within + ".rows");
        if (list.isEmpty() || list.size() > MOST_UNITS) {
            throw new IllegalArgumentException("\"" + within + ".rows\" has " + list.size() + " rows: give 1 to " + MOST_UNITS);
        }
        var rows = new ArrayList<Row>(list.size());
        for (int i = 0; i < list.size(); i++) {
            var name = within + ".rows[" + i + "]";
            var row = list.get(i);
            boolean biased = row.has("bias");
            fields(row, name, biased ? new String[] {"terms", "bias"} : new String[] {"terms"});
            try {
                rows.add(new Row(terms(row.get("terms"), name, inputs), biased ? weight(row.get("bias"), name + ".bias") : Rational.ZERO));
            } catch (IllegalArgumentException e) {
                throw within(name, e);
            }
        }
        return rows;
    }

    private List<Row.Term> terms(JsonNode json, String within, int inputs) {
        var list = list(json, within + ".terms");
        var terms = new ArrayList<Row.Term>(list.size());
        for (int k = 0; k < list.size(); k++) {
            var name = within + ".terms[" + k + "]";
            var pair = list.get(k);
            if (!pair.isArray() || pair.size() != 2) {
                throw bad(name, pair, "must be a pair [column, place of the weight in \"weights\"]");
            }
            terms.add(new Row.Term(index(pair.get(0), name + "[0]", 0, inputs - 1), weight(pair.get(1), name + "[1]")));
        }
        return terms;
    }

    private Rational weight(JsonNode place, String name) {
        if (weights.isEmpty()) {
            throw bad(name, place, "names a weight, but \"weights\" is empty: list it there");
        }
        int k = index(place, name, 0, weights.size() - 1);
        used[k] = true;
        return weights.get(k);
    }

    private static void fields(JsonNode object, String name, String... names) {
        if (object == null || !object.isObject()) {
            throw bad(name, object, "must be an object with the fields " + List.of(names));
        }
        var known = new TreeSet<>(Set.of(names));
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new IllegalArgumentException("unknown field \"" + shorten(field) + "\" of " + name + "; its fields are " + List.of(names));
            }
        });
        for (var field : names) {
            if (!object.has(field)) {
                throw new IllegalArgumentException(name + " has no field \"" + field + "\"; its fields are " + List.of(names));
            }
        }
    }

    private static JsonNode list(JsonNode list, String name) {
        if (list == null || !list.isArray()) {
            throw bad(name, list, "must be a list");
        }
        return list;
    }

    private static int index(JsonNode value, String name, int least, int most) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            throw bad(name, value, "must be an integer from " + least + " to " + most);
        }
        return value.intValue();
    }

    private static Rational number(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw bad(name, value, "must be an exact number in quotes, such as \"3/5\" or \"-1.25\"");
        }
        try {
            return Rational.parse(value.textValue());
        } catch (IllegalArgumentException e) {
            throw within(name, e);
        }
    }

    private static IllegalArgumentException within(String name, IllegalArgumentException e) {
        return e.getMessage().contains(name) ? e : new IllegalArgumentException("\"" + name + "\": " + e.getMessage());
    }

    private static IllegalArgumentException bad(String name, JsonNode value, String rule) {
        return new IllegalArgumentException("\"" + name + "\" is " + (value == null ? "missing" : shorten(value.toString())) + "; it " + rule);
    }

    /** At most 60 characters, on one line. */
    private static String shorten(String value) {
        var line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
