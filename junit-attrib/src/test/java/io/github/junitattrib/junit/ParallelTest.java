package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.junitattrib.method.AttributionRequest;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many tests at once, on several models: each has its own log and its own model. */
class ParallelTest {

    @TempDir
    private Path directory;

    @Test
    void everyInvocationSeesItsOwnLogAndModelAndEachModelIsLoadedOnce() {
        var run = new Run(directory)
                .with("attrib.report", "all")
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "6");
        var results = run.execute(FirstTestCases.class, SecondTestCases.class);

        assertThat(Run.errors(results)).isEmpty();
        assertThat(Run.succeeded(results)).hasSize(200);
        Set<String> texts = new HashSet<>();
        for (JsonNode sidecar : run.sidecars()) {
            String model = sidecar.at("/test/class").asText().endsWith("FirstTestCases") ? Run.FAKE : Run.OTHER;
            String own = "great " + model + " " + sidecar.at("/test/invocation").asInt();
            assertThat(sidecar.at("/attributions").findValuesAsText("model")).containsOnly(model);
            assertThat(Run.texts(sidecar))
                    .as("%s", sidecar.at("/test"))
                    .containsExactlyInAnyOrder(own, own + " a", own + " b", own + " c");
            texts.add(own);
        }
        assertThat(texts).hasSize(200);
        for (String model : new String[] {Run.FAKE, Run.OTHER}) {
            assertThat(run.counts(model).loads()).hasValue(1);
            assertThat(run.counts(model).closes()).hasValue(1);
        }
    }

    abstract static class ConcurrentTestCases {
        void explain(String text) {
            assertThat(ig(text).attribution().text()).isEqualTo(text);
            // Blocks in a join of the pool that JUnit runs the tests in, so that this thread may run other tests.
            AttributionLog log = AttributionLog.current().orElseThrow();
            var requests = IntStream.range(0, 3)
                    .mapToObj(i -> ig(text + " " + "abc".charAt(i)))
                    .toList();
            assertThat(IntStream.range(0, 10_000)
                            .parallel()
                            .mapToDouble(Math::sqrt)
                            .sum())
                    .isPositive();
            assertThat(AttributionLog.current()).containsSame(log);
            requests.forEach(AttributionRequest::attribution);
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class FirstTestCases extends ConcurrentTestCases {
        @RepeatedTest(100)
        void first(RepetitionInfo info) {
            explain("great fake " + info.getCurrentRepetition());
            assertThat(AttributionLog.current()).isPresent();
        }
    }

    @AttributionTest(model = Run.OTHER)
    static class SecondTestCases extends ConcurrentTestCases {
        @RepeatedTest(100)
        void second(RepetitionInfo info) {
            explain("great other " + info.getCurrentRepetition());
            assertThat(AttributionLog.current()).isPresent();
        }
    }
}
