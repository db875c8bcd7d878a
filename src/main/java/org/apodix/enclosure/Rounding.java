package org.apodix.enclosure;

/** Direction of a rounding: towards minus infinity or towards plus infinity, never "nearest". */
public enum Rounding {
    /** Towards minus infinity: the result is a lower bound. */
    DOWN,
    /** Towards plus infinity: the result is an upper bound. */
    UP;

    /** The other direction, which is the one to use after a change of sign. */
    public Rounding opposite() {
        return this == DOWN ? UP : DOWN;
    }
}
