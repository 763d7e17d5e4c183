package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with captum, lime and shap in double precision (fixtures/training/perturbation_references.py). */
class PerturbationReferenceTest {

    /** One method of a peer on one text. */
    record Run(JsonNode text, JsonNode run) {

        String words() {
            return text.path("text").asText();
        }

        double[] scores() {
            return StreamSupport.stream(run.path("scores").spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
        }

        List<BitSet> samples() {
            List<BitSet> samples = new ArrayList<>();
            run.path("samples")
                    .forEach(mask -> samples.add(
                            BitSet.valueOf(new long[] {new BigInteger(mask.asText(), 16).longValueExact()})));
            return samples;
        }

        /** 1e-4 of the largest score. */
        double tolerance() {
            return 1e-4 * Arrays.stream(scores()).map(Math::abs).max().orElseThrow();
        }

        Question question() {
            return Question.of(words()).toward(Target.label(text.path("label").asText()));
        }

        Attribution by(AttributionMethod method) {
            return method.attribute(SentimentModel.get(), question());
        }

        @Override
        public String toString() {
            return run.path("method").asText() + ": " + words();
        }
    }

    private static List<Run> runs(String method) {
        List<Run> runs = new ArrayList<>();
        try (InputStream json = PerturbationReferenceTest.class.getResourceAsStream("/references/perturbation.json")) {
            for (JsonNode text :
                    new ObjectMapper().readTree(Objects.requireNonNull(json)).path("cases")) {
                for (JsonNode run : text.path("runs")) {
                    if (run.path("method").asText().equals(method)) {
                        runs.add(new Run(text, run));
                    }
                }
            }
            return runs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Run> featureAblation() {
        return runs("feature_ablation");
    }

    static List<Run> occlusion() {
        return runs("occlusion");
    }

    static List<Run> shapleyValues() {
        return runs("shapley_values");
    }

    static List<Run> kernel() {
        return runs("shap_kernel");
    }

    static List<Run> sampledKernel() {
        return runs("kernel_shap_sampled");
    }

    static List<Run> partition() {
        return runs("shap_partition");
    }

    static List<Run> lime() {
        return runs("lime_text");
    }

    private static void assertEqual(Run run, Attribution attribution) {
        assertThat(attribution.tokens().stream().mapToDouble(TokenScore::score).toArray())
                .containsExactly(run.scores(), within(run.tolerance()));
        assertThat(attribution.inputScore())
                .isCloseTo(run.text().path("f_input").asDouble(), within(1e-5));
        assertThat(attribution.convergence().converged()).isTrue();
    }

    private static void assertComplete(Run run, Attribution attribution) {
        assertEqual(run, attribution);
        assertThat(attribution.baselineScore())
                .isCloseTo(run.text().path("f_baseline").asDouble(), within(1e-5));
        assertThat(attribution.delta()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("featureAblation")
    void ablationEqualsCaptumOnEmbeddings(Run run) {
        assertEqual(run, run.by(new FeatureAblation()));
        assertEqual(run, run.by(new Occlusion()));
    }

    @ParameterizedTest
    @MethodSource("occlusion")
    void occlusionByWindowsEqualsCaptum(Run run) {
        assertEqual(run, run.by(new Occlusion().window(run.run().path("window").asInt(), 1)));
    }

    @ParameterizedTest
    @MethodSource("shapleyValues")
    void shapleyValuesEqualCaptum(Run run) {
        assertComplete(run, run.by(new ShapleyValues()));
    }

    @ParameterizedTest
    @MethodSource("kernel")
    void kernelShapEqualsShap(Run run) {
        assertComplete(run, run.by(new KernelShap().maxEvaluations(4096)));
        assertComplete(run, run.by(new ShapleyValues()));
    }

    @ParameterizedTest
    @MethodSource("kernel")
    void sampledShapleyValuesLieWithinFourStandardErrors(Run run) {
        for (AttributionMethod method : List.of(
                new ShapleySampling().permutations(60).tolerance(1),
                new KernelShap().maxEvaluations(200).tolerance(1))) {
            Attribution sampled = run.by(method);
            for (int t = 0; t < run.scores().length; t++) {
                TokenScore token = sampled.tokens().get(t);
                assertThat(token.score())
                        .as("%s by %s", token, method.facts().name())
                        .isCloseTo(run.scores()[t], within(4 * token.uncertainty() + run.tolerance()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sampledKernel")
    void theRegressionEqualsCaptumOnTheSameCoalitions(Run run) {
        PerturbedText text = PerturbedText.of(
                SentimentModel.get(), run.question(), Perturbation.DEFAULT, "KernelShap", Integer.MAX_VALUE);
        int players = text.game().players();
        // Captum adds the two ends, which the constraint takes care of here.
        List<BitSet> between = run.samples().stream()
                .filter(mask -> !mask.isEmpty() && mask.cardinality() < players)
                .toList();
        assertThat(between).hasSizeGreaterThan(300);
        double[] weights = new double[between.size()];
        Arrays.fill(weights, 1);

        WeightedFit fit = KernelShap.fit(text.game(), between, weights, WeightedFit.Draws.SINGLE);

        assertThat(fit.coefficients()).containsExactly(run.scores(), within(run.tolerance()));
    }

    @ParameterizedTest
    @MethodSource("partition")
    void partitionShapEqualsShap(Run run) {
        assertComplete(run, run.by(new PartitionShap().maxEvaluations(100_000)));
    }

    @ParameterizedTest
    @MethodSource("lime")
    void limeEqualsLimeTextOnTheSameSamples(Run run) {
        PerturbedText text = PerturbedText.of(
                SentimentModel.get(), run.question(), new Lime().perturbation(), "Lime", Integer.MAX_VALUE);
        // The embedded model refuses a text without words, where lime asks transformers about [CLS] [SEP].
        double empty = run.run().path("empty").asDouble();
        Game game = FormulaGame.of(
                text.game().players(),
                coalition -> coalition.isEmpty() ? empty : text.game().value(coalition));

        LimeFit fit = new Lime().fit(game, run.samples());

        assertThat(fit.scores()).containsExactly(run.scores(), within(run.tolerance()));
        assertThat(fit.intercept()).isCloseTo(run.run().path("intercept").asDouble(), within(run.tolerance()));
        assertThat(fit.r2()).isCloseTo(run.run().path("r2").asDouble(), within(1e-4));
    }

    @Test
    void everyMethodOfThePeersHasRuns() {
        assertThat(List.of(
                        featureAblation(),
                        occlusion(),
                        shapleyValues(),
                        kernel(),
                        sampledKernel(),
                        partition(),
                        lime()))
                .allSatisfy(runs -> assertThat(runs).hasSizeGreaterThanOrEqualTo(3));
    }
}
