package org.apodix.report;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apodix.audit.Json;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of the system with its driver. Nothing is downloaded: where one of them is absent there is no browser. */
final class Browser implements AutoCloseable {

    /** Held, so that its level is not forgotten: that the browser is newer than the driver's protocol is no news. */
    private static final java.util.logging.Logger LOGGER = java.util.logging.Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** The browser, or nothing where the system has none. */
    static Optional<Browser> start(Path profile) {
        var chromium = program("chromium", "chromium-browser", "google-chrome");
        var driver = program("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            return Optional.empty();
        }
        LOGGER.setLevel(java.util.logging.Level.SEVERE);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        logs.enable(LogType.PERFORMANCE, java.util.logging.Level.ALL);
        var options = new ChromeOptions().setBinary(chromium.get());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder().usingDriverExecutable(driver.get()).usingAnyFreePort().build();
        return Optional.of(new Browser(new ChromeDriver(service, options)));
    }

    private static Optional<File> program(String... names) {
        var folders = Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator);
        return Stream.of(names).flatMap(name -> Arrays.stream(folders).map(folder -> new File(folder, name))).filter(File::canExecute).findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page and forgets what was logged before. */
    void open(Path page) {
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(page.toUri().toString());
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    @SuppressWarnings("unchecked")
    List<Object> list(String script, Object... arguments) {
        return (List<Object>) run(script, arguments);
    }

    /** What the console says since the page was opened. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(entry -> entry.getLevel() + " " + entry.getMessage()).toList();
    }

    /** The addresses that were asked for since the page was opened. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream().map(entry -> Json.read(entry.getMessage(), "log").path("message"))
            .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
            .map(message -> message.path("params").path("request").path("url").asText()).toList();
    }

    /** A screen of this size. */
    void screen(int width, int height) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The reader's choice: {@code light} or {@code dark}, on {@code screen} or {@code print}. */
    void media(String scheme, String medium) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium, "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What the accessibility checker finds on the page, a line per violation. */
    List<Object> violations() {
        try (var in = Browser.class.getResourceAsStream("/axe.min.js")) {
            run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.manage().timeouts().scriptTimeout(java.time.Duration.ofMinutes(5));
        @SuppressWarnings("unchecked")
        var found = (List<Object>) driver.executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(
              result => done(result.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary.slice(0, 200)).join(' | '))),
              error => done(['axe failed: ' + error]));
            """);
        return found;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
