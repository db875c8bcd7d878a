package org.apodix.theorems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apodix.audit.Claim;
import org.apodix.audit.Theorem;
import org.apodix.audit.figure.Figure;
import org.apodix.audit.figure.Picture;
import org.apodix.audit.figure.Table;

/** What holds of the figures of every theorem. */
public final class FigureChecks {

    private FigureChecks() { }

    /** Names are distinct, claims exist, pictures are well-formed, described and without script, tables are not empty. */
    public static void all(Theorem theorem, List<Figure> figures) throws Exception {
        var claims = theorem.claims().stream().map(Claim::id).toList();
        var ids = new HashSet<String>();
        for (var figure : figures) {
            assertThat(ids.add(figure.heading().id())).as(figure.heading().id()).isTrue();
            assertThat(claims).as(figure.heading().id()).containsAll(figure.heading().claims());
            if (figure instanceof Picture picture) {
                var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(picture.svg().get().getBytes(StandardCharsets.UTF_8)));
                assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
                assertThat(svg.getElementsByTagName("script").getLength()).isZero();
                assertThat(picture.alternative()).isNotBlank();
            }
            if (figure instanceof Table table) {
                assertThat(table.rows()).as(figure.heading().id()).isNotEmpty();
            }
        }
    }

    /** The number of rows of a table. */
    public static int rows(List<Figure> figures, String id) {
        return figures.stream().filter(figure -> figure.heading().id().equals(id)).map(Table.class::cast).findFirst().orElseThrow().rows().size();
    }
}
