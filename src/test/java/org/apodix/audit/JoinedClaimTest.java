package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.apodix.expression.Formula;
import org.apodix.expression.Quantity;
import org.apodix.expression.Variable;
import org.apodix.proof.Domain;
import org.junit.jupiter.api.Test;

class JoinedClaimTest {

    private static final Provenance OURS = Provenance.derived("", "two kinds of models");
    private static final Variable X = new Variable("x");

    private record Slope(Rational value) { }

    private record Point(Rational value) { }

    private static final Quantity<Slope> LINE = Quantity.of("line", "ax", "a line", slope -> Expr.of(slope.value).times(X));
    private static final Quantity<Slope> SLOPE = Quantity.of("slope", "a", "its slope", slope -> Expr.of(slope.value));
    private static final Quantity<Point> SQUARE = Quantity.of("square", "x^2", "a square", point -> Expr.of(point.value).square());

    private static Claim<Slope> lines() {
        return Claim.of("toy", "C1", "lines", Slope.class, OURS)
            .given(Hypothesis.exactly("the slope is not negative", slope -> slope.value.signum() >= 0))
            .atMost("bound", "a line rises", LINE, SLOPE).everywhere("x\\in[0,1]", slope -> Domain.interval(X, Rational.ZERO, Rational.ONE))
            .ownTooth("half", "by half", LINE, SLOPE.scaled(1, 2), new Slope(Rational.ONE))
            .toothEverywhere("x\\in[0,1]", slope -> Domain.interval(X, Rational.ZERO, Rational.ONE))
            .on(draw -> new Slope(draw.rational(0, 3, 4)), List.of(new Edge<>("steep", new Slope(Rational.of(100)))));
    }

    private static Claim<Point> points() {
        return Claim.of("toy", "C1", "points", Point.class, OURS).restsOn("C0")
            .atMost("bound", "a square is not negative", Formula.number(0), SQUARE).attainedWhen(point -> point.value.isZero())
            .ownTooth("half", "nor small", Formula.number(1), SQUARE, new Point(Rational.of(1, 2)))
            .on(draw -> new Point(draw.rational(-3, 3, 4)), List.of(new Edge<>("zero", new Point(Rational.ZERO))));
    }

    private final Claim<Object> joined = lines().and(points(), "-at-points", "both", OURS);
    private final Judge judge = new Judge(Ladder.ofDigits(60));

    @Test
    void everyStatementSpeaksOfItsOwnModels() {
        assertThat(joined.name()).isEqualTo("toy/C1");
        assertThat(joined.restsOn()).containsExactly("C0");
        assertThat(joined.statements()).extracting(Statement::part).containsExactly("bound", "bound-at-points");
        assertThat(judge.judge(joined, new Slope(Rational.TWO))).singleElement().satisfies(j -> {
            assertThat(j.statement().part()).isEqualTo("bound");
            assertThat(j.verdict()).isEqualTo(Verdict.PROVED);
        });
        assertThat(judge.judge(joined, new Point(Rational.ZERO))).singleElement().satisfies(j -> {
            assertThat(j.statement().part()).isEqualTo("bound-at-points");
            assertThat(j.verdict()).isEqualTo(Verdict.VERIFIED);
        });
        assertThat(judge.judge(joined, "another model")).isEmpty();
    }

    @Test
    void hypothesesTeethAndEdgesComeAlong() {
        assertThat(judge.judge(joined, new Slope(Rational.of(-1)))).extracting(Judgement::verdict).containsExactly(Verdict.VACUOUS);
        assertThat(joined.teeth()).extracting(Tooth::id).containsExactly("half", "half-at-points");
        assertThat(joined.teeth()).allSatisfy(tooth -> assertThat(judge.bite(tooth).verdict()).isEqualTo(Verdict.REFUTED));
        assertThat(joined.instance(1, 0).model()).isEqualTo(new Slope(Rational.of(100)));
        assertThat(joined.instance(1, 1).model()).isEqualTo(new Point(Rational.ZERO));
        assertThat(java.util.stream.IntStream.range(2, 40).mapToObj(k -> joined.instance(1, k).model().getClass()).distinct()).hasSize(2);
        assertThat(joined.fingerprint()).hasSize(64);
    }

    @Test
    void anEdgeOfBothIsTriedOnce() {
        var both = points().and(points(), "-again", "twice", OURS);
        assertThat(both.edges()).extracting(Edge::model).containsExactly(new Point(Rational.ZERO));
        assertThat(judge.judge(both, both.instance(1, 0).model())).extracting(j -> j.statement().part()).containsExactly("bound", "bound-again");
    }

    @Test
    void partsNeedNamesOfTheirOwn() {
        assertThatThrownBy(() -> joined.and(points(), "-at-points", "thrice", OURS)).hasMessageContaining("bound-at-points");
    }
}
