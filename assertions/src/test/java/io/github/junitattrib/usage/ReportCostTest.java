package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what reports cost, on request: {@code -Dreport.cost=15} runs a suite so often with a page for every test and so
 * often without, in turn, and prints the ratio of the medians (docs/reports.md).
 */
@EnabledIfSystemProperty(named = "report.cost", matches = "\\d+", disabledReason = "a measurement, no test")
class ReportCostTest {

    private static final int WARM_UP = 3;
    /** In every text, so that no result is known from the round before. */
    private static final AtomicInteger TEXTS = new AtomicInteger();

    @TempDir
    private Path directory;

    @Test
    @SuppressWarnings("SystemOut") // a measurement is printed
    void pagesOfAllTestsBesideNone() {
        List<Double> all = new ArrayList<>();
        List<Double> none = new ArrayList<>();
        int rounds = Integer.getInteger("report.cost");
        for (int i = 0; i < WARM_UP + rounds; i++) {
            double with = seconds("all", i);
            double without = seconds("failures", i);
            if (i >= WARM_UP) {
                all.add(with);
                none.add(without);
            }
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

    /** CPU time of this process: others may use the machine. */
    private double seconds(String reports, int round) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begin = system.getProcessCpuTime();
        new Suite(directory.resolve(reports + round))
                .with("attrib.report", reports)
                .execute(ReviewTestCases.class);
        return (system.getProcessCpuTime() - begin) / 1e9;
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class ReviewTestCases {
        @RepeatedTest(40)
        void keysOnTheOpinion() {
            String text = "They said number " + TEXTS.incrementAndGet() + " would be great, and it was a moving film";
            assertThat(ig(text).toward("POSITIVE")).hasConverged();
        }
    }
}
