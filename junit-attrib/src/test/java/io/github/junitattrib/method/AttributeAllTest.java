package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextPoint;
import io.github.junitattrib.model.torch.FunctionModel;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths of several texts at once: each text gets what it gets alone, in its place. */
class AttributeAllTest {

    private static final List<String> TEXTS = List.of(
            "It was great",
            "They were wrong to say that it was great",
            "It was dull",
            "A stellar, moving film",
            "It was great",
            "It was not dull");

    static Stream<AttributionMethod> methods() {
        return Stream.concat(gradientMethods(), perturbations());
    }

    static Stream<AttributionMethod> gradientMethods() {
        return Stream.of(
                new IntegratedGradients(),
                new IntegratedGradients(IntegrationRule.gaussLegendre(20)),
                new IntegratedGradients(IntegrationRule.fixed(FixedRule.Kind.RIEMANN_MIDDLE, 30)),
                new IntegratedGradients(IntegrationRule.adaptive().maxEvaluations(10)),
                new Saliency(),
                new Saliency(Saliency.Norm.L1),
                new InputTimesGradient(),
                new ExpectedGradients().sampling(GradientSampling.of(120)),
                new ExpectedGradients(GradientSampling.of(30), NoiseLevel.ofDeviation(0.1)),
                new SmoothGrad(new Saliency()).sampling(GradientSampling.of(120)),
                new SmoothGrad(new InputTimesGradient()).sampling(GradientSampling.of(60)),
                new SmoothGrad(new IntegratedGradients(IntegrationRule.gaussLegendre(4)))
                        .sampling(GradientSampling.of(3)),
                new VarGrad(new InputTimesGradient()).sampling(GradientSampling.of(60)));
    }

    /** By rows of the baseline where a model has them. */
    static Stream<AttributionMethod> perturbations() {
        return Stream.of(
                new Occlusion(),
                new FeatureAblation(),
                new ShapleyValues(),
                new ShapleySampling().permutations(20),
                new KernelShap().maxEvaluations(200),
                new Lime().with(Removal.BASELINE),
                new PartitionShap(),
                new PartitionShap().maxEvaluations(20));
    }

    /** By changed texts, and methods that go through texts one by one. */
    static Stream<AttributionMethod> others() {
        Removal dots = Removal.replaceBy("...");
        return Stream.of(
                new Occlusion().with(Removal.DELETE),
                new Occlusion().with(dots).with(Units.PIECES),
                new FeatureAblation().with(dots),
                new ShapleyValues().with(dots),
                new ShapleySampling().permutations(20).with(dots),
                new KernelShap().maxEvaluations(200).with(dots),
                new Lime().with(Removal.DELETE),
                new PartitionShap().with(dots),
                new IntegratedGradients().at(Layer.EMBEDDING_OUTPUT),
                new AttentionRollout());
    }

    @ParameterizedTest
    @MethodSource({"methods", "others"})
    void textsGetTogetherWhatTheyGetAlone(AttributionMethod method) {
        assertSame(SentimentModel.get(), method, questions());
    }

    @ParameterizedTest
    @MethodSource({"methods", "others"})
    void oneTextAndNoneAreListsToo(AttributionMethod method) {
        assertSame(SentimentModel.get(), method, List.of(Question.of("It was great")));
        assertThat(method.attributeAll(SentimentModel.get(), List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void soItIsWithAClosedFormOfTextsOfSeveralLengths(AttributionMethod method) {
        try (FunctionModel model = squares()) {
            List<Question> questions = Stream.of("a b", "b", "b a b a", "a b", "c", "a b c", "b a")
                    .map(Question::of)
                    .toList();

            assertSame(model, method, questions);
        }
    }

    /** F_0 = Σ first², F_1 = Σ second², of two numbers for each token. */
    private static FunctionModel squares() {
        return FunctionModel.builder(points -> points.mul(points).sum(new int[] {1}))
                .labels("A", "B")
                .embedding(Map.of("a", new double[] {2, 1}), new double[] {1, 3})
                .device("cpu")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {Fixtures.SENTIMENT_TRACED, Fixtures.THREE_CLASS})
    void soItIsWithOtherModels(String location) {
        try (DifferentiableClassifier model = (DifferentiableClassifier)
                new ModelRepository(new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()))
                        .load(location, new DeviceChoice("cpu"))) {
            assertSame(
                    model,
                    new IntegratedGradients(),
                    TEXTS.stream().map(Question::of).toList());
        }
    }

    /** Of several targets and baselines. */
    private static List<Question> questions() {
        List<Question> questions =
                new ArrayList<>(TEXTS.stream().map(Question::of).toList());
        questions.add(Question.of(TEXTS.get(0)).toward(Target.label("NEGATIVE")));
        questions.add(Question.of(TEXTS.get(2)).toward(Target.contrast("NEGATIVE", "POSITIVE")));
        questions.add(Question.of(TEXTS.get(2)).toward(Target.probability(Target.label("POSITIVE"))));
        questions.add(Question.of(TEXTS.get(3)).from(Baseline.average(Baseline.ZERO, Baseline.MASK)));
        return questions;
    }

    private static void assertSame(DifferentiableClassifier model, AttributionMethod method, List<Question> questions) {
        List<Attribution> together = method.attributeAll(model, questions);

        assertSame(
                questions.stream()
                        .map(question -> method.attribute(model, question))
                        .toList(),
                together);
    }

    private static void assertSame(List<Attribution> expected, List<Attribution> found) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Attribution alone = expected.get(i);
            Attribution one = found.get(i);
            // Rounding of single precision, where products of matrices sum in another order.
            double rounding = 1e-5 * Math.max(1, Math.abs(alone.inputScore()));
            assertThat(one.text()).isEqualTo(alone.text());
            assertThat(one.target()).isEqualTo(alone.target());
            assertThat(one.method()).isEqualTo(alone.method());
            assertThat(one.model()).isEqualTo(alone.model());
            assertThat(one.convergence().converged())
                    .isEqualTo(alone.convergence().converged());
            assertThat(one.convergence().evaluations())
                    .isEqualTo(alone.convergence().evaluations());
            assertThat(one.convergence().remedy()).isEqualTo(alone.convergence().remedy());
            assertThat(one.inputScore()).isCloseTo(alone.inputScore(), within(rounding));
            assertThat(one.tokens()).hasSameSizeAs(alone.tokens());
            for (int t = 0; t < one.tokens().size(); t++) {
                assertThat(one.tokens().get(t).text())
                        .isEqualTo(alone.tokens().get(t).text());
                assertThat(one.tokens().get(t).score())
                        .isCloseTo(alone.tokens().get(t).score(), within(rounding));
                assertThat(one.tokens().get(t).uncertainty())
                        .isCloseTo(alone.tokens().get(t).uncertainty(), within(rounding));
            }
        }
    }

    /** One of each way to compute texts together. */
    static Stream<AttributionMethod> ways() {
        return Stream.of(
                new IntegratedGradients(),
                new Saliency(),
                new ExpectedGradients().sampling(GradientSampling.of(60)),
                new SmoothGrad(new Saliency()).sampling(GradientSampling.of(60)),
                new Occlusion(),
                new FeatureAblation().with(Removal.replaceBy("...")),
                new KernelShap().maxEvaluations(100));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theSameQuestionsGetTheSameBitsOnEveryThread(AttributionMethod method) {
        List<Question> questions = questions();
        List<Attribution> once = method.attributeAll(SentimentModel.get(), questions);

        assertThat(IntStream.range(0, 3)
                        .parallel()
                        .mapToObj(i -> method.attributeAll(SentimentModel.get(), questions))
                        .toList())
                .containsOnly(once);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theOrderOfTheQuestionsChangesNothing(AttributionMethod method) {
        List<Question> questions = questions();
        List<Question> backwards = new ArrayList<>(questions);
        Collections.reverse(backwards);

        List<Attribution> reversed = new ArrayList<>(method.attributeAll(SentimentModel.get(), backwards));
        Collections.reverse(reversed);

        assertSame(method.attributeAll(SentimentModel.get(), questions), reversed);
    }

    @ParameterizedTest
    @MethodSource({"methods", "others"})
    void aTextThatIsRefusedGetsTheErrorThatItGetsAloneAndIsNamed(AttributionMethod method) {
        for (String refused : List.of(" ", "a film ".repeat(100))) {
            List<Question> questions = List.of(Question.of("It was great"), Question.of(refused), Question.of("dull"));
            Throwable alone = catchThrowable(() -> method.attribute(SentimentModel.get(), questions.get(1)));

            assertThatThrownBy(() -> method.attributeAll(SentimentModel.get(), questions))
                    .isInstanceOf(InvalidTextException.class)
                    .hasSameClassAs(alone)
                    .hasMessageEndingWith(alone.getMessage())
                    .message()
                    .containsAnyOf("Text 2 of 3 (", "\"" + refused + "\"");
        }
    }

    @Test
    void aTextThatIsRefusedIsNamedByItsPlace() {
        List<Question> questions = List.of(Question.of("It was great"), Question.of(" "), Question.of("dull"));

        assertThatThrownBy(() -> new IntegratedGradients().attributeAll(SentimentModel.get(), questions))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("Text 2 of 3 (\" \"): The text is blank.");
    }

    /** A model of two numbers per token, which counts the points that it is asked about at a time. */
    private record Counting(FunctionModel model, ConcurrentLinkedQueue<Integer> counts, int missing)
            implements DifferentiableClassifier {

        @Override
        public List<String> labels() {
            return model.labels();
        }

        @Override
        public Prediction predict(String text) {
            return model.predict(text);
        }

        @Override
        public Prediction predict(TokenizedText text) {
            return model.predict(text);
        }

        @Override
        public TokenizedText tokenize(String text) {
            return model.tokenize(text);
        }

        @Override
        public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
            return model.embed(text, baseline);
        }

        @Override
        public ScoreFunction function(TokenizedText text) {
            return model.function(text);
        }

        @Override
        public ScoreGradients gradients(List<TextPoint> points) {
            counts.add(points.size());
            return model.gradients(points.subList(missing, points.size()));
        }

        static Counting missing(int missing) {
            return new Counting(squares(), new ConcurrentLinkedQueue<>(), missing);
        }
    }

    /** Many points of many texts would fill the heap, each with a gradient as long. */
    @Test
    void pointsHeldAtATimeDependNeitherOnTheTextsNorOnTheRule() {
        Counting counting = Counting.missing(0);
        try (FunctionModel closed = counting.model()) {
            List<Question> questions = Collections.nCopies(200, Question.of("a b"));
            int bound = 4 * closed.function(closed.tokenize("a b")).batchSize();

            List<Attribution> attributions =
                    new IntegratedGradients(IntegrationRule.gaussLegendre(50)).attributeAll(counting, questions);

            assertThat(attributions)
                    .hasSize(200)
                    .allSatisfy(each -> assertThat(each.tokens().get(1).score()).isCloseTo(9, within(1e-5)));
            assertThat(bound).isLessThan(200 * 50 / 4);
            assertThat(counting.counts()).allMatch(count -> count <= bound);
        }
    }

    @Test
    void aModelThatForgetsPointsIsNamed() {
        Counting forgetful = Counting.missing(1);
        try (FunctionModel closed = forgetful.model()) {
            assertThat(closed.labels()).hasSize(2);
            assertThatThrownBy(() -> new IntegratedGradients().attributeAll(forgetful, List.of(Question.of("a b"))))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("gives the gradients at 1 points, but was asked about 2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void aPointOfAnotherLengthIsRefused(int numbers) {
        Counting counting = Counting.missing(0);
        try (FunctionModel model = counting.model()) {
            TextPoint point =
                    new TextPoint(model.tokenize("a b"), new double[numbers], new TargetScore.OfClass(0, "A"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.gradients(List.of(point)))
                    .withMessageContaining("needs 2 numbers for each of its 2 tokens, 4 in all, but has " + numbers);
        }
    }

    @Test
    void aPointOfTheWordsOfACheckpointHasAWidthOfItsOwn() {
        DifferentiableClassifier model = SentimentModel.get();
        TokenizedText text = model.tokenize("It was great");
        TextPoint point = new TextPoint(text, new double[text.size()], new TargetScore.OfClass(0, "NEGATIVE"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.gradients(List.of(point)))
                .withMessageContaining("needs 128 numbers for each of its " + text.size() + " tokens");
    }

    @Test
    void batchesAreFullAndBounded() {
        ConcurrentLinkedQueue<long[]> shapes = new ConcurrentLinkedQueue<>();
        // F has Σ x² in both dimensions: its density is linear in α, so that 9 points do.
        try (FunctionModel model = FunctionModel.builder(points -> {
                    shapes.add(points.getShape().getShape());
                    return points.mul(points).sum(new int[] {1});
                })
                .labels("A", "B")
                .embedding(Map.of("a", new double[] {2, 1}), new double[] {1, 3})
                .device("cpu")
                .build()) {
            List<Question> questions = IntStream.range(0, 250)
                    .mapToObj(i -> Question.of("a b" + " c".repeat(i % 2)))
                    .toList();

            List<Attribution> attributions = new IntegratedGradients().attributeAll(model, questions);

            assertThat(attributions).hasSize(250).allSatisfy(attribution -> {
                assertThat(attribution.convergence().evaluations()).isEqualTo(9);
                assertThat(attribution.label()).isEqualTo("B");
                // Σ_d of B alone: 1² for "a", 3² for others.
                assertThat(attribution.tokens().get(0).score()).isCloseTo(1, within(1e-5));
                assertThat(attribution.tokens().get(1).score()).isCloseTo(9, within(1e-5));
            });
        }
        assertThat(shapes).allMatch(shape -> shape[0] * shape[1] <= 600);
        // 2 predictions; of 125 texts with 2 tokens 2·125 ends and 9·125 points by 300, with 3 tokens the same by 200.
        assertThat(shapes).hasSize(2 + 1 + 4 + 2 + 6);
    }
}
