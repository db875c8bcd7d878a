package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.network.Activation;
import org.apodix.network.AffineMap;
import org.apodix.network.Figures;
import org.apodix.network.MonteCarloScoreNetwork;
import org.apodix.network.Network;
import org.apodix.network.Row;

/**
 * The ReLU network of the Stein estimator of seeded nodes for a piecewise linear ridge tilt that is constant outside of its knots, at one point x (R9).
 *
 * <p>Lambda is min(osc h, C sigma max |theta . u_i|) rounded up to a multiple of 1/64, at least 1/64: |h(a z + sigma t) - h(a z)| is at most that for every z.
 */
final class AssembledScore {

    private static final Rational GRID = Rational.of(64);

    private final SeededNodes nodes;
    private final ExponentialPart exponential;
    private final Rational ratio;
    private final int squares;
    private final List<Rational> point;
    private MonteCarloScoreNetwork construction;
    private Network network;
    private Figures merged;
    private Figures apart;

    /** The number of pieces of the exponential and the bits of its values. */
    record ExponentialPart(int pieces, int bits) { }

    /** @param ratio of the knots of the reciprocal, above 1; {@code squares} pieces of the squares on [0, 1]; a point of d entries */
    AssembledScore(SeededNodes nodes, ExponentialPart exponential, Rational ratio, int squares, List<Rational> point) {
        if (!(nodes.tilt().profile() instanceof PiecewiseLinear linear) || !linear.isBounded()) {
            throw new IllegalArgumentException("a score network of " + nodes.tilt().profile() + ": the tilt is piecewise linear and constant outside of its knots");
        }
        if (point.size() != nodes.tilt().dimension()) {
            throw new IllegalArgumentException("a point of " + point.size() + " entries in dimension " + nodes.tilt().dimension());
        }
        this.nodes = nodes;
        this.exponential = exponential;
        this.ratio = ratio;
        this.squares = squares;
        this.point = List.copyOf(point);
    }

    SeededNodes nodes() {
        return nodes;
    }

    ExponentialPart exponential() {
        return exponential;
    }

    Rational ratio() {
        return ratio;
    }

    int squares() {
        return squares;
    }

    List<Rational> point() {
        return point;
    }

    int dimension() {
        return nodes.tilt().dimension();
    }

    /** The same with other squares. */
    AssembledScore withSquares(int other) {
        return new AssembledScore(nodes, exponential, ratio, other, point);
    }

    /** Lambda. */
    Rational range() {
        var profile = (PiecewiseLinear) nodes.tilt().profile();
        var osc = profile.values().stream().reduce(Rational::max).orElseThrow().minus(profile.values().stream().reduce(Rational::min).orElseThrow());
        var moved = profile.lipschitz().times(nodes.tilt().time().exactNoise()).times(nodes.mostAlong());
        var up = Rational.of(osc.min(moved).times(GRID).negate().floor().negate()).over(GRID);
        return up.max(GRID.inverse());
    }

    /** phi: a unit for each knot, max(theta . x - knot, 0) times the change of the slope. */
    private Network potential() {
        var profile = (PiecewiseLinear) nodes.tilt().profile();
        var units = new ArrayList<Row>();
        var changes = new ArrayList<Rational>();
        for (int i = 0; i < profile.knots().size(); i++) {
            units.add(Row.of(nodes.theta(), profile.knots().get(i).negate()));
            changes.add(profile.slope(i + 1).minus(profile.slope(i)));
        }
        return Network.shallow(AffineMap.of(dimension(), units), Activation.RELU, AffineMap.of(units.size(), Row.of(changes, Rational.ZERO)));
    }

    synchronized MonteCarloScoreNetwork construction() {
        if (construction == null) {
            construction = new MonteCarloScoreNetwork(potential(), nodes.tilt().time().a(), nodes.tilt().time().exactNoise(), nodes.nodes(), range(), exponential.pieces(),
                exponential.bits(), ratio, squares);
        }
        return construction;
    }

    synchronized Network network() {
        network = network == null ? construction().network() : network;
        return network;
    }

    synchronized Figures merged() {
        merged = merged == null ? Figures.of(network()) : merged;
        return merged;
    }

    synchronized Figures apart() {
        apart = apart == null ? Figures.of(construction().apart()) : apart;
        return apart;
    }

    /** theta . x. */
    private Rational along() {
        return SeededNodes.dot(nodes.theta(), point);
    }

    /** Whether |theta . x| is at most 16: further out the moments of the true score are quotients of numbers too small to be enclosed. */
    boolean isNear() {
        return along().abs().compareTo(Rational.of(16)) <= 0;
    }

    /** v^_net(x), exactly. */
    List<Rational> output() {
        return network().at(point);
    }

    /** v^_j(x) = (a/sigma) R^_j. */
    Expr estimate(int j) {
        return nodes.at(along()).estimate(j).times(nodes.tilt().time().ratio());
    }

    /** |v^_net(x) - v^(x)|^2. */
    Expr deviation() {
        return distance(j -> estimate(j));
    }

    /** |v^_net(x) - v_t(x)|^2, v_t = (a/sigma) r theta. */
    Expr trueDeviation() {
        return distance(this::score);
    }

    private Expr score(int j) {
        var mean = nodes.tilt().at(Expr.of(along())).mean();
        return mean.times(nodes.tilt().time().ratio()).times(Expr.of(nodes.theta().get(j)));
    }

    /** |v^(x) - v_t(x)|^2. */
    Expr nodeDeviation() {
        var terms = new ArrayList<Expr>();
        for (int j = 0; j < dimension(); j++) {
            terms.add(estimate(j).minus(score(j)).square());
        }
        return Expr.sum(terms);
    }

    private Expr distance(java.util.function.IntFunction<Expr> other) {
        var output = output();
        var terms = new ArrayList<Expr>();
        for (int j = 0; j < dimension(); j++) {
            terms.add(Expr.of(output.get(j)).minus(other.apply(j)).square());
        }
        return Expr.sum(terms);
    }

    /** kappa_E. */
    Expr exponentialError() {
        return ExponentialBlock.KAPPA.in(new ExponentialBlock(range(), exponential.pieces(), exponential.bits()));
    }

    /** kappa_D = (rho - 1)^2/(4 rho). */
    Rational reciprocalError() {
        return ratio.minus(Rational.ONE).pow(2).over(ratio.times(Rational.of(4)));
    }

    /** The three sources of nu. */
    enum Source { EXPONENTIAL, RECIPROCAL, PRODUCT }

    /** nu = (a/sigma)(B_u (kappa_E/(2 sqrt(1 + kappa_E)) + kappa_D) + |X| Y/(4 n_S^2)), B_u = max |u_i|. */
    Expr bound() {
        return bound(EnumSet.allOf(Source.class));
    }

    /** The sum of these terms of nu alone. */
    Expr bound(Set<Source> sources) {
        var parts = sources.stream().map(this::part).toList();
        return nodes.tilt().time().ratio().times(Expr.sum(parts));
    }

    private Expr part(Source source) {
        var most = Expr.of(nodes.mostSquare()).sqrt();
        var kappa = exponentialError();
        return switch (source) {
            case EXPONENTIAL -> most.times(kappa.over(Expr.ONE.plus(kappa).sqrt().times(2)));
            case RECIPROCAL -> most.times(Expr.of(reciprocalError()));
            case PRODUCT -> {
                var squared = Rational.ZERO;
                for (int j = 0; j < dimension(); j++) {
                    squared = squared.plus(construction().mostAverage(j).pow(2));
                }
                yield Expr.of(squared).sqrt().times(Expr.of(construction().least().inverse())).over(4L * squares * squares);
            }
        };
    }

    /** The path norms of all outputs added: counted on the network with its linear maps apart, by the recursion, of the network with merged maps, and their bound. */
    enum Path { APART, RECURSION, MERGED, BOUND }

    Rational paths(Path path) {
        var sum = Rational.ZERO;
        for (int j = 0; j < dimension(); j++) {
            sum = sum.plus(switch (path) {
                case APART -> apart().pathNorms().get(j);
                case RECURSION -> construction().path(j);
                case MERGED -> merged().pathNorms().get(j);
                case BOUND -> construction().pathBound(j);
            });
        }
        return sum;
    }

    /** Whether every knot of the exponential is seen after its values were rounded. */
    boolean hasDifferentSlopes() {
        var slopes = construction().exponential().slopes();
        return IntStream.range(1, slopes.size() - 1).noneMatch(j -> slopes.get(j).equals(slopes.get(j - 1)));
    }

    /** Units of hidden layer k = 1, 2, 3, 4 by the formulas (M + 1) K, M n_E, n_D + 2d, 4 d n_S. */
    long units(int k) {
        int knots = ((PiecewiseLinear) nodes.tilt().profile()).knots().size();
        return switch (k) {
            case 1 -> (nodes.count() + 1L) * knots;
            case 2 -> (long) nodes.count() * exponential.pieces();
            case 3 -> construction().reciprocalPieces() + 2L * dimension();
            case 4 -> 4L * dimension() * squares;
            default -> throw new IllegalArgumentException("hidden layer " + k + ": there are 4");
        };
    }
}
