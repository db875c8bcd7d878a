package org.apodix.theorems.factorizabledensity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Figure.Heading;
import org.apodix.audit.figure.Mark;
import org.apodix.audit.figure.Picture;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Stack;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.network.ChainNetwork;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.SawtoothProduct;
import org.apodix.network.SawtoothSquare;

/** The figures of factorizable-density. */
final class FactorizableDensityFigures {

    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational TEN = Rational.of(10);
    private static final int FIRST = 3;
    private static final int LAST = 8;

    private FactorizableDensityFigures() { }

    static List<Figure> figures() {
        var figures = new ArrayList<Figure>(List.of(size(), certificate(), parts(), sandwich(), counts()));
        figures.add(graph("factor-graph-tables", "Three pair factors on three coordinates", "the edge \"a triangle of pairs\"", "F1", FactorClaims.pairs().first()));
        figures.add(graph("factor-graph-clean", "A chain of four binary coordinates, no noise", NoiseClaims.witness(4, "1/3", "0")));
        figures.add(graph("factor-graph-noise", "The same chain with noise 1/20", NoiseClaims.witness(4, "1/3", "1/20")));
        figures.add(graph("factor-graph-three", "Three coordinates with noise 1/10", NoiseClaims.witness(3, "1/4", "1/10")));
        return figures;
    }

    /** Size against accuracy: slope d_eff/beta = 1 for every D. */
    private static Figure size() {
        var curves = new ArrayList<Curve>();
        for (int d : List.of(3, 5, 9, 17)) {
            curves.add(Curve.values("D = " + d, accuracies(k -> Size.S.in(size(d, k)))).withSlope());
        }
        curves.add(Curve.theory("slope d_eff/beta = 1: leading order for D = 17", accuracies(k -> Size.LEADING.in(size(17, k)))));
        for (int d : List.of(3, 5)) {
            var start = Size.S.in(size(d, FIRST));
            curves.add(Curve.theory("slope D/beta = " + d + "/2, a grid on the whole cube, from D = " + d, accuracies(k ->
                start.times(Expr.of(TEN.pow(d * (k - FIRST))).sqrt()))));
        }
        return Plot.of(Heading.of("size-accuracy", "Size of the network against its accuracy",
                "Non-zero weights $S$ of the network of F11 for the chain with coefficients $\\frac12$. Whatever $D$, they grow like $\\epsilon^{-d_{\\rm eff}/\\beta}=\\epsilon^{-1}$ "
                    + "($d_{\\rm eff}=\\beta=2$), not like $\\epsilon^{-D/\\beta}$, the exponent of a grid on the whole cube. Slopes are evidence for the exponent.", "F10", "F11"),
            Axis.logarithmic("1/epsilon"), Axis.logarithmic("non-zero weights S"), curves);
    }

    private static Size size(int d, int k) {
        return Size.of(d, HALF, TEN.pow(-k));
    }

    private static List<Curve.Point> accuracies(IntFunction<Expr> y) {
        return IntStream.rangeClosed(FIRST, LAST).mapToObj(k -> new Curve.Point(Expr.of(TEN.pow(k)), y.apply(k))).toList();
    }

    /** The grid and the squares of a certificate: N = 2^k, m = k + D. */
    private static Certificate certificate(int d, int k) {
        return CertificateClaims.equal(d, 1 << k, k + d);
    }

    private static Figure certificate() {
        var curves = new ArrayList<Curve>();
        for (int d : List.of(3, 5, 9)) {
            curves.add(Curve.bound("D = " + d, sizes(d, Certificate.VALUE::in)).withSlope());
        }
        var first = certificate(3, 6);
        var scale = Certificate.VALUE.in(first).times(nonzeros(first));
        curves.add(Curve.theory("slope -beta/d_eff = -1", sizes(3, c -> scale.over(nonzeros(c)))));
        return new Plot(Heading.of("certificate-size", "Certified total variation of the sampler against the size of the network",
                "The certificate of F18 for coefficients $\\frac12$, grids of $N=2^k$, $6\\le k\\le11$: it falls like $1/S$ up to the square root of a logarithm, for every $D$.", "F18"),
            Axis.logarithmic("non-zero weights S"), Axis.logarithmic("certificate"), curves, List.of(Mark.y("a distance is at most 1", Expr.ONE)));
    }

    private static Expr nonzeros(Certificate c) {
        return Expr.of(Chain.nonzeros(c.a().size(), c.n(), c.m()));
    }

    private static List<Curve.Point> sizes(int d, Function<Certificate, Expr> y) {
        return IntStream.rangeClosed(6, 11).mapToObj(k -> certificate(d, k)).map(c -> new Curve.Point(nonzeros(c), y.apply(c))).toList();
    }

    private static Figure parts() {
        var bars = IntStream.of(6, 8, 10).mapToObj(k -> {
            var c = certificate(3, k);
            return new Stack.Bar("N = " + c.n(), List.of(c.smoothing(), Certificate.SAMPLER.in(c)));
        }).toList();
        return new Stack(Heading.of("certificate-parts", "What the certificate is made of", "Early stopping and, under one root, the errors of score and prior, for $D=3$. The "
            + "score dominates, by the root of the logarithm.", "F12", "F18"), "total variation", List.of("early stopping", "score and prior"), bars);
    }

    /** Upper and lower bounds against the number of samples. */
    private static Figure sandwich() {
        var low = samples(n -> HistogramRate.LOWER.in(rate(2, n)));
        var curves = List.of(Curve.bound("upper bound, D = 10", samples(n -> HistogramRate.BEST.in(rate(10, n)))).withSlope(),
            Curve.bound("upper bound, D = 2", samples(n -> HistogramRate.BEST.in(rate(2, n)))).withSlope(), Curve.bound("lower bound, every D", low).withSlope(),
            Curve.theory("slope -1/4 = -beta/(2 beta + d_eff)", samples(n -> root(n, 4).times(Expr.HALF))),
            Curve.theory("slope -1/12 = -beta/(2 beta + D), D = 10: half of that rate", samples(n -> root(n, 12).times(Expr.HALF))));
        return new Plot(Heading.of("sandwich", "Minimax total variation between two bounds",
                "Markov chains on $[0,1]^D$ with pair densities that are 1-Lipschitz: the histogram of pairs from above (F16), a hypercube of densities from below (F14). For many samples "
                    + "the upper bound for $D=10$ lies below the rate that the ambient dimension would impose.", "F14", "F16"),
            Axis.logarithmic("samples n"), Axis.logarithmic("total variation"), curves, List.of(Mark.y("a distance is at most 1", Expr.ONE)));
    }

    private static HistogramRate rate(int d, int n) {
        return new HistogramRate(d, Rational.ONE, n, 1);
    }

    private static Expr root(int n, int degree) {
        return Expr.of(n).log().over(-degree).exp();
    }

    private static List<Curve.Point> samples(IntFunction<Expr> y) {
        return IntStream.rangeClosed(2, 8).map(k -> TEN.pow(k).numerator().intValueExact()).mapToObj(n -> new Curve.Point(Expr.of(n), y.apply(n))).toList();
    }

    /** Counts of built networks beside their formulas. */
    private static Figure counts() {
        var rows = new ArrayList<List<Table.Cell>>();
        for (int m : List.of(2, 4, 8)) {
            rows.add(row("square, $m=" + m + "$", SawtoothSquare.shared(m), 8L * m - 1));
            rows.add(row("product, $m=" + m + "$", SawtoothProduct.of(m), 16L * m + 12));
        }
        for (int q : List.of(2, 3, 4)) {
            rows.add(row("tree of $K=" + (1 << q) + "$, $m=4$", SawtoothProduct.tree(1 << q, 4), Factors.nonzeros(1 << q, 4)));
        }
        for (int q : List.of(1, 2, 3, 4)) {
            int k = 1 << q;
            rows.add(row("chain of $K=" + k + "$, $N=2$, $m=5$, $a_i=\\frac12$", ChainNetwork.of(Collections.nCopies(k, HALF), 2, 5),
                Chain.nonzeros(k, 2, 5)));
        }
        return new Table(Heading.of("counts", "Counts of the networks that are built", "Depth, width, non-zero weights $S$ and distinct values $P$ of each network, counted, and the formula "
            + "of $S$. Weight sharing: $P$ stays while $S$ grows.", "F4", "F5", "F10"), List.of("network", "depth", "width", "weights $S$", "$S$ by the formula", "distinct $P$"), rows);
    }

    private static List<Table.Cell> row(String name, Network network, long formula) {
        var figures = Figures.of(network);
        return List.of(Table.words(name), Table.number(figures.affineMaps()), Table.number(figures.width()), Table.number(figures.nonzeros()), Table.number(formula),
            Table.number(figures.distinct()));
    }

    private static Figure graph(String id, String title, NoisyChain chain) {
        return graph(id, title, "$D=" + chain.d() + "$, $q=" + chain.flip() + "$, $\\epsilon=" + chain.noise() + "$", "F2", chain.law());
    }

    /** The factor graph of one of the instances that the audit tries. */
    private static Figure graph(String id, String title, String instance, String claim, BinaryTable law) {
        var graph = new FactorGraph(law);
        return new Picture(Heading.of(id, title, "The instance: " + instance + ". Squares are the canonical factors of two or more coordinates that are not constant 1, decided from the "
            + "exact values of the law; the largest of them has $d_{\\rm eff}=" + law.effectiveDimension() + "$ coordinates.", claim), title + ": " + graph.words(), () -> graph.svg(title));
    }
}
