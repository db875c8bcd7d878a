package org.apodix.theorems.fisherkl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Figure.Heading;
import org.apodix.audit.figure.Mark;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Table;
import org.apodix.diffusion.Mixture;
import org.apodix.diffusion.Scheme;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Tape;

/** What the report draws of this theorem: divergences and bounds against the step size, tightness, and cost against the dimension. */
final class FisherKlFigures {

    private static final Scheme EI = Scheme.EXPONENTIAL_INTEGRATOR;
    private static final Axis STEP = Axis.logarithmic("step size h");
    private static final Axis NATS = Axis.logarithmic("nats");
    /** q = 1 - 1/n. */
    private static final List<Integer> GAUSSIAN_GRIDS = List.of(2, 3, 4, 6, 10, 16, 28, 48, 80);
    private static final int GAUSSIAN_HORIZON = 6;
    private static final List<Integer> MIXTURE_GRIDS = List.of(2, 3, 4, 6, 9, 14);
    private static final int MIXTURE_HORIZON = 2;
    /** Beyond it the output law of exact scores is not bracketed: its grid takes seconds. */
    private static final int FINEST_BRACKET = 4;
    private static final List<Integer> DIMENSIONS = List.of(1, 10, 100, 1000);
    private static final List<Integer> EXPONENTS = List.of(2, 4, 8, 16, 32, 64, 128, 256);

    private FisherKlFigures() { }

    static List<Figure> figures() {
        return List.of(gaussian(), gaussianTightness(), mixture(), mixtureTightness(), sharpness(), dimension());
    }

    private static GaussianRun gaussianRun(int n) {
        return Witnesses.onLine("1", "1/5", n - 1 + "/" + n, GAUSSIAN_HORIZON * n);
    }

    private static Mixture mixtureData() {
        return new Mixture(List.of(Rational.of(-1), Rational.of(3, 2)), List.of(Rational.of(1, 3), Rational.of(2, 3)), Rational.of(4, 5));
    }

    private static ExactTruthRun mixtureRun(int n) {
        return new ExactTruthRun(mixtureData(), Rational.of(n - 1, n), MIXTURE_HORIZON * n);
    }

    private static Figure gaussian() {
        var runs = GAUSSIAN_GRIDS.stream().map(FisherKlFigures::gaussianRun).toList();
        return withVacuity(Plot.of(Heading.of("gaussian-step", "Divergences and bounds against the step size: one Gaussian",
            "Data $N(1,\\tfrac15)$, exact scores, $q=e^{-h}=1-\\tfrac1n$ and $N=" + GAUSSIAN_HORIZON + "n$ steps. The output is of order $h^2$ away "
                + "from the data (R13(b)), the path of order $h$ (R11), and so is every bound. Right of the upright line $\\kappa I_0>H_0$: there the bound "
                + "says less than that the zero network has, and is vacuous.", "R6", "R7", "R13"), STEP, NATS,
            List.of(Curve.values("output: KL(data | law of the output)", points(runs, r -> r.truth(EI))).withSlope(),
                Curve.values("chain", points(runs, r -> r.chain(EI))), Curve.values("path", points(runs, OuRun::path)).withSlope(),
                Curve.bound("entropy drop, R6", points(runs, OuQuantities.R6_EI::in)), Curve.bound("theorem, R7", points(runs, OuQuantities.R7_EI::in)).withSlope(),
                Curve.bound("the paper's form with constants 1", points(runs, OuQuantities.PAPER::in)))), runs.get(0));
    }

    private static Figure mixture() {
        var runs = MIXTURE_GRIDS.stream().map(n -> mixtureRun(n).run()).toList();
        var brackets = MIXTURE_GRIDS.stream().filter(n -> n <= FINEST_BRACKET).map(FisherKlFigures::mixtureRun)
            .map(r -> new Curve.Point(r.run().weights().step(), r.narrowTruth(EI))).toList();
        return withVacuity(Plot.of(Heading.of("mixture-step", "Divergences and bounds against the step size: one mixture",
            "Data $\\tfrac13N(-1,\\tfrac45)+\\tfrac23N(\\tfrac32,\\tfrac45)$, exact scores, $q=e^{-h}=1-\\tfrac1n$ and $N=" + MIXTURE_HORIZON
                + "n$ steps. The output has no closed form: its divergence is bracketed (R13(e)), for the coarse grids only, where that takes little work. "
                + "Right of the upright line $\\kappa I_0>H_0$ and the bound is vacuous.", "R6", "R7", "R13"), STEP, NATS,
            List.of(Curve.values("output: KL(data | law of the output), bracketed", brackets), Curve.values("chain", points(runs, r -> r.chain(EI))),
                Curve.values("path", points(runs, OuRun::path)), Curve.bound("entropy drop, R6", points(runs, OuQuantities.R6_EI::in)),
                Curve.bound("theorem, R7", points(runs, OuQuantities.R7_EI::in)),
                Curve.bound("the paper's form with constants 1", points(runs, OuQuantities.PAPER::in)))), runs.get(0));
    }

    /** H_0, the divergence of the zero network, and the step size -log(1 - 2 H_0/I_0)/2 at which kappa I_0 is as much. */
    private static Plot withVacuity(Plot plot, OuRun run) {
        var ratio = run.entropy(0).times(2).over(run.fisher(0));
        return plot.with(Mark.y("H_0, the zero network's", run.entropy(0))).with(Mark.x("vacuous from here on", ratio.negate().log1p().over(-2)));
    }

    private static <R extends OuRun> List<Curve.Point> points(List<R> runs, Function<OuRun, Expr> value) {
        return runs.stream().map(run -> new Curve.Point(run.weights().step(), value.apply(run))).toList();
    }

    private static Figure gaussianTightness() {
        var rows = new ArrayList<List<Table.Cell>>();
        for (int n : GAUSSIAN_GRIDS) {
            rows.add(tightness(n, gaussianRun(n), gaussianRun(n).truth(EI)));
        }
        return table("gaussian-tightness", "How much of the bound is attained: one Gaussian", "$N(1,\\tfrac15)$ as in the plot. "
            + "The output uses up less and less of the bound on finer grids, the path a share that stays.", rows);
    }

    private static Figure mixtureTightness() {
        var rows = new ArrayList<List<Table.Cell>>();
        for (int n : MIXTURE_GRIDS) {
            if (n <= FINEST_BRACKET) {
                var run = mixtureRun(n);
                rows.add(tightness(n, run.run(), run.narrowTruth(EI)));
            }
        }
        return table("mixture-tightness", "How much of the bound is attained: one mixture", "The mixture of the plot; the output's share is as wide "
            + "as its bracket.", rows);
    }

    private static List<Table.Cell> tightness(int n, OuRun run, Expr truth) {
        var bound = OuQuantities.R7_EI.in(run);
        return List.of(Table.number(n), Table.number(run.weights().step()), Table.number(truth.over(bound)), Table.number(run.chain(EI).over(bound)),
            Table.number(run.path().over(bound)), Table.number(OuQuantities.R6_EI.in(run).over(bound)), Table.number(bound.over(run.entropy(0))));
    }

    private static Figure table(String id, String title, String caption, List<List<Table.Cell>> rows) {
        return new Table(Heading.of(id, title, caption + " Where the last column is above 1 the bound is vacuous.", "R6", "R7"),
            List.of("grid $n$", "step size $h$", "output / R7", "chain / R7", "path / R7", "R6 / R7", "R7 / $H_0$"), rows);
    }

    private static Figure sharpness() {
        var output = new ArrayList<Curve.Point>();
        var path = new ArrayList<Curve.Point>();
        for (int k : EXPONENTS) {
            var run = Witnesses.onLine("0", "1e-" + k, "9/10", 30);
            var bound = OuQuantities.R6_EI.in(run);
            output.add(new Curve.Point(Expr.of(k), run.truth(EI).over(bound)));
            path.add(new Curve.Point(Expr.of(k), run.path().over(bound)));
        }
        return Plot.of(Heading.of("sharpness", "R6 is sharp for the output: data that shrink to a point", "Data $N(0,10^{-k})$, $q=\\tfrac9{10}$, "
            + "$N=30$: the share of the bound R6 that is attained tends to 1 (R12(a)). Evidence at these variances; the proof is on the page of mathematics.", "R12"),
            Axis.logarithmic("k"), Axis.linear("share of R6"), List.of(Curve.values("output / R6", output), Curve.values("path / R6", path),
                Curve.theory("1", List.of(new Curve.Point(Expr.of(EXPONENTS.get(0)), Expr.ONE),
                    new Curve.Point(Expr.of(EXPONENTS.get(EXPONENTS.size() - 1)), Expr.ONE)))));
    }

    /** Operations of one evaluation: a count, the same on every machine. */
    static long operations(int dimension) {
        var run = Witnesses.independent(dimension, 5);
        return Tape.of(List.of(run.truth(EI), run.path(), OuQuantities.R6_EI.in(run), OuQuantities.R7_EI.in(run))).operations();
    }

    private static Figure dimension() {
        var points = DIMENSIONS.stream().map(d -> new Curve.Point(Expr.of(d), Expr.of(operations(d)))).toList();
        return Plot.of(Heading.of("dimension-cost", "The cost of an audit is linear in the dimension",
            "Independent coordinates, five steps: scalar operations of one evaluation of the output's and the path's divergence and of both bounds. A "
                + "count of the operations of the expressions, not a time. Dimension 1000 is an edge of R6 and R7.", "R6", "R7", "R15"),
            Axis.logarithmic("dimension d"), Axis.logarithmic("scalar operations"), List.of(Curve.values("operations", points).withSlope()));
    }
}
