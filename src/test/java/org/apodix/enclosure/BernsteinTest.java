package org.apodix.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The number of Bernstein coefficients, which decides whether they are computed at all. */
class BernsteinTest {

    private static Polynomial product(int variables, int exponent) {
        var product = Polynomial.constant(variables, Rational.ONE);
        for (int i = 0; i < variables; i++) {
            product = product.times(Polynomial.variable(variables, i).pow(exponent));
        }
        return product;
    }

    @Test
    void countsOnTheCube() {
        assertThat(Bernstein.sizeOnCube(Polynomial.constant(3, Rational.ZERO))).isEqualTo(1);
        assertThat(Bernstein.sizeOnCube(product(3, 2))).isEqualTo(27);
        assertThat(Bernstein.sizeOnCube(product(31, 1))).isEqualTo(1L << 31);
        assertThat(Bernstein.sizeOnCube(product(40, 1))).isEqualTo(Long.MAX_VALUE);
        var long1 = product(1, Integer.MAX_VALUE);
        assertThat(Bernstein.sizeOnCube(long1)).isEqualTo(1L << 31);
        assertThat(Bernstein.sizeOnCube(Polynomial.variable(2, 0).pow(Integer.MAX_VALUE - 1))).isEqualTo(Integer.MAX_VALUE);
        assertThat(Bernstein.sizeOnCube(Polynomial.variable(2, 0).pow(Integer.MAX_VALUE - 2).times(Polynomial.variable(2, 1)))).isEqualTo(2L * (Integer.MAX_VALUE - 1));
        assertThat(Bernstein.sizeOnCube(Polynomial.variable(2, 0).pow(Integer.MAX_VALUE - 1).times(Polynomial.variable(2, 1)))).isEqualTo(2L * Integer.MAX_VALUE);
    }

    @Test
    void countsOnTheSimplex() {
        assertThat(Bernstein.sizeOnSimplex(Polynomial.constant(3, Rational.ZERO))).isEqualTo(1);
        assertThat(Bernstein.sizeOnSimplex(product(2, 2))).isEqualTo(15);
        assertThat(Bernstein.sizeOnSimplex(product(4, 100))).isEqualTo(404L * 403 / 2 * 402 / 3 * 401 / 4);
        assertThat(Bernstein.sizeOnSimplex(product(12, 100))).isEqualTo(Long.MAX_VALUE);
    }
}
