package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Variable;
import org.apodix.network.DivisionGate;
import org.apodix.network.Drawing;
import org.apodix.network.Figures;
import org.apodix.network.NetworkJson;
import org.apodix.network.OnnxModel;
import org.apodix.network.SignReluGates;
import org.junit.jupiter.api.Test;

/** The example at the top of docs/networks.md: it is this code, and its comments are true. */
class DocumentedNetworkTest {

    @Test
    void theExample() {
        var gate = DivisionGate.quotient(new SignReluGates(Rational.ONE), Rational.of(3), Rational.of(10), Rational.ONE);
        var value = gate.at(List.of(Rational.of(4), Rational.of(-3, 4)));  // [-3/16], exactly
        var size = Figures.of(gate);  // widths [4, 2], 18 weights and biases with 7 distinct values

        var x = new Variable("x");
        var y = new Variable("y");
        var box = Domain.box(List.of(x, y), List.of(Rational.of(3), Rational.of(-1)), List.of(Rational.of(10), Rational.ONE));
        var finding = new Prover().equal(gate.on(List.of(x, y)).get(0), y.over(x), box);  // Proved: y / x at every point of the box

        var json = NetworkJson.write(gate);
        var onnx = OnnxModel.of(gate);
        var picture = Drawing.of(gate, "Division gate");

        assertThat(value).containsExactly(Rational.of(-3, 16));
        assertThat(size.widths()).containsExactly(4, 2);
        assertThat(size.nonzeros()).isEqualTo(18);
        assertThat(size.distinct()).isEqualTo(7);
        assertThat(finding).isInstanceOf(Finding.Proved.class);
        assertThat(json).contains("signrelu");
        assertThat(onnx).isNotEmpty();
        assertThat(picture).startsWith("<svg");
    }

    @Test
    void theExampleIsTheDocumentedOne() throws Exception {
        var source = Files.readString(Path.of("src/test/java/org/apodix/proof/DocumentedNetworkTest.java"));
        var documented = Files.readString(Path.of("docs/networks.md")).split("```java\n")[1].split("```")[0];
        assertThat(source).contains(documented.strip().indent(8).replaceAll("(?m)^ +$", ""));
    }
}
