package org.apodix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apodix.enclosure.Rational;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void readsExactNumbers() {
        var fields = fields("{'family':'f','a':'3/5','b':'-1.25','c':'1e-6','d':7}");
        assertThat(fields.rational("a")).isEqualTo(Rational.of(3, 5));
        assertThat(fields.rational("b")).isEqualTo(Rational.of(-5, 4));
        assertThat(fields.rational("c")).isEqualTo(Rational.of(1, 1_000_000));
        assertThat(fields.rational("d")).isEqualTo(Rational.of(7));
        fields.requireNoOthers();
    }

    @Test
    void refusesRoundedNumbersAndNamesThem() {
        assertThatThrownBy(() -> fields("{'family':'f','a':0.1}").rational("a"))
            .isInstanceOf(BadInput.class).hasMessageContaining("\"a\" is 0.1").hasMessageContaining("\"3/5\"");
    }

    @Test
    void refusesUnknownFieldsAndNamesTheKnownOnes() {
        var fields = fields("{'family':'f','a':'1','zz':'2'}");
        fields.rational("a");
        assertThatThrownBy(fields::requireNoOthers).isInstanceOf(BadInput.class).hasMessageContaining("unknown field \"zz\"")
            .hasMessageContaining("[a, family, note]");
    }

    @Test
    void messagesStayOnOneShortLine() {
        assertThatThrownBy(() -> fields("{'family':'f','a':'" + "9".repeat(20_000) + "x'}").rational("a"))
            .isInstanceOf(BadInput.class).satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400).doesNotContain("\n"));
    }

    @Test
    void checksShapesOfMatrices() {
        assertThatThrownBy(() -> fields("{'family':'f','M':[['1','2'],['3']]}").matrix("M", 2, 2))
            .hasMessageContaining("\"M[1]\" has 1 entries; it must have 2");
        assertThatThrownBy(() -> fields("{'family':'f','M':[['1','2']]}").matrix("M", 2, 2)).hasMessageContaining("1 rows; it must have 2");
    }

    @Test
    void duplicateKeysAndTrailingTextAreMalformed() {
        assertThatThrownBy(() -> Json.read("{\"a\":1,\"a\":2}", "the file")).isInstanceOf(BadInput.class).hasMessageContaining("the file");
        assertThatThrownBy(() -> Json.read("{} {}", "the file")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Json.read("[".repeat(5000), "the file")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Json.read("  ", "the file")).isInstanceOf(BadInput.class).hasMessageContaining("empty");
    }

    private static Fields fields(String json) {
        return new Fields(Json.read(json.replace('\'', '"'), "test"));
    }
}
