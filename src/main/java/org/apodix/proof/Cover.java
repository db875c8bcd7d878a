package org.apodix.proof;

import java.util.ArrayList;
import java.util.List;

/** The cuts of one part of a domain as a proof goes on: a tree, which is read out when it is complete. */
final class Cover {

    private final Cell cell;
    private Cut cut;
    private List<Cover> parts = List.of();

    Cover(Cell cell) {
        this.cell = cell;
    }

    Cell cell() {
        return cell;
    }

    /** Notes that the cell was divided; the covers of its parts. */
    List<Cover> divide(List<Cell> cells) {
        cut = Cut.between(cell, cells);
        parts = cells.stream().map(Cover::new).toList();
        return parts;
    }

    /** Notes that the statement was proved on the cell. */
    void prove(Cut.Reason reason) {
        cut = new Cut.Leaf(reason);
    }

    /** All cuts, each before those of its parts. */
    List<Cut> cuts() {
        var cuts = new ArrayList<Cut>();
        append(cuts);
        return List.copyOf(cuts);
    }

    private void append(List<Cut> cuts) {
        cuts.add(cut);
        parts.forEach(part -> part.append(cuts));
    }
}
