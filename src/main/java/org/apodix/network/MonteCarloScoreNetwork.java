package org.apodix.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;

/**
 * The ReLU network of the self-normalized Monte-Carlo score (dimension-free-score, section 4): an approximation, uniform over all x, of
 * x -> (a/sigma) sum_i w_i u_i with weights w_i proportional to e^{phi(a x + sigma u_i)} and sum 1, phi a network with one hidden layer.
 *
 * <p>Four hidden layers: the units of phi at a x + sigma u_i, where u_0 = 0 stands for the center; the exponentials of z_i = phi(a x + sigma u_i) - phi(a x), which leave
 * the weights as they are and keep |z_i| bounded for all x; the reciprocal of the mean D of the exponentials beside their averages N_j with the nodes; the products N_j/D.
 *
 * @param potential phi: one hidden layer of ReLU, one output; its constant plays no role
 * @param nodes     u_1, ..., u_M, of as many entries as phi has inputs
 * @param range     Lambda; that |z_i| <= Lambda for all x is a promise, without which the error bound does not hold
 * @param pieces    of the exponential on [-Lambda, Lambda]
 * @param bits      of its rounded values
 * @param ratio     of the knots of the reciprocal, above 1
 * @param squares   pieces on [0, 1] of the squares of which products are made
 */
public record MonteCarloScoreNetwork(Network potential, Rational a, Rational sigma, List<List<Rational>> nodes, Rational range, int pieces, int bits,
        Rational ratio, int squares) {

    /** The network, or a node, that does not fit is rejected; so are a time at its ends and no node. */
    public MonteCarloScoreNetwork {
        nodes = List.copyOf(nodes);
        if (potential.hidden().size() != 1 || potential.outputs() != 1 || potential.hidden().get(0).activation() != Activation.RELU) {
            throw new IllegalArgumentException("a potential with " + potential.hidden().size() + " hidden layers and " + potential.outputs()
                + " outputs: give one hidden layer of ReLU and one output");
        }
        if (a.signum() <= 0 || sigma.signum() <= 0 || nodes.isEmpty()) {
            throw new IllegalArgumentException("a score network at a = " + a + ", sigma = " + sigma + " with " + nodes.size()
                + " nodes: give positive numbers and at least one node");
        }
        for (var node : nodes) {
            if (node.size() != potential.inputs()) {
                throw new IllegalArgumentException("a node of " + node.size() + " entries for a potential of " + potential.inputs() + " inputs");
            }
        }
    }

    private int dimension() {
        return potential.inputs();
    }

    private AffineMap units() {
        return potential.hidden().get(0).map();
    }

    /** The exponential block E. */
    public PiecewiseLinear exponential() {
        return ShallowBlocks.exponential(range, pieces, bits);
    }

    /** D_- = E(-Lambda). */
    public Rational least() {
        return exponential().at(range.negate());
    }

    /** D_+ = E(Lambda). */
    public Rational most() {
        return exponential().at(range);
    }

    /** n_D: the least number of pieces with which the reciprocal covers [D_-, D_+]. */
    public int reciprocalPieces() {
        int count = 1;
        var most = most();
        for (var end = least().times(ratio); end.compareTo(most) < 0; end = end.times(ratio)) {
            count++;
        }
        return count;
    }

    /** The reciprocal block, from D_- on. */
    public PiecewiseLinear reciprocal() {
        return ShallowBlocks.reciprocal(least(), ratio, reciprocalPieces());
    }

    /** b_j: the largest |u_ij| over the nodes. */
    public Rational largestEntry(int j) {
        return nodes.stream().map(node -> node.get(j).abs()).reduce(Rational.ZERO, Rational::max);
    }

    /** X_j = D_+ b_j, or 1 where that is 0: a bound of |N_j|. */
    public Rational mostAverage(int j) {
        var entry = largestEntry(j);
        return entry.isZero() ? Rational.ONE : most().times(entry);
    }

    /** The network; adjacent affine maps are one. */
    public Network network() {
        return centered().then(exponentials()).then(averages()).then(carried()).then(products());
    }

    /** The same function with every linear map between two blocks as a layer of its own, without activation: the path norm is taken before maps are merged. */
    public Network apart() {
        return apart(apart(apart(apart(centered(), exponentials()), Network.affine(averages())), carried()), products());
    }

    private static Network apart(Network first, Network next) {
        var layers = new ArrayList<>(first.hidden());
        layers.add(new Layer(first.output(), Activation.IDENTITY));
        layers.addAll(next.hidden());
        return Network.of(layers, next.output());
    }

    /** x -> z_1, ..., z_M. */
    private Network centered() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i <= nodes.size(); i++) {
            for (var unit : units().rows()) {
                var terms = unit.terms().stream().map(term -> new Row.Term(term.column(), term.weight().times(a))).toList();
                rows.add(new Row(terms, i == 0 ? unit.bias() : unit.bias().plus(sigma.times(dot(unit, nodes.get(i - 1))))));
            }
        }
        int width = units().outputs();
        var weights = potential.output().rows().get(0).terms();
        var differences = IntStream.rangeClosed(1, nodes.size()).mapToObj(i -> {
            var terms = new ArrayList<Row.Term>();
            weights.forEach(term -> terms.add(new Row.Term(term.column(), term.weight().negate())));
            weights.forEach(term -> terms.add(new Row.Term(term.column() + i * width, term.weight())));
            return new Row(terms, Rational.ZERO);
        }).toList();
        return Network.shallow(AffineMap.of(dimension(), rows), Activation.RELU, AffineMap.of(rows.size(), differences));
    }

    private static Rational dot(Row unit, List<Rational> node) {
        return unit.terms().stream().map(term -> term.weight().times(node.get(term.column()))).reduce(Rational.ZERO, Rational::plus);
    }

    /** z -> E(z_1), ..., E(z_M). */
    private Network exponentials() {
        return Assembly.beside(Collections.nCopies(nodes.size(), exponential().network()));
    }

    /** The mean D of the exponentials, and their averages N_j = (1/M) sum_i u_ij e_i. */
    private AffineMap averages() {
        var share = Rational.of(1, nodes.size());
        var rows = new ArrayList<Row>();
        rows.add(Row.of(Collections.nCopies(nodes.size(), share), Rational.ZERO));
        for (int j = 0; j < dimension(); j++) {
            int column = j;
            rows.add(Row.of(nodes.stream().map(node -> node.get(column).times(share)).toList(), Rational.ZERO));
        }
        return AffineMap.of(nodes.size(), rows);
    }

    /** (D, N) -> (Rec(D), N), each N_j as a difference of two units. */
    private Network carried() {
        var both = Network.shallow(AffineMap.of(1, Row.unit(0, Rational.ONE, Rational.ZERO), Row.unit(0, Rational.ONE.negate(), Rational.ZERO)),
            Activation.RELU, AffineMap.of(2, Assembly.row(Rational.ZERO, Rational.ONE, Rational.ONE.negate())));
        return reciprocal().network().beside(Assembly.beside(Collections.nCopies(dimension(), both)));
    }

    /** (Q, N) -> (a/sigma) N_j Q for each j. */
    private Network products() {
        var pairs = new int[2 * dimension()];
        var blocks = new ArrayList<Network>();
        for (int j = 0; j < dimension(); j++) {
            pairs[2 * j] = j + 1;
            blocks.add(ShallowBlocks.product(mostAverage(j), least().inverse(), squares));
        }
        return Network.affine(AffineMap.selection(dimension() + 1, pairs)).then(Assembly.beside(blocks))
            .then(AffineMap.identity(dimension()).scaled(a.over(sigma)));
    }

    /** p_{z_i} of section 4: the path norm of z_i. */
    public Rational centeredPath(int i) {
        var sum = Rational.ZERO;
        for (var weight : potential.output().rows().get(0).terms()) {
            var unit = units().rows().get(weight.column());
            var slopes = unit.terms().stream().map(term -> term.weight().abs().times(a)).reduce(Rational.ZERO, Rational::plus);
            var moved = unit.bias().plus(sigma.times(dot(unit, nodes.get(i)))).abs();
            sum = sum.plus(weight.weight().abs().times(slopes.times(Rational.TWO).plus(moved).plus(unit.bias().abs())));
        }
        return sum;
    }

    /** The path norm of output j by the recursion of section 4, block by block. */
    public Rational path(int j) {
        var e = new ArrayList<Rational>();
        for (int i = 0; i < nodes.size(); i++) {
            e.add(through(exponential(), centeredPath(i)));
        }
        var share = Rational.of(1, nodes.size());
        var d = Rational.ZERO;
        var n = Rational.ZERO;
        for (int i = 0; i < nodes.size(); i++) {
            d = d.plus(e.get(i).times(share));
            n = n.plus(e.get(i).times(share).times(nodes.get(i).get(j).abs()));
        }
        var x = mostAverage(j);
        var y = least().inverse();
        var argument = n.times(Rational.TWO).over(x).plus(through(reciprocal(), d).over(y)).over(Rational.TWO);
        var square = argument.times(Rational.of(4L * squares - 2, squares)).plus(Rational.of(2L * squares - 2, squares));
        return a.over(sigma).times(x).times(y).times(Rational.TWO).times(square);
    }

    /** A p + B for a block y_0 + sum_j c_j max(z - k_j, 0) that is flat on the left: A = sum |c_j|, B = |y_0| + sum |c_j k_j|. */
    static Rational through(PiecewiseLinear block, Rational path) {
        var slopes = block.slopes();
        var sum = block.values().get(0).abs();
        for (int j = 0; j < block.knots().size(); j++) {
            sum = sum.plus(slopes.get(j + 1).minus(slopes.get(j)).abs().times(path.plus(block.knots().get(j).abs())));
        }
        return sum;
    }

    /** The bound of the path norm of output j, (a/sigma) X_j Y (4 (2 b_j p_e/X_j + (1/D_- + 2 (p_e + D_{n_D})/D_-^2)/Y) + 4): it does not grow with the number of pieces. */
    public Rational pathBound(int j) {
        var z = IntStream.range(0, nodes.size()).mapToObj(this::centeredPath).reduce(Rational.ZERO, Rational::max);
        var e = through(exponential(), z);
        var x = mostAverage(j);
        var inverse = least().inverse();
        var end = least().times(ratio.pow(reciprocalPieces()));
        var quotient = inverse.plus(e.plus(end).times(inverse).times(inverse).times(Rational.TWO)).over(inverse);
        var inner = largestEntry(j).times(e).times(Rational.TWO).over(x).plus(quotient);
        return a.over(sigma).times(x).times(inverse).times(Rational.of(4)).times(inner.plus(Rational.ONE));
    }
}
