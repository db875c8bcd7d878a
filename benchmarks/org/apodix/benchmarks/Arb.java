package org.apodix.benchmarks;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** Arb 2 through JNA's direct mapping, where libflint-arb is installed. */
final class Arb {

    private static final String LIBRARY = "flint-arb";
    /** sizeof(arb_t) on 64 bits. */
    private static final int SIZE = 48;

    static {
        Native.register(Arb.class, NativeLibrary.getInstance(LIBRARY));
    }

    /** 1 / sqrt(2) to more digits than are measured. */
    private static final Pointer ROOT_HALF = ball();

    static {
        arb_set_str(ROOT_HALF, "2", 2000);
        arb_rsqrt(Pointer.nativeValue(ROOT_HALF), Pointer.nativeValue(ROOT_HALF), 2000);
    }

    private Arb() { }

    /** Whether the library is there, with the 64-bit layout of Arb 2. */
    static boolean isPresent() {
        try {
            return Native.POINTER_SIZE == 8 && Native.LONG_SIZE == 8
                && NativeLibrary.getInstance(LIBRARY).getGlobalVariableAddress("arb_version").getPointer(0).getString(0).startsWith("2.");
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** A new ball of value 0. */
    static Pointer ball() {
        var memory = new Memory(SIZE);
        memory.clear();
        arb_init(memory);
        return memory;
    }

    static native void arb_init(Pointer x);

    static native int arb_set_str(Pointer x, String text, long bits);

    static native void arb_add_error_2exp_si(Pointer x, long exponent);

    static native void arb_add(long z, long x, long y, long bits);

    static native void arb_sub(long z, long x, long y, long bits);

    static native void arb_mul(long z, long x, long y, long bits);

    static native void arb_div(long z, long x, long y, long bits);

    static native void arb_sqr(long z, long x, long bits);

    static native void arb_pow_ui(long z, long x, long n, long bits);

    static native void arb_sqrt(long z, long x, long bits);

    static native void arb_rsqrt(long z, long x, long bits);

    static native void arb_root_ui(long z, long x, long n, long bits);

    static native void arb_exp(long z, long x, long bits);

    static native void arb_expm1(long z, long x, long bits);

    static native void arb_log(long z, long x, long bits);

    static native void arb_log1p(long z, long x, long bits);

    static native void arb_sin(long z, long x, long bits);

    static native void arb_cos(long z, long x, long bits);

    static native void arb_tanh(long z, long x, long bits);

    static native void arb_atan(long z, long x, long bits);

    static native void arb_const_pi(long z, long bits);

    static native void arb_hypgeom_erf(long z, long x, long bits);

    static native void arb_hypgeom_erfc(long z, long x, long bits);

    static native void arb_neg(long z, long x);

    static native void arb_mul_2exp_si(long z, long x, long exponent);

    /** erfc(-x / sqrt(2)) / 2. */
    static void normalCdf(long z, long x, long bits) {
        arb_mul(z, x, Pointer.nativeValue(ROOT_HALF), bits);
        arb_neg(z, z);
        arb_hypgeom_erfc(z, z, bits);
        arb_mul_2exp_si(z, z, -1);
    }
}
