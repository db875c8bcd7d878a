package org.apodix.enclosure;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The sum of the terms T_0 = 2^F, T_k = floor(floor(T_(k-1) U 2^(1-F)) / (2k+1)) of {@link DyadicErf}, up to the first T_K = 0 with 2K + 3 at
 * least a given rate. Exact on words of 32 bits, lowest first, that are overwritten term by term: a term has a handful of words, and new big
 * integers for each of its steps cost more than the arithmetic.
 */
final class ErfSeries {

    private static final long WORD = 0xffffffffL;

    private final int[] factor;
    private final int whole;
    private int[] term;
    private int length;
    private int[] product = new int[0];
    private int[] sum;
    private int k;

    /**
     * Sums the terms.
     *
     * @param u    the number U >= 0
     * @param f    the number F, a multiple of 32
     * @param rate below 2^30; the terms are as many at least as half of it
     */
    ErfSeries(BigInteger u, int f, long rate) {
        factor = words(u);
        whole = f / 32;
        term = new int[whole + 1];
        term[whole] = 1;
        length = whole + 1;
        sum = term.clone();
        while (length > 0 || 2L * k + 3 < rate) {
            k++;
            multiply();
            divide(2L * k + 1);
            add();
        }
    }

    /** T_0 + T_1 + ... */
    BigInteger sum() {
        var bytes = new byte[4 * sum.length];
        for (int i = 0; i < sum.length; i++) {
            for (int b = 0; b < 4; b++) {
                bytes[bytes.length - 1 - 4 * i - b] = (byte) (sum[i] >>> 8 * b);
            }
        }
        return new BigInteger(1, bytes);
    }

    /** The number K. */
    int last() {
        return k;
    }

    /** The words of a number that is not negative, without zeros at the high end. */
    private static int[] words(BigInteger number) {
        var words = new int[(number.bitLength() + 31) / 32];
        var bytes = number.toByteArray(); // highest first, with a zero before a high bit
        for (int i = 0; i < 4 * words.length && i < bytes.length; i++) {
            words[i / 4] |= (bytes[bytes.length - 1 - i] & 0xff) << 8 * (i % 4);
        }
        return words;
    }

    /** term = floor(2 term factor / 2^(32 whole)). */
    private void multiply() {
        int size = length + factor.length;
        if (product.length < size + 1) {
            product = new int[size + 9];
        }
        Arrays.fill(product, 0, size + 1, 0);
        for (int i = 0; i < length; i++) {
            long x = term[i] & WORD;
            long carry = 0;
            for (int j = 0; j < factor.length; j++) {
                long y = x * (factor[j] & WORD) + (product[i + j] & WORD) + carry; // below 2^64
                product[i + j] = (int) y;
                carry = y >>> 32;
            }
            product[i + factor.length] = (int) carry;
        }
        length = Math.max(0, size + 1 - whole);
        if (term.length < length) {
            term = new int[length + 8];
        }
        int below = whole == 0 ? 0 : product[whole - 1];
        for (int i = 0; i < length; i++) {
            int word = product[whole + i];
            term[i] = word << 1 | below >>> 31;
            below = word;
        }
    }

    /** term = floor(term / divisor), for a divisor below 2^31. */
    private void divide(long divisor) {
        long rest = 0;
        for (int i = length - 1; i >= 0; i--) {
            long y = rest << 32 | term[i] & WORD; // below 2^63
            long quotient = y / divisor;
            term[i] = (int) quotient;
            rest = y - quotient * divisor;
        }
        while (length > 0 && term[length - 1] == 0) {
            length--;
        }
    }

    /** Adds the term to the sum. */
    private void add() {
        if (sum.length < length + 1) {
            sum = Arrays.copyOf(sum, length + 9);
        }
        long carry = 0;
        for (int i = 0; i < length || carry != 0; i++) {
            if (i == sum.length) {
                sum = Arrays.copyOf(sum, i + 8);
            }
            long y = (sum[i] & WORD) + (i < length ? term[i] & WORD : 0) + carry;
            sum[i] = (int) y;
            carry = y >>> 32;
        }
    }
}
