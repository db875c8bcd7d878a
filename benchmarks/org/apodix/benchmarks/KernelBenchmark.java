package org.apodix.benchmarks;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.apfloat.Apfloat;
import org.apodix.enclosure.DyadicInterval;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One operation of the kernel, on points and on thin intervals, and the same in Apfloat and BigDecimal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark {

    @Param({"16", "38", "77", "154", "308"})
    public int digits;

    @Param
    public Operation operation;

    private Operands operands;
    private int next;

    @Setup
    public void prepare() {
        operands = new Operands(digits);
    }

    private int next() {
        next = next + 1 & Operands.COUNT - 1;
        return next;
    }

    @Benchmark
    public DyadicInterval point() {
        int i = next();
        return operation.intervals.apply(operands.arithmetic, operands.xPoint[i], operands.yPoint[i]);
    }

    @Benchmark
    public DyadicInterval interval() {
        int i = next();
        return operation.intervals.apply(operands.arithmetic, operands.xInterval[i], operands.yInterval[i]);
    }

    /** One number, not rigorous. */
    @Benchmark
    public Apfloat apfloat() {
        int i = next();
        return operation.apfloats.apply(operands.xApfloat[i], operands.yApfloat[i]);
    }

    /** One end, rounded down. */
    @Benchmark
    public BigDecimal bigDecimal() {
        int i = next();
        return operation.decimals.apply(operands.xDecimal[i], operands.yDecimal[i], operands.context);
    }
}
