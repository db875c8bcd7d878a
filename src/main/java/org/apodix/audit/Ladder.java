package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.ApfloatArithmetic;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;

/**
 * The precision ladder: carriers from coarse to fine, and how far a comparison may climb.
 *
 * @param rungs   from coarse to fine
 * @param maxWork the budget of one instance in scalar operations, one of b bits counted as 1 + b/64; never a time
 * @param second  a ladder whose answers must not contradict those of this one, or null
 */
public record Ladder(List<Arithmetic<?>> rungs, long maxWork, Ladder second) {

    private static final int FIRST_BITS = 128;
    /** Enough for the digits that people read, where little cancels. */
    private static final int FEW_BITS = 64;
    private static final double FIRST_DIGITS = 38.5;
    private static final double BITS_PER_DIGIT = 3.3219280948873626;
    private static final long DEFAULT_WORK = 2_000_000_000L;
    /** What an operation on Apfloat costs in dyadic ones, about. */
    private static final long APFLOAT_WORK = 50;

    /** Double intervals first, then dyadic intervals of 128, 256, 512, ... bits; it ends at this many decimal digits. */
    public static Ladder ofDigits(int digits) {
        int maxBits = (int) (digits * BITS_PER_DIGIT) + 64;
        var rungs = new ArrayList<Arithmetic<?>>();
        rungs.add(DoubleArithmetic.INSTANCE);
        for (int bits = FIRST_BITS; bits < maxBits; bits *= 2) {
            rungs.add(new DyadicArithmetic(bits));
        }
        rungs.add(new DyadicArithmetic(maxBits));
        return of(rungs, DEFAULT_WORK);
    }

    /** Decimal intervals carried on Apfloat of 38, 77, 154, ... digits; it ends at this many digits and a few in reserve. */
    public static Ladder apfloat(int digits) {
        int maxDigits = digits + 19;
        var rungs = new ArrayList<Arithmetic<?>>();
        for (double d = FIRST_DIGITS; d < maxDigits; d *= 2) {
            rungs.add(new ApfloatArithmetic((int) d));
        }
        rungs.add(new ApfloatArithmetic(maxDigits));
        return of(rungs, DEFAULT_WORK);
    }

    /** A ladder of these carriers. */
    static Ladder of(List<Arithmetic<?>> rungs, long maxWork) {
        return new Ladder(List.copyOf(rungs), maxWork, null);
    }

    /** This ladder, its answers checked by another one. */
    Ladder checkedBy(Ladder other) {
        return new Ladder(rungs, maxWork, other);
    }

    /** This ladder without the second one. */
    public Ladder alone() {
        return new Ladder(rungs, maxWork, null);
    }

    /** This ladder with a coarser first dyadic carrier, for numbers of which a dozen digits are wanted. */
    Ladder coarse() {
        var all = new ArrayList<>(rungs);
        int first = IntStream.range(0, all.size()).filter(i -> all.get(i) instanceof DyadicArithmetic).findFirst().orElse(-1);
        if (first >= 0) {
            all.add(first, new DyadicArithmetic(FEW_BITS));
        }
        return new Ladder(List.copyOf(all), maxWork, second);
    }

    /** The carriers of arbitrary precision alone: what every printed digit comes from. */
    public List<Arithmetic<?>> fineRungs() {
        return rungs.stream().filter(rung -> !(rung instanceof DoubleArithmetic)).toList();
    }

    /** The name of the last rung. */
    String end() {
        return rungs.get(rungs.size() - 1).name();
    }

    /** The work of one evaluation on a rung. */
    static long work(Arithmetic<?> rung, long operations) {
        if (rung instanceof ApfloatArithmetic a) {
            return Math.multiplyExact(operations, APFLOAT_WORK * (1L + (long) (a.digits() * BITS_PER_DIGIT) / 64));
        }
        return rung instanceof DyadicArithmetic d ? Math.multiplyExact(operations, 1L + d.bits() / 64) : operations;
    }
}
