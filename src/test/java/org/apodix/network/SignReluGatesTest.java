package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

/** What the gates compute, at random rational points, against the functions themselves; and their shapes. */
class SignReluGatesTest {

    private static final SignReluGates GATES = new SignReluGates(Rational.of(2, 3));

    @Provide
    Arbitrary<SignReluGates> gates() {
        return positive(20).map(SignReluGates::new);
    }

    @Provide
    Arbitrary<Rational> positive() {
        return positive(60);
    }

    /** Fractions of numbers up to 10, both signs. */
    @Provide
    Arbitrary<Rational> numbers() {
        return Arbitraries.integers().between(-120, 120).map(k -> Rational.of(k, 12));
    }

    /** In [-1, 1], its ends and 0 more often. */
    @Provide
    Arbitrary<Rational> fractions() {
        return Arbitraries.integers().between(-24, 24).map(k -> Rational.of(k, 24));
    }

    private static Arbitrary<Rational> positive(int most) {
        var numbers = Arbitraries.integers().between(1, most);
        return numbers.flatMap(p -> numbers.map(q -> Rational.of(p, q)));
    }

    @Property
    void reciprocals(@ForAll("gates") SignReluGates gates, @ForAll("positive") Rational threshold, @ForAll("numbers") Rational t) {
        var expected = t.compareTo(threshold) >= 0 ? t.inverse()
            : Rational.ONE.plus(Rational.ONE.minus(t.over(threshold)).over(gates.alpha())).over(threshold);
        assertThat(at(gates.reciprocal(threshold), t)).isEqualTo(expected);
        assertThat(widths(gates.reciprocal(threshold))).containsExactly(1);
    }

    @Property
    void carriesAndClips(@ForAll("gates") SignReluGates gates, @ForAll("positive") Rational bound, @ForAll("positive") Rational steepness,
            @ForAll("numbers") Rational t) {
        if (t.compareTo(bound.negate()) >= 0) {
            assertThat(at(gates.carry(bound), t)).isEqualTo(t);
        }
        var slack = gates.alpha().over(steepness);
        var below = at(gates.clipBelow(bound, steepness), t);
        var above = at(gates.clipAbove(bound, steepness), t);
        assertThat(below).isEqualTo(at(gates.clipAbove(bound.negate(), steepness), t.negate()).negate());
        if (t.compareTo(bound) >= 0) {
            assertThat(below).isEqualTo(t);
            assertThat(above).isBetween(bound, bound.plus(slack));
        } else {
            assertThat(below).isStrictlyBetween(bound.minus(slack), bound);
            assertThat(above).isEqualTo(t);
        }
        var clipped = at(gates.clip(1, bound, steepness), t);
        assertThat(clipped).isBetween(bound.plus(slack).negate(), bound.plus(slack));
        if (t.abs().compareTo(bound) <= 0) {
            assertThat(clipped).isEqualTo(t);
        }
        assertThat(widths(gates.clip(3, bound, steepness))).containsExactly(3, 3);
    }

    @Property
    void exactReluAndItsLimit(@ForAll("gates") SignReluGates gates, @ForAll("positive") Rational bound, @ForAll("numbers") Rational t) {
        var error = t.max(Rational.ZERO).minus(at(gates.reluLimit(bound), t));
        assertThat(error.signum()).isBetween(0, t.signum() < 0 ? 1 : 0);
        assertThat(error).isLessThan(gates.alpha().over(bound));
        if (gates.alpha().equals(Rational.ONE)) {
            assertThatThrownBy(() -> gates.relu(bound)).hasMessageContaining("alpha = 1");
            var smooth = t.signum() <= 0 ? Rational.ZERO : t.times(t).over(Rational.ONE.plus(t));
            assertThat(at(gates.smoothRelu(t.abs().max(bound)), t)).isEqualTo(smooth);
            return;
        }
        if (t.compareTo(bound) <= 0) {
            assertThat(at(gates.relu(bound), t)).isEqualTo(t.max(Rational.ZERO));
        } else {
            assertThat(at(gates.relu(bound), t)).isNotEqualTo(t);
        }
        assertThat(at(gates.absoluteValue(t.abs().max(bound)), t)).isEqualTo(t.abs());
        assertThat(widths(gates.relu(bound))).containsExactly(2, 2);
        assertThat(widths(gates.absoluteValue(bound))).containsExactly(4, 4);
    }

    @Property
    void divisionGate(@ForAll("gates") SignReluGates gates, @ForAll("positive") Rational yBound, @ForAll("positive") Rational zBound,
            @ForAll("positive") Rational slack, @ForAll("positive") Rational length, @ForAll("fractions") Rational u,
            @ForAll("fractions") Rational v, @ForAll("fractions") Rational w) {
        var least = yBound.plus(zBound).plus(slack);
        var gate = new DivisionGate(least, least.plus(length), yBound, zBound);
        var x = least.plus(length.times(u.abs()));
        var y = yBound.times(v);
        var z = zBound.times(w);
        var network = gate.network(gates);
        assertThat(network.at(List.of(x, y, z))).containsExactly(y.times(z).over(x));
        assertThat(widths(network)).containsExactly(4, 2);
        assertThat(network.output().rows().get(0).bias()).isEqualTo(Rational.ZERO);

        assertThat(DivisionGate.quotient(gates, least, least.plus(length), yBound).at(List.of(x, y))).containsExactly(y.over(x));
        assertThat(DivisionGate.product(gates, yBound, zBound).at(List.of(y, z))).containsExactly(y.times(z));
        var wide = least.plus(yBound);
        assertThat(DivisionGate.squareOverLinear(gates, wide, wide.plus(length), yBound).at(List.of(wide, y))).containsExactly(y.times(y).over(wide));
        assertThat(at(DivisionGate.square(gates, yBound), y)).isEqualTo(y.times(y));
    }

    /** Exact division by six units. */
    @Test
    void shapesOfTheDivisionGates() {
        var three = Rational.of(3);
        var one = Rational.ONE;
        for (var network : List.of(DivisionGate.quotient(GATES, three, three, one), DivisionGate.product(GATES, one, three),
            DivisionGate.squareOverLinear(GATES, three, three, one))) {
            assertThat(Figures.of(network).hiddenLayers()).isEqualTo(2);
            assertThat(widths(network)).containsExactly(4, 2);
        }
        assertThat(widths(DivisionGate.square(GATES, three))).containsExactly(2, 1);
    }

    @Property
    void rationalFunctions(@ForAll("gates") SignReluGates gates, @ForAll("fractions") Rational t, @ForAll("polynomials") List<Rational> q,
            @ForAll("polynomials") List<Rational> tail) {
        var size = tail.stream().map(Rational::abs).reduce(Rational.ONE, Rational::plus);
        var s = Stream.concat(Stream.of(size), tail.stream().skip(1)).toList();
        int pairs = (Math.max(q.size(), s.size()) + 1) / 2;
        var function = new RationalFunctionNetwork(q, s, pairs);
        var network = function.network(gates);
        assertThat(at(network, t)).isEqualTo(RationalFunctionNetwork.value(q, t).over(RationalFunctionNetwork.value(s, t)));
        assertThat(function.readouts(gates).at(List.of(t))).containsExactly(
            RationalFunctionNetwork.value(q, t).over(function.poles(t)), RationalFunctionNetwork.value(s, t).over(function.poles(t)));
        if (q.stream().anyMatch(a -> !a.isZero())) {
            assertThat(widths(network)).containsExactly(2 * pairs, 4, 2);
        }
    }

    @Provide
    Arbitrary<List<Rational>> polynomials() {
        return Arbitraries.integers().between(-20, 20).flatMap(p -> Arbitraries.integers().between(1, 9).map(q -> Rational.of(p, q)))
            .list().ofMinSize(1).ofMaxSize(8);
    }

    /** n(d + 1 + 4q) + 12q parameters, none of which is 0 in general; the count of section 4: 204 with d = 1, K = 16, q = 1. */
    @Test
    void parametersOfAQuotient() {
        var q = Stream.iterate(1, i -> i + 1).limit(32).map(i -> Rational.of(i, i + 2)).toList();
        var s = Stream.concat(Stream.of(Rational.of(100)), q.stream().skip(1)).toList();
        var network = new RationalFunctionNetwork(q, s, 16).network(GATES);
        assertThat(widths(network)).containsExactly(32, 4, 2);
        assertThat(Figures.of(network).nonzeros()).isEqualTo(204);
    }

    @Property
    void quotientsOfSharedReadouts(@ForAll("gates") SignReluGates gates, @ForAll("positive") Rational bound, @ForAll("positive") Rational least,
            @ForAll("positive") Rational more, @ForAll("fractions") Rational u, @ForAll("fractions") Rational v, @ForAll("fractions") Rational w,
            @ForAll("numbers") Rational wild) {
        var most = least.plus(more);
        var quotient = new QuotientNetwork(bound, least, most);
        var inputs = Network.affine(AffineMap.identity(3));
        var network = quotient.of(gates, inputs);
        var g1 = bound.times(u);
        var g2 = bound.times(v);
        var denominator = least.plus(more.times(w.abs()));
        assertThat(network.at(List.of(g1, g2, denominator))).containsExactly(g1.over(denominator), g2.over(denominator));
        assertThat(widths(network)).containsExactly(8, 4);

        var m = least.plus(more);
        var clipped = quotient.clipped(gates, inputs, m);
        var floor = at(gates.clipBelow(m, Rational.TWO.times(gates.alpha()).over(m)), wild.min(most));
        assertThat(floor).isGreaterThan(m.over(Rational.TWO));
        assertThat(clipped.at(List.of(g1, g2, wild.min(most)))).containsExactly(g1.over(floor), g2.over(floor));
        assertThat(widths(clipped)).containsExactly(3, 8, 4);

        var radius = bound.max(most);
        var behind = QuotientNetwork.behindClip(gates, clipped, radius, Rational.ONE);
        assertThat(behind.at(List.of(g1, g2, denominator))).isEqualTo(clipped.at(List.of(g1, g2, denominator)));
        assertThat(widths(behind)).containsExactly(3, 3, 3, 8, 4);
    }

    @Test
    void theQuotientOfAZeroNumeratorIsZero() {
        var quotient = new QuotientNetwork(Rational.ZERO, Rational.ONE, Rational.TWO);
        var network = quotient.of(GATES, Network.affine(AffineMap.identity(2)));
        assertThat(network.at(List.of(Rational.ZERO, Rational.ONE))).containsExactly(Rational.ZERO);
        assertThat(network.hidden()).isEmpty();
    }

    @Property
    void ridgePolynomials(@ForAll("gates") SignReluGates gates, @ForAll("fractions") Rational u, @ForAll("polynomials") List<Rational> some) {
        var padded = some.size() % 2 == 1 ? Stream.concat(some.stream(), Stream.of(Rational.ZERO, Rational.ONE)).toList()
            : Stream.concat(some.stream(), Stream.of(Rational.ONE)).toList();
        for (var h : List.of(Rational.of(1, 100), Rational.of(1, 2), Rational.of(99, 100))) {
            var ridge = new RidgePolynomial(padded, h);
            var network = ridge.network(gates);
            var error = at(network, u).minus(ridge.polynomial(u));
            assertThat(error).isEqualTo(ridge.error(u));
            assertThat(error.abs()).isLessThanOrEqualTo(ridge.errorBound());
            assertThat(widths(network)).containsExactly(ridge.degree());
            // the defining property: sum_i c_i h_i^l = a_l
            for (int l = 0; l <= ridge.degree(); l++) {
                var sum = Rational.ZERO;
                for (int i = 0; i <= ridge.degree(); i++) {
                    sum = sum.plus(ridge.coefficient(i).times(ridge.node(i).pow(l)));
                }
                assertThat(sum).isEqualTo(padded.get(l));
            }
        }
    }

    @Test
    void whatIsNoGateIsRejected() {
        assertThatThrownBy(() -> GATES.reciprocal(Rational.ZERO)).hasMessageContaining("threshold of a reciprocal is 0");
        assertThatThrownBy(() -> new DivisionGate(Rational.TWO, Rational.TWO, Rational.ONE, Rational.ONE)).hasMessageContaining("must exceed");
        assertThatThrownBy(() -> new QuotientNetwork(Rational.ONE, Rational.ZERO, Rational.ONE)).hasMessageContaining("positive lower bound");
        assertThatThrownBy(() -> new RationalFunctionNetwork(List.of(Rational.ONE), List.of(Rational.ONE, Rational.ONE), 1))
            .hasMessageContaining("must exceed the sum");
        assertThatThrownBy(() -> new RationalFunctionNetwork(List.of(Rational.ONE, Rational.ONE, Rational.ONE), List.of(Rational.ONE), 1))
            .hasMessageContaining("from 1 to 2 K = 2");
        assertThatThrownBy(() -> new RidgePolynomial(List.of(Rational.ONE, Rational.ONE), Rational.of(1, 2))).hasMessageContaining("odd number");
        assertThatThrownBy(() -> new RidgePolynomial(List.of(Rational.ONE, Rational.ONE, Rational.ONE), Rational.ONE)).hasMessageContaining("H is 1");
    }

    private static Rational at(Network network, Rational t) {
        return network.at(List.of(t)).get(0);
    }

    private static List<Integer> widths(Network network) {
        return Figures.of(network).widths();
    }
}
