package org.apodix.audit;

import java.util.ArrayList;
import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;

/**
 * The precision ladder: double intervals first, then dyadic intervals of 128, 256, 512, ... bits up to a limit.
 *
 * @param maxBits the last rung
 * @param maxWork the budget of one instance in scalar operations, one of b bits counted as 1 + b/64; never a time
 */
public record Ladder(int maxBits, long maxWork) {

    private static final int FIRST_BITS = 128;
    private static final long DEFAULT_WORK = 2_000_000_000L;

    /** A ladder that ends at this many decimal digits. */
    public static Ladder ofDigits(int digits) {
        return new Ladder((int) (digits * 3.3219280948873626) + 64, DEFAULT_WORK);
    }

    /** The carriers, from coarse to fine. */
    public List<Arithmetic<?>> rungs() {
        var rungs = new ArrayList<Arithmetic<?>>();
        rungs.add(DoubleArithmetic.INSTANCE);
        rungs.addAll(dyadicRungs());
        return rungs;
    }

    /** The dyadic carriers alone: what every printed digit comes from. */
    public List<Arithmetic<?>> dyadicRungs() {
        var rungs = new ArrayList<Arithmetic<?>>();
        for (int bits = FIRST_BITS; bits < maxBits; bits *= 2) {
            rungs.add(new DyadicArithmetic(bits));
        }
        rungs.add(new DyadicArithmetic(maxBits));
        return rungs;
    }

    /** The work of one evaluation on a rung. */
    static long work(Arithmetic<?> rung, long operations) {
        return rung instanceof DyadicArithmetic d ? Math.multiplyExact(operations, 1L + d.bits() / 64) : operations;
    }
}
