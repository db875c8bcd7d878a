package org.apodix.enclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Taylor coefficients of y = log(exp(u_1) + ... + exp(u_n)) with the shares p_i = exp(u_i - y), which lie in [0, 1] and add up to 1.
 *
 * <p>y' = sum_i p_i u_i' and p_i' = p_i (u_i' - y'). Coefficients of t^(k-1):
 * k y_k = sum_i sum_{j=1..k} j u_{i,j} p_{i,k-j} and k p_{i,k} = sum_{j=1..k} j (u_{i,j} - y_j) p_{i,k-j}.
 *
 * <p>At order 0, p_i = exp(-log sum_l exp(u_l - u_i)) with the exact 0 for l = i: the range of this over independent u is sharp, since u_i stands in
 * every other term with the same sign; no share exceeds 1, so nothing overflows.
 */
final class JetLogSumExp<T> {

    private final Arithmetic<T> base;
    private final int order;

    JetLogSumExp(Arithmetic<T> base, int order) {
        this.base = base;
        this.order = order;
    }

    Jet<T> at(List<Jet<T>> terms) {
        List<T> values = terms.stream().map(u -> u.at(0)).toList();
        var y = new ArrayList<T>(List.of(base.logSumExp(values)));
        if (terms.stream().allMatch(Jet::isConstant)) {
            return new Jet<>(y.toArray());
        }
        var shares = new ArrayList<List<T>>();
        for (int i = 0; i < terms.size(); i++) {
            shares.add(new ArrayList<>(List.of(share(values, i))));
        }
        for (int k = 1; k <= order; k++) {
            T sum = null;
            for (int i = 0; i < terms.size(); i++) {
                for (int j = 1; j <= Math.min(k, terms.get(i).length() - 1); j++) {
                    T term = base.multiply(base.multiply(integer(j), terms.get(i).at(j)), shares.get(i).get(k - j));
                    sum = sum == null ? term : base.add(sum, term);
                }
            }
            y.add(sum == null ? integer(0) : base.divide(sum, integer(k)));
            for (int i = 0; i < terms.size(); i++) {
                shares.get(i).add(nextShare(terms.get(i), shares.get(i), y, k));
            }
        }
        return new Jet<>(y.toArray());
    }

    private T share(List<T> values, int i) {
        var differences = new ArrayList<T>();
        for (int l = 0; l < values.size(); l++) {
            differences.add(l == i ? integer(0) : base.subtract(values.get(l), values.get(i)));
        }
        return base.exp(base.negate(base.logSumExp(differences)));
    }

    private T nextShare(Jet<T> u, List<T> share, List<T> y, int k) {
        T sum = integer(0);
        for (int j = 1; j <= k; j++) {
            T slope = j < u.length() ? base.subtract(u.at(j), y.get(j)) : base.negate(y.get(j));
            sum = base.add(sum, base.multiply(base.multiply(integer(j), slope), share.get(k - j)));
        }
        return base.divide(sum, integer(k));
    }

    private T integer(int n) {
        return base.of(Rational.of(n));
    }
}
