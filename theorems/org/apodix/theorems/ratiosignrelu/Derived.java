package org.apodix.theorems.ratiosignrelu;

/** Objects that follow from the other components of a record, kept because they are costly: no part of what makes two models different. */
record Derived<T>(T value) {

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
