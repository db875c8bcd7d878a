package org.apodix.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;

/**
 * The fields of one JSON instance, read strictly: exact numbers only, unknown fields rejected.
 *
 * <p>Numbers are JSON strings such as {@code "3/5"}, {@code "-1.25"}, {@code "1e-6"}, or JSON integers. A JSON number with a
 * fraction or an exponent is refused, because it may already have been rounded by whoever wrote it.
 */
public final class Fields {

    /** Longest list and largest dense dimension that any instance may have. */
    private static final int MOST_ENTRIES = 10_000;

    private final JsonNode node;
    private final Set<String> known = new TreeSet<>(Set.of("family", "note"));

    public Fields(JsonNode node) {
        if (!node.isObject()) {
            throw new BadInput("an instance must be a JSON object with a field \"family\", not " + shorten(node.toString()));
        }
        this.node = node;
    }

    /** Whether the instance names its family. */
    public boolean namesFamily() {
        return node.has("family");
    }

    /** The same instance, of this family although it does not say so. */
    public Fields ofFamily(String name) {
        return new Fields(((ObjectNode) node.deepCopy()).put("family", name));
    }

    /** The names of the fields, but for the family and the note. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        names.removeAll(Set.of("family", "note"));
        return names;
    }

    /** The same with {@code []} behind the name of a field that is a list, where the names alone do not tell two families apart. */
    public Set<String> shape() {
        var shape = new TreeSet<String>();
        names().forEach(name -> shape.add(node.get(name).isArray() ? name + "[]" : name));
        return shape;
    }

    /** The name of the family. */
    public String family() {
        var family = node.get("family");
        if (family == null || !family.isTextual()) {
            throw new BadInput("the instance has no field \"family\"; add one, for example \"family\": \"gauss_ou\"");
        }
        return family.textValue();
    }

    public boolean has(String name) {
        known.add(name);
        return node.has(name);
    }

    public Rational rational(String name) {
        return rational(required(name), name);
    }

    /** One of these words. */
    public String word(String name, List<String> words) {
        var value = required(name);
        if (!value.isTextual() || !words.contains(value.textValue())) {
            throw new BadInput("\"" + name + "\" is " + shorten(value.toString()) + "; it must be one of " + words);
        }
        return value.textValue();
    }

    /** A rational within [least, most]. */
    public Rational rational(String name, Rational least, Rational most) {
        var value = rational(name);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new BadInput("\"" + name + "\" is " + shorten(value.toString()) + "; it must lie in [" + least + ", " + most + "]");
        }
        return value;
    }

    /** A rational strictly between two bounds. */
    public Rational between(String name, Rational below, Rational above) {
        var value = rational(name);
        if (value.compareTo(below) <= 0 || value.compareTo(above) >= 0) {
            throw new BadInput("\"" + name + "\" is " + shorten(value.toString()) + "; it must lie strictly between "
                + below + " and " + above);
        }
        return value;
    }

    public int integer(String name, int least, int most) {
        var value = rational(name);
        if (!value.isInteger() || value.compareTo(Rational.of(least)) < 0 || value.compareTo(Rational.of(most)) > 0) {
            throw new BadInput("\"" + name + "\" is " + shorten(value.toString()) + "; it must be an integer from "
                + least + " to " + most);
        }
        return value.numerator().intValueExact();
    }

    /** One of the given words. */
    public String word(String name, String... words) {
        var value = required(name);
        if (!value.isTextual() || !List.of(words).contains(value.textValue())) {
            throw new BadInput("\"" + name + "\" is " + shorten(value.toString()) + "; it must be one of " + String.join(", ", words));
        }
        return value.textValue();
    }

    /** A word, such as the name of a variant. */
    public String text(String name) {
        var value = required(name);
        if (!value.isTextual()) {
            throw new BadInput("\"" + name + "\" must be a word in quotes, not " + shorten(value.toString()));
        }
        return value.textValue();
    }

    public List<Rational> rationals(String name) {
        return rationals(required(name), name);
    }

    /** A non-empty list of matrices of the same size, each given as a list of rows. */
    public List<Matrix<Rational>> matrices(String name, int rows, int columns) {
        var list = required(name);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_ENTRIES) {
            throw new BadInput("\"" + name + "\" must be a list of at least one matrix, not " + shorten(list.toString()));
        }
        var matrices = new ArrayList<Matrix<Rational>>();
        for (int i = 0; i < list.size(); i++) {
            matrices.add(matrix(list.get(i), name + "[" + i + "]", rows, columns));
        }
        return matrices;
    }

    /** From 1 to {@code most} lists of numbers. */
    public List<List<Rational>> rows(String name, int most) {
        var list = required(name);
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            throw new BadInput("\"" + name + "\" must be a list of 1 to " + most + " lists of numbers, not " + shorten(list.toString()));
        }
        var rows = new ArrayList<List<Rational>>();
        for (int i = 0; i < list.size(); i++) {
            rows.add(List.copyOf(rationals(list.get(i), name + "[" + i + "]")));
        }
        return List.copyOf(rows);
    }

    /** A matrix given as a list of rows. */
    public Matrix<Rational> matrix(String name, int rows, int columns) {
        return matrix(required(name), name, rows, columns);
    }

    private static Matrix<Rational> matrix(JsonNode list, String name, int rows, int columns) {
        if (!list.isArray()) {
            throw new BadInput("\"" + name + "\" must be a list of rows, not " + shorten(list.toString()));
        }
        if (list.size() != rows) {
            throw new BadInput("\"" + name + "\" has " + list.size() + " rows; it must have " + rows);
        }
        var read = new ArrayList<List<Rational>>();
        for (int i = 0; i < rows; i++) {
            var row = rationals(list.get(i), name + "[" + i + "]");
            if (row.size() != columns) {
                throw new BadInput("\"" + name + "[" + i + "]\" has " + row.size() + " entries; it must have " + columns);
            }
            read.add(row);
        }
        return Matrix.of(rows, columns, (i, j) -> read.get(i).get(j));
    }

    /** A list of lists of numbers, of any lengths. */
    public List<List<Rational>> rows(String name) {
        var list = required(name);
        requireList(list, name);
        var rows = new ArrayList<List<Rational>>();
        for (int i = 0; i < list.size(); i++) {
            rows.add(rationals(list.get(i), name + "[" + i + "]"));
        }
        return rows;
    }

    /** A list of pairs [weight, [coordinates]]: the weight first, the coordinates after it. */
    public List<List<Rational>> weighted(String name) {
        var list = required(name);
        requireList(list, name);
        var rows = new ArrayList<List<Rational>>();
        for (int i = 0; i < list.size(); i++) {
            var pair = list.get(i);
            if (!pair.isArray() || pair.size() != 2) {
                throw new BadInput("\"" + name + "[" + i + "]\" must be a pair of a weight and a list of coordinates, not " + shorten(pair.toString()));
            }
            var row = new ArrayList<Rational>();
            row.add(rational(pair.get(0), name + "[" + i + "]"));
            row.addAll(rationals(pair.get(1), name + "[" + i + "]"));
            rows.add(row);
        }
        return rows;
    }

    /** Whether the field is this word. */
    public boolean says(String name, String word) {
        return word.equals(required(name).textValue());
    }

    private static void requireList(JsonNode list, String name) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_ENTRIES) {
            throw new BadInput("\"" + name + "\" must be a list of 1 to " + MOST_ENTRIES + " entries, not " + shorten(list.toString()));
        }
    }

    /** Rejects fields that no call has asked for. */
    public void requireNoOthers() {
        for (var names = node.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!known.contains(name)) {
                throw new BadInput("unknown field \"" + shorten(name) + "\" of a \"" + family() + "\" instance; its fields are " + known);
            }
        }
    }

    private JsonNode required(String name) {
        known.add(name);
        var value = node.get(name);
        if (value == null) {
            throw new BadInput("a \"" + family() + "\" instance needs the field \"" + name + "\"; docs/instances names the fields of each family");
        }
        return value;
    }

    private static List<Rational> rationals(JsonNode list, String name) {
        if (!list.isArray() || list.isEmpty()) {
            throw new BadInput("\"" + name + "\" must be a list of at least one number, not " + shorten(list.toString()));
        }
        if (list.size() > MOST_ENTRIES) {
            throw new BadInput("\"" + name + "\" has " + list.size() + " entries; at most " + MOST_ENTRIES + " are supported");
        }
        var values = new ArrayList<Rational>(list.size());
        for (int i = 0; i < list.size(); i++) {
            values.add(rational(list.get(i), name + "[" + i + "]"));
        }
        return values;
    }

    private static Rational rational(JsonNode value, String name) {
        if (value.isIntegralNumber()) {
            return Rational.of(value.bigIntegerValue(), java.math.BigInteger.ONE);
        }
        if (!value.isTextual()) {
            throw new BadInput("\"" + name + "\" is " + shorten(value.toString())
                + "; numbers are exact: write a string such as \"3/5\" or \"-1.25\", or an integer");
        }
        try {
            return Rational.parse(value.textValue());
        } catch (IllegalArgumentException e) {
            throw new BadInput("\"" + name + "\": " + e.getMessage());
        }
    }

    /** At most 60 characters of a value, for a message. */
    public static String shorten(String value) {
        var line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
