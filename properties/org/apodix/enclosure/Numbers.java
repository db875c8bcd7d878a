package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** The numbers on which the kernel is tried: small fractions, doubles of every size, long mantissas, neighbours of 1. */
final class Numbers {

    private static final List<Rational> EDGES = Stream.of("0", "1", "-1", "1/3", "-2/3", "1e-400", "-1e400", "1e22")
            .map(Rational::parse).toList();
    private static final List<Dyadic> DYADIC_EDGES = Stream.of(0, 1, -1, 2, 0.5, -0.75, Double.MIN_VALUE, Double.MAX_VALUE,
            Double.MIN_NORMAL, Math.nextUp(1.0), Math.nextDown(1.0), -0x1p-537, 0x1p-900, 0x1.8p-899, 0x1p53, -0x1.fffffffffffffp52)
            .map(x -> Dyadic.ofExact(x.doubleValue())).toList();

    private Numbers() { }

    static Arbitrary<Rational> rationals() {
        Arbitrary<Rational> fractions = Combinators
                .combine(Arbitraries.longs().between(-1000, 1000), Arbitraries.longs().between(1, 1000)).as(Rational::of);
        return Arbitraries.frequencyOf(
                Tuple.of(4, fractions),
                Tuple.of(2, Arbitraries.integers().between(-20, 20).map(Rational::of)),
                Tuple.of(4, dyadics().map(Dyadic::toRational)),
                Tuple.of(1, Arbitraries.of(EDGES))).withoutEdgeCases();
    }

    /** Dyadic numbers of 1 to 300 bits with sizes from 2^-1100 to 2^1100, mostly near 1. */
    static Arbitrary<Dyadic> dyadics() {
        Arbitrary<Dyadic> doubles = Arbitraries.longs().map(Double::longBitsToDouble)
                .filter(Double::isFinite).map(Dyadic::ofExact);
        Arbitrary<Integer> tops = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(-4, 4)),
                Tuple.of(1, Arbitraries.integers().between(-1100, 1100)));
        Arbitrary<Dyadic> longs = Combinators.combine(mantissas(), tops)
                .as((m, top) -> Dyadic.of(m, (long) top - m.bitLength()));
        Arbitrary<Dyadic> nearOne = Combinators.combine(mantissas(), Arbitraries.integers().between(-400, -2))
                .as((m, top) -> Dyadic.ONE.plus(Dyadic.of(m, (long) top - m.bitLength())));
        return Arbitraries.frequencyOf(Tuple.of(2, doubles), Tuple.of(5, longs),
                Tuple.of(1, nearOne), Tuple.of(1, Arbitraries.of(DYADIC_EDGES))).withoutEdgeCases();
    }

    private static Arbitrary<BigInteger> mantissas() {
        return Combinators.combine(Arbitraries.integers().between(1, 300), Arbitraries.longs(), Arbitraries.longs())
                .as((bits, a, b) -> {
                    BigInteger seed = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).abs().setBit(127);
                    BigInteger wide = seed.multiply(seed).multiply(seed);
                    BigInteger m = wide.shiftRight(Math.max(0, wide.bitLength() - bits)).max(BigInteger.ONE);
                    return a < 0 ? m.negate() : m;
                });
    }

    /** Dyadic numbers with |x| below about 700, so that exp stays within the doubles. */
    static Arbitrary<Dyadic> exponents() {
        return dyadics().map(x -> x.signum() == 0 || x.top() <= 9 ? x : x.shift(x.top() % 10 - x.top()));
    }

    static Arbitrary<Dyadic> positives() {
        return dyadics().filter(x -> x.signum() != 0).map(Dyadic::abs);
    }

    static Arbitrary<Integer> precisions() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(53, 64, 100, 128, 200, 256)),
                Tuple.of(2, Arbitraries.integers().between(2, 600)),
                Tuple.of(1, Arbitraries.of(1000, 2000))).withoutEdgeCases();
    }

    /** Intervals between two of the rationals, seen by any carrier as its own enclosure of both. */
    static Arbitrary<Rational[]> ranges() {
        return Combinators.combine(rationals(), rationals()).as((a, b) -> new Rational[] {a.min(b), a.max(b)})
                .withoutEdgeCases();
    }

    static <T> T enclose(Arithmetic<T> arithmetic, Rational[] range) {
        return arithmetic.hull(arithmetic.of(range[0]), arithmetic.of(range[1]));
    }

    /** A rational strictly inside the range or at one of its ends; part is from 0 to 16. */
    static Rational inside(Rational[] range, int part) {
        return range[0].plus(range[1].minus(range[0]).times(Rational.of(part, 16)));
    }
}
