package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.List;
import org.apodix.audit.Claim;
import org.apodix.audit.Constant;
import org.apodix.audit.Family;
import org.apodix.audit.Paper;
import org.apodix.audit.Remark;
import org.apodix.audit.Theorem;
import org.apodix.audit.figure.Figure;
import org.apodix.theorems.generalizationgap.ReverseRun.Kind;

/** The generalization gap of early-stopped random-feature diffusion models. */
public final class GeneralizationGap implements Theorem {

    static final String ID = "generalization-gap";

    private static final List<Family<?>> FAMILIES = List.of(new TrainingFamily(false), new TrainingFamily(true), new QuadraticFamily(), reverse(Kind.FLOW),
        reverse(Kind.PRIOR), reverse(Kind.SLOPE), reverse(Kind.ORNSTEIN_UHLENBECK), new LikelihoodFamily(), new AtomsFamily(), new TwoAtomsFamily(), new LawSampleFamily(), new ScoreSliceFamily(),
        new ExponentsFamily(), new TwoPointFamily(), new SignChannelFamily(),
        new ModesFamily(), new ModeScoreFamily(), new CopiesFamily());

    private final List<Claim<?>> claims = new ArrayList<>();

    public GeneralizationGap() {
        claims.add(TrainingClaims.closedForms());
        claims.add(MatchingClaims.matching());
        claims.add(GirsanovClaims.girsanov());
        claims.add(TrainingClaims.flow());
        claims.addAll(FlowClaims.claims());
        claims.add(ConcentrationClaims.concentration());
        claims.add(DiscreteClaims.width());
        claims.add(MainClaims.theorem());
        claims.add(DiscreteClaims.exponents());
        claims.add(DiscreteClaims.floor());
        claims.add(ModesClaims.modes());
        claims.add(ClockClaims.clocks());
    }

    private static Family<ReverseRun> reverse(Kind kind) {
        return new ReverseFamily(kind);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "The generalization gap of early-stopped random-feature diffusion models";
    }

    @Override
    public String summary() {
        return "A score network of frozen random features and a trained output layer follows the gradient flow of the denoising loss of $n$ samples, "
            + "stopped at training time $\\tau$. The Kullback-Leibler divergence from the data to the generated law is bounded, up to hidden constants, by "
            + "$\\tau^4/(mn)+\\tau^3/m^2+1/\\tau$, approximation terms and the mismatch of the prior; with $\\tau\\asymp n^{2/5}$ and width $m\\asymp n$ the "
            + "first bracket is $n^{-2/5}+m^{-4/5}$. A second theorem lets the modes of a mixture move apart. What is checked has cosine features in place of the "
            + "paper's ReLU features, and explicit constants.";
    }

    @Override
    public Paper paper() {
        return new Paper("Puheng Li, Zhong Li, Huishuai Zhang, Jiang Bian", "On the Generalization Properties of Diffusion Models", "2311.01797",
            "NeurIPS 2023");
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
        return List.of("G9");
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
        return Findings.constants();
    }

    @Override
    public List<Figure> figures() {
        return GeneralizationGapFigures.figures();
    }

    @Override
    public List<Remark> beyondThePaper() {
        return Findings.remarks();
    }
}
