package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

class MonteCarloScoreNetworkTest {

    private static final Rational A = Rational.of(3, 5);
    private static final Rational SIGMA = Rational.of(4, 5);
    private static final Rational RATIO = Rational.of(9, 8);

    /** The hat max(0, 1 - |theta . x|), 1-Lipschitz along theta. */
    private static Network hat(List<Rational> theta) {
        var units = List.of(Row.of(theta, Rational.ONE), Row.of(theta, Rational.ZERO), Row.of(theta, Rational.ONE.negate()));
        return Network.shallow(AffineMap.of(theta.size(), units), Activation.RELU, AffineMap.of(3, Assembly.row(Rational.ZERO, Rational.ONE, Rational.TWO.negate(), Rational.ONE)));
    }

    private static List<Rational> list(String texts) {
        return java.util.Arrays.stream(texts.split(" ")).map(Rational::parse).toList();
    }

    /** Three nodes on the plane. */
    static MonteCarloScoreNetwork plane(int pieces, int squares) {
        return new MonteCarloScoreNetwork(hat(list("3/5 4/5")), A, SIGMA, List.of(list("1/2 -1"), list("0 0"), list("-3/4 1/3")), Rational.ONE, pieces, 20, RATIO, squares);
    }

    /** Two nodes in 50 dimensions. */
    static MonteCarloScoreNetwork wide() {
        var theta = new ArrayList<>(list("2/3 1/3 2/3"));
        theta.addAll(Collections.nCopies(47, Rational.ZERO));
        var node = IntStream.range(0, 50).mapToObj(j -> Rational.of(j % 7 - 3, 4)).toList();
        return new MonteCarloScoreNetwork(hat(theta), A, SIGMA, List.of(node, Collections.nCopies(50, Rational.of(1, 8))), Rational.ONE, 4, 20, RATIO, 4);
    }

    /** The same function block by block: from the values of the interpolants, not from units. */
    private static List<Rational> byBlocks(MonteCarloScoreNetwork score, List<Rational> x) {
        var center = x.stream().map(A::times).toList();
        var square = new PiecewiseLinear(IntStream.rangeClosed(-score.squares(), score.squares()).mapToObj(k -> Rational.of(k, score.squares())).toList(),
            IntStream.rangeClosed(-score.squares(), score.squares()).mapToObj(k -> Rational.of(k, score.squares()).pow(2)).toList(), Rational.ZERO, Rational.ZERO);
        var e = new ArrayList<Rational>();
        for (var node : score.nodes()) {
            var moved = IntStream.range(0, x.size()).mapToObj(j -> center.get(j).plus(SIGMA.times(node.get(j)))).toList();
            e.add(score.exponential().at(score.potential().at(moved).get(0).minus(score.potential().at(center).get(0))));
        }
        var share = Rational.of(1, e.size());
        var quotient = score.reciprocal().at(e.stream().reduce(Rational.ZERO, Rational::plus).times(share));
        var outputs = new ArrayList<Rational>();
        for (int j = 0; j < x.size(); j++) {
            var average = Rational.ZERO;
            for (int i = 0; i < e.size(); i++) {
                average = average.plus(e.get(i).times(score.nodes().get(i).get(j)).times(share));
            }
            var most = score.mostAverage(j);
            var first = average.over(most);
            var second = quotient.times(score.least());
            var difference = square.at(first.plus(second).over(Rational.TWO)).minus(square.at(first.minus(second).over(Rational.TWO)));
            outputs.add(A.over(SIGMA).times(most).over(score.least()).times(difference));
        }
        return outputs;
    }

    @Test
    void itIsItsBlocks() {
        for (var point : List.of("0 0", "1/2 -3/4", "-2 5/3", "1000 -999", "-7/5 1")) {
            var score = plane(5, 6);
            assertThat(score.network().at(list(point))).as(point).isEqualTo(byBlocks(score, list(point)));
            assertThat(score.apart().at(list(point))).as(point).isEqualTo(byBlocks(score, list(point)));
        }
        var point = IntStream.range(0, 50).mapToObj(j -> Rational.of(j, 20)).toList();
        assertThat(wide().network().at(point)).isEqualTo(byBlocks(wide(), point));
    }

    @Test
    void sizesAndPathNorms() {
        var score = plane(5, 6);
        var figures = Figures.of(score.network());
        assertThat(figures.widths()).containsExactly(4 * 3, 3 * 5, score.reciprocalPieces() + 4, 4 * 2 * 6);
        var apart = Figures.of(score.apart()).pathNorms();
        for (int j = 0; j < 2; j++) {
            assertThat(score.path(j)).isEqualTo(apart.get(j)).isLessThanOrEqualTo(score.pathBound(j)).isGreaterThanOrEqualTo(figures.pathNorms().get(j));
        }
        // the reciprocal covers the range, and not with a piece to spare
        assertThat(score.least().times(RATIO.pow(score.reciprocalPieces()))).isGreaterThanOrEqualTo(score.most());
        assertThat(score.least().times(RATIO.pow(score.reciprocalPieces() - 1))).isLessThan(score.most());
        // much finer blocks, the same bound of the path norm
        assertThat(plane(200, 200).path(0)).isLessThan(score.pathBound(0));
    }

    @Test
    void onnxForm() {
        var network = plane(5, 6).network();
        assertThat(new String(OnnxModel.of(network), StandardCharsets.ISO_8859_1)).contains("Gemm", "Relu", "W5").doesNotContain("W6", "Div");
        assertThat(OnnxModel.of(wide().network())).isEqualTo(OnnxModel.of(wide().network())).isNotEmpty();
        for (var bound : FloatErrors.bounds(network, list("1/2 -3/4"))) {
            assertThat(bound).isLessThan(Rational.of(10).pow(-9));
        }
    }

    @Test
    void whatDoesNotFitIsRejected() {
        assertThatThrownBy(() -> new MonteCarloScoreNetwork(hat(list("1")), A, SIGMA, List.of(), Rational.ONE, 4, 20, RATIO, 4))
            .hasMessage("a score network at a = 3/5, sigma = 4/5 with 0 nodes: give positive numbers and at least one node");
        assertThatThrownBy(() -> new MonteCarloScoreNetwork(hat(list("1")), A, SIGMA, List.of(list("1 2")), Rational.ONE, 4, 20, RATIO, 4))
            .hasMessage("a node of 2 entries for a potential of 1 inputs");
        assertThatThrownBy(() -> new MonteCarloScoreNetwork(Network.affine(AffineMap.identity(1)), A, SIGMA, List.of(list("1")), Rational.ONE, 4, 20, RATIO, 4))
            .hasMessage("a potential with 0 hidden layers and 1 outputs: give one hidden layer of ReLU and one output");
    }
}
