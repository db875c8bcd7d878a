package org.apodix.theorems.generalizationgap;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** The frozen feature cos(w.x + u t + b). */
record Feature(List<Rational> w, Rational u, Expr b) {

    Rational squaredLength() {
        return Simple.dot(w, w);
    }
}
