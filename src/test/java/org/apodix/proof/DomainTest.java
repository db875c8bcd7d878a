package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import org.apodix.enclosure.Polynomial;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Variable;
import org.junit.jupiter.api.Test;

class DomainTest {

    private static final Variable X = new Variable("x");
    private static final Variable Y = new Variable("y");
    private static final Rational ZERO = Rational.ZERO;
    private static final Rational ONE = Rational.ONE;

    @Test
    void badDomainsAreRejectedWithAWayOut() {
        assertThatThrownBy(() -> Domain.interval(X, ONE, ZERO)).hasMessage("the side from 1 to 0 of a box is empty: give the lower end first");
        assertThatThrownBy(() -> Domain.box(List.of(X, Y), List.of(ZERO), List.of(ONE, ONE))).hasMessageContaining("one of each per variable");
        assertThatThrownBy(() -> Domain.box(List.of(X, X), List.of(ZERO, ZERO), List.of(ONE, ONE))).hasMessageContaining("name each once");
        assertThatThrownBy(() -> Domain.box(List.of(), List.of(), List.of())).hasMessageContaining("give at least one");
        assertThatThrownBy(() -> Domain.simplex(List.of(X, Y), List.of(List.of(ZERO, ZERO), List.of(ONE))))
            .hasMessageContaining("one coordinate per variable");
        assertThatThrownBy(() -> Domain.interval(X, ZERO, ONE).or(Domain.interval(Y, ZERO, ONE))).hasMessageContaining("different variables");
    }

    @Test
    void theKuhnSimplicesFillTheBox() {
        var box = Domain.box(List.of(X, Y), List.of(ZERO, ONE), List.of(Rational.of(3), Rational.of(2)));
        var cells = box.triangulated().cells();
        assertThat(cells).hasSize(2);
        assertThat(cells.stream().map(DomainTest::area).reduce(ZERO, Rational::plus)).isEqualTo(Rational.of(3));
    }

    /** |det| / 2 of a triangle. */
    private static Rational area(Cell cell) {
        var x = cell.coordinates();
        return Cell.slope(x.get(0), 0).times(Cell.slope(x.get(1), 1)).minus(Cell.slope(x.get(0), 1).times(Cell.slope(x.get(1), 0))).abs()
            .over(Rational.TWO);
    }

    @Test
    void cutsOfATriangleKeepItsAreaAndEndTheChangeOfSign() {
        var cells = new ArrayDeque<Cell>(Domain.simplex(List.of(X, Y),
            List.of(List.of(ZERO, ZERO), List.of(ONE, ZERO), List.of(ZERO, ONE))).cells());
        var line = Rational.of(1, 3);
        var total = ZERO;
        int count = 0;
        while (!cells.isEmpty()) {
            var cell = cells.poll();
            var x = cell.coordinates();
            var affine = x.get(0).plus(x.get(1).times(Rational.TWO)).minus(Polynomial.constant(2, line));
            var parts = cell.cut(affine);
            if (parts.isEmpty()) {
                var bounds = cell.bounds(affine);
                assertThat(bounds.isNonnegative() || bounds.isNonpositive()).isTrue();
                total = total.plus(area(cell));
                count++;
            }
            cells.addAll(parts);
        }
        assertThat(total).isEqualTo(Rational.of(1, 2));
        assertThat(count).isEqualTo(3);
    }

    @Test
    void theFingerprintTextNamesEveryCorner() {
        var domain = Domain.interval(X, ZERO, Rational.of(1, 3)).or(Domain.simplex(List.of(X), List.of(List.of(ONE), List.of(Rational.TWO))));
        assertThat(domain.canonical()).isEqualTo("box [0] [1/3];simplex [[1], [2]];");
    }
}
