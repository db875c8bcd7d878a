package org.apodix.report.figure;

import java.util.Locale;

/** SVG text, element after element. Lengths are in pixels and written with one decimal, so that the same drawing is the same text. */
public final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** Name, then attribute names and values in turn. */
    public Svg open(String name, Object... attributes) {
        start(name, attributes);
        text.append('>');
        return this;
    }

    public Svg close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element with text in it. */
    public Svg text(String name, String content, Object... attributes) {
        open(name, attributes);
        text.append(escape(content));
        return close(name);
    }

    public Svg element(String name, Object... attributes) {
        start(name, attributes);
        text.append("/>\n");
        return this;
    }

    /** The opening of a drawing with a title and a description for those who do not see it. {@code id} is unique on the page. */
    public static Svg begin(String id, String style, String title, String description, int width, int height) {
        return begin(id, style, title, description, width, height, true);
    }

    /** The same; {@code isImage} is false where the drawing holds links. */
    public static Svg begin(String id, String style, String title, String description, int width, int height, boolean isImage) {
        return new Svg().open("svg", "class", style, "role", isImage ? "img" : "group", "width", width, "height", height, "viewBox", "0 0 " + width + " " + height,
                "aria-labelledby", id + "-t " + id + "-d")
            .text("title", title, "id", id + "-t").text("desc", description, "id", id + "-d");
    }

    private void start(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1] instanceof Double d ? length(d) : attributes[i + 1].toString();
            text.append(' ').append(attributes[i]).append("=\"").append(escape(value)).append('"');
        }
    }

    /** A length as it is written. */
    static String length(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels).replace("-0.0", "0.0");
    }

    private static String escape(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
