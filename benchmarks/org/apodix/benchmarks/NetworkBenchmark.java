package org.apodix.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DoubleInterval;
import org.apodix.enclosure.Rational;
import org.apodix.network.Activation;
import org.apodix.network.AffineMap;
import org.apodix.network.Figures;
import org.apodix.network.Layer;
import org.apodix.network.Network;
import org.apodix.network.Row;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A network on double intervals: time per evaluation, and from it the weights per second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NetworkBenchmark {

    /** 100-100-100-100 units; "sparse": four weights a unit, of seven values; "dense": all weights, each another fraction. */
    @Param({"dense", "sparse"})
    public String kind;

    private Network network;
    private List<DoubleInterval> point;

    @Setup
    public void prepare() {
        network = network(kind);
        point = IntStream.range(0, 100).mapToObj(k -> DoubleArithmetic.INSTANCE.of(Rational.of(k - 50, 7))).toList();
    }

    static Network network(String kind) {
        var random = new Random(1);
        var sigma = Activation.signRelu(Rational.of(2, 3));
        return Network.of(List.of(new Layer(map(kind, random), sigma), new Layer(map(kind, random), sigma)), map(kind, random));
    }

    private static AffineMap map(String kind, Random random) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 100; i++) {
            var columns = kind.equals("dense") ? IntStream.range(0, 100) : random.ints(0, 100).distinct().limit(4).sorted();
            var terms = columns.mapToObj(j -> new Row.Term(j, kind.equals("dense")
                ? Rational.of(random.nextInt(2_000_000) - 1_000_000, 1_000_003).plus(Rational.of(1, 7)) : Rational.of(random.nextInt(7) + 1, 3))).toList();
            rows.add(new Row(terms, Rational.of(random.nextInt(7) + 1, 3)));
        }
        return AffineMap.of(100, rows);
    }

    @Benchmark
    public List<DoubleInterval> evaluate() {
        return network.at(DoubleArithmetic.INSTANCE, point);
    }

    public static void main(String[] args) throws RunnerException {
        var options = new OptionsBuilder().include("NetworkBenchmark.evaluate$").forks(1).warmupIterations(5)
            .warmupTime(TimeValue.milliseconds(500)).measurementIterations(5).measurementTime(TimeValue.milliseconds(500))
            .verbosity(VerboseMode.SILENT).build();
        for (var result : new Runner(options).run()) {
            var kind = result.getParams().getParam("kind");
            var figures = Figures.of(network(kind));
            double nanoseconds = result.getPrimaryResult().getStatistics().getMin();
            System.out.printf("%s: %,d weights and biases (%,d distinct), %,.0f ns, %,.1f million weights per second%n", kind,
                figures.nonzeros(), figures.distinct(), nanoseconds, 1e3 * figures.nonzeros() / nanoseconds);
        }
    }
}
