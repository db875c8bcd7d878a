package org.apodix.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Defined;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DoubleInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;

/**
 * Expressions laid out flat: every distinct node once, operands before their users.
 *
 * <p>The order depends on the expressions alone, so a tape gives the same enclosures on every machine and thread.
 */
public final class Tape {

    /** Tapes with more operations than this are not evaluated exactly. */
    static final long WORTH_TRYING = 1_000_000;

    private final Node[] nodes;
    private final int[][] operands;
    private final int[] lastUse;
    private final int[] outputs;
    private final int[] variables;
    private final boolean[] dependent;
    private final long operations;

    private Tape(Places places, List<? extends Expr> outputs, List<Variable> variables) {
        this.nodes = places.nodes();
        this.operands = new int[nodes.length][];
        this.lastUse = new int[nodes.length];
        this.dependent = new boolean[nodes.length];
        long work = 0;
        for (int i = 0; i < nodes.length; i++) {
            var children = nodes[i].operands();
            operands[i] = new int[children.length];
            dependent[i] = nodes[i] instanceof Variable;
            for (int k = 0; k < children.length; k++) {
                int place = places.of(children[k]);
                operands[i][k] = place;
                lastUse[place] = i;
                dependent[i] |= dependent[place];
            }
            work += nodes[i].operations();
        }
        this.operations = work;
        this.outputs = outputs.stream().mapToInt(places::of).toArray();
        for (int output : this.outputs) {
            lastUse[output] = Integer.MAX_VALUE;
        }
        this.variables = variables.stream().mapToInt(places::of).toArray();
    }

    public static Tape of(List<? extends Expr> outputs) {
        return of(outputs, List.of());
    }

    /** A tape whose outputs are functions of these free variables; {@link #evaluate(Arithmetic, List)} takes their values. */
    public static Tape of(List<? extends Expr> outputs, List<Variable> variables) {
        var places = new Places();
        // an explicit stack: a recursion over thousands of steps is a deep expression
        var stack = new ArrayDeque<Node>();
        for (var output : outputs) {
            stack.push(output);
            while (!stack.isEmpty()) {
                var node = stack.peek();
                if (places.contains(node)) {
                    stack.pop();
                    continue;
                }
                boolean ready = true;
                var children = node.operands();
                for (int k = children.length - 1; k >= 0; k--) {
                    if (!places.contains(children[k])) {
                        stack.push(children[k]);
                        ready = false;
                    }
                }
                if (ready) {
                    places.add(node);
                    stack.pop();
                }
            }
        }
        return new Tape(places, outputs, variables);
    }

    /** Number of scalar operations of one evaluation, to first order. */
    public long operations() {
        return operations;
    }

    /**
     * The enclosures of the outputs, in order.
     *
     * @throws org.apodix.enclosure.UndefinedException if some operation is not proved to be defined on its operands
     */
    public <T> List<T> evaluate(Arithmetic<T> carrier) {
        return evaluate(carrier, List.of());
    }

    /**
     * The enclosures of the outputs, where the free variables have these values.
     *
     * @param row one value per variable of the tape
     * @throws org.apodix.enclosure.UndefinedException if some operation is not proved to be defined on its operands
     */
    public <T> List<T> evaluate(Arithmetic<T> carrier, List<T> row) {
        requireRow(row);
        var arithmetic = new Defined<>(carrier);
        var values = new Object[nodes.length];
        place(row, values);
        for (int i = 0; i < nodes.length; i++) {
            if (values[i] == null) {
                if (nodes[i] instanceof IndexedSum sum && operands[i].length == 0) {
                    sumTogether(sum, arithmetic, values);
                } else {
                    values[i] = step(i, arithmetic, values);
                }
            }
            release(i, values);
        }
        return read(values);
    }

    /** Evaluates a sum over rows and all others over the same rows in one pass: their bodies share most of their nodes. */
    private <T> void sumTogether(IndexedSum sum, Arithmetic<T> arithmetic, Object[] values) {
        var bodies = new ArrayList<Expr>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] instanceof IndexedSum other && other.runsWith(sum)) {
                bodies.add(other.body());
                places.add(i);
            }
        }
        var sums = of(bodies, sum.variables()).sumRows(arithmetic, sum.rows(), List.of());
        for (int k = 0; k < places.size(); k++) {
            values[places.get(k)] = sums.get(k);
        }
    }

    /**
     * The exact values of the outputs: null where a value is not rational, or where the work budget ends first.
     *
     * @param work budget in squared bits of the numbers met, about a hundred million per millisecond
     */
    public List<Rational> exact(long work) {
        return exact(work, List.of());
    }

    /** The same where the free variables have these values. */
    public List<Rational> exact(long work, List<Rational> row) {
        requireRow(row);
        if (operations > WORTH_TRYING || !allMayBeRational(row)) {
            return Arrays.asList(new Rational[outputs.length]);
        }
        var reader = new ExactReader(work);
        var values = new Object[nodes.length];
        place(row, values);
        for (int i = 0; i < nodes.length; i++) {
            if (!(nodes[i] instanceof Variable)) {
                values[i] = reader.read(nodes[i], gather(i, values));
            }
            release(i, values);
        }
        return read(values);
    }

    /** The values of the nodes that do not depend on a variable; null for the others. */
    <T> Object[] constants(Arithmetic<T> arithmetic) {
        var values = new Object[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            if (!dependent[i]) {
                values[i] = step(i, arithmetic, values);
            }
        }
        return values;
    }

    /** The single output at values of the variables, where {@code constants} are the other values on this carrier. */
    <T> T at(Arithmetic<T> arithmetic, Object[] constants, List<T> row) {
        var values = constants.clone();
        place(row, values);
        for (int i = 0; i < nodes.length; i++) {
            if (dependent[i] && !(nodes[i] instanceof Variable)) {
                values[i] = step(i, arithmetic, values);
            }
        }
        return Tape.<T>cast(values[outputs[0]]);
    }

    /** Whether an integral or a supremum, here or in the body of a sum, depends on the variable. */
    boolean hasSearch(Variable variable) {
        var depends = new boolean[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            depends[i] = nodes[i] == variable;
            for (int place : operands[i]) {
                depends[i] |= depends[place];
            }
            boolean within = nodes[i] instanceof IndexedSum sum && sum.hasSearch(variable);
            if (depends[i] && (within || nodes[i].isSearched())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the expression is one over a set of numbers, outside of the bodies of sums, integrals and suprema. */
    public static boolean hasRange(Expr expression) {
        return Arrays.stream(of(List.of(expression)).nodes).anyMatch(Range.class::isInstance);
    }

    /** Whether an integral or a supremum is among the nodes, or in the body of a sum. */
    static boolean hasSearch(Expr expression) {
        return Arrays.stream(of(List.of(expression)).nodes).anyMatch(node -> node.isSearched() || node instanceof IndexedSum sum && hasSearch(sum.body()));
    }

    /** The variables of the expression that are not among the bound ones, in order of appearance. */
    public static List<Variable> free(Expr body, List<Variable> bound) {
        var found = new ArrayList<Variable>();
        for (var node : of(List.of(body)).nodes) {
            if (node instanceof Variable variable && !bound.contains(variable)) {
                found.add(variable);
            }
        }
        return found;
    }

    /** The exact value of the single output at one row of values of the variables, or null. */
    Rational exactRow(ExactReader reader, List<?> row) {
        var values = new Object[nodes.length];
        for (int k = 0; k < variables.length; k++) {
            if (variables[k] >= 0) {
                values[variables[k]] = row.get(k);
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            if (!(nodes[i] instanceof Variable)) {
                values[i] = reader.read(nodes[i], gather(i, values));
            }
        }
        return (Rational) values[outputs[0]];
    }

    /**
     * For each output, whether an exact evaluation is worth trying: not where it runs through an exponential or another such function of
     * something that is not 0, or a logarithm of something that is not 1. Only a saving of work: nothing is concluded from the answer.
     */
    public boolean[] mayBeRational() {
        return mayBeRational(List.of());
    }

    /** Whether that is so for every output, where the variables have these values. */
    boolean allMayBeRational(List<Rational> row) {
        var worth = mayBeRational(row);
        return IntStream.range(0, worth.length).allMatch(k -> worth[k]);
    }

    private boolean[] mayBeRational(List<Rational> row) {
        var worth = new boolean[outputs.length];
        var arithmetic = new Defined<>(DoubleArithmetic.INSTANCE);
        var values = new Object[nodes.length];
        var may = new boolean[nodes.length];
        place(row.stream().map(arithmetic::of).toList(), values);
        try {
            for (int i = 0; i < nodes.length; i++) {
                if (nodes[i].isSearched()) {
                    values[i] = DoubleInterval.ENTIRE; // not worth its work here
                } else if (!(nodes[i] instanceof Variable)) {
                    values[i] = step(i, arithmetic, values);
                }
                may[i] = mayBeRational(i, values, may);
            }
        } catch (UndefinedException e) {
            Arrays.fill(worth, true);
            return worth;
        }
        for (int k = 0; k < outputs.length; k++) {
            worth[k] = may[outputs[k]];
        }
        return worth;
    }

    private boolean mayBeRational(int i, Object[] values, boolean[] may) {
        boolean all = true;
        boolean zero = false;
        for (int place : operands[i]) {
            all &= may[place];
            zero |= may[place] && values[place] instanceof DoubleInterval x && x.containsZero();
        }
        if (nodes[i] instanceof IndexedSum sum) {
            return sum.mayBeRational();
        }
        if (nodes[i].isSearched() || nodes[i] instanceof MatrixOperation matrix && matrix.isTranscendental()) {
            return false;
        }
        if (!(nodes[i] instanceof Operation operation)) {
            return all && !(nodes[i] instanceof Range) && !(nodes[i] instanceof LogSumExp);
        }
        return switch (operation.operator()) {
            case PI -> false;
            case EXP, EXPM1, LOG1P, SIN, COS, TANH, ATAN, ERF, ERFC, NORMAL_CDF, NORMAL_TAIL -> all && zero;
            case LOG -> all && ((DoubleInterval) values[operands[i][0]]).contains(Rational.ONE);
            case MULTIPLY -> all || zero;
            default -> all;
        };
    }

    /** The sums of the outputs over rows of values of the first variables, at given values of the others. */
    <T> List<T> sumRows(Arithmetic<T> arithmetic, List<List<Rational>> rows, List<T> outer) {
        var values = constants(arithmetic);
        var totals = new ArrayList<T>();
        for (var exact : rows) {
            var row = new ArrayList<T>(exact.size() + outer.size());
            exact.forEach(value -> row.add(arithmetic.of(value)));
            row.addAll(outer);
            place(row, values);
            for (int i = 0; i < nodes.length; i++) {
                if (dependent[i] && !(nodes[i] instanceof Variable)) {
                    values[i] = step(i, arithmetic, values);
                }
            }
            for (int k = 0; k < outputs.length; k++) {
                T term = Tape.<T>cast(values[outputs[k]]);
                if (totals.size() <= k) {
                    totals.add(term);
                } else {
                    totals.set(k, arithmetic.add(totals.get(k), term));
                }
            }
        }
        return totals;
    }

    private void requireRow(List<?> row) {
        if (row.size() != variables.length) {
            throw new IllegalArgumentException(row.size() + " values for " + variables.length + " variables: give one of each");
        }
    }

    private void place(List<?> row, Object[] values) {
        for (int k = 0; k < row.size(); k++) {
            if (variables[k] >= 0) {
                values[variables[k]] = row.get(k);
            }
        }
    }

    private <T> Object step(int i, Arithmetic<T> arithmetic, Object[] values) {
        return nodes[i].evaluate(arithmetic, gather(i, values));
    }

    private Object[] gather(int i, Object[] values) {
        var places = operands[i];
        var gathered = new Object[places.length];
        for (int k = 0; k < places.length; k++) {
            gathered[k] = values[places[k]];
        }
        return gathered;
    }

    /** Forgets the operands whose last use this was: long recursions of matrices need little memory. */
    private void release(int i, Object[] values) {
        for (int place : operands[i]) {
            if (lastUse[place] == i) {
                values[place] = null;
            }
        }
    }

    private <T> List<T> read(Object[] values) {
        var results = new Object[outputs.length];
        for (int k = 0; k < outputs.length; k++) {
            results[k] = values[outputs[k]];
        }
        // a list that may hold null: a value that is not rational
        return Arrays.asList(Tape.<T[]>cast(results));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
