package org.apodix.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs everything and prints two tables. Arguments, each of them a list with commas or empty for all: digits of the operations, operations,
 * digits of the integrals ("-" for no integrals).
 */
public final class Benchmarks {

    private static final String NONE = "-";
    /** JVMs for each number; with 0 all are measured in one, which is faster and less exact. */
    private static final int FORKS = Integer.getInteger("forks", 1);
    private static final Path PROGRAM = Path.of("target", "arb");

    private final Map<String, Double> times = new HashMap<>();
    private final boolean inC;

    private Benchmarks() throws IOException, InterruptedException {
        inC = compile();
    }

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        var digits = list(args, 0, "16,38,77,154,308");
        var operations = list(args, 1, String.join(",", Arrays.stream(Operation.values()).map(Enum::name).toList()));
        var integralDigits = list(args, 2, "30,60,100");
        integralDigits.remove(NONE);
        var benchmarks = new Benchmarks();
        benchmarks.run(digits, EnumSet.copyOf(operations.stream().map(Operation::valueOf).toList()), integralDigits);
    }

    private static List<String> list(String[] args, int i, String all) {
        return new ArrayList<>(List.of((args.length > i && !args[i].isEmpty() ? args[i] : all).split(",")));
    }

    private void run(List<String> digits, EnumSet<Operation> operations, List<String> integralDigits)
            throws RunnerException, IOException, InterruptedException {
        inC("functions", digits);
        inC("integrals", integralDigits);
        measure("KernelBenchmark.(point|interval)", digits, operations, 5);
        measure("KernelBenchmark.apfloat", digits, operations, 3);
        measure("KernelBenchmark.bigDecimal", digits, operations.stream().filter(o -> o.decimals != null).toList(), 3);
        if (!inC && Arb.isPresent()) {
            measure("ArbBenchmark.arb", digits, operations, 3);
        }
        measure("IntegralBenchmark.integral", integralDigits, EnumSet.allOf(IntegralBenchmark.Entropy.class), 5);
        inC("functions", digits);
        inC("integrals", integralDigits);
        print(digits, operations);
        print(integralDigits);
        System.out.println("\nArb: " + (inC ? "in C" : Arb.isPresent() ? "by JNA"
            : "not run, as there is no C compiler with its headers and no libflint-arb of version 2"));
    }

    private void measure(String benchmark, List<String> digits, Collection<? extends Enum<?>> which, int iterations)
            throws RunnerException {
        if (digits.isEmpty() || which.isEmpty()) {
            return;
        }
        var options = new OptionsBuilder().include(benchmark + "$").param("digits", digits.toArray(String[]::new))
            .param("operation", which.stream().map(Enum::name).toArray(String[]::new))
            .addProfiler(ProcessorTime.class).forks(FORKS).warmupIterations(iterations).warmupTime(TimeValue.milliseconds(250))
            .measurementIterations(iterations).measurementTime(TimeValue.milliseconds(100)).verbosity(VerboseMode.SILENT).build();
        for (var result : new Runner(options).run()) {
            var parameters = result.getParams();
            var name = parameters.getBenchmark().replaceAll(".*\\.", "");
            keep(name, parameters.getParam("digits"), parameters.getParam("operation"),
                result.getSecondaryResults().get(ProcessorTime.LABEL).getScore());
        }
    }

    private void keep(String system, String digits, String operation, double nanoseconds) {
        times.merge(system + " " + digits + " " + operation, nanoseconds, Math::min);
    }

    /** False without a compiler, the library and its headers. */
    private static boolean compile() throws IOException, InterruptedException {
        Files.createDirectories(PROGRAM.getParent());
        try {
            return new ProcessBuilder("cc", "-O2", "benchmarks/arb.c", "-o", PROGRAM.toString(), "-lflint-arb", "-lflint")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Arb in C, before and after all else. */
    private void inC(String what, List<String> digits) throws IOException {
        if (!inC || digits.isEmpty()) {
            return;
        }
        var process = new ProcessBuilder(Stream.concat(Stream.of(PROGRAM.toString(), what), digits.stream()).toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = process.inputReader()) {
            for (var line : (Iterable<String>) lines.lines()::iterator) {
                var words = line.split(" ");
                keep("arb", words[0], words[1], Double.parseDouble(words[2]));
            }
        }
    }

    private void print(List<String> digits, EnumSet<Operation> operations) {
        row(List.of("digits", "operation", "point ns", "interval ns", "Arb ns", "point/Arb", "interval/Arb", "Apfloat ns", "Apfloat/point",
            "BigDecimal ns", "BigDecimal/point"));
        row(List.of("---", "---", "---", "---", "---", "---", "---", "---", "---", "---", "---"));
        for (var digit : digits) {
            for (var operation : operations) {
                var key = " " + digit + " " + operation;
                var point = times.get("point" + key);
                var interval = times.get("interval" + key);
                var arb = times.get("arb" + key);
                var apfloat = times.get("apfloat" + key);
                var decimal = times.get("bigDecimal" + key);
                row(List.of(digit, operation.name(), shown(point), shown(interval), shown(arb), ratio(point, arb), ratio(interval, arb),
                    shown(apfloat), ratio(apfloat, point), shown(decimal), ratio(decimal, point)));
            }
        }
    }

    private void print(List<String> integralDigits) {
        System.out.println();
        row(List.of("digits", "integral", "ms", "Arb ms", "ratio"));
        row(List.of("---", "---", "---", "---", "---"));
        for (var digit : integralDigits) {
            for (var entropy : IntegralBenchmark.Entropy.values()) {
                var time = times.get("integral " + digit + " " + entropy);
                var arb = times.get("arb " + digit + " " + entropy);
                row(List.of(digit, entropy.name(), milliseconds(time), milliseconds(arb), ratio(time, arb)));
            }
        }
    }

    private static void row(List<String> cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private static String shown(Double nanoseconds) {
        return nanoseconds == null ? NONE : String.format(Locale.ROOT, "%.0f", nanoseconds);
    }

    private static String milliseconds(Double nanoseconds) {
        return nanoseconds == null ? NONE : String.format(Locale.ROOT, "%.1f", nanoseconds / 1e6);
    }

    private static String ratio(Double left, Double right) {
        return left == null || right == null ? NONE : String.format(Locale.ROOT, left < 100 * right ? "%.1f" : "%.0f", left / right);
    }
}
