package org.apodix.theorems.factorizabledensity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apodix.audit.Enclosed;
import org.apodix.audit.Ladder;
import org.apodix.audit.figure.Curve;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Picture;
import org.apodix.audit.figure.Plot;
import org.apodix.audit.figure.Stack;
import org.apodix.audit.figure.Table;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Expr;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FactorizableDensityFiguresTest {

    private static final List<Figure> FIGURES = new FactorizableDensity().figures();

    @Test
    void everyNumberIsEnclosedAndEveryClaimExists() {
        var ids = new FactorizableDensity().claims().stream().map(claim -> claim.id()).toList();
        for (var figure : FIGURES) {
            assertThat(ids).containsAll(figure.heading().claims());
            for (var value : enclose(numbers(figure))) {
                assertThat(value.reached()).as(figure.heading().id()).isTrue();
            }
        }
        assertThat(FIGURES.stream().map(figure -> figure.heading().id())).doesNotHaveDuplicates();
    }

    @Test
    void sizesGrowLikeTheInverseAccuracyWhateverTheDimension() {
        var plot = (Plot) figure("size-accuracy");
        var sizes = plot.curves().stream().filter(Curve::fitted).toList();
        assertThat(sizes).hasSize(4).allSatisfy(curve -> {
            var points = curve.points().subList(curve.points().size() - 2, curve.points().size());
            assertThat(slope(points)).isBetween(Rational.of(99, 100), Rational.of(101, 100));
        });
        // larger D, larger network
        var last = sizes.stream().map(curve -> value(curve.points().get(0).y())).toList();
        assertThat(last).isSorted();
        assertThat(plot.curves().stream().filter(curve -> curve.label().startsWith("slope D/beta")).map(curve -> slope(curve.points().subList(0, 2))).toList())
            .satisfiesExactly(three -> assertThat(three.minus(Rational.of(3, 2)).abs()).isLessThan(Rational.of(1, 1000)),
                five -> assertThat(five.minus(Rational.of(5, 2)).abs()).isLessThan(Rational.of(1, 1000)));
    }

    @Test
    void theLowerBoundStaysBelowBothUpperBounds() {
        var curves = ((Plot) figure("sandwich")).curves();
        var low = curves.get(2).points();
        for (int upper = 0; upper < 2; upper++) {
            for (int k = 0; k < low.size(); k++) {
                assertThat(value(low.get(k).y())).isLessThan(value(curves.get(upper).points().get(k).y()));
            }
        }
        // for many samples ten coordinates are estimated better than half of the ambient rate
        assertThat(value(curves.get(0).points().get(6).y())).isLessThan(value(curves.get(4).points().get(6).y()));
        assertThat(value(curves.get(0).points().get(2).y())).isGreaterThan(value(curves.get(4).points().get(2).y()));
    }

    @Test
    void certificatesFallWithTheSizeOfTheNetwork() {
        for (var curve : ((Plot) figure("certificate-size")).curves().subList(0, 3)) {
            assertThat(slope(curve.points().subList(4, 6))).as(curve.label()).isBetween(Rational.of(-11, 10), Rational.of(-9, 10));
        }
    }

    @Test
    void countsAgreeWithTheirFormulas() {
        assertThat(((Table) figure("counts")).rows()).allSatisfy(row -> {
            var counted = enclose(List.of(((Table.Number) row.get(3)).value(), ((Table.Number) row.get(4)).value()));
            assertThat(counted.get(0).exact()).isEqualTo(counted.get(1).exact());
        });
    }

    @Test
    void factorGraphsShowTheCanonicalFactors() throws Exception {
        assertThat(new FactorGraph(NoiseClaims.witness(4, "1/3", "0").law()).factors()).containsExactly(0b11, 0b110, 0b1100);
        assertThat(new FactorGraph(NoiseClaims.witness(4, "1/3", "1/20").law()).factors()).hasSize(11);
        assertThat(new FactorGraph(NoiseClaims.witness(3, "1/4", "1/10").law()).factors()).containsExactly(0b11, 0b101, 0b110);
        for (var figure : FIGURES) {
            if (figure instanceof Picture picture && figure.heading().id().startsWith("factor-graph")) {
                var svg = picture.svg().get();
                var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
                assertThat(root.getTagName()).isEqualTo("svg");
                headingsFit(root);
                assertThat(svg).doesNotContain("<script", "href");
                assertThat(picture.alternative()).contains("effective dimension");
                assertThat(picture.svg().get()).isEqualTo(svg);
            }
        }
        assertThat(((Picture) figure("factor-graph-noise")).svg().get()).contains("effective dimension 4", "factor on 1234");
    }

    /** With eight pixels for a letter of 13 pixels, more than any common font needs. */
    private static void headingsFit(Element svg) {
        double width = Double.parseDouble(svg.getAttribute("viewBox").split(" ")[2]);
        var texts = svg.getElementsByTagName("text");
        int headings = 0;
        for (int i = 0; i < texts.getLength(); i++) {
            var text = (Element) texts.item(i);
            if (text.getAttribute("class").equals("head")) {
                headings++;
                assertThat(Double.parseDouble(text.getAttribute("x")) + 8 * text.getTextContent().length()).as(text.getTextContent()).isLessThanOrEqualTo(width);
            }
        }
        assertThat(headings).isPositive();
    }

    @Test
    void factorGraphsAreThoseOfInstancesThatAreTried() {
        var graphs = new FactorizableDensity().claims().stream().filter(claim -> claim.id().matches("F[12]")).flatMap(claim -> claim.edges().stream())
            .map(edge -> edge.model()).flatMap(model -> model instanceof NoisyChain chain ? Stream.of(chain.law()) : model instanceof FactorTables tables ? Stream.of(tables.first())
                : Stream.empty()).map(FactorGraph::new).toList();
        assertThat(FIGURES.stream().filter(figure -> figure.heading().id().startsWith("factor-graph")).toList()).hasSize(4).allSatisfy(figure ->
            // values of the factors are in the picture: it is that of no other law
            assertThat(graphs.stream().map(graph -> graph.svg(figure.heading().title()))).contains(((Picture) figure).svg().get()));
    }

    private static Figure figure(String id) {
        return FIGURES.stream().filter(figure -> figure.heading().id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Expr> numbers(Figure figure) {
        var numbers = new ArrayList<Expr>();
        if (figure instanceof Plot plot) {
            plot.curves().forEach(curve -> curve.points().forEach(point -> numbers.addAll(List.of(point.x(), point.y()))));
            plot.marks().forEach(mark -> numbers.add(mark.at()));
        } else if (figure instanceof Stack stack) {
            stack.bars().forEach(bar -> numbers.addAll(bar.values()));
        } else if (figure instanceof Table table) {
            table.rows().forEach(row -> row.forEach(cell -> {
                if (cell instanceof Table.Number number) {
                    numbers.add(number.value());
                }
            }));
        }
        return numbers;
    }

    private static List<Enclosed> enclose(List<Expr> numbers) {
        return numbers.isEmpty() ? List.of() : Enclosed.of(numbers, 12, Ladder.ofDigits(100));
    }

    private static Rational value(Expr number) {
        return enclose(List.of(number)).get(0).interval().lower().toRational();
    }

    private static Rational slope(List<Curve.Point> two) {
        var rise = two.get(1).y().over(two.get(0).y()).log();
        return value(rise.over(two.get(1).x().over(two.get(0).x()).log()));
    }
}
