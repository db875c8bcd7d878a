package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Polynomials and rational functions in two variables: the laws of a ring and of a field, evaluation, Bernstein bounds. */
class PolynomialProperties {

    @Provide
    Arbitrary<Rational> numbers() {
        return Combinators.combine(Arbitraries.integers().between(-6, 6), Arbitraries.integers().between(1, 4)).as((n, d) -> Rational.of(n, d)).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Polynomial> polynomials() {
        var x = Polynomial.variable(2, 0);
        var y = Polynomial.variable(2, 1);
        var terms = Combinators.combine(numbers(), Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 2))
            .as((c, i, j) -> x.pow(i).times(y.pow(j)).times(c));
        return terms.list().ofMaxSize(4).map(list -> list.stream().reduce(Polynomial.constant(2, Rational.ZERO), Polynomial::plus)).withoutEdgeCases();
    }

    @Property(tries = 200)
    void ringLaws(@ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q, @ForAll("polynomials") Polynomial r) {
        assertThat(p.plus(q)).isEqualTo(q.plus(p)).hasSameHashCodeAs(q.plus(p));
        assertThat(p.times(q)).isEqualTo(q.times(p));
        assertThat(p.times(q).times(r)).isEqualTo(p.times(q.times(r)));
        assertThat(p.times(q.plus(r))).isEqualTo(p.times(q).plus(p.times(r)));
        assertThat(p.minus(p).isZero()).isTrue();
        assertThat(p.plus(q).minus(q)).isEqualTo(p);
        assertThat(p.pow(3)).isEqualTo(p.times(p).times(p));
    }

    @Property(tries = 200)
    void evaluationIsAHomomorphism(@ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q, @ForAll("numbers") Rational x,
            @ForAll("numbers") Rational y) {
        var point = List.of(x, y);
        assertThat(p.plus(q).at(point)).isEqualTo(p.at(point).plus(q.at(point)));
        assertThat(p.times(q).at(point)).isEqualTo(p.at(point).times(q.at(point)));
        assertThat(p.negate().at(point)).isEqualTo(p.at(point).negate());
    }

    @Property(tries = 200)
    void divisionUndoesMultiplicationAndFindsRemainders(@ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q) {
        Assume.that(!q.isZero());
        assertThat(p.times(q).dividedBy(q)).isEqualTo(p);
        if (!q.isConstant()) {
            assertThat(p.times(q).plus(Polynomial.constant(2, Rational.ONE)).dividedBy(q)).isNull();
        }
    }

    @Property(tries = 200)
    void theProductRule(@ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q) {
        assertThat(p.times(q).derivative(1)).isEqualTo(p.derivative(1).times(q).plus(p.times(q.derivative(1))));
    }

    @Property(tries = 200)
    void rationalFunctionsAreAField(@ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q, @ForAll("polynomials") Polynomial r,
            @ForAll("polynomials") Polynomial s) {
        Assume.that(!q.isZero() && !s.isZero());
        var f = RationalFunction.of(p, q);
        var g = RationalFunction.of(r, s);
        assertThat(f.plus(g).minus(g)).isEqualTo(f);
        assertThat(f.times(g)).isEqualTo(g.times(f));
        assertThat(f.times(g.plus(f))).isEqualTo(f.times(g).plus(f.times(f)));
        if (!g.isZero()) {
            assertThat(f.over(g).times(g)).isEqualTo(f);
            assertThat(g.pow(-2).times(g).times(g)).isEqualTo(RationalFunction.constant(2, Rational.ONE));
        }
        assertThat(f.equals(f.plus(RationalFunction.constant(2, Rational.of(1, 1000))))).isFalse();
    }

    @Property(tries = 200)
    void valuesOfRationalFunctions(@ForAll("polynomials") Polynomial p, @ForAll("polynomials") Polynomial q, @ForAll("polynomials") Polynomial r,
            @ForAll("numbers") Rational x, @ForAll("numbers") Rational y) {
        var point = List.of(x, y);
        Assume.that(!q.isZero() && !q.at(point).isZero());
        var f = RationalFunction.of(p, q);
        var value = p.at(point).over(q.at(point));
        assertThat(f.at(point)).isEqualTo(value);
        assertThat(f.plus(RationalFunction.of(r)).at(point)).isEqualTo(value.plus(r.at(point)));
        assertThat(f.times(RationalFunction.of(r)).at(point)).isEqualTo(value.times(r.at(point)));
    }

    @Property(tries = 200)
    void bernsteinCoefficientsBoundTheValuesAndAreSharpAtCorners(@ForAll("polynomials") Polynomial p) {
        var cube = Bernstein.onCube(p);
        var simplex = Bernstein.onSimplex(p);
        assertThat(cube).hasSize((int) Bernstein.sizeOnCube(p));
        assertThat(simplex).hasSize((int) Bernstein.sizeOnSimplex(p));
        for (int i = 0; i <= 4; i++) {
            for (int k = 0; k <= 4; k++) {
                var value = p.at(List.of(Rational.of(i, 4), Rational.of(k, 4)));
                assertThat(value).isBetween(cube.stream().min(Rational::compareTo).get(), cube.stream().max(Rational::compareTo).get());
                if (i + k <= 4) {
                    assertThat(value).isBetween(simplex.stream().min(Rational::compareTo).get(), simplex.stream().max(Rational::compareTo).get());
                }
            }
        }
        assertThat(cube).contains(p.at(List.of(Rational.ONE, Rational.ONE)), p.at(List.of(Rational.ZERO, Rational.ONE)));
        assertThat(simplex).contains(p.at(List.of(Rational.ZERO, Rational.ZERO)), p.at(List.of(Rational.ONE, Rational.ZERO)),
            p.at(List.of(Rational.ZERO, Rational.ONE)));
    }

    /** The Bernstein form of degree n is the polynomial itself, where coefficients have different denominators too. */
    @Property(tries = 200)
    void bernsteinCoefficientsAreThoseOfThePolynomial(@ForAll("numbers") Rational a, @ForAll("numbers") Rational b, @ForAll("numbers") Rational x) {
        var line = Polynomial.of(List.of(a, b));
        var p = line.pow(7).plus(line.pow(2)).minus(Polynomial.of(List.of(b, a, a)));
        var coefficients = Bernstein.onCube(p);
        int n = coefficients.size() - 1;
        var sum = Rational.ZERO;
        var binomial = Rational.ONE;
        for (int k = 0; k <= n; k++) {
            sum = sum.plus(coefficients.get(k).times(binomial).times(x.pow(k)).times(Rational.ONE.minus(x).pow(n - k)));
            binomial = binomial.times(Rational.of(n - k, k + 1));
        }
        assertThat(sum).isEqualTo(p.at(List.of(x)));
        var range = Bernstein.rangeOnCube(p);
        assertThat(range).containsExactly(coefficients.stream().reduce(Rational::min).get(), coefficients.stream().reduce(Rational::max).get());
        assertThat(p.at(List.of(x))).isEqualTo(a.plus(b.times(x)).pow(7).plus(a.plus(b.times(x)).pow(2)).minus(b.plus(a.times(x)).plus(a.times(x).times(x))));
    }
}
