package org.apodix.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DyadicInterval;

/**
 * The integral of a body over a bounded range of one variable.
 *
 * <p>The value is undefined ({@link org.apodix.enclosure.UndefinedException}) where the body is not proved to be defined and bounded on
 * the closed range; 1/x over a range with 0 and log(x) over one that starts at 0 are. A lower end above the upper one gives the
 * negative of the integral over the range between. Everything else ends in an enclosure that contains the true value; it is wide where the
 * work ended before its goal. The enclosure depends on the expression and the carrier alone: on a carrier with p bits the goal
 * is a width of 2^-p times the integral of |f|, and the work is counted in operations.
 */
public final class Integral extends Expr {

    /** A carrier of more bits gets an enclosure of this many. */
    static final int MOST_BITS = 1 << 14;

    private final Expr body;
    private final Variable variable;
    private final QuadratureMethod method;
    private final Tape tape;

    private Integral(Expr body, Variable variable, QuadratureMethod method, Tape tape, Expr[] operands) {
        super(operands);
        this.body = body;
        this.variable = variable;
        this.method = method;
        this.tape = tape;
    }

    /** The integral of {@code body} for {@code variable} between two ends, by Gauss-Legendre quadrature. */
    public static Expr of(Expr body, Variable variable, Expr from, Expr to) {
        return of(body, variable, from, to, QuadratureMethod.GAUSS_LEGENDRE);
    }

    /**
     * The integral by the given method.
     *
     * @param body may use variables that other nodes bind, but no integral or supremum that depends on {@code variable}
     */
    public static Expr of(Expr body, Variable variable, Expr from, Expr to, QuadratureMethod method) {
        var own = List.of(variable);
        var outer = Tape.free(body, own);
        var all = new ArrayList<>(own);
        all.addAll(outer);
        var tape = Tape.of(List.of(body), all);
        requireFlat(tape, variable, "integral");
        var operands = new ArrayList<Expr>(List.of(from, to));
        operands.addAll(outer);
        return new Integral(body, variable, method, tape, operands.toArray(Expr[]::new));
    }

    static void requireFlat(Tape tape, Variable variable, String node) {
        if (tape.hasSearch(variable)) {
            throw new IllegalArgumentException("the body of this " + node + " contains an integral or a supremum that depends on its "
                    + variable.label());
        }
    }

    @Override
    public String label() {
        return "integral by " + method.text() + " of " + Fingerprint.of(body, List.of(variable));
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        var recorder = Recorder.behind(arithmetic);
        if (recorder != null) {
            var operands = Arrays.stream(values).map(Step.class::cast).toList();
            return recorder.searched("integral", operands, Programmer.of(tape, values.length - 1), sets -> enclose(sets, recorder.precision()));
        }
        var sets = Arrays.stream(values).map(value -> arithmetic.enclosure((T) value)).toList();
        return arithmetic.enclose(enclose(sets, Math.min(arithmetic.precision(), MOST_BITS)));
    }

    private DyadicInterval enclose(List<DyadicInterval> sets, int precision) {
        var integrand = new Integrand(tape, sets.subList(2, sets.size()), precision);
        var cells = method == QuadratureMethod.TAYLOR ? new TaylorCells(integrand) : new GaussCells(integrand);
        return new Quadrature(integrand, cells).over(sets.get(0), sets.get(1));
    }

    @Override
    boolean isSearched() {
        return true;
    }

    /** A rough guess: what a smooth integrand costs. */
    @Override
    long operations() {
        return 1000 * tape.operations();
    }
}
