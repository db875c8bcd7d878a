package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apodix.audit.Claim;
import org.apodix.audit.Family;
import org.apodix.audit.Paper;
import org.apodix.audit.Theorem;
import org.apodix.audit.figure.Figure;

/** Dimension-free score approximation for Gaussian tilts. Built so far: the Monte-Carlo estimators, R1 to R6, their rate, R10(b), and the blocks of the score network, R8. */
public final class DimensionFreeScore implements Theorem {

    static final String ID = "dimension-free-score";

    private static final List<Family<?>> FAMILIES = families(ExponentialBlock.FAMILY, ReciprocalBlock.FAMILY, SquareBlock.FAMILY, ProductBlock.FAMILY,
        PerturbationKinds.SCALED, RademacherClaims.FAMILY);

    private final List<Claim<?>> claims = new ArrayList<>();

    public DimensionFreeScore() {
        claims.add(IdentityClaims.identities());
        claims.add(EnvelopeClaims.envelopes());
        claims.add(TiltLemmaClaims.lemmas());
        claims.add(ErrorClaims.gradient());
        claims.add(ErrorClaims.stein());
        claims.add(GrowthClaims.growth());
        claims.add(PerturbationClaims.perturbation());
        claims.addAll(BlockClaims.claims());
        claims.add(AssembledClaims.network());
        claims.add(CertificateClaims.certificate());
        claims.add(ErrorClaims.rate());
        claims.add(RademacherClaims.complexity());
    }

    private static List<Family<?>> families(Family<?>... blocks) {
        var families = new ArrayList<>(TiltFamilies.families());
        families.addAll(List.of(blocks));
        return List.copyOf(families);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Dimension-free score approximation";
    }

    @Override
    public String summary() {
        return "The data law is a tilt $p_0\\propto e^f\\gamma$ of the standard Gaussian. If $f$ is approximated on balls by a ReLU network of bounded "
            + "path norm, then the score of the noised law is approximated in $L^2$ by a deep ReLU network, and empirical score matching gives a sampler "
            + "that is close to $p_0$ in total variation, with rates that do not contain the dimension. What is checked is an instantiation with "
            + "explicit constants; of it, the errors of the sampled estimators of the score and the blocks of the score network are built.";
    }

    @Override
    public Paper paper() {
        return new Paper("Frank Cole, Yulong Lu", "Score-based generative models break the curse of dimensionality in learning a family of sub-Gaussian "
            + "probability distributions", "2402.08082", "ICLR 2024");
    }

    @Override
    public List<Family<?>> families() {
        return FAMILIES;
    }

    @Override
    public List<Claim<?>> claims() {
        return List.copyOf(claims);
    }

    @Override
    public List<String> plannedClaims() {
        return List.of("R10c", "R11", "R12", "R13", "R14");
    }

    @Override
    public List<String> plannedFamilies() {
        return List.of("gauss_estimation", "two_point_estimation");
    }

    /** Of the estimation claim R14, whose instances name no family. */
    @Override
    public Map<String, List<Set<String>>> plannedShapes() {
        return Map.of("gauss_estimation", List.of(Set.of("v", "a", "sigma", "N", "d")), "two_point_estimation",
            List.of(Set.of("q", "betas", "a", "sigma", "N")));
    }

    @Override
    public List<Figure> figures() {
        return NetworkFigures.figures();
    }
}
