package org.apodix.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WeightTableTest {

    @Provide
    Arbitrary<Network> networks() {
        return Networks.random(Networks.RATIONAL);
    }

    /** The tables hold what the figures count. */
    @Property
    void isWhatTheFiguresCount(@ForAll("networks") Network network) {
        var figures = Figures.of(network);
        var shared = SharedWeight.of(network);
        assertThat(WeightTable.of(network)).hasSize(figures.nonzeros());
        assertThat(shared).hasSize(figures.distinct());
        assertThat(shared.stream().mapToInt(SharedWeight::uses).sum()).isEqualTo(figures.nonzeros());
        assertThat(shared).isSortedAccordingTo((a, b) -> b.uses() - a.uses());
        for (var weight : shared) {
            assertThat(WeightTable.of(network).stream().filter(e -> e.input() == 0 && e.weight().equals(weight.value()))).hasSize(weight.biases());
            assertThat(WeightTable.of(network).stream().filter(e -> e.input() > 0 && e.weight().equals(weight.value()))).hasSize(weight.weights());
        }
    }

    @Test
    void csv() {
        assertThat(WeightTable.csv(Networks.divisionGate()).lines()).hasSize(19)
            .startsWith("map,unit,input,weight", "1,1,1,-1", "1,1,2,1", "1,2,1,-1", "1,2,2,-1", "1,2,bias,2")
            .endsWith("2,2,4,-6", "2,2,bias,-11", "3,1,1,3", "3,1,2,-3");
    }
}
