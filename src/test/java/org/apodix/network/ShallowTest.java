package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

/** Interpolants of one variable and the blocks of dimension-free-score R8. */
class ShallowTest {

    private static final DyadicArithmetic A = new DyadicArithmetic(256);

    private static Rational value(Network network, Rational... x) {
        return network.at(List.of(x)).get(0);
    }

    @Property(tries = 300)
    void theNetworkIsThePieces(@ForAll @NotEmpty @Size(max = 6) List<@IntRange(min = -20, max = 20) Integer> where,
            @ForAll @Size(8) List<@IntRange(min = -9, max = 9) Integer> numbers, @ForAll @IntRange(min = -100, max = 100) int k) {
        var knots = new TreeSet<>(where).stream().map(j -> Rational.of(j, 4)).toList();
        var values = numbers.subList(0, knots.size()).stream().map(j -> Rational.of(j, 3)).toList();
        var function = new PiecewiseLinear(knots, values, Rational.of(numbers.get(6), 2), Rational.of(numbers.get(7), 2));
        var z = Rational.of(k, 16);
        assertThat(value(function.network(), z)).isEqualTo(function.at(z));
        // w . x + b = 2 x_0 - x_2 + 1/3
        var ridge = function.ridge(Row.of(List.of(Rational.TWO, Rational.ZERO, Rational.of(-1)), Rational.of(1, 3)), 3);
        assertThat(value(ridge, z, Rational.of(5), Rational.of(1, 7)))
            .isEqualTo(function.at(z.times(Rational.TWO).minus(Rational.of(1, 7)).plus(Rational.of(1, 3))));
    }

    @Test
    void piecesByHand() {
        var f = new PiecewiseLinear(List.of(Rational.ZERO, Rational.ONE), List.of(Rational.ONE, Rational.of(3)), Rational.of(-1), Rational.ZERO);
        assertThat(f.at(Rational.of(-2))).isEqualTo(Rational.of(3));
        assertThat(f.at(Rational.of(1, 2))).isEqualTo(Rational.TWO);
        assertThat(f.at(Rational.of(9))).isEqualTo(Rational.of(3));
        var line = PiecewiseLinear.continued(List.of(Rational.ZERO, Rational.ONE), List.of(Rational.ONE, Rational.of(3)));
        assertThat(value(line.network(), Rational.of(-2))).isEqualTo(Rational.of(-3));
    }

    @Property(tries = 200)
    void squareAndProduct(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll @IntRange(min = -60, max = 60) int k,
            @ForAll @IntRange(min = -60, max = 60) int l) {
        var bound = Rational.of(1, 4L * n * n);
        var z = Rational.of(k, 60);
        assertThat(value(ShallowBlocks.square(n), z).minus(z.times(z))).isBetween(Rational.ZERO, bound);
        var middle = Rational.of(2L * Math.floorMod(k, n) + 1, 2L * n);
        assertThat(value(ShallowBlocks.square(n), middle.negate()).minus(middle.times(middle))).isEqualTo(bound);
        var most = Rational.of(3);
        var other = Rational.of(1, 2);
        var x = z.times(most);
        var y = Rational.of(l, 60).times(other);
        var product = ShallowBlocks.product(most, other, n);
        assertThat(value(product, x, y).minus(x.times(y)).abs()).isLessThanOrEqualTo(bound.times(most).times(other));
        assertThat(value(product, x, Rational.ZERO)).isEqualTo(Rational.ZERO);
        assertThat(value(product, Rational.ZERO, y)).isEqualTo(Rational.ZERO);
    }

    @Property(tries = 60)
    void roundedExponentialsAreTheLeastMultiplesAbove(@ForAll @IntRange(min = -400, max = 400) int k, @ForAll @IntRange(min = 1, max = 60) int bits) {
        var x = Rational.of(k, 64);
        var rounded = ShallowBlocks.roundedExponential(x, bits);
        var exact = A.enclosure(A.exp(A.of(x)));
        assertThat(rounded).isGreaterThanOrEqualTo(exact.lower().toRational());
        // in steps of 2^-bits relative to the power of 2 below e^x
        var unit = Rational.TWO.pow((int) Math.floor(k / 64.0 / Math.log(2)) - bits);
        assertThat(rounded.minus(unit)).isLessThan(exact.upper().toRational());
        assertThat(rounded.over(unit).isInteger()).isTrue();
    }

    @Test
    void pathNormsByTheFormulas() {
        for (int n : new int[] {1, 2, 7, 64}) {
            // A + B with A = 2 (2 n - 1)/n and B = 2 (n - 1)/n for an input of path norm 1
            assertThat(Figures.of(ShallowBlocks.square(n)).pathNorms()).containsExactly(Rational.of(6L * n - 4, n));
            assertThat(Figures.of(ShallowBlocks.square(n)).widths()).containsExactly(2 * n);
            assertThat(Figures.of(ShallowBlocks.product(Rational.ONE, Rational.TWO, n)).widths()).containsExactly(4 * n);
        }
        var e = ShallowBlocks.exponential(Rational.ONE, 32, 40);
        assertThat(e.slopes()).isSorted();
        assertThat(Figures.of(e.network()).widths()).containsExactly(32);
        var start = Rational.of(1, 3);
        var rec = ShallowBlocks.reciprocal(start, Rational.of(9, 8), 20);
        var squared = start.times(start).inverse();
        var last = start.times(Rational.of(9, 8).pow(20));
        assertThat(Figures.of(rec.network()).pathNorms().get(0)).isLessThanOrEqualTo(
            Rational.TWO.times(squared).plus(start.inverse()).plus(last.times(squared).times(Rational.TWO)));
        var middle = start.times(Rational.of(17, 16));
        assertThat(value(rec.network(), middle).times(middle).minus(Rational.ONE)).isEqualTo(Rational.of(1, 288));
    }

    @Test
    void badShapesAreRejected() {
        var one = List.of(Rational.ONE);
        assertThatThrownBy(() -> PiecewiseLinear.continued(one, one)).hasMessageContaining("give its slopes");
        assertThatThrownBy(() -> PiecewiseLinear.continued(List.of(Rational.ONE, Rational.ONE), List.of(Rational.ONE, Rational.TWO)))
            .hasMessageContaining("not increasing");
        assertThatThrownBy(() -> PiecewiseLinear.continued(one, List.of())).hasMessageContaining("one value per knot");
        assertThatThrownBy(() -> ShallowBlocks.exponential(Rational.ZERO, 3, 3)).hasMessageContaining("positive length");
        assertThatThrownBy(() -> ShallowBlocks.reciprocal(Rational.ONE, Rational.ONE, 3)).hasMessageContaining("ratio above 1");
        assertThatThrownBy(() -> ShallowBlocks.square(0)).hasMessageContaining("0 pieces");
        assertThatThrownBy(() -> ShallowBlocks.product(Rational.ZERO, Rational.ONE, 1)).hasMessageContaining("positive bounds");
    }
}
