package org.apodix.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apodix.audit.AuditListener;
import org.apodix.audit.Auditor;
import org.apodix.audit.BadInput;
import org.apodix.audit.Catalogue;
import org.apodix.audit.Claim;
import org.apodix.audit.Json;
import org.apodix.audit.Options;
import org.apodix.audit.Tally;
import org.apodix.audit.Verdict;
import org.apodix.audit.figure.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    private static final int INSTANCES = 40;
    /** Stays after the test, to look at. */
    private static final Path SAMPLE = Path.of("target", "toy-report");

    private static final Catalogue CATALOGUE = new Catalogue(List.of(new Toy()));
    private static Map<String, Tally> tallies;
    private static String front;
    private static String page;

    @TempDir
    Path folder;

    @BeforeAll
    static void audit() throws IOException {
        tallies = audit(SAMPLE, CATALOGUE, List.of());
        assertThat(new Site(CATALOGUE).write(SAMPLE)).isEqualTo(SAMPLE.resolve("index.html"));
        front = Files.readString(SAMPLE.resolve("index.html"));
        page = Files.readString(SAMPLE.resolve("theorem-toy.html"));
    }

    static Map<String, Tally> audit(Path folder, Catalogue catalogue, List<String> selectors) throws IOException {
        var options = new Options(version(), selectors, INSTANCES, 1, Options.DEFAULT_ENGINE, 100, "test");
        var tallies = new HashMap<String, Tally>();
        for (var tally : new Auditor(catalogue, options).run(folder, 1, false, new Silent())) {
            tallies.put(tally.claim().id(), tally);
        }
        var run = (ObjectNode) Json.read("{\"seconds\": 1.5, \"threads\": 2, \"java\": \"17.0.1\", \"os\": \"Linux <x>\"}", "run");
        run.set("options", options.json());
        Files.writeString(folder.resolve("run.json"), Json.pretty(run));
        return tallies;
    }

    private static final class Silent implements AuditListener {

        @Override
        public void examined(Claim<?> claim, int k, int instances) { }

        @Override
        public void finished(Tally tally) { }
    }

    private static String version() {
        var properties = new Properties();
        try (var in = SiteTest.class.getResourceAsStream("/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static String section(String claim) {
        try {
            return Files.readString(SAMPLE.resolve("toy/" + claim + ".html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Test
    void statementsAreTypesetFromTheFormulasThatWereComputed() {
        for (var claim : List.of(Toy.TANGENT, Toy.BROKEN, Toy.UNARMED, Toy.EVIDENCE, Toy.BLUNT)) {
            claim.statements().forEach(statement -> assertThat(section(claim.id()))
                .contains("<div class=\"tex display\">" + escaped(statement.tex()) + "</div>"));
        }
        assertThat(section("T1")).contains("the point, <span class=\"tex\">x \\in [-4, 4]</span>");
    }

    @Test
    void verdictsAreCountedAsTheLedgerCountsThem() {
        var strip = Pattern.compile("<dt>([A-Z]+)</dt><dd>(\\d+)</dd>");
        for (var tally : tallies.values()) {
            var counted = new HashMap<String, Integer>();
            strip.matcher(section(tally.claim().id())).results()
                .forEach(m -> counted.merge(m.group(1), Integer.parseInt(m.group(2)), Integer::sum));
            for (var verdict : Verdict.values()) {
                assertThat(counted.getOrDefault(verdict.name(), 0)).as(tally.claim().id() + " " + verdict).isEqualTo(tally.count(verdict));
            }
        }
        var total = tallies.values().stream().mapToInt(tally -> tally.count(Verdict.VERIFIED)).sum();
        assertThat(front).contains("<dt>VERIFIED</dt><dd>" + total + "</dd>");
    }

    @Test
    void enclosedHypothesesShowTheirFormula() {
        assertThat(section("T3")).contains("<li><span class=\"tex\">x \\ge 0</span></li>")
            .contains("<li><span class=\"tex\">x \\le 3</span> in other words: <span class=\"tex\">x \\le 3</span></li>");
    }

    @Test
    void badgesNameTheStrongestKind() {
        assertThat(section("T1")).contains("<span class=\"badge good\">VERIFIED ");
        assertThat(section("T2")).contains("<span class=\"badge bad\">REFUTED ");
        assertThat(section("T3")).contains("<span class=\"badge open\">VERIFIED ").contains("<span class=\"badge open\">UNARMED</span>");
        assertThat(section("T4")).doesNotContain("badge good").containsPattern("badge evidence\">SUPPORTED \\d+ of 40, evidence only<");
        assertThat(section("T5")).doesNotContain("badge good").contains("<span class=\"badge open\">UNARMED</span>");
    }

    /** A badge never stands alone where the claim has verdicts of other kinds, on either page. */
    @Test
    void theOtherVerdictsStandBesideTheBadge() {
        var tally = tallies.get("T1");
        assertThat(tally.count(Verdict.TOUCHING)).isPositive();
        var both = "<span class=\"badge good\">VERIFIED " + tally.count(Verdict.VERIFIED) + " of " + tally.statements() + "</span> <span class=\"also good\">TOUCHING "
            + tally.count(Verdict.TOUCHING) + "</span>";
        assertThat(section("T1")).contains(both);
        assertThat(page.split(Pattern.quote(both), -1)).hasSize(3);
    }

    @Test
    void evidenceIsNamedStatementByStatement() {
        var evidence = page.substring(page.indexOf("id=\"evidence\""), page.indexOf("id=\"figures\""));
        assertThat(evidence).containsPattern("T4</a>\\s+the point is near zero").doesNotContain("T1</a>").doesNotContain("T5</a>");
    }

    @Test
    void aToothNamesTheRelationThatItRefutes() {
        var teeth = page.substring(page.indexOf("id=\"teeth\""), page.indexOf("id=\"evidence\""));
        assertThat(teeth).containsPattern("1\\.15</td><td data-label=\"Said\">\u2264</td><td class=\"n\" data-label=\"Right\">1\\.10517");
    }

    @Test
    void aRefutationComesFirstWithItsShrunkInstanceAndItsReplay() {
        var section = section("T2");

        assertThat(section.indexOf("class=\"refuted\"")).isPositive().isLessThan(section.indexOf("<h2>Statement</h2>"));
        var refuted = section.substring(section.indexOf("class=\"refuted\""), section.indexOf("<h2>Statement</h2>"));
        assertThat(refuted).contains("shrunk from instance").contains("&#34;x&#34;: &#34;2&#34;".replace("&#34;", "\""))
            .contains("./apodix evaluate toy - &lt;&lt;'END'").contains("7.38905609893...").contains("-0.389056...");
    }

    @Test
    void teethShowWhetherTheyBite() {
        assertThat(section("T1")).contains("BITES").contains("stated with the claim").contains(">1.15<").doesNotContain("exactly 23/20")
            .contains("1.10517091807...");
        assertThat(section("T3")).contains("Unarmed: this claim has no false strengthening");
        assertThat(section("T4")).contains(">BITES<").contains(">ours<");
        assertThat(section("T5")).contains("DOES NOT BITE");
    }

    @Test
    void vacuousInstancesSayWhy() {
        assertThat(section("T3")).containsPattern("VACUOUS, \\d+ times: <span class=\"tex\">x \\\\ge 0</span>");
    }

    @Test
    void whatIsNotBuiltIsListedAndLinkedNowhere() {
        assertThat(front).contains("<li><code>ratio-signrelu</code></li>").contains("<li><code>generalization-gap</code></li>");
        assertThat(page).contains("<code>T9</code>").contains("<code>complex</code>");
        assertThat(section("T2")).contains("<a href=\"T1.html\">T1</a>").contains("T9 (not built yet)");
    }

    @Test
    void theRunIsShownAsRecorded() {
        assertThat(front).contains("1.5 s").contains("17.0.1").contains("Linux &lt;x&gt;")
            .contains("./apodix audit --instances 40 --seed 1 --max-digits 100");
    }

    @Test
    void withoutScriptsTheTexStaysReadable() {
        assertThat(page).contains("<noscript>").contains("you see their TeX source");
        assertThat(front).contains("<noscript>");
    }

    @Test
    void certificatesAreLinkedWhereTheyExist() throws IOException {
        audit(folder, CATALOGUE, List.of());
        Files.createDirectories(folder.resolve("certificates/toy"));
        Files.writeString(folder.resolve("certificates/toy/T1-a-1.json"), "{}");
        Files.writeString(folder.resolve("certificates/toy/T1-tooth-steeper.json"), "{}");
        Files.writeString(folder.resolve("certificates/index.jsonl"), """
            {"claim":"toy/T1","part":"a","k":1,"file":"toy/T1-a-1.json"}
            {"claim":"toy/T1","part":"b","k":1,"file":"toy/T1-b-1.json"}
            {"claim":"toy/T1","part":"a","k":2,"file":"../ledger.jsonl"}
            {"claim":"toy/T1","tooth":"steeper","file":"toy/T1-tooth-steeper.json"}
            {"claim":"toy/T1","part":"b","k":0,"none":"too long"}
            """);
        new Site(CATALOGUE).write(folder);

        var html = Files.readString(folder.resolve("toy/T1.html"));
        assertThat(Pattern.compile("href=\"(\\.\\./certificates[^\"]*)\"").matcher(html).results().map(m -> m.group(1)))
            .containsExactlyInAnyOrder("../certificates/toy/T1-a-1.json", "../certificates/toy/T1-tooth-steeper.json");
        assertThat(html).contains("./apodix replay certificates/toy/T1-a-1.json");
    }

    @Test
    void textOfALedgerNeverBecomesMarkup() {
        assertThat(section("T1")).contains("near zero &lt;script&gt;alert('label')&lt;/script&gt; &amp; ")
            .doesNotContain("<script>alert").contains("&lt;b&gt;spelled out&lt;/b&gt;").doesNotContain("<b>spelled");
        assertThat(page).contains("&lt;script&gt;alert('curve')").doesNotContain("<script>alert");
    }

    @Test
    void everyClaimHasAPageAtItsName() throws IOException {
        for (var claim : CATALOGUE.theorems().get(0).claims()) {
            assertThat(page).contains("href=\"toy/" + claim.id() + ".html\"");
            assertThat(section(claim.id())).contains("<h1><span class=\"id\">" + claim.id() + "</span> ");
        }
        assertThat(front).contains("href=\"toy/T2.html\"");
    }

    private static List<String> cells(String html, String head) {
        var table = html.substring(html.indexOf("<table class=\"rows instances\""));
        var heads = Pattern.compile("<th scope=\"col\"[^>]*>(.*?)</th>").matcher(table.substring(0, table.indexOf("</thead>"))).results().map(m -> m.group(1)).toList();
        return Pattern.compile("<tr.*?</tr>").matcher(table.substring(table.indexOf("<tbody>"), table.indexOf("</table>"))).results()
            .map(row -> Pattern.compile("<td[^>]*>(.*?)</td>").matcher(row.group()).results().map(m -> m.group(1)).toList().get(heads.indexOf(head))).toList();
    }

    @Test
    void instancesAreSortedByTightnessWithTheirExactParameters() {
        var tightness = cells(section("T1"), "Tightness").stream().filter(text -> !text.isEmpty())
            .map(text -> Double.parseDouble(text.replaceAll("(\\.\\.\\.| \u00b1 [^e]*e-\\d+)", ""))).toList();
        assertThat(tightness).hasSizeGreaterThan(10).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(section("T1")).contains("<b class=\"flag\">tightest</b>", "<b class=\"flag\">loosest</b>", "<code>{&#34;family&#34;".replace("&#34;", "\""));
        assertThat(cells(section("T1"), "Exact parameters")).allMatch(cell -> cell.contains("\"x\":"));
        var shown = cells(section("T1"), "k").size();
        assertThat(section("T1")).contains("Not shown: " + (2 * INSTANCES - shown) + " of " + 2 * INSTANCES + " verdicts");
    }

    @Test
    void everyEdgeAndEveryRefutationIsShown() {
        assertThat(section("T1").split("<b class=\"flag\">edge</b>", -1)).hasSize(1 + 2 * 4);
        var refuted = cells(section("T2"), "Verdict").stream().filter(cell -> cell.contains("REFUTED")).count();
        assertThat(refuted).isEqualTo(Math.min(20, tallies.get("T2").count(Verdict.REFUTED))).isPositive();
    }

    @Test
    void whatWasTriedOfAParameterHasExactEnds() {
        var row = section("T1").substring(section("T1").indexOf("<th scope=\"row\"><code>x</code>"));
        assertThat(row.substring(0, row.indexOf("</tr>"))).contains("<td>" + INSTANCES + "</td>").containsPattern("class=\"number\">-\\d+(/\\d+)?</td>")
            .contains("values of x in 12 bars");
    }

    @Test
    void darkGreenIsOnlyWhatRestsOnGreen() {
        assertThat(page).containsPattern("<g class=\"lemma deep from-derived\"><title>T1, ").containsPattern("<g class=\"lemma bad from-derived\"><title>T2, ")
            .containsPattern("<g class=\"lemma none from-trusted\"><title>T9, ").containsPattern("<g class=\"lemma evidence from-derived\"><title>T4, ");
        assertThat(page).contains("T9 not built yet</th><td>not built, taken on trust</td><td>1: T2</td>");
    }

    @Test
    void figuresStandOnThePageWithTheirNumbersBesideIt() throws IOException {
        for (var figure : ToyFigures.all()) {
            assertThat(page).contains("<figure class=\"" + (figure instanceof Table ? "table" : "drawing") + "\" id=\"figure-" + figure.heading().id() + "\"");
        }
        assertThat(page).contains("href=\"figures/toy-powers.csv\"").contains("not proof of one").contains("Left out of the drawing:");
        assertThat(Files.readString(SAMPLE.resolve("figures/toy-powers.csv"))).startsWith("curve,role,x,");
        assertThat(SAMPLE.resolve("figures/toy-drawing.csv")).doesNotExist();
    }

    @Test
    void constantsSayWhoFixedThemAndRemarksWhatShowsThem() {
        assertThat(page).contains("<td class=\"by\">the instance</td>", "<td class=\"by\">derived here</td>", "Beyond the paper", "Said only; no claim shows it.");
    }

    @Test
    void nothingIsLoadedFromElsewhereAndLinksResolve() throws IOException {
        var loads = Pattern.compile("(?:src|href)=\"([^\"]*)\"");
        for (var file : pages()) {
            var html = Files.readString(file);
            for (var link : loads.matcher(html).results().map(m -> m.group(1)).toList()) {
                if (link.startsWith("data:") || link.startsWith("https://arxiv.org/abs/")) {
                    continue; // an empty icon; an address to follow by hand
                }
                var parts = (link.startsWith("#") ? file.getFileName() + link : link).split("#");
                var target = file.resolveSibling(parts[0]).normalize();
                assertThat(target.startsWith(SAMPLE)).as(link).isTrue();
                assertThat(target).exists();
                if (parts.length > 1) {
                    assertThat(Files.readString(target)).contains("id=\"" + parts[1] + "\"");
                }
            }
            assertThat(html.replace(" xmlns=\"http://www.w3.org/2000/svg\"", "").replaceAll("<a href=\"https://arxiv.org/abs/[0-9.v]+\">", "")).doesNotContain("http:", "https:");
        }
        var sheet = Files.readString(SAMPLE.resolve("assets/report.css")) + Files.readString(SAMPLE.resolve("assets/katex/katex.min.css"));
        assertThat(sheet).doesNotContain("http:", "https:");
        Pattern.compile("fonts/[\\w-]+\\.woff2").matcher(sheet).results().map(MatchResult::group)
            .forEach(font -> assertThat(SAMPLE.resolve("assets/katex").resolve(font)).isNotEmptyFile());
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(SAMPLE)) {
            var pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
            assertThat(pages).hasSize(7);
            return pages;
        }
    }

    @Test
    void headingsAndIdentifiersAreInOrder() throws IOException {
        for (var file : pages()) {
            var html = Files.readString(file);
            int last = 0;
            for (var level : Pattern.compile("<h(\\d)").matcher(html).results().map(m -> Integer.parseInt(m.group(1))).toList()) {
                assertThat(level).isLessThanOrEqualTo(last + 1);
                last = level;
            }
            assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(html).results().map(m -> m.group(1)).toList()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPageThatCannotBeWrittenIsAnErrorOfTheFileSystem() throws IOException {
        audit(folder, CATALOGUE, List.of());
        Files.createDirectories(folder.resolve("toy/T2.html"));
        assertThatThrownBy(() -> new Site(CATALOGUE).write(folder)).isInstanceOf(IOException.class).hasMessageContaining("T2.html");
        assertThat(folder.resolve("index.html")).doesNotExist(); // the front page comes last
    }

    @Test
    void theSameAuditGivesTheSameBytes() throws IOException {
        audit(folder, CATALOGUE, List.of());
        new Site(CATALOGUE).write(folder);

        try (var files = Files.walk(SAMPLE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(folder.resolve(SAMPLE.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void aClaimThatWasNotSelectedIsShownButNotCounted() throws IOException {
        audit(folder, CATALOGUE, List.of("toy/T1"));
        new Site(CATALOGUE).write(folder);

        var selected = Files.readString(folder.resolve("theorem-toy.html"));
        assertThat(selected).contains("NOT RUN").contains("This claim was not selected in this audit").doesNotContain("REFUTED 1");
    }

    @Test
    void aRunThatWasCutOffSaysSo() throws IOException {
        audit(folder, CATALOGUE, List.of());
        var ledger = folder.resolve("ledger.jsonl");
        var lines = Files.readAllLines(ledger);
        Files.write(ledger, lines.subList(0, INSTANCES + 5));
        new Site(CATALOGUE).write(folder);

        assertThat(Files.readString(folder.resolve("index.html"))).contains("This run is not complete");
        assertThat(Files.readString(folder.resolve("theorem-toy.html"))).contains("holds 5 instances of this claim so far; 35 are missing");
    }

    @Test
    void foldersThatHoldNoAuditOfTheseTheoremsAreBadInput() throws IOException {
        assertThatThrownBy(() -> new Site(CATALOGUE).write(folder)).isInstanceOf(BadInput.class).hasMessageContaining("there is no file");

        audit(folder, CATALOGUE, List.of());
        refuses("run.json", version(), "0.0.1", "was written by Apodix 0.0.1");
        refuses("ledger.jsonl", "\"claim\":\"toy/T2\"", "\"claim\":\"toy/T8\"", "speaks of the claim \"toy/T8\", which is not in this audit");
        refuses("ledger.jsonl", "\"VERIFIED\"", "\"CERTAIN\"", "does not fit the claim as it is now");
        refuses("ledger.jsonl", "\"REFUTED\"", "\"VERIFIED\"", "judged again it is REFUTED");
        refuses("ledger.jsonl", "\"family\":\"point\"", "\"family\":\"line\"", "an instance of the family \"line\"");
        refuses("teeth.jsonl", "\"tooth\":\"half\"", "\"tooth\":\"third\"", "is no tooth of toy/T2");
        refuses("teeth.jsonl", "\"VERIFIED\"", "\"REFUTED\"", "judged again it is VERIFIED");
    }

    private void refuses(String file, String text, String other, String message) throws IOException {
        var path = folder.resolve(file);
        var original = Files.readString(path);
        Files.writeString(path, original.replace(text, other));
        assertThatThrownBy(() -> new Site(CATALOGUE).write(folder)).isInstanceOf(BadInput.class).hasMessageContaining(message).message().doesNotContain("\n");
        Files.writeString(path, original);
    }
}
