package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Variable;
import org.junit.jupiter.api.Test;

/** The cuts that a proof rests on. That they lead to a proof is what the checker shows, which makes it anew. */
class EvidenceTest {

    private static final Variable X = new Variable("x");
    private static final Variable Y = new Variable("y");
    private static final Cut SIGNS = new Cut.Leaf(Cut.Reason.SIGNS);

    private static Domain square() {
        return Domain.box(List.of(X, Y), List.of(Rational.of(-1), Rational.of(-1)), List.of(Rational.TWO, Rational.TWO));
    }

    @Test
    void aKinkIsACutThere() {
        var evidence = new Prover().evidence(X.abs(), X.square().plus(Expr.ONE), Domain.interval(X, Rational.of(-1), Rational.TWO), false);
        assertThat(evidence.summands()).isEmpty();
        assertThat(evidence.covers()).singleElement().satisfies(cover -> {
            assertThat(cover.isBox()).isTrue();
            assertThat(cover.corners()).containsExactly(List.of(Rational.of(-1)), List.of(Rational.TWO));
            assertThat(cover.cuts().get(0)).isEqualTo(new Cut.Across(0, Rational.ZERO));
        });
    }

    @Test
    void anObliqueKinkDividesABoxIntoSimplicesAndCutsTheirEdges() {
        var left = X.minus(Y).abs();
        var evidence = new Prover().evidence(left, X.minus(Y).max(Y.minus(X)), square(), true);
        assertThat(evidence.covers().get(0).cuts()).containsExactly(new Cut.Simplices(), SIGNS, SIGNS);

        var shifted = X.plus(Y).abs();
        var cuts = new Prover().evidence(shifted, X.plus(Y).max(X.plus(Y).negate()), square(), true).covers().get(0).cuts();
        assertThat(cuts.get(0)).isEqualTo(new Cut.Simplices());
        // from (-1, -1) to (2, 2) the sum is 0 at a third
        assertThat(cuts).filteredOn(Cut.Edge.class::isInstance).isNotEmpty().first().isEqualTo(new Cut.Edge(0, 1, Rational.of(2, 3)));
    }

    @Test
    void everyDivisionHasItsPieces() {
        var cuts = new Prover().evidence(X.times(X.minus(Expr.of(3))).cos(), Expr.of(11, 10).plus(X.square().over(9)), Domain.interval(X, Rational.of(-1), Rational.TWO), false)
            .covers().get(0).cuts();
        long divided = cuts.stream().filter(Cut.Across.class::isInstance).count();
        assertThat(cuts).hasSize((int) (2 * divided + 1));
        assertThat(cuts).filteredOn(Cut.Leaf.class::isInstance).isNotEmpty().doesNotContain(SIGNS);
    }

    @Test
    void aSumOfFunctionsIsProvedByTheirLeastValues() {
        var right = X.square().minus(X).plus(Y.abs());
        var evidence = new Prover().evidence(Expr.of(-1, 4), right, square(), false);
        assertThat(evidence.covers()).isEmpty();
        assertThat(evidence.summands()).hasSize(2);
        assertThat(evidence.summands()).extracting(Evidence.Summand::least).containsExactly(Rational.of(-1, 4), Rational.ZERO);
        assertThat(evidence.summands().get(1).cover().cuts()).containsExactly(new Cut.Across(0, Rational.ZERO), SIGNS, SIGNS);
    }

    @Test
    void whatIsNotProvedHasNone() {
        assertThat(new Prover().evidence(X, X.square(), Domain.interval(X, Rational.of(-1), Rational.TWO), false)).isNull();
        assertThat(new Prover(1, 1000).evidence(X.abs(), X.max(X.negate()), Domain.interval(X, Rational.of(-1), Rational.TWO), true)).isNull();
    }
}
