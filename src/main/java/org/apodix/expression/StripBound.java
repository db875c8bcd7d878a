package org.apodix.expression;

/**
 * What the author of a formula proves about a function f on the line that is holomorphic in a strip, with f(conj z) = conj f(z).
 *
 * <p>For 0 < k < limit, f is holomorphic in |Im z| <= k, the integrals of |f(x + iy)| over all real x are at most {@code integral} at {@code height} = k
 * for all |y| <= k, and |f| tends to 0 at both ends of that strip. For L >= least there is an even G >= |f| on |x| >= L that does not increase
 * there with |x|, and {@code tail} at {@code from} = L is at least the integral of G over |x| > L.
 *
 * <p><b>This is a promise</b>, as is a {@link TailBound}. It replaces the derived rectangles of {@link ImproperIntegral} where the proof is short and known
 * and boxes cost too much. What can be refuted is: a {@link StripIntegral} compares the sums of two steps, and the bound of
 * the integral of |f| with the integral of f.
 *
 * @param limit    the half width of the strip, open; an expression above 0
 * @param integral may use {@code height} and variables that other nodes bind
 * @param tail     may use {@code from} and variables that other nodes bind
 * @param least    where the tail bound begins; an expression of at least 0
 * @param even     whether f(-x) = f(x)
 */
public record StripBound(Expr limit, Expr integral, Variable height, Expr tail, Variable from, Expr least, boolean even) { }
