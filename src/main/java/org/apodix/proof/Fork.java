package org.apodix.proof;

import org.apodix.enclosure.Polynomial;

/** Thrown where an expression changes its branch within a cell, along the zeros of an affine polynomial: cut the cell there. */
final class Fork extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Polynomial affine;

    Fork(Polynomial affine) {
        super("the branch changes within the cell", null, false, false);
        this.affine = affine;
    }

    Polynomial affine() {
        return affine;
    }
}
