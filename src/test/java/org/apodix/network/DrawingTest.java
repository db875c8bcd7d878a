package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What is in the pictures; they are also written to target/networks, to be looked at. */
class DrawingTest {

    private static final Activation SIGN = Networks.RATIONAL.get(2);

    @Provide
    Arbitrary<Network> networks() {
        return Networks.random(Networks.RATIONAL);
    }

    /** Well-formed, a title and a description first, no script, and a circle for every unit, a line for every weight. */
    @Property(tries = 50)
    void everyUnitAndEveryWeight(@ForAll("networks") Network network) throws Exception {
        var svg = parse(Drawing.of(network, "a <b> & \"c\""));
        var root = svg.getDocumentElement();
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(root.getFirstChild().getTextContent()).isEqualTo("a <b> & \"c\"");
        assertThat(elements(svg, "desc").get(0).getTextContent()).contains(network.hidden().isEmpty() ? "output" : "hidden layer 1");
        assertThat(elements(svg, "script")).isEmpty();
        assertThat(elements(svg, "circle")).hasSize(network.inputs() + network.maps().stream().mapToInt(AffineMap::outputs).sum());
        assertThat(elements(svg, "line").stream().filter(Element::hasChildNodes)).hasSize(
            (int) WeightTable.of(network).stream().filter(entry -> entry.input() > 0).count());
    }

    /** Equal weights have one look, different ones of the eight most used different looks, and the legend says which is which. */
    @Test
    void sharedWeights() throws Exception {
        var svg = draw("division-gate", Networks.divisionGate());
        var looks = elements(svg, "line").stream().filter(Element::hasChildNodes)
            .map(line -> line.getTextContent().strip().replaceAll(".*: ", "") + " " + line.getAttribute("class")).distinct();
        assertThat(looks).containsExactlyInAnyOrder("-1 edge w0", "1 edge w2", "-6 edge w1", "3 edge w5", "-3 edge w6");
        assertThat(elements(svg, "text").stream().map(Element::getTextContent)).contains("a = -1: 6 weights", "b = -6: 4 weights",
            "c = 1: 2 weights", "d = 2: 2 biases", "4 units, signrelu(1)");
        assertThat(elements(svg, "desc").get(0).getTextContent()).isEqualTo("Network: 2 inputs; hidden layer 1 of 4 units, signrelu(1); "
            + "hidden layer 2 of 2 units, signrelu(1); 1 output; 18 weights and biases other than 0, 7 distinct values among them.");
    }

    @Test
    void sixty() throws Exception {
        var svg = draw("sixty", Networks.network(List.of(3, 20, 20, 16, 2), List.of(SIGN, SIGN, Activation.RELU), 3, 2));
        assertThat(elements(svg, "circle")).hasSize(61);
        assertThat(elements(svg, "text").stream().map(Element::getTextContent)).anyMatch(text -> text.startsWith("other: "));
    }

    @Test
    void aThousand() throws Exception {
        var svg = draw("thousand", Networks.network(List.of(4, 300, 400, 300, 1), List.of(SIGN, Activation.RELU, SIGN), 3, 1));
        assertThat(elements(svg, "circle")).isEmpty();
        assertThat(elements(svg, "rect").stream().filter(r -> r.getAttribute("class").equals("unit"))).hasSize(5);
        assertThat(elements(svg, "text").stream().map(Element::getTextContent).map(text -> text.strip().replaceAll("\\s+", " ")))
            .contains("hidden 2 400 units, relu").anyMatch(text -> text.matches("[0-9,]+ weights of 120,000 \\(5[0-9.]+%\\)"));
    }

    @Test
    void tenThousand() throws Exception {
        var svg = draw("ten-thousand", comb(5_000));
        assertThat(elements(svg, "text").stream().map(Element::getTextContent)).contains("10,000 weights of 25,000,000 (below 0.1%)");
    }

    /** A weight of hundreds of digits is shown by its first digits. */
    @Test
    void longWeights() throws Exception {
        var network = Network.affine(AffineMap.identity(1).scaled(Rational.of(1, 3).pow(400)));
        var svg = draw("long", network);
        assertThat(elements(svg, "text").stream().map(Element::getTextContent)).contains("a = 1.41741...e-191 (193 characters exactly): 1 weight", "a");
    }

    /** Two lines of a legend side by side stay apart, and long ones stand below each other, in a picture that has room for all. */
    @Test
    void longLinesOfALegendDoNotOverlap() throws Exception {
        for (var scale : List.of(Rational.ONE, Rational.of(1, 3).pow(40))) {
            var rows = IntStream.range(0, 130).mapToObj(k -> Row.unit(0, scale.times(Rational.of(k % 6 + 1)), Rational.ZERO)).toList();
            var svg = draw("legend", Network.affine(AffineMap.of(1, rows)));
            var lines = elements(svg, "text").stream().filter(text -> text.getTextContent().matches("[a-h] = .*")).toList();
            assertThat(lines).hasSize(6);
            assertThat(lines.stream().map(line -> line.getAttribute("y")).distinct()).hasSize(scale.equals(Rational.ONE) ? 3 : 6);
            assertThat(lines).allMatch(line -> Double.parseDouble(line.getAttribute("y")) < Double.parseDouble(svg.getDocumentElement().getAttribute("height")));
        }
    }

    /** x -> 5000 units of one input, each feeding one of 5000 more, summed: a sparse network of 10^4 units. */
    private static Network comb(int size) {
        var first = new ArrayList<Row>();
        var second = new ArrayList<Row>();
        for (int k = 0; k < size; k++) {
            first.add(Row.unit(0, Rational.ONE, Rational.of(-k, size)));
            second.add(k == 0 ? Row.unit(0, Rational.ONE, Rational.ZERO)
                : new Row(List.of(new Row.Term(k - 1, Rational.of(-1)), new Row.Term(k, k % 3 == 0 ? Rational.of(1, 2) : Rational.ONE)), Rational.ZERO));
        }
        second.set(0, new Row(List.of(new Row.Term(0, Rational.ONE), new Row.Term(1, Rational.ONE)), Rational.ZERO));
        var sum = Row.of(IntStream.range(0, size).mapToObj(k -> Rational.of(1, size)).toList(), Rational.ZERO);
        return Network.of(List.of(new Layer(AffineMap.of(1, first), Activation.RELU), new Layer(AffineMap.of(size, second), SIGN)),
            AffineMap.of(size, sum));
    }

    private static Document draw(String name, Network network) throws Exception {
        var text = Drawing.of(network, name.replace('-', ' '));
        Files.createDirectories(Path.of("target/networks"));
        Files.writeString(Path.of("target/networks", name + ".svg"), text);
        return parse(text);
    }

    private static Document parse(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document svg, String name) {
        var found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }
}
