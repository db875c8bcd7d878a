package org.apodix.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Runs everything and prints one table. Arguments: digits, all five by default; then operations, all by default. */
public final class Benchmarks {

    private static final String NONE = "-";

    private final String[] digits;
    private final EnumSet<Operation> operations;
    private final Map<String, Double> times = new HashMap<>();

    private Benchmarks(String[] digits, EnumSet<Operation> operations) {
        this.digits = digits;
        this.operations = operations;
    }

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        var digits = args.length > 0 && !args[0].isEmpty() ? args[0].split(",") : new String[] {"16", "38", "77", "154", "308"};
        var operations = EnumSet.allOf(Operation.class);
        if (args.length > 1 && !args[1].isEmpty()) {
            operations.retainAll(Arrays.stream(args[1].split(",")).map(Operation::valueOf).toList());
        }
        new Benchmarks(digits, operations).run();
    }

    private void run() throws RunnerException, IOException, InterruptedException {
        inC();
        measure("KernelBenchmark.(point|interval|apfloat)", operations);
        var decimals = EnumSet.copyOf(operations);
        decimals.removeIf(o -> o.decimals == null);
        if (!decimals.isEmpty()) {
            measure("KernelBenchmark.bigDecimal", decimals);
        }
        boolean arb = Arb.isPresent();
        if (arb) {
            measure("ArbBenchmark.raw", operations);
            measure("ArbBenchmark.call", EnumSet.of(Operation.add));
        }
        inC();
        print(arb);
    }

    private void measure(String benchmark, EnumSet<Operation> which) throws RunnerException {
        var options = new OptionsBuilder().include(benchmark + "$").param("digits", digits)
            .param("operation", which.stream().map(Enum::name).toArray(String[]::new))
            .forks(1).warmupIterations(5).warmupTime(TimeValue.milliseconds(200))
            .measurementIterations(5).measurementTime(TimeValue.milliseconds(200)).verbosity(VerboseMode.SILENT).build();
        for (var result : new Runner(options).run()) {
            var parameters = result.getParams();
            var name = parameters.getBenchmark().replaceAll(".*\\.", "");
            // the least of the iterations: other work on the machine only adds
            keep(name, parameters.getParam("digits"), parameters.getParam("operation"), result.getPrimaryResult().getStatistics().getMin());
        }
    }

    private void keep(String system, String digits, String operation, double nanoseconds) {
        times.merge(system + " " + digits + " " + operation, nanoseconds, Math::min);
    }

    /** The same in C, before and after all else, where a compiler and the headers of Arb are installed. */
    private void inC() throws IOException, InterruptedException {
        var program = Path.of("target", "arb");
        if (!Files.isExecutable(program)) {
            Files.createDirectories(program.getParent());
            try {
                new ProcessBuilder("cc", "-O2", "benchmarks/arb.c", "-o", program.toString(), "-lflint-arb", "-lflint")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            } catch (IOException e) {
                return; // no compiler
            }
        }
        if (!Files.isExecutable(program)) {
            return;
        }
        var process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Arrays.stream(digits)).toList()).start();
        try (var lines = process.inputReader()) {
            for (var line : (Iterable<String>) lines.lines()::iterator) {
                var words = line.split(" ");
                keep("c", words[0], words[1], Double.parseDouble(words[2]));
            }
        }
    }

    private void print(boolean arb) {
        System.out.println();
        row(List.of("digits", "operation", "point", "interval", "Arb in C", "point/Arb", "interval/Arb", "Arb by JNA", "net of call",
            "Apfloat", "BigDecimal"));
        row(List.of("---", "---", "---", "---", "---", "---", "---", "---", "---", "---", "---"));
        for (var digit : digits) {
            for (var operation : operations) {
                var cells = new ArrayList<>(List.of(digit, operation.name()));
                var key = digit + " " + operation;
                var inC = times.get("c " + key);
                cells.add(shown(times.get("point " + key)));
                cells.add(shown(times.get("interval " + key)));
                cells.add(shown(inC));
                cells.add(ratio(times.get("point " + key), inC));
                cells.add(ratio(times.get("interval " + key), inC));
                cells.add(shown(times.get("raw " + key)));
                cells.add(arb ? shown(times.get("raw " + key) - times.get("call " + digit + " add")) : NONE);
                cells.add(shown(times.get("apfloat " + key)));
                cells.add(shown(times.get("bigDecimal " + key)));
                row(cells);
            }
        }
        if (!arb) {
            System.out.println("Arb by JNA: not run, there is no libflint-arb of version 2 here");
        }
        if (times.keySet().stream().noneMatch(k -> k.startsWith("c "))) {
            System.out.println("Arb in C: not run, there is no C compiler or no header of Arb here");
        }
    }

    private static void row(List<String> cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private static String shown(Double nanoseconds) {
        return nanoseconds == null ? NONE : String.format(Locale.ROOT, "%.0f", nanoseconds);
    }

    private static String ratio(Double left, Double right) {
        return left == null || right == null ? NONE : String.format(Locale.ROOT, "%.1f", left / right);
    }
}
