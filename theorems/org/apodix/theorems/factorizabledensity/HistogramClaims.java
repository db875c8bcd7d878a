package org.apodix.theorems.factorizabledensity;

import static org.apodix.expression.Formula.number;

import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Matrix;
import org.apodix.enclosure.Rational;

/** F15: the factor-wise histogram. */
final class HistogramClaims {

    private HistogramClaims() { }

    static List<Claim<?>> claims() {
        // p_12 has rows (1/10, 0) and (9/20, 9/20), p_23 is its transpose
        var interior = new Histogram(chain("1/10 9/10", "1 0 1/2 1/2", "2/11 9/11 0 1"), 0, chain("1/10 9/10", "0 1 1/2 1/2", "0 1 2/11 9/11"));
        var a = chain("1/2 1/2", "3/4 1/4 1/4 3/4", "3/4 1/4 1/4 3/4");
        var given = Claim.of(FactorizableDensity.ID, "F15", "factor-wise histogram: deterministic lemma and exact risk", Histogram.class,
                Provenance.derived("estimators that use the factorization see the effective dimension",
                    "Markov chains on finitely many states, zeros allowed; risks by enumerating all counts"))
            .atMost("lemma", "pairs and interior coordinates bound the path law", Histogram.DISTANCE, Histogram.LEMMA).about(Histogram::isGiven)
            .attainedWhen(h -> h.isGiven() && h.chain().d() == 2).against(number(1), h -> true)
            .equal("lemma-two", "with equality for two coordinates", Histogram.DISTANCE, Histogram.LEMMA).about(h -> h.isGiven() && h.chain().d() == 2)
            .atMost("every-sample", "it holds for every vector of counts", Histogram.GAP, number(0)).about(Histogram::isSampled)
            .attainedWhen(h -> h.chain().d() == 2)
            .equal("de-moivre", "the mean of the lemma by de Moivre's formula", Histogram.UPPER, Histogram.ENUMERATED).about(Histogram::isSampled)
            .atMost("risk", "the risk is at most this mean", Histogram.RISK, Histogram.UPPER).about(Histogram::isSampled)
            .attainedWhen(h -> h.chain().d() == 2).against(number(1), h -> true)
            .equal("one-sample", "one sample: factor-wise and full histogram are the same", Histogram.RISK, Histogram.FULL)
            .about(h -> h.isSampled() && h.n() == 1)
            .atMost("root", "the dimension enters through S^2, not S^D", Histogram.UPPER, Histogram.ROOT).about(Histogram::isSampled).against(number(1), h -> true)
            .tooth("interior", "without the interior coordinates", Histogram.DISTANCE, Histogram.PAIRS, interior)
            .ownTooth("half", "half of the mean", Histogram.RISK, Histogram.UPPER.scaled(1, 2), new Histogram(a, 4, null))
            .on(Histogram::draw, List.of(
                new Edge<>("the interior coordinates are needed", interior), new Edge<>("case A, one sample", new Histogram(a, 1, null)),
                new Edge<>("case A, four samples", new Histogram(a, 4, null)),
                new Edge<>("a deterministic chain", new Histogram(chain("1 0", "0 1 1 0", "1 0 0 1"), 2, null)),
                new Edge<>("two coordinates", new Histogram(chain("1/3 2/3", "1/2 1/2 1/5 4/5"), 3, null))));
        var uniform = uniform();
        return List.of(given.and(uniform, "-uniform", "factor-wise histogram: deterministic lemma and exact risk", Provenance.derived(
            given.provenance().paperSays(), given.provenance().difference() + "; on the uniform law, " + uniform.provenance().difference())));
    }

    private static Claim<UniformHistogram> uniform() {
        return Claim.of(FactorizableDensity.ID, "F15", "histograms of the uniform law", UniformHistogram.class, Provenance.derived(
                "the full histogram sees the ambient dimension", "closed forms by de Moivre's mean deviations"))
            .restsOn("F15")
            .atMost("empty", "empty cells cost the full histogram their mass", UniformHistogram.EMPTY, UniformHistogram.FULL)
            .attainedWhen(h -> h.n() == 1)
            .atMost("root", "the factor-wise bound sees S^2 only", UniformHistogram.FACTORS, UniformHistogram.ROOT).against(number(1), h -> true)
            .tooth("F15", "the factor-wise bound never exceeds the risk of the full histogram", UniformHistogram.FACTORS, UniformHistogram.FULL,
                new UniformHistogram(2, 4, 100))
            .on(UniformHistogram::draw, List.of(new Edge<>("ten binary coordinates", new UniformHistogram(2, 10, 100)),
                new Edge<>("ten coordinates of four states", new UniformHistogram(4, 10, 1000)), new Edge<>("one sample", new UniformHistogram(3, 2, 1))));
    }

    private static MarkovChain chain(String start, String... transitions) {
        var law = rationals(start);
        int s = law.size();
        return new MarkovChain(law, Stream.of(transitions).map(HistogramClaims::rationals)
            .map(entries -> Matrix.of(s, s, (i, j) -> entries.get(i * s + j))).toList());
    }

    private static List<Rational> rationals(String values) {
        return Stream.of(values.split(" ")).map(Rational::parse).toList();
    }
}
