package org.apodix.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apodix.audit.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The site in a real browser. Not run where the system has no Chromium with its driver. */
class BrowserTest {

    private static final Path SITE = Path.of("target", "browser-report").toAbsolutePath();

    // the browser may still write into its profile while it ends
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path profile;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        var found = Browser.start(profile);
        assumeTrue(found.isPresent(), "not run: chromium or chromedriver is not installed");
        browser = found.get();
        var catalogue = new Catalogue(List.of(new Toy()));
        SiteTest.audit(SITE, catalogue, List.of());
        new Site(catalogue).write(SITE);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void ordinary() {
        browser.screen(1200, 900);
        browser.media("light", "screen");
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
    }

    @Test
    void formulasRenderWithoutErrorsAndNothingLeavesTheFolder() throws IOException {
        for (var page : pages()) {
            browser.open(page);
            assertThat(browser.run("return document.querySelectorAll('.tex').length")).as(page.toString()).isEqualTo(
                browser.run("return document.querySelectorAll('.tex.typeset > .katex').length"));
            assertThat(browser.list("return [...document.querySelectorAll('.katex-error')].map(e => e.textContent)")).isEmpty();
            assertThat(browser.console()).as(page.toString()).isEmpty();
            assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith(SITE.toUri().toString()) || url.startsWith("data:"), "inside of " + SITE);
        }
        browser.open(SITE.resolve("toy/T1.html"));
        assertThat((Long) browser.run("return document.querySelectorAll('.katex').length")).isGreaterThanOrEqualTo(10);
    }

    @Test
    void linksLeadToPagesAndPlacesThatExist() throws IOException {
        for (var page : pages()) {
            browser.open(page);
            for (var link : browser.list("return [...document.querySelectorAll('a')].map(a => a.href.baseVal === undefined ? a.href : new URL(a.href.baseVal, location).href)")) {
                var uri = URI.create(link.toString());
                if (uri.getScheme().equals("https")) {
                    assertThat(uri.getHost()).isEqualTo("arxiv.org");
                    continue;
                }
                var target = Path.of(uri.getPath());
                assertThat(target).as(link + " on " + page).exists();
                if (uri.getFragment() != null) {
                    assertThat(Files.readString(target)).contains("id=\"" + uri.getFragment() + "\"");
                }
            }
        }
    }

    private static List<Double> tightness() {
        return browser.list("return [...document.querySelectorAll('table.rows tbody tr')].map(r => r.cells[4].dataset.sort)")
            .stream().map(Object::toString).filter(text -> !text.isEmpty()).map(Double::parseDouble).toList();
    }

    private static long shown() {
        return (Long) browser.run("return [...document.querySelectorAll('table.rows tbody tr')].filter(r => r.offsetParent !== null).length");
    }

    @Test
    void tablesAreSortedByTheKeyboard() {
        browser.open(SITE.resolve("toy/T1.html"));
        assertThat(tightness()).hasSizeGreaterThan(5).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var button = browser.driver().findElement(By.xpath("//th/button[.='Tightness']"));

        button.sendKeys(Keys.ENTER);
        assertThat(tightness()).isSorted();
        assertThat(browser.run("return document.querySelector('th[aria-sort]').textContent + document.querySelector('th[aria-sort]').getAttribute('aria-sort')"))
            .isEqualTo("Tightnessascending");
        button.sendKeys(Keys.ENTER);
        assertThat(tightness()).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        browser.driver().findElement(By.xpath("//th/button[.='k']")).sendKeys(Keys.ENTER);
        assertThat(browser.list("return [...document.querySelectorAll('table.rows tbody tr')].map(r => Number(r.cells[0].textContent))").stream()
            .map(k -> ((Long) k)).toList()).isSorted();
    }

    @Test
    void tablesAreFiltered() {
        browser.open(SITE.resolve("toy/T2.html"));
        long all = shown();
        var verdict = browser.driver().findElement(By.cssSelector(".tools select"));
        verdict.sendKeys("REFUTED");
        assertThat(shown()).isPositive().isLessThan(all);
        assertThat(browser.list("return [...document.querySelectorAll('table.rows tbody tr')].filter(r => !r.hidden).map(r => r.querySelector('.also').textContent)"))
            .containsOnly("REFUTED");
        assertThat(browser.run("return document.querySelector('[role=status]').textContent")).isEqualTo(shown() + " of " + all + " rows");
        verdict.sendKeys(Keys.HOME);
        browser.driver().findElement(By.cssSelector(".tools input[type=checkbox]")).click();
        assertThat(shown()).isEqualTo(4);
        browser.driver().findElement(By.cssSelector(".tools input[type=search]")).sendKeys("below zero");
        assertThat(shown()).isEqualTo(1);
        browser.driver().findElement(By.cssSelector(".tools input[type=search]")).sendKeys(" no such row");
        assertThat(shown()).isZero();
    }

    @Test
    void markupInALabelStaysText() throws IOException {
        for (var page : pages()) {
            browser.open(page);
            assertThat(browser.list("return [...document.scripts].filter(s => !s.src).map(s => s.textContent)")).isEmpty();
        }
        browser.open(SITE.resolve("toy/T1.html"));
        assertThat(browser.run("return document.body.textContent").toString()).contains(Toy.INJECTION);
    }

    @Test
    void nobodyIsShutOut() throws IOException {
        for (var page : pages()) {
            for (var scheme : List.of("light", "dark")) {
                browser.media(scheme, "screen");
                browser.open(page);
                assertThat(browser.violations()).as(page + ", " + scheme).isEmpty();
            }
            browser.screen(400, 800);
            browser.open(page);
            assertThat(browser.violations()).as(page + " on a phone").isEmpty();
            browser.screen(1200, 900);
        }
    }

    @Test
    void aPhoneScrollsDownOnly() throws IOException {
        browser.screen(400, 800);
        for (var page : pages()) {
            browser.open(page);
            assertThat((Long) browser.run("return document.documentElement.scrollWidth")).as(page.toString()).isLessThanOrEqualTo(400);
        }
    }

    @Test
    void theFirstTabSkipsToTheContent() {
        browser.open(SITE.resolve("theorem-toy.html"));
        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertThat(browser.run("return document.activeElement.textContent")).isEqualTo("Skip to the content");
        assertThat(browser.run("return document.activeElement.getBoundingClientRect().left >= 0")).isEqualTo(true);
    }

    @Test
    void paperIsWhiteInPrint() {
        browser.media("dark", "print");
        browser.open(SITE.resolve("theorem-toy.html"));
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.run("return getComputedStyle(document.querySelector('.skip')).display")).isEqualTo("none");
    }

    @Test
    void withoutScriptsNothingIsMissing() {
        browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", java.util.Map.of("value", true));
        try {
            browser.open(SITE.resolve("toy/T1.html"));
            assertThat(browser.driver().findElements(By.cssSelector("table.rows tbody tr"))).hasSizeGreaterThan(10);
            assertThat(browser.driver().findElements(By.cssSelector(".tools"))).isEmpty();
        } finally {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", java.util.Map.of("value", false));
        }
    }
}
