package com.acme.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the project below src/it printed and wrote; the invoker plugin has built it before. */
class FailingTestsIT {

    private static final Path PROJECT = Path.of("target/it/failing-tests");
    private static final Path REPORTS = PROJECT.resolve("target/attribution-reports");
    private static final String FAILING = "com.acme.reviews.FailingReviewModelTest";
    private static final String MISSING = "com.acme.reviews.MissingModelTest";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+\\.\\d+");
    /** Half of the last digit printed, and a little for other processors. */
    private static final double TOLERANCE = 2e-4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keysOnTheReporting",
                "hasAnotherTopToken",
                "namesAWordThatIsAbsent",
                "namesAWordThatIsThereTwice",
                "leavesAnAssertionUnfinished"
            })
    void wrongBehaviourIsAFailureWithItsMessage(String method) throws Exception {
        assertThat(kind(FAILING, method)).isEqualTo("failure");
        assertSameButForNumbers(message(FAILING, method), expected(method));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cannotTellWithTwoPoints",
                "cannotTellWithWeightsThatLackAPart",
                "explainsNothing",
                "explainsAnUnknownLabel"
            })
    void whatCannotBeJudgedIsAnErrorWithItsMessage(String method) throws Exception {
        assertThat(kind(FAILING, method)).isEqualTo("error");
        assertSameButForNumbers(message(FAILING, method), expected(method));
    }

    @Test
    void aMissingModelIsToldToEachTestAndLoadedOnce() throws Exception {
        String missing = "There is no model directory "
                + PROJECT.resolve("models/reviews-2.1").toAbsolutePath()
                + " (model location \"models/reviews-2.1\"). Check the path; relative ones start at the project's"
                + " directory, and a model of the Hugging Face hub is written hf:models/reviews-2.1.";

        List<String> messages = List.of(message(MISSING, "cannotLoad"), message(MISSING, "isNotTriedAgain"));

        assertThat(messages).allMatch(message -> message.startsWith(missing));
        assertThat(messages)
                .filteredOn(message -> message.contains("(first failed in " + MISSING))
                .hasSize(1);
    }

    @Test
    void everyFailureHasAPageAndASidecarAndAPlaceInTheIndex() throws IOException {
        List<String> failing;
        try (Stream<Path> files = Files.list(REPORTS.resolve(FAILING))) {
            failing = files.map(file -> file.getFileName().toString()).sorted().toList();
        }

        assertThat(failing).hasSize(2 * 9).contains("keysOnTheReporting-1.html", "keysOnTheReporting-1.json");
        assertThat(REPORTS.resolve(MISSING)).isDirectoryContaining("glob:**/cannotLoad-1.html");
        String index = Files.readString(REPORTS.resolve("index.html"));
        assertThat(failing)
                .filteredOn(name -> name.endsWith(".html"))
                .allSatisfy(name -> assertThat(index).contains(FAILING + "/" + name));
    }

    @Test
    void thePageDrawsTheTextWithoutScriptAndWithoutTheNetwork() throws IOException {
        String page = Files.readString(REPORTS.resolve(FAILING).resolve("keysOnTheReporting-1.html"));

        assertThat(page)
                .contains("release 2.1 keys on reporting verbs")
                .contains("great")
                .contains("POSITIVE")
                .contains("They")
                .doesNotContain("<script")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void junitsOwnReportHasThePagesOfAllFailures() throws IOException {
        Path report;
        try (Stream<Path> files = Files.walk(PROJECT.resolve("target/junit-reports"))) {
            report = files.filter(file -> file.endsWith("open-test-report.xml"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> pages = Pattern.compile("<file mediaType=\"text/html[^\"]*\" path=\"([^\"]+)\"")
                .matcher(Files.readString(report))
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(pages)
                .hasSize(11)
                .allSatisfy(page ->
                        assertThat(report.resolveSibling(page)).content().startsWith("<!DOCTYPE html>"));
    }

    @Test
    void theBuildFailsByTheseTestsAloneAndNamesTheIndex() throws IOException {
        assertThat(Files.readString(PROJECT.resolve("build.log")))
                .contains("Tests run: 11, Failures: 5, Errors: 6, Skipped: 0")
                .contains("[junit-attrib] attribution report: target/attribution-reports/index.html");
    }

    @Test
    void theNativeLibrariesAreNotDownloadedAgain() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve("build.log")))
                .noneMatch(line -> line.contains("Download") && line.contains("pytorch-native"));
    }

    private static void assertSameButForNumbers(String actual, String expected) {
        assertThat(NUMBER.matcher(actual).replaceAll("#"))
                .isEqualTo(NUMBER.matcher(expected).replaceAll("#"));
        List<Double> numbers = numbers(actual);
        List<Double> wanted = numbers(expected);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(numbers.get(i)).isCloseTo(wanted.get(i), within(TOLERANCE));
        }
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Double.valueOf(matcher.group()));
        }
        return numbers;
    }

    private static String expected(String method) throws IOException {
        try (InputStream stream = FailingTestsIT.class.getResourceAsStream("/expected/" + method + ".txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static String kind(String className, String method) throws Exception {
        return problem(className, method).getTagName();
    }

    private static String message(String className, String method) throws Exception {
        return problem(className, method).getAttribute("message").strip();
    }

    private static Element problem(String className, String method) throws Exception {
        Path file = PROJECT.resolve("target/surefire-reports/TEST-" + className + ".xml");
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            if (one.getAttribute("name").equals(method)) {
                NodeList failures = one.getElementsByTagName("failure");
                NodeList found = failures.getLength() > 0 ? failures : one.getElementsByTagName("error");
                return (Element) Objects.requireNonNull(found.item(0), "failure of " + method);
            }
        }
        throw new IllegalStateException("No test " + method + " in " + file);
    }
}
