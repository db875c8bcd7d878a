package org.apodix.expression;

import org.apodix.enclosure.Arithmetic;

/** The scalar operations of a carrier, by name. */
enum Operator {
    ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQRT, CBRT, EXP, EXPM1, LOG, LOG1P, SIN, COS, TANH, ATAN, ERF, ERFC, NORMAL_CDF, NORMAL_TAIL,
    ABS, MIN, MAX, PI;

    <T> T apply(Arithmetic<T> arithmetic, T first, T second) {
        return switch (this) {
            case ADD -> arithmetic.add(first, second);
            case SUBTRACT -> arithmetic.subtract(first, second);
            case MULTIPLY -> arithmetic.multiply(first, second);
            case DIVIDE -> arithmetic.divide(first, second);
            case NEGATE -> arithmetic.negate(first);
            case SQRT -> arithmetic.sqrt(first);
            case CBRT -> arithmetic.cbrt(first);
            case EXP -> arithmetic.exp(first);
            case EXPM1 -> arithmetic.expm1(first);
            case LOG -> arithmetic.log(first);
            case LOG1P -> arithmetic.log1p(first);
            case SIN -> arithmetic.sin(first);
            case COS -> arithmetic.cos(first);
            case TANH -> arithmetic.tanh(first);
            case ATAN -> arithmetic.atan(first);
            case ERF -> arithmetic.erf(first);
            case ERFC -> arithmetic.erfc(first);
            case NORMAL_CDF -> arithmetic.normalCdf(first);
            case NORMAL_TAIL -> arithmetic.normalTail(first);
            case ABS -> arithmetic.abs(first);
            case MIN -> arithmetic.min(first, second);
            case MAX -> arithmetic.max(first, second);
            case PI -> arithmetic.pi();
        };
    }
}
