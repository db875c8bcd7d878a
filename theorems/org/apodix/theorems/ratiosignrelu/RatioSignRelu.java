package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Constant;
import org.apodix.audit.Family;
import org.apodix.audit.Paper;
import org.apodix.audit.Remark;
import org.apodix.audit.Theorem;
import org.apodix.audit.figure.Figure;

/**
 * Ratio targets with SignReLU networks: they divide exactly, and so represent quotients of kernel marginals as they occur in diffusion models.
 *
 * <p>The claims in the order of the argument: what one unit does ({@link UnitClaims}), the division gate ({@link GateClaims}), why it needs two layers
 * ({@link DepthClaims}), exact ReLU ({@link ReluClaims}), rational functions ({@link RationalClaims}), the ratio lemma ({@link RatioClaims}),
 * quotients of a shared layer ({@link AssemblyClaims}); then kernel marginals: piecewise linear ({@link InterpolationClaims}), as averages of ridge functions
 * ({@link ProfileClaims}, {@link VariationClaims}, {@link RidgeClaims}), by polynomials ({@link TaylorClaims}); then the sampler on Gaussian data
 * ({@link PathClaims}) and on atoms ({@link AtomsClaims}), learning from samples ({@link RegressionClaims}), and all of it from end to end
 * ({@link EndToEndClaims}). {@link Seldom} joins the bounds at points with slopes, which are costly.
 */
public final class RatioSignRelu implements Theorem {

    static final String ID = "ratio-signrelu";

    private static final List<Family<?>> FAMILIES = List.of(new UnitFamily(), new GateFamily(), new ReluFamily(), new AnyNetworkFamily(),
        new RationalFamily(), new StepFamily(), new SpikeFamily(), new SharedFamily(), new RidgeFamily(), new InterpolationFamily(), InterpolationRate.FAMILY,
        new TaylorFamily(), new GaussDdpmFamily(), new AtomsDdpmFamily(), new EndToEndFamily(), new RegressionFamily(), new VariationFamily(), VariationRate.FAMILY,
        RidgeProfile.FAMILY,
        ReluForm.FAMILY);

    private final List<Claim<?>> claims = new ArrayList<>();

    public RatioSignRelu() {
        claims.addAll(UnitClaims.reciprocalAndClips());
        claims.add(GateClaims.gate());
        claims.add(DepthClaims.depth());
        claims.add(ReluClaims.dichotomy());
        claims.add(UnitClaims.limit());
        claims.add(RationalClaims.rationalFunctions());
        claims.add(RatioClaims.ratioLemma());
        claims.add(AssemblyClaims.assembly());
        claims.add(InterpolationClaims.interpolation());
        claims.add(ProfileClaims.profile());
        claims.add(VariationClaims.variation());
        claims.add(RidgeClaims.ridge());
        claims.add(TaylorClaims.taylor());
        claims.addAll(PathClaims.claims());
        claims.add(RegressionClaims.regression());
        claims.add(EndToEndClaims.endToEnd());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Ratio targets with SignReLU networks";
    }

    @Override
    public String summary() {
        return "What a diffusion model has to learn is a quotient $f_1/f_2$ of two functions that arise by integrating a kernel against a density. "
            + "The activation SignReLU is the identity on positive numbers and a Moebius map on negative ones, so its networks can divide: quotients "
            + "$f_1/f_2$ with $f_2$ bounded below are approximated in $L^p$, from this an estimator of the reverse process of a DDPM is built, and its "
            + "excess Kullback-Leibler risk is split into an approximation and an estimation part.";
    }

    @Override
    public Paper paper() {
        return new Paper("L. Sun, D. Shen, J. Li, Y. Zhao, H. Feng",
            "Understanding Diffusion Models via Ratio-Based Function Approximation with SignReLU Networks", "2601.21242", "");
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
        return List.of("R12", "R21");
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
    public List<Figure> figures() {
        return Stream.concat(RatioSignReluFigures.all().stream(), NetworkFigures.figures().stream()).toList();
    }

    @Override
    public List<Constant> constants() {
        return RatioSignReluNotes.constants();
    }

    @Override
    public List<Remark> beyondThePaper() {
        return RatioSignReluNotes.beyondThePaper();
    }
}
