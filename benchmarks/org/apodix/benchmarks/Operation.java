package org.apodix.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;

/** The operations measured, in each of the systems; BigDecimal has few of them. */
public enum Operation {

    add(DyadicArithmetic::add, Arb::arb_add, Apfloat::add, BigDecimal::add),
    subtract(DyadicArithmetic::subtract, Arb::arb_sub, Apfloat::subtract, BigDecimal::subtract),
    multiply(DyadicArithmetic::multiply, Arb::arb_mul, Apfloat::multiply, BigDecimal::multiply),
    divide(DyadicArithmetic::divide, Arb::arb_div, Apfloat::divide, BigDecimal::divide),
    square((a, x, y) -> a.square(x), (z, x, y, p) -> Arb.arb_sqr(z, x, p), (x, y) -> x.multiply(x), (x, y, c) -> x.multiply(x, c)),
    /** x^10. */
    power((a, x, y) -> a.power(x, 10), (z, x, y, p) -> Arb.arb_pow_ui(z, x, 10, p), (x, y) -> ApfloatMath.pow(x, 10),
        (x, y, c) -> x.pow(10, c)),
    sqrt((a, x, y) -> a.sqrt(x), (z, x, y, p) -> Arb.arb_sqrt(z, x, p), (x, y) -> ApfloatMath.sqrt(x), (x, y, c) -> x.sqrt(c)),
    cbrt(DyadicArithmetic::cbrt, (z, x, p) -> Arb.arb_root_ui(z, x, 3, p), ApfloatMath::cbrt),
    exp(DyadicArithmetic::exp, Arb::arb_exp, ApfloatMath::exp),
    expm1(DyadicArithmetic::expm1, Arb::arb_expm1, x -> ApfloatMath.exp(x).subtract(Apfloat.ONE)),
    log(DyadicArithmetic::log, Arb::arb_log, ApfloatMath::log),
    log1p(DyadicArithmetic::log1p, Arb::arb_log1p, x -> ApfloatMath.log(x.add(Apfloat.ONE))),
    sin(DyadicArithmetic::sin, Arb::arb_sin, ApfloatMath::sin),
    cos(DyadicArithmetic::cos, Arb::arb_cos, ApfloatMath::cos),
    tanh(DyadicArithmetic::tanh, Arb::arb_tanh, ApfloatMath::tanh),
    atan(DyadicArithmetic::atan, Arb::arb_atan, ApfloatMath::atan),
    /** Kept from the first call on by every system. */
    pi((a, x) -> a.pi(), (z, x, p) -> Arb.arb_const_pi(z, p), x -> ApfloatMath.pi(x.precision())),
    erf(DyadicArithmetic::erf, Arb::arb_hypgeom_erf, ApfloatMath::erf),
    erfc(DyadicArithmetic::erfc, Arb::arb_hypgeom_erfc, ApfloatMath::erfc),
    normalCdf(DyadicArithmetic::normalCdf, Arb::normalCdf, x -> ApfloatMath.erfc(x.negate().divide(ApfloatMath.sqrt(
        new Apfloat(2, x.precision())))).divide(new Apfloat(2)));

    interface OnIntervals {
        DyadicInterval apply(DyadicArithmetic arithmetic, DyadicInterval x, DyadicInterval y);
    }

    private interface OnInterval {
        DyadicInterval apply(DyadicArithmetic arithmetic, DyadicInterval x);
    }

    /** z = the operation of x and y; all are addresses. */
    interface OnBalls {
        void apply(long z, long x, long y, long bits);
    }

    private interface OnBall {
        void apply(long z, long x, long bits);
    }

    interface OnDecimals {
        BigDecimal apply(BigDecimal x, BigDecimal y, MathContext context);
    }

    final OnIntervals intervals;
    final OnBalls balls;
    final BiFunction<Apfloat, Apfloat, Apfloat> apfloats;
    /** Or null. */
    final OnDecimals decimals;

    Operation(OnIntervals intervals, OnBalls balls, BiFunction<Apfloat, Apfloat, Apfloat> apfloats, OnDecimals decimals) {
        this.intervals = intervals;
        this.balls = balls;
        this.apfloats = apfloats;
        this.decimals = decimals;
    }

    Operation(OnInterval intervals, OnBall balls, UnaryOperator<Apfloat> apfloats) {
        this((a, x, y) -> intervals.apply(a, x), (z, x, y, p) -> balls.apply(z, x, p), (x, y) -> apfloats.apply(x), null);
    }
}
