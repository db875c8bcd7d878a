package org.apodix.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BiFunction;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;

/** The operations measured, in each of the systems; BigDecimal has no exp and log. */
public enum Operation {

    add(DyadicArithmetic::add, Apfloat::add, BigDecimal::add),
    subtract(DyadicArithmetic::subtract, Apfloat::subtract, BigDecimal::subtract),
    multiply(DyadicArithmetic::multiply, Apfloat::multiply, BigDecimal::multiply),
    divide(DyadicArithmetic::divide, Apfloat::divide, BigDecimal::divide),
    square((a, x, y) -> a.square(x), (x, y) -> x.multiply(x), (x, y, c) -> x.multiply(x, c)),
    sqrt((a, x, y) -> a.sqrt(x), (x, y) -> ApfloatMath.sqrt(x), (x, y, c) -> x.sqrt(c)),
    exp((a, x, y) -> a.exp(x), (x, y) -> ApfloatMath.exp(x), null),
    log((a, x, y) -> a.log(x), (x, y) -> ApfloatMath.log(x), null);

    interface OnIntervals {
        DyadicInterval apply(DyadicArithmetic arithmetic, DyadicInterval x, DyadicInterval y);
    }

    interface OnDecimals {
        BigDecimal apply(BigDecimal x, BigDecimal y, MathContext context);
    }

    final OnIntervals intervals;
    final BiFunction<Apfloat, Apfloat, Apfloat> apfloats;
    final OnDecimals decimals;

    Operation(OnIntervals intervals, BiFunction<Apfloat, Apfloat, Apfloat> apfloats, OnDecimals decimals) {
        this.intervals = intervals;
        this.apfloats = apfloats;
        this.decimals = decimals;
    }
}
