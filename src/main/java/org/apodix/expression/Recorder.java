package org.apodix.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.Defined;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.InexactException;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;

/**
 * The carrier that writes down what is computed. A value is a step; an operation on steps appends one.
 *
 * <p>A step with exact operands is exact where its value is rational and short. Any other step claims decimals: the operation is enclosed on the claimed
 * sets of its operands with more bits than they need, and the ends are rounded outward. Equal constants are one step.
 */
final class Recorder implements Arithmetic<Step> {

    /** Bits beyond the decimals: the decimals are then nearly the best ones. */
    private static final int MORE_BITS = 32;
    private static final double BITS_PER_DIGIT = 3.33;

    private final int digits;
    private final int maxSteps;
    private int left;
    private final ExactArithmetic exact;
    private final DyadicArithmetic sets;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Rational, Step> constants = new HashMap<>();

    Recorder(int digits, int exactBits, int maxSteps) {
        this.digits = digits;
        this.maxSteps = maxSteps;
        this.left = maxSteps;
        this.exact = new ExactArithmetic(exactBits);
        this.sets = new DyadicArithmetic((int) Math.ceil(digits * BITS_PER_DIGIT) + MORE_BITS);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    @Override
    public String name() {
        return "recorded-" + digits;
    }

    @Override
    public int precision() {
        return sets.precision();
    }

    /** The recorder behind a carrier, or null. */
    static Recorder behind(Arithmetic<?> arithmetic) {
        var carrier = arithmetic instanceof Defined<?> defined ? defined.carrier() : arithmetic;
        return carrier instanceof Recorder recorder ? recorder : null;
    }

    @Override
    public Step of(Rational value) {
        return constants.computeIfAbsent(value, v -> append("const", List.of(), 0, v, v));
    }

    @Override
    public Step enclose(DyadicInterval set) {
        throw new NotRecordedException("what is enclosed by other means than operations is not written out");
    }

    @Override
    public Step hull(Step a, Step b) {
        if (a.isExact() && b.isExact() && a.lower().equals(b.lower())) {
            return append("hull", List.of(a, b), 0, a.lower(), a.upper());
        }
        return claimed("hull", List.of(a, b), 0, set(a).hull(set(b)), List.of());
    }

    @Override
    public Step square(Step a) {
        return power(a, 2);
    }

    @Override
    public Step power(Step a, int n) {
        return recorded("power", List.of(a), n, () -> exact.power(a.lower(), n), () -> sets.power(set(a), n));
    }

    @Override
    public Step logSumExp(List<Step> terms) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        return claimed("log_sum_exp", List.copyOf(terms), 0, sets.logSumExp(terms.stream().map(this::set).toList()), List.of());
    }

    private Step apply(Operator operator, Step... operands) {
        Step first = operands.length > 0 ? operands[0] : null;
        Step second = operands.length > 1 ? operands[1] : null;
        return recorded(operator.name().toLowerCase(Locale.ROOT), List.of(operands), 0,
            () -> operator.apply(exact, first == null ? null : first.lower(), second == null ? null : second.lower()),
            () -> operator.apply(sets, first == null ? null : set(first), second == null ? null : set(second)));
    }

    private Step recorded(String operator, List<Step> operands, int exponent, Supplier<Rational> value, Supplier<DyadicInterval> enclosure) {
        if (operands.stream().allMatch(Step::isExact)) {
            try {
                var known = value.get();
                return append(operator, operands, exponent, known, known);
            } catch (InexactException e) {
                // irrational, or too long
            }
        }
        return claimed(operator, operands, exponent, enclosure.get(), List.of());
    }

    private Step claimed(String operator, List<Step> operands, int exponent, DyadicInterval set, List<Step> body) {
        if (!set.isBounded()) {
            throw new UndefinedException(operator + " of the operands of step " + steps.size() + " is not bounded");
        }
        return append(operator, operands, exponent, end(Decimals.lower(set, digits)), end(Decimals.upper(set, digits)), body);
    }

    private static Rational end(String decimal) {
        int exponent = decimal.indexOf('e');
        if (exponent >= 0 && Math.abs(Long.parseLong(decimal.substring(exponent + 1))) > Recording.GREATEST_POWER) {
            throw new NotRecordedException("numbers beyond 10^99999 or below 10^-99999 are not written out");
        }
        return Recording.end(decimal);
    }

    private DyadicInterval set(Step step) {
        return DyadicInterval.of(step.lower(), sets.precision()).hull(DyadicInterval.of(step.upper(), sets.precision()));
    }

    /**
     * An integral or a supremum as one step: its ends and the outer variables of its body are its operands, the body is a program. The enclosure is
     * computed on the claimed sets of the operands.
     */
    Step searched(String operator, List<Step> operands, List<Step> body, Function<List<DyadicInterval>, DyadicInterval> enclosure) {
        var set = enclosure.apply(operands.stream().map(this::set).toList());
        left -= body.size();
        return claimed(operator, operands, 0, set, body);
    }

    /** A function of a matrix, one step per entry, which reads the whole matrix row by row; its number is in the place of an exponent. */
    Matrix<Step> matrix(String operator, Matrix<Step> matrix, BiFunction<Matrix<DyadicInterval>, Arithmetic<DyadicInterval>, Matrix<DyadicInterval>> function) {
        int n = matrix.columns();
        var operands = new ArrayList<Step>();
        for (int i = 0; i < n * n; i++) {
            operands.add(matrix.at(i / n, i % n));
        }
        var result = function.apply(Matrix.of(n, n, (i, k) -> set(matrix.at(i, k))), sets);
        return Matrix.of(n, n, (i, k) -> claimed(operator, List.copyOf(operands), i * n + k, result.at(i, k), List.of()));
    }

    private Step append(String operator, List<Step> operands, int exponent, Rational lower, Rational upper) {
        return append(operator, operands, exponent, lower, upper, List.of());
    }

    private Step append(String operator, List<Step> operands, int exponent, Rational lower, Rational upper, List<Step> body) {
        if (steps.size() >= left) {
            throw new NotRecordedException("more than " + maxSteps + " operations");
        }
        var step = new Step(steps.size(), operator, operands, exponent, lower, upper, body);
        steps.add(step);
        return step;
    }

    @Override
    public boolean isEntire(Step a) {
        return false; // an unbounded set has been refused
    }

    @Override
    public DyadicInterval enclosure(Step a) {
        return set(a);
    }

    @Override
    public Step pi() {
        return apply(Operator.PI);
    }

    @Override
    public Step add(Step a, Step b) {
        return apply(Operator.ADD, a, b);
    }

    @Override
    public Step subtract(Step a, Step b) {
        return apply(Operator.SUBTRACT, a, b);
    }

    @Override
    public Step multiply(Step a, Step b) {
        return apply(Operator.MULTIPLY, a, b);
    }

    @Override
    public Step divide(Step a, Step b) {
        return apply(Operator.DIVIDE, a, b);
    }

    @Override
    public Step min(Step a, Step b) {
        return apply(Operator.MIN, a, b);
    }

    @Override
    public Step max(Step a, Step b) {
        return apply(Operator.MAX, a, b);
    }

    @Override
    public Step negate(Step a) {
        return apply(Operator.NEGATE, a);
    }

    @Override
    public Step sqrt(Step a) {
        return apply(Operator.SQRT, a);
    }

    @Override
    public Step exp(Step a) {
        return apply(Operator.EXP, a);
    }

    @Override
    public Step log(Step a) {
        return apply(Operator.LOG, a);
    }

    @Override
    public Step cbrt(Step a) {
        return apply(Operator.CBRT, a);
    }

    @Override
    public Step expm1(Step a) {
        return apply(Operator.EXPM1, a);
    }

    @Override
    public Step log1p(Step a) {
        return apply(Operator.LOG1P, a);
    }

    @Override
    public Step sin(Step a) {
        return apply(Operator.SIN, a);
    }

    @Override
    public Step cos(Step a) {
        return apply(Operator.COS, a);
    }

    @Override
    public Step tanh(Step a) {
        return apply(Operator.TANH, a);
    }

    @Override
    public Step atan(Step a) {
        return apply(Operator.ATAN, a);
    }

    @Override
    public Step erf(Step a) {
        return apply(Operator.ERF, a);
    }

    @Override
    public Step erfc(Step a) {
        return apply(Operator.ERFC, a);
    }

    @Override
    public Step normalCdf(Step a) {
        return apply(Operator.NORMAL_CDF, a);
    }

    @Override
    public Step normalTail(Step a) {
        return apply(Operator.NORMAL_TAIL, a);
    }

    @Override
    public Step abs(Step a) {
        return apply(Operator.ABS, a);
    }
}
