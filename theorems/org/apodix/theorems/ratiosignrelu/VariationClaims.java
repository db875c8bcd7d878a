package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R12: the rate n^{-1/2-3/(2d)} with an explicit constant, at a point and for one draw. */
final class VariationClaims {

    private static final Quantity<Variation> VALUE = constant("f", "f(x)", "closed form", Variation::value);
    private static final Quantity<Variation> INTERPOLANT = constant("interp", "I_\\mu f(x)", "multilinear in the parameters", Variation::interpolant);
    private static final Quantity<Variation> ERROR = constant("interp_err", "I_\\mu f(x)-f(x)", "", m -> m.interpolant().minus(m.value()));
    private static final Quantity<Variation> CUT = constant("cut_cells", "\\#\\mathrm{cut}", "cells on which the line changes its sign",
        m -> Rational.of(m.cutBounds().size()));
    private static final Quantity<Variation> SUM = constant("sum_b", "\\textstyle\\sum_Tb_T", "", Variation::sum);
    private static final Quantity<Variation> SQUARES = constant("sum_b2", "\\textstyle\\sum_Tb_T^2", "", Variation::squares);
    private static final Quantity<Variation> RMS = Quantity.of("rms_bound", "\\tfrac12\\big(\\textstyle\\sum_Tb_T^2\\big)^{1/2}", "",
        m -> Expr.of(m.squares()).sqrt().over(2));
    private static final Quantity<Variation> UNITS = constant("n_units", "n", "$(\\mu+1)^d+\\mu^d$", Variation::units);
    private static final Quantity<Variation> RATE = Quantity.of("rate_bound", "C\\,n^{-\\frac12-\\frac3{2d}}", "", Variation::rate);
    private static final Quantity<Variation> DRAW_ERROR = constant("draw_error", "|f-f_n|(x)", "one sample per cell", m -> m.sampled().minus(m.value()).abs());
    private static final Quantity<Variation> VARIANCE = constant("grid_variance", "\\mathrm{Var}f_n(x)", "samples uniform on $4^d$ midpoints per cell",
        Variation::gridVariance);
    private static final Quantity<Variation> MOST_CUT = constant("most_cut", "2\\mu^{d-1}", "", m -> Rational.of(2).times(Rational.of(m.parts()).pow(m.dimension() - 1)));
    private static final Quantity<Variation> LARGEST = constant("largest_b", "\\max_Tb_T", "", m -> m.cutBounds().stream().reduce(Rational.ZERO, Rational::max));
    private static final Quantity<Variation> LARGEST_BOUND = constant("largest_b_bound", "\\Lambda\\mu^{-d-1}", "",
        m -> m.lambda().over(Rational.of(m.parts()).pow(m.dimension() + 1)));
    private static final Quantity<Variation> EVERY_DRAW = constant("every_draw", "2\\Lambda\\mu^{-2}", "",
        m -> m.lambda().times(Rational.TWO).over(Rational.of(m.parts()).pow(2)));

    private VariationClaims() { }

    static List<Quantity<Variation>> printed() {
        return List.of(VALUE, INTERPOLANT, ERROR, CUT, SUM, SQUARES, RMS, UNITS, RATE);
    }

    static Claim<Variation> variation() {
        return Claim.of(RatioSignRelu.ID, "R12", "the rate n^{-1/2-3/(2d)}, with an explicit constant", Variation.class, new Provenance(
                Provenance.Origin.HEADLINE, "the rate n^{-1/2-3/(2d)} in L^p, up to constants",
                "derived with constants; executed at points, for the density 1 in d = 2, 3, with one draw per cell; the expectation (a), the tail (d) and the "
                    + "fitted rate are not built"))
            .restsOn("R6", "R9")
            .atMost("one-sided", "interpolation alone is never below", VALUE, INTERPOLANT)
            .atMost("b", "every draw is off by at most the sum of the b_T", DRAW_ERROR, SUM)
            .atMost("c", "the variance is at most a quarter of the sum of their squares, on a grid of samples", VARIANCE, SQUARES.scaled(1, 4))
            .atMost("e-cut", "few cells are cut", CUT, MOST_CUT)
            .atMost("e-b", "on each of them the bound is small", LARGEST, LARGEST_BOUND)
            .atMost("e", "so that the root mean square error has the stated rate", RMS, RATE)
            .atMost("e-draw", "and every draw is off by at most 2 Lambda/mu^2", DRAW_ERROR, EVERY_DRAW)
            .tooth("T8", "interpolation alone has the error of (c)", ERROR, RMS, plane(4, "1/3", "-1/5"))
            .ownTooth("b-tenth", "every draw is off by at most a hundredth of that sum", DRAW_ERROR, SUM.scaled(1, 100), plane(4, "1/3", "-1/5"))
            .ownTooth("c-hundredth", "the variance is at most a thousandth of the squares", VARIANCE, SQUARES.scaled(1, 1000), plane(4, "1/3", "-1/5"))
            .ownTooth("e-rate", "with a hundredth of the constant", RMS, RATE.scaled(1, 100), plane(4, "1/3", "-1/5"))
            .ownTooth("e-cut-half", "at most half as many cells are cut", CUT, MOST_CUT.scaled(1, 4), plane(4, "1/3", "-1/5"))
            .on(Variation::draw, List.of(
                new Edge<>("the plane, mu = 4", plane(4, "1/3", "-1/5")),
                new Edge<>("space, mu = 3", new Variation(3, List.of(Rational.of(1, 3), Rational.of(-1, 5), Rational.of(2, 7)))),
                new Edge<>("the center", plane(4, "0", "0")),
                new Edge<>("a corner", plane(5, "1", "-1")),
                new Edge<>("x_1 alone: no s matters", plane(3, "1/2", "0")),
                new Edge<>("one cell", plane(1, "1/3", "1/2")),
                new Edge<>("mu = 12", plane(12, "1/7", "2/3"))));
    }

    private static Variation plane(int parts, String x, String y) {
        return new Variation(parts, List.of(Rational.parse(x), Rational.parse(y)));
    }

    private static Quantity<Variation> constant(String name, String tex, String meaning, Function<Variation, Rational> value) {
        return Quantity.of(name, tex, meaning, m -> Expr.of(value.apply(m)));
    }
}
