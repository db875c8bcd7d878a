package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apodix.audit.Claim;
import org.apodix.audit.Constant;
import org.apodix.audit.Family;
import org.apodix.audit.Paper;
import org.apodix.audit.Provenance;
import org.apodix.audit.Remark;
import org.apodix.audit.Theorem;
import org.apodix.audit.figure.Figure;

/**
 * Nonparametric estimation of a factorizable density with diffusion models, F1 to F18.
 *
 * <p>{@link FactorClaims}, {@link NoiseClaims} and {@link MessageClaims} are about factorizations, {@link UniformClaims}, {@link BlockClaims}
 * and {@link InterpolationClaims} about the blocks of the networks, {@link ChainClaims} about the networks of densities, {@link RateClaims},
 * {@link HistogramClaims} and {@link SamplerClaims} about rates and samplers.
 */
public final class FactorizableDensity implements Theorem {

    static final String ID = "factorizable-density";

    private static final List<Family<?>> FAMILIES = List.of(
        Square.FAMILY, Factors.PRODUCT_FAMILY, Factors.TREE_FAMILY, Interpolant.BILINEAR, Interpolant.CONE, Cubic.FAMILY,
        Squarings.RECIPROCAL_FAMILY, Squarings.EXPONENTIAL_FAMILY, Chain.FAMILY, Size.FAMILY, NoisyChain.FAMILY, FactorTables.FAMILY,
        PolynomialNetwork.FAMILY, BayesianPair.FAMILY, SquareRange.FAMILY, ProductRange.FAMILY, InterpolantRange.BILINEAR,
        InterpolantRange.CONE, SquaringsRange.RECIPROCAL_FAMILY, SquaringsRange.EXPONENTIAL_FAMILY, NoisedChain.FAMILY, Rate.FAMILY,
        LowerBound.FAMILY, Histogram.FAMILY, Histogram.GIVEN, Smoothing.FAMILY, UniformHistogram.FAMILY,
        NetworkHistogram.FAMILY, NetworkHistogram.GIVEN, HoelderInterpolant.FAMILY, Ridge.FAMILY, PairHistogram.FAMILY,
        HistogramRate.FAMILY, SmoothedCube.FAMILY, SmoothedTilt.FAMILY, PairShift.FAMILY, ChainVariation.FAMILY,
        Prior.BROWNIAN, Prior.PRESERVING, AtomPair.FAMILY, Certificate.FAMILY);

    private final List<Claim<?>> claims = new ArrayList<>();

    public FactorizableDensity() {
        claims.addAll(FactorClaims.claims());
        claims.addAll(NoiseClaims.claims());
        claims.addAll(MessageClaims.claims());
        claims.addAll(RateClaims.claims());
        claims.addAll(HistogramClaims.claims());
        claims.add(SamplerClaims.claim());
        claims.add(UpperBoundClaims.claim());
        claims.add(NetworkClaims.claim());
        claims.add(CertificateClaims.claim());
        claims.addAll(smooth(UniformClaims.claims()));
        claims.addAll(smooth(InterpolationClaims.claims()));
        claims.addAll(ChainClaims.claims());
        claims.sort(Comparator.comparing(claim -> Integer.parseInt(claim.id().substring(1))));
    }

    /** F6 and F7 with what they say of functions of other smoothness; the other claims as they are. */
    private static List<Claim<?>> smooth(List<Claim<?>> claims) {
        return claims.stream().<Claim<?>>map(claim -> switch (claim.id()) {
            case "F6" -> joined(claim, SmoothnessClaims.interpolation());
            case "F7" -> joined(claim, SmoothnessClaims.taylor());
            default -> claim;
        }).toList();
    }

    private static Claim<?> joined(Claim<?> claim, Claim<?> more) {
        return claim.and(more, "-hoelder", claim.title(), Provenance.derived(claim.provenance().paperSays(),
            claim.provenance().difference() + "; " + more.provenance().difference()));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Estimating a factorizable density";
    }

    @Override
    public String summary() {
        return "The unknown density on a cube is a product of factors of at most $d$ coordinates each, all $\\beta$-H\\\"older, as in Bayesian "
            + "networks and Markov random fields. A score-based diffusion model whose score is a sparse, weight-sharing ReLU network attains, up to "
            + "logarithms, the minimax rate $n^{-\\beta/(2\\beta+d)}$ in total variation: the dimension that counts is the effective dimension $d$, "
            + "not that of the cube.";
    }

    @Override
    public Paper paper() {
        return new Paper("Hyeok Kyu Kwon, Dongha Kim, Ilsang Ohn, Minwoo Chae",
            "Nonparametric Estimation of a Factorizable Density using Diffusion Models", "2501.01783", "Journal of Machine Learning Research 27(22), 2026");
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
        return List.of("F16", "F18");
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
        return Stream.concat(FactorizableDensityFigures.figures().stream(), NetworkFigures.figures().stream()).toList();
    }

    @Override
    public List<Constant> constants() {
        return FactorizableDensityText.constants();
    }

    @Override
    public List<Remark> beyondThePaper() {
        return FactorizableDensityText.remarks();
    }
}
