package org.apodix.report.figure;

import java.util.List;
import org.apodix.report.Prose;

/**
 * A figure as the pages show it.
 *
 * @param anchor    its permanent address on the page
 * @param titleProse the title with its formulas
 * @param claims    ids of the claims that it illustrates
 * @param svg       the drawing, or empty
 * @param legend    what is drawn how, or nothing
 * @param slopes    slopes of fitted curves
 * @param leftOut   what could not be drawn, and why, a line each
 * @param head      heads of the table below or in place of the drawing, or nothing
 * @param rows      its rows
 * @param file      name of the CSV file beside the pages, or empty; {@code csv} is what it holds
 */
public record FigureView(String id, String anchor, String title, Prose titleProse, Prose caption, List<String> claims, String svg, List<Key> legend,
        List<Slope> slopes, List<String> leftOut, List<Prose> head, List<List<Cell>> rows, String file, String csv) {

    /** An entry of the legend: a drawn sample, the name, and what such a curve is. */
    public record Key(String sample, Prose label, String role) { }

    /**
     * The slope of a fitted curve: evidence for a rate, never a proof of one.
     *
     * @param fit   the certified digits of the slope of the least-squares line, or why there is none
     * @param local slopes between neighbors, in order
     */
    public record Slope(Prose curve, int points, String of, String fit, List<String> local) { }

    /** A cell of a table. */
    public record Cell(Prose text, boolean isNumber) { }

    /** Whether the table stands in place of a drawing. */
    public boolean isTable() {
        return svg.isEmpty();
    }
}
