package org.apodix.benchmarks;

import com.sun.jna.Pointer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same operations in Arb, called from Java: each time holds one native call or, for normalCdf, four. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArbBenchmark {

    @Param({"16", "38", "77", "154", "308"})
    public int digits;

    @Param
    public Operation operation;

    private final Pointer[] balls = new Pointer[2 * Operands.COUNT + 1]; // kept from the collector
    private final long[] x = new long[Operands.COUNT];
    private final long[] y = new long[Operands.COUNT];
    private long z;
    private long bits;
    private int next;

    @Setup
    public void prepare() {
        var operands = new Operands(digits);
        bits = Operands.bits(digits);
        for (int i = 0; i < Operands.COUNT; i++) {
            x[i] = ball(2 * i, operands.xDecimal[i].toString());
            y[i] = ball(2 * i + 1, operands.yDecimal[i].toString());
        }
        z = ball(2 * Operands.COUNT, "0");
    }

    private long ball(int i, String value) {
        balls[i] = Arb.ball();
        Arb.arb_set_str(balls[i], value, bits);
        Arb.arb_add_error_2exp_si(balls[i], -bits);
        return Pointer.nativeValue(balls[i]);
    }

    @Benchmark
    public void arb() {
        next = next + 1 & Operands.COUNT - 1;
        operation.balls.apply(z, x[next], y[next], bits);
    }
}
