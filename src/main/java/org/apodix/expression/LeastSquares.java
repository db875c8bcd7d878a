package org.apodix.expression;

import java.util.ArrayList;
import java.util.List;

/** The straight line fitted to points by least squares, as an expression: its enclosure is rigorous. */
public final class LeastSquares {

    private LeastSquares() { }

    /**
     * The slope sum (x_k - mean x) y_k / sum (x_k - mean x)^2.
     *
     * @param x abscissae, at least two different ones
     * @param y ordinates, as many
     */
    public static Expr slope(List<Expr> x, List<Expr> y) {
        if (x.size() != y.size() || x.size() < 2) {
            throw new IllegalArgumentException("a line through " + x.size() + " abscissae and " + y.size() + " ordinates");
        }
        var mean = Expr.sum(x).over(x.size());
        var centred = new ArrayList<Expr>();
        x.forEach(value -> centred.add(value.minus(mean)));
        return Expr.dot(centred, y).over(Expr.sum(centred.stream().map(Expr::square).toList()));
    }

    /** The exponent p of the power law y ~ x^p: the slope of the logarithms. */
    public static Expr exponent(List<Expr> x, List<Expr> y) {
        return slope(x.stream().map(Expr::log).toList(), y.stream().map(Expr::log).toList());
    }
}
