package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkJsonTest {

    private static final String GATE = NetworkJson.write(Networks.divisionGate());

    @Provide
    Arbitrary<Network> networks() {
        var activations = new ArrayList<>(Networks.RATIONAL);
        activations.add(Activation.COSINE);
        return Networks.random(activations);
    }

    @Property
    void isReadBack(@ForAll("networks") Network network) {
        var text = NetworkJson.write(network);
        var read = NetworkJson.read(text);
        assertThat(read.inputs()).isEqualTo(network.inputs());
        assertThat(read.hidden().stream().map(Layer::activation).toList()).isEqualTo(network.hidden().stream().map(Layer::activation).toList());
        assertThat(read.maps().stream().map(AffineMap::rows).toList()).isEqualTo(network.maps().stream().map(AffineMap::rows).toList());
        assertThat(NetworkJson.write(read)).isEqualTo(text);
    }

    /** The list of weights is the parameters after weight sharing. */
    @Test
    void weightSharingIsSeen() {
        assertThat(GATE).contains("\"weights\": [\"-1\", \"1\", \"2\", \"-6\", \"-11\", \"3\", \"-3\"],");
        assertThat(Figures.of(Networks.divisionGate()).distinct()).isEqualTo(7);
    }

    /** One change to the text of the division gate, and the line that answers it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "inputs": 2     | "inputs": 0                | "inputs" is 0; it must be an integer from 1 to 1000000
        "inputs": 2     | "inputs": 1                | "hidden[0].rows[0].terms[1][0]" is 1; it must be an integer from 0 to 0
        "inputs": 2     | "inputs": 2, "note": ""    | unknown field "note" of the network; its fields are [format, inputs, weights, hidden, output]
        "inputs": 2,    | ~~                         | the network has no field "inputs"; its fields are [format, inputs, weights, hidden, output]
        "inputs": 2     | "inputs": 2, "inputs": 2   | the network is not valid JSON at line 3, column 24: Duplicate field 'inputs'
        network:1       | network:2                  | "format" is "urn:apodix:network:2"; it must be "urn:apodix:network:1", the one form that is read
        "-11"           | -11                        | "weights[4]" is -11; it must be an exact number in quotes, such as "3/5" or "-1.25"
        "-11"           | "0.5.5"                    | "weights[4]": the text "0.5.5" is not an exact number: write it as 3/5, -7, -1.25 or 1e-6, without spaces or a plus sign
        "-11"           | "4/2"                      | "weights[4]" is "4/2"; it repeats "weights[2]": list each weight once
        "-11"           | "0"                        | "weights[4]" is "0"; it is zero: leave out what is multiplied by it
        "-3"]           | "-3", "7/5"]               | "weights[7]" is 7/5, which no row uses: leave it out and renumber
        "alpha": "1"    | "alpha": "-1"              | "hidden[0]": alpha of SignReLU is -1: give a positive number
        , "alpha": "1"  | ~~                         | hidden[0] has no field "alpha"; its fields are [activation, alpha, rows]
        "signrelu"      | "tanh"                     | "hidden[0]" is {"activation":"tanh","alpha":"1","rows":[{"terms":[[0,0],...; it needs "activation": one of relu, identity, cos, signrelu, clip
        [[0, 0], [1, 1]] | [[1, 0], [0, 1]]          | "hidden[0].rows[0]": the terms of a row are non-zero and ordered by column: column 0, weight 1
        [[0, 0], [1, 1]] | [[0, 0, 0], [1, 1]]       | "hidden[0].rows[0].terms[0]" is [0,0,0]; it must be a pair [column, place of the weight in "weights"]
        "bias": 2       | "bias": 7                  | "hidden[0].rows[1].bias" is 7; it must be an integer from 0 to 6
        "bias": 2       | "bias": 2.0                | "hidden[0].rows[1].bias" is 2.0; it must be an integer from 0 to 6
        """)
    void strict(String found, String replaced, String message) {
        var text = GATE.replaceFirst(java.util.regex.Pattern.quote(found), java.util.regex.Matcher.quoteReplacement(replaced == null ? "" : replaced));
        assertThat(text).isNotEqualTo(GATE);
        assertThatThrownBy(() -> NetworkJson.read(text)).isInstanceOf(IllegalArgumentException.class).satisfies(e -> {
            assertThat(e.getMessage()).doesNotContain("\n");
            assertThat(e.getMessage()).isEqualTo(message);
        });
    }

    @Test
    void notANetwork() {
        assertThatThrownBy(() -> NetworkJson.read(" ")).hasMessageContaining("the network is empty");
        assertThatThrownBy(() -> NetworkJson.read("[1]")).hasMessageContaining("\"the network\" is [1]; it must be an object");
        assertThatThrownBy(() -> NetworkJson.read(GATE + "1")).hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> NetworkJson.read("[".repeat(100))).hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> NetworkJson.read("x".repeat(NetworkJson.MOST_CHARACTERS + 1))).hasMessageContaining("more than the 33554432 allowed");
    }

    /** What is written can be read; what could not be read is not written. */
    @Test
    void tooLongAWeightIsNotWritten() {
        var longest = Rational.of(10).pow(9_999);
        var network = Network.affine(AffineMap.identity(1).scaled(longest));
        assertThat(NetworkJson.read(NetworkJson.write(network)).output().rows()).isEqualTo(network.output().rows());
        assertThatThrownBy(() -> NetworkJson.write(Network.affine(AffineMap.identity(1).scaled(longest.times(Rational.of(10))))))
            .hasMessage("a weight has 10001 characters, more than the 10000 that are read back: round it to a shorter fraction first");
    }

    @Test
    void aConstantNetwork() {
        var network = Network.affine(AffineMap.of(2, new Row(List.of(), Rational.ZERO), new Row(List.of(), Rational.of(1, 3))));
        assertThat(NetworkJson.read(NetworkJson.write(network)).at(Collections.nCopies(2, Rational.ONE))).containsExactly(Rational.ZERO, Rational.of(1, 3));
    }
}
