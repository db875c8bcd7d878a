package org.apodix.enclosure;

import java.util.List;
import java.util.function.Predicate;

/** The functions of one variable, by name, for tests that treat all of them alike. */
record Functions(String name, Function function, Predicate<DyadicInterval> domain) {

    interface Function {
        <T> T at(Arithmetic<T> arithmetic, T x);
    }

    private static final Predicate<DyadicInterval> ALL = x -> true;

    static final List<Functions> VALUES = List.of(
            of("square", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.square(x); } }, ALL),
            of("power 3", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.power(x, 3); } }, ALL),
            of("power -2", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.power(x, -2); } },
                    x -> !x.containsZero()),
            of("sqrt", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.sqrt(x); } },
                    DyadicInterval::isNonnegative),
            of("cbrt", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.cbrt(x); } }, ALL),
            of("exp", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.exp(x); } }, ALL),
            of("expm1", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.expm1(x); } }, ALL),
            of("log", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.log(x); } },
                    DyadicInterval::isPositive),
            of("log1p", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.log1p(x); } },
                    x -> x.lower().compareTo(Dyadic.of(-1)) > 0),
            of("sin", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.sin(x); } }, ALL),
            of("cos", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.cos(x); } }, ALL),
            of("tanh", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.tanh(x); } }, ALL),
            of("atan", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.atan(x); } }, ALL),
            of("erf", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.erf(x); } }, ALL),
            of("erfc", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.erfc(x); } }, ALL),
            of("normalCdf", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.normalCdf(x); } }, ALL),
            of("normalTail", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.normalTail(x); } }, ALL),
            of("abs", new Function() { public <T> T at(Arithmetic<T> c, T x) { return c.abs(x); } }, ALL));

    private static Functions of(String name, Function function, Predicate<DyadicInterval> domain) {
        return new Functions(name, function, domain);
    }

    <T> T at(Arithmetic<T> arithmetic, T x) {
        return function.at(arithmetic, x);
    }
}
