package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The ring operations, held against values at points, and against the laws of a ring; equality is that of the list of terms. */
class PolynomialTest {

    private static final Rational THIRD = Rational.of(1, 3);

    private static Rational number(Random random) {
        long size = random.nextInt(4) == 0 ? random.nextLong() >> 1 : random.nextInt(7) - 3;
        return Rational.of(size, random.nextBoolean() ? 1 : random.nextInt(12) + 1);
    }

    /** A sum of a few terms in random order, with some that cancel. */
    private static Polynomial random(Random random, int variables) {
        var sum = Polynomial.constant(variables, Rational.ZERO);
        int terms = random.nextInt(6);
        for (int k = 0; k < terms; k++) {
            var term = Polynomial.constant(variables, number(random));
            for (int i = 0; i < variables; i++) {
                term = term.times(Polynomial.variable(variables, i).pow(random.nextInt(3)));
            }
            sum = sum.plus(term);
        }
        return sum;
    }

    private static List<Rational> point(Random random, int variables) {
        var point = new ArrayList<Rational>();
        for (int i = 0; i < variables; i++) {
            point.add(number(random));
        }
        return point;
    }

    @Property
    void valuesFollowTheOperations(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int variables) {
        var random = new Random(seed);
        var p = random(random, variables);
        var q = random(random, variables);
        var t = point(random, variables);
        assertThat(p.plus(q).at(t)).isEqualTo(p.at(t).plus(q.at(t)));
        assertThat(p.minus(q).at(t)).isEqualTo(p.at(t).minus(q.at(t)));
        assertThat(p.times(q).at(t)).isEqualTo(p.at(t).times(q.at(t)));
        assertThat(p.times(THIRD).at(t)).isEqualTo(p.at(t).times(THIRD));
        assertThat(p.negate().at(t)).isEqualTo(p.at(t).negate());
        assertThat(p.pow(3).at(t)).isEqualTo(p.at(t).pow(3));
    }

    @Property
    void lawsOfARing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int variables) {
        var random = new Random(seed);
        var p = random(random, variables);
        var q = random(random, variables);
        var r = random(random, variables);
        assertThat(p.plus(q)).isEqualTo(q.plus(p)).hasSameHashCodeAs(q.plus(p));
        assertThat(p.times(q)).isEqualTo(q.times(p)).hasSameHashCodeAs(q.times(p));
        assertThat(p.plus(q).times(r)).isEqualTo(p.times(r).plus(q.times(r)));
        assertThat(p.minus(p)).isEqualTo(Polynomial.constant(variables, Rational.ZERO));
        assertThat(p.minus(p).isZero()).isTrue();
        assertThat(p.pow(2)).isEqualTo(p.times(p));
        if (!q.isZero()) {
            assertThat(p.times(q).dividedBy(q)).isEqualTo(p);
            assertThat(q.isConstant() || p.times(q).plus(Polynomial.constant(variables, Rational.ONE)).dividedBy(q) == null).isTrue();
        }
    }

    @Property
    void termsAddUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int variables) {
        var p = random(new Random(seed), variables);
        var sum = Polynomial.constant(variables, Rational.ZERO);
        int degree = -1;
        for (var term : p.terms().entrySet()) {
            var monomial = Polynomial.constant(variables, term.getValue());
            int size = 0;
            for (int i = 0; i < variables; i++) {
                assertThat(p.degree(i)).isGreaterThanOrEqualTo(term.getKey()[i]);
                monomial = monomial.times(Polynomial.variable(variables, i).pow(term.getKey()[i]));
                size += term.getKey()[i];
            }
            assertThat(p.coefficient(term.getKey())).isEqualTo(term.getValue());
            assertThat(term.getValue().isZero()).isFalse();
            degree = Math.max(degree, size);
            sum = sum.plus(monomial);
        }
        assertThat(sum).isEqualTo(p);
        assertThat(p.degree()).isEqualTo(degree);
        assertThat(p.size()).isEqualTo(p.terms().size());
        assertThat(p.coefficients()).isEqualTo(List.copyOf(p.terms().values()));
        assertThat(p.constantTerm()).isEqualTo(p.coefficient(new int[variables]));
    }

    @Test
    void derivativesDropWhatDoesNotDependOnTheVariable() {
        var x = Polynomial.variable(2, 0);
        var y = Polynomial.variable(2, 1);
        var p = x.pow(3).times(y).plus(x.times(THIRD)).plus(y.pow(2)).plus(Polynomial.constant(2, Rational.TWO));
        assertThat(p.derivative(0)).isEqualTo(x.pow(2).times(y).times(Rational.of(3)).plus(Polynomial.constant(2, THIRD)));
        assertThat(p.derivative(1)).isEqualTo(x.pow(3).plus(y.times(Rational.TWO)));
        assertThat(p.derivative(1).derivative(1).derivative(1).isZero()).isTrue();
        assertThat(p.leadingCoefficient()).isEqualTo(Rational.ONE);
        assertThat(p).hasToString("(1) t1^3 t2 + (1/3) t1 + (1) t2^2 + (2)");
        assertThat(p.minus(p)).hasToString("0");
    }

    @Test
    void whatDoesNotFitIsRejected() {
        var x = Polynomial.variable(2, 0);
        assertThatThrownBy(() -> Polynomial.variable(2, 2)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("variable 2 of 2: give one from 0 to 1");
        assertThatThrownBy(() -> x.plus(Polynomial.variable(1, 0))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("in 2 variables meets 1");
        assertThatThrownBy(() -> x.at(List.of(THIRD))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> x.pow(-1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("power -1");
        assertThat(x.pow(0)).isEqualTo(Polynomial.constant(2, Rational.ONE));
        assertThat(x.dividedBy(x.minus(x))).isNull();
        assertThatThrownBy(() -> x.pow(Integer.MAX_VALUE).times(x)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void operandsInOtherVariablesAreRejectedByEveryOperation() {
        var x = Polynomial.variable(2, 0);
        var other = Polynomial.variable(1, 0);
        var zero = other.minus(other);
        for (Runnable operation : List.<Runnable>of(() -> x.plus(zero), () -> x.minus(zero), () -> x.minus(other), () -> x.times(zero), () -> x.times(other),
                () -> x.dividedBy(zero), () -> x.dividedBy(other), () -> x.coefficient(1), () -> x.coefficient(1, 0, 0))) {
            assertThatThrownBy(operation::run).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("in 2 variables meets");
        }
    }

    @Test
    void degreesDecideWhatIsConstantAndAffine() {
        var x = Polynomial.variable(2, 0);
        var y = Polynomial.variable(2, 1);
        assertThat(x.minus(x).degree()).isEqualTo(-1);
        assertThat(List.of(x.minus(x), x.pow(0))).allMatch(Polynomial::isConstant).allMatch(Polynomial::isAffine);
        assertThat(List.of(x, x.plus(y).plus(x.pow(0)))).noneMatch(Polynomial::isConstant).allMatch(Polynomial::isAffine);
        assertThat(List.of(x.times(y), x.pow(2).plus(y))).noneMatch(Polynomial::isConstant).noneMatch(Polynomial::isAffine);
    }

    /** A degree beyond the int range must not wrap around to that of a constant. */
    @Test
    void degreesBeyondTheRangeAreRejected() {
        int half = 1 << 30;
        var x = Polynomial.variable(2, 0);
        var product = x.pow(half).times(Polynomial.variable(2, 1).pow(half));
        assertThat(product.isZero()).isFalse();
        assertThatThrownBy(product::degree).isInstanceOf(ArithmeticException.class).hasMessageContaining("degree");
        assertThatThrownBy(() -> product.times(x)).isInstanceOf(ArithmeticException.class).hasMessageContaining("degree");
        assertThat(x.pow(half).times(Polynomial.variable(2, 1).pow(half - 1)).degree()).isEqualTo(Integer.MAX_VALUE);
    }
}
