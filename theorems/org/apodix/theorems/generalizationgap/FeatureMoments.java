package org.apodix.theorems.generalizationgap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.MatrixExpr;

/**
 * G and B of the training problem of a law, in closed form (generalization-gap G1), and their second moments over one sample point.
 *
 * <p>Phi(w, u, b) = e^{ib} chi(w) E_T(-|w|^2/2 + iu); G_ij = Re[Phi of the differences + Phi of the sums]/(2m), B_j = -w_j Im Phi_j / sqrt(m).
 */
final class FeatureMoments {

    private final List<Feature> features;
    private final Law law;
    private final Rational horizon;
    private final Map<List<Rational>, ComplexExpr> characteristics = new HashMap<>();
    private final MatrixExpr gram;
    private final MatrixExpr linear;

    FeatureMoments(List<Feature> features, Law law, Rational horizon) {
        this.features = features;
        this.law = law;
        this.horizon = horizon;
        this.gram = gramMatrix();
        this.linear = linearTerm();
    }

    /** G, m x m. */
    MatrixExpr gram() {
        return gram;
    }

    /** B, d x m. */
    MatrixExpr linear() {
        return linear;
    }

    private MatrixExpr gramMatrix() {
        int m = features.size();
        var entries = new Expr[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                var difference = phi(combined(i, j, -1), phase(i, j, -1), speed(i, j, -1));
                var sum = phi(combined(i, j, 1), phase(i, j, 1), speed(i, j, 1));
                entries[i * m + j] = difference.re().plus(sum.re()).over(2L * m);
                entries[j * m + i] = entries[i * m + j];
            }
        }
        return MatrixExpr.of(m, m, List.of(entries));
    }

    private MatrixExpr linearTerm() {
        int m = features.size();
        var columns = new ArrayList<Expr>();
        for (var feature : features) {
            columns.add(feature.squaredLength().isZero() ? Expr.ZERO
                : phi(feature.w(), feature.b(), feature.u()).im().over(Expr.of(m).sqrt()));
        }
        var entries = new ArrayList<Expr>();
        for (int k = 0; k < law.dimension(); k++) {
            for (int j = 0; j < m; j++) {
                var w = features.get(j).w().get(k);
                entries.add(w.isZero() ? Expr.ZERO : columns.get(j).times(Expr.of(w.negate())));
            }
        }
        return MatrixExpr.of(law.dimension(), m, entries);
    }

    /** E|B(X_0)|^2 = sum_j |w_j|^2 (|E_j|^2 - Re[chi(2 w_j) e^{2ib_j} E_j^2])/(2m). */
    Expr linearSecondMoment() {
        var terms = new ArrayList<Expr>();
        for (var feature : features) {
            var e = timeIntegral(feature.w(), feature.u());
            var twice = feature.w().stream().map(x -> x.times(Rational.TWO)).toList();
            var turned = characteristic(twice).times(ComplexExpr.unit(feature.b().times(2))).times(e.times(e));
            terms.add(e.squaredModulus().minus(turned.re()).times(Expr.of(feature.squaredLength())));
        }
        return Expr.sum(terms).over(2L * features.size());
    }

    /** E|G(X_0)|^2, entry by entry as in G1 with P = e^{i(b_i-b_j)} E_T(differences), R = e^{i(b_i+b_j)} E_T(sums). */
    Expr gramSecondMoment() {
        int m = features.size();
        var terms = new ArrayList<Expr>();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                var minus = combined(i, j, -1);
                var plus = combined(i, j, 1);
                var p = ComplexExpr.unit(phase(i, j, -1)).times(timeIntegral(minus, speed(i, j, -1)));
                var r = ComplexExpr.unit(phase(i, j, 1)).times(timeIntegral(plus, speed(i, j, 1)));
                var squares = p.squaredModulus().plus(r.squaredModulus())
                    .plus(characteristic(added(minus, minus, 1)).times(p.times(p)).re())
                    .plus(characteristic(added(plus, plus, 1)).times(r.times(r)).re()).over(2);
                var mixed = characteristic(added(minus, plus, 1)).times(p.times(r)).re()
                    .plus(characteristic(added(minus, plus, -1)).times(p.times(r.conjugate())).re());
                terms.add(squares.plus(mixed));
            }
        }
        return Expr.sum(terms).over(4L * m * m);
    }

    private ComplexExpr phi(List<Rational> w, Expr b, Rational u) {
        return ComplexExpr.unit(b).times(characteristic(w)).times(timeIntegral(w, u));
    }

    private ComplexExpr characteristic(List<Rational> omega) {
        return characteristics.computeIfAbsent(omega, law::characteristic);
    }

    private ComplexExpr timeIntegral(List<Rational> w, Rational u) {
        return ComplexExpr.timeIntegral(Simple.dot(w, w).over(Rational.of(-2)), u, horizon);
    }

    private List<Rational> combined(int i, int j, int sign) {
        return added(features.get(i).w(), features.get(j).w(), sign);
    }

    private static List<Rational> added(List<Rational> a, List<Rational> b, int sign) {
        var sum = new ArrayList<Rational>();
        for (int k = 0; k < a.size(); k++) {
            sum.add(a.get(k).plus(b.get(k).times(Rational.of(sign))));
        }
        return sum;
    }

    /** b_i - b_j is exactly 0 where they are the same. */
    private Expr phase(int i, int j, int sign) {
        if (sign < 0 && features.get(i).b() == features.get(j).b()) {
            return Expr.ZERO;
        }
        return sign < 0 ? features.get(i).b().minus(features.get(j).b()) : features.get(i).b().plus(features.get(j).b());
    }

    private Rational speed(int i, int j, int sign) {
        return features.get(i).u().plus(features.get(j).u().times(Rational.of(sign)));
    }
}
