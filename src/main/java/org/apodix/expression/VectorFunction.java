package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Arithmetic;

/**
 * A function from vectors to vectors that can be read on every carrier of arithmetic, such as a layer of a network. In an expression it is
 * one node, however many operations it takes ({@link MatrixExpr#map}).
 */
public interface VectorFunction {

    int inputs();

    int outputs();

    /** The function and all its exact data, for the fingerprint: functions with equal labels are equal. */
    String label();

    /** A set around every value of the function at points of the given sets, entry by entry. */
    <T> List<T> apply(Arithmetic<T> arithmetic, List<T> input);

    /** Number of scalar operations of one application, to first order. */
    long operations();
}
