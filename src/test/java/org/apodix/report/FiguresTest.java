package org.apodix.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apodix.audit.figure.Axis;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Figure.Heading;
import org.apodix.audit.figure.Picture;
import org.apodix.audit.figure.Plot;
import org.apodix.expression.Expr;
import org.apodix.report.figure.FigureView;
import org.apodix.report.figure.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class FiguresTest {

    private static final FigureView POWERS = Figures.view("toy", ToyFigures.POWERS);
    private static final FigureView WIDE = Figures.view("toy", ToyFigures.WIDE);
    private static final FigureView TERMS = Figures.view("toy", ToyFigures.TERMS);
    private static final FigureView SIZES = Figures.view("toy", ToyFigures.SIZES);

    private static List<String> rows(FigureView figure) {
        return figure.csv().lines().toList();
    }

    private static List<String> groups(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
    }

    private static Plot plot(Axis x, Axis y, Curve... curves) {
        return Plot.of(Heading.of("plot", "A plot", "Some points."), x, y, List.of(curves));
    }

    private static FigureView view(Figure figure) {
        return Figures.view("toy", figure);
    }

    @Test
    void drawingsAreWellFormedAndSpeakToThoseWhoDoNotSeeThem() throws Exception {
        for (var figure : List.of(POWERS, WIDE, TERMS)) {
            var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(figure.svg()))).getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            var title = (org.w3c.dom.Element) root.getElementsByTagName("title").item(0);
            var words = (org.w3c.dom.Element) root.getElementsByTagName("desc").item(0);
            assertThat(root.getAttribute("aria-labelledby")).isEqualTo(title.getAttribute("id") + " " + words.getAttribute("id"));
            assertThat(title.getTextContent()).isNotBlank();
            assertThat(words.getTextContent()).hasSizeGreaterThan(60).doesNotContain("$", "\\");
        }
        assertThat(POWERS.svg()).contains("value \u03c3\u00b2, logarithmic", "from about 0.25 at 0.5 to about 16 at 4").doesNotContain("<script");
    }

    @Test
    void aPowerLawIsAStraightLineOnLogarithmicAxes() {
        var points = groups(POWERS.svg(), "<polyline points=\"([^\"]+)\"").get(0).split("[ ,]");
        assertThat(points).hasSize(8);
        for (int i = 0; i + 4 < points.length; i += 2) {
            var slope = new BigDecimal(points[i + 3]).subtract(new BigDecimal(points[i + 1])).doubleValue()
                / new BigDecimal(points[i + 2]).subtract(new BigDecimal(points[i])).doubleValue();
            var next = new BigDecimal(points[i + 5]).subtract(new BigDecimal(points[i + 3])).doubleValue()
                / new BigDecimal(points[i + 4]).subtract(new BigDecimal(points[i + 2])).doubleValue();
            assertThat(next).isNegative().isBetween(slope * 1.01, slope * 0.99);
        }
    }

    @Test
    void everyCurveHasItsRole() {
        assertThat(groups(POWERS.svg(), "<g class=\"([^\"]+)\"")).containsSubsequence("c0 value", "c1 bound", "c2 theory");
        assertThat(groups(POWERS.svg(), "(class=\"marker\")")).hasSize(4);
        assertThat(POWERS.legend().stream().map(FigureView.Key::role)).containsExactly("enclosed values", "proved bound", "theory, to compare with");
    }

    @Test
    void barsAreDrawnWhereAnEnclosureCanBeSeen() {
        assertThat(groups(POWERS.svg(), "(class=\"bar\")")).isEmpty();
        assertThat(groups(WIDE.svg(), "(class=\"bar\")")).hasSize(1);
    }

    @Test
    void whatHasNoPlaceIsLeftOutAndNamed() {
        assertThat(POWERS.leftOut()).satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("point 5 of 5 (at 8)", "its ordinate is not proved to be defined"),
            line -> assertThat(line).contains("straight", "point 3 of 3 (at 5)", "not proved to be positive"),
            line -> assertThat(line).contains("nowhere", "no place on the axis"));
        assertThat(groups(POWERS.svg(), "class=\"(mark)\"")).hasSize(2);
        assertThat(TERMS.leftOut()).singleElement().asString().contains("h = 1/4, second:", "not proved to be defined").doesNotContain("first");
    }

    @Test
    void theSlopeIsEnclosedAndCalledEvidence() {
        var slope = POWERS.slopes().get(0);
        assertThat(slope.points()).isEqualTo(4);
        assertThat(slope.fit()).matches("2( \u00b1 .*e-.*)?");
        assertThat(slope.local()).hasSize(3).allMatch(local -> local.startsWith("2"));
        assertThat(slope.of()).isEqualTo("log of the ordinate against log of the abscissa");
    }

    @Test
    void aSlopeThatDoesNotExistIsNotInvented() {
        var one = new Curve.Point(Expr.ONE, Expr.ONE);
        assertThat(view(plot(Axis.linear("x"), Axis.linear("y"), Curve.values("one", List.of(one)).withSlope())).slopes().get(0).fit())
            .isEqualTo("there are fewer than two points");
        assertThat(view(plot(Axis.linear("x"), Axis.linear("y"), Curve.values("twice", List.of(one, one)).withSlope())).slopes().get(0).fit())
            .isEqualTo("the points have one abscissa");
    }

    @Test
    void theTableBesideAPlotHasExactNumbersAndCertifiedEnds() {
        assertThat(rows(POWERS).get(0)).isEqualTo("curve,role,x,x_lo,x_hi,y,y_lo,y_hi,slope_lo,slope_hi");
        assertThat(rows(POWERS).get(1)).startsWith(ToyFigures.LABEL + ",value,1/2,0.5,0.5,1/4,0.25,0.25,");
        assertThat(rows(POWERS)).anyMatch(row -> row.contains(",8,8,8,,,,,"));
        assertThat(rows(POWERS)).anyMatch(row -> row.startsWith("\"slope 1, \"\"straight\"\"\",theory,5,5,5,-1,-1,-1"));
        assertThat(rows(POWERS)).contains("nowhere,mark,-3,-3,-3,,,,,").anyMatch(row -> row.startsWith("$x = \\pi$,mark,,3.14159265358"));
        assertThat(rows(POWERS)).anyMatch(row -> row.contains(",fit,"));
        for (var row : rows(WIDE).subList(1, 6)) {
            var cells = row.split(",", -1);
            assertThat(new BigDecimal(cells[6])).isLessThanOrEqualTo(new BigDecimal(cells[7]));
            double log = Math.log(Double.parseDouble(cells[2]));
            assertThat(log).isBetween(Double.parseDouble(cells[6]) - 1e-9, Double.parseDouble(cells[7]) + 1e-9);
        }
        assertThat(rows(TERMS)).contains("h = 1/2,first $\\alpha$,1,1,1").contains("h = 1/4,second,,,").anyMatch(row -> row.startsWith("h = 1/2,total,,1.693147"));
        assertThat(rows(SIZES)).contains("what,size,size lo,size hi", "a third,1/3,0.33333333333333,0.33333333333334");
    }

    @Test
    void numbersOfATableShowCertainDigitsOnly() {
        assertThat(SIZES.rows().get(0).get(1).text()).isEqualTo(Prose.of("3.14159265358..."));
        assertThat(SIZES.rows().get(1).get(1).text()).isEqualTo(Prose.of("1/3"));
        assertThat(SIZES.isTable()).isTrue();
    }

    @Test
    void partsOfABarAreAsHighAsTheirValues() {
        var heights = groups(TERMS.svg(), "<rect [^>]*height=\"([0-9.]+)\"").stream().map(Double::parseDouble).toList();
        assertThat(heights).hasSize(3);
        assertThat(heights.get(1) / heights.get(0)).isBetween(0.69, 0.70);
        assertThat(heights.get(2) / heights.get(0)).isBetween(0.49, 0.51);
    }

    @Test
    void numbersBeyondTheRangeOfDoublesAreDrawnOnLogarithmicAxes() {
        var huge = Curve.values("huge", List.of(new Curve.Point(Expr.ONE, Expr.of(10).pow(-5000)), new Curve.Point(Expr.TWO, Expr.of(10).pow(4000))));
        var logarithmic = view(plot(Axis.linear("x"), Axis.logarithmic("y"), huge));
        assertThat(logarithmic.leftOut()).isEmpty();
        assertThat(logarithmic.svg()).contains("10\u2074\u2070\u2070\u2070").doesNotContain("NaN", "Infinity");
        assertThat(view(plot(Axis.linear("x"), Axis.linear("y"), huge)).leftOut()).singleElement().asString().contains("beyond what can be drawn");
    }

    @Test
    void lettersOfCurvesThatMeetAreMovedApart() {
        var end = List.of(new Curve.Point(Expr.ZERO, Expr.ONE), new Curve.Point(Expr.ONE, Expr.ZERO));
        var three = view(plot(Axis.linear("x"), Axis.linear("y"), Curve.bound("a", end), Curve.bound("b", end), Curve.bound("c", end)));
        var heights = groups(three.svg(), "class=\"halo letter\" x=\"[0-9.]+\" y=\"([0-9.]+)\"").stream().map(Double::parseDouble).toList();
        assertThat(heights).hasSize(3).isSorted();
        assertThat(heights.get(1) - heights.get(0)).isGreaterThan(12);
        assertThat(heights.get(2) - heights.get(1)).isGreaterThan(12);
    }

    @Test
    void ticksAreRoundNumbersInsideOfThePlot() {
        for (var figure : List.of(POWERS, WIDE, TERMS)) {
            var ticks = groups(figure.svg(), "<text x=\"[0-9.]+\" y=\"[0-9.]+\" text-anchor=\"(?:end|middle)\">([^<]+)<");
            assertThat(ticks).hasSizeGreaterThan(4).allMatch(tick -> tick.matches("[0-9.\u2212\u00b7\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207b]+|h = 1/[24]"));
        }
        var narrow = view(plot(Axis.logarithmic("x"), Axis.linear("y"), Curve.values("c", List.of(new Curve.Point(Expr.of(3), Expr.ONE), new Curve.Point(Expr.of(4), Expr.ONE)))));
        assertThat(groups(narrow.svg(), "text-anchor=\"middle\">([^<]+)<")).contains("3", "4").hasSizeLessThan(12);
    }

    @Test
    void anEmptyPlotIsNoError() {
        var empty = view(plot(Axis.linear("x"), Axis.logarithmic("y"), Curve.values("none", List.of())));
        assertThat(empty.svg()).contains("no point can be shown").doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg><script>alert(1)</script></svg>", "<svg onload=\"alert(1)\"/>", "<svg><use href=\"https://example.org/x.svg#a\"/></svg>",
        "<svg><image href=\"x.png\"/></svg>", "<svg><rect fill=\"url(other.svg#a)\"/></svg>", "<svg><style>@import 'x.css';</style></svg>", "<svg>", "<p/>",
        "<svg><foreignObject/></svg>", "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>"})
    void aPictureThatDoesOrLoadsSomethingIsRejected(String svg) {
        var picture = new Picture(Heading.of("bad", "Bad", "Bad."), "nothing", () -> svg);
        assertThatThrownBy(() -> view(picture)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"bad\"");
    }

    @Test
    void aPictureIsShownWithItsAlternative() {
        var picture = view(ToyFigures.DRAWING);
        assertThat(picture.svg()).contains("role=\"img\" aria-label=\"a disk, with &quot;quotes&quot;\"", "<circle ");
        assertThat(picture.file()).isEmpty();
    }

    @Test
    void theSameFigureIsTheSameText() {
        assertThat(Figures.view("toy", ToyFigures.POWERS)).isEqualTo(POWERS);
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(POWERS.svg()).results().map(MatchResult::group)).doesNotHaveDuplicates();
    }
}
