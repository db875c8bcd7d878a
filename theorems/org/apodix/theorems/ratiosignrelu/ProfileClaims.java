package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R11: a Gaussian is an average of ridge functions. */
final class ProfileClaims {

    static final Quantity<RidgeProfile> VALUE = Quantity.of("g", "g_d(r)", "$E\\cos(r\\chi_d)$ in closed form", RidgeProfile::value);
    private static final Quantity<RidgeProfile> GAP = Quantity.of("series_gap", "\\big|g_d(r)-\\textstyle\\sum_{k<K}\\frac{(-1)^k(d/2)_k}{(1/2)_k2^kk!}r^{2k}\\big|", "",
        m -> VALUE.in(m).minus(Expr.of(m.series(m.terms()))).abs());
    private static final Quantity<RidgeProfile> REST = Quantity.of("series_rest", "2\\tfrac{(d/2)_K}{(1/2)_K2^KK!}r^{2K}", "the terms halve from there on",
        m -> Expr.of(m.rest(m.terms())));
    private static final Quantity<RidgeProfile> TOO_FEW = Quantity.of("series_rest_64", "\\tfrac1{32}\\tfrac{(d/2)_K}{(1/2)_K2^KK!}r^{2K}", "",
        m -> Expr.of(m.rest(m.terms()).over(Rational.of(64))));
    private static final Quantity<RidgeProfile> SIZE = Quantity.of("abs_g", "|g_d(r)|", "", m -> VALUE.in(m).abs());
    private static final Quantity<RidgeProfile> MOMENTS = gap("moment_gap", 0);
    private static final Quantity<RidgeProfile> WRONG_MOMENTS = gap("moment_gap_next", 1);
    private static final Quantity<RidgeProfile> AVERAGE = Quantity.of("average", "\\textstyle\\int_0^1g_3(ru)\\,du", "over directions in space", RidgeProfile::average);
    private static final Quantity<RidgeProfile> GAUSS = Quantity.of("gauss", "e^{-r^2/2}", "", m -> Expr.of(m.r()).square().over(-2).exp());

    private ProfileClaims() { }

    static Claim<RidgeProfile> profile() {
        var space = new RidgeProfile(3, Rational.of(17, 10));
        return Claim.of(RatioSignRelu.ID, "R11", "a Gaussian is an average of ridge functions", RidgeProfile.class,
                new Provenance(Provenance.Origin.CLASSICAL, "", "closed forms of the profile for d = 1, 2, 3 against its power series; the average over directions term "
                    + "by term up to k = 20, and as an integral for d = 3; the ReLU form (b) is not built"))
            .atMost("series", "the closed form has the stated power series", GAP, REST).attainedWhen(m -> m.r().isZero())
            .equal("average", "averaged over directions, the coefficients are those of the Gaussian", MOMENTS, number(0))
            .equal("space", "in space, as an integral", AVERAGE, GAUSS).about(m -> m.dimension() == 3)
            .atMost("size", "the profile is a mean of cosines", SIZE, number(1)).attainedWhen(m -> m.r().isZero())
            .ownToothEqual("gauss", "the profile is the Gaussian itself", VALUE, GAUSS, space)
            .ownTooth("series", "the rest is a 64th of that", GAP, TOO_FEW, space)
            .ownToothEqual("dimension", "the same profile serves the next dimension", WRONG_MOMENTS, number(0), new RidgeProfile(2, Rational.of(17, 10)))
            .ownTooth("size", "and at most 1/10", SIZE, number(1, 10), space)
            .on(RidgeProfile::draw, List.of(
                new Edge<>("plane, r = 17/10", new RidgeProfile(2, Rational.of(17, 10))),
                new Edge<>("space, r = 17/10", space),
                new Edge<>("line", new RidgeProfile(1, Rational.of(17, 10))),
                new Edge<>("r = 0", new RidgeProfile(3, Rational.ZERO)),
                new Edge<>("r = 0 in the plane", new RidgeProfile(2, Rational.ZERO)),
                new Edge<>("r = 10", new RidgeProfile(2, Rational.of(10))),
                new Edge<>("negative r", new RidgeProfile(2, Rational.of(-1)))));
    }

    /** The sum over k up to 20 of the squared differences between coefficient times moment and 1/(2^k k!). */
    private static Quantity<RidgeProfile> gap(String name, int more) {
        return Quantity.of(name, "\\textstyle\\sum_k\\big(\\tfrac{(d/2)_k}{(1/2)_k2^kk!}E\\omega_1^{2k}-\\tfrac1{2^kk!}\\big)^2", "$k\\le20$", m -> {
            var sum = Rational.ZERO;
            for (int k = 0; k <= 20; k++) {
                var product = RidgeProfile.coefficient(m.dimension(), k).times(RidgeProfile.moment(m.dimension() + more, k));
                sum = sum.plus(product.minus(Rational.TWO.pow(k).times(Mixture.factorial(k)).inverse()).pow(2));
            }
            return Expr.of(sum);
        });
    }
}
