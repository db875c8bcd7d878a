package org.apodix.theorems.generalizationgap;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;

/** G7: how far the problem of a sample is from that of the population. */
final class ConcentrationClaims {

    private static final Quantity<TwoAtoms> MEAN_B = of("meanSquareB", "E|\\Delta_B|^2", "over all samples", m -> m.meanSquare(false));
    private static final Quantity<TwoAtoms> MEAN_G = of("meanSquareG", "E|\\Delta_G|^2", "over all samples", m -> m.meanSquare(true));
    private static final Quantity<TwoAtoms> VARIANCE_B = of("varianceB", "{\\tfrac1n(E|B(X_0)|^2-|B|^2)}", "", m -> m.variance(false));
    private static final Quantity<TwoAtoms> VARIANCE_G = of("varianceG", "{\\tfrac1n(E|G(X_0)|^2-|G|^2)}", "", m -> m.variance(true));
    private static final Quantity<TwoAtoms> CRUDE_B = of("crudeB", "\\tfrac{\\beta^2}n", "", m -> m.beta().square().over(m.n()));
    private static final Quantity<TwoAtoms> CRUDE_G = of("crudeG", "\\tfrac{T^2}n", "", m -> m.size(true).square().over(m.n()));
    private static final Quantity<TwoAtoms> DELTA = of("delta", "\\delta", "", m -> Expr.of(m.delta()));
    private static final Quantity<TwoAtoms> THRESHOLD = of("thresholdB", "\\beta\\eta_n(\\delta)", "", m -> m.threshold(false));
    private static final Quantity<TwoAtoms> EXCEEDS_B = of("probabilityB", "P\\big(|\\Delta_B|\\ge\\beta\\eta_n(\\delta)\\big)", "exact",
        m -> m.exceedance(false, m.threshold(false)));
    private static final Quantity<TwoAtoms> EXCEEDS_G = of("probabilityG", "P\\big(|\\Delta_G|\\ge T\\eta_n(\\delta)\\big)", "exact",
        m -> m.exceedance(true, m.threshold(true)));
    private static final Quantity<TwoAtoms> EXCEEDS_SMALL = of("probabilitySmall", "P\\big(|\\Delta_B|\\ge\\beta\\sqrt{\\log(1/\\delta)/(8n)}\\big)", "exact",
        m -> m.exceedance(false, m.smallThreshold()));

    private static final Formula<TwoAtoms> ONE = Formula.number(1);

    static final List<Quantity<TwoAtoms>> PRINTED = List.of(MEAN_B, MEAN_G, THRESHOLD, EXCEEDS_B, EXCEEDS_G);

    private static final Provenance PROVENANCE = Provenance.derived("its bounds in probability hide constants and logarithms",
        "a variance identity and McDiarmid's inequality, with one feature. On data at two points the probability is computed exactly, by enumeration. For continuous "
            + "laws it has no closed form: checked is a bound of it by exponential moments, each an integral, with no draws and no confidence level");

    private ConcentrationClaims() { }

    /** Atoms at 3/2 and -3/2, w = 1, b = u = 0, T = 1. */
    static TwoAtoms reference(String q, int n, String delta) {
        return new TwoAtoms(Simple.parse(q), n, Simple.parse(delta), Rational.of(3, 2), Rational.of(-3, 2), Rational.ONE, Rational.ZERO, Rational.ZERO,
            Rational.ONE);
    }

    static Claim<Object> concentration() {
        return twoAtoms().and(LawSampleClaims.concentration(PROVENANCE), "-law", "the training problem concentrates", PROVENANCE);
    }

    private static Claim<TwoAtoms> twoAtoms() {
        var witness = reference("1/2", 20, "1/20");
        return Claim.of(GeneralizationGap.ID, "G7", "the training problem concentrates", TwoAtoms.class, PROVENANCE)
            .restsOn("G1")
            .equal("a-B", "the variance of B against all samples, shifted away from 0", ONE.plus(MEAN_B), ONE.plus(VARIANCE_B))
            .equal("a-G", "the variance of G against all samples, shifted away from 0", ONE.plus(MEAN_G), ONE.plus(VARIANCE_G))
            .atMost("a-B-bound", "its bound", MEAN_B, CRUDE_B)
            .atMost("a-G-bound", "its bound", MEAN_G, CRUDE_G)
            .atMost("b-B", "B is close with probability 1 - delta", EXCEEDS_B, DELTA)
            .atMost("b-G", "G is close with probability 1 - delta", EXCEEDS_G, DELTA)
            .tooth("G7b", "the threshold of a variable of a quarter of the range", EXCEEDS_SMALL, DELTA, witness)
            .ownToothEqual("a-B", "the variance of B with n - 1 in place of n", ONE.plus(MEAN_B),
                ONE.plus(VARIANCE_B.scaled(20, 19)), witness)
            .ownToothEqual("a-G", "the variance of G with n - 1 in place of n", ONE.plus(MEAN_G),
                ONE.plus(VARIANCE_G.scaled(20, 19)), new TwoAtoms(Rational.of(1, 2), 20, Rational.of(1, 20), Rational.ZERO, Rational.ONE, Rational.ONE,
                    Rational.ZERO, Rational.ZERO, Rational.ONE))
            .ownTooth("a-bound", "a fifth of the bound", MEAN_B, CRUDE_B.scaled(1, 5), witness)
            .on(TwoAtomsFamily::draw, List.of(new Edge<>("n = 20, q = 1/2", witness), new Edge<>("n = 10, q = 1/3", reference("1/3", 10, "1/5")),
                new Edge<>("one sample", reference("1/4", 1, "1/2")), new Edge<>("n = 200", reference("1/3", 200, "1/1000")),
                new Edge<>("both atoms at one point", new TwoAtoms(Rational.of(1, 2), 5, Rational.of(1, 5), Rational.ONE, Rational.ONE, Rational.ONE,
                    Rational.ZERO, Rational.ZERO, Rational.ONE))));
    }

    private static Quantity<TwoAtoms> of(String name, String tex, String meaning, Function<TwoAtoms, Expr> definition) {
        return Quantity.of(name, tex, meaning, definition);
    }
}
