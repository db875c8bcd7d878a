package org.apodix.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Variable;

/**
 * The set over which the free variables of a statement range: a union of closed boxes and simplices with rational corners, which may overlap.
 * Immutable.
 */
public final class Domain {

    private final List<Variable> variables;
    private final List<Cell> cells;

    private Domain(List<Variable> variables, List<? extends Cell> cells) {
        if (variables.isEmpty() || new HashSet<>(variables).size() < variables.size()) {
            throw new IllegalArgumentException(variables.isEmpty() ? "a domain without variables: give at least one"
                : "a domain that names a variable twice: name each once");
        }
        this.variables = List.copyOf(variables);
        this.cells = List.copyOf(cells);
    }

    /** The closed interval; ends out of order are rejected. */
    public static Domain interval(Variable variable, Rational lower, Rational upper) {
        return box(List.of(variable), List.of(lower), List.of(upper));
    }

    /** The closed box with one lower and one upper end per variable; other numbers of ends and ends out of order are rejected. */
    public static Domain box(List<Variable> variables, List<Rational> lower, List<Rational> upper) {
        if (lower.size() != variables.size() || upper.size() != variables.size()) {
            throw new IllegalArgumentException("a box in " + variables.size() + " variables with " + lower.size() + " lower and "
                + upper.size() + " upper ends: give one of each per variable");
        }
        for (int i = 0; i < lower.size(); i++) {
            if (lower.get(i).compareTo(upper.get(i)) > 0) {
                throw new IllegalArgumentException("the side from " + lower.get(i) + " to " + upper.get(i)
                    + " of a box is empty: give the lower end first");
            }
        }
        return new Domain(variables, List.of(new Box(List.copyOf(lower), List.copyOf(upper))));
    }

    /** The closed simplex with these vertices, one coordinate per variable each; other numbers of coordinates are rejected. */
    public static Domain simplex(List<Variable> variables, List<List<Rational>> vertices) {
        if (vertices.size() < 2 || vertices.stream().anyMatch(vertex -> vertex.size() != variables.size())) {
            throw new IllegalArgumentException("a simplex of " + vertices.size() + " vertices in " + variables.size()
                + " variables: give two vertices or more, each with one coordinate per variable");
        }
        return new Domain(variables, List.of(new Simplex(vertices.stream().map(List::copyOf).toList())));
    }

    /** The points of either; both must have the same variables in the same order. */
    public Domain or(Domain other) {
        if (!variables.equals(other.variables)) {
            throw new IllegalArgumentException("the union of domains of different variables: give the same ones in the same order");
        }
        var all = new ArrayList<>(cells);
        all.addAll(other.cells);
        return new Domain(variables, all);
    }

    /** The same set, every box of dimension n cut into its n! Kuhn simplices, along the faces t_i = t_k. */
    public Domain triangulated() {
        return new Domain(variables, cells.stream().flatMap(cell -> cell instanceof Box box ? box.triangulated().stream()
            : java.util.stream.Stream.of(cell)).toList());
    }

    public List<Variable> variables() {
        return variables;
    }

    List<Cell> cells() {
        return cells;
    }

    /** The corners of all parts, exactly: what a fingerprint hashes of this domain. */
    public String canonical() {
        var text = new StringBuilder();
        for (var cell : cells) {
            text.append(cell instanceof Box box ? "box " + box.lower() + " " + box.upper() : "simplex " + ((Simplex) cell).vertices()).append(';');
        }
        return text.toString();
    }
}
