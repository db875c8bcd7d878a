package org.apodix.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;

/**
 * The supremum of a body over a closed bounded box of its variables, which is its maximum where the body is continuous.
 *
 * <p>The value is undefined ({@link org.apodix.enclosure.UndefinedException}) where the body is not proved to be defined and bounded on the box. The
 * enclosure depends on the expression and the carrier alone; on a carrier with p bits the goal is a relative width of 2^-p, and where
 * the work, counted in boxes, ends before it, the enclosure is true and wider.
 */
public final class Supremum extends Expr {

    private final Expr body;
    private final List<Variable> variables;
    private final Tape tape;

    private Supremum(Expr body, List<Variable> variables, Tape tape, Expr[] operands) {
        super(operands);
        this.body = body;
        this.variables = variables;
        this.tape = tape;
    }

    /** The supremum for one variable between two ends. */
    public static Expr of(Expr body, Variable variable, Expr from, Expr to) {
        return of(body, List.of(variable), List.of(from), List.of(to));
    }

    /**
     * The supremum over a box.
     *
     * @param body may use variables that other nodes bind, but no integral or supremum that depends on the variables here
     * @param from the lower ends, one per variable; a list of another length is rejected
     * @param to the upper ends
     */
    public static Expr of(Expr body, List<Variable> variables, List<? extends Expr> from, List<? extends Expr> to) {
        if (variables.isEmpty() || from.size() != variables.size() || to.size() != variables.size()) {
            throw new IllegalArgumentException("a supremum over " + variables.size() + " variables with " + from.size()
                    + " lower and " + to.size() + " upper ends: give one of each per variable");
        }
        var outer = Tape.free(body, variables);
        var all = new ArrayList<>(variables);
        all.addAll(outer);
        var tape = Tape.of(List.of(body), all);
        variables.forEach(variable -> Integral.requireFlat(tape, variable, "supremum"));
        var operands = new ArrayList<Expr>();
        for (int i = 0; i < variables.size(); i++) {
            operands.add(from.get(i));
            operands.add(to.get(i));
        }
        operands.addAll(outer);
        return new Supremum(body, List.copyOf(variables), tape, operands.toArray(Expr[]::new));
    }

    /** The infimum: -sup(-f). */
    public static Expr infimum(Expr body, List<Variable> variables, List<? extends Expr> from, List<? extends Expr> to) {
        return of(body.negate(), variables, from, to).negate();
    }

    /** The infimum for one variable between two ends. */
    public static Expr infimum(Expr body, Variable variable, Expr from, Expr to) {
        return infimum(body, List.of(variable), List.of(from), List.of(to));
    }

    /** The search on dyadic numbers of the given precision, with its leaves; only where no variable is bound further out. */
    public Maximum search(int bits) {
        var ends = new ArrayList<Expr>();
        for (var operand : operands()) {
            ends.add((Expr) operand);
        }
        return search(Tape.of(ends).evaluate(new DyadicArithmetic(bits)), bits);
    }

    private Maximum search(List<DyadicInterval> sets, int bits) {
        int ends = 2 * variables.size();
        return new MaximumSearch(tape, sets.subList(0, ends), sets.subList(ends, sets.size()), bits).run();
    }

    @Override
    public String label() {
        return "supremum of " + Fingerprint.of(body, variables);
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        var recorder = Recorder.behind(arithmetic);
        if (recorder != null) {
            if (variables.size() > 1) {
                throw new NotRecordedException("a supremum over more than one variable is not written out");
            }
            var operands = Arrays.stream(values).map(Step.class::cast).toList();
            return recorder.searched("supremum", operands, Programmer.of(tape, values.length - 1), sets -> search(sets, recorder.precision()).value());
        }
        var sets = Arrays.stream(values).map(value -> arithmetic.enclosure((T) value)).toList();
        return arithmetic.enclose(search(sets, Math.min(arithmetic.precision(), Integral.MOST_BITS)).value());
    }

    @Override
    boolean isSearched() {
        return true;
    }

    /** A rough guess: what a smooth body costs. */
    @Override
    long operations() {
        return 1000 * tape.operations();
    }
}
