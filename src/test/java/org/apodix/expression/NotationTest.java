package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apodix.enclosure.Arithmetic;
import org.apodix.enclosure.Decimals;
import org.apodix.enclosure.DyadicArithmetic;
import org.apodix.enclosure.DyadicInterval;
import org.apodix.enclosure.Rational;
import org.apodix.enclosure.UndefinedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

    private static final Arithmetic<DyadicInterval> DYADIC = new DyadicArithmetic(128);

    private static Rational exact(String text) {
        return Tape.of(List.of(Notation.parse(text))).exact(10_000_000).get(0);
    }

    private static DyadicInterval enclosed(String text) {
        return Tape.of(List.of(Notation.parse(text))).evaluate(DYADIC).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1+2*3         | 7",
        "(1+2)*3       | 9",
        "8-4-2         | 2",
        "8/4/2         | 1",
        "8/4*2         | 4",
        "1/3           | 1/3",
        "-2^2          | -4",
        "(-2)^2        | 4",
        "2^3^2         | 512",
        "2^-1          | 1/2",
        "2^-2^2        | 1/16",
        "2^(1+1)       | 4",
        "2^+3          | 8",
        "3*2^2         | 12",
        "2*-3          | -6",
        "--2           | 2",
        "-+-2          | 2",
        "1 - -1        | 2",
        "1.25          | 5/4",
        "1e-6          | 1/1000000",
        "2.5E+3        | 2500",
        "0^0           | 1",
        "min(1, 2)     | 1",
        "max(1/2, 1/3) | 1/2",
        "abs(-3)       | 3",
        "relu(-3)      | 0",
        "relu(3)       | 3",
        "logsumexp(1/3) | 1/3",
        "sqrt(4/9)     | 2/3",
        "exp(0)        | 1",
        "log(1)        | 0",
        "cbrt(-8/27)   | -2/3",
        "sin(0)+cos(0)+tanh(0)+atan(0)+erf(0)+erfc(0)+expm1(0)+log1p(0) | 2",
        "  ( 1 ) +  1  | 2",
        "interval(1/2, 0.5) | 1/2",
    })
    void valuesAreExact(String text, String value) {
        assertThat(exact(text)).isEqualTo(Rational.parse(value));
    }

    @Test
    void aSetHasAnEnclosureAndNoExactValue() {
        assertThat(exact("interval(1/3, 2/5)")).isNull();
        assertThat(enclosed("interval(1/3, 2/5)^2").contains(Rational.of(4, 25))).isTrue();
        assertThat(Decimals.lower(enclosed("interval(-1, 2)^2"), 3)).isEqualTo("0");
        assertThat(Decimals.upper(enclosed("interval(1, 2) - interval(1, 2)"), 3)).isEqualTo("1");
        assertThat(exact("0 * interval(1, 2)")).isEqualTo(Rational.ZERO);
    }

    @Test
    void piIsEnclosed() {
        assertThat(Decimals.certified(enclosed("2*pi"), 10)).isEqualTo("6.283185307...");
    }

    @Test
    void logSumExpTakesAnyNumberOfArguments() {
        assertThat(enclosed("logsumexp(0, 0, 0, 0)/log(2)").contains(Rational.TWO)).isTrue();
        assertThat(enclosed("logsumexp(log(2), log(3), 0) - log(6)").containsZero()).isTrue();
        assertThat(enclosed("logsumexp(-1000000, 1000000)").contains(Rational.of(1_000_000))).isTrue();
        assertThat(exact("logsumexp(0, 0)")).isNull();
        assertThat(Fingerprint.of(Notation.parse("logsumexp(0, 1)"))).isNotEqualTo(Fingerprint.of(Notation.parse("logsumexp(1, 0)")));
        assertThat(enclosed("integral(logsumexp(x, -x) - abs(x), x, 0, 40)").overlaps(enclosed("integral(log1p(exp(-2*x)), x, 0, 40)"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1/0               | division by [0, 0]",
        "0^-2              | division by [0, 0]",
        "(1-1)^-2          | division by [0, 0]",
        "log(-1)^0         | logarithm of [-1, -1]",
        "0*log(-1)         | logarithm of [-1, -1]",
        "sqrt(-1)          | square root of [-1, -1]",
        "log1p(-1)         | logarithm of one plus [-1, -1]",
        "1/interval(-1, 1) | division by [-1, 1]",
        "interval(-1, 1)^-1 | negative power of [-1, 1]",
    })
    void whatIsUndefinedIsReadAndFoundWhenEnclosing(String text, String operation) {
        var expression = Notation.parse(text);

        assertThatThrownBy(() -> Tape.of(List.of(expression)).evaluate(DYADIC)).isInstanceOf(UndefinedException.class).hasMessage(operation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "2x            | at position 2: \"x\" stands where an operator + - * / ^ must stand (2*x, not 2x",
        "1+*2          | at position 3: \"*\" stands where a number, a name or ( must stand",
        "1+            | at position 3: the end stands where a number",
        "(1            | at position 3: the end stands where an operator, a comma or ) must stand",
        "1)            | at position 2: \")\" stands where an operator",
        ".5            | at position 1: \".\" stands where a number",
        "1.x           | at position 3: \"x\" stands where a digit after the point must stand",
        "x             | at position 1: the name \"x\" is unknown (the names are pi, abs,",
        "sin           | at position 4: the end stands where ( after sin must stand",
        "foo(1)        | the name \"foo\" is unknown",
        "exp()         | at position 5: \")\" stands where a number",
        "exp(1, 2)     | exp takes 1 argument, not 2 (write exp(x))",
        "logsumexp()   | at position 11: \")\" stands where a number",
        "logsumexp     | at position 10: the end stands where ( after logsumexp must stand",
        "integral(1, logsumexp, 0, 1) | integral needs a variable as its second argument",
        "min(1)        | min takes 2 arguments, not 1 (write min(x, y))",
        "2^0.5         | an exponent is an integer constant (write sqrt(x)",
        "2^pi          | an exponent is an integer constant",
        "2^interval(1, 2) | an exponent is an integer constant",
        "2^1000001     | an exponent is at most 1000000 in size",
        "2^9^9^9       | an exponent is",
        "interval(2, 1) | an interval has its lower end first (swap the ends)",
        "interval(pi, 4) | the ends of an interval are exact numbers",
        "integral(1, 2, 0, 1) | integral needs a variable as its second argument (write integral(f, x, a, b))",
        "sup(pi, pi, 0, 1) | sup needs a variable as its second argument",
        "1e99999       | has a power of ten beyond 10000",
        "1×2           | \"×\" stands where an operator",
        "1/3;          | \";\" stands where",
    })
    void errorsNameThePlaceTheRuleAndTheWayOut(String text, String message) {
        assertThatThrownBy(() -> Notation.parse(text)).isInstanceOf(NotationException.class).hasMessageContaining(message)
            .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void limitsEndAsMessages() {
        var deep = "(".repeat(101) + "1" + ")".repeat(101);
        var tower = "1" + "^1".repeat(101);
        var functions = "abs(".repeat(1900) + "1" + ")".repeat(1900);

        for (var text : List.of(deep, tower, functions, "(".repeat(9_999), "-(".repeat(4_999))) {
            assertThatThrownBy(() -> Notation.parse(text)).isInstanceOf(NotationException.class).hasMessageContaining("at most 100 deep");
        }
        assertThatThrownBy(() -> Notation.parse("1".repeat(10_001))).hasMessageContaining("more than the 10000 allowed: split it");
        assertThatThrownBy(() -> Notation.parse(" ")).hasMessageContaining("the expression is empty");
        assertThatThrownBy(() -> Notation.parse("1\n2")).satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
        assertThat(exact("(".repeat(100) + "1" + ")".repeat(100))).isEqualTo(Rational.ONE);
    }

    @Test
    void longFlatExpressionsAreFine() {
        assertThat(exact("1" + "+1".repeat(4_999))).isEqualTo(Rational.of(5_000));
        assertThat(exact("-".repeat(9_998) + "1")).isEqualTo(Rational.ONE);
        assertThat(enclosed("pi" + "+pi".repeat(3_000)).isBounded()).isTrue();
    }

    @Test
    void hugePowersAreAnsweredAtOnce() {
        assertThat(enclosed("1e10000^1000000").upper().isInfinite()).isTrue();
        assertThat(enclosed("1e-10000^1000000").lower().signum()).isZero();
    }

    @Test
    void aRangeIsNotEmpty() {
        assertThatThrownBy(() -> Expr.between(Rational.ONE, Rational.ZERO)).hasMessageContaining("give the lower end first");
        assertThat(Expr.between(Rational.ONE, Rational.ONE)).isInstanceOf(Constant.class);
        assertThat(Expr.between(Rational.ZERO, Rational.ONE).label()).isEqualTo("range 0 1");
    }
}
