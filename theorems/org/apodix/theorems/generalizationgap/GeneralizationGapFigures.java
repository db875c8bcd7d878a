package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Curve.Point;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Figure.Heading;
import org.apodix.audit.figure.Mark;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** What the report draws of this theorem. */
final class GeneralizationGapFigures {

    private static final String[] TIMES = {"1/10", "1/5", "1/2", "1", "2", "3", "5", "10", "20", "50", "100", "200", "500", "1000"};
    private static final List<Integer> DECADES = List.of(2, 3, 4, 5, 6, 7, 8);

    private GeneralizationGapFigures() { }

    static List<Figure> figures() {
        return List.of(earlyStopping(), exponents(), ladder(), rates(), clocks(), shift(), priors());
    }

    /** Two features, the sample of eight points below; the same run at every training time. */
    private static TrainingRun run(String tau) {
        return Witnesses.run(Witnesses.rows("1", "2"), "0 1/2", "-1 1/3", "1", "1/2", Witnesses.rows("1/4"),
            Witnesses.rows("-3/4", "-1/2", "-1/4", "0", "1/4", "1/2", "1", "3/2"), tau);
    }

    private static Plot earlyStopping() {
        var reached = new ArrayList<Point>();
        var bound = new ArrayList<Point>();
        var exact = new ArrayList<Point>();
        for (var tau : TIMES) {
            var run = run(tau);
            reached.add(new Point(run.tau(), run.excess(run.thetaHat())));
            bound.add(new Point(run.tau(), TrainingQuantities.MAIN.in(run)));
            if (Rational.parse(tau).compareTo(Rational.of(10)) <= 0) {
                exact.add(new Point(run.tau(), run.excess(run.theta()))); // soon below everything else
            }
        }
        var run = run("1");
        var heading = Heading.of("early-stopping", "Excess loss against training time",
            "Two features, $p_0=N(\\tfrac14,\\tfrac12)$, a sample of eight points. The bound of G9(a) falls like $\\tfrac{R^2}{4e\\tau}$ while the bias rules and rises with $\\tau D_\\tau^2/e$ "
                + "when the sample does. Marked is $\\tau=\\tfrac R{2D_\\infty}$, where the bound is least if $D_\\tau$ is replaced by its limit $D_\\infty=|\\Delta_B|+|\\Delta_G||\\hat\\theta^*|$, and the "
                + "excess of the zero network, above which the bound says nothing.", "G5", "G9");
        return Plot.of(heading, Axis.logarithmic("training time τ"), Axis.logarithmic("excess of the population loss"),
            List.of(Curve.values("trained on the sample", reached), Curve.values("trained on the population", exact), Curve.bound("bound of G9(a)", bound)))
            .with(Mark.x("best time of the bound", run.minimizerNorm().over(run.greatestDriving().times(2))))
            .with(Mark.y("zero network", run.minimizerGain().negate()));
    }

    private static Table exponents() {
        var rows = new ArrayList<List<Table.Cell>>();
        for (var gamma : List.of("1/2", "2/3", "1", "2", "4", "9")) {
            var model = Exponents.paper(gamma);
            rows.add(List.of(Table.number(Expr.of(model.gamma())), Table.number(Expr.of(model.tauExponent())), Table.number(model.rate()),
                Table.number(model.lastTerm()), Table.words(gamma.equals("1") ? "(P2): $n^{-2/5}+m^{-4/5}$; the second term is dominated" : "")));
        }
        return new Table(Heading.of("exponents", "Exponents of the paper's bound at the best training time",
            "$\\tau^4/(mn)+\\tau^3/m^2+1/\\tau$ with $m=n^\\gamma$ and $\\tau=n^x$, in exact fractions. At $\\gamma=1$ the exponents $\\tfrac25$ and $\\tfrac45$ of the paper; for other $\\gamma$ "
                + "the time $n^{2/5}$ is not the best. For $\\gamma>4$ this bracket taken alone falls faster than $1/n$, the floor of G11: the other terms of the bound may not.", "G10", "G11"),
            List.of("exponent $\\gamma$", "best $x^*$", "rate $r^*$ of $n^{-r^*}$", "exponent of $\\tau^3/m^2$", ""), rows);
    }

    private static Table ladder() {
        var rows = new ArrayList<List<Table.Cell>>();
        rows.add(rung("3", "crude drift, G6(a)"));
        rows.add(rung("2", "contraction, G6(b)"));
        rows.add(rung("3/2", "what a rate of $\\tfrac25$ corresponds to"));
        rows.add(rung("1", "smoothing, G6(c): the main theorem G9"));
        return new Table(Heading.of("ladder", "What each estimate of the drift buys",
            "The rate $n^{-r^*}$ of $\\tau^a/n+1/\\tau$ at the best time $n^{x^*}$, in exact fractions.", "G6", "G9", "G10"),
            List.of("exponent $a$", "best $x^*$", "rate $r^*$", "estimate"), rows);
    }

    private static List<Table.Cell> rung(String a, String words) {
        var model = Exponents.single(a);
        return List.of(Table.number(Expr.of(Rational.parse(a))), Table.number(Expr.of(model.tauExponent())), Table.number(model.rate()), Table.words(words));
    }

    private static Plot rates() {
        var statistical = new ArrayList<Point>();
        var floor = new ArrayList<Point>();
        var paper = new ArrayList<Point>();
        var run = Witnesses.i1();
        for (int k : DECADES) {
            int n = Rational.of(10).pow(k).numerator().intValueExact();
            var x = Expr.of(n);
            statistical.add(new Point(x, MainClaims.statistical(run, MainClaims.eta(n, MainClaims.DELTA.over(Rational.TWO)))));
            floor.add(new Point(x, Expr.of(204, 10_000).over(n)));
            paper.add(new Point(x, x.over(100).log().times(-2).over(5).exp().times(statistical.get(0).y())));
        }
        return Plot.of(Heading.of("rates", "Rates in the sample size",
            "The statistical term $\\tfrac{25}{8e}R(\\beta+TR)\\eta$ of G9(c) for instance I1 and confidence $\\tfrac{19}{20}$: slope $-\\tfrac12$. Dashed: the rate $n^{-2/5}$ of (P2) through the first point; its constant is not known. Below: the "
                + "floor $\\tfrac{0.0204}n$ of G11, which no estimator beats on both of its two densities (they are not those of I1); what is true between the two rates is not settled here.", "G9", "G10", "G11"),
            Axis.logarithmic("sample size n"), Axis.logarithmic("nats"),
            List.of(Curve.bound("statistical term of G9(c)", statistical).withSlope(), Curve.theory("n^(-2/5)", paper), Curve.bound("floor of G11", floor)));
    }

    private static Plot clocks() {
        var drift = new ArrayList<Point>();
        var bracket = new ArrayList<Point>();
        var hundred = new ArrayList<Point>();
        for (int k = 0; k <= 24; k += 3) {
            var run = CopiesRun.reference(1L << k, 1L << k, "5");
            var m = Expr.of(run.width());
            drift.add(new Point(m, run.variancePart()));
            bracket.add(new Point(m, run.bracket()));
            hundred.add(new Point(m, run.bracket().times(100)));
        }
        return Plot.of(Heading.of("clocks", "An intermediate estimate in another clock",
            "$m$ copies of one feature, trained in the parameter $\\theta=A/\\sqrt m$ up to $\\tau=5$: $L(\\hat\\theta)-L(\\theta)$ does not depend on $m$, the bracket $\\tfrac{\\tau^4}{mn}+\\tfrac{\\tau^3}{m^2}$ falls. That refutes "
                + "an intermediate estimate read in this clock, not the last display of Theorem 1, which also carries an approximation term.", "clocks"),
            Axis.logarithmic("copies m"), Axis.logarithmic("loss"),
            List.of(Curve.values("L(trained on the sample) - L(on the population)", drift), Curve.theory("bracket", bracket), Curve.theory("100 times the bracket", hundred)));
    }

    private static Plot shift() {
        var runs = grid();
        return Plot.of(Heading.of("modes-shift", "Loss at a fixed training time while the modes move apart",
            "Twelve sine features, $T=2$, $v=1$, $\\tau=10$, $p_0=\\tfrac12N(-\\mu,1)+\\tfrac12N(\\mu,1)$. The loss falls up to $\\mu=1$, rises from there on and saturates: evidence on a grid, no theorem. The score energy "
                + "$C(\\mu)$, the loss of the zero network, is not monotone either and never above $\\tfrac12\\log3$: with bounded features at a fixed horizon nothing grows polynomially.", "G12"),
            Axis.linear("shift μ"), Axis.linear("nats"),
            List.of(Curve.values("loss L(θ(10))", points(runs, ModesRun::loss)), Curve.values("score energy C(μ)", points(runs, ModesRun::scoreEnergy))))
            .with(Mark.y("score energy of one Gaussian", runs.get(0).gaussianEnergy()));
    }

    private static Plot priors() {
        var runs = grid().subList(1, 13);
        return Plot.of(Heading.of("modes-start", "What a start that does not know the modes costs",
            "Divergence from $p_T$ to the start at $T=2$, $v=1$: $\\tfrac r2-I(r)$ for $N(0,3)$, which grows like $\\mu^2$ and can only be helped by a horizon $T\\asymp\\mu^2$, and $\\tfrac12\\log(1+r)-I(r)$ for $N(0,3+\\mu^2)$; "
                + "$r=\\mu^2/3$.", "G12"),
            Axis.linear("shift μ"), Axis.logarithmic("nats"),
            List.of(Curve.values("start N(0, 3)", points(runs, r -> r.channel().fixedPrior())),
                Curve.values("start N(0, 3 + μ²)", points(runs, r -> r.channel().matchedPrior()))));
    }

    private static List<ModesRun> grid() {
        return java.util.stream.IntStream.rangeClosed(0, 12).mapToObj(k -> ModesRun.sines(Rational.of(k, 2))).toList();
    }

    private static List<Point> points(List<ModesRun> runs, Function<ModesRun, Expr> value) {
        return runs.stream().map(run -> new Point(Expr.of(run.mu()), value.apply(run))).toList();
    }
}
