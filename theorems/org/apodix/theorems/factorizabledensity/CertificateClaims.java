package org.apodix.theorems.factorizabledensity;

import java.util.Collections;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;

/** F18: the end-to-end certificate. */
final class CertificateClaims {

    private static final String SAYS = "a sparse weight-sharing ReLU network of size $\\epsilon^{-d/\\beta}$ gives, through a diffusion sampler, total variation $\\epsilon$ up to a logarithm";

    private CertificateClaims() { }

    static Claim<?> claim() {
        var networks = networks();
        var bound = bound();
        return networks.and(bound, "-bound", "end-to-end certificate", Provenance.derived(SAYS, networks.provenance().difference() + "; " + bound.provenance().difference()));
    }

    private static Claim<Chain> networks() {
        // the center of a cell
        var center = ChainClaims.chain(3, 1, "1/12", "1/2", "1/2");
        return Claim.of(FactorizableDensity.ID, "F18", "relative error of the network", Chain.class, Provenance.derived(SAYS,
                "the relative error of the network that is built, exactly at points"))
            .restsOn("F10", "F12")
            .atMost("network", "the relative error of the network", Chain.RELATIVE, Chain.RHO).attainedWhen(Chain::hasNoInteraction)
            .ownTooth("network-half", "half of it", Chain.RELATIVE, Chain.RHO.scaled(1, 2), center)
            .ownTooth("network-factors", "the factors alone", Chain.RELATIVE, Chain.RHO_FACTORS, ChainClaims.chain(8, 1, "1/2 1/2", "0", "1", "0"))
            .on(Chain::draw, List.of(new Edge<>("one factor", center), new Edge<>("no interaction", ChainClaims.chain(2, 1, "0 0", "1/3", "1/2", "1")),
                new Edge<>("the least value of the density", ChainClaims.chain(3, 2, "11/12 -11/12", "1", "0", "0")),
                new Edge<>("where the products err most", ChainClaims.tree()), new Edge<>("the center of a cell where the factor is small", ChainClaims.small())));
    }

    private static Claim<Certificate> bound() {
        return Claim.of(FactorizableDensity.ID, "F18", "the certificate", Certificate.class, Provenance.derived(SAYS,
                "the certificate is F12(d) with this error put in, so it is a theorem about the law of a sampler, which is not sampled here: what is checked is the arithmetic that "
                    + "leads to it. The score is that of the density of the network; the paper approximates the score itself by a network"))
            .equal("inserted", "the certificate is the bound of the sampler with this error", Certificate.VALUE, Certificate.INSERTED)
            .equal("variations", "each interaction counts for two coordinates", Certificate.VARIATIONS, Certificate.SLOPES)
            .atMost("rate", "the relative error, up to a logarithm", Certificate.VALUE, Certificate.RATE)
            .ownTooth("no-logarithm", "without the logarithm", Certificate.VALUE, Certificate.NO_LOGARITHM, equal(3, 1_000, 30))
            .ownToothEqual("no-smoothing", "early stopping costs nothing", Certificate.VALUE, Certificate.SAMPLER, equal(3, 32, 12))
            .on(Certificate::draw, List.of(new Edge<>("D = 3, N = 8", equal(3, 8, 10)), new Edge<>("D = 3, N = 32", equal(3, 32, 12)),
                new Edge<>("D = 5", equal(5, 32, 14)), new Edge<>("small", equal(3, 1_000, 30)),
                new Edge<>("nearly 1", new Certificate(List.of(Rational.of(49, 100)), 1, 1))));
    }

    /** Coefficients 1/2. */
    static Certificate equal(int d, int n, int m) {
        return new Certificate(Collections.nCopies(d - 1, Rational.of(1, 2)), n, m);
    }
}
