package org.apodix.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;

/**
 * The integral of a body over the whole real line, by the trapezoid rule with an error bound that rests on a {@link StripBound}.
 *
 * <p>The enclosure is true for every choice of the height, the step and the range that {@link StripQuadrature} makes, if the promise is. The value is
 * undefined ({@link org.apodix.enclosure.UndefinedException}) where the body is not proved to be defined at a node or the strip not to have a width. The
 * goal is a width of 2^-p times the integral of |f| on a carrier with p bits. It depends on the expression and the carrier alone.
 */
public final class StripIntegral extends Expr {

    /** Bounds need few bits. */
    private static final int BITS = 64;

    private final Expr body;
    private final Variable variable;
    private final StripBound strip;
    private final Tape bodyTape;
    private final List<Tape> promises;

    private StripIntegral(Expr body, Variable variable, StripBound strip, Tape bodyTape, List<Tape> promises, List<Variable> outer) {
        super(outer.toArray(Expr[]::new));
        this.body = body;
        this.variable = variable;
        this.strip = strip;
        this.bodyTape = bodyTape;
        this.promises = promises;
    }

    /**
     * The integral of {@code body} for {@code variable} over the real line.
     *
     * @param body may use variables that other nodes bind, but no integral or supremum that depends on {@code variable}
     */
    public static Expr of(Expr body, Variable variable, StripBound strip) {
        var outer = new ArrayList<Variable>();
        addFree(outer, body, variable);
        addFree(outer, strip.limit(), strip.height());
        addFree(outer, strip.integral(), strip.height());
        addFree(outer, strip.tail(), strip.from());
        addFree(outer, strip.least(), strip.from());
        var bodyTape = Tape.of(List.of(body), with(variable, outer));
        Integral.requireFlat(bodyTape, variable, "integral");
        return new StripIntegral(body, variable, strip, bodyTape, List.of(
            Tape.of(List.of(strip.limit()), with(strip.height(), outer)), Tape.of(List.of(strip.integral()), with(strip.height(), outer)),
            Tape.of(List.of(strip.tail()), with(strip.from(), outer)), Tape.of(List.of(strip.least()), with(strip.from(), outer))), outer);
    }

    Expr body() {
        return body;
    }

    Variable variable() {
        return variable;
    }

    /** The promise. */
    StripBound strip() {
        return strip;
    }

    private static void addFree(List<Variable> outer, Expr expression, Variable own) {
        Tape.free(expression, List.of(own)).stream().filter(other -> !outer.contains(other)).forEach(outer::add);
    }

    private static List<Variable> with(Variable own, List<Variable> outer) {
        var all = new ArrayList<>(List.of(own));
        all.addAll(outer);
        return all;
    }

    @Override
    public String label() {
        return "integral over the line of " + Fingerprint.of(body, List.of(variable)) + " in the strip "
            + Fingerprint.of(strip.limit(), List.of(strip.height())) + " " + Fingerprint.of(strip.integral(), List.of(strip.height())) + " with the tail bound "
            + Fingerprint.of(strip.tail(), List.of(strip.from())) + " from " + Fingerprint.of(strip.least(), List.of(strip.from()))
            + (strip.even() ? ", even" : "");
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        var recorder = Recorder.behind(arithmetic);
        if (recorder != null) { // without the promise, as in ImproperIntegral
            var operands = Arrays.stream(values).map(Step.class::cast).toList();
            return recorder.searched("line_integral", operands, Programmer.of(bodyTape, values.length + 1), sets -> enclose(sets, recorder.precision()));
        }
        var sets = Arrays.stream(values).map(value -> arithmetic.enclosure((T) value)).toList();
        return arithmetic.enclose(enclose(sets, Math.min(arithmetic.precision(), Integral.MOST_BITS)));
    }

    private DyadicInterval enclose(List<DyadicInterval> sets, int precision) {
        var integrand = new Integrand(bodyTape, sets, precision);
        var bounds = promises.stream().map(tape -> new Body<>(tape, new DyadicArithmetic(BITS), sets)).toList();
        return new StripQuadrature(integrand, new StripQuadrature.Promise(bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3)), strip.even()).enclose();
    }

    @Override
    boolean isSearched() {
        return true;
    }

    /** A rough guess: a few hundred nodes. */
    @Override
    long operations() {
        return 300 * bodyTape.operations();
    }
}
