package org.apodix.theorems.dimensionfreescore;

import java.util.ArrayList;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;

/**
 * Moments of a piecewise linear tilt: on the piece where h(z) = alpha z + beta, l < u < r, with s = k alpha sigma,
 * E[u^p e^{kh}; piece] = e^{k beta + k alpha a x + s^2/2} int_{l - s}^{r - s} (v + s)^p phi(v) dv =: P_p, and by parts
 * P_p = (p - 1) P_{p-2} + s P_{p-1} - (r^{p-1} g(r) - l^{p-1} g(l)), g(u) = e^{kh} phi(u) at the knots and 0 at the infinite ends.
 *
 * <p>As h is continuous, the terms with g cancel in sums over all pieces wherever they have no factor that differs between the pieces.
 */
final class PiecewiseMoments extends Moments {

    private static final int MOST = 4;

    private final PiecewiseLinear profile;
    private final ForwardTime time;
    private final Expr x;
    /** (knot - a x)/sigma, and the normal density there. */
    private final Expr[] ends;
    private final Expr[] densities;
    private final Expr[][][] pieces;
    private final Expr[][] raw = new Expr[MOST + 1][MOST + 1];

    PiecewiseMoments(PiecewiseLinear profile, ForwardTime time, Expr x) {
        this.profile = profile;
        this.time = time;
        this.x = x;
        int knots = profile.knots().size();
        this.ends = new Expr[knots];
        this.densities = new Expr[knots];
        for (int i = 0; i < knots; i++) {
            ends[i] = Expr.of(profile.knots().get(i)).minus(x.times(time.signal())).over(time.noise());
            densities[i] = Gauss.density(ends[i]);
        }
        this.pieces = new Expr[MOST + 1][MOST + 1][knots + 1];
    }

    @Override
    Expr density() {
        return raw(0, 1);
    }

    @Override
    Expr moment(int p, int k) {
        return raw(p, k).over(density().pow(k));
    }

    @Override
    Expr slopeMoment(int p, int k) {
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < profile.pieces(); i++) {
            if (!profile.slope(i).isZero()) {
                terms.add(piece(0, k, i).times(Expr.of(profile.slope(i).pow(p))));
            }
        }
        return terms.isEmpty() ? Expr.ZERO : Expr.sum(terms).over(density().pow(k));
    }

    private Expr raw(int p, int k) {
        if (raw[p][k] == null) {
            var terms = new ArrayList<Expr>();
            for (int i = 0; i < profile.pieces(); i++) {
                terms.add(piece(p, k, i));
            }
            raw[p][k] = Expr.sum(terms);
        }
        return raw[p][k];
    }

    private Expr piece(int p, int k, int i) {
        if (pieces[p][k][i] == null) {
            pieces[p][k][i] = p == 0 ? mass(k, i) : byParts(p, k, i);
        }
        return pieces[p][k][i];
    }

    /** k alpha sigma. */
    private Expr shift(int k, int i) {
        return Expr.of(profile.slope(i).times(Rational.of(k))).times(time.noise());
    }

    private Expr mass(int k, int i) {
        var slope = profile.slope(i).times(Rational.of(k));
        var s = shift(k, i);
        // s^2/2 is rational, as sigma^2 is
        var constant = profile.intercept(i).times(Rational.of(k)).plus(slope.times(slope).times(time.variance()).over(Rational.TWO));
        var factor = x.times(Expr.of(slope.times(time.a()))).plus(Expr.of(constant)).exp();
        int knots = profile.knots().size();
        if (i == 0) {
            return factor.times(ends[0].minus(s).normalCdf());
        }
        if (i == knots) {
            return factor.times(ends[knots - 1].minus(s).normalTail());
        }
        return factor.times(ends[i].minus(s).normalCdf().minus(ends[i - 1].minus(s).normalCdf()));
    }

    private Expr byParts(int p, int k, int i) {
        var sum = shift(k, i).times(piece(p - 1, k, i));
        if (p > 1) {
            sum = sum.plus(piece(p - 2, k, i).times(p - 1L));
        }
        if (i < profile.knots().size()) {
            sum = sum.minus(boundary(p, k, i));
        }
        return i > 0 ? sum.plus(boundary(p, k, i - 1)) : sum;
    }

    /** u^{p-1} g(u) at a knot. */
    private Expr boundary(int p, int k, int knot) {
        return ends[knot].pow(p - 1).times(Expr.of(profile.values().get(knot).times(Rational.of(k))).exp()).times(densities[knot]);
    }
}
