package org.apodix.diffusion;

import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/** The error e(x) = E x + b of an affine score network at one noise level, as a function of the law there. */
public interface ScoreError {

    /** The matrix E, d x d. */
    MatrixExpr matrix(Gaussian law);

    /** The offset b, a column. */
    MatrixExpr offset(Gaussian law);

    /** Whether the error is identically zero. */
    default boolean isNone() {
        return false;
    }

    /** The exact score. */
    ScoreError NONE = new ScoreError() {
        @Override
        public MatrixExpr matrix(Gaussian law) {
            return MatrixExpr.zero(law.dimension(), law.dimension());
        }

        @Override
        public MatrixExpr offset(Gaussian law) {
            return MatrixExpr.zero(law.dimension(), 1);
        }

        @Override
        public boolean isNone() {
            return true;
        }
    };

    /** The same E and b at every noise level. */
    static ScoreError constant(MatrixExpr matrix, MatrixExpr offset) {
        return new ScoreError() {
            @Override
            public MatrixExpr matrix(Gaussian law) {
                return matrix;
            }

            @Override
            public MatrixExpr offset(Gaussian law) {
                return offset;
            }
        };
    }

    /** The multiple e = factor r of the true relative score. */
    static ScoreError aligned(Expr factor) {
        return new ScoreError() {
            @Override
            public MatrixExpr matrix(Gaussian law) {
                return law.scoreMatrix().scale(factor);
            }

            @Override
            public MatrixExpr offset(Gaussian law) {
                return law.scoreOffset().scale(factor);
            }
        };
    }
}
