package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private static final Quantity<Rational> A = Quantity.of("a", "a", "the model", Expr::of);
    private static final Quantity<Rational> H = Quantity.of("h_T", "H_{T+h}", "a constant", m -> Expr.PI);
    private static final Quantity<Rational> S = Quantity.of("sum", "\\sum_j I_j", "a sum", m -> Expr.TWO);

    @Test
    void typesetsWithTheBracketsThatAreNeeded() {
        assertThat(A.minus(H.minus(A)).tex()).isEqualTo("a - \\left(H_{T+h} - a\\right)");
        assertThat(A.plus(H).times(A).tex()).isEqualTo("\\left(a + H_{T+h}\\right)\\,a");
        assertThat(A.plus(H).over(A.minus(H)).tex()).isEqualTo("\\frac{a + H_{T+h}}{a - H_{T+h}}");
        assertThat(A.plus(H).squared().tex()).isEqualTo("\\left(a + H_{T+h}\\right)^2");
        assertThat(H.scaled(-1, 2).tex()).isEqualTo("\\left(-\\tfrac{1}{2}\\right)\\,H_{T+h}");
        assertThat(A.times(S).tex()).isEqualTo("a\\,\\sum_j I_j");
        assertThat(S.squared().tex()).isEqualTo("\\left(\\sum_j I_j\\right)^2");
        var ratio = Quantity.<Rational>of("ratio", "\\tfrac a\\sigma", "a symbol that is a fraction", m -> Expr.PI);
        assertThat(ratio.squared().tex()).isEqualTo("\\left(\\tfrac a\\sigma\\right)^2");
        assertThat(ratio.times(A).tex()).isEqualTo("\\tfrac a\\sigma\\,a");
        var log = Formula.logSumExp(List.of(A, A.minus(H)));
        assertThat(log.scaled(2, 1).tex()).isEqualTo("2\\,\\log\\left(e^{a} + e^{a - H_{T+h}}\\right)");
        assertThat(log.squared().tex()).isEqualTo("\\left(\\log\\left(e^{a} + e^{a - H_{T+h}}\\right)\\right)^2");
        var sum = Quantity.<Rational>of("drop", "H_0-H_{T+h}", "a symbol that is a sum", m -> Expr.PI);
        assertThat(sum.scaled(1, 2).tex()).isEqualTo("\\tfrac{1}{2}\\,\\left(H_0-H_{T+h}\\right)");
        assertThat(A.minus(sum).tex()).isEqualTo("a - \\left(H_0-H_{T+h}\\right)");
        assertThat(A.plus(sum).tex()).isEqualTo("a + H_0-H_{T+h}");
    }

    @Test
    void theNamedFormIsWhatIsComputed() {
        var formula = A.scaled(3, 2).minus(A.squared()).over(A.plus(Formula.number(1)));
        assertThat(formula.canonical()).isEqualTo("(over (minus (times 3/2 a) (squared a)) (plus a 1))");
        assertThat(formula.in(Rational.of(1, 2)).label()).isEqualTo("1/3");
        assertThat(Formula.logSumExp(List.of(A, H)).canonical()).isEqualTo("(log_sum_exp a h_T)");
        assertThat(Formula.logSumExp(List.of(A)).in(Rational.of(1, 2)).label()).isEqualTo("1/2");
        assertThat(Formula.logSumExp(List.of(A, H)).in(Rational.of(1, 2)).label()).isEqualTo("log_sum_exp");
        assertThatThrownBy(() -> Formula.logSumExp(List.of())).hasMessageContaining("give one term or more");
        assertThat(formula.quantities()).containsExactly(A, A, A);
    }

    @Test
    void fingerprintsTellTreesApartAndDoNotSeeSharing() {
        var shared = Expr.PI.exp();
        var once = shared.times(shared);
        var twice = Expr.PI.exp().times(Expr.PI.exp());
        assertThat(Fingerprint.of(once)).isEqualTo(Fingerprint.of(twice));
        assertThat(Fingerprint.of(Expr.PI.minus(Expr.ONE))).isNotEqualTo(Fingerprint.of(Expr.ONE.minus(Expr.PI)));
        assertThat(Fingerprint.of(Expr.PI.pow(2))).isNotEqualTo(Fingerprint.of(Expr.PI.pow(3)));
    }
}
