package org.apodix.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Everything that the pages load: the style sheet, the script, and KaTeX with its fonts, all copied beside them. */
final class Assets {

    private static final String KATEX = "/META-INF/resources/webjars/katex/0.18.11/dist/";
    private static final Pattern FONT = Pattern.compile("fonts/[A-Za-z0-9_-]+\\.woff2");

    private Assets() { }

    static void copy(Path folder) throws IOException {
        write(folder.resolve("report.css"), bytes("report.css"));
        write(folder.resolve("report.js"), bytes("report.js"));
        write(folder.resolve("tables.js"), bytes("tables.js"));
        write(folder.resolve("report.schema.json"), bytes("report.schema.json"));
        var katex = folder.resolve("katex");
        var css = bytes(KATEX + "katex.min.css");
        write(katex.resolve("katex.min.css"), css);
        write(katex.resolve("katex.min.js"), bytes(KATEX + "katex.min.js"));
        var fonts = FONT.matcher(new String(css, StandardCharsets.UTF_8));
        while (fonts.find()) {
            write(katex.resolve(fonts.group()), bytes(KATEX + fonts.group()));
        }
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + resource);
            }
            return in.readAllBytes();
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
