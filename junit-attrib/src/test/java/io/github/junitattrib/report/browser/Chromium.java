package io.github.junitattrib.report.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium of this machine. Nothing is downloaded: without one, or without its driver, tests are left out, unless the
 * property {@code browser.required} says that this is a failure.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> BROWSERS = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/opt/google/chrome/chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> DRIVERS = List.of(
            "/usr/bin/chromedriver",
            "/usr/lib/chromium/chromedriver",
            "/usr/lib/chromium-browser/chromedriver",
            "/usr/local/bin/chromedriver",
            "/opt/homebrew/bin/chromedriver");
    /** It says of every new Chromium that it has no bindings for its protocol, which nobody uses here. */
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    private static final Path PICTURES = Path.of("target", "browser");

    private final ChromeDriver driver;

    private Chromium(Path browser, Path chromedriver) {
        DEVTOOLS.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        // Containers have neither a sandbox for root nor much shared memory.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--window-size=1280,1000");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .withLogFile(new File("target/chromedriver.log"))
                .build();
        this.driver = new ChromeDriver(service, options);
    }

    /** Starts it, or leaves the test class out. */
    static Chromium start() {
        Optional<Path> browser = first("browser.path", BROWSERS);
        Optional<Path> chromedriver = first("browser.driver", DRIVERS);
        if (browser.isPresent() && chromedriver.isPresent()) {
            return new Chromium(browser.get(), chromedriver.get());
        }
        String missing = (browser.isEmpty() ? "no Chromium" : "no chromedriver")
                + " on this machine (-Dbrowser.path=… and -Dbrowser.driver=… name another place)";
        if (Boolean.getBoolean("browser.required")) {
            throw new AssertionError("The browser tests need " + missing.replaceFirst("^no ", "a ")
                    + ": there is none. Install the packages chromium and chromium-driver.");
        }
        say("The browser tests were left out: there is " + missing + ".");
        return Assumptions.abort("There is " + missing + ".");
    }

    @SuppressWarnings("SystemOut") // Surefire does not print why tests were skipped.
    private static void say(String line) {
        System.out.println(line);
    }

    private static Optional<Path> first(String property, List<String> usual) {
        return Stream.concat(Stream.ofNullable(System.getProperty(property)), usual.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    void open(Path page) {
        driver.get(page.toUri().toString());
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<String> texts(String css) {
        return strings(
                "return Array.from(document.querySelectorAll(arguments[0]), one => one.textContent.trim())", css);
    }

    Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "null");
    }

    List<String> strings(String script, Object... arguments) {
        return ((List<?>) run(script, arguments)).stream().map(String::valueOf).toList();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    boolean hasAlert() {
        try {
            driver.switchTo().alert();
            return true;
        } catch (NoAlertPresentException e) {
            return false;
        }
    }

    Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    /** Emulates what a user prefers; without arguments, nothing. */
    void prefer(String media, Map<String, String> features) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        media,
                        "features",
                        features.entrySet().stream()
                                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                                .toList()));
    }

    /** Emulates a screen of another width; 0 is that of the window. */
    void width(int pixels) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 0, "deviceScaleFactor", 0, "mobile", false));
    }

    /** What was asked for since the last call, of the network or of files. */
    List<String> requests() {
        return StreamSupport.stream(
                        driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
                .map(entry -> json(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url").asText())
                .toList();
    }

    /** Errors of scripts and refusals of the policy since the last call. */
    List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** What axe-core finds, with the first element of each rule. */
    List<String> violations() {
        driver.executeScript(axe());
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(
                    result => done(result.violations.map(one => one.id + ': ' + one.help + ': ' + one.nodes[0].html
                        + ' (' + one.nodes.length + ')')),
                    error => done(['axe: ' + error]));
                """);
        return ((List<?>) Objects.requireNonNull(found, "answer of axe"))
                .stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script =
                Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"), "axe.min.js of axe-core")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture for people to look at. */
    void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
