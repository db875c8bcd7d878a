package org.apodix.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;

/**
 * The carrier that writes down operations and claims nothing of their values: the integrand of a recorded integral, the sides of a statement about a domain.
 * Equal constants are one step.
 */
final class Programmer implements Arithmetic<Step> {

    private final List<Step> steps = new ArrayList<>();
    private final Map<Rational, Step> constants = new HashMap<>();

    /** The program of a tape with one output: an input for each of its variables, then its operations; the last step is the output. */
    static List<Step> of(Tape tape, int variables) {
        var programmer = new Programmer();
        var output = programmer.run(tape, variables).get(0);
        if (output != programmer.steps.get(programmer.steps.size() - 1)) {
            programmer.add(output, programmer.of(Rational.ZERO));
        }
        return List.copyOf(programmer.steps);
    }

    /** The program of a tape with any number of outputs. */
    static Program program(Tape tape, int variables) {
        var programmer = new Programmer();
        var outputs = programmer.run(tape, variables);
        return new Program(List.copyOf(programmer.steps), List.copyOf(outputs));
    }

    private List<Step> run(Tape tape, int variables) {
        var row = new ArrayList<Step>();
        for (int i = 0; i < variables; i++) {
            row.add(append("input", List.of(), i, null));
        }
        return tape.evaluate(this, row);
    }

    private Step append(String operator, List<Step> operands, int exponent, Rational value) {
        var step = new Step(steps.size(), operator, operands, exponent, value, value, List.of());
        steps.add(step);
        return step;
    }

    private Step append(String operator, Step... operands) {
        return append(operator, List.of(operands), 0, null);
    }

    @Override
    public String name() {
        return "program";
    }

    @Override
    public Step of(Rational value) {
        return constants.computeIfAbsent(value, v -> append("const", List.of(), 0, v));
    }

    @Override
    public Step enclose(DyadicInterval set) {
        throw new NotRecordedException("what is enclosed within an integral is not written out");
    }

    @Override
    public DyadicInterval enclosure(Step a) {
        throw new NotRecordedException("an integral within an integral, or an integrand that depends on an enclosure, is not written out");
    }

    @Override
    public boolean isEntire(Step a) {
        return false;
    }

    @Override
    public Step pi() {
        return append("pi");
    }

    @Override
    public Step hull(Step a, Step b) {
        return append("hull", a, b);
    }

    @Override
    public Step square(Step a) {
        return power(a, 2);
    }

    @Override
    public Step power(Step a, int n) {
        return append("power", List.of(a), n, null);
    }

    @Override
    public Step logSumExp(List<Step> terms) {
        return terms.size() == 1 ? terms.get(0) : append("log_sum_exp", List.copyOf(terms), 0, null);
    }

    @Override
    public Step add(Step a, Step b) {
        return append("add", a, b);
    }

    @Override
    public Step subtract(Step a, Step b) {
        return append("subtract", a, b);
    }

    @Override
    public Step multiply(Step a, Step b) {
        return append("multiply", a, b);
    }

    @Override
    public Step divide(Step a, Step b) {
        return append("divide", a, b);
    }

    @Override
    public Step min(Step a, Step b) {
        return append("min", a, b);
    }

    @Override
    public Step max(Step a, Step b) {
        return append("max", a, b);
    }

    @Override
    public Step negate(Step a) {
        return append("negate", a);
    }

    @Override
    public Step sqrt(Step a) {
        return append("sqrt", a);
    }

    @Override
    public Step exp(Step a) {
        return append("exp", a);
    }

    @Override
    public Step log(Step a) {
        return append("log", a);
    }

    @Override
    public Step cbrt(Step a) {
        return append("cbrt", a);
    }

    @Override
    public Step expm1(Step a) {
        return append("expm1", a);
    }

    @Override
    public Step log1p(Step a) {
        return append("log1p", a);
    }

    @Override
    public Step sin(Step a) {
        return append("sin", a);
    }

    @Override
    public Step cos(Step a) {
        return append("cos", a);
    }

    @Override
    public Step tanh(Step a) {
        return append("tanh", a);
    }

    @Override
    public Step atan(Step a) {
        return append("atan", a);
    }

    @Override
    public Step erf(Step a) {
        return append("erf", a);
    }

    @Override
    public Step erfc(Step a) {
        return append("erfc", a);
    }

    @Override
    public Step normalCdf(Step a) {
        return append("normal_cdf", a);
    }

    @Override
    public Step normalTail(Step a) {
        return append("normal_tail", a);
    }

    @Override
    public Step abs(Step a) {
        return append("abs", a);
    }
}
