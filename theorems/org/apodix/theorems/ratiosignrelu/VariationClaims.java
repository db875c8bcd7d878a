package org.apodix.theorems.ratiosignrelu;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** R12: the rate n^(-1/2-3/(2d)) with an explicit constant, at a point and for one draw. */
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
    private static final Quantity<Variation> DRAW_ERROR = constant("draw_error", "|f-f_n|(x)", "one sample per cell", VariationClaims::drawError);
    private static final Quantity<Variation> VARIANCE = constant("grid_variance", "\\mathrm{Var}f_n(x)", "samples uniform on $4^d$ midpoints per cell",
        m -> CellMoments.of(m).variance());
    private static final Function<Variation, Rational> LARGEST_OF = m -> m.cutBounds().stream().reduce(Rational.ZERO, Rational::max);
    private static final Quantity<Variation> MOST_CUT = constant("most_cut", "2\\mu^{d-1}", "", m -> Rational.of(2).times(Rational.of(m.parts()).pow(m.dimension() - 1)));
    private static final Quantity<Variation> LARGEST = constant("largest_b", "\\max_Tb_T", "", LARGEST_OF);
    private static final Quantity<Variation> LARGEST_BOUND = constant("largest_b_bound", "\\Lambda\\mu^{-d-1}", "",
        m -> m.lambda().over(Rational.of(m.parts()).pow(m.dimension() + 1)));
    private static final Quantity<Variation> EVERY_DRAW = constant("every_draw", "2\\Lambda\\mu^{-2}", "",
        m -> m.lambda().times(Rational.TWO).over(Rational.of(m.parts()).pow(2)));

    private static final Quantity<Variation> EXPECTATION = constant("expectation", "Ef_n(x)", "with every sample uniform on its cell, by exact integrals over the cut cells",
        m -> m.interpolant().plus(m.correction()));
    private static final Quantity<Variation> SAMPLED = constant("f_n", "f_n(x)", "one draw", m -> m.interpolant().plus(m.sampledCorrection()));
    private static final Quantity<Variation> FOURTH = constant("grid_fourth", "E|f_n(x)-Ef_n(x)|^4", "samples on the same grid", m -> CellMoments.of(m).fourth());
    private static final Quantity<Variation> SQUARED_SQUARES = constant("sum_b2_squared", "\\big(\\textstyle\\sum_Tb_T^2\\big)^2", "", m -> m.squares().pow(2));
    private static final Quantity<Variation> EXPONENTIAL = Quantity.of("grid_exponential", "\\ln E e^{\\lambda(f_n(x)-Ef_n(x))}",
        "$\\lambda=2/\\max_Tb_T$, samples on the same grid",
        m -> CellMoments.of(m).logExponential());
    private static final Quantity<Variation> EXPONENTIAL_BOUND = constant("exponential_bound", "\\tfrac{\\lambda^2}8\\textstyle\\sum_Tb_T^2", "",
        m -> m.squares().over(LARGEST_OF.apply(m).pow(2)).times(Rational.of(1, 2)));
    private static final Quantity<Variation> DRAW_SQUARE = constant("draw_error_squared", "|f-f_n|(x)^2", "one sample per cell", m -> drawError(m).pow(2));
    private static final Quantity<Variation> RARE = Quantity.of("rare", "\\big(\\big(\\tfrac12\\ln(2\\cdot10^9)\\textstyle\\sum_Tb_T^2\\big)^{1/2}+\\beta\\big)^2",
        "a draw exceeds it with probability below $10^{-9}$; $\\beta$ the bias of samples on a grid of $2^{-65}$",
        m -> Expr.of(2_000_000_000L).log().times(Expr.of(m.squares().over(Rational.TWO))).sqrt().plus(Expr.of(m.gridBias())).square());
    static final Quantity<VariationRate> BOUND_SLOPE = slope("bound_slope", "p_b", "slope of $\\max_x\\frac12(\\sum_Tb_T^2)^{1/2}$ in $\\mu$, both logarithmic",
        m -> m.slopes().value().get(0));
    static final Quantity<VariationRate> QUOTIENT_SLOPE = slope("quotient_slope", "p_q", "slope of the root mean square error of the quotient", m -> m.slopes().value().get(1));
    static final Quantity<VariationRate> INTERPOLATION_SLOPE = slope("interpolation_slope", "p_I", "slope of the root mean square error of interpolation alone",
        m -> m.slopes().value().get(2));
    private static final Quantity<VariationRate> THEORY = slope("theory", "-\\tfrac{d+3}2", "", m -> Expr.of(-(m.dimension() + 3L), 2));

    /** One object for all uses, because its slopes take a second. */
    private static final VariationRate FINE = new VariationRate(2, List.of(4, 8, 16, 32, 64), 11);

    private VariationClaims() { }

    static List<Quantity<Variation>> printed() {
        return List.of(VALUE, INTERPOLANT, ERROR, CUT, SUM, SQUARES, RMS, UNITS, RATE);
    }

    /** R12: the bounds at a point and for one draw, and slopes over several mu. */
    static Claim<Object> variation() {
        return Seldom.join(atPoints(), rate(), "-rate", "the rate n^(-1/2-3/(2d)), with an explicit constant", new Provenance(Provenance.Origin.HEADLINE,
            "the rate n^(-1/2-3/(2d)) in L^p, up to constants",
            "derived with constants, d = 2, 3; executed at points for two densities: the expectation exactly, variance, fourth and exponential moment for samples on a grid, "
                + "one draw per cell; fitted slopes are evidence"));
    }

    private static Claim<Variation> atPoints() {
        return Claim.of(RatioSignRelu.ID, "R12", "at points", Variation.class, Provenance.derived("", ""))
            .restsOn("R6", "R8", "R9", "R11")
            .equal("a", "the expectation of the network is the function", EXPECTATION, VALUE)
            .atMost("one-sided", "interpolation alone is never below", VALUE, INTERPOLANT).attainedWhen(m -> m.cutBounds().isEmpty())
            .atMost("b", "every draw is off by at most the sum of the b_T", DRAW_ERROR, SUM)
            .atMost("c", "the variance is at most a quarter of the sum of their squares, on a grid of samples", VARIANCE, SQUARES.scaled(1, 4))
            .atMost("d-exponential", "exponential moments are those of Hoeffding, from which the tail follows", EXPONENTIAL, EXPONENTIAL_BOUND).about(m -> !m.cutBounds().isEmpty())
            .atMost("d-fourth", "the fourth moment is at most 16 times the squared bound of the variance", FOURTH, SQUARED_SQUARES)
            .atMost("d-draw", "one draw stays below what fewer than one in 10^9 exceed", DRAW_SQUARE, RARE).statistical()
            .atMost("e-cut", "few cells are cut", CUT, MOST_CUT)
            .atMost("e-b", "on each of them the bound is small", LARGEST, LARGEST_BOUND)
            .atMost("e", "so that the root mean square error has the stated rate", RMS, RATE)
            .atMost("e-draw", "and every draw is off by at most 2 Lambda/mu^2", DRAW_ERROR, EVERY_DRAW)
            .tooth("T8", "interpolation alone has the error of (c)", ERROR, RMS, plane(4, "1/3", "-1/5"))
            .ownToothEqual("a-draw", "every draw is the function", SAMPLED, VALUE, plane(4, "1/3", "-1/5"))
            .ownToothEqual("a-interpolation", "without samples the expectation is the function too", INTERPOLANT, VALUE, sloped(4, "1/3", "-1/5"))
            .ownTooth("b-tenth", "every draw is off by at most a hundredth of that sum", DRAW_ERROR, SUM.scaled(1, 100), plane(4, "1/3", "-1/5"))
            .ownTooth("c-hundredth", "the variance is at most a thousandth of the squares", VARIANCE, SQUARES.scaled(1, 1000), plane(4, "1/3", "-1/5"))
            .ownTooth("d-exponential", "with a fiftieth of the exponent", EXPONENTIAL, EXPONENTIAL_BOUND.scaled(1, 50), plane(4, "1/3", "-1/5"))
            .ownTooth("d-fourth", "with a hundred-thousandth of the factor", FOURTH, SQUARED_SQUARES.scaled(1, 100_000), plane(4, "1/3", "-1/5"))
            .ownTooth("d-draw", "no draw exceeds a hundred-thousandth of that level", DRAW_SQUARE, RARE.scaled(1, 100_000), plane(4, "1/3", "-1/5"))
            .ownTooth("e-rate", "with a hundredth of the constant", RMS, RATE.scaled(1, 100), plane(4, "1/3", "-1/5"))
            .ownTooth("e-cut-quarter", "at most a quarter as many cells are cut", CUT, MOST_CUT.scaled(1, 4), plane(4, "1/3", "-1/5"))
            .on(Variation::draw, List.of(
                new Edge<>("the plane, mu = 4", plane(4, "1/3", "-1/5")),
                new Edge<>("space, mu = 3", new Variation(3, List.of(Rational.of(1, 3), Rational.of(-1, 5), Rational.of(2, 7)), false)),
                new Edge<>("space, sloped density", new Variation(3, List.of(Rational.of(1, 3), Rational.ZERO, Rational.of(2, 7)), true)),
                new Edge<>("the center", plane(4, "0", "0")),
                new Edge<>("a corner", plane(5, "1", "-1")),
                new Edge<>("x_1 alone: no s matters", plane(3, "1/2", "0")),
                new Edge<>("one cell", plane(1, "1/3", "1/2")),
                new Edge<>("sloped density", sloped(5, "-2/3", "4/5")),
                new Edge<>("mu = 12", plane(12, "1/7", "2/3"))));
    }

    private static Claim<VariationRate> rate() {
        var tolerance = Rational.of(3, 10);
        return Claim.of(RatioSignRelu.ID, "R12", "rates", VariationRate.class, Provenance.derived("", ""))
            .fit("rate-bound", "the bound (c) falls like mu^(-(d+3)/2) (evidence: a slope over a few mu, at the worst point of a grid)", BOUND_SLOPE, THEORY, tolerance)
            .fit("rate-quotient", "so does the error of the quotient, one draw (evidence)", QUOTIENT_SLOPE, THEORY, Rational.of(1, 2))
            .fit("rate-interpolation", "interpolation alone falls like 1/mu^2 only (evidence)", INTERPOLATION_SLOPE, Formula.number(-2), tolerance)
            .toothFit("T9", "interpolation alone has the slope -(d+3)/2", INTERPOLATION_SLOPE, THEORY, tolerance, fine())
            .ownToothFit("rate-faster", "the bound falls like mu^(-7/2)", BOUND_SLOPE, Formula.number(-7, 2), tolerance, fine())
            .on(VariationRate::draw, List.of(new Edge<>("the plane, mu from 4 to 64", fine()), new Edge<>("space, mu from 3 to 12", new VariationRate(3, List.of(3, 6, 12), 2))));
    }

    static VariationRate fine() {
        return FINE;
    }

    private static Rational drawError(Variation m) {
        return m.interpolant().plus(m.sampledCorrection()).minus(m.value()).abs();
    }

    private static Variation plane(int parts, String x, String y) {
        return new Variation(parts, List.of(Rational.parse(x), Rational.parse(y)), false);
    }

    private static Variation sloped(int parts, String x, String y) {
        return new Variation(parts, List.of(Rational.parse(x), Rational.parse(y)), true);
    }

    private static Quantity<VariationRate> slope(String name, String tex, String meaning, Function<VariationRate, Expr> value) {
        return Quantity.of(name, tex, meaning, value);
    }

    private static Quantity<Variation> constant(String name, String tex, String meaning, Function<Variation, Rational> value) {
        return Quantity.of(name, tex, meaning, m -> Expr.of(value.apply(m)));
    }
}
