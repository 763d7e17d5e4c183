package io.github.junitattrib.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateKey;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.GateRule;
import io.github.junitattrib.gate.GateSettings;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.report.Examples;
import io.github.junitattrib.report.GateWriter;
import io.github.junitattrib.report.ReportWriter;
import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.TestStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page of a release gate in a browser: two gates, one of which could not be judged. */
@Execution(ExecutionMode.SAME_THREAD)
class GateInBrowserTest {

    private static final TestCase TEST = new TestCase("com.acme.reviews.ReleaseTest", "mayBeReleased", 1, "x");
    /** Thresholds, words that gained and lost, three kinds of cases, slices. */
    private static final int REGIONS = 7;

    @TempDir
    private static Path directory;

    private static Chromium browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
        ReportWriter reports = new ReportWriter(directory, "run");
        GateWriter gates = new GateWriter(directory, "run");
        gates.withTestPage(reports.pageOf(TEST)).write("com.acme.reviews.ReleaseTest#mayBeReleased", result());
        gates.writeUnjudged("com.acme.reviews.OtherTest#mayBeReleased", "new against old", Pages.HOSTILE);
        reports.write(Examples.report(TEST, TestStatus.FAILED, "Expected more."));
        reports.writeIndex();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The second number takes over, and some cases are lost by that; ids, tags and reasons try to break out. */
    private static GateResult result() {
        List<CorpusCase> cases = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> cases.add(labeled("kept-" + i + Pages.HOSTILE, "7 1")));
        IntStream.range(0, 12).forEach(i -> cases.add(labeled("lost-" + i, "7 -1")));
        return new Gate(
                        "classpath:attribution-gate.properties",
                        GateSettings.DEFAULT,
                        List.of(
                                new GateRule(GateKey.CASES_MIN, Optional.empty(), 10, ""),
                                new GateRule(GateKey.ACCURACY_DROP_MAX, Optional.of("*"), 0.02, Pages.HOSTILE),
                                new GateRule(GateKey.RANKING_VIOLATIONS_MAX, Optional.empty(), 0.1, "")))
                .judge(ModelComparison.between(model("old", 1, 0), model("new", 0, 1), Corpus.of(cases))
                        .result());
    }

    private static CorpusCase labeled(String id, String text) {
        return new CorpusCase(
                text, Optional.of("A"), List.of(), List.of("tag " + Pages.HOSTILE), Optional.of(id), Optional.empty());
    }

    private static ClosedForm model(String name, double a, double b) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x -> new Gradient[] {
            x[0].multiply(a).add(x[1].multiply(b)), x[0].multiply(-a).subtract(x[1].multiply(b))
        });
    }

    @BeforeEach
    void open() {
        browser.prefer("", Map.of());
        width(1280);
        browser.requests();
        browser.complaints();
        browser.open(directory.resolve("gate.html"));
    }

    private static void width(int pixels) {
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    }

    @Test
    void axeFindsNothing() {
        browser.picture("light-gate");
        assertThat(browser.violations()).isEmpty();
        width(600);
        browser.picture("narrow-gate");
        assertThat(browser.violations()).as("600 pixels wide").isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= 600"))
                .as("tables scroll by themselves")
                .isEqualTo(true);
        browser.prefer("", Map.of("prefers-color-scheme", "dark"));
        browser.picture("dark-gate");
        assertThat(browser.violations()).as("in dark colours").isEmpty();
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 26)");
        browser.prefer("", Map.of("forced-colors", "active"));
        assertThat(browser.violations()).as("in forced colours").isEmpty();
    }

    @Test
    void theKeyboardReachesEveryTableAndAllHaveNames() {
        width(600);
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 2 * REGIONS + 4; i++) {
            browser.focused().sendKeys(Keys.TAB);
            Optional.ofNullable(browser.focused().getDomAttribute("aria-label")).ifPresent(reached::add);
        }

        assertThat(browser.texts("table")).hasSize(REGIONS);
        assertThat(browser.run("return document.querySelectorAll('[role=region][tabindex=\"0\"] > table').length"))
                .isEqualTo((long) REGIONS);
        assertThat(reached).hasSize(REGIONS).contains("Thresholds of new against old", "Slices, new against old");
        assertThat(browser.texts("table > caption")).hasSize(REGIONS).doesNotContain("");
        assertThat(browser.run("return Array.from(document.querySelectorAll('tbody tr'))"
                        + ".every(row => row.querySelectorAll('th[scope=row]').length == 1)"))
                .isEqualTo(true);
    }

    @Test
    void leadsToTheIndexAndToThePageOfItsTest() {
        browser.find("main a[href*=ReleaseTest]").click();
        assertThat(browser.find("h1").getText()).isEqualTo("mayBeReleased");
        open();
        assertThat(browser.find("#gate-2").findElements(By.xpath("../p/a")))
                .as("a test without a page")
                .isEmpty();
        browser.find(".nav a").click();
        assertThat(browser.find("h1").getText()).isEqualTo("Attribution tests");
    }

    @Test
    void aHostileTextIsTextAndNothingIsLoaded() {
        assertThat(browser.hasAlert()).isFalse();
        assertThat(browser.run("return window.hacked === undefined")).isEqualTo(true);
        assertThat(browser.texts("main svg, main img, main [onmouseover], script"))
                .isEmpty();
        assertThat(browser.run("return document.body.textContent.includes(arguments[0])", "window.hacked = 1"))
                .isEqualTo(true);
        assertThat(browser.requests())
                .containsExactly(directory.resolve("gate.html").toUri().toString());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void paperKeepsTheColoursOfVerdictsAndWholeTables() {
        browser.prefer("print", Map.of());

        assertThat(browser.run("return Array.from(document.querySelectorAll('.badge'))"
                        + ".every(one => getComputedStyle(one).printColorAdjust == 'exact')"))
                .isEqualTo(true);
        assertThat(browser.run("return getComputedStyle(document.querySelector('.badge.bad')).backgroundColor"))
                .isEqualTo("rgb(253, 241, 239)");
        assertThat(browser.run("return getComputedStyle(document.querySelector('.scroll')).overflowX"))
                .isEqualTo("visible");
        assertThat(browser.find(".nav").isDisplayed()).isFalse();
    }
}
