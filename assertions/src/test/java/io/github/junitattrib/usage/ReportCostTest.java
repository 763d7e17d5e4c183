package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what reports cost, on request: {@code -Dreport.cost=15} runs a suite of 100 texts so often in a JVM of its own with
 * a page for every test and so often without, in turn, and prints the ratio of the medians (docs/reports.md).
 */
@EnabledIfSystemProperty(named = "report.cost", matches = "\\d+", disabledReason = "a measurement, no test")
class ReportCostTest {

    @TempDir
    private Path directory;

    @Test
    @SuppressWarnings("SystemOut") // a measurement is printed
    void pagesOfAllTestsBesideNone() throws Exception {
        List<Double> all = new ArrayList<>();
        List<Double> none = new ArrayList<>();
        int rounds = Integer.getInteger("report.cost");
        for (int i = 0; i < rounds; i++) {
            all.add(seconds("all", i));
            none.add(seconds("failures", i));
        }
        System.out.printf(
                Locale.ROOT,
                "reports of all tests: %.3f s of CPU, none: %.3f s, ratio %.3f (medians of %d)%n",
                median(all),
                median(none),
                median(all) / median(none),
                rounds);
        assertThat(all).hasSize(rounds);
    }

    /** CPU time of a JVM from its start to its end: others may use the machine. */
    private double seconds(String reports, int round) throws IOException, InterruptedException {
        Path output = directory.resolve(reports + round + ".txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-DOPT_OUT_TRACKING=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OneSuite.class.getName(),
                        reports,
                        directory.resolve(reports + round).toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        List<String> lines = Files.readAllLines(output);
        return Double.parseDouble(lines.get(lines.size() - 1));
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
    }

    /** What the other process does. */
    static final class OneSuite {

        private OneSuite() {}

        @SuppressWarnings("SystemOut") // how it tells what it found
        public static void main(String[] arguments) {
            new Suite(Path.of(arguments[1]))
                    .with("attrib.report", arguments[0])
                    .execute(ReviewTestCases.class)
                    .testEvents()
                    .assertStatistics(ended -> ended.succeeded(100));
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            System.out.println(system.getProcessCpuTime() / 1e9);
        }
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class ReviewTestCases {
        @RepeatedTest(100)
        void keysOnTheOpinion(RepetitionInfo repetition) {
            String text = "They said number " + repetition.getCurrentRepetition()
                    + " would be great, and it was a moving film";
            assertThat(ig(text).toward("POSITIVE")).hasConverged();
        }
    }
}
