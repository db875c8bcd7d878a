package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F13 and F14: the arithmetic of the rate, and the lower bound. */
final class RateClaims {

    private RateClaims() { }

    static List<Claim<?>> claims() {
        return List.of(rate(), lowerBound());
    }

    private static Claim<Rate> rate() {
        return Claim.of(FactorizableDensity.ID, "F13", "rate arithmetic", Rate.class,
                Provenance.derived("the rate $n^{-\\beta/(2\\beta+d)}$", "the balance of squared bias $N^{-2\\beta}$ and variance $N^d/n$, exact"))
            .equal("balance", "bias and variance are equal at this grid", Rate.BIAS, Rate.DEVIATION)
            .equal("exponent", "which gives the rate", Rate.AT_BALANCE, Rate.EXPONENT)
            .atMost("best", "no other grid does better", Rate.AT_NU, Rate.EXPONENT).attainedWhen(r -> r.nu().equals(Rational.ONE.over(r.beta().times(Rational.TWO)
                .plus(Rational.of(r.d())))))
            .equal("gain", "the gain over the ambient dimension", Rate.GAIN, Rate.GAIN_FORMULA)
            .equal("factors", "of two factors the one of more coordinates counts", Rate.TWO_FACTORS, Rate.AMBIENT)
            .ownTooth("ambient", "the effective dimension gains nothing", Rate.GAIN, number(0), rate("1", 2, 10, "1/4"))
            .ownTooth("finer", "half of the grid's exponent is as good", Rate.EXPONENT, Rate.AT_NU, rate("1", 2, 10, "1/8"))
            .on(Rate::draw, List.of(new Edge<>("the best grid", rate("1", 2, 10, "1/4")), new Edge<>("no grid", rate("2", 1, 1, "0")),
                new Edge<>("rough", rate("1/10", 3, 5, "1"))));
    }

    private static Rate rate(String beta, int d, int ambient, String nu) {
        return new Rate(Rational.parse(beta), d, ambient, Rational.parse(nu));
    }

    private static Claim<LowerBound> lowerBound() {
        return Claim.of(FactorizableDensity.ID, "F14", "minimax lower bound", LowerBound.class,
                Provenance.derived("no estimator is better than the rate, up to constants",
                    "the bound over a hypercube of densities is a theorem about all estimators and is not tried; what is tried: its "
                        + "ingredients (the bumps are in the class, the affinity of two signs, their distance for one sample), its sharpness without data, and that it stays below the upper "
                        + "bound of F16"))
            .restsOn("F13")
            .equal("bump", "bumps have mean 0 and fit together", LowerBound.DEFECT, number(0))
            .atMost("class", "the densities are as smooth as they should be", LowerBound.DERIVATIVE, number(1)).about(LowerBound::isUnscaled)
            .attainedWhen(b -> b.beta() == 1 || b.d() == 1)
            .atMost("sup", "and positive", LowerBound.SUP_BUMP, LowerBound.SUP).about(LowerBound::isUnscaled).attainedWhen(b -> b.beta() == 1)
            .atMost("affinity", "the affinity of the two signs of a bump", LowerBound.AFFINITY, LowerBound.TRUE_AFFINITY)
            .atMost("one-sample", "and their distance for one sample", LowerBound.ONE_SAMPLE, LowerBound.ONE_BOUND)
            .equal("l2", "the second moment of the bumps", LowerBound.PIECES_L2, LowerBound.FORMULA_L2)
            .equal("no-data", "without data the bound is the risk of the uniform density", LowerBound.BOUND, LowerBound.RISK).about(b -> b.n() == 0)
            .atMost("risk", "and never above it", LowerBound.BOUND, LowerBound.RISK).attainedWhen(b -> b.n() == 0)
            .atMost("tested", "nor above the risk of the estimator that tests each sign, with one or two samples", LowerBound.BOUND, LowerBound.TESTED)
            .about(LowerBound::isTested)
            .atMost("sandwich", "it lies below the upper bound of F16 in the same class", LowerBound.BOUND, LowerBound.UPPER)
            .about(LowerBound::isSandwiched)
            .tooth("three-quarters", "the factor 3/4 in place of 1/2", LowerBound.BOUND.scaled(3, 2), LowerBound.RISK, bound(0, 3, "1", 1, 2))
            .ownTooth("half-samples", "half as many samples", LowerBound.FEWER, LowerBound.TESTED, bound(2, 1, "1", 1, 1))
            .ownTooth("affinity-2", "the affinity without $s^2$", LowerBound.SECOND_ORDER, LowerBound.AFFINITY_ABOVE, bound(10, 1, "2", 1, 1))
            .ownTooth("one-sample-half", "half of the distance for one sample", LowerBound.ONE_SAMPLE, LowerBound.ONE_BOUND.scaled(1, 2), bound(10, 1, "2", 1, 1))
            .on(LowerBound::draw, List.of(new Edge<>("no data", bound(0, 3, "1", 1, 2)), new Edge<>("smooth, no data", bound(0, 1, "2", 2, 3)),
                new Edge<>("smooth in the plane", bound(100, 1, "1", 2, 2)), new Edge<>("smooth in four dimensions", bound(100, 1, "1", 2, 4)),
                new Edge<>("one sample", bound(1, 1, "1", 1, 1)), new Edge<>("two samples", bound(2, 1, "1", 1, 1)), new Edge<>("two samples, two cells", bound(2, 2, "4", 1, 1)),
                new Edge<>("a thousand", bound(1000, 2, "1", 1, 2)), new Edge<>("smooth", bound(200, 1, "1", 2, 1)),
                new Edge<>("a million in three dimensions", bound(1_000_000, 6, "3/2", 1, 3))));
    }

    private static LowerBound bound(int n, int bins, String l, int beta, int d) {
        return new LowerBound(n, bins, Rational.parse(l), beta, d);
    }
}
