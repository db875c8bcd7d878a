package org.apodix.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A small generator of random integers that is the same on every platform and in every version.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): a Weyl sequence with the golden-ratio increment and a
 * 64-bit finalizer. Its start is SHA-256 of (seed, claim, k), so neighbouring instances are unrelated.
 */
final class SplitMix {

    private static final long INCREMENT = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix(long seed, String claim, int k) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(12).putLong(seed).putInt(k).array());
            this.state = ByteBuffer.wrap(digest.digest(claim.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform provides SHA-256", e);
        }
    }

    private long next() {
        state += INCREMENT;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A uniform integer in {0, ..., most}, by rejection. */
    long below(long most) {
        if (most == Long.MAX_VALUE) {
            return next() >>> 1;
        }
        long range = most + 1;
        long bits;
        long value;
        do {
            bits = next() >>> 1;
            value = bits % range;
        } while (bits - value + most < 0);
        return value;
    }
}
