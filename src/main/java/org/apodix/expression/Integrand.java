package org.apodix.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apodix.enclosure.DoubleArithmetic;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.UndefinedException;

/** The integrand of one integral with the work that is left for it: bounds on cells, and values at points. */
final class Integrand {

    /** Bits beyond those of the result: rounding errors of the values, and the errors of up to 64 cells. */
    private static final int GUARD_BITS = 40;

    private static final int STEP = 32;

    /** From here on a cell is so narrow, compared with the numbers in it, that doubles hardly tell its ends apart. */
    private static final int NARROW = 20;

    private static final long EVALUATIONS_PER_BIT = 1000;

    private final Tape tape;
    private final List<DyadicInterval> outer;
    private final int precision;
    private final CellBounds<?> fast;
    private final Map<Integer, CellBounds<DyadicInterval>> bounds = new HashMap<>();
    private final Map<Integer, Body<DyadicInterval>> bodies = new HashMap<>();
    private boolean inDoubleRange = true;
    private long work;

    /** @param outer the values of the variables of the tape after the first one */
    Integrand(Tape tape, List<DyadicInterval> outer, int precision) {
        this.tape = tape;
        this.outer = outer;
        this.precision = precision;
        this.fast = new CellBounds<>(tape, outer, DoubleArithmetic.INSTANCE);
        this.work = EVALUATIONS_PER_BIT * precision;
    }

    Tape tape() {
        return tape;
    }

    List<DyadicInterval> outer() {
        return outer;
    }

    /** The bits of the result that are aimed at. */
    int precision() {
        return precision;
    }

    /** The bits with which values are computed at most. */
    int workingBits() {
        return roundedUp(precision + GUARD_BITS);
    }

    static int roundedUp(int bits) {
        return Math.floorDiv(bits + STEP - 1, STEP) * STEP;
    }

    /** The integrand leaves the range of doubles: bounds are computed with dyadic numbers from now on. */
    void leaveDoubles() {
        inDoubleRange = false;
    }

    /** The carrier for bounds on a cell whose points agree in that many leading bits. */
    CellBounds<?> bounds(int agreeingBits) {
        if (inDoubleRange && agreeingBits < NARROW) {
            return fast;
        }
        int bits = roundedUp(64 + Math.max(0, agreeingBits));
        return bounds.computeIfAbsent(bits, b -> new CellBounds<>(tape, outer, new DyadicArithmetic(b)));
    }

    /** The value on a small set of numbers. */
    DyadicInterval at(DyadicInterval x, int bits) {
        return bodies.computeIfAbsent(bits, b -> new Body<>(tape, new DyadicArithmetic(b), outer)).at(x);
    }

    /** The range on a set of numbers, with working precision. */
    DyadicInterval range(DyadicInterval set) {
        var values = at(set, workingBits());
        if (!values.isBounded()) {
            throw new UndefinedException("integrand on " + set);
        }
        return values;
    }

    /** Counts work in evaluations with real numbers. */
    void spend(long evaluations) {
        work -= evaluations;
    }

    /** The work that is left, in evaluations with real numbers; below 0 when more was done. */
    long left() {
        return work;
    }

    boolean isExhausted() {
        return work <= 0;
    }
}
