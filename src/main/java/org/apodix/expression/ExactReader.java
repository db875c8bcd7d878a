package org.apodix.expression;

import org.apodix.enclosure.ExactArithmetic;
import org.apodix.enclosure.InexactException;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;

/**
 * Evaluates nodes exactly where the value is rational; null stands for a value that is not, or that grew too long.
 *
 * <p>A product with an exact zero is zero whatever the other factor, provided that factor is defined. This reader does not
 * establish that: it is used on expressions that an interval evaluation has already proved to be defined.
 */
final class ExactReader {

    private final ExactArithmetic arithmetic;

    ExactReader(long work) {
        this.arithmetic = ExactArithmetic.withBudget(work);
    }

    Rational sum(Rational a, Rational b) {
        try {
            return arithmetic.add(a, b);
        } catch (InexactException e) {
            return null;
        }
    }

    Object read(Node node, Object[] values) {
        boolean known = true;
        boolean zero = false;
        for (var value : values) {
            known &= value != null;
            zero |= value instanceof Rational r && r.isZero();
        }
        if (!known) {
            return zero && node instanceof Operation o && o.operator() == Operator.MULTIPLY ? Rational.ZERO : null;
        }
        if (node instanceof IndexedSum sum) {
            return sum.exact(this, values);
        }
        if (node.isSearched() || node instanceof MatrixOperation operation && operation.isTranscendental()) {
            return null;
        }
        try {
            return node.evaluate(arithmetic, values);
        } catch (InexactException | UndefinedException e) {
            return null;
        }
    }
}
