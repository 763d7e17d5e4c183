package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.DiscretizedIntegratedGradients.Strategy;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with the paper's algorithm in double precision (fixtures/training/discretized_references.py). */
class DiscretizedReferencesTest {

    static List<JsonNode> cases() throws IOException {
        try (InputStream json = DiscretizedReferencesTest.class.getResourceAsStream("/references/discretized.json")) {
            JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(json));
            return StreamSupport.stream(all.path("cases").spliterator(), false).toList();
        }
    }

    private static Question question(JsonNode of, Baseline baseline) {
        return Question.of(of.path("text").asText())
                .toward(Target.label(of.path("label").asText()))
                .from(baseline);
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sumsAsPublishedEqualThoseOfThePaper(JsonNode expected) {
        for (JsonNode run : expected.path("runs")) {
            boolean greedy = run.path("strategy").asText().equals("greedy");
            DiscretizedIntegratedGradients method = new DiscretizedIntegratedGradients()
                    .by(greedy ? Strategy.GREEDY : Strategy.MAX_COUNT)
                    .over(run.path("steps").asInt(), run.path("neighbours").asInt())
                    .asPublished(run.path("halvings").asInt());
            Baseline baseline = switch (run.path("baseline").asText()) {
                case "zero" -> Baseline.ZERO;
                case "mask" -> Baseline.MASK;
                default -> Baseline.PAD;
            };

            Attribution attribution = method.attribute(SentimentModel.get(), question(expected, baseline));

            double[] scores = numbers(run.path("scores"));
            double largest = Arrays.stream(scores).map(Math::abs).max().orElseThrow();
            double error = 0;
            for (int t = 0; t < scores.length; t++) {
                error = Math.max(error, Math.abs(attribution.tokens().get(t).score() - scores[t]));
            }
            System.out.printf(
                    Locale.ROOT, "%s from %s within %.1e of the largest%n", method, baseline, error / largest);
            assertThat(error).as(method.toString()).isLessThanOrEqualTo(1e-4 * largest);
            assertThat(attribution.inputScore()).isCloseTo(run.path("f_input").asDouble(), within(1e-4));
            assertThat(attribution.baselineScore())
                    .isCloseTo(run.path("f_baseline").asDouble(), within(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAdaptiveRuleIsTheIntegralWithinItsErrorBars(JsonNode expected) {
        Attribution attribution =
                new DiscretizedIntegratedGradients().attribute(SentimentModel.get(), question(expected, Baseline.PAD));

        double[] integral = numbers(expected.path("integral"));
        double worst = 0;
        for (int t = 0; t < integral.length; t++) {
            TokenScore token = attribution.tokens().get(t);
            worst = Math.max(worst, Math.abs(token.score() - integral[t]) / (token.uncertainty() + 1e-9));
        }
        System.out.printf(
                Locale.ROOT,
                "adaptive: %d evaluations, converged %s, delta %.2g of %.2g, worst %.2g error bars%n",
                attribution.convergence().evaluations(),
                attribution.convergence().converged(),
                attribution.delta(),
                attribution.inputScore() - attribution.baselineScore(),
                worst);
        assertThat(worst).isLessThanOrEqualTo(1);
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(Math.abs(attribution.delta()))
                .isLessThanOrEqualTo(attribution.convergence().deltaLimit());
    }
}
