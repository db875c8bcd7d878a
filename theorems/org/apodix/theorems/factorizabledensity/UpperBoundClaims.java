package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F16: the upper bound at the rate, and the sandwich. */
final class UpperBoundClaims {

    private static final String SAYS = "the rate $n^{-\\beta/(2\\beta+d)}$ is attained";

    private UpperBoundClaims() { }

    static Claim<?> claim() {
        var risks = risks();
        var rates = rates();
        return risks.and(rates, "-rate", "upper bound at the rate, and the sandwich", Provenance.derived(SAYS, risks.provenance().difference() + "; "
            + rates.provenance().difference()));
    }

    private static Claim<PairHistogram> risks() {
        var plane = histogram("1/2", "1/2", 1, 10, 2);
        return Claim.of(FactorizableDensity.ID, "F16", "histograms of pairs", PairHistogram.class, Provenance.derived(SAYS,
                "chains whose pair densities are planes, which attain half of the bound of the bias: risks of the pair and of a single coordinate exactly, and with them the mean "
                    + "of the lemma of F15, which bounds the risk of the chain; for $D=2$ that is the risk itself"))
            .restsOn("F15")
            .atMost("bias", "averages over the bins", PairHistogram.BIAS, PairHistogram.THIRD).attainedWhen(h -> h.lipschitz().isZero())
            .equal("bias-exact", "which is known in closed form", PairHistogram.BIAS, PairHistogram.CONDITIONED).about(h -> !h.lipschitz().isZero())
            .atMost("pair", "the risk of a pair", PairHistogram.RISK, PairHistogram.PAIR_BOUND).attainedWhen(h -> h.lipschitz().isZero() && h.bins() == 1)
            .against(number(1), h -> true)
            .atMost("single", "the risk of one coordinate", PairHistogram.SINGLE, PairHistogram.SINGLE_BOUND)
            .attainedWhen(h -> h.lipschitz().isZero() && (h.bins() == 1 || h.bins() == 2 && h.n() == 1)).against(number(1), h -> true)
            .atMost("chain", "the mean of the lemma for a chain", PairHistogram.CHAIN, PairHistogram.BOUND).attainedWhen(h -> h.lipschitz().isZero() && h.bins() == 1)
            .against(number(1), h -> true)
            .atMost("marginal", "a pair is harder than one of its coordinates", PairHistogram.SINGLE, PairHistogram.RISK)
            .attainedWhen(h -> h.slopes().get(0).isZero() && h.bins() == 1)
            .tooth("F16", "a seventh in place of a third", PairHistogram.BIAS, PairHistogram.SEVENTH, plane)
            .ownTooth("no-bias", "bins cost nothing but samples", PairHistogram.RISK, PairHistogram.NO_BIAS, plane)
            .on(PairHistogram::draw, List.of(new Edge<>("one bin, only bias", plane), new Edge<>("many bins, mostly deviation", histogram("1", "1", 4, 30, 3)),
                new Edge<>("the uniform law", histogram("0", "0", 3, 6, 4)), new Edge<>("one bin, the uniform law", histogram("0", "0", 1, 6, 4)),
                new Edge<>("a density that is 0 in a corner", histogram("1", "-1", 2, 8, 3)), new Edge<>("a steep coordinate", histogram("2", "0", 2, 12, 5)),
                new Edge<>("below 1 for three coordinates", histogram("1/6", "1/6", 2, 60, 3))));
    }

    private static Claim<HistogramRate> rates() {
        var tolerance = Rational.of(1, 100);
        var million = new HistogramRate(2, Rational.ONE, 1_000_000, 26);
        return Claim.of(FactorizableDensity.ID, "F16", "the sandwich", HistogramRate.class, Provenance.derived(SAYS,
                "the lower bound of F14 against this upper bound in the same class; the fitted slopes are evidence for the exponent $-\\frac14$"))
            .restsOn("F14")
            .atMost("sandwich", "the lower bound lies below, for any number of bins", HistogramRate.LOWER, HistogramRate.BOUND).against(number(1), h -> true)
            .atMost("best", "and below the least upper bound", HistogramRate.LOWER, HistogramRate.BEST).against(number(1), h -> true)
            .fit("upper-slope", "exponent of the upper bound for two coordinates (evidence)", HistogramRate.UPPER_SLOPE, number(-1, 4), tolerance)
            .about(UpperBoundClaims::isLarge)
            .fit("lower-slope", "exponent of the lower bound (evidence)", HistogramRate.LOWER_SLOPE, number(-1, 4), tolerance).about(UpperBoundClaims::isLarge)
            .tooth("F14-ambient", "no estimator beats half of the rate of the ambient dimension", HistogramRate.AMBIENT, HistogramRate.BOUND,
                new HistogramRate(10, Rational.ONE, 100_000_000, 96))
            .ownToothFit("ambient-slope", "the exponent is that of ten dimensions", HistogramRate.UPPER_SLOPE, number(-1, 12), tolerance, million)
            .on(HistogramRate::draw, List.of(new Edge<>("two coordinates, a million samples", million),
                new Edge<>("ten thousand", new HistogramRate(2, Rational.ONE, 10_000, 8)), new Edge<>("ten coordinates", new HistogramRate(10, Rational.ONE, 100_000_000, 96)),
                new Edge<>("one sample", new HistogramRate(3, Rational.ONE, 1, 1))));
    }

    private static boolean isLarge(HistogramRate h) {
        return h.d() == 2 && h.n() >= 10_000 && h.n() <= 10_000_000 && h.l().compareTo(Rational.of(1, 2)) >= 0;
    }

    private static PairHistogram histogram(String a, String b, int bins, int n, int d) {
        return new PairHistogram(List.of(Rational.parse(a), Rational.parse(b)), bins, n, d);
    }
}
