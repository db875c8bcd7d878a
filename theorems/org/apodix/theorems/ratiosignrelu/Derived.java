package org.apodix.theorems.ratiosignrelu;

import java.util.function.Supplier;

/** Something costly that follows from the other components of a record, computed once: no part of what makes two models different. */
final class Derived<T> {

    private final Supplier<T> computation;
    private T value;

    Derived(Supplier<T> computation) {
        this.computation = computation;
    }

    synchronized T value() {
        if (value == null) {
            value = computation.get();
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Derived;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}
