package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's function of NDArrays as a model: its attributions have closed forms. */
class FunctionModelTest {

    /** Computed in FLOAT32. */
    private static final Offset<Double> NOISE = within(1e-5);

    private static final String TEXT = "It was great, not dull";
    private static final double[] UNKNOWN = {0.25, 0.5};
    private static final Map<String, double[]> ROWS =
            Map.of("great", new double[] {2, 0}, "dull", new double[] {0, 1}, "not", new double[] {-1, 1});
    /** What each row weighs toward POSITIVE. */
    private static final double[] WEIGHTS = {1, -1.5};

    private final List<FunctionModel> models = new ArrayList<>();

    @AfterEach
    void close() {
        models.forEach(FunctionModel::close);
    }

    private static FunctionModelBuilder builder(Function<NDArray, NDArray> scores) {
        return FunctionModel.builder(scores)
                .name("bag of words")
                .labels("NEGATIVE", "POSITIVE")
                .embedding(ROWS, UNKNOWN)
                .device("cpu");
    }

    private FunctionModel build(FunctionModelBuilder builder) {
        FunctionModel model = builder.build();
        models.add(model);
        return model;
    }

    /** F = Σ_t W x_t, as in the Javadoc. */
    private static NDArray bagOfWords(NDArray points) {
        NDArray weights = FunctionModel.constant(points, -WEIGHTS[0], WEIGHTS[0], -WEIGHTS[1], WEIGHTS[1])
                .reshape(2, 2);
        return points.sum(new int[] {1}).matMul(weights);
    }

    private static Attribution explain(FunctionModel model, String text, Baseline baseline) {
        return AttributionRequest.of(model, text, new IntegratedGradients())
                .toward("POSITIVE")
                .from(baseline)
                .attribution();
    }

    private static double weight(double... row) {
        return row[0] * WEIGHTS[0] + row[1] * WEIGHTS[1];
    }

    private static double weightOf(String word) {
        return weight(ROWS.getOrDefault(word, UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource(Baseline.Row.class)
    void aBagOfWordsSharesItsScoreByTheWeightsOfTheWords(Baseline.Row baseline) {
        FunctionModel model = build(builder(FunctionModelTest::bagOfWords).baseline(Baseline.MASK, 1, 1));
        double start = switch (baseline) {
            case PAD, ZERO -> 0;
            case MASK -> weight(1, 1);
            case UNK -> weight(UNKNOWN);
        };

        Attribution attribution = explain(model, TEXT, baseline);

        assertThat(attribution.tokens())
                .extracting(TokenScore::text)
                .containsExactly("It", "was", "great", ",", "not", "dull");
        assertThat(attribution.tokens())
                .allSatisfy(token -> assertThat(token.score()).isCloseTo(weightOf(token.text()) - start, NOISE));
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.model().name()).isEqualTo("bag of words");
        assertThat(attribution.model().dtype()).isEqualTo("float32");
    }

    @Test
    void aSquareOfTheSumSharesItByTheSumOfBothEnds() {
        // F = s² with s = Σ_t w·x_t: ∫ 2 s(α) dα = s + s', so that token t has w·(x_t − x'_t) (s + s').
        FunctionModel model = build(builder(points -> {
            NDArray sums = bagOfWords(points).get(":, 1:2");
            return sums.mul(sums).mul(FunctionModel.constant(points, -1, 1));
        }));
        double end = Stream.of("It", "was", "great", ",", "not", "dull")
                .mapToDouble(FunctionModelTest::weightOf)
                .sum();
        double start = 6 * weight(UNKNOWN);

        Attribution attribution = explain(model, TEXT, Baseline.UNK);

        assertThat(attribution.inputScore()).isCloseTo(end * end, NOISE);
        assertThat(attribution.tokens())
                .allSatisfy(token -> assertThat(token.score())
                        .isCloseTo((weightOf(token.text()) - weight(UNKNOWN)) * (end + start), NOISE));
    }

    @Test
    void aBlockOfDjlIsAModelThatOwnsItsWeights() {
        TorchEngine.start(new DeviceChoice("cpu"));
        NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        Linear block = Linear.builder().setUnits(2).optBias(false).build();
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 2));
        block.freezeParameters(true);
        ParameterStore weights = new ParameterStore(manager, false);
        float[] w = block.getParameters().valueAt(0).getArray().toFloatArray(); // [C,D]

        FunctionModel model =
                build(builder(points -> block.forward(weights, new NDList(points.sum(new int[] {1})), false)
                                .singletonOrThrow())
                        .closing(manager));
        Attribution attribution = explain(model, "great", Baseline.ZERO);

        assertThat(attribution.tokens().get(0).score()).isCloseTo(2 * w[2], NOISE);
        model.close();
        assertThat(manager.isOpen()).isFalse();
    }

    @Test
    void tokensAndEmbeddingsMayBeTheUsersOwn() {
        FunctionModel model = build(builder(FunctionModelTest::bagOfWords)
                .tokens(text -> List.of(new Span(0, 2), new Span(2, 5)))
                .embedding(token -> new double[] {token.text().length(), token.id()}));

        Attribution attribution = explain(model, "great", Baseline.PAD);

        assertThat(attribution.tokens()).extracting(TokenScore::text).containsExactly("gr", "eat");
        assertThat(attribution.words())
                .singleElement()
                .satisfies(word -> assertThat(word.score()).isCloseTo(weight(2, 0) + weight(3, 1), NOISE));
    }

    @Test
    void specialTokensOfATokenizerStayWhereTheyAre() {
        FunctionModel model = build(builder(FunctionModelTest::bagOfWords)
                .tokenizer(text -> new TokenizedText(
                        text,
                        List.of(
                                new Token(101, "great", Optional.empty(), OptionalInt.empty(), true),
                                new Token(7, text, Optional.of(new Span(0, 4)), OptionalInt.of(0), false)))));

        Attribution attribution = explain(model, "dull", Baseline.PAD);

        assertThat(attribution.tokens().get(0).score()).isZero();
        assertThat(attribution.tokens().get(1).score()).isCloseTo(weightOf("dull"), NOISE);
    }

    @Test
    void scoresHaveTheDeclaredKind() {
        FunctionModel model = build(builder(FunctionModelTest::bagOfWords).kind(ScoreKind.VALUES));

        assertThat(model.predict("great").kind()).isEqualTo(ScoreKind.VALUES);
        assertThat(model.predict("great").scores()).containsExactly(-2.0, 2.0);
    }

    static Stream<Arguments> wrongFunctions() {
        return Stream.of(
                function(points -> points, "an array of shape (1, 1, 2)"),
                function(points -> points.sum(new int[] {1, 2}), "an array of shape (1)"),
                function(points -> points.sum(new int[] {1}).get(":, :1"), "an array of shape (1, 1)"),
                function(points -> bagOfWords(points).transpose(), "an array of shape (2, 1)"),
                function(points -> null, "null"));
    }

    @SuppressWarnings("NullAway") // what users may write
    private static Arguments function(Function<NDArray, NDArray> function, String given) {
        return Arguments.of(function, given);
    }

    @ParameterizedTest
    @MethodSource("wrongFunctions")
    void aFunctionOfTheWrongShapeIsToldWhatItMustGive(Function<NDArray, NDArray> function, String given) {
        FunctionModel model = build(builder(function));

        assertThatThrownBy(() -> model.predict("great"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("The scores function of model bag of words gave " + given
                        + " for points of shape (1, 1, 2). It must give shape (1, 2): a row for each point, with one score"
                        + " for each of [NEGATIVE, POSITIVE].");
    }

    @Test
    void aFunctionThatOnlyFitsOnePointIsToldSoWhenItGetsTwo() {
        FunctionModel model = build(builder(points -> bagOfWords(points).get("0:1")));

        assertThatThrownBy(() -> explain(model, "great", Baseline.PAD))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(
                        "gave an array of shape (1, 2) for points of shape (2, 1, 2). It must give shape (2, 2)");
    }

    @Test
    void aFunctionWithoutAGradientIsRefused() {
        FunctionModel rounded = build(builder(points -> bagOfWords(points).toType(DataType.INT32, false)));
        FunctionModel constant = build(builder(points -> FunctionModel.constant(points, 1, 2)
                .broadcast(new Shape(points.getShape().get(0), 2))));
        FunctionModel cut = build(builder(
                points -> bagOfWords(points.toType(DataType.FLOAT64, false).toType(DataType.FLOAT32, false))));

        assertThatThrownBy(() -> rounded.predict("great"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("gave numbers of type int32 for")
                .hasMessageEndingWith(" They must be FLOAT32 as the points are, without toType on the way: DJL cuts the"
                        + " gradient there.");
        for (FunctionModel model : List.of(constant, cut)) {
            assertThat(model.predict("great").label()).isEqualTo("POSITIVE");
            assertThatThrownBy(() -> explain(model, "great", Baseline.PAD))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith(
                            "PyTorch gave no gradient: the scores do not depend on the word embeddings.");
        }
    }

    @Test
    void aFunctionThatMixesItsPointsIsRefused() {
        FunctionModel model = build(builder(points ->
                bagOfWords(points).add(bagOfWords(points.sum(new int[] {0}).expandDims(0)))));

        assertThatThrownBy(() -> explain(model, TEXT, Baseline.UNK))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("what would be explained is not what the model says");
    }

    @Test
    void infiniteScoresArePredictedAsNothing() {
        FunctionModel model = build(builder(points -> bagOfWords(points).div(FunctionModel.constant(points, 0))));

        assertThatThrownBy(() -> model.predict("great"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("no finite numbers: [-Infinity, Infinity]")
                .hasMessageContaining("Check what it computes for this text: ")
                .hasMessageNotContaining("weights");
    }

    @Test
    @SuppressWarnings("NullAway") // what users may write
    void refusesATextThatIsNull() {
        assertThatThrownBy(() -> build(builder(FunctionModelTest::bagOfWords)).predict((String) null))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("The text is null. Give a text with at least one word.");
    }

    @Test
    void tellsItsNameAndClasses() {
        assertThat(build(builder(FunctionModelTest::bagOfWords)))
                .hasToString("bag of words (cpu, float32, classes [NEGATIVE, POSITIVE])");
    }

    @Test
    void rowsThatAreMissingOrOfAnotherWidthAreRefusedByTheirToken() {
        FunctionModel missing = build(builder(FunctionModelTest::bagOfWords).embedding(token -> nothing()));
        FunctionModel uneven = build(builder(FunctionModelTest::bagOfWords)
                .embedding(token -> new double[token.text().length()]));
        FunctionModel wide = build(builder(FunctionModelTest::bagOfWords).baseline(Baseline.PAD, 1, 2, 3));

        assertThatThrownBy(() -> missing.predict("great"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage(
                        "Model bag of words has no embedding for the token \"great\". Let the embedding function give"
                                + " a row of D numbers for every token, unknown ones too.");
        assertThatThrownBy(() -> uneven.predict("It was"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage(
                        "Model bag of words has a row of 3 numbers for the token \"was\", but of 2 for the first token"
                                + " of the text. All rows must have the same width D.");
        assertThatThrownBy(() -> explain(wide, "great", Baseline.PAD))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("a row of 3 numbers for the baseline PAD, but of 2");
        assertThatThrownBy(() -> explain(wide, "great", Baseline.MASK))
                .isInstanceOf(ModelLoadException.class)
                .hasMessage("Model bag of words has no MASK row to start from. Give it by baseline(MASK, …), or choose"
                        + " another baseline, such as Baseline.ZERO.");
    }

    @SuppressWarnings({"NullAway", "ReturnsNullArray"}) // what a map gives for a word that it lacks
    private static double[] nothing() {
        return null;
    }

    @Test
    void aTextWithoutTokensIsRefused() {
        FunctionModel model = build(builder(FunctionModelTest::bagOfWords));

        assertThatThrownBy(() -> model.predict(" "))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage(
                        "The tokenizer of model bag of words finds nothing in the text \" \". Give a text with at least"
                                + " one token.");
    }

    @Test
    void aModelWithoutItsPartsIsNotBuilt() {
        assertThatThrownBy(FunctionModel.builder(FunctionModelTest::bagOfWords)::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The function model \"function\" needs an embedding: call embedding(token -> row) or"
                        + " embedding(rows, unknown) before build().");
        assertThatThrownBy(FunctionModel.builder(FunctionModelTest::bagOfWords).embedding(ROWS, UNKNOWN)::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The function model \"function\" needs labels: call labels(…) before build().");
        assertThatThrownBy(() -> builder(FunctionModelTest::bagOfWords).baseline(Baseline.ZERO, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Baseline.ZERO is a row of zeros and cannot be another.");
        assertThatThrownBy(() -> builder(FunctionModelTest::bagOfWords).device("tpu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no device \"tpu\": give auto, cpu, cuda:N (such as cuda:0) or mps.");
    }

    @Test
    void aModelThatItsOwnFunctionClosesIsToldSoInsteadOfWaitingForItself() {
        AtomicReference<FunctionModel> own = new AtomicReference<>();
        FunctionModel model = build(builder(points -> {
            Objects.requireNonNull(own.get()).close();
            return bagOfWords(points);
        }));
        own.set(model);

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThatThrownBy(() -> model.predict(TEXT))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("Model bag of words is closed by its own computation. Close it afterwards."));
    }

    @Test
    void aFunctionThatGivesAClosedArrayIsToldSo() {
        FunctionModel model = build(builder(points -> {
            NDArray scores = bagOfWords(points);
            scores.close();
            return scores;
        }));

        assertThatThrownBy(() -> model.predict(TEXT))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("gave an array that is closed for points of shape");
    }

    @Test
    void aFunctionThatPyTorchRefusesIsNamedWithTheReason() {
        FunctionModel model = build(builder(points -> points.matMul(FunctionModel.constant(points, 1, 2, 3))));

        assertThatThrownBy(() -> model.predict(TEXT))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith(
                        "The scores function of model bag of words failed in PyTorch for points of shape")
                .hasMessageEndingWith("Correct the function.");
    }

    @Test
    void closingClosesWhatItOwnsOnceAndRefusesLaterCalls() {
        AtomicInteger closed = new AtomicInteger();
        FunctionModel model = build(builder(FunctionModelTest::bagOfWords).closing(closed::incrementAndGet));
        model.close();
        model.close();

        assertThat(closed).hasValue(1);
        assertThatThrownBy(() -> model.predict("great"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Model bag of words is closed.");
    }
}
