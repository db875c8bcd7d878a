package org.apodix.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apodix.audit.Bites;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Engine;
import org.apodix.audit.Json;
import org.apodix.audit.Judge;
import org.apodix.audit.Options;
import org.apodix.audit.Parallel;
import org.apodix.report.figure.FigureView;

/**
 * The report of an audit as a static site: a front page, a page per theorem, and everything they load beside them.
 *
 * <p>The same files give the same bytes: times and machine come from {@code run.json} alone.
 */
public final class Site {

    private final Catalogue catalogue;
    private final String version;
    private final TemplateEngine templates =
        TemplateEngine.createPrecompiled(null, ContentType.Html, Site.class.getClassLoader(), "org.apodix.report.templates");

    public Site(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.version = version();
    }

    /**
     * Writes the site of the audit in {@code folder} into the same folder.
     *
     * @return the front page
     * @throws org.apodix.audit.BadInput if the folder holds no audit of this version and these theorems
     */
    public Path write(Path folder) throws IOException {
        return write(folder, null);
    }

    /**
     * The same right after the audit.
     *
     * @param bites the audit's judgements of teeth, by its engine; null has them judged anew
     */
    public Path write(Path folder, Bites bites) throws IOException {
        var audit = AuditRecord.read(folder, catalogue, version);
        var run = run(audit);
        var ladder = Engine.of(audit.options().engine()).ladder(audit.options().maxDigits()).alone();
        var known = bites == null ? new Bites(new Judge(ladder)) : bites;
        var audited = catalogue.select(audit.options().selectors());
        var theorems = Parallel.both(() -> Parallel.map(catalogue.theorems(), theorem -> TheoremPage.view(theorem, audit, ladder, known)),
            () -> catalogue.fingerprintsOf(audited), (views, fingerprints) -> views);
        Assets.copy(folder.resolve("assets"));
        var pages = new ArrayList<Page>();
        var figures = new ArrayList<FigureView>();
        for (var theorem : theorems) {
            pages.add(new Page("theorem.jte", Map.of("theorem", theorem, "run", run), folder.resolve(theorem.page())));
            for (var claim : theorem.claims()) {
                pages.add(new Page("claim.jte", Map.of("theorem", theorem, "claim", claim, "run", run), folder.resolve(claim.page())));
            }
            figures.addAll(theorem.figures());
        }
        write(pages);
        for (var figure : figures) {
            tables(figure, folder);
        }
        Files.writeString(folder.resolve("report.json"), Json.line(ReportJson.document(catalogue, audit, run, theorems)) + "\n");
        var front = new Page("index.jte", Map.of("front", new FrontView(run, List.copyOf(theorems), catalogue.planned())), folder.resolve("index.html"));
        write(List.of(front));
        return front.file();
    }

    private static void tables(FigureView figure, Path folder) throws IOException {
        if (!figure.file().isEmpty()) {
            var file = folder.resolve(figure.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, figure.csv());
        }
    }

    /** A page to be: its template, the values in it, and where it goes. */
    private record Page(String template, Map<String, Object> values, Path file) { }

    private void write(List<Page> pages) throws IOException {
        try {
            Parallel.map(pages, this::write);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Path write(Page page) {
        var text = new StringOutput();
        templates.render(page.template(), page.values(), text);
        try {
            Files.createDirectories(page.file().getParent());
            return Files.writeString(page.file(), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunView run(AuditRecord audit) {
        var options = audit.options();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Version", options.version()));
        facts.add(new Fact("Seed", Long.toString(options.seed())));
        facts.add(new Fact("Instances per claim", Integer.toString(options.instances())));
        facts.add(new Fact("Claims", Integer.toString(audit.claims().size())));
        facts.add(new Fact("Carrier", options.engine() + ", up to " + options.maxDigits() + " digits"));
        recorded(audit, "seconds", "Time", " s", facts);
        recorded(audit, "threads", "Threads", "", facts);
        recorded(audit, "java", "Java", "", facts);
        recorded(audit, "os", "System", "", facts);
        return new RunView(options.version(), command(options), rest(options), List.copyOf(facts), audit.isComplete());
    }

    private static void recorded(AuditRecord audit, String field, String name, String unit, List<Fact> facts) {
        var value = audit.run().path(field);
        if (value.isValueNode()) {
            facts.add(new Fact(name, value.asText() + unit));
        }
    }

    /** The command that makes the same ledger, whatever the defaults are. */
    private static String command(Options options) {
        var command = new StringBuilder("./apodix audit");
        options.selectors().forEach(selector -> command.append(' ').append(selector));
        return command.append(' ').append(rest(options)).toString();
    }

    private static String rest(Options options) {
        var command = new StringBuilder("--instances ").append(options.instances()).append(" --seed ").append(options.seed());
        if (!options.engine().equals(Options.DEFAULT_ENGINE)) {
            command.append(" --engine ").append(options.engine());
        }
        return command.append(" --max-digits ").append(options.maxDigits()).toString();
    }

    private static String version() {
        var properties = new Properties();
        try (InputStream in = Site.class.getResourceAsStream("/version.properties")) {
            properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
