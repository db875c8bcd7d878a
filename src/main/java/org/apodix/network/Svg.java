package org.apodix.network;

import java.util.Locale;

/** SVG text, element after element. Lengths are in pixels and written with one decimal, so that the same picture is the same text. */
public final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** Name, then attribute names and values in turn; numbers that are no integers are rounded. */
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

    /** An element that shows a title to who points at it. */
    public Svg titled(String title, String name, Object... attributes) {
        return open(name, attributes).text("title", title).close(name);
    }

    public Svg element(String name, Object... attributes) {
        start(name, attributes);
        text.append("/>\n");
        return this;
    }

    /** Text that is not escaped: a style sheet. */
    public Svg raw(String content) {
        text.append(content);
        return this;
    }

    private void start(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1] instanceof Double d ? String.format(Locale.ROOT, "%.1f", d) : attributes[i + 1].toString();
            text.append(' ').append(attributes[i]).append("=\"").append(escape(value)).append('"');
        }
    }

    private static String escape(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
