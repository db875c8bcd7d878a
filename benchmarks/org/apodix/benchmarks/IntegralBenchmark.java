package org.apodix.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.Rounding;
import org.apodix.expression.Notation;
import org.apodix.expression.Tape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two relative entropies with their tails, to a relative width below 10^-digits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IntegralBenchmark {

    /** L stands for the end of the range, where the density is below 10^-(digits + 6), M for L + 1. */
    public enum Entropy {

        /** Of N(0, 1) against 9/10 N(0, 1) + 1/10 N(1, 1). */
        KL1("integral(-exp(-x^2/2)/sqrt(2*pi)*log(9/10+exp(x-1/2)/10), x, -L, L) + interval(-1, 1)*2*(1/L+L/2)*exp(-L^2/2)/sqrt(2*pi)"),
        /** Of (N(-1, 1) + N(1, 1)) / 2 against N(0, 2). */
        KL2("integral((exp(-(x+1)^2/2)+exp(-(x-1)^2/2))/(2*sqrt(2*pi))*(log((exp(x)+exp(-x))/sqrt(2))-x^2/4-1/2), x, -M, M)"
            + " + interval(-1, 1)*2*(6/L+2*L)*exp(-L^2/2)/sqrt(2*pi)");

        private final String text;

        Entropy(String text) {
            this.text = text;
        }
    }

    @Param({"30", "60", "100"})
    public int digits;

    @Param
    public Entropy operation;

    private Tape tape;
    private DyadicArithmetic arithmetic;

    @Setup
    public void prepare() {
        int end = (int) Math.ceil(Math.sqrt((digits + 6) * 4.606));
        tape = Tape.of(List.of(Notation.parse(operation.text.replace("L", "" + end).replace("M", "" + (end + 1)))));
        arithmetic = new DyadicArithmetic(digits * 10 / 3 + 20);
        var goal = Dyadic.of(Rational.ONE.over(Rational.of(10).pow(digits)), 40, Rounding.DOWN);
        if (integral().width().compareTo(integral().mignitude().times(goal)) > 0) {
            throw new IllegalStateException("the integral has fewer than " + digits + " digits");
        }
    }

    @Benchmark
    public DyadicInterval integral() {
        return tape.evaluate(arithmetic).get(0);
    }
}
