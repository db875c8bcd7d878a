package org.apodix.expression;

import org.apodix.enclosure.Arithmetic;

/** The scalar operations of a carrier, by name. */
enum Operator {
    ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQRT, EXP, LOG, ABS, MIN, MAX, PI;

    <T> T apply(Arithmetic<T> arithmetic, T first, T second) {
        return switch (this) {
            case ADD -> arithmetic.add(first, second);
            case SUBTRACT -> arithmetic.subtract(first, second);
            case MULTIPLY -> arithmetic.multiply(first, second);
            case DIVIDE -> arithmetic.divide(first, second);
            case NEGATE -> arithmetic.negate(first);
            case SQRT -> arithmetic.sqrt(first);
            case EXP -> arithmetic.exp(first);
            case LOG -> arithmetic.log(first);
            case ABS -> arithmetic.abs(first);
            case MIN -> arithmetic.min(first, second);
            case MAX -> arithmetic.max(first, second);
            case PI -> arithmetic.pi();
        };
    }
}
