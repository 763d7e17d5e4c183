package io.github.junitattrib.metric;

import static io.github.junitattrib.text.WordSelector.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/metrics.md, as they stand there. */
class MetricExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final TextClassifier model = SentimentModel.get();

    @Test
    void theExamplesOfTheDocumentRun() {
        Attribution attribution = AttributionRequest.of(model, "They said it was great", new IntegratedGradients())
                .attribution();
        MetricResult needed = new Comprehensiveness().measure(model, attribution);
        MetricResult enough = new Sufficiency().measure(model, attribution);
        double difference = needed.value() - enough.value();

        FaithfulnessMetric masked = new Comprehensiveness(
                Erasure.DEFAULT.from(Baseline.MASK).bins(0.1, 0.2).measuring(Erasure.Measure.EXPLAINED_SCORE));
        MetricResult fall = masked.measure(model, attribution);

        Attribution occlusion = AttributionRequest.of(model, attribution.text(), new Occlusion())
                .attribution();
        Attribution saliency =
                AttributionRequest.of(model, attribution.text(), new Saliency()).attribution();
        MetricResult order = RankAgreement.between(attribution, occlusion).kendall();
        MetricResult magnitude =
                RankAgreement.between(attribution, saliency).byMagnitude().spearman();
        RationaleAgreement person = RationaleAgreement.of(attribution, word("great"));
        MetricResult curve = person.auprc();
        MetricResult best = person.tokenF1(person.size());

        MetricResult infidelity = new Infidelity().samples(100).measure(model, attribution);
        double share = infidelity.value() / infidelity.part("mean squared change");
        MetricResult sensitivity =
                new SensitivityMax().measure(model, new InputTimesGradient(), Question.of("They said it was great"));

        assertThat(List.of(needed, enough, fall, order, magnitude, curve, best, infidelity, sensitivity))
                .allMatch(MetricResult::converged);
        assertThat(difference).isGreaterThan(0.3);
        assertThat(fall.value()).isGreaterThan(1);
        assertThat(order.value()).isBetween(-1.0, 1.0);
        assertThat(magnitude.value()).isBetween(-1.0, 1.0);
        assertThat(curve.value()).isEqualTo(1);
        assertThat(best.value()).isEqualTo(1);
        assertThat(share).isLessThan(0.1);
        assertThat(sensitivity.value()).isPositive();
    }

    @Test
    void theDocumentShowsThisCode() throws IOException {
        String document = Files.readString(Path.of("../docs/metrics.md"));
        String code = withoutSpaces(
                Files.readString(Path.of("src/test/java/io/github/junitattrib/metric/MetricExamplesTest.java")));
        List<String> examples = EXAMPLE.matcher(document)
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();

        assertThat(examples).hasSize(4).allSatisfy(example -> assertThat(code).contains(withoutSpaces(example)));
    }

    /** The formatter breaks lines where it likes. */
    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
