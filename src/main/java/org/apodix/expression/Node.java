package org.apodix.expression;

import java.util.List;
import org.apodix.enclosure.Arithmetic;

/**
 * One operation of an expression graph: a scalar ({@link Expr}) or a matrix ({@link MatrixExpr}).
 *
 * <p>Nodes are immutable and compared by identity, so that a shared sub-expression is one node and is evaluated once.
 * Every reader of expressions (enclosing, exact evaluation, fingerprint) is a walk over this one graph.
 */
public abstract sealed class Node permits Expr, MatrixExpr {

    private static final Node[] NONE = { };
    private static int made;

    private final Node[] operands;
    /**
     * Where tables look for this node first: nodes that were made together lie near each other, which an identity hash would scatter. Threads may give a
     * number twice; that costs a step of a search and changes nothing else.
     */
    private final int serial = made++;
    /** What {@link Fingerprint} found, kept: a node never changes. Volatile, so that no thread sees an array before its bytes. */
    private volatile byte[] fingerprint;

    Node(Node... operands) {
        this.operands = operands.length == 0 ? NONE : operands;
    }

    final Node[] operands() {
        return operands;
    }

    final int serial() {
        return serial;
    }

    final byte[] fingerprint() {
        return fingerprint;
    }

    final void fingerprint(byte[] hash) {
        fingerprint = hash;
    }

    /** The operands in order; shared nodes are the same object. */
    public final List<Node> children() {
        return List.of(operands);
    }

    /** The operation and its exact data, without the operands: what the fingerprint hashes at this node. */
    public abstract String label();

    /**
     * The value of this node from the values of its operands: a {@code T} of a scalar, a {@code Matrix<T>} of a matrix.
     * The result contains the true value whenever the operands contain theirs.
     */
    abstract <T> Object evaluate(Arithmetic<T> arithmetic, Object[] values);

    /** Whether the value is enclosed by a search of its own, an integral or a supremum: never exact, and much work. */
    boolean isSearched() {
        return false;
    }

    /** Number of scalar operations that {@link #evaluate} performs, to first order: the unit of work budgets. */
    long operations() {
        return 1;
    }
}
