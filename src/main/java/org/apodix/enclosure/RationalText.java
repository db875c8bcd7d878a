package org.apodix.enclosure;

import java.math.BigInteger;

/** The strict reader of {@link Rational#parse}. */
final class RationalText {

    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_EXPONENT = 10_000;
    private static final String FORMS = "write it as 3/5, -7, -1.25 or 1e-6, without spaces or a plus sign";

    private final String text;
    private int position;

    private RationalText(String text) {
        this.text = text;
    }

    static Rational parse(String text) {
        if (text == null) {
            throw new IllegalArgumentException("a number is missing (null): " + FORMS);
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the number " + quote(text) + " has " + text.length()
                    + " characters, more than the " + MAX_LENGTH + " allowed: shorten it");
        }
        return new RationalText(text).read();
    }

    private Rational read() {
        boolean negative = accept('-');
        String whole = digits();
        Rational size;
        if (accept('/')) {
            BigInteger denominator = new BigInteger(digits());
            end();
            if (denominator.signum() == 0) {
                throw new IllegalArgumentException("the number " + quote(text)
                        + " has the denominator 0, so it has no value: give another denominator");
            }
            size = Rational.of(new BigInteger(whole), denominator);
        } else {
            String fraction = accept('.') ? digits() : "";
            int exponent = accept('e') || accept('E') ? exponent() : 0;
            end();
            size = Rational.of(new BigInteger(whole + fraction)).times(powerOfTen(exponent - fraction.length()));
        }
        return negative ? size.negate() : size;
    }

    private int exponent() {
        boolean negative = accept('-');
        String digits = digits();
        end(); // so that a malformed text is called malformed
        BigInteger size = new BigInteger(digits);
        if (size.compareTo(BigInteger.valueOf(MAX_EXPONENT)) > 0) {
            throw new IllegalArgumentException("the number " + quote(text) + " has a power of ten beyond "
                    + MAX_EXPONENT + " in size: rescale the quantity");
        }
        return negative ? -size.intValue() : size.intValue();
    }

    private static Rational powerOfTen(int exponent) {
        Rational power = Rational.of(BigInteger.TEN.pow(Math.abs(exponent)));
        return exponent < 0 ? power.inverse() : power;
    }

    private boolean accept(char wanted) {
        boolean found = position < text.length() && text.charAt(position) == wanted;
        if (found) {
            position++;
        }
        return found;
    }

    private String digits() {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (position == start) {
            throw malformed();
        }
        return text.substring(start, position);
    }

    private void end() {
        if (position < text.length()) {
            throw malformed();
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("the text " + quote(text) + " is not an exact number: " + FORMS);
    }

    /** At most 40 characters of the text in quotes, on one line whatever it contains. */
    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), 40); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04x", (int) c));
            }
        }
        return quoted.append(text.length() > 40 ? "...\"" : "\"").toString();
    }
}
