package org.apodix.theorems.ratiosignrelu;

import static org.apodix.expression.Formula.number;

import java.util.List;
import java.util.function.Function;
import org.apodix.audit.Claim;
import org.apodix.audit.Edge;
import org.apodix.audit.Provenance;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Quantity;

/** R20: what learning from samples over a finite class costs. */
final class RegressionClaims {

    private static final Rational DELTA = Rational.of(1, 10);

    private static final Quantity<Regression> BEST = constant("R0", "R_0", "$\\min_hR_h$", Regression::best);
    private static final Quantity<Regression> EXPECTED = constant("E_excess", "E\\,R_{\\hat h}", "exact multinomial sum, ties to the largest $R_h$",
        Regression::expectedRisk);
    private static final Quantity<Regression> BOUND = Quantity.of("bound", "2R_0+\\tfrac{40}3\\tfrac{B^2\\ln N}m", "", m -> m.threshold(2, Rational.ONE));
    private static final Quantity<Regression> TAIL = constant("tail", "P\\big(R_{\\hat h}>3R_0+\\tfrac{40}3\\tfrac{B^2}m\\ln\\tfrac N{\\delta^2}\\big)",
        "$\\delta=\\frac1{10}$, with a rational just below the threshold", m -> m.tail(DELTA));
    private static final Quantity<Regression> SHORT = Quantity.of("bound_half", "2R_0+\\tfrac12\\tfrac{B^2\\ln N}m", "",
        m -> Expr.of(m.best().times(Rational.TWO)).plus(Expr.of(m.hypotheses().size()).log().times(Expr.of(m.bound().pow(2)
            .over(Rational.of(2L * m.samples()))))));
    private static final Quantity<Regression> SLIGHTLY_MORE = constant("tail_of_R0", "P(R_{\\hat h}>R_0)", "", m -> m.probability(risk -> risk.compareTo(m.best()) > 0));

    private static final Quantity<Regression> FAR_FROM_BEST = constant("tail_of_3R0", "P(R_{\\hat h}>3R_0)", "", m ->
        m.probability(risk -> risk.compareTo(m.best().times(Rational.of(3))) > 0));

    private RegressionClaims() { }

    static List<Quantity<Regression>> printed() {
        return List.of(BEST, EXPECTED, BOUND);
    }

    static Claim<Regression> regression() {
        return Claim.of(RatioSignRelu.ID, "R20", "estimation error of least squares over a finite class", Regression.class, Provenance.derived(
                "an estimation term for the sampled objective", "a classical technique with explicit constants; on laws of (X, Y) with finitely many values "
                    + "the left side is summed exactly"))
            .atMost("", "in expectation", EXPECTED, BOUND)
            .atMost("tail", "except with probability 2/10", TAIL, number(2, 10))
            .atMost("best", "no choice is better than the best", BEST, EXPECTED)
            .tooth("T15", "the constant 1/2 in place of 40/3", EXPECTED, SHORT, coin())
            .ownTooth("tail-best", "the best hypothesis is found except with probability 1/10", SLIGHTLY_MORE, number(1, 10), coin())
            .ownTooth("tail", "without the logarithm: R exceeds 3 R_0 with probability 2/10 at most", FAR_FROM_BEST, number(2, 10), few())
            .ownTooth("best", "the best hypothesis is always found", EXPECTED, BEST, coin())
            .on(Regression::draw, List.of(
                new Edge<>("a fair coin, h = 0 or 6/25", coin()),
                new Edge<>("500 samples, h = 0 or 2/5: the tail is not empty", many()),
                new Edge<>("two inputs, twelve hypotheses", reference()),
                new Edge<>("one hypothesis", regression(List.of(List.of("0", "-1", "1/2"), List.of("0", "1", "1/2")), List.of(List.of("1/2")), 3)),
                new Edge<>("two equal hypotheses: always a tie", regression(List.of(List.of("0", "-1", "1/3"), List.of("0", "1", "2/3")),
                    List.of(List.of("1/2"), List.of("1/2")), 5)),
                new Edge<>("one sample", regression(List.of(List.of("0", "-1", "1/3"), List.of("0", "1", "2/3")), List.of(List.of("-1"), List.of("1")), 1))));
    }

    private static Regression coin() {
        return regression(List.of(List.of("0", "-1", "1/2"), List.of("0", "1", "1/2")), List.of(List.of("0"), List.of("6/25")), 100);
    }

    /** The coin with 20 samples, of which 12 heads are enough for the wrong choice. */
    private static Regression few() {
        return regression(List.of(List.of("0", "-1", "1/2"), List.of("0", "1", "1/2")), List.of(List.of("0"), List.of("6/25")), 20);
    }

    /** R_h = 4/25 exceeds 3 R_0 + (40/3) log(200)/500 = 0.1413: the left side of the tail bound is the probability of that choice. */
    private static Regression many() {
        return regression(List.of(List.of("0", "-1", "1/2"), List.of("0", "1", "1/2")), List.of(List.of("0"), List.of("2/5")), 500);
    }

    private static Regression reference() {
        var hypotheses = new java.util.ArrayList<List<String>>();
        for (var first : List.of("-1/2", "0", "1/2")) {
            for (var second : List.of("-1", "0", "1/2", "1")) {
                hypotheses.add(List.of(first, second));
            }
        }
        return regression(List.of(List.of("0", "-1", "1/4"), List.of("0", "1", "1/4"), List.of("1", "-1", "1/10"), List.of("1", "1", "2/5")), hypotheses, 20);
    }

    private static Regression regression(List<List<String>> cells, List<List<String>> hypotheses, int samples) {
        Function<List<List<String>>, List<List<Rational>>> parse = rows -> rows.stream().map(row -> row.stream().map(Rational::parse).toList()).toList();
        return new Regression(parse.apply(cells), parse.apply(hypotheses), samples);
    }

    private static Quantity<Regression> constant(String name, String tex, String meaning, Function<Regression, Rational> value) {
        return Quantity.of(name, tex, meaning, m -> Expr.of(value.apply(m)));
    }
}
