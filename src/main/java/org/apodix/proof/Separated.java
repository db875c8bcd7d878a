package org.apodix.proof;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * A function of several variables that is a sum of functions of one variable each: constant + sum_i (slope_i x_i + part_i(x_i)). It is defined everywhere.
 *
 * @param parts one per variable, null for 0
 */
record Separated(Rational constant, Rational[] slopes, Expr[] parts) {

    /** Thrown by an operation whose result is no such sum, or is not known to be defined everywhere. */
    static final class Mixed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Mixed() {
            super("no sum of functions of one variable each", null, false, false);
        }
    }

    static Separated constant(int variables, Rational value) {
        var slopes = new Rational[variables];
        java.util.Arrays.fill(slopes, Rational.ZERO);
        return new Separated(value, slopes, new Expr[variables]);
    }

    static Separated variable(int variables, int i) {
        var x = constant(variables, Rational.ZERO);
        x.slopes[i] = Rational.ONE;
        return x;
    }

    /** The function that depends on this variable at most, and is this one. */
    Separated only(int i, Expr function) {
        var result = constant(slopes.length, Rational.ZERO);
        result.parts[i] = function;
        return result;
    }

    boolean dependsOn(int i) {
        return parts[i] != null || !slopes[i].isZero();
    }

    boolean isConstant() {
        for (int i = 0; i < slopes.length; i++) {
            if (dependsOn(i)) {
                return false;
            }
        }
        return true;
    }

    /** The only variable on which this or the other function depends, the first one where there is none; {@link Mixed} where there are two. */
    int variableWith(Separated other) {
        int found = -1;
        for (int i = 0; i < slopes.length; i++) {
            if (dependsOn(i) || other.dependsOn(i)) {
                if (found >= 0) {
                    throw new Mixed();
                }
                found = i;
            }
        }
        return Math.max(found, 0);
    }

    Separated plus(Separated other) {
        var sum = constant(slopes.length, constant.plus(other.constant));
        for (int i = 0; i < slopes.length; i++) {
            sum.slopes[i] = slopes[i].plus(other.slopes[i]);
            sum.parts[i] = parts[i] == null ? other.parts[i] : other.parts[i] == null ? parts[i] : parts[i].plus(other.parts[i]);
        }
        return sum;
    }

    Separated times(Rational factor) {
        var product = constant(slopes.length, constant.times(factor));
        for (int i = 0; i < slopes.length && !factor.isZero(); i++) {
            product.slopes[i] = slopes[i].times(factor);
            product.parts[i] = parts[i] == null ? null : parts[i].times(Expr.of(factor));
        }
        return product;
    }

    /** slope_i x_i + part_i(x_i). */
    Expr summand(int i, List<? extends Expr> variables) {
        var affine = slopes[i].isZero() ? Expr.ZERO : Expr.of(slopes[i]).times(variables.get(i));
        return parts[i] == null ? affine : slopes[i].isZero() ? parts[i] : affine.plus(parts[i]);
    }
}
