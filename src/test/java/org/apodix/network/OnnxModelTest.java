package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

/** What can be seen without a runtime; {@code OnnxRuntimeTest} of the profile "onnx" runs the models. */
class OnnxModelTest {

    /** Varints as in the encoding guide of protocol buffers: field 1 holding 150 is 08 96 01, field 2 holding "testing" 12 07 74... */
    @Test
    void wireFormat() {
        assertThat(new ProtoMessage().number(1, 150).toBytes()).containsExactly(bytes(0x08, 0x96, 0x01));
        assertThat(new ProtoMessage().text(2, "testing").toBytes()).containsExactly(bytes(0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67));
        assertThat(new ProtoMessage().message(3, new ProtoMessage().number(1, 150)).toBytes()).containsExactly(bytes(0x1a, 0x03, 0x08, 0x96, 0x01));
        assertThat(new ProtoMessage().number(20, 2).toBytes()).containsExactly(bytes(0xa0, 0x01, 0x02));
        assertThat(new ProtoMessage().number(1, -1).toBytes()).hasSize(11);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void standardOperatorsOnly() {
        var text = new String(OnnxModel.of(Networks.divisionGate()), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("Gemm", "Max", "Min", "Div", "apodix").doesNotContain("SignRelu");
        assertThat(OnnxModel.of(Networks.divisionGate())).isEqualTo(OnnxModel.of(Networks.divisionGate()));
    }

    @Test
    void whatDoesNotFitIsRejected() {
        var wide = Network.affine(AffineMap.of(1 << 24, new Row(List.of(), Rational.ONE), new Row(List.of(), Rational.ONE)));
        assertThatThrownBy(() -> OnnxModel.of(wide)).hasMessage("the matrices of the network have 33554432 entries; ONNX holds them in full, "
            + "at most 16777216 are written: use the JSON form, which is sparse");
        assertThatThrownBy(() -> OnnxModel.of(Network.affine(AffineMap.identity(1).scaled(Rational.TWO.pow(1024)))))
            .hasMessageContaining("is beyond float64 (2^1024): rescale the network");
    }
}
