package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The forward operations of the public ITF1788 suite, whose results are the tightest binary64 intervals: the dyadic
 * result, rounded outward, must be equal, the double result must contain it. Not run without the folder.
 *
 * <p>The suite cuts operands down to the domain and knows an empty set; this kernel answers ENTIRE and has no empty set.
 * Such cases are counted as passed over.
 */
class ConformanceSuiteTest {

    private static final DyadicArithmetic DYADIC = new DyadicArithmetic(3500);

    @Test
    void should_agree_bit_for_bit_with_the_public_suite() throws IOException {
        String folder = System.getProperty("apodix.testData", "");
        Path itl = Path.of(folder, "itl");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(itl), "the system property apodix.testData names no folder with itl");
        Map<String, int[]> counts = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (String name : List.of("elem", "set")) {
            for (ConformanceSuite.Case test : ConformanceSuite.read(itl.resolve("libieeep1788_" + name + ".itl"))) {
                run(test, counts, failures);
            }
        }
        int compared = 0;
        int passedOver = 0;
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, int[]> entry : counts.entrySet()) {
            compared += entry.getValue()[0];
            passedOver += entry.getValue()[1];
            line.append(' ').append(entry.getKey()).append(' ').append(entry.getValue()[0]).append('/')
                    .append(entry.getValue()[0] + entry.getValue()[1]);
        }
        System.out.println("ITF1788: " + compared + " cases compared, " + failures.size() + " different, " + passedOver
                + " passed over (empty or outside the domain); compared/read per operation:" + line);
        assertThat(failures).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(577);
        assertThat(counts.keySet()).contains("add", "sub", "mul", "div", "recip", "neg", "sqr", "sqrt", "pown", "exp", "log",
                "sin", "cos", "tanh", "atan", "abs", "min", "max", "convexHull", "intersection");
    }

    private static void run(ConformanceSuite.Case test, Map<String, int[]> counts, List<String> failures) {
        List<DoubleInterval> x = test.operands();
        boolean empty = x.contains(null) || test.expected() == null;
        if (!known(test.operation())) {
            return;
        }
        int[] count = counts.computeIfAbsent(test.operation(), key -> new int[2]);
        if (empty || !defined(test)) {
            count[1]++;
            return;
        }
        count[0]++;
        DoubleInterval tight = DoubleFunctions.outward(
                apply(DYADIC, test, x.stream().map(DoubleInterval::toDyadic).toList()));
        if (!tight.equals(test.expected())) {
            failures.add(test.line() + " but dyadic " + tight);
        }
        DoubleInterval filter = apply(DoubleArithmetic.INSTANCE, test, x);
        if (!filter.contains(test.expected())) {
            failures.add(test.line() + " but double " + filter);
        }
    }

    private static boolean defined(ConformanceSuite.Case test) {
        DoubleInterval x = test.operands().get(0);
        return switch (test.operation()) {
            case "div" -> !test.operands().get(1).containsZero();
            case "recip" -> !x.containsZero();
            case "pown" -> test.power() >= 0 || !x.containsZero();
            case "sqrt" -> x.lower() >= 0;
            case "log" -> x.lower() > 0;
            case "logp1" -> x.lower() > -1;
            default -> true;
        };
    }

    private static boolean known(String operation) {
        return List.of("pos", "neg", "add", "sub", "mul", "div", "recip", "sqr", "sqrt", "cbrt", "pown", "exp", "expm1", "log",
                "logp1", "sin", "cos", "tanh", "atan", "abs", "min", "max", "convexHull", "intersection").contains(operation);
    }

    private static <T> T apply(Arithmetic<T> c, ConformanceSuite.Case test, List<T> x) {
        T a = x.get(0);
        T b = x.get(x.size() - 1);
        return switch (test.operation()) {
            case "pos" -> a;
            case "neg" -> c.negate(a);
            case "add" -> c.add(a, b);
            case "sub" -> c.subtract(a, b);
            case "mul" -> c.multiply(a, b);
            case "div" -> c.divide(a, b);
            case "recip" -> c.divide(c.of(Rational.ONE), a);
            case "sqr" -> c.square(a);
            case "sqrt" -> c.sqrt(a);
            case "cbrt" -> c.cbrt(a);
            case "pown" -> c.power(a, test.power());
            case "exp" -> c.exp(a);
            case "expm1" -> c.expm1(a);
            case "log" -> c.log(a);
            case "logp1" -> c.log1p(a);
            case "sin" -> c.sin(a);
            case "cos" -> c.cos(a);
            case "tanh" -> c.tanh(a);
            case "atan" -> c.atan(a);
            case "abs" -> c.abs(a);
            case "min" -> c.min(a, b);
            case "max" -> c.max(a, b);
            case "convexHull" -> c.hull(a, b);
            case "intersection" -> intersection(a, b);
            default -> throw new IllegalArgumentException(test.operation());
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> T intersection(T a, T b) {
        return a instanceof DyadicInterval x ? (T) x.intersect((DyadicInterval) b)
                : (T) DoubleFunctions.outward(((DoubleInterval) a).toDyadic().intersect(((DoubleInterval) b).toDyadic()));
    }
}
