package io.github.junitattrib.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a reader sees and does in a browser, from files and without a network. */
@Execution(ExecutionMode.SAME_THREAD)
class ReportsInBrowserTest {

    private static final int MANY = 10_000;
    private static final String TESTS = "#tests tbody tr";
    private static final String HOSTILE_PAGE = "com.acme.reviews.RankingTest/hostile-1.html";

    @TempDir
    private static Path directory;

    private static Chromium browser;
    private static Path typical;
    private static Path large;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
        typical = Pages.typical(directory.resolve("typical"));
        large = Pages.large(directory.resolve("large"), MANY);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void preferNothing() {
        browser.prefer("", Map.of());
        browser.requests();
        browser.complaints();
    }

    @Test
    void theFilterShowsTheTestsThatHaveAllItsWordsAndSaysHowMany() {
        index();
        assertThat(shown()).isEqualTo("6 tests");

        type("RANKING great");

        await("1 of 6 tests");
        assertThat(methods()).containsExactly("broken");
        assertThat(browser.find("#shown").getDomAttribute("aria-live")).isEqualTo("polite");
        type("nowhere");
        await("No test matches the filter.");
        assertThat(methods()).isEmpty();
        browser.find("#tools [type=reset]").click();
        await("6 tests");
    }

    @Test
    void statusAndChangeChooseTests() {
        index();

        browser.find("input[value=error]").click();
        assertThat(methods()).containsExactly("missing");
        browser.find("input[value=inconclusive]").click();
        assertThat(methods()).containsExactly("missing", "unclear");
        browser.find("#tools [type=reset]").click();
        await("6 tests");
        browser.find("input[value=fixed]").click();
        assertThat(methods()).containsExactly("repaired");
        browser.find("input[value='still failing']").click();
        assertThat(methods()).containsExactly("broken", "repaired");
    }

    @Test
    void columnsSortBothWaysAndSaySo() {
        index();

        browser.find("#tests th:nth-child(2) button").click();
        assertThat(methods()).containsExactly("missing", "unclear", "gapIsSmall", "broken", "hostile", "repaired");
        assertThat(sorting()).containsExactly("Test ascending");
        browser.find("#tests th:nth-child(2) button").click();
        assertThat(methods()).containsExactly("repaired", "hostile", "broken", "gapIsSmall", "unclear", "missing");
        assertThat(sorting()).containsExactly("Test descending");
        browser.find("#tests th:nth-child(4) button").click();
        assertThat(browser.texts(TESTS + " td:last-child")).containsExactly("", "0.60", "0.70", "0.70", "0.70", "0.80");
        browser.find("#tests th:nth-child(1) button").click();
        assertThat(methods().get(0)).isEqualTo("gapIsSmall");
    }

    @Test
    void aPackageFiltersByItsName() {
        index();

        browser.find("#packages tbody tr:nth-child(1) button").click();

        assertThat(browser.find("#filter").getDomProperty("value")).isEqualTo("com.acme.models");
        assertThat(methods()).containsExactly("missing", "unclear");
    }

    @Test
    void everythingWorksByKeyboard() {
        index();
        WebElement filter = browser.find("#filter");
        filter.sendKeys("acme");
        // From the filter through all boxes to the column heads: nothing holds the focus.
        int steps = 0;
        while (!browser.focused().getText().equals("Test") && steps++ < 30) {
            browser.focused().sendKeys(Keys.TAB);
            assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                    .as("outline of %s", browser.run("return document.activeElement.outerHTML"))
                    .isNotEqualTo("none");
        }
        browser.focused().sendKeys(Keys.ENTER);

        assertThat(sorting()).containsExactly("Test ascending");
        assertThat(methods().get(0)).isEqualTo("missing");
        browser.focused().sendKeys(Keys.SPACE);
        assertThat(sorting()).containsExactly("Test descending");
    }

    @Test
    void tenThousandTestsStayUsable() throws IOException {
        browser.open(large.resolve("index.html"));

        assertThat(shown()).isEqualTo("1 to 100 of 10,000 tests, page 1 of 100");
        assertThat(browser.texts(TESTS)).hasSize(100);
        WebElement next = browser.find("#pager [name=next]");
        next.click();
        assertThat(shown()).isEqualTo("101 to 200 of 10,000 tests, page 2 of 100");
        assertThat(browser.focused()).isEqualTo(next);
        browser.find("#pager [name=last]").click();
        assertThat(shown()).isEqualTo("9,901 to 10,000 of 10,000 tests, page 100 of 100");
        assertThat(next.getDomAttribute("aria-disabled")).isEqualTo("true");
        next.click();
        assertThat(shown()).startsWith("9,901");
        type("invocation 9991");
        await("1 of 10,000 tests");
        assertThat(browser.find("#pager").isDisplayed()).isFalse();
        Object sorted = browser.run("""
                document.querySelector('#filter').value = '';
                const begin = performance.now();
                document.querySelector('#tests th:nth-child(2) button').click();
                document.body.offsetHeight;
                return Math.round(performance.now() - begin)""");
        measured("milliseconds to sort " + MANY, sorted);
        assertThat(browser.find(TESTS + " .soft").getText()).isEqualTo("com.acme.LargeTest");
        browser.open(large.resolve("index.html"));
        measured(
                "milliseconds to load " + MANY,
                browser.run("return Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"));
        measured("bytes of the index", Files.size(large.resolve("index.html")));
        browser.picture("index-large");
    }

    @Test
    void paperHasAllTestsAndNoControls() {
        browser.open(large.resolve("index.html"));
        browser.prefer("print", Map.of());
        browser.run("dispatchEvent(new Event('beforeprint')); return 0");

        assertThat(browser.run("return document.querySelectorAll('#tests tbody tr').length"))
                .isEqualTo((long) MANY);
        assertThat(browser.find("#tools").isDisplayed()).isFalse();
        assertThat(browser.find("#pager").isDisplayed()).isFalse();
        browser.run("dispatchEvent(new Event('afterprint')); return 0");
        assertThat(browser.texts(TESTS)).hasSize(100);
    }

    @Test
    void theIndexIsWholeWithoutScript() {
        browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            index();

            assertThat(methods()).hasSize(6);
            assertThat(browser.find(TESTS + ":last-child").isDisplayed()).isTrue();
            assertThat(browser.find("#tools").isDisplayed()).isFalse();
            assertThat(browser.find("#pager").isDisplayed()).isFalse();
            assertThat(browser.texts("th button")).isEmpty();
            browser.open(large.resolve("index.html"));
            assertThat(browser.texts(TESTS)).hasSize(MANY);
            assertThat(browser.find(TESTS + ":last-child").isDisplayed()).isTrue();
        } finally {
            browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    static Stream<String> pages() {
        return Stream.of("index.html", "corpora.html", HOSTILE_PAGE, "com.acme.reviews.CorpusTest/gapIsSmall-1.html");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aHostileTextIsTextAndNothingIsLoaded(String page) {
        browser.open(typical.resolve(page));

        assertThat(browser.hasAlert()).isFalse();
        assertThat(browser.run("return window.hacked === undefined")).isEqualTo(true);
        assertThat(browser.texts("main svg[onload], main img, main [onmouseover], main script"))
                .isEmpty();
        assertThat(browser.requests())
                .containsExactly(typical.resolve(page).toUri().toString());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void testPagesHaveNoScript() {
        browser.open(typical.resolve(HOSTILE_PAGE));

        assertThat(browser.run("return document.scripts.length")).isEqualTo(0L);
        assertThat(browser.run("return document.body.textContent.includes(arguments[0])", "window.hacked = 1"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothing(String page) {
        browser.open(typical.resolve(page));
        browser.picture("light-" + name(page));
        assertThat(browser.violations()).isEmpty();
        browser.prefer("", Map.of("prefers-color-scheme", "dark"));
        browser.picture("dark-" + name(page));
        assertThat(browser.violations()).as("in dark colours").isEmpty();
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 26)");
        browser.prefer("", Map.of("forced-colors", "active"));
        browser.picture("forced-" + name(page));
        assertThat(browser.violations()).as("in forced colours").isEmpty();
    }

    private static String name(String page) {
        return page.replaceAll("\\.html$", "").replaceAll(".*/", "");
    }

    private static void index() {
        browser.open(typical.resolve("index.html"));
    }

    private static void type(String text) {
        WebElement filter = browser.find("#filter");
        filter.clear();
        filter.sendKeys(text);
    }

    private static String shown() {
        return browser.texts("#shown").get(0);
    }

    /** The filter waits until nobody types. */
    private static void await(String line) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!shown().equals(line) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(shown()).isEqualTo(line);
    }

    private static List<String> methods() {
        return browser.texts(TESTS + " th a");
    }

    private static List<String> sorting() {
        return browser.texts("#tests th[aria-sort]").stream()
                .map(head -> head + " " + browser.find("#tests th[aria-sort]").getDomAttribute("aria-sort"))
                .toList();
    }

    private static void measured(String what, Object number) throws IOException {
        Path file = Path.of("target", "browser", "measured.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                number + " " + what + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
