package org.apodix.report.figure;

import java.io.StringReader;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** What a drawing of a theorem may hold before it becomes part of a page. */
final class SafeSvg {

    private static final Set<String> FORBIDDEN = Set.of("script", "foreignobject", "image", "iframe", "a", "audio", "video", "link", "animate", "set");

    private SafeSvg() { }

    /**
     * The drawing, without an XML declaration.
     *
     * @throws IllegalArgumentException if it is not one well-formed {@code svg} element, or holds a script or an address outside of itself
     */
    static String require(String name, String svg) {
        var text = svg.strip().replaceFirst("^<\\?xml[^>]*\\?>\\s*", "");
        Element root;
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (java.io.IOException | javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new IllegalArgumentException("the picture \"" + name + "\" is no well-formed SVG: " + e.getMessage(), e);
        }
        if (!root.getTagName().equals("svg")) {
            throw new IllegalArgumentException("the picture \"" + name + "\" is a " + root.getTagName() + " element; an svg element is expected");
        }
        check(name, root);
        return text;
    }

    private static void check(String name, Element element) {
        if (FORBIDDEN.contains(element.getTagName().toLowerCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException("the picture \"" + name + "\" holds a " + element.getTagName() + " element; pictures have no scripts, links and embedded pages");
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var key = attributes.item(i).getNodeName().toLowerCase(java.util.Locale.ROOT);
            requireInside(name, key, attributes.item(i).getNodeValue());
        }
        if (element.getTagName().equals("style")) {
            requireInside(name, "style", element.getTextContent());
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                check(name, inner);
            }
        }
    }

    private static void requireInside(String name, String key, String value) {
        boolean isAddress = key.endsWith("href") && !value.startsWith("#")
            || !key.startsWith("xmlns") && (value.contains("//") || value.contains("@import"))
            || value.replace("url(#", "").contains("url(");
        if (key.startsWith("on") || isAddress) {
            throw new IllegalArgumentException("the picture \"" + name + "\" has " + key + "=\"" + value + "\"; pictures load nothing and do nothing");
        }
    }
}
