package org.apodix.theorems.factorizabledensity;

import static org.assertj.core.api.Assertions.assertThat;

import org.apodix.network.Figures;
import org.apodix.network.SawtoothSquare;
import org.apodix.theorems.FigureChecks;
import org.junit.jupiter.api.Test;

class NetworkFiguresTest {

    /** They can be drawn, and what the captions count is there. */
    @Test
    void figures() throws Exception {
        var figures = NetworkFigures.figures();
        FigureChecks.all(new FactorizableDensity(), figures);
        // "31 of them with eight distinct values"
        assertThat(FigureChecks.rows(figures, "network-square-weights")).isEqualTo(31);
        assertThat(Figures.of(SawtoothSquare.shared(4)).distinct()).isEqualTo(8);
    }
}
