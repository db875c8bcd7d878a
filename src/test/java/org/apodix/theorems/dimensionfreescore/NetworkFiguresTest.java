package org.apodix.theorems.dimensionfreescore;

import static org.assertj.core.api.Assertions.assertThat;

import org.apodix.theorems.FigureChecks;
import org.junit.jupiter.api.Test;

class NetworkFiguresTest {

    /** They can be drawn, and what the captions count is there. */
    @Test
    void figures() throws Exception {
        var figures = NetworkFigures.figures();
        FigureChecks.all(new DimensionFreeScore(), figures);
        assertThat(FigureChecks.rows(figures, "network-block-sizes")).isEqualTo(7);
    }
}
