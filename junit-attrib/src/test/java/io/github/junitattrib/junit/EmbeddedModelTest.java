package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.torch.FunctionModel;
import java.nio.file.Path;
import java.util.Map;
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

    @Test
    void testsExplainAFunctionThatTheirClassMakes() {
        var run = new Run(directory).with("attrib.report", "all");
        assertThat(Run.errors(run.execute(FunctionTestCases.class))).isEmpty();

        var attribution = run.sidecar(FunctionTestCases.class, "sharesTheScore").at("/attributions/0");
        assertThat(attribution.at("/model").asText()).isEqualTo("bag of words");
        assertThat(attribution.at("/device").asText()).isEqualTo("cpu");
        assertThat(attribution.at("/method/parameters/baseline row").asText()).isEqualTo("zero");
    }

    /** F = (−s, s) with s = Σ_t x_t. */
    @AttributionTest
    static class FunctionTestCases {
        @AttributionModel
        static FunctionModel bagOfWords() {
            return FunctionModel.builder(points -> points.sum(new int[] {1}).mul(FunctionModel.constant(points, -1, 1)))
                    .name("bag of words")
                    .labels("NEGATIVE", "POSITIVE")
                    .embedding(Map.of("great", new double[] {2}, "dull", new double[] {-3}), new double[] {0.5})
                    .device("cpu")
                    .build();
        }

        @Test
        void sharesTheScore() {
            var attribution = ig("They said it was great").toward("POSITIVE").attribution();
            assertThat(attribution.words())
                    .extracting(word -> Math.round(1e5 * word.score()) / 1e5)
                    .containsExactly(0.5, 0.5, 0.5, 0.5, 2.0);
        }

        @Test
        void isInjected(@UnderTest DifferentiableClassifier model, @UnderTest FunctionModel own) {
            assertThat(model.predict("dull").label()).isEqualTo("NEGATIVE");
            assertThat(own.facts()).isEqualTo(model.facts());
        }
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
