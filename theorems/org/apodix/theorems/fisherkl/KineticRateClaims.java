package org.apodix.theorems.fisherkl;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Draw;
import org.apodix.audit.Edge;
import org.apodix.audit.Hypothesis;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** K6: the kinetic sampler keeps the rate h without finite Fisher information. */
final class KineticRateClaims {

    private static final Quantity<KineticGrid> PATH = of("path", "\\mathrm{path}^k", "KL of the path laws", KineticGrid::kineticPath);
    private static final Quantity<KineticGrid> END = of("HT", "H^k_T", "$H_{\\tau(T)}$", KineticGrid::kineticEnd);
    private static final Quantity<KineticGrid> H = of("h", "h", "step size", g -> Expr.of(g.step()));
    private static final Quantity<KineticGrid> J1 = of("J1", "\\mathcal J(h)", "", g -> g.informationAt(1));
    private static final Quantity<KineticGrid> K = of("K", "\\mathcal K",
        "$4\\int_0^1s(1-s)e^{-2s}\\mathcal J(s)\\,ds$, between its lower and its upper sum", KineticGrid::integral);
    private static final Quantity<KineticGrid> REST = of("rest", "\\mathcal R",
        "$\\int_h^\\infty(1-s)^2e^{-2s}\\mathcal J(s)\\,ds$, between its lower and its upper sum over the grid", KineticGrid::rest);
    private static final Quantity<KineticGrid> UPPER = uniform("K_upper", "\\overline{\\mathcal K}",
        "elementary upper bound of $\\mathcal K$ for uniform data", UniformKineticRun::upperIntegral);
    private static final Quantity<KineticGrid> ELEMENTARY = uniform("J1_upper", "\\overline{\\mathcal J}(h)", "elementary upper bound",
        UniformKineticRun::elementaryFirst);

    private static final Quantity<KineticGrid> PLAIN = uniform("K_plain", "\\left(\\tfrac4L+L^2\\right)", "", r -> {
        var l = Expr.of(r.instance().radius());
        return Expr.of(4).over(l).plus(l.square());
    });

    private KineticRateClaims() { }

    static List<Claim<?>> claims() {
        Formula<KineticGrid> cubic = H.squared().times(H).times(J1).scaled(2, 3);
        var witness = UniformKineticFamily.run("1", "1/2", 2);
        return List.of(Claim.of(FisherKl.ID, "K6", "the kinetic sampler keeps the rate h without finite Fisher information", KineticGrid.class,
                Provenance.derived("the abstract assumes finite Fisher information", "it suffices that $\\mathcal K$ is finite; both integrals "
                    + "of the bound stand as sets between lower and upper sums: what is verified lies below the lower ones"))
            .restsOn("K2", "K4", "K5")
            .given(Hypothesis.exactly("exact velocity scores", KineticGrid::isExact))
            .given(Hypothesis.exactly("data other than the standard Gaussian", g -> !g.isVoid()))
            .atMost("path", "the whole path", PATH, END.plus(K.times(H)).plus(cubic).plus(H.squared().times(REST)))
            .about(g -> g.step().times(Rational.of(g.count())).compareTo(Rational.ONE) >= 0)
            .atMost("finite", "for uniform data, L from 1/2 to 3, the integral is finite and below a plain number", UPPER, PLAIN)
            .about(KineticRateClaims::isMiddling)
            .atMost("elementary", "the elementary bound of the Fisher information of uniform data", J1, ELEMENTARY)
            .about(g -> g instanceof UniformKineticRun)
            .ownTooth("tenth", "a tenth of the bound's first term", PATH, END.plus(K.times(H).scaled(1, 10)), witness)
            .ownTooth("half-plain", "for uniform data the upper sum is below half of it", UPPER, PLAIN.scaled(1, 2), witness)
            .ownTooth("elementary-percent", "nine tenths of the elementary bound", J1, ELEMENTARY.scaled(9, 10), witness)
            .on(KineticRateClaims::draw, List.of(
                new Edge<>("uniform data, whose Fisher information is infinite", witness),
                new Edge<>("table G", KineticQuantities.tableG(60)),
                new Edge<>("Gaussian shift", KineticQuantities.run("1", "1", "1/5", 30)),
                new Edge<>("narrow", KineticQuantities.run("0", "1/100", "1/20", 30)),
                new Edge<>("one step", KineticQuantities.run("1", "2", "1", 1)))));
    }

    private static boolean isMiddling(KineticGrid grid) {
        return grid instanceof UniformKineticRun run && run.instance().radius().compareTo(Rational.of(1, 2)) >= 0
            && run.instance().radius().compareTo(Rational.of(3)) <= 0;
    }

    private static KineticGrid draw(Draw draw) {
        int n = draw.integer(1, 12);
        var exact = KineticFamily.drawExact(draw).instance();
        return new KineticRun(KineticRun.Instance.exact(exact.mean(), exact.variance(), Rational.of(1, n), n + draw.integer(0, 10)));
    }

    private static Quantity<KineticGrid> of(String name, String tex, String meaning, Function<KineticGrid, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }

    private static Quantity<KineticGrid> uniform(String name, String tex, String meaning, Function<UniformKineticRun, Expr> definition) {
        return Quantity.of(name, tex, meaning, g -> definition.apply((UniformKineticRun) g));
    }
}
