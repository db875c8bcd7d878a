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

    private static final Quantity<ReluForm> MARGINAL = Quantity.of("F2", "F_2(x)", "", ReluForm::value);
    private static final Quantity<ReluForm> BY_DIRECTIONS = Quantity.of("average", "\\tfrac1\\pi\\textstyle\\sum_j\\int_{-1}^1\\nu^{-2}G_\\omega(u)\\,ds",
        "over the two faces of a square", ReluForm::average);
    private static final Quantity<ReluForm> DIRECT = Quantity.of("direct", "\\tfrac{\\Gamma(d/2)}{\\pi^{d/2}}\\nu^{-d}G_\\omega(u)", "what one direction contributes",
        ReluForm::direct);
    private static final Quantity<ReluForm> EXPANDED = Quantity.of("expanded", "A(x)+\\textstyle\\int a\\,\\mathrm{ReLU}(\\ell_\\beta(x))\\,d\\beta",
        "affine function plus ReLU", ReluForm::expanded);
    private static final Quantity<ReluForm> DENSITY = Quantity.of("density", "|a(s,\\beta)|", "at $\\beta=x_1+sx_2$", ReluForm::size);
    private static final Quantity<ReluForm> DENSITY_BOUND = Quantity.of("density_bound", "\\tfrac{\\Gamma(d/2)}{\\pi^{d/2}}\\tfrac dv", "", ReluForm::sizeBound);

    private ProfileClaims() { }

    static List<Quantity<ReluForm>> printed(ReluForm model) {
        var all = List.of(MARGINAL, DIRECT, EXPANDED, DENSITY, DENSITY_BOUND);
        return model.dimension() == 1 ? all : java.util.stream.Stream.concat(all.stream(), java.util.stream.Stream.of(BY_DIRECTIONS)).toList();
    }

    /** R11: the profile, and marginals as integrals of ReLU ridge functions. */
    static Claim<Object> profile() {
        return Seldom.join(ridge(), reluForm(), "-relu", "a Gaussian is an average of ridge functions", new Provenance(Provenance.Origin.CLASSICAL, "",
            "closed forms of the profile for d = 1, 2, 3 against its power series; the average over directions term by term up to k = 20, and as an integral for d = "
                + "3; the ReLU form of F_2 for d = 1 and, direction by direction and as an average over directions, for d = 2"));
    }

    private static Claim<ReluForm> reluForm() {
        var plane = new ReluForm(new Mixture(List.of(Rational.of(1, 3), Rational.of(2, 3)), List.of(List.of(Rational.ONE, Rational.of(-1, 2)),
            List.of(Rational.of(-1, 4), Rational.of(3, 4))), Rational.of(3, 5)), Rational.ONE, List.of(Rational.of(1, 3), Rational.of(-1, 5)), Rational.of(1, 2));
        var line = new ReluForm(new Mixture(List.of(Rational.of(1, 3), Rational.of(2, 3)), List.of(List.of(Rational.ONE), List.of(Rational.of(-1, 4))), Rational.of(3, 5)),
            Rational.ONE, List.of(Rational.of(1, 3)), Rational.ZERO);
        return Claim.of(RatioSignRelu.ID, "R11", "ReLU form", ReluForm.class, Provenance.derived("", ""))
            .equal("b-average", "the denominator is an average of ridge functions over the faces of a square", MARGINAL, BY_DIRECTIONS).about(m -> m.dimension() == 2)
            .equal("b-relu", "each of them is an affine function plus an integral of ReLU ridge functions", DIRECT, EXPANDED)
            .equal("b-line", "on the line that is the denominator itself", MARGINAL, EXPANDED).about(m -> m.dimension() == 1)
            .atMost("b-density", "with the stated bound of their density", DENSITY, DENSITY_BOUND).attainedWhen(ProfileClaims::isAtAtom)
            .ownToothEqual("b-average", "each face alone would do", MARGINAL.scaled(1, 2), BY_DIRECTIONS, plane)
            .ownToothEqual("b-relu", "one direction is all", MARGINAL, EXPANDED, plane)
            .ownTooth("b-density", "with a hundredth of that bound", DENSITY, DENSITY_BOUND.scaled(1, 100), line)
            .on(ReluForm::draw, List.of(new Edge<>("two atoms in the plane", plane), new Edge<>("two atoms on the line", line)));
    }

    /** The direction is the first axis, and all atoms are where the line x_1 = beta passes. */
    private static boolean isAtAtom(ReluForm m) {
        return m.s().isZero() && m.mixture().atoms().stream().allMatch(atom -> atom.get(0).times(m.mixture().scale()).equals(m.x().get(0)));
    }

    private static Claim<RidgeProfile> ridge() {
        var space = new RidgeProfile(3, Rational.of(17, 10));
        return Claim.of(RatioSignRelu.ID, "R11", "a Gaussian is an average of ridge functions", RidgeProfile.class,
                Provenance.derived("", ""))
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
