package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionException;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to texts and models that leave nothing to explain, or cannot answer. */
class PerturbationLimitsTest {

    private static double count(String text) {
        return text.split("good", -1).length - 1.0;
    }

    static List<AttributionMethod> methods() {
        return List.of(
                new Occlusion(),
                new FeatureAblation(),
                new ShapleyValues(),
                new ShapleySampling(),
                new KernelShap(),
                new Lime(),
                new PartitionShap());
    }

    private static Attribution attribution(TextClassifier model, String text, AttributionMethod method) {
        return AttributionRequest.of(model, text, method).attribution();
    }

    private static List<Double> scores(Attribution attribution) {
        return attribution.tokens().stream().map(TokenScore::score).toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void predictionsAloneAreEnough(AttributionMethod method) {
        Attribution attribution = attribution(new Service(PerturbationLimitsTest::count), "A good film.", method);

        assertThat(attribution.tokens()).extracting(TokenScore::text).containsExactly("A", "good", "film", ".");
        assertThat(attribution.ranking().get(0).text()).isEqualTo("good");
        assertThat(attribution.ranking().get(0).score()).isCloseTo(1, within(0.02));
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(attribution.method().parameters()).containsEntry("removal", "delete");
    }

    /** A service with a batch call of its own. */
    private record Batch(Function<List<Prediction>, List<Prediction>> answer) implements TextClassifier {

        @Override
        public List<String> labels() {
            return List.of("score");
        }

        @Override
        public Prediction predict(String text) {
            return Prediction.of(ScoreKind.VALUES, labels(), new double[] {count(text)});
        }

        @Override
        public List<Prediction> predictAll(List<String> texts) {
            return answer.apply(TextClassifier.super.predictAll(texts));
        }
    }

    private static List<Prediction> reversed(List<Prediction> predictions) {
        List<Prediction> reversed = new ArrayList<>(predictions);
        Collections.reverse(reversed);
        return reversed;
    }

    static Stream<Arguments> wrongAnswers() {
        Function<List<Prediction>, List<Prediction>> none =
                predictions -> Collections.nCopies(predictions.size(), null);
        Function<List<Prediction>, List<Prediction>> others = predictions -> predictions.stream()
                .map(prediction -> Prediction.of(ScoreKind.VALUES, List.of("other"), new double[] {1}))
                .toList();
        Function<List<Prediction>, List<Prediction>> reversed = PerturbationLimitsTest::reversed;
        Function<List<Prediction>, List<Prediction>> nothing = predictions -> null;
        Function<List<Prediction>, List<Prediction>> logits = predictions -> predictions.stream()
                .map(prediction -> Prediction.of(ScoreKind.LOGITS, prediction.labels(), new double[] {
                    prediction.scores().get(0)
                }))
                .toList();
        return Stream.of(
                Arguments.of(none, "gives no prediction (null) for the text"),
                Arguments.of(
                        logits, "but VALUES for the explained text. Have its predictions say the same kind of scores"),
                Arguments.of(others, "predicts the classes [other] for the text"),
                Arguments.of(reversed, "by predictAll, but 1.0 by predict"),
                Arguments.of(nothing, "gives no list (null) of predictions"));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void wrongAnswersOfABatchAreNamed(Function<List<Prediction>, List<Prediction>> answer, String reason) {
        assertThatThrownBy(() -> attribution(new Batch(answer), "A good film.", new ShapleyValues()))
                .isInstanceOf(AttributionException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void partitionShapSplitsBetweenSentences() {
        // Worth 1 with all three: half of it for each sentence, and half of that for each word of the second.
        Service three = new Service(text -> text.contains("A") && text.contains("b") && text.contains("c") ? 1 : 0);

        Attribution attribution = attribution(three, "A. I b c d", new PartitionShap());

        assertThat(attribution.tokens()).extracting(TokenScore::text).containsExactly("A", ".", "I", "b", "c", "d");
        assertThat(scores(attribution)).containsExactly(0.5, 0.0, 0.0, 0.25, 0.25, 0.0);
    }

    @Test
    void answersOfABatchMayBeRoundedInAnotherWay() {
        Function<List<Prediction>, List<Prediction>> rounded = predictions -> predictions.stream()
                .map(prediction -> Prediction.of(ScoreKind.VALUES, prediction.labels(), new double[] {
                    prediction.scores().get(0) * (1 + 9e-4)
                }))
                .toList();
        String much = "good ".repeat(40).strip();

        assertThat(attribution(new Batch(rounded), much, new Occlusion().with(Units.windows(20)))
                        .inputScore())
                .isEqualTo(40 * (1 + 9e-4));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTextWithoutWordsIsRefused(AttributionMethod method) {
        assertThatThrownBy(() -> attribution(new Service(text -> 1), " \t", method))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("has no words that could be taken away");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aSingleWordGetsAllThatItAdds(AttributionMethod method) {
        Attribution attribution = attribution(new Service(PerturbationLimitsTest::count), "good", method);

        // One text with the word weighs 1 and 4999 without it 1.677 together: the ridge leaves 0.6264 / 1.6264 of it.
        double expected = method instanceof Lime ? 0.38516 : 1;
        assertThat(scores(attribution)).hasSize(1);
        assertThat(scores(attribution).get(0)).isCloseTo(expected, within(1e-5));
        assertThat(attribution.convergence().converged()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aConstantModelGivesNoScores(AttributionMethod method) {
        Attribution attribution = attribution(new Service(text -> 7), "A good film.", method);

        assertThat(scores(attribution)).allSatisfy(score -> assertThat(score).isCloseTo(0, within(1e-12)));
        assertThat(attribution.convergence().converged()).isFalse();
        assertThat(attribution.convergence().remedy())
                .startsWith(
                        "No score exceeds its error bar, so no token can be told from another: the model says the same of the"
                                + " text and of what stands in its place. Explain another target or text,");
        assertThat(attribution.tokens()).allMatch(token -> token.uncertainty() > 0);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void scoresThatAreNoNumbersAreRefused(AttributionMethod method) {
        Service broken = new Service(text -> text.contains("film") ? 1 : Double.NaN);

        assertThatThrownBy(() -> attribution(broken, "A good film.", method))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("scores that are no finite numbers");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aModelThatFailsOnAChangedTextIsNamedWithIt(AttributionMethod method) {
        Service fragile = new Service(text -> {
            if (!text.contains("film")) {
                throw new IllegalStateException("no film");
            }
            return 1;
        });

        assertThatThrownBy(() -> attribution(fragile, "good film", method))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Model Service failed on \"")
                .hasMessageContaining("IllegalStateException: no film")
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aModelThatReadsNoEmptyTextAsksForAnotherRemoval() {
        ShapleyValues shapley = new ShapleyValues().with(Removal.DELETE);

        assertThatThrownBy(() -> attribution(SentimentModel.get(), "A great film", shapley))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("cannot be asked about \"\"")
                .hasMessageContaining("Removal.replaceBy(")
                .hasMessageContaining("Removal.BASELINE");
        assertThat(attribution(SentimentModel.get(), "A great film", shapley.with(Removal.replaceBy("...")))
                        .delta())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void limeDoesWithoutTheEmptyText() {
        Attribution attribution = attribution(SentimentModel.get(), "A great film", new Lime().samples(1000));

        assertThat(attribution.ranking().get(0).text()).isEqualTo("great");
        assertThatThrownBy(() -> attribution(SentimentModel.get(), "great", new Lime()))
                .isInstanceOf(InvalidTextException.class);
    }

    @Test
    void tooManyUnitsNameTheWaysOut() {
        String text = "one two three four five six seven eight nine ten eleven twelve thirteen";

        assertThatThrownBy(() -> attribution(new Service(words -> 1), text, new ShapleyValues()))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("has 13 units")
                .hasMessageContaining("2^13 evaluations; 12 units are allowed. Take ShapleySampling, KernelShap");
        assertThatThrownBy(() -> attribution(new Service(words -> 1), text, new Occlusion().maxEvaluations(13)))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("has 13 units, and to explain it needs more than the 13 evaluations");
    }

    @Test
    void whatAModelLacksIsSaidByName() {
        Service service = new Service(PerturbationLimitsTest::count);

        assertThatThrownBy(() -> attribution(service, "good", new Occlusion().with(Removal.BASELINE)))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith("Occlusion with Removal.BASELINE needs gradients");
        assertThatThrownBy(() -> attribution(service, "good", new Occlusion().with(Units.PIECES)))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("needs a model that shows its tokens")
                .hasMessageContaining("Take Units.WORDS.");
    }

    @Test
    void noCoalitionIsAskedAboutTwice() {
        Service service = new Service(PerturbationLimitsTest::count);

        Attribution attribution = attribution(service, "A good film.", new ShapleySampling());

        assertThat(attribution.convergence().evaluations()).isLessThanOrEqualTo(16);
        // One more for the prediction, and eight to see that the model repeats itself.
        assertThat(service.asked()).isEqualTo(attribution.convergence().evaluations() + 1 + 8);
    }

    @Test
    void repeatedWordsCountTogetherOrAlone() {
        Service either = new Service(text -> Math.min(1, count(text)));

        Occlusion occlusion = new Occlusion();
        assertThat(scores(attribution(either, "good good film", occlusion))).containsExactly(0.0, 0.0, 0.0);
        assertThat(scores(attribution(either, "good good film", occlusion.with(Units.DISTINCT_WORDS))))
                .containsExactly(1.0, 0.0);
        assertThat(scores(attribution(either, "good, good film", occlusion.with(Units.DISTINCT_WORDS))))
                .containsExactly(1.0, 0.0, 1.0, 0.0);
    }

    @Test
    void piecesAndSentencesAreUnits() {
        Attribution pieces = attribution(SentimentModel.get(), "Splendidly acted", new Occlusion().with(Units.PIECES));
        Attribution sentences = attribution(
                SentimentModel.get(), "It was dull. The end was great!", new ShapleyValues().with(Units.SENTENCES));

        assertThat(pieces.tokens()).hasSizeGreaterThan(2);
        assertThat(pieces.words()).extracting("text").containsExactly("Splendidly", "acted");
        assertThat(sentences.tokens())
                .extracting(TokenScore::text)
                .containsExactly("It was dull.", "The end was great!");
        assertThat(sentences.delta()).isCloseTo(0, within(1e-9));
    }
}
