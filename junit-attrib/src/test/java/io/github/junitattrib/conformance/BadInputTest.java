package io.github.junitattrib.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttentionRollout;
import io.github.junitattrib.method.AttentionTimesGradient;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Chefer;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.DiscretizedIntegratedGradients;
import io.github.junitattrib.method.ExpectedGradients;
import io.github.junitattrib.method.FeatureAblation;
import io.github.junitattrib.method.FixedRule;
import io.github.junitattrib.method.GradientSampling;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.InternalInfluence;
import io.github.junitattrib.method.KernelShap;
import io.github.junitattrib.method.LayerActivation;
import io.github.junitattrib.method.LayerConductance;
import io.github.junitattrib.method.LayerGradientTimesActivation;
import io.github.junitattrib.method.LayerView;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.method.Lime;
import io.github.junitattrib.method.NeuronAttribution;
import io.github.junitattrib.method.NeuronConductance;
import io.github.junitattrib.method.NoiseLevel;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.PartitionShap;
import io.github.junitattrib.method.PermutationImportance;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.RawAttention;
import io.github.junitattrib.method.Reduction;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.method.ShapleySampling;
import io.github.junitattrib.method.ShapleyValues;
import io.github.junitattrib.method.SmoothGrad;
import io.github.junitattrib.method.Tolerance;
import io.github.junitattrib.method.Units;
import io.github.junitattrib.method.VarGrad;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.Propagation;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves nothing to explain, or cannot be explained: every method says so, or is inconclusive. */
class BadInputTest {

    private static final Layer FIRST = Layer.encoder(1);
    private static final NoiseLevel NOISE = NoiseLevel.stdev(0.1);
    private static final GradientSampling TWO = GradientSampling.of(2);
    private static final IntegrationRule FEW =
            IntegrationRule.adaptive().within(new Tolerance(1e-6, 1e-9, 1e-6)).maxEvaluations(9);
    private static final FixedRule ONE = IntegrationRule.gaussLegendre(2);
    private static final String LONG = "They said it was not a great film, but it was far from being a bad one.";

    /** Every method, as it is used on numbers. */
    static Stream<AttributionMethod> methods() {
        return Stream.concat(methodsWithoutBudget(), methodsWithBudget().map(Budgeted::plenty));
    }

    static Stream<AttributionMethod> methodsWithoutBudget() {
        return Stream.of(
                new InputTimesGradient(),
                new Saliency(),
                LayerwiseRelevance.attnLrp(),
                LayerwiseRelevance.cpLrp(),
                new DeepLift(),
                new LayerGradientTimesActivation(FIRST),
                new NeuronAttribution(FIRST, 0, 0).by(NeuronAttribution.Kind.INPUT_TIMES_GRADIENT),
                new LayerActivation(FIRST),
                new RawAttention(),
                new AttentionRollout(),
                new AttentionTimesGradient(),
                new Chefer());
    }

    /**
     * A method that evaluates more or less.
     *
     * @param plenty by default
     * @param little with the smallest budget that can be asked for
     */
    record Budgeted(AttributionMethod plenty, AttributionMethod little) {}

    static Stream<Budgeted> methodsWithBudget() {
        List<String> corpus = List.of("0 1 0", "1 0 2", "2 1 1", "0 0 1");
        return Stream.of(
                new Budgeted(new IntegratedGradients(), new IntegratedGradients(FEW)),
                new Budgeted(new IntegratedGradients().at(FIRST), new IntegratedGradients(ONE).at(FIRST)),
                new Budgeted(new DiscretizedIntegratedGradients(), new DiscretizedIntegratedGradients().asPublished(0)),
                new Budgeted(new ExpectedGradients(), new ExpectedGradients().sampling(TWO)),
                new Budgeted(
                        new SmoothGrad(new Saliency()).noise(NOISE),
                        new SmoothGrad(new Saliency()).noise(NOISE).sampling(TWO)),
                new Budgeted(
                        new VarGrad(new Saliency()).noise(NOISE),
                        new VarGrad(new Saliency()).noise(NOISE).sampling(TWO)),
                new Budgeted(new Occlusion(), new Occlusion().maxEvaluations(2)),
                new Budgeted(new FeatureAblation(), new FeatureAblation().maxEvaluations(2)),
                new Budgeted(new PermutationImportance(corpus), new PermutationImportance(corpus).draws(2)),
                new Budgeted(
                        new Lime().with(Units.WORDS).with(Removal.replaceBy("0")),
                        new Lime().with(Units.WORDS).samples(1000).tolerance(1e-3)),
                new Budgeted(new ShapleyValues(), new ShapleyValues().maxUnits(2)),
                new Budgeted(new ShapleySampling(), new ShapleySampling().permutations(4)),
                new Budgeted(new KernelShap(), new KernelShap().maxEvaluations(4)),
                new Budgeted(new PartitionShap(), new PartitionShap().maxEvaluations(2)),
                new Budgeted(new LayerConductance(FIRST), new LayerConductance(FIRST, FEW)),
                new Budgeted(
                        new LayerConductance(FIRST).reduced(Reduction.Z_SCORE),
                        new LayerConductance(FIRST, FEW).reduced(Reduction.Z_SCORE)),
                new Budgeted(new NeuronConductance(FIRST, 0, 0), new NeuronConductance(FIRST, 0, 0, ONE)),
                new Budgeted(new InternalInfluence(FIRST), new InternalInfluence(FIRST, ONE)),
                new Budgeted(new NeuronAttribution(FIRST, 0, 0), new NeuronAttribution(FIRST, 0, 0).by(FEW)));
    }

    @Test
    void noMethodIsLeftOut() {
        assertThat(methods().map(AttributionMethod::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(MethodPromises.all().stream()
                        .map(promised -> promised.kit().method().getClass())
                        .distinct()
                        .toList());
    }

    private static boolean looksAtAttention(AttributionMethod method) {
        return method instanceof RawAttention
                || method instanceof AttentionRollout
                || method instanceof AttentionTimesGradient
                || method instanceof Chefer;
    }

    /** Two scores of three numbers, behind a hidden layer; with attention for the methods that need it. */
    private static ClosedNetwork network(AttributionMethod method, double weight, double bias, Stage last) {
        List<Stage> stages = new ArrayList<>(List.of(Stage.identity(3)));
        if (looksAtAttention(method)) {
            stages.add(Stage.attention(new double[] {1, 1, 1}, new double[] {1, 1, 1}, 0));
            stages.add(Stage.linear(new double[][] {{1, 0, 0, 0, 0, 0}, {0, 0, 0, 1, 1, 1}}, 0));
        } else {
            stages.add(Stage.linear(new double[][] {{1, 1, 1}, {1, 2, 3}}, 0));
        }
        stages.add(Stage.linear(new double[][] {{weight, 0}, {0, -weight}}, bias, 0));
        stages.add(last);
        return ClosedNetwork.of("broken", 3, List.of("A", "B"), stages.toArray(Stage[]::new));
    }

    /** Says that it cannot tell, and what to do. */
    private static void assertOpen(Attribution attribution, String remedy) {
        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().remedy()).matches(remedy);
    }

    private static boolean isFinite(Attribution attribution) {
        return attribution.tokens().stream()
                .allMatch(token -> Double.isFinite(token.score()) && Double.isFinite(token.uncertainty()));
    }

    /** What is wrong with a text that has no words, by who finds it out first: the model, or the method that cuts it. */
    private static String withoutWords(AttributionMethod method, String text, String byModel) {
        if (method instanceof PermutationImportance || method instanceof Lime) {
            return "The text \"" + text + "\" has no words that could be "
                    + (method instanceof Lime ? "taken away" : "exchanged")
                    + ", so there is nothing to explain. Give a text with words.";
        }
        return byModel;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTextWithoutTokensIsRefused(AttributionMethod method) {
        for (String text : List.of("", " \t", "\u200b")) {
            assertThatThrownBy(() -> method.attribute(SentimentModel.get(), Question.of(text)))
                    .as("\"%s\"", text)
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessageContaining("ive a text with");
        }
        assertThatThrownBy(() -> method.attribute(SentimentModel.get(), Question.of("")))
                .hasMessage(
                        withoutWords(
                                method,
                                "",
                                "The text is empty. Give a text with at least one word: there is nothing to explain in this one."));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTextOfSpecialTokensAloneIsRefused(AttributionMethod method) {
        TextClassifier model = new AllSpecial(network(method, 1, 0, Stage.identity(2)));

        assertThatThrownBy(() -> method.attribute(model, Question.of("1 2 3")))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage(withoutWords(
                        method,
                        "1 2 3",
                        "Model AllSpecial reads nothing but special tokens in the text \"1 2 3\", so there is nothing to"
                                + " explain. Give a text with words."));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aSingleWordHasItsScore(AttributionMethod method) {
        AttributionMethod onText =
                method instanceof PermutationImportance ? new PermutationImportance(List.of("bad", "fine")) : method;

        Attribution attribution = onText.attribute(SentimentModel.get(), Question.of("great"));

        assertThat(attribution.words()).extracting("text").containsExactly("great");
        if (method instanceof LayerView) {
            assertOpen(
                    attribution,
                    "A z-score over the tokens needs two that are not special, but the text has 1\\. Give a longer text, or"
                            + " take Reduction.SUM\\.");
        } else {
            assertThat(isFinite(attribution)).isTrue();
            assertThat(attribution.words().get(0).score()).isNotZero();
            if (method instanceof VarGrad) {
                // Whose numbers of samples suffices for most texts, not for all.
                assertOpen(attribution, "Take about \\d+ samples instead of 1000: the largest standard error is .*");
            } else {
                assertThat(attribution.convergence().converged()).isTrue();
            }
        }
    }

    private static boolean hasBaseline(AttributionMethod method) {
        return !(method instanceof InputTimesGradient
                || method instanceof Saliency
                || method instanceof LayerwiseRelevance
                || method instanceof LayerGradientTimesActivation
                || method instanceof LayerActivation
                || method instanceof SmoothGrad
                || method instanceof VarGrad
                || method instanceof PermutationImportance
                || method instanceof Lime
                || looksAtAttention(method)
                || (method instanceof NeuronAttribution neuron
                        && neuron.facts().parameters().containsValue("INPUT_TIMES_GRADIENT")));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aBaselineThatIsTheTextIsRefusedUnlessNoneIsUsed(AttributionMethod method) {
        TextClassifier model = network(method, 1, 0, Stage.identity(2));
        Question question = Question.of("1 2 3");

        if (hasBaseline(method)) {
            assertThatThrownBy(() -> method.attribute(model, question.from(Baseline.text("1 2 3"))))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessage(
                            "The text \"1 2 3\" and its baseline \"1 2 3\" have the same embeddings, so there is nothing"
                                    + " to explain. Choose another baseline.");
        } else {
            assertThat(method.attribute(model, question.from(Baseline.text("1 2 3")))
                            .tokens())
                    .isEqualTo(method.attribute(model, question).tokens())
                    .isEqualTo(method.attribute(model, question.from(Baseline.text("7 8 9")))
                            .tokens());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aConstantModelIsInconclusiveUnlessItIsNotAsked(AttributionMethod method) {
        Attribution attribution = method.attribute(network(method, 0, 7, Stage.identity(2)), Question.of("1 2 3"));

        boolean asksTheModel = !(method instanceof RawAttention
                || method instanceof AttentionRollout
                || method instanceof LayerActivation
                || method instanceof NeuronAttribution);
        assertThat(attribution.prediction().scores()).containsExactly(7.0, 0.0);
        if (asksTheModel) {
            assertThat(attribution.tokens())
                    .allSatisfy(token -> assertThat(token.score()).isCloseTo(0, within(token.uncertainty() + 1e-12)));
            assertOpen(
                    attribution,
                    method instanceof LayerView
                            ? "No score exceeds its error bar, .*z-scores mean nothing\\. Take another layer, .*"
                            : "(All scores are zero|No score exceeds its error bar), so no token can be told from another:"
                                    + " the model .*\\. Explain a.*");
        } else {
            // Attention and states know nothing of the scores, and a unit is no constant.
            assertThat(isFinite(attribution)).isTrue();
            assertThat(attribution.convergence().converged()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void scoresThatAreNoNumbersAreRefused(AttributionMethod method) {
        for (double bias : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(
                            () -> method.attribute(network(method, 1, bias, Stage.identity(2)), Question.of("1 2 3")))
                    .isInstanceOf(ModelLoadException.class)
                    .hasMessage("Model broken gives scores that are no finite numbers: [" + bias
                            + ", NaN] for [A, B] on the text \"1 2 3\". Check what it"
                            + " computes for this text: a class predicted from these would mean nothing.");
        }
    }

    /** Right values, but slopes that are no numbers by every rule. */
    private record BrokenSlopes() implements Stage {

        private static double[] none(double[] x) {
            double[] none = new double[x.length];
            Arrays.fill(none, Double.NaN);
            return none;
        }

        @Override
        public double[] forward(double[] x) {
            return x;
        }

        @Override
        public double[] backward(double[] x, double[] slopes) {
            return none(x);
        }

        @Override
        public double[] relevance(double[] x, double[] slopes, Propagation.Relevance rule) {
            return none(x);
        }

        @Override
        public double[] differences(double[] x, double[] reference, double[] slopes) {
            return none(x);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void slopesThatAreNoNumbersAreInconclusiveUnlessNoneAreUsed(AttributionMethod method) {
        Attribution attribution = method.attribute(network(method, 1, 0, new BrokenSlopes()), Question.of("1 2 3"));

        if (isFinite(attribution)) {
            assertThat(attribution.tokens())
                    .as("no slope is used")
                    .isEqualTo(method.attribute(network(method, 1, 0, Stage.identity(2)), Question.of("1 2 3"))
                            .tokens());
        } else {
            assertOpen(
                    attribution,
                    ".*The gradients are no finite numbers\\. Check the weights of the model, or explain a logit instead of a"
                            + " probability\\..*");
        }
    }

    /** By the name of a method's class: what it says where its budget is too small, and whether it refuses. */
    private static final Map<Class<?>, String> REFUSALS = Map.of(
            Occlusion.class,
                    "The text has 19 units, .* more than the 2 evaluations that are allowed\\. Allow more, or .*",
            FeatureAblation.class,
                    "The text has 19 units, .* more than the 2 evaluations that are allowed\\. Allow more, or .*",
            ShapleyValues.class,
                    "The text .* has 19 units, .* need 2\\^19 evaluations; 2 units are allowed\\. Take .*");

    private static String openBudget(AttributionMethod method) {
        if (method instanceof ExpectedGradients || method instanceof SmoothGrad || method instanceof VarGrad) {
            return "Take about \\d+ samples instead of 2: the largest standard error is \\d+ % of the largest score, more than"
                    + " 10 %\\.";
        }
        if (method instanceof PermutationImportance || method instanceof Lime || method instanceof ShapleySampling) {
            return "The standard error of a score is [\\d.]+, more than [\\d.]+ of the largest score, after \\d+"
                    + " (draws|samples|permutations)\\. Take (about \\d+|many more), or fewer units, .*";
        }
        if (method instanceof KernelShap) {
            return "A regression on 19 units needs more than 2 coalitions: allow at least 380 maxEvaluations, or take coarser"
                    + " units, .*";
        }
        if (method instanceof PartitionShap) {
            return "Parts of the text could not be split with 2 evaluations\\. Allow more \\(PartitionShap.maxEvaluations\\): 19"
                    + " units need up to 268\\.";
        }
        return method.facts().parameters().containsKey("points")
                ? "Take more than (2|31) points(, or the adaptive rule)?\\."
                : "Allow more than 9 evaluations, or start from another baseline\\.";
    }

    @ParameterizedTest
    @MethodSource("methodsWithBudget")
    void aBudgetTooSmallIsRefusedOrInconclusive(Budgeted budgeted) {
        AttributionMethod little = budgeted.little() instanceof PermutationImportance
                ? new PermutationImportance(
                                List.of(LONG, LONG.replace("great", "poor"), LONG.replace("bad", "good"), LONG))
                        .draws(2)
                : budgeted.little();
        Optional<String> refusal = Optional.ofNullable(REFUSALS.get(little.getClass()));

        if (refusal.isPresent()) {
            assertThatThrownBy(() -> little.attribute(SentimentModel.get(), Question.of(LONG)))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessageMatching(refusal.get());
        } else {
            assertOpen(little.attribute(SentimentModel.get(), Question.of(LONG)), openBudget(little));
        }
    }

    @Test
    void aRegressionOnTooFewTextsClaimsNothing() {
        Attribution open = new KernelShap().maxEvaluations(4).attribute(SentimentModel.get(), Question.of(LONG));

        assertThat(open.tokens()).extracting(TokenScore::uncertainty).containsOnly(Double.POSITIVE_INFINITY);
    }
}
