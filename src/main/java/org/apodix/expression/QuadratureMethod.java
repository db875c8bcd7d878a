package org.apodix.expression;

import java.util.Locale;

/** The two independent ways to enclose an integral over one cell; both subdivide in the same manner. */
public enum QuadratureMethod {

    /** The Gauss-Legendre rule, with the error bound of a function that is holomorphic in an ellipse around the cell. */
    GAUSS_LEGENDRE,

    /** The Taylor polynomial at the centre of the cell, with a remainder from the real derivatives on the cell. */
    TAYLOR;

    /** The name in texts: {@code gauss-legendre} or {@code taylor}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
