package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Constant;
import org.apodix.audit.Family;
import org.apodix.audit.Paper;
import org.apodix.audit.Remark;
import org.apodix.audit.Theorem;
import org.apodix.audit.figure.Figure;

/**
 * The Fisher-information bound on the Kullback-Leibler divergence of score diffusion samplers without early stopping.
 *
 * <p>Claims R1 to R15 of the Ornstein-Uhlenbeck sampler and K1 to K7 of the kinetic one. The files of the claims
 * read in the order of the argument: {@link FlowClaims}, {@link MomentClaims}, {@link IdentityClaims}, {@link BoundClaims}, {@link SharpnessClaims},
 * {@link ClosedFormClaims}, {@link SymmetryClaims}; {@link KineticFlowClaims}, {@link KineticClaims}, {@link KineticRateClaims}.
 */
public final class FisherKl implements Theorem {

    static final String ID = "fisher-kl";

    private static final List<Family<?>> FAMILIES = List.of(new GaussOuFamily(false), new GaussOuFamily(true), new GaussFlowFamily(),
        new RefinementFamily(), new ShrinkingFamily(), new SimplexFamily(), new UniformEdgeFamily(), new RotatedFamily(), LineFamily.MIXTURE,
        LineFamily.QUADRATIC, LineFamily.HERMITE, LineFamily.CLIP, LineFamily.UNIFORM, LineFamily.QUARTIC, new StoppedFamily(true), new StoppedFamily(false),
        new KineticFlowFamily(), new KineticFamily(), new UniformKineticFamily(), new ExactTruthFamily());

    private final List<Claim<?>> claims = new ArrayList<>();

    public FisherKl() {
        claims.addAll(FlowClaims.claims());
        claims.addAll(MomentClaims.claims());
        claims.addAll(IdentityClaims.claims());
        claims.addAll(BoundClaims.claims());
        claims.addAll(SharpnessClaims.claims());
        claims.addAll(ClosedFormClaims.claims());
        claims.addAll(SymmetryClaims.claims());
        claims.addAll(KineticFlowClaims.claims());
        claims.addAll(KineticClaims.claims());
        claims.addAll(KineticRateClaims.claims());
        claims.sort(java.util.Comparator.comparing((Claim<?> claim) -> -claim.id().charAt(0))
            .thenComparing(claim -> Integer.parseInt(claim.id().substring(1))));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "The Fisher-information KL bound";
    }

    @Override
    public String summary() {
        return "Noise the data by the Ornstein-Uhlenbeck process, reverse it with an exponential integrator that freezes the score "
            + "relative to the Gaussian over each step, start from the standard Gaussian. If the data law $\\mu$ has finite Fisher "
            + "information relative to the Gaussian $\\gamma$, the Kullback-Leibler divergence from $\\mu$ to the law of the output is at "
            + "most a universal constant times $e^{-2T}\\mathrm{KL}(\\mu|\\gamma)+T\\varepsilon^2+h\\,I(\\mu|\\gamma)$: horizon $T$, score "
            + "error $\\varepsilon^2$, step size $h$. No early stopping, no Lipschitz score.";
    }

    @Override
    public Paper paper() {
        return new Paper("Giovanni Conforti, Alain Durmus, Marta Gentiloni Silveri",
            "KL Convergence Guarantees for Score diffusion models under minimal data assumptions", "2308.12240",
            "SIAM Journal on Mathematics of Data Science 7(1), 2025");
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
    public List<Constant> constants() {
        return FisherKlRemarks.constants();
    }

    @Override
    public List<Figure> figures() {
        return FisherKlFigures.figures();
    }

    @Override
    public List<Remark> beyondThePaper() {
        return FisherKlRemarks.beyondThePaper();
    }

    @Override
    public List<String> results() {
        return List.of("R7");
    }

    @Override
    public List<String> plannedClaims() {
        return List.of();
    }

    @Override
    public List<String> plannedFamilies() {
        return List.of();
    }
}
