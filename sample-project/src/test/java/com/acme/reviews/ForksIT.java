package com.acme.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.report.Aggregate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two modules wrote that Maven built at once, with two forks, threads and reruns each. */
class ForksIT {

    private static final Path PROJECT = Path.of("target/it/forks");
    private static final List<String> CLASSES = List.of("First", "Second", "Third");

    @ParameterizedTest
    @ValueSource(strings = {"ranking", "wording"})
    void oneIndexHasTheTestsOfItsModuleOnceEach(String module) throws IOException {
        JsonNode summary = summary(module);
        List<String> expected = new ArrayList<>();
        for (String type : CLASSES) {
            String name = "com.acme." + module + "." + type + "Test";
            expected.addAll(List.of(
                    name + " fails 1 failed",
                    name + " failsForTheSecond 2 failed",
                    name + " passesWhenItRunsAgain 1 passed"));
        }

        assertThat(tests(summary.at("/tests"))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(tests(summary.at("/passed_without_report")))
                .hasSize(9)
                .allMatch(test -> test.startsWith("com.acme." + module + ".") && test.endsWith(" passed"))
                .doesNotHaveDuplicates();
        assertThat(summary.at("/notes")).isEmpty();
        assertThat(Files.readString(reports(module).resolve("index.html"))).contains("9 tests passed without a report");
        assertThat(pages(module)).hasSize(9);
        assertThat(Files.readString(reports(module).resolve("junit.xml")).split("<testcase", -1))
                .hasSize(18 + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranking", "wording"})
    void eachJvmLoadsItsModelOnce(String module) throws IOException {
        List<String> jvms;
        try (Stream<Path> files = Files.list(PROJECT.resolve(module).resolve("target/jvms"))) {
            jvms = files.map(file -> file.getFileName().toString()).toList();
        }

        assertThat(jvms).hasSize(2);
        assertThat(Files.readAllLines(PROJECT.resolve(module).resolve("target/loads")))
                .containsExactlyInAnyOrderElementsOf(jvms);
    }

    /** Both modules, and all forks of both, write to the one file that GitHub names. */
    @Test
    void theSummaryOfTheStepHasABlockForEachModule() throws IOException {
        String step = Files.readString(PROJECT.resolve("step.md"));
        Map<String, String> blocks = new TreeMap<>();
        Matcher block = Pattern.compile(
                        "<!-- attribution report (.*), run .* -->\n(?s:(.*?))<!-- end of attribution report \\1, run .* -->\n")
                .matcher(step);
        while (block.find()) {
            blocks.put(
                    Path.of(block.group(1))
                            .getParent()
                            .getParent()
                            .getFileName()
                            .toString(),
                    block.group(2));
        }

        assertThat(block.replaceAll("")).as("what is in no block").isBlank();
        assertThat(blocks).containsOnlyKeys("ranking", "wording");
        for (String module : blocks.keySet()) {
            assertThat(blocks.get(module))
                    .isEqualTo(Files.readString(reports(module).resolve("summary.md")))
                    .contains("9 tests with a report: 3 passed, 6 failed; 9 passed without one.");
            for (String type : CLASSES) {
                assertThat(blocks.get(module))
                        .contains("| " + type + "Test.fails | ", "| " + type + "Test.failsForTheSecond (2) | ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranking", "wording"})
    void surefireSawTheSameTests(String module) throws IOException {
        Matcher total = Pattern.compile("Tests run: 18, Failures: 6, Errors: 0, Skipped: 0, Flakes: 3")
                .matcher(Files.readString(PROJECT.resolve("build.log")));
        assertThat(total.results()).hasSize(2);
        assertThat(PROJECT.resolve(module)
                        .resolve("target/surefire-reports/com.acme." + module + ".FirstTest/fails-1.html"))
                .isRegularFile();
    }

    @Test
    void bothModulesCanBeGatheredIntoOneIndex(@TempDir Path directory) throws IOException {
        Aggregate.main(
                directory.toString(),
                PROJECT.resolve("ranking").toString(),
                PROJECT.resolve("wording").toString());

        JsonNode summary =
                new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
        assertThat(summary.at("/totals/tests").asInt()).isEqualTo(18);
        assertThat(summary.at("/tests").findValuesAsText("page"))
                .doesNotHaveDuplicates()
                .allSatisfy(page -> assertThat(directory.resolve(page)).isRegularFile());
    }

    private static Path reports(String module) {
        return PROJECT.resolve(module).resolve("target/attribution-reports");
    }

    private static JsonNode summary(String module) throws IOException {
        return new ObjectMapper()
                .readTree(reports(module).resolve("summary.json").toFile());
    }

    private static List<String> tests(JsonNode list) {
        List<String> tests = new ArrayList<>();
        list.forEach(test -> tests.add(test.at("/class").asText() + " "
                + test.at("/method").asText() + " " + test.at("/invocation").asText() + " "
                + test.at("/status").asText()));
        return tests;
    }

    private static List<Path> pages(String module) throws IOException {
        try (Stream<Path> files = Files.walk(reports(module), 2)) {
            return files.filter(file -> file.toString().endsWith("-1.html")
                            || file.toString().endsWith("-2.html"))
                    .toList();
        }
    }
}
