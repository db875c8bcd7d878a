package org.apodix.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rounding;

/**
 * The integral of a body over the whole real line, by the trapezoid rule.
 *
 * <p><b>What is derived and what is promised.</b> The integrand is proved to be holomorphic in a rectangle [-A, A] + i[-k, k], and bounded on its
 * boundary, by complex arithmetic on boxes that cover it; {@link org.apodix.enclosure.TrapezoidError} then bounds the error of the rule on
 * [-A, A]. No width of a strip and no bound in it is taken from the caller: k, A and the step are chosen here, and a bad choice costs work or
 * width, never truth. The one promise is the {@link TailBound} of the real integral beyond A.
 *
 * <p>Where no rectangle is proved (a kink, a pole or a branch point close to the line) or where it would need too many points, the range
 * [-L, L] is left to Gauss-Legendre quadrature as in {@link Integral}. The value is undefined ({@link
 * org.apodix.enclosure.UndefinedException}) where the body is not proved to be defined and bounded on [-L, L]. The goal is a width of 2^-p times the
 * integral of |f| on a carrier with p bits; everything else, an exhausted budget or a tail bound that does not get small, ends
 * in a wide enclosure that is true. It depends on the expression and the carrier alone.
 */
public final class ImproperIntegral extends Expr {

    private static final int LEAST_BITS = 32;

    private final Expr body;
    private final Variable variable;
    private final TailBound tail;
    private final Tape bodyTape;
    private final Tape tailTape;

    private ImproperIntegral(Expr body, Variable variable, TailBound tail, Tape bodyTape, Tape tailTape, List<Variable> outer) {
        super(outer.toArray(Expr[]::new));
        this.body = body;
        this.variable = variable;
        this.tail = tail;
        this.bodyTape = bodyTape;
        this.tailTape = tailTape;
    }

    /**
     * The integral of {@code body} for {@code variable} over the real line.
     *
     * @param body may use variables that other nodes bind, but no integral or supremum that depends on {@code variable}
     */
    public static Expr of(Expr body, Variable variable, TailBound tail) {
        var outer = new ArrayList<>(Tape.free(body, List.of(variable)));
        Tape.free(tail.bound(), List.of(tail.from())).stream().filter(other -> !outer.contains(other)).forEach(outer::add);
        var bodyTape = Tape.of(List.of(body), with(variable, outer));
        var tailTape = Tape.of(List.of(tail.bound()), with(tail.from(), outer));
        Integral.requireFlat(bodyTape, variable, "integral");
        return new ImproperIntegral(body, variable, tail, bodyTape, tailTape, outer);
    }

    private static List<Variable> with(Variable own, List<Variable> outer) {
        var all = new ArrayList<>(List.of(own));
        all.addAll(outer);
        return all;
    }

    @Override
    public String label() {
        return "integral over the line of " + Fingerprint.of(body, List.of(variable)) + " with the tail bound "
                + Fingerprint.of(tail.bound(), List.of(tail.from())) + " from " + tail.least();
    }

    @Override
    @SuppressWarnings("unchecked")
    <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values) {
        var recorder = Recorder.behind(arithmetic);
        if (recorder != null) { // without the promise: whoever checks it bounds the tails by other means
            var operands = Arrays.stream(values).map(Step.class::cast).toList();
            return recorder.searched("line_integral", operands, Programmer.of(bodyTape, values.length + 1), sets -> enclose(sets, recorder.precision()));
        }
        var sets = Arrays.stream(values).map(value -> arithmetic.enclosure((T) value)).toList();
        return arithmetic.enclose(enclose(sets, Math.min(arithmetic.precision(), Integral.MOST_BITS)));
    }

    private DyadicInterval enclose(List<DyadicInterval> sets, int precision) {
        var integrand = new Integrand(bodyTape, sets, precision);
        var tails = new Tails(integrand, tailTape, Dyadic.of(tail.least(), LEAST_BITS, Rounding.UP));
        return new LineQuadrature(integrand, tails).enclose();
    }

    @Override
    boolean isSearched() {
        return true;
    }

    /** A rough guess: what a smooth integrand costs. */
    @Override
    long operations() {
        return 1000 * bodyTape.operations();
    }
}
