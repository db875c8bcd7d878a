package org.apodix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncloseTest {

    private static JsonNode json(String... args) {
        var run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return Json.read(run.out(), "standard output");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1/3                        | 0.33333333333333333333...  = 1/3",
        "-2^2                       | -4",
        "1/4                        | 0.25  = 1/4",
        "sqrt(2)                    | 1.4142135623730950488...",
        "exp(-1/3)^2*pi             | 1.6129474493800275244...",
        "sqrt(interval(1/3, 2/5))   | [0.5773502691896257645, 0.6324555320336758664]",
        "abs(interval(-1, 2))       | [0, 2]",
        "sin(1)+cos(1)              | 1.3817732906760362240...",
        "sin(interval(1, 2))        | [0.84147098480789650665, 1]",
        "integral(exp(-x^2), x, -1, 1)       | 1.4936482656248540507...",
        "sup(x*(1-x), x, 0, 1)+1/12          | 0.33333333333333333333...",
        "inf(x*log(x), x, 1/10, 1)           | -0.36787944117144232159...",
        "integral(x*integral(y, y, 0, 1), x, 0, 1)-1/7 | 0.10714285714285714285...",
        "integral(exp(-x^2), x, interval(0, 1/10), 1)  | [0.64715646852209067514, 0.74715646852209067515]",
        "erfc(5)                    | 1.5374597944280348501...e-12",
        "normcdf(-2)                | 0.022750131948179207200...",
        "tanh(1/3)+expm1(1e-9)      | 0.32151273853163434521...",
        "cbrt(2)*log1p(1/7)         | 0.16823901238941306639...",
        "exp(exp(100))              | [1.8185852985697380078e5050445, inf]",
    })
    void theAnswerForPeople(String expression, String answer) {
        var run = Run.of("enclose", expression);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(answer + "\n");
    }

    @Test
    void anExpressionIsAnArrayOfOneAnswer() {
        assertThat(json("enclose", "-5/4", "--json").toString())
            .isEqualTo("[{\"expression\":\"-5/4\",\"lo\":\"-1.25\",\"hi\":\"-1.25\",\"exact\":\"-5/4\"}]");
        assertThat(json("enclose", "--json", "interval(1, 2)").toString())
            .isEqualTo("[{\"expression\":\"interval(1, 2)\",\"lo\":\"1\",\"hi\":\"2\",\"digits\":0}]");
    }

    @ParameterizedTest
    @CsvSource({"1", "20", "137", "1000"})
    void digitsAreReached(int digits) {
        var answer = json("enclose", "sqrt(2)-1", "--json", "--digits", "" + digits).get(0);

        var lo = new BigDecimal(answer.get("lo").textValue());
        var hi = new BigDecimal(answer.get("hi").textValue());
        assertThat(hi.subtract(lo)).isLessThanOrEqualTo(lo.movePointLeft(digits));
        assertThat(answer.has("digits")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1/0                  | the expression \"1/0\" is not proved to be defined: division by [0, 0] (keep to",
        "log(-1)              | logarithm of [-1, -1]",
        "log(interval(-1,2))  | logarithm of [-1, 2]",
        "1/(sqrt(2)^2-2)      | division by [-",
        "1+                   | the expression \"1+\" at position 3: the end stands where",
        "``                   | the expression is empty",
        "--frob               | Unknown option: '--frob'; see ./apodix enclose --help",
        "-x                   | the name \"x\" is unknown",
        "log1p(-1)            | logarithm of one plus [-1, -1]",
        "integral(log(x), x, 0, 1)     | is not proved to be defined: integrand on [0,",
        "integral(x*y, x, 0, 1)        | the name \"y\" is unknown",
        "integral(integral(x*y, x, 0, 1), y, 0, 1) | iterated integrals are not built yet",
        "integral(x, 2, 0, 1)          | integral needs a variable as its second argument",
    })
    void whatHasNoValueIsBadInput(String expression, String message) {
        for (var args : new String[][] {{"enclose", expression}, {"enclose", expression, "--json"}}) {
            var run = Run.of(args);

            assertThat(run.err()).startsWith("apodix: ").contains(message).endsWith("\n").hasLineCount(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.exit()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "enclose                     | no expression given; write ./apodix enclose \"sqrt(2)\", or --stdin",
        "enclose 1 + 2               | 3 expressions given; put the one expression in quotes",
        "enclose 1 --stdin           | --stdin reads the expressions from standard input; leave out \"1\"",
        "enclose 1 --digits 0        | --digits is 0; it must be an integer from 1 to 1000",
        "enclose 1 --engine abacus   | --engine \"abacus\" is unknown; the engines are dyadic, apfloat and both",
    })
    void wrongUsage(String args, String message) {
        var run = Run.of(args.split(" "));

        assertThat(run.err()).startsWith("apodix: ").contains(message).hasLineCount(1);
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void everyLineIsAnsweredInOrder() {
        var input = "1/3\n1/0\n\n2x\r\nsqrt(4)\n";

        var lines = Run.of(Catalogue.load(), input, "enclose", "--stdin");
        var answers = Run.of(Catalogue.load(), input, "enclose", "--stdin", "--json");

        assertThat(lines.exit()).isZero();
        assertThat(lines.out().lines()).hasSize(5).element(0).isEqualTo("0.33333333333333333333...  = 1/3");
        assertThat(lines.out().lines().toList().get(1)).startsWith("error: the expression \"1/0\" is not proved to be defined: division by [0, 0]");
        assertThat(lines.out().lines().toList().get(2)).startsWith("error: the expression is empty");
        assertThat(lines.out().lines().toList().get(4)).isEqualTo("2");
        var array = Json.read(answers.out(), "standard output");
        assertThat(answers.exit()).isZero();
        assertThat(array).hasSize(5);
        assertThat(array.get(1).fieldNames()).toIterable().containsExactly("expression", "error");
        assertThat(array.get(3).get("expression").textValue()).isEqualTo("2x");
        assertThat(array.get(4).get("exact").textValue()).isEqualTo("2");
    }

    @Test
    void noLineIsNoAnswer() {
        assertThat(Run.of(Catalogue.load(), "", "enclose", "--stdin").out()).isEmpty();
        assertThat(Run.of(Catalogue.load(), "", "enclose", "--stdin", "--json").out()).isEqualTo("[ ]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apfloat", "both"})
    void theOtherEnginesSayTheSame(String engine) {
        for (var expression : new String[] {"exp(-1/3)^2*pi", "sqrt(2)", "log(10)", "1/7", "sqrt(interval(1/3, 2/5))",
            "sin(interval(1, 2))", "erfc(5)", "tanh(1/2)", "normcdf(-10)", "cbrt(-2)", "expm1(1e-9)", "log1p(-1/3)", "atan(7)", "erf(1/3)", "cos(22)"}) {
            assertThat(Run.of("enclose", expression, "--engine", engine).out()).isEqualTo(Run.of("enclose", expression).out());
        }
    }

    @Test
    void thousandsOfLinesTakeSeconds() {
        var input = IntStream.range(0, 2_000).mapToObj(i -> "exp(-" + i + "/7)*sqrt(" + i + ")+log(1+" + i + ")/pi")
            .collect(Collectors.joining("\n"));

        var run = Run.of(Catalogue.load(), input, "enclose", "--stdin");

        assertThat(run.out().lines()).hasSize(2_000).noneMatch(line -> line.startsWith("error"));
    }

    /** Numbers at the ends of the range steer the search for an integral or a maximum; they must not end it. */
    @ParameterizedTest
    @ValueSource(strings = {"integral(exp(-10^9*x),x,1,2)", "sup(exp(-10^9*x),x,1,2)", "sup(x*exp(-2*10^7*x),x,1,2)"})
    void tinyValuesAreEnclosed(String expression) {
        var run = Run.of("enclose", expression, "--json");

        assertThat(run.exit()).isZero();
        var value = Json.read(run.out(), "standard output").get(0);
        assertThat(value.get("lo").textValue()).isEqualTo("0");
        assertThat(value.get("hi").textValue()).contains("e-");
    }
}
