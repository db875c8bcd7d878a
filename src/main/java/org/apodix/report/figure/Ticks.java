package org.apodix.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class Ticks {

    private static final int WANTED = 6;
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private Ticks() { }

    /**
     * A tick.
     *
     * @param position of the number, or of its logarithm on a logarithmic axis
     * @param label    empty for a minor tick
     */
    record Tick(double position, String label) { }

    static List<Tick> of(Scale scale) {
        return scale.logarithmic() ? logarithmic(scale.low(), scale.high()) : linear(scale.low(), scale.high());
    }

    /** Multiples of 1, 2 or 5 times a power of ten. */
    private static List<Tick> linear(double low, double high) {
        double rough = (high - low) / WANTED;
        int power = (int) Math.floor(StrictMath.log10(rough));
        double mantissa = rough / StrictMath.pow(10, power);
        int step = mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10;
        var unit = BigDecimal.valueOf(step).scaleByPowerOfTen(power);
        var ticks = new ArrayList<Tick>();
        long first = (long) Math.ceil(low / unit.doubleValue() - 1e-9);
        for (long k = first; k * unit.doubleValue() <= high + 1e-9 * (high - low); k++) {
            var number = unit.multiply(BigDecimal.valueOf(k));
            ticks.add(new Tick(number.doubleValue(), label(number)));
        }
        return ticks;
    }

    /** Powers of ten, with 2 and 5 times them where there are few, and plain numbers where there is less than one decade. */
    private static List<Tick> logarithmic(double low, double high) {
        double decades = high - low;
        if (decades < 0.7) {
            return linear(StrictMath.pow(10, low), StrictMath.pow(10, high)).stream()
                .filter(tick -> tick.position() > 0).map(tick -> new Tick(StrictMath.log10(tick.position()), tick.label())).toList();
        }
        int every = 1;
        for (int k = 0; every * WANTED < decades; k++) {
            every = k % 3 == 1 ? every / 2 * 5 : 2 * every; // 1, 2, 5, 10, 20, ...
        }
        var ticks = new ArrayList<Tick>();
        for (int k = (int) Math.floor(low); k <= high; k++) {
            boolean isLabelled = Math.floorMod(k, every) == 0;
            add(k, 1, low, high, isLabelled, every > 12, ticks);
            for (int digit = 2; every == 1 && digit <= 9; digit++) {
                add(k, digit, low, high, decades < 2.5 && (digit == 2 || digit == 5), false, ticks);
            }
        }
        return ticks;
    }

    private static void add(int power, int digit, double low, double high, boolean isLabelled, boolean isCrowded, List<Tick> ticks) {
        double position = power + StrictMath.log10(digit);
        if (position >= low - 1e-9 && position <= high + 1e-9 && (isLabelled || !isCrowded)) {
            ticks.add(new Tick(position, isLabelled ? label(BigDecimal.valueOf(digit).scaleByPowerOfTen(power)) : ""));
        }
    }

    /** Plain where that is short, else with a power of ten. */
    static String label(BigDecimal number) {
        var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        if (plain.length() <= 5) {
            return plain.replace('-', '\u2212');
        }
        int power = number.precision() - number.scale() - 1;
        var mantissa = number.movePointLeft(power).stripTrailingZeros().toPlainString();
        var factor = mantissa.equals("1") ? "" : mantissa.equals("-1") ? "\u2212" : mantissa.replace('-', '\u2212') + "\u00b7";
        return factor + "10" + superscript(power);
    }

    private static String superscript(int power) {
        var text = new StringBuilder(power < 0 ? "\u207b" : "");
        Integer.toString(Math.abs(power)).chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }
}
