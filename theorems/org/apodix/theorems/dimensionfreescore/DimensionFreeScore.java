package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Constant;
import org.apodix.audit.Family;
import org.apodix.audit.Paper;
import org.apodix.audit.Remark;
import org.apodix.audit.Theorem;
import org.apodix.audit.figure.Figure;

/** Dimension-free score approximation, sampling and estimation for Gaussian tilts. */
public final class DimensionFreeScore implements Theorem {

    static final String ID = "dimension-free-score";

    private static final List<Family<?>> FAMILIES = families(ExponentialBlock.FAMILY, ReciprocalBlock.FAMILY, SquareBlock.FAMILY, ProductBlock.FAMILY,
        PerturbationKinds.SCALED, RademacherClaims.FAMILY);

    private final List<Claim<?>> claims = new ArrayList<>();
    private List<Figure> figures;

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
        claims.add(GridClaims.grids());
        claims.add(RidgeChainClaims.decay());
        claims.add(SamplerClaims.samplers());
        claims.add(EstimationClaims.denoising());
        claims.add(EstimationClaims.generalization());
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
            + "explicit constants: the Monte-Carlo estimators of the score, the ReLU network made of them, and the sampler that runs on them.";
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
    public List<String> results() {
        return List.of("R9", "R12");
    }

    @Override
    public List<String> plannedClaims() {
        return List.of();
    }

    @Override
    public List<String> plannedFamilies() {
        return List.of();
    }

    @Override
    public List<Constant> constants() {
        return DimensionFreeScoreText.constants();
    }

    @Override
    public List<Remark> beyondThePaper() {
        return DimensionFreeScoreText.remarks();
    }

    @Override
    public synchronized List<Figure> figures() {
        if (figures == null) {
            var all = new ArrayList<>(DimensionFreeScoreFigures.figures());
            all.addAll(NetworkFigures.figures());
            figures = List.copyOf(all);
        }
        return figures;
    }
}
