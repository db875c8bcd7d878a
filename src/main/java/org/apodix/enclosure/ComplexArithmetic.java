package org.apodix.enclosure;

import java.util.List;

/**
 * Arithmetic on rectangles of complex numbers, for holomorphic functions alone: a result contains the values on the whole
 * operand of <i>one</i> holomorphic function, which on real arguments is the real function of the same name.
 *
 * <p><b>Holomorphy is derived, not promised.</b> If a formula has values on a box by this arithmetic, then every operation in it is
 * holomorphic in a neighbourhood of the box of its operands, so the formula is a holomorphic function near the box.
 * {@link UndefinedException} is thrown where this is not proved: a division by a box that contains 0; the logarithm and
 * the square root of one that meets (-inf, 0]; atan of one that meets the imaginary axis at or beyond +-i; the cube root, abs,
 * min and max where the sign of the real part that selects the branch is not decided on the box.
 *
 * <p><b>Several boxes, one function.</b> Let boxes B_1, B_2, ... with B_k and B_{k+1} not disjoint all have values. The
 * functions with one branch agree on common points. For abs, min, max and cbrt every B_k decides a sign, that of the real part of
 * a value; at a common point of two boxes both decide the sign of the same number, so all boxes take the same branch. Hence the
 * formula is one holomorphic function on the union.
 *
 * <p>The formulas have real coefficients and real operands, so f(conj z) = conj f(z) for all of them.
 *
 * @param <T> the sets of real numbers that serve as sides
 */
public final class ComplexArithmetic<T> implements Arithmetic<ComplexBox<T>> {

    private final Arithmetic<T> base;
    private final T zero;
    private final T half;
    private final ComplexFunctions<T> functions;

    public ComplexArithmetic(Arithmetic<T> base) {
        this.base = base instanceof Defined<T> ? base : new Defined<>(base);
        this.zero = base.of(Rational.ZERO);
        this.half = base.of(Rational.of(1, 2));
        this.functions = new ComplexFunctions<>(this.base, this);
    }

    /** The rectangle with these sides. */
    public ComplexBox<T> box(T real, T imaginary) {
        return new ComplexBox<>(real, imaginary);
    }

    /** A constant: one of the real numbers of the set, the same wherever the variables are. */
    public ComplexBox<T> real(T set) {
        return new ComplexBox<>(set, zero);
    }

    /** An upper bound of |z|^2 on the box. */
    public Dyadic squaredMagnitude(ComplexBox<T> z) {
        return base.enclosure(norm(z)).upper();
    }

    T norm(ComplexBox<T> z) {
        return base.add(base.square(z.real()), base.square(z.imaginary()));
    }

    @Override
    public String name() {
        return "complex over " + base.name();
    }

    @Override
    public int precision() {
        return base.precision();
    }

    @Override
    public ComplexBox<T> of(Rational value) {
        return real(base.of(value));
    }

    @Override
    public ComplexBox<T> enclose(DyadicInterval set) {
        return real(base.enclose(set));
    }

    @Override
    public ComplexBox<T> pi() {
        return real(base.pi());
    }

    /** Whether the value is a real constant, so that a real operation that is defined on it is the constant result. */
    boolean isReal(ComplexBox<T> z) {
        return z.imaginary() == zero;
    }

    @Override
    public ComplexBox<T> add(ComplexBox<T> a, ComplexBox<T> b) {
        return box(base.add(a.real(), b.real()),
                isReal(a) ? b.imaginary() : isReal(b) ? a.imaginary() : base.add(a.imaginary(), b.imaginary()));
    }

    @Override
    public ComplexBox<T> subtract(ComplexBox<T> a, ComplexBox<T> b) {
        return box(base.subtract(a.real(), b.real()), isReal(a) && isReal(b) ? zero
                : isReal(b) ? a.imaginary() : base.subtract(a.imaginary(), b.imaginary()));
    }

    @Override
    public ComplexBox<T> multiply(ComplexBox<T> a, ComplexBox<T> b) {
        if (isReal(a)) {
            return scale(a.real(), b);
        }
        if (isReal(b)) {
            return scale(b.real(), a);
        }
        return box(
                base.subtract(base.multiply(a.real(), b.real()), base.multiply(a.imaginary(), b.imaginary())),
                base.add(base.multiply(a.real(), b.imaginary()), base.multiply(a.imaginary(), b.real())));
    }

    ComplexBox<T> scale(T factor, ComplexBox<T> z) {
        return box(base.multiply(factor, z.real()), isReal(z) ? zero : base.multiply(factor, z.imaginary()));
    }

    @Override
    public ComplexBox<T> divide(ComplexBox<T> a, ComplexBox<T> b) {
        if (isReal(b)) {
            return box(base.divide(a.real(), b.real()), isReal(a) ? zero : base.divide(a.imaginary(), b.real()));
        }
        return multiply(a, inverse(b));
    }

    /** 1/z = (x - iy) / (x^2 + y^2); the squares prove that 0 is not in the box. */
    ComplexBox<T> inverse(ComplexBox<T> z) {
        T norm = norm(z);
        return box(base.divide(z.real(), norm), base.negate(base.divide(z.imaginary(), norm)));
    }

    @Override
    public ComplexBox<T> negate(ComplexBox<T> a) {
        return box(base.negate(a.real()), isReal(a) ? zero : base.negate(a.imaginary()));
    }

    /** (x + iy)^2 = x^2 - y^2 + 2ixy. */
    @Override
    public ComplexBox<T> square(ComplexBox<T> a) {
        if (isReal(a)) {
            return real(base.square(a.real()));
        }
        T product = base.multiply(a.real(), a.imaginary());
        return box(base.subtract(base.square(a.real()), base.square(a.imaginary())), base.add(product, product));
    }

    @Override
    public ComplexBox<T> power(ComplexBox<T> a, int n) {
        if (isReal(a)) {
            return real(base.power(a.real(), n));
        }
        if (n == 0) {
            return of(Rational.ONE);
        }
        var result = power(a, Math.abs((long) n));
        return n < 0 ? inverse(result) : result;
    }

    private ComplexBox<T> power(ComplexBox<T> a, long n) {
        var result = a;
        for (int i = 62 - Long.numberOfLeadingZeros(n); i >= 0; i--) {
            result = square(result);
            if ((n >> i & 1) != 0) {
                result = multiply(result, a);
            }
        }
        return result;
    }

    /** e^x (cos y + i sin y). */
    @Override
    public ComplexBox<T> exp(ComplexBox<T> a) {
        return isReal(a) ? real(base.exp(a.real())) : functions.exp(a);
    }

    /** The principal logarithm. */
    @Override
    public ComplexBox<T> log(ComplexBox<T> a) {
        return isReal(a) ? real(base.log(a.real())) : functions.log(a);
    }

    /** The principal square root u + iv: u = sqrt((|z| + x) / 2) > 0 and v = y / (2u), where x > 0; else exp(log(z) / 2). */
    @Override
    public ComplexBox<T> sqrt(ComplexBox<T> a) {
        if (isReal(a)) {
            return real(base.sqrt(a.real()));
        }
        if (base.isPositive(a.real())) {
            T u = base.sqrt(base.multiply(half, base.add(base.sqrt(norm(a)), a.real())));
            return box(u, base.divide(a.imaginary(), base.add(u, u)));
        }
        return exp(scale(half, log(a)));
    }

    /** The continuation of |x| from the side of 0 on which the whole box lies: z or -z. */
    @Override
    public ComplexBox<T> abs(ComplexBox<T> a) {
        if (isReal(a)) {
            return real(base.abs(a.real()));
        }
        int sign = realSign(a);
        if (sign == 0) {
            throw new UndefinedException("|z| where the sign of the real part is not decided");
        }
        return sign > 0 ? a : negate(a);
    }

    int realSign(ComplexBox<T> a) {
        return base.isPositive(a.real()) ? 1 : base.isPositive(base.negate(a.real())) ? -1 : 0;
    }

    /** The operand with the smaller real part, which must be the same one on the whole box. */
    @Override
    public ComplexBox<T> min(ComplexBox<T> a, ComplexBox<T> b) {
        if (isReal(a) && isReal(b)) {
            return real(base.min(a.real(), b.real()));
        }
        int sign = realSign(subtract(a, b));
        if (sign == 0) {
            throw new UndefinedException("lesser of two numbers where it is not decided which one it is");
        }
        return sign > 0 ? b : a;
    }

    @Override
    public ComplexBox<T> max(ComplexBox<T> a, ComplexBox<T> b) {
        return negate(min(negate(a), negate(b)));
    }

    @Override
    public ComplexBox<T> logSumExp(List<ComplexBox<T>> terms) {
        if (LogSumExp.isOne(terms)) {
            return terms.get(0);
        }
        return terms.stream().allMatch(this::isReal) ? real(base.logSumExp(terms.stream().map(ComplexBox::real).toList()))
                : functions.logSumExp(terms);
    }

    @Override
    public ComplexBox<T> cbrt(ComplexBox<T> a) {
        return isReal(a) ? real(base.cbrt(a.real())) : functions.cbrt(a);
    }

    @Override
    public ComplexBox<T> expm1(ComplexBox<T> a) {
        return isReal(a) ? real(base.expm1(a.real())) : subtract(functions.exp(a), of(Rational.ONE));
    }

    @Override
    public ComplexBox<T> log1p(ComplexBox<T> a) {
        return isReal(a) ? real(base.log1p(a.real())) : functions.log(add(of(Rational.ONE), a));
    }

    @Override
    public ComplexBox<T> sin(ComplexBox<T> a) {
        return isReal(a) ? real(base.sin(a.real())) : functions.sin(a);
    }

    @Override
    public ComplexBox<T> cos(ComplexBox<T> a) {
        return isReal(a) ? real(base.cos(a.real())) : functions.cos(a);
    }

    @Override
    public ComplexBox<T> tanh(ComplexBox<T> a) {
        return isReal(a) ? real(base.tanh(a.real())) : functions.tanh(a);
    }

    @Override
    public ComplexBox<T> atan(ComplexBox<T> a) {
        return isReal(a) ? real(base.atan(a.real())) : functions.atan(a);
    }

    @Override
    public ComplexBox<T> erf(ComplexBox<T> a) {
        return isReal(a) ? real(base.erf(a.real())) : functions.erf(a);
    }

    @Override
    public ComplexBox<T> erfc(ComplexBox<T> a) {
        return isReal(a) ? real(base.erfc(a.real())) : functions.erfc(a);
    }

    @Override
    public ComplexBox<T> normalCdf(ComplexBox<T> a) {
        return isReal(a) ? real(base.normalCdf(a.real())) : normalTail(negate(a));
    }

    @Override
    public ComplexBox<T> normalTail(ComplexBox<T> a) {
        return isReal(a) ? real(base.normalTail(a.real())) : functions.normalTail(a);
    }

    @Override
    public ComplexBox<T> hull(ComplexBox<T> a, ComplexBox<T> b) {
        return isReal(a) && isReal(b) ? real(base.hull(a.real(), b.real())) : box(base.hull(a.real(), b.real()), base.hull(a.imaginary(), b.imaginary()));
    }

    /** Whether a side is the whole line. */
    @Override
    public boolean isEntire(ComplexBox<T> a) {
        return base.isEntire(a.real()) || base.isEntire(a.imaginary());
    }

    /** The real parts. */
    @Override
    public DyadicInterval enclosure(ComplexBox<T> a) {
        return base.enclosure(a.real());
    }
}
