package org.apodix.network;

import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Rational;

/** The function that a hidden layer applies to each of its units. All but the cosine map rational numbers to rational numbers. */
public sealed interface Activation {

    Activation RELU = new Relu();
    Activation IDENTITY = new Identity();
    Activation COSINE = new Cosine();

    /** The name with its parameters, which says everything about the function. */
    String name();

    /** All values on a set. */
    <T> T on(Arithmetic<T> arithmetic, T x);

    /** A Lipschitz constant on the whole line, the least one. */
    Rational lipschitz();

    /** SignReLU: x for x >= 0 and alpha x / (1 - x) for x < 0. A parameter that is not positive is rejected. */
    static Activation signRelu(Rational alpha) {
        return new SignRelu(alpha);
    }

    /** The nearest number of [lower, upper]; ends out of order are rejected. */
    static Activation clip(Rational lower, Rational upper) {
        return new Clip(lower, upper);
    }

    /** max(x, 0). */
    record Relu() implements Activation {

        @Override
        public String name() {
            return "relu";
        }

        @Override
        public <T> T on(Arithmetic<T> arithmetic, T x) {
            return arithmetic.max(x, arithmetic.of(Rational.ZERO));
        }

        @Override
        public Rational lipschitz() {
            return Rational.ONE;
        }
    }

    /** x. */
    record Identity() implements Activation {

        @Override
        public String name() {
            return "identity";
        }

        @Override
        public <T> T on(Arithmetic<T> arithmetic, T x) {
            return x;
        }

        @Override
        public Rational lipschitz() {
            return Rational.ONE;
        }
    }

    /** cos x. */
    record Cosine() implements Activation {

        @Override
        public String name() {
            return "cos";
        }

        @Override
        public <T> T on(Arithmetic<T> arithmetic, T x) {
            return arithmetic.cos(x);
        }

        @Override
        public Rational lipschitz() {
            return Rational.ONE;
        }
    }

    /**
     * x for x >= 0 and alpha x / (1 - x) for x < 0 (ratio-signrelu, section 2); increasing and above -alpha.
     *
     * <p>Computed as max(x, 0) + alpha (1 / (1 - min(x, 0)) - 1): with one occurrence of x in each of the two monotone terms, of which one
     * is 0, the value on an interval is the interval between the values at its ends, up to rounding.
     */
    record SignRelu(Rational alpha) implements Activation {

        public SignRelu {
            if (alpha.signum() <= 0) {
                throw new IllegalArgumentException("alpha of SignReLU is " + alpha + ": give a positive number");
            }
        }

        @Override
        public String name() {
            return "signrelu(" + alpha + ")";
        }

        @Override
        public <T> T on(Arithmetic<T> arithmetic, T x) {
            T zero = arithmetic.of(Rational.ZERO);
            T one = arithmetic.of(Rational.ONE);
            T quotient = arithmetic.divide(one, arithmetic.subtract(one, arithmetic.min(x, zero)));
            return arithmetic.add(arithmetic.max(x, zero),
                arithmetic.multiply(arithmetic.of(alpha), arithmetic.subtract(quotient, one)));
        }

        /** max(1, alpha): the slopes are 1 and alpha / (1 - x)^2. */
        @Override
        public Rational lipschitz() {
            return alpha.max(Rational.ONE);
        }
    }

    /** min(max(x, lower), upper). */
    record Clip(Rational lower, Rational upper) implements Activation {

        public Clip {
            if (lower.compareTo(upper) > 0) {
                throw new IllegalArgumentException("clip to [" + lower + ", " + upper + "]: give the smaller end first");
            }
        }

        @Override
        public String name() {
            return "clip(" + lower + ", " + upper + ")";
        }

        @Override
        public <T> T on(Arithmetic<T> arithmetic, T x) {
            return arithmetic.min(arithmetic.max(x, arithmetic.of(lower)), arithmetic.of(upper));
        }

        @Override
        public Rational lipschitz() {
            return lower.equals(upper) ? Rational.ZERO : Rational.ONE;
        }
    }
}
