package org.apodix.audit.figure;

/**
 * An axis of a plot.
 *
 * @param label what runs along it; plain text and the letters of the formulas, such as {@code step size h}
 * @param scale of a logarithmic axis only positive values are drawn
 */
public record Axis(String label, Scale scale) {

    /** How values become lengths. */
    public enum Scale { LINEAR, LOGARITHMIC }

    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR);
    }

    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC);
    }
}
