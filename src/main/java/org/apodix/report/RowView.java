package org.apodix.report;

/**
 * A verdict on an instance as a row of the table of its claim. Numbers are those of the ledger, with the digits that are certain.
 *
 * @param k          number of the instance
 * @param origin     {@code random}, or the label of the edge
 * @param part       of the statement, or empty
 * @param style      of the verdict, see {@link Badge}
 * @param parameters the exact instance; {@code isCut} where it is too long for a table
 * @param sort       the tightness as a plain number to sort by, or empty
 * @param level      which precision decided
 * @param line       of the ledger
 * @param certificate address of its certificate from the front page, or empty
 * @param pin        {@code tightest}, {@code loosest} or empty
 * @param note       the reason recorded with the verdict, or the point of a proof, or empty
 */
public record RowView(int k, String origin, boolean isEdge, String part, String verdict, String style, String parameters, boolean isCut,
        String left, String right, String margin, String tightness, String sort, String level, int line, String certificate, String pin, Prose note) { }
