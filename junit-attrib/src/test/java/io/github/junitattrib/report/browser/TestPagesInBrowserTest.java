package io.github.junitattrib.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a failing test, and that of corpora, on screens and on paper. */
@Execution(ExecutionMode.SAME_THREAD)
class TestPagesInBrowserTest {

    private static final int SAMPLE = 50;

    @TempDir
    private static Path directory;

    private static Chromium browser;
    private static Path rich;
    private static Path corpora;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
        rich = Pages.rich(directory.resolve("rich"));
        corpora = Pages.typical(directory.resolve("typical")).resolve("corpora.html");
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
        browser.width(0);
        browser.requests();
        browser.complaints();
    }

    @ParameterizedTest
    @CsvSource({"screen, light, none", "screen, dark, none", "screen, light, active", "print, light, none"})
    void supportAndOppositionDifferWithoutColours(String media, String scheme, String forced) {
        browser.open(rich);
        browser.prefer(media, Map.of("prefers-color-scheme", scheme, "forced-colors", forced));

        assertThat(lines(".text span[class]")).containsExactlyInAnyOrder(LINES);
        assertThat(lines(".scale li")).containsExactlyInAnyOrder(LINES);
        assertThat(lines(".map td")).containsExactlyInAnyOrder(LINES);
        assertThat(lines(".compare td span[class^=p], .compare td span[class^=n], .compare td span.z"))
                .containsExactlyInAnyOrder(LINES);
        assertThat(browser.texts(".scale").get(0))
                .startsWith("opposes (dotted)")
                .endsWith("supports (solid)");
    }

    private static final String[] LINES = {"p underline solid", "n underline dotted", "z none solid"};

    /** Sign and line of each kind of word or cell. */
    private static List<String> lines(String css) {
        return browser.strings("""
                return Array.from(document.querySelectorAll(arguments[0]), one => {
                    const style = getComputedStyle(one);
                    return one.className[0] + ' ' + style.textDecorationLine + ' ' + style.textDecorationStyle;
                })""", css).stream().distinct().toList();
    }

    @Test
    void paperHasTheWholeMessageTheColoursAndNoLinks() {
        browser.open(rich);
        assertThat(visible("details pre")).isEqualTo(false);

        browser.prefer("print", Map.of());

        assertThat(visible("details pre")).isEqualTo(true);
        assertThat(browser.run("return document.querySelector('details pre').getBoundingClientRect().height > 30"))
                .isEqualTo(true);
        assertThat(browser.find(".nav").isDisplayed()).isFalse();
        assertThat(adjusted(".text .p4, .text .n4, .scale .p1, .map .n4, .compare .p4, .words i, .bar, .badge"))
                .hasSizeGreaterThan(10)
                .containsOnly("exact");
        assertThat(browser.strings("""
                return ['.text .p4', '.text .n4', '.words .p', '.words .n', '.pair .bar']
                    .map(css => getComputedStyle(document.querySelector(css)))
                    .map(style => style.backgroundColor + ' ' + style.backgroundImage)""")).doesNotContain("rgba(0, 0, 0, 0) none");
    }

    @Test
    void paperHasTheBarsOfCorpora() {
        browser.open(corpora);
        browser.prefer("print", Map.of());

        assertThat(browser.find(".nav").isDisplayed()).isFalse();
        assertThat(adjusted(".stack i")).hasSizeGreaterThan(3).containsOnly("exact");
        assertThat(visible(".bars")).isEqualTo(true);
    }

    private static List<String> adjusted(String css) {
        return browser.strings(
                "return Array.from(document.querySelectorAll(arguments[0]), one => getComputedStyle(one).printColorAdjust)",
                css);
    }

    private static Object visible(String css) {
        return browser.run("return document.querySelector(arguments[0]).checkVisibility()", css);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "600, light", "600, dark", "320, light"})
    void axeFindsNothingOnAPageWithEverything(long width, String scheme) {
        browser.prefer("", Map.of("prefers-color-scheme", scheme));
        browser.width((int) width);
        browser.open(rich);

        assertThat(browser.run("return innerWidth")).isEqualTo(width);
        assertThat(browser.texts(".compare, .map, .order")).hasSize(1 + 2 + 1);
        browser.picture("rich-" + scheme + "-" + width);
        assertThat(browser.violations()).isEmpty();
        assertThat(beyondTheEdge()).as("what scrolls the page sideways").isEmpty();
    }

    /** Elements that stand out on the right, those in areas that scroll by themselves excepted. */
    private static List<String> beyondTheEdge() {
        return browser.strings("""
                const width = document.documentElement.clientWidth;
                return Array.from(document.querySelectorAll('main *'))
                    .filter(one => one.getBoundingClientRect().right > width + 1)
                    .filter(one => !one.parentElement.closest('.scroll, pre'))
                    .map(one => one.cloneNode(false).outerHTML)""");
    }

    @Test
    void noGeneratedTextRunsOrLoadsAnything() {
        Path reports = directory.resolve("hostile");
        Set<Path> pages = Set.copyOf(Pages.hostile(reports, SAMPLE));
        assertThat(pages).hasSizeGreaterThan(SAMPLE - 5).allSatisfy(page -> assertHarmless(page));
        Path index = reports.resolve("index.html");
        assertHarmless(index);
        assertThat(browser.texts("#tests tbody tr")).hasSameSizeAs(pages);
        browser.find("#tests th:nth-child(2) button").click();
        assertThat(browser.hasAlert()).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    private static void assertHarmless(Path page) {
        browser.open(page);

        assertThat(browser.hasAlert()).as("dialog of %s", page).isFalse();
        assertThat(browser.run("return window.hacked === undefined"))
                .as("script of %s", page)
                .isEqualTo(true);
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
    }
}
