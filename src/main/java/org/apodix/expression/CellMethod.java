package org.apodix.expression;

import org.apodix.enclosure.Dyadic;
import org.apodix.enclosure.DyadicInterval;

/** A way to enclose the integral over one cell. */
interface CellMethod {

    /**
     * An enclosure of the integral over the cell with an error of the method of at most the tolerance, or null where that is not
     * reached; then the cell is to be halved. An {@link org.apodix.enclosure.UndefinedException} counts as null.
     */
    DyadicInterval enclose(Cell cell, Dyadic tolerance);
}
