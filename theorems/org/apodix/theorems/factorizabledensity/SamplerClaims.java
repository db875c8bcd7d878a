package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F12(a) on the uniform law, and F15 on the uniform law. */
final class SamplerClaims {

    private SamplerClaims() { }

    static List<Claim<?>> claims() {
        return List.of(smoothing());
    }

    private static Claim<Smoothing> smoothing() {
        return Claim.of(FactorizableDensity.ID, "F12", "from a density to a sampler: smoothing", Smoothing.class, Provenance.derived(
                "early stopping costs little", "part (a) only, on the uniform law of the interval: the bound with its boundary jumps"))
            .equal("a-mass", "the distance is the mass that noise carries out of the interval", Smoothing.VARIATION, Smoothing.LOST)
            .atMost("a", "the smoothing bound, nearly attained for small noise", Smoothing.VARIATION, Smoothing.BOUND).against(number(1), s -> true)
            .tooth("F12a", "half of the constant", Smoothing.VARIATION, Smoothing.BOUND.scaled(1, 2), noise(1, 10))
            .on(Smoothing::draw, List.of(new Edge<>("sigma = 1/10", noise(1, 10)), new Edge<>("sigma = 1/2", noise(1, 2)), new Edge<>("sigma = 1", noise(1, 1)),
                new Edge<>("little noise", noise(1, 20))));
    }

    private static Smoothing noise(long numerator, long denominator) {
        return new Smoothing(Rational.of(numerator, denominator));
    }

    static Claim<UniformHistogram> uniform() {
        return Claim.of(FactorizableDensity.ID, "F15", "histograms of the uniform law", UniformHistogram.class, Provenance.derived(
                "the full histogram sees the ambient dimension", "closed forms by de Moivre's mean deviations"))
            .restsOn("F15")
            .atMost("empty", "empty cells cost the full histogram their mass", UniformHistogram.EMPTY, UniformHistogram.FULL)
            .attainedWhen(h -> h.n() == 1)
            .atMost("root", "the factor-wise bound sees S^2 only", UniformHistogram.FACTORS, UniformHistogram.ROOT)
            .tooth("F15", "the factor-wise bound never exceeds the risk of the full histogram", UniformHistogram.FACTORS, UniformHistogram.FULL,
                new UniformHistogram(2, 4, 100))
            .on(UniformHistogram::draw, List.of(new Edge<>("ten binary coordinates", new UniformHistogram(2, 10, 100)),
                new Edge<>("ten coordinates of four states", new UniformHistogram(4, 10, 1000)), new Edge<>("one sample", new UniformHistogram(3, 2, 1))));
    }
}
