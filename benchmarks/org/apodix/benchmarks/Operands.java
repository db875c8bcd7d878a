package org.apodix.benchmarks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.apfloat.Apfloat;
import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rounding;

/** The same random x in (0.25, 3) and y in (1, 2) for every system. */
final class Operands {

    static final int COUNT = 256;

    final DyadicArithmetic arithmetic;
    final MathContext context;
    final DyadicInterval[] xPoint = new DyadicInterval[COUNT];
    final DyadicInterval[] yPoint = new DyadicInterval[COUNT];
    final DyadicInterval[] xInterval = new DyadicInterval[COUNT];
    final DyadicInterval[] yInterval = new DyadicInterval[COUNT];
    final BigDecimal[] xDecimal = new BigDecimal[COUNT];
    final BigDecimal[] yDecimal = new BigDecimal[COUNT];
    final Apfloat[] xApfloat = new Apfloat[COUNT];
    final Apfloat[] yApfloat = new Apfloat[COUNT];

    Operands(int digits) {
        int bits = bits(digits);
        arithmetic = new DyadicArithmetic(bits);
        context = new MathContext(digits, RoundingMode.FLOOR);
        var random = new Random(digits);
        for (int i = 0; i < COUNT; i++) {
            var unit = Dyadic.of(new BigInteger(bits, random), -(long) bits);
            var x = unit.times(Dyadic.of(11).shift(-2)).plus(Dyadic.ONE.shift(-2)).round(bits, Rounding.DOWN);
            var y = Dyadic.of(new BigInteger(bits - 1, random), 1L - bits).plus(Dyadic.ONE);
            var width = Dyadic.of(BigInteger.TWO, -(long) bits);
            xPoint[i] = DyadicInterval.point(x);
            yPoint[i] = DyadicInterval.point(y);
            xInterval[i] = DyadicInterval.of(x, Dyadic.sum(x, width, bits, Rounding.UP));
            yInterval[i] = DyadicInterval.of(y, Dyadic.sum(y, width, bits, Rounding.UP));
            xDecimal[i] = decimal(x);
            yDecimal[i] = decimal(y);
            xApfloat[i] = new Apfloat(xDecimal[i], digits);
            yApfloat[i] = new Apfloat(yDecimal[i], digits);
        }
    }

    static int bits(int digits) {
        return (int) (digits * 3.3219281 + 1);
    }

    private BigDecimal decimal(Dyadic value) {
        var fraction = value.toRational();
        return new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()), context);
    }
}
