package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.DifferentiableClassifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the annotation to the report, on the model of the fixtures. */
class EmbeddedModelTest {

    @TempDir
    private Path directory;

    @Test
    void testsExplainTheEmbeddedModelAndReportIt() {
        var run = new Run(directory).with("attrib.report", "all").with("attrib.device", "cpu");
        var errors = Run.errors(run.execute(SentimentTestCases.class));
        assertThat(errors).singleElement().isInstanceOf(InvalidTextException.class);

        assertThat(run.ends()).containsExactly("isAsked passed", "isInjected passed", "refusesAnEmptyText error");
        var attribution = run.sidecar(SentimentTestCases.class, "isAsked").at("/attributions/0");
        assertThat(attribution.at("/model").asText()).isEqualTo("sentiment");
        assertThat(attribution.at("/device").asText()).isEqualTo("cpu");
        assertThat(attribution.at("/label").asText()).isEqualTo("POSITIVE");
        assertThat(attribution.at("/tokens/0/special").asBoolean()).isTrue();
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class SentimentTestCases {
        @Test
        void isAsked() {
            var attribution = ig("They said it was great").toward("POSITIVE").attribution();
            assertThat(attribution.words()).hasSize(5);
            assertThat(attribution.convergence().converged()).isTrue();
        }

        @Test
        void isInjected(@UnderTest DifferentiableClassifier model, @WithIntegratedGradients AttributionRunner runner) {
            assertThat(model.labels()).containsExactlyInAnyOrder("NEGATIVE", "POSITIVE");
            assertThat(runner.explain("They said it was great").attribution().text())
                    .isEqualTo("They said it was great");
        }

        @Test
        void refusesAnEmptyText() {
            assertThat(ig("").attribution()).isNull();
        }
    }
}
