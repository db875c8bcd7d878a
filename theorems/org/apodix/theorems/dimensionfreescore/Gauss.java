package org.apodix.theorems.dimensionfreescore;

import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/** The standard normal law on the line. */
final class Gauss {

    private Gauss() { }

    /** phi(x). */
    static Expr density(Expr x) {
        return x.square().over(-2).exp().over(Expr.PI.times(2).sqrt());
    }

    /** E[u^p e^{su}] e^{-s^2/2} = 1, s, 1 + s^2, 3s + s^3, 3 + 6s^2 + s^4. */
    static Expr shifted(int p, Expr s) {
        return switch (p) {
            case 0 -> Expr.ONE;
            case 1 -> s;
            case 2 -> Expr.ONE.plus(s.square());
            case 3 -> s.times(3).plus(s.pow(3));
            case 4 -> Expr.of(3).plus(s.square().times(6)).plus(s.pow(4));
            default -> throw new IllegalArgumentException("the moment " + p + ": 0 to 4 are known");
        };
    }

    /** The least multiple of 2^-bits that is at least the value: shorter numbers, the same bound. */
    static Rational roundedUp(Rational value, int bits) {
        var scale = Rational.TWO.pow(bits);
        return Rational.of(value.times(scale).negate().floor().negate()).over(scale);
    }

    /**
     * Q(s, z) = Gamma(s, z)/Gamma(s), the probability that a chi-squared variable with 2s degrees of freedom is above 2z: Q(1/2, z) = erfc(sqrt(z)), Q(1, z) = e^-z and
     * Q(s + 1, z) = Q(s, z) + z^s e^-z/Gamma(s + 1).
     *
     * @param degrees 2s, at least 1
     * @param z       not negative
     */
    static Expr chiSquareTail(int degrees, Expr z) {
        boolean odd = degrees % 2 == 1;
        var terms = new java.util.ArrayList<Expr>();
        var root = z.sqrt();
        terms.add(odd ? root.erfc() : Expr.ONE.times(z.negate().exp()));
        // z^s e^-z/Gamma(s + 1) at s = 1/2 or 1
        var term = odd ? root.times(2).over(Expr.PI.sqrt()).times(z.negate().exp()) : z.times(z.negate().exp());
        for (int n = odd ? 1 : 2; n < degrees; n += 2) {
            terms.add(term);
            term = term.times(z).times(2).over(n + 2L);
        }
        return Expr.sum(terms);
    }
}
