package io.github.junitattrib.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.conformance.MethodPromises.Promised;
import io.github.junitattrib.method.AttentionRollout;
import io.github.junitattrib.method.AttentionTimesGradient;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Chefer;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.DiscretizedIntegratedGradients;
import io.github.junitattrib.method.ExpectedGradients;
import io.github.junitattrib.method.FeatureAblation;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.InternalInfluence;
import io.github.junitattrib.method.KernelShap;
import io.github.junitattrib.method.LayerActivation;
import io.github.junitattrib.method.LayerConductance;
import io.github.junitattrib.method.LayerGradientTimesActivation;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.method.Lime;
import io.github.junitattrib.method.NeuronAttribution;
import io.github.junitattrib.method.NeuronConductance;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.PartitionShap;
import io.github.junitattrib.method.PermutationImportance;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.RawAttention;
import io.github.junitattrib.method.Reduction;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.method.ShapleySampling;
import io.github.junitattrib.method.ShapleyValues;
import io.github.junitattrib.method.SmoothGrad;
import io.github.junitattrib.method.VarGrad;
import io.github.junitattrib.model.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Evaluations and time of each method on the embedded model, for the table of docs/methods.md: {@code
 * -Dattrib.measure=true} writes target/method-costs.md. Times are for reading, and nothing depends on them.
 */
class MethodCostsTest {

    private static final int RUNS = 7;
    private static final Layer MIDDLE = Layer.encoder(1);

    /** Eleven words, so that exact Shapley values are within their limit. */
    private static final String TEXT = "They said it was great but the second half was dull";

    /** By row of the table, with the options that a user has who sets none. */
    private static Map<String, AttributionMethod> methods() {
        List<String> corpus = List.of(
                "We said he was bad but the first part was fine",
                "You heard she is kind and a third book is poor",
                "People think this seems good yet no last scene looked right");
        Map<String, AttributionMethod> methods = new LinkedHashMap<>();
        methods.put("`IntegratedGradients`", new IntegratedGradients());
        methods.put("`DiscretizedIntegratedGradients`", new DiscretizedIntegratedGradients());
        methods.put("`ExpectedGradients` (GradientSHAP)", new ExpectedGradients());
        methods.put("`InputTimesGradient`", new InputTimesGradient());
        methods.put("`Saliency` (L1, L2)", new Saliency());
        methods.put("`SmoothGrad` around `InputTimesGradient`", new SmoothGrad(new InputTimesGradient()));
        methods.put("`VarGrad` around `InputTimesGradient`", new VarGrad(new InputTimesGradient()));
        methods.put("`Occlusion` (leave-one-out, windows)", new Occlusion());
        methods.put("`FeatureAblation`", new FeatureAblation());
        methods.put("`PermutationImportance` over a corpus", new PermutationImportance(corpus));
        methods.put("`Lime`", new Lime());
        methods.put("`ShapleyValues`", new ShapleyValues());
        methods.put("`ShapleySampling`", new ShapleySampling());
        methods.put("`KernelShap`", new KernelShap());
        methods.put("`PartitionShap` (Owen values)", new PartitionShap());
        methods.put("`LayerwiseRelevance` (AttnLRP, CP-LRP)", LayerwiseRelevance.attnLrp());
        methods.put(
                "`LayerwiseRelevance` with ε or γ", LayerwiseRelevance.attnLrp().gamma(0.25));
        methods.put("`DeepLift` (rescale; several baselines: DeepLiftSHAP)", new DeepLift());
        methods.put("`LayerConductance`", new LayerConductance(MIDDLE));
        methods.put("`NeuronConductance`", new NeuronConductance(MIDDLE, 0, 0));
        methods.put("`InternalInfluence`", new InternalInfluence(MIDDLE));
        methods.put("`LayerGradientTimesActivation`", new LayerGradientTimesActivation(MIDDLE));
        methods.put("`LayerActivation`", new LayerActivation(MIDDLE));
        methods.put("`LayerView` (`reduced(Z_SCORE)`)", new LayerConductance(MIDDLE).reduced(Reduction.Z_SCORE));
        methods.put("`NeuronAttribution`", new NeuronAttribution(MIDDLE, 0, 0));
        methods.put("`RawAttention`", new RawAttention());
        methods.put("`AttentionRollout`", new AttentionRollout());
        methods.put("`AttentionTimesGradient`", new AttentionTimesGradient());
        methods.put("`Chefer`", new Chefer());
        return methods;
    }

    @Test
    void everyRowOfTheTableCanBeMeasured() {
        assertThat(methods().keySet())
                .containsExactlyElementsOf(MethodPromises.all().stream()
                        .map(Promised::row)
                        .distinct()
                        .toList());
    }

    @Test
    @EnabledIfSystemProperty(named = "attrib.measure", matches = "true", disabledReason = "measures times, opt-in")
    void writesEvaluationsAndTimes() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "\"" + TEXT + "\" on the embedded model, "
                        + SentimentModel.get().facts().device() + ", median of " + RUNS,
                "",
                "| method | evaluations | converged | ms |",
                "|---|---|---|---|"));
        methods().forEach((row, method) -> lines.add(line(row, method)));
        Path file = Path.of("target/method-costs.md");
        Files.createDirectories(file.getParent());
        Files.write(file, lines);

        assertThat(lines).hasSize(methods().size() + 4);
    }

    private static String line(String row, AttributionMethod method) {
        Question question = Question.of(TEXT);
        // Once to warm up.
        Attribution attribution = method.attribute(SentimentModel.get(), question);
        double[] times = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            method.attribute(SentimentModel.get(), question);
            times[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.3g |",
                row,
                attribution.convergence().evaluations(),
                attribution.convergence().converged() ? "yes" : "no",
                times[RUNS / 2]);
    }
}
