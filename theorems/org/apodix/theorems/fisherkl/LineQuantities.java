package org.apodix.theorems.fisherkl;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apodix.diffusion.Scheme;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** What {@code evaluate} prints of runs on data on the line that are not Gaussian. */
final class LineQuantities {

    private static final Scheme EI = Scheme.EXPONENTIAL_INTEGRATOR;
    private static final List<Quantity<OuRun>> BOUNDS = List.of(OuQuantities.R6_EI, OuQuantities.R7_EI, OuQuantities.PAPER);

    private static final Quantity<LawRun> I1 = of("I1", "I_h", r -> r.fisher(1));
    private static final Quantity<LawRun> EXCESS = of("D_over_h", "D/h", r -> excess(r).over(r.weights().step()));
    private static final Quantity<LawRun> EXCESS_ROOT = of("D_over_sqrth", "D/\\sqrt h", r -> excess(r).over(r.weights().step().sqrt()));
    private static final Quantity<LawRun> MATCHED_MEAN = of("aff_mean_out", "\\hat m", r -> r.matched().output(EI).mean().entry(0, 0));
    private static final Quantity<LawRun> MATCHED_VARIANCE = of("aff_var_out", "\\hat V", r -> r.matched().output(EI).covariance().entry(0, 0));
    private static final Quantity<LawRun> MATCHED_CHAIN = of("aff_chain", "\\mathrm{chain}_{EI}(\\mathcal G)", r -> r.matched().chain(EI));
    private static final Quantity<LawRun> MATCHED_ERROR = of("aff_sumE2", "\\textstyle\\sum_j\\varepsilon_j^2(\\mathcal G)",
        r -> r.matched().sumSquaredError());
    private static final Quantity<LawRun> MATCHED_TRUTH = of("aff_truth", "\\mathrm{truth}_{EI}(\\mathcal G)", r -> r.matched().truth(EI));
    private static final Quantity<LawRun> MATCHED_BOUND = of("aff_R6", "\\mathrm{R6}_{EI}(\\mathcal G)", r -> OuQuantities.R6_EI.in(r.matched()));
    private static final Quantity<LawRun> SQUARE = of("Es2_1", "E\\hat s_1^2", r -> r.score().square(1));
    private static final Quantity<LawRun> PRODUCT = of("Esr_1", "E[\\hat s_1r_h]", r -> r.score().product(1));
    private static final Quantity<LawRun> EXACT_CHAIN = of("chain_EI_exact", "\\mathrm{chain}_{EI}(r)",
        r -> r.entropy(0).minus(r.weights().exponentialIntegrator().times(r.sumFisher())));

    private LineQuantities() { }

    private static Expr excess(LawRun run) {
        return run.path().minus(run.entropy(run.steps()));
    }

    static List<Quantity<LawRun>> printed(LineFamily family, LawRun run) {
        if (family == LineFamily.CLIP) {
            return Stream.of(seen(OuQuantities.H0, OuQuantities.I0), List.of(SQUARE, PRODUCT, renamed(OuQuantities.CHAIN_EI, "chain_EI_clip"),
                renamed(OuQuantities.PATH_EI, "path_EI_clip")), seen(OuQuantities.SUM_E2), List.of(EXACT_CHAIN, renamed(OuQuantities.R6_EI, "R6_clip")))
                .flatMap(List::stream).toList();
        }
        boolean finite = run.hasFiniteFisher();
        var first = seen(OuQuantities.H0, OuQuantities.H1, OuQuantities.HN, OuQuantities.HNP1);
        var information = finite ? seen(OuQuantities.I0, OuQuantities.IN) : List.of(I1);
        if (run.knowsTruth()) {
            return Stream.of(first, information, seen(OuQuantities.SUM_I, OuQuantities.SUM_E2, OuQuantities.SUM_RE, OuQuantities.TRUTH_EI,
                OuQuantities.TRUTH_TW, OuQuantities.CHAIN_EI, OuQuantities.CHAIN_TW, OuQuantities.PATH_EI, OuQuantities.R6_EI))
                .flatMap(List::stream).toList();
        }
        var sums = seen(OuQuantities.SUM_I, OuQuantities.CHAIN_EI, OuQuantities.PATH_EI, OuQuantities.CHAIN_TW);
        var bounds = finite ? OuQuantities.<LawRun>of(BOUNDS) : seen(OuQuantities.R6_EI);
        var rest = family == LineFamily.MIXTURE ? List.of(MATCHED_MEAN, MATCHED_VARIANCE, MATCHED_CHAIN, MATCHED_ERROR, MATCHED_TRUTH, MATCHED_BOUND)
            : family == LineFamily.QUADRATIC ? List.of(MATCHED_VARIANCE, MATCHED_CHAIN, MATCHED_TRUTH)
            : family == LineFamily.UNIFORM ? List.of(EXCESS, EXCESS_ROOT, MATCHED_TRUTH) : List.<Quantity<LawRun>>of();
        return Stream.of(first, information, sums, bounds, rest).flatMap(List::stream).toList();
    }

    @SafeVarargs
    private static List<Quantity<LawRun>> seen(Quantity<OuRun>... quantities) {
        return OuQuantities.of(List.of(quantities));
    }

    private static Quantity<LawRun> renamed(Quantity<OuRun> quantity, String name) {
        return of(name, "", quantity::in);
    }

    private static Quantity<LawRun> of(String name, String tex, Function<LawRun, Expr> definition) {
        return Quantity.of(name, tex, "", definition);
    }
}
