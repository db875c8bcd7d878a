package org.apodix.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.apodix.expression.Variable;
import org.apodix.network.Activation;
import org.apodix.network.AffineMap;
import org.apodix.network.DivisionGate;
import org.apodix.network.Drawing;
import org.apodix.network.Figures;
import org.apodix.network.Network;
import org.apodix.network.NetworkJson;
import org.apodix.network.OnnxModel;
import org.apodix.network.Row;
import org.apodix.network.SignReluGates;
import org.junit.jupiter.api.Test;

/** The examples at the top of docs/networks.md: they are this code, and their comments are true. */
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
    void aNetworkOfOnesOwn() {
        var one = Rational.ONE;
        var zero = Rational.ZERO;
        var inner = AffineMap.of(1, Row.of(List.of(one), zero), Row.of(List.of(one.negate()), zero));
        var modulus = Network.shallow(inner, Activation.RELU, AffineMap.of(2, Row.of(List.of(one, one), zero)));  // max(t, 0) + max(-t, 0)

        var t = new Variable("t");
        var line = Domain.box(List.of(t), List.of(Rational.of(-5)), List.of(Rational.of(5)));
        var is = new Prover().equal(modulus.on(List.of(t)).get(0), t.abs(), line);  // Proved, by breakpoints on 2 cells
        var not = new Prover().equal(modulus.on(List.of(t)).get(0), t, line);  // Refuted, with the witness t = -5, where the sides are 5 and -5

        assertThat(is).isInstanceOf(Finding.Proved.class);
        assertThat(not).isInstanceOfSatisfying(Finding.Refuted.class, refuted -> assertThat(refuted.toString()).contains("-5"));
    }

    @Test
    void theExamplesAreTheDocumentedOnes() throws Exception {
        var source = Files.readString(Path.of("src/test/java/org/apodix/proof/DocumentedNetworkTest.java"));
        var parts = Files.readString(Path.of("docs/networks.md")).split("```java\n");
        for (int i = 1; i <= 2; i++) {
            var documented = parts[i].split("```")[0].replaceAll("(?m)^import .*\n", "");
            assertThat(source).contains(documented.strip().indent(8).replaceAll("(?m)^ +$", ""));
        }
    }
}
