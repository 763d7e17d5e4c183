package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.Propagation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What methods take as options: a copy changes one of them, a report names them, and impossible ones are refused. */
class MethodOptionsTest {

    private static final Perturbation USUAL = Perturbation.DEFAULT;
    private static final Perturbation WINDOWS = new Perturbation(Units.windows(2), Removal.BY_MODEL);
    private static final Perturbation DELETED = new Perturbation(Units.WORDS, Removal.DELETE);

    static Stream<Arguments> copies() {
        return Stream.of(
                        ofPerturbations(),
                        ofShapley(),
                        ofLime(),
                        ofGradients(),
                        ofLayers(),
                        List.of(
                                arguments(
                                        Question.of("a").toward(Target.index(1)),
                                        new Question("a", Target.index(1), Baseline.PAD)),
                                arguments(
                                        Question.of("a").from(Baseline.ZERO),
                                        new Question("a", Target.predicted(), Baseline.ZERO))))
                .flatMap(List::stream);
    }

    private static List<Arguments> ofPerturbations() {
        return List.of(
                arguments(USUAL.with(Units.windows(2)), WINDOWS),
                arguments(USUAL.with(Removal.DELETE), DELETED),
                arguments(new FeatureAblation().with(Units.windows(2)), new FeatureAblation(WINDOWS, 2000)),
                arguments(new FeatureAblation().with(Removal.DELETE), new FeatureAblation(DELETED, 2000)),
                arguments(new FeatureAblation().maxEvaluations(9), new FeatureAblation(USUAL, 9)),
                arguments(new Occlusion().with(Units.windows(2)), new Occlusion(WINDOWS, 1, 1, 2000)),
                arguments(new Occlusion().with(Removal.DELETE), new Occlusion(DELETED, 1, 1, 2000)),
                arguments(new Occlusion().window(3, 2), new Occlusion(USUAL, 3, 2, 2000)),
                arguments(new Occlusion().maxEvaluations(9), new Occlusion(USUAL, 1, 1, 9)),
                arguments(new PartitionShap().with(Units.windows(2)), new PartitionShap(WINDOWS, 500, 0.1)),
                arguments(new PartitionShap().with(Removal.DELETE), new PartitionShap(DELETED, 500, 0.1)),
                arguments(new PartitionShap().maxEvaluations(9), new PartitionShap(USUAL, 9, 0.1)),
                arguments(
                        new PermutationImportance(List.of("a")).draws(9),
                        new PermutationImportance(List.of("a"), 9, 1, 0.1)),
                arguments(
                        new PermutationImportance(List.of("a")).seed(9),
                        new PermutationImportance(List.of("a"), 100, 9, 0.1)));
    }

    private static List<Arguments> ofShapley() {
        ShapleyInteraction.Index usual = ShapleyInteraction.Index.SHAPLEY;
        ShapleyInteraction.Index taylor = ShapleyInteraction.Index.SHAPLEY_TAYLOR;
        ShapleyInteraction pairs = new ShapleyInteraction();
        return List.of(
                arguments(new ShapleyValues().with(Units.windows(2)), new ShapleyValues(WINDOWS, 12)),
                arguments(new ShapleyValues().with(Removal.DELETE), new ShapleyValues(DELETED, 12)),
                arguments(new ShapleyValues().maxUnits(9), new ShapleyValues(USUAL, 9)),
                arguments(new KernelShap().with(Units.windows(2)), new KernelShap(WINDOWS, 2048, 1, 0.1)),
                arguments(new KernelShap().with(Removal.DELETE), new KernelShap(DELETED, 2048, 1, 0.1)),
                arguments(new KernelShap().maxEvaluations(9), new KernelShap(USUAL, 9, 1, 0.1)),
                arguments(new KernelShap().seed(9), new KernelShap(USUAL, 2048, 9, 0.1)),
                arguments(new KernelShap().tolerance(0.9), new KernelShap(USUAL, 2048, 1, 0.9)),
                arguments(
                        new ShapleySampling().with(Units.windows(2)), new ShapleySampling(WINDOWS, 100, true, 1, 0.1)),
                arguments(new ShapleySampling().with(Removal.DELETE), new ShapleySampling(DELETED, 100, true, 1, 0.1)),
                arguments(new ShapleySampling().permutations(8), new ShapleySampling(USUAL, 8, true, 1, 0.1)),
                arguments(new ShapleySampling().antithetic(false), new ShapleySampling(USUAL, 100, false, 1, 0.1)),
                arguments(new ShapleySampling().seed(9), new ShapleySampling(USUAL, 100, true, 9, 0.1)),
                arguments(new ShapleySampling().tolerance(0.9), new ShapleySampling(USUAL, 100, true, 1, 0.9)),
                arguments(pairs.with(Units.windows(2)), new ShapleyInteraction(WINDOWS, usual, 12, 10, 1, 0.1)),
                arguments(pairs.with(Removal.DELETE), new ShapleyInteraction(DELETED, usual, 12, 10, 1, 0.1)),
                arguments(pairs.by(taylor), new ShapleyInteraction(USUAL, taylor, 12, 10, 1, 0.1)),
                arguments(pairs.maxExact(9), new ShapleyInteraction(USUAL, usual, 9, 10, 1, 0.1)),
                arguments(pairs.rounds(9), new ShapleyInteraction(USUAL, usual, 12, 9, 1, 0.1)),
                arguments(pairs.seed(9), new ShapleyInteraction(USUAL, usual, 12, 10, 9, 0.1)),
                arguments(pairs.tolerance(0.9), new ShapleyInteraction(USUAL, usual, 12, 10, 1, 0.9)));
    }

    private static List<Arguments> ofLime() {
        Lime.Penalty ridge = Lime.Penalty.RIDGE;
        Perturbation usual = new Perturbation(Units.DISTINCT_WORDS, Removal.DELETE);
        return List.of(
                arguments(new Lime().with(Units.WORDS), new Lime(DELETED, 5000, 25, ridge, 1, 1, 0.1)),
                arguments(
                        new Lime().with(Removal.BASELINE),
                        new Lime(usual.with(Removal.BASELINE), 5000, 25, ridge, 1, 1, 0.1)),
                arguments(new Lime().samples(1000), new Lime(usual, 1000, 25, ridge, 1, 1, 0.1)),
                arguments(new Lime().kernelWidth(9), new Lime(usual, 5000, 9, ridge, 1, 1, 0.1)),
                arguments(
                        new Lime().penalty(Lime.Penalty.LASSO, 0.01),
                        new Lime(usual, 5000, 25, Lime.Penalty.LASSO, 0.01, 1, 0.1)),
                arguments(new Lime().seed(9), new Lime(usual, 5000, 25, ridge, 1, 9, 0.1)),
                arguments(new Lime().tolerance(0.9), new Lime(usual, 5000, 25, ridge, 1, 1, 0.9)));
    }

    private static List<Arguments> ofGradients() {
        GradientSampling few = GradientSampling.of(9);
        NoiseLevel noise = NoiseLevel.stdev(0.5);
        Saliency inside = new Saliency();
        return List.of(
                arguments(few.within(0.9), new GradientSampling(9, 0.9, 1)),
                arguments(few.seed(8), new GradientSampling(9, 0.1, 8)),
                arguments(new ExpectedGradients().sampling(few).noise(noise), new ExpectedGradients(few, noise)),
                arguments(new SmoothGrad(inside).sampling(few).noise(noise), new SmoothGrad(inside, few, noise)),
                arguments(new VarGrad(inside).sampling(few).noise(noise), new VarGrad(inside, few, noise)),
                arguments(
                        IntegrationRule.adaptive().within(new Tolerance(0, 1, 1)),
                        new ClenshawCurtisRule(new Tolerance(0, 1, 1), 512)),
                arguments(IntegrationRule.adaptive().maxEvaluations(9), new ClenshawCurtisRule(Tolerance.DEFAULT, 9)),
                arguments(
                        LayerwiseRelevance.attnLrp().epsilon(0.1),
                        new LayerwiseRelevance(new Propagation.Relevance(true, 0.1, 0))),
                arguments(
                        LayerwiseRelevance.cpLrp().epsilon(0.1).gamma(0.2),
                        new LayerwiseRelevance(new Propagation.Relevance(false, 0.1, 0.2))),
                arguments(
                        new RawAttention().ofLayer(2).ofHead(0),
                        new RawAttention(OptionalInt.of(2), OptionalInt.of(0))),
                arguments(new AttentionTimesGradient().ofLayer(2), new AttentionTimesGradient(OptionalInt.of(2))));
    }

    private static List<Arguments> ofLayers() {
        IntegrationRule adaptive = IntegrationRule.adaptive();
        FixedRule fixed = IntegrationRule.gaussLegendre(9);
        NeuronAttribution unit = new NeuronAttribution(Layer.encoder(1), 2, 3);
        return List.of(
                arguments(
                        new IntegratedGradients(fixed).at(Layer.encoder(1)),
                        new IntegratedGradients(fixed, Layer.encoder(1))),
                arguments(
                        unit.by(NeuronAttribution.Kind.GRADIENT_NORM),
                        new NeuronAttribution(Layer.encoder(1), 2, 3, NeuronAttribution.Kind.GRADIENT_NORM, adaptive)),
                arguments(
                        unit.by(fixed),
                        new NeuronAttribution(
                                Layer.encoder(1), 2, 3, NeuronAttribution.Kind.INTEGRATED_GRADIENTS, fixed)));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void aCopyHasOneOptionChangedAndKeepsTheOthers(Object copy, Object expected) {
        assertThat(copy).isEqualTo(expected);
    }

    static Stream<Arguments> reported() {
        List<String> usual = List.of("units=words", "removal=by model");
        List<String> adaptive = List.of("rule=adaptive", "max_evaluations=512");
        List<String> fifty = List.of("rule=GAUSS_LEGENDRE", "points=50");
        List<String> smooth = List.of("around=Saliency", "Saliency norm=L2", "noise=0.2 of the deviation", "seed=1");
        Layer first = Layer.encoder(1);
        String layer = "layer=" + first;
        NeuronAttribution unit = new NeuronAttribution(first, 2, 3);
        return Stream.of(
                arguments(new Occlusion(), "Occlusion", usual),
                arguments(new Occlusion().window(3, 2), "Occlusion", and(usual, "window=3", "stride=2")),
                arguments(new FeatureAblation(), "FeatureAblation", usual),
                arguments(
                        new FeatureAblation().with(Units.groups(1, 1, 2)).with(Removal.replaceBy("[X]")),
                        "FeatureAblation",
                        List.of("units=groups [1, 1, 2]", "removal=replace by \"[X]\"")),
                arguments(
                        new FeatureAblation().with(Units.phrases("not good")).with(Removal.BASELINE),
                        "FeatureAblation",
                        List.of("units=words and phrases [not good]", "removal=baseline")),
                arguments(new ShapleyValues(), "ShapleyValues", usual),
                arguments(
                        new ShapleySampling(),
                        "ShapleySampling",
                        and(usual, "permutations=100", "antithetic=true", "seed=1", "tolerance=0.1")),
                arguments(new KernelShap(), "KernelShap", and(usual, "maxEvaluations=2048", "seed=1", "tolerance=0.1")),
                arguments(new PartitionShap(), "PartitionShap", and(usual, "maxEvaluations=500", "tolerance=0.1")),
                arguments(
                        new Lime(),
                        "Lime",
                        List.of(
                                "units=distinct words",
                                "removal=delete",
                                "samples=5000",
                                "kernelWidth=25.0",
                                "penalty=RIDGE",
                                "alpha=1.0",
                                "seed=1",
                                "tolerance=0.1")),
                arguments(
                        new PermutationImportance(List.of("a", "b")),
                        "PermutationImportance",
                        List.of("corpus=2 texts", "draws=100", "seed=1", "tolerance=0.1")),
                arguments(new Saliency(), "Saliency", List.of("norm=L2")),
                arguments(new InputTimesGradient(), "InputTimesGradient", List.of()),
                arguments(new IntegratedGradients(), "IntegratedGradients", adaptive),
                arguments(
                        new IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(0.5, 0.25, 1)), first),
                        "IntegratedGradients",
                        and(adaptive, "tolerance=0.5/0.25/1.0", layer)),
                arguments(
                        new DiscretizedIntegratedGradients(),
                        "DiscretizedIntegratedGradients",
                        and(adaptive, "strategy=greedy", "steps=30", "neighbours=500")),
                arguments(
                        new ExpectedGradients(GradientSampling.of(9), NoiseLevel.NONE),
                        "ExpectedGradients",
                        List.of("samples=9", "seed=1")),
                arguments(
                        new ExpectedGradients(GradientSampling.of(9).within(0.5), NoiseLevel.stdev(0.5)),
                        "ExpectedGradients",
                        List.of("samples=9", "seed=1", "tolerance=0.5", "noise=0.5")),
                arguments(new SmoothGrad(new Saliency()), "SmoothGrad", and(smooth, "samples=200")),
                arguments(new VarGrad(new Saliency()), "VarGrad", and(smooth, "samples=1000")),
                arguments(new DeepLift(), "DeepLIFT", List.of()),
                arguments(LayerwiseRelevance.attnLrp(), "AttnLRP", List.of("epsilon=0.0", "gamma=0.0")),
                arguments(LayerwiseRelevance.cpLrp().gamma(0.5), "CP-LRP", List.of("epsilon=0.0", "gamma=0.5")),
                arguments(new RawAttention(), "RawAttention", List.of("layer=last", "head=mean")),
                arguments(new RawAttention().ofLayer(2).ofHead(0), "RawAttention", List.of("layer=2", "head=0")),
                arguments(new AttentionRollout(), "AttentionRollout", List.of()),
                arguments(new AttentionTimesGradient(), "AttentionTimesGradient", List.of("layer=all")),
                arguments(new AttentionTimesGradient().ofLayer(2), "AttentionTimesGradient", List.of("layer=2")),
                arguments(new Chefer(), "Chefer", List.of()),
                arguments(new LayerActivation(first), "LayerActivation", List.of(layer)),
                arguments(new LayerGradientTimesActivation(first), "LayerGradientTimesActivation", List.of(layer)),
                arguments(new LayerConductance(first), "LayerConductance", and(adaptive, layer)),
                arguments(new InternalInfluence(first), "InternalInfluence", and(fifty, layer)),
                arguments(
                        new NeuronConductance(first, 2, 3),
                        "NeuronConductance",
                        and(fifty, layer, "token=2", "unit=3")),
                arguments(
                        unit,
                        "NeuronAttribution",
                        and(adaptive, layer, "token=2", "unit=3", "kind=INTEGRATED_GRADIENTS")),
                arguments(
                        unit.by(NeuronAttribution.Kind.GRADIENT_NORM),
                        "NeuronAttribution",
                        List.of(layer, "token=2", "unit=3", "kind=GRADIENT_NORM")));
    }

    private static List<String> and(List<String> some, String... others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(others));
        return all;
    }

    @ParameterizedTest
    @MethodSource("reported")
    void aReportNamesTheMethodAndItsOptions(AttributionMethod method, String name, List<String> options) {
        Map<String, String> expected = new LinkedHashMap<>();
        options.forEach(option -> expected.put(option.split("=", 2)[0], option.split("=", 2)[1]));

        assertThat(method.facts().name()).isEqualTo(name);
        assertThat(method.facts().parameters()).isEqualTo(expected);
    }

    /** The least number that an option may be, and how it is set. */
    static Stream<Arguments> least() {
        return Stream.of(
                least("maxEvaluations", 2, new FeatureAblation()::maxEvaluations),
                least("maxEvaluations", 2, new Occlusion()::maxEvaluations),
                least("maxEvaluations", 2, new PartitionShap()::maxEvaluations),
                least("maxEvaluations", 4, new KernelShap()::maxEvaluations),
                least("draws", 2, new PermutationImportance(List.of("a"))::draws),
                least("maxUnits", 1, new ShapleyValues()::maxUnits),
                least("permutations", 4, new ShapleySampling()::permutations),
                least("permutations", 2, new ShapleySampling().antithetic(false)::permutations),
                least("maxExact", 1, new ShapleyInteraction()::maxExact),
                least("rounds", 2, new ShapleyInteraction()::rounds),
                least("samples", 1000, new Lime()::samples));
    }

    private static Arguments least(String option, int least, IntFunction<Object> set) {
        return arguments(option, least, set);
    }

    @ParameterizedTest
    @MethodSource("least")
    void countsBelowTheLeastThatMakesSenseAreRefused(String option, int least, IntFunction<Object> set) {
        assertThat(set.apply(least)).isNotNull();
        assertThatThrownBy(() -> set.apply(least - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The option " + option + " must be at least " + least + ", but is " + (least - 1) + ".");
    }

    @Test
    void exactMethodsTakeAtMostSixteenUnits() {
        assertThat(new ShapleyValues().maxUnits(16).maxUnits()).isEqualTo(16);
        assertThat(new ShapleyInteraction().maxExact(16).maxExact()).isEqualTo(16);
        assertThatThrownBy(() -> new ShapleyValues().maxUnits(17))
                .hasMessageContaining("2^17 evaluations")
                .hasMessageContaining("Allow 16 units at most");
        assertThatThrownBy(() -> new ShapleyInteraction().maxExact(17)).hasMessageContaining("Allow 16 units at most");
    }

    @Test
    void antitheticOrdersComeInPairs() {
        assertThat(new ShapleySampling().antithetic(false).permutations(5).permutations())
                .isEqualTo(5);
        assertThatThrownBy(() -> new ShapleySampling().permutations(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Antithetic permutations come in pairs, but 5 were asked for. Take an even number.");
    }

    @Test
    void tolerancesAreSharesOfTheLargestScore() {
        assertThat(new KernelShap().tolerance(1).tolerance()).isEqualTo(1);
        for (double none : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new KernelShap().tolerance(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The option tolerance is a share above 0 and up to 1, such as 0.1, but is " + none + ".");
            assertThatThrownBy(() -> new ShapleySampling().tolerance(none))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new ShapleyInteraction().tolerance(none))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Lime().tolerance(none)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new PartitionShap(USUAL, 500, none)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new PermutationImportance(List.of("a"), 100, 1, none))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void windowsOfOcclusionCoverEveryUnit() {
        assertThat(new Occlusion().window(3, 3).stride()).isEqualTo(3);
        for (int[] sizes : new int[][] {{0, 0}, {1, 0}, {2, 3}}) {
            assertThatThrownBy(() -> new Occlusion().window(sizes[0], sizes[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Windows need 1 <= stride <= window, so that they cover every unit, but the window is "
                            + sizes[0] + " and the stride " + sizes[1] + ".");
        }
    }

    @Test
    void aLimeKernelHasAPositiveWidthAndPenalty() {
        for (double none : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> new Lime().kernelWidth(none)).hasMessageContaining("must be positive numbers");
            assertThatThrownBy(() -> new Lime().penalty(Lime.Penalty.RIDGE, none))
                    .hasMessageContaining("must be positive numbers");
        }
        assertThatThrownBy(() -> new Lime().penalty(Lime.Penalty.RIDGE, Double.POSITIVE_INFINITY))
                .hasMessageContaining("must be positive numbers");
    }
}
