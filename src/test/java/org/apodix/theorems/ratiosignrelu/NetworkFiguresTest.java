package org.apodix.theorems.ratiosignrelu;

import static org.assertj.core.api.Assertions.assertThat;

import org.apodix.network.Figures;
import org.apodix.theorems.FigureChecks;
import org.junit.jupiter.api.Test;

class NetworkFiguresTest {

    /** They can be drawn, and what the captions count is there. */
    @Test
    void figures() throws Exception {
        var figures = NetworkFigures.figures();
        FigureChecks.all(new RatioSignRelu(), figures);
        // "seven distinct values", six units
        assertThat(FigureChecks.rows(figures, "network-division-gate-weights")).isEqualTo(18);
        var gate = Figures.of(NetworkFigures.division());
        assertThat(gate.nonzeros()).isEqualTo(18);
        assertThat(gate.distinct()).isEqualTo(7);
        assertThat(gate.widths()).containsExactly(4, 2);
    }
}
