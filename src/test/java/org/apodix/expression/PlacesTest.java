package org.apodix.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void nodesAreNumberedInTheOrderInWhichTheyCome() {
        var places = new Places();
        var nodes = new ArrayList<Node>();
        for (int k = 0; k < 5000; k++) {
            var node = new Variable("x"); // all alike: told apart as objects
            assertThat(places.contains(node)).isFalse();
            assertThat(places.of(node)).isEqualTo(-1);
            places.add(node);
            nodes.add(node);
        }
        for (int k = 0; k < nodes.size(); k++) {
            assertThat(places.of(nodes.get(k))).isEqualTo(k);
            assertThat(places.contains(nodes.get(k))).isTrue();
        }
        assertThat(places.nodes()).containsExactly(nodes.toArray(Node[]::new));
        assertThat(places.size()).isEqualTo(5000);
        assertThat(places.contains(new Variable("x"))).isFalse();
    }

    @Test
    void noNodesHaveNoOrder() {
        assertThat(new Places().nodes()).isEmpty();
    }
}
