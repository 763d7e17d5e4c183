package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** The way of an assertion that fails to the page that a person opens. */
class FailuresOnPagesTest {

    private static final String TEXT = "They said it was great";

    @TempDir
    private Path folder;

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class RankingTestCases {
        @Test
        void ranks() {
            assertThat(ig(TEXT)).as("a reporting verb").ranks("said").above("great");
        }
    }

    @Test
    void thePageHasTheMessageTheAssertionAndBothOrders() {
        String message = message(RankingTestCases.class);
        Reported reported = Reported.of(folder, "ranks");
        Document page = reported.page();

        assertThat(page.select(".verdict > p").text())
                .isEqualTo(message.lines().findFirst().orElseThrow())
                .contains("a reporting verb", "\"said\"", "\"great\"", "POSITIVE");
        assertThat(page.expectFirst(".verdict pre").wholeText())
                .isEqualTo(message.strip()
                        .lines()
                        .skip(1)
                        .dropWhile(String::isBlank)
                        .collect(Collectors.joining("\n")));
        assertThat(page.select(".failed pre").text()).isEqualTo("ranks(\"said\").above(\"great\")");
        assertThat(page.select(".checks tbody tr").eachText())
                .singleElement()
                .asString()
                .startsWith("\u2715failed ranks(\"said\").above(\"great\")");

        List<String> words = List.of(TEXT.split(" "));
        List<Double> scores = reported.scores(0);
        List<String> actual = IntStream.range(0, words.size())
                .boxed()
                .sorted((one, other) -> Double.compare(scores.get(other), scores.get(one)))
                .map(words::get)
                .toList();
        assertThat(actual).startsWith("great");
        List<String> expected = new ArrayList<>(actual);
        expected.remove("said");
        expected.add(0, "said");
        int rows = page.select(".order tbody tr").size();
        assertThat(rows).isGreaterThan(actual.indexOf("said"));
        assertThat(page.select(".order tbody td:last-child bdi").eachText()).isEqualTo(actual.subList(0, rows));
        assertThat(page.select(".order tbody td:nth-child(2) bdi").eachText()).isEqualTo(expected.subList(0, rows));
        assertThat(page.select(".order thead th").eachText()).containsExactly("Rank", "Expected", "Actual");

        assertThat(page.select(".words tr.ch th bdi").eachText()).containsExactly("great", "said");
        assertThat(page.select(".words tr.ch .want").eachText())
                .containsExactly("expected below \"said\"", "expected above \"great\"");
        assertThat(page.select(".text [data-m]").eachText()).containsExactlyInAnyOrder("said", "great");
    }

    /** What the test fails with. */
    private String message(Class<?> type) {
        return new Suite(folder)
                .execute(type).testEvents().failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage())
                        .findFirst()
                        .orElseThrow();
    }
}
