package org.apodix.theorems.ratiosignrelu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Integral;
import org.apodix.expression.Variable;

/**
 * Finitely many atoms on the line seen at one signal: x = s a_i + sqrt(v) z, v = 1 - s^2, with probability w_i, q the density of x (ratio-signrelu R16 to R19).
 *
 * <p>With |m_i| <= M, integrals over the line run over |x| <= M + {@value #CUT} sqrt(v). Beyond, q(x) is at most the Gaussian density N(y; 0, v), y = |x| - M, and what
 * is integrated against q is at most k_0 + k_2 y^2 in absolute value, whose integral is closed; each method says why. An integral is one and the same object each time it is
 * asked for, so that a claim that names it twice computes it once.
 */
final class Atoms {

    /** The probability of a standard Gaussian beyond is below 10^-50. */
    private static final int CUT = 15;

    private final List<Rational> weights;
    private final List<Rational> atoms;
    private final Rational signal;
    private final Map<String, Expr> known = new HashMap<>();

    /**
     * The law.
     *
     * @param weights positive, with sum 1
     * @param atoms   different from each other
     * @param signal  s in (0, 1)
     */
    private Atoms(List<Rational> weights, List<Rational> atoms, Rational signal) {
        this.weights = weights;
        this.atoms = atoms;
        this.signal = signal;
    }

    /** The law with equal atoms put together. */
    static Atoms merged(List<Rational> weights, List<Rational> atoms, Rational signal) {
        var distinct = new ArrayList<>(atoms.stream().distinct().toList());
        var sums = distinct.stream().map(a -> {
            var sum = Rational.ZERO;
            for (int i = 0; i < atoms.size(); i++) {
                sum = atoms.get(i).equals(a) ? sum.plus(weights.get(i)) : sum;
            }
            return sum;
        }).toList();
        return new Atoms(sums, List.copyOf(distinct), signal);
    }

    private synchronized Expr once(String name, Supplier<Expr> expression) {
        var value = known.get(name);
        if (value == null) {
            value = isPoint() ? Expr.ZERO : expression.get();
            known.put(name, value);
        }
        return value;
    }

    /** Whether there is one atom alone, so that nothing is uncertain about x_0. */
    boolean isPoint() {
        return atoms.size() == 1;
    }

    Rational noise() {
        return Rational.ONE.minus(signal.pow(2));
    }

    /** D = max |a_i|. */
    Rational reach() {
        return atoms.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::max);
    }

    /** M = max |m_i|. */
    private Rational spread() {
        return reach().times(signal);
    }

    /** E x_0^k. */
    Rational moment(int k) {
        var sum = Rational.ZERO;
        for (int i = 0; i < atoms.size(); i++) {
            sum = sum.plus(weights.get(i).times(atoms.get(i).pow(k)));
        }
        return sum;
    }

    /** Var x_0. */
    Rational variance() {
        return moment(2).minus(moment(1).pow(2));
    }

    /**
     * The law at a point, with the common factor exp(-x^2/(2v))/sqrt(2 pi v) split off.
     *
     * @param gauss  that factor
     * @param masses w_i exp((x m_i - m_i^2/2)/v)
     * @param mass   their sum
     */
    private record Point(Expr gauss, List<Expr> masses, Expr mass) {

        Expr density() {
            return gauss.times(mass);
        }
    }

    private Point at(Expr x) {
        var v = Expr.of(noise());
        var masses = new ArrayList<Expr>();
        for (int i = 0; i < atoms.size(); i++) {
            var m = atoms.get(i).times(signal);
            var exponent = x.times(Expr.of(m.over(noise()))).minus(Expr.of(m.pow(2).over(noise()).over(Rational.TWO)));
            masses.add(Expr.of(weights.get(i)).times(exponent.exp()));
        }
        var gauss = x.square().over(v.times(-2)).exp().over(Expr.PI.times(2).times(v).sqrt());
        return new Point(gauss, masses, Expr.sum(masses));
    }

    /** The density q. */
    Expr density(Expr x) {
        return at(x).density();
    }

    /** x*, the mean of x_0 given x: the ratio F_1/F_2, whose terms have a common factor that cancels. */
    Expr predictor(Expr x) {
        return predictor(at(x));
    }

    private Expr predictor(Point p) {
        return Expr.dot(atoms.stream().map(Expr::of).toList(), p.masses).over(p.mass);
    }

    /** mmse = E Var(x_0 | x) = int sum_{i<j} w_i w_j (a_i - a_j)^2 phi_i phi_j / q; the variance is at most D^2. */
    Expr mmse() {
        return once("mmse", this::mmseIntegral);
    }

    private Expr mmseIntegral() {
        var x = new Variable("x");
        var p = at(x);
        var pairs = new ArrayList<Expr>();
        for (int i = 0; i < atoms.size(); i++) {
            for (int j = i + 1; j < atoms.size(); j++) {
                var distance = atoms.get(i).minus(atoms.get(j)).pow(2);
                pairs.add(p.masses.get(i).times(p.masses.get(j)).times(Expr.of(distance)));
            }
        }
        return line(p.gauss.times(Expr.sum(pairs)).over(p.mass), x, Rational.ZERO, reach().pow(2), Rational.ZERO);
    }

    /** The same as E x_0^2 - int x*^2 q; x*^2 is at most D^2. */
    Expr mmseByMoments() {
        return once("mmseByMoments", this::mmseByMomentsIntegral);
    }

    private Expr mmseByMomentsIntegral() {
        var x = new Variable("x");
        var p = at(x);
        return Expr.of(moment(2)).minus(line(predictor(p).square().times(p.density()), x, Rational.ZERO, reach().pow(2), Rational.ZERO));
    }

    /**
     * I(x_0; x) = -int q log(sqrt(2 pi v) q) - 1/2. The logarithm lies between -max_i (x - m_i)^2/(2v) and 0, and (2M + y)^2/(2v) <= (4M^2 + y^2)/v.
     */
    Expr information() {
        return once("information", this::informationIntegral);
    }

    private Expr informationIntegral() {
        var x = new Variable("x");
        var p = at(x);
        var logarithm = x.square().over(Expr.of(noise().times(Rational.TWO))).minus(p.mass.log());
        return line(p.density().times(logarithm), x, Rational.of(-1), farSquare(), noise().inverse()).minus(Expr.HALF);
    }

    private Rational farSquare() {
        return spread().pow(2).times(Rational.of(4)).over(noise());
    }

    /**
     * KL(q | N(0, 1)) = int q log(q/N). The logarithm is that of {@link #information} with -log(v)/2, |log v| <= 1/v, and x^2/2 <= M^2 + y^2.
     */
    Expr divergence() {
        return isPoint() ? GaussDdpm.divergence(atoms.get(0).times(signal), noise(), Rational.ZERO, Rational.ONE)
            : once("divergence", this::divergenceIntegral);
    }

    private Expr divergenceIntegral() {
        var v = Expr.of(noise());
        var x = new Variable("x");
        var p = at(x);
        var logarithm = p.mass.log().minus(x.square().over(v.times(2))).plus(x.square().over(2)).minus(v.log().over(2));
        var k0 = farSquare().plus(noise().inverse()).plus(spread().pow(2));
        return line(p.density().times(logarithm), x, Rational.of(-1), k0, noise().inverse().plus(Rational.ONE));
    }

    /** lambda(x) = E x_0 + k (x - s E x_0), k = s Var x_0/(s^2 Var x_0 + v): the best affine predictor. */
    Expr affine(Expr x) {
        return Expr.of(intercept()).plus(x.times(Expr.of(slope())));
    }

    private Rational slope() {
        return signal.times(variance()).over(signal.pow(2).times(variance()).plus(noise()));
    }

    private Rational intercept() {
        return moment(1).times(Rational.ONE.minus(slope().times(signal)));
    }

    /** E|x_0 - lambda(x)|^2 = Var x_0/(1 + Var x_0 s^2/v), from the joint second moments. */
    Rational affineError() {
        return variance().over(Rational.ONE.plus(variance().times(signal.pow(2)).over(noise())));
    }

    /** E|lambda(x) - x*(x)|^2. With |lambda| <= |intercept| + k (M + y), its square is at most 2 (|intercept| + k M + D)^2 + 2 k^2 y^2. */
    Expr affineExcess() {
        return once("affineExcess", this::affineExcessIntegral);
    }

    private Expr affineExcessIntegral() {
        var x = new Variable("x");
        var p = at(x);
        var k0 = intercept().abs().plus(slope().times(spread())).plus(reach()).pow(2).times(Rational.TWO);
        return line(affine(x).minus(predictor(p)).square().times(p.density()), x, Rational.ZERO, k0, slope().pow(2).times(Rational.TWO));
    }

    /** P(|x| > R). */
    Expr outside(Rational radius) {
        var terms = new ArrayList<Expr>();
        var root = Expr.of(noise().times(Rational.TWO)).sqrt();
        for (int i = 0; i < atoms.size(); i++) {
            var m = atoms.get(i).times(signal);
            var both = Expr.of(radius.minus(m)).over(root).erfc().plus(Expr.of(radius.plus(m)).over(root).erfc());
            terms.add(Expr.of(weights.get(i)).times(both).over(2));
        }
        return Expr.sum(terms);
    }

    /** M + CUT sqrt(v), where integrals are cut. */
    private Expr end() {
        return Expr.of(spread()).plus(Expr.of(noise()).sqrt().times(CUT));
    }

    /** The integral of a body over [-R, R]. */
    Expr within(UnaryOperator<Expr> body, Rational radius) {
        var x = new Variable("x");
        return Integral.of(body.apply(x), x, Expr.of(radius.negate()), Expr.of(radius));
    }

    /**
     * The integral over x > R, or x < -R, of a body that is not negative and beyond the cut at most B^2 q.
     *
     * @param side 1 or -1
     */
    Expr beyond(UnaryOperator<Expr> body, Rational radius, Rational most, int side) {
        var x = new Variable("x");
        var from = Expr.of(radius);
        var to = end().max(from);
        var middle = side > 0 ? Integral.of(body.apply(x), x, from, to) : Integral.of(body.apply(x), x, to.negate(), from.negate());
        return middle.plus(Expr.between(Rational.ZERO, Rational.ONE).times(tail(most.pow(2), Rational.ZERO)));
    }

    /**
     * The integral over the line of a body that beyond the cut lies between {@code least} and 1 times (k_0 + k_2 y^2) q.
     *
     * @param least -1, or 0 for a body that is not negative
     */
    private Expr line(Expr body, Variable x, Rational least, Rational k0, Rational k2) {
        return Integral.of(body, x, end().negate(), end()).plus(Expr.between(least, Rational.ONE).times(tail(k0, k2)));
    }

    /** Both tails: 2 int_z^infinity (k_0 + k_2 v u^2) phi(u) du at z = CUT; the second moment of the tail is z phi(z) + P(u > z). */
    private Expr tail(Rational k0, Rational k2) {
        var z = Expr.of(CUT);
        var density = z.square().over(-2).exp().over(Expr.PI.times(2).sqrt());
        return Expr.of(k0.plus(k2.times(noise()))).times(z.normalTail()).plus(Expr.of(k2.times(noise())).times(z).times(density)).times(2);
    }
}
