package io.github.junitattrib.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Saliency;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with Captum, scipy, scikit-learn and the definitions, in double precision (metric_references.py). */
class MetricReferenceTest {

    private static final JsonNode REFERENCES = read();

    private static JsonNode read() {
        try (InputStream stream = MetricReferenceTest.class.getResourceAsStream("/references/metrics.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> texts() {
        return StreamSupport.stream(REFERENCES.path("cases").spliterator(), false)
                .map(json -> Arguments.of(Named.of(json.path("text").asText(), json)));
    }

    static Stream<JsonNode> madeUp() {
        return StreamSupport.stream(REFERENCES.path("made_up").spliterator(), false);
    }

    private static AttributionMethod method(String name) {
        return switch (name) {
            case "integrated_gradients" ->
                new IntegratedGradients(
                        IntegrationRule.gaussLegendre(REFERENCES.path("steps").asInt()));
            case "input_x_gradient" -> new InputTimesGradient();
            case "saliency" -> new Saliency(Saliency.Norm.L1);
            default -> throw new IllegalStateException(name);
        };
    }

    private static Attribution explain(JsonNode text, String method) {
        return method(method)
                .attribute(SentimentModel.get(), Question.of(text.path("text").asText()));
    }

    private static Attribution path(JsonNode text) {
        return explain(text, "integrated_gradients");
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static void close(double actual, JsonNode expected, double tolerance) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(tolerance));
    }

    private static DoubleSupplier numbers() {
        AtomicInteger n = new AtomicInteger();
        return () -> Math.sin(1 + 1.7 * n.getAndIncrement());
    }

    private static DoubleSupplier shares(String kind) {
        DoubleSupplier numbers = numbers();
        double sigma = REFERENCES.path("sigma").asDouble();
        return kind.equals("normal") ? () -> sigma * numbers.getAsDouble() : () -> numbers.getAsDouble() < 0 ? 1 : 0;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void scoresAndWordsAreThoseOfTheReference(JsonNode text) {
        Attribution attribution = path(text);
        double[] expected = doubles(text.path("scores"));
        double tolerance = 1e-4 * DoubleStream.of(expected).map(Math::abs).max().orElseThrow();

        assertThat(attribution.tokens().stream().mapToDouble(TokenScore::score).toArray())
                .containsExactly(expected, within(tolerance));
        assertThat(attribution.prediction().index())
                .isEqualTo(text.path("target").asInt());
        assertThat(attribution.words().stream().map(WordScore::text).toList())
                .isEqualTo(StreamSupport.stream(text.path("words").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void infidelityEqualsCaptumOnTheSameMoves(JsonNode text) {
        for (JsonNode run : text.path("infidelity")) {
            Infidelity metric =
                    new Infidelity().samples(REFERENCES.path("moves").asInt());
            Attribution attribution = explain(text, run.path("method").asText());
            MetricResult result = (run.path("normalize").asBoolean() ? metric.scaled() : metric)
                    .measure(
                            SentimentModel.get(),
                            attribution,
                            shares(run.path("moves").asText()));

            // A mean v of squares of a − d: an error δ of these is one of 2·√v·δ + δ². Scores and changes are good to
            // 1e-4 of their size (that of a is at most √v and that of d together), and float32 gives F to 1e-6 of its
            // own.
            double value = run.path("value").asDouble();
            double changes = result.part("mean squared change");
            double error =
                    0.5e-4 * (Math.sqrt(value) + 2 * Math.sqrt(changes)) + 1e-6 * Math.abs(attribution.inputScore());
            assertThat(result.value())
                    .as(run.toString())
                    .isCloseTo(value, within(2 * Math.sqrt(value) * error + error * error));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sensitivityEqualsCaptumOnTheSameNeighbours(JsonNode text) {
        for (JsonNode run : text.path("sensitivity_max")) {
            MetricResult result = new SensitivityMax()
                    .samples(REFERENCES.path("neighbours").asInt())
                    .within(REFERENCES.path("radius").asDouble())
                    .measure(
                            SentimentModel.get(),
                            method(run.path("method").asText()),
                            Question.of(text.path("text").asText()),
                            numbers());

            assertThat(result.value())
                    .as(run.toString())
                    .isCloseTo(
                            run.path("value").asDouble(),
                            within(1e-4 * Math.max(1, run.path("value").asDouble())));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void comprehensivenessAndSufficiencyFollowTheirDefinition(JsonNode text) {
        Attribution attribution = path(text);
        for (JsonNode run : text.path("erasure")) {
            Erasure erasure =
                    run.path("removal").asText().equals("PAD") ? Erasure.DEFAULT.from(Baseline.PAD) : Erasure.DEFAULT;
            if (!run.path("probability").asBoolean()) {
                erasure = erasure.measuring(Erasure.Measure.EXPLAINED_SCORE);
            }
            equals(run.path("comprehensiveness"), new Comprehensiveness(erasure), attribution);
            equals(run.path("sufficiency"), new Sufficiency(erasure), attribution);
        }
    }

    private static void equals(JsonNode bins, FaithfulnessMetric metric, Attribution attribution) {
        double[] expected = doubles(bins);
        double tolerance = 1e-4 * DoubleStream.of(expected).map(Math::abs).max().orElseThrow();

        MetricResult result = metric.measure(SentimentModel.get(), attribution);

        assertThat(result.parts().keySet()).containsExactly("1 %", "5 %", "10 %", "20 %", "50 %");
        assertThat(result.parts().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .containsExactly(expected, within(tolerance));
        assertThat(result.value()).isCloseTo(DoubleStream.of(expected).average().orElseThrow(), within(tolerance));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void leaveOneOutCorrelationEqualsScipy(JsonNode text) {
        Attribution attribution = path(text);
        for (JsonNode run : text.path("leave_one_out")) {
            LeaveOneOutCorrelation metric = new LeaveOneOutCorrelation();
            if (run.path("removal").asText().equals("PAD")) {
                metric = metric.from(Baseline.PAD);
            }
            close(metric.measure(SentimentModel.get(), attribution).value(), run.path("kendall"), 1e-12);
            close(
                    metric.by(LeaveOneOutCorrelation.Correlation.SPEARMAN)
                            .measure(SentimentModel.get(), attribution)
                            .value(),
                    run.path("spearman"),
                    1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void agreementOfMethodsEqualsScipy(JsonNode text) {
        JsonNode ofProduct = text.path("rank_agreement").path("input_x_gradient");
        RankAgreement product = RankAgreement.between(path(text), explain(text, "input_x_gradient"));
        equals(ofProduct, product);
        close(product.signs().value(), ofProduct.path("signs"), 1e-12);
        equals(
                text.path("rank_agreement").path("saliency_magnitudes"),
                RankAgreement.between(path(text), explain(text, "saliency")).byMagnitude());
    }

    private static void equals(JsonNode expected, RankAgreement agreement) {
        close(agreement.spearman().value(), expected.path("spearman"), 1e-12);
        close(agreement.kendall().value(), expected.path("kendall"), 1e-12);
        close(agreement.jaccard(REFERENCES.path("top").asInt()).value(), expected.path("jaccard"), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void agreementWithARationaleEqualsScikitLearn(JsonNode text) {
        JsonNode expected = text.path("rationale");
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : expected.path("spans_utf16")) {
            spans.add(new Span(span.path(0).asInt(), span.path(1).asInt()));
        }
        RationaleAgreement agreement = RationaleAgreement.of(path(text), spans);

        close(agreement.auprc().value(), expected.path("auprc"), 1e-12);
        close(agreement.averagePrecision().value(), expected.path("average_precision"), 1e-12);
        for (JsonNode top : expected.path("top")) {
            int k = top.path("k").asInt();
            close(agreement.tokenF1(k).value(), top.path("token_f1"), 1e-12);
            close(agreement.iou(k).value(), top.path("iou"), 1e-12);
            close(agreement.iouF1(k).value(), top.path("iou_f1"), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("madeUp")
    void tiesCountAsInScipyAndScikitLearn(JsonNode lists) {
        Attribution one = Scored.scores(doubles(lists.path("one")));
        RankAgreement agreement = RankAgreement.between(one, Scored.scores(doubles(lists.path("other"))));
        List<Span> gold = new ArrayList<>();
        for (int word = 0; word < one.words().size(); word++) {
            if (lists.path("gold").path(word).asInt() == 1) {
                gold.add(one.words().get(word).span());
            }
        }
        RationaleAgreement rationale = RationaleAgreement.of(one, gold);

        close(agreement.kendall().value(), lists.path("kendall"), 1e-12);
        close(agreement.spearman().value(), lists.path("spearman"), 1e-12);
        close(agreement.signs().value(), lists.path("signs"), 1e-12);
        close(rationale.auprc().value(), lists.path("auprc"), 1e-12);
        close(rationale.averagePrecision().value(), lists.path("average_precision"), 1e-12);
        assertThat(agreement.kendall().uncertainty()).isZero();
        assertThat(rationale.auprc().uncertainty()).isZero();
    }
}
