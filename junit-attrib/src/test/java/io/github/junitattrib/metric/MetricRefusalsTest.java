package io.github.junitattrib.metric;

import static io.github.junitattrib.text.WordSelector.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.MovedEmbeddings;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.method.Units;
import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A metric that has no value says so, and why. */
class MetricRefusalsTest {

    private static final WordWeights MODEL = new WordWeights(Map.of("w0", 1.0, "w1", 2.0));
    private static final ClosedForm SQUARE = ClosedForm.of("x²", 1, x -> new Gradient[] {x[0].multiply(x[0])});

    static List<FaithfulnessMetric> ranking() {
        return List.of(new Comprehensiveness(), new Sufficiency(), new LeaveOneOutCorrelation());
    }

    private static String name(Object metric) {
        return metric.getClass().getSimpleName();
    }

    @ParameterizedTest
    @MethodSource("ranking")
    void oneWordHasNoOrder(FaithfulnessMetric metric) {
        assertThatThrownBy(() -> metric.measure(MODEL, Scored.scores(1)))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessage(name(metric) + " compares the parts of a text, but \"w0\" has one alone that could be"
                        + " compared. Measure longer texts, or in smaller units.");
    }

    @ParameterizedTest
    @MethodSource("ranking")
    void equalScoresHaveNoOrder(FaithfulnessMetric metric) {
        assertThatThrownBy(() -> metric.measure(MODEL, Scored.scores(0.5, 0.5, 0.5)))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessage(
                        name(metric) + " needs an order of the parts of the text, but MadeUp gives all of \"w0 w1 w2\""
                                + " the same score, 0.5. Measure another text, target or method.");
    }

    @ParameterizedTest
    @MethodSource("ranking")
    void scoresMustBeNumbers(FaithfulnessMetric metric) {
        assertThatThrownBy(() -> metric.measure(MODEL, Scored.scores(1, Double.NaN)))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("needs finite scores with finite error bars, but MadeUp gives [1.0, NaN]");
        assertThatThrownBy(() -> metric.measure(
                        MODEL,
                        Scored.withBars("w0 w1", new double[] {1, 2}, new double[] {0, Double.POSITIVE_INFINITY})))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("± [0.0, Infinity]");
    }

    @ParameterizedTest
    @MethodSource("ranking")
    void scoresThatHaveNotConvergedAreInconclusive(FaithfulnessMetric metric) {
        Attribution open = Scored.unconverged(Scored.scores(1, 2), "Take more steps.");
        Attribution hidden = Scored.withBars("w0 w1", new double[] {1, 2}, new double[] {0.5, 0.5});

        assertThat(metric.measure(MODEL, open).remedy())
                .isEqualTo("MadeUp has not converged on \"w0 w1\". Take more steps.");
        assertThat(metric.measure(MODEL, hidden).remedy()).startsWith("The error bars of MadeUp hide the order");
        assertThat(metric.measure(MODEL, Scored.scores(1, 2)).converged()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ranking")
    void partsThatAreScoredTogetherAreNoOrderOfWords(FaithfulnessMetric metric) {
        Attribution windows = AttributionRequest.of(MODEL, "w0 w1 w2", new Occlusion().with(Units.windows(2)))
                .attribution();

        assertThatThrownBy(() -> metric.measure(MODEL, windows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        name(metric) + " needs a score for each of its units, but Occlusion gives one for \"w0 w1\","
                                + " which is several of them. Give the metric the units of the method, or the method words.");
        assertThat(new Comprehensiveness(Erasure.DEFAULT.with(Units.windows(2)))
                        .measure(MODEL, windows)
                        .converged())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("ranking")
    void aHiddenUnitIsNoNumberOfChangedTexts(FaithfulnessMetric metric) {
        Attribution unit = Scored.explaining(Scored.scores(1, 2), new TargetScore.HiddenUnit(3, 0, "layer 1, unit 3"));

        assertThatThrownBy(() -> metric.measure(MODEL, unit))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("but layer 1, unit 3 is none that it gives for changed texts. Explain a class.");
    }

    @Test
    void aModelThatNothingChangesHasNoLeaveOneOutOrder() {
        assertThatThrownBy(() -> new LeaveOneOutCorrelation().measure(new WordWeights(Map.of()), Scored.scores(1, 2)))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("but leave-one-out gives all of \"w0 w1\" the same score, 0.0");
    }

    @Test
    void evaluationsAreLimited() {
        assertThatThrownBy(() ->
                        new Comprehensiveness(Erasure.DEFAULT.maxEvaluations(2)).measure(MODEL, Scored.scores(3, 2, 1)))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("more than the 2 evaluations that are allowed");
    }

    @Test
    void attributionsOfDifferentTextsOrWordsDoNotCompare() {
        assertThatThrownBy(() -> RankAgreement.between(Scored.words("a b", 1, 2), Scored.words("a c", 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one is of \"a b\" and the other of \"a c\"");
        Attribution windows = AttributionRequest.of(MODEL, "w0 w1 w2", new Occlusion().with(Units.windows(2)))
                .attribution();
        assertThatThrownBy(() -> RankAgreement.between(Scored.scores(1, 2, 3), windows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MadeUp scores [w0, w1, w2] and Occlusion [w0 w1, w2].");
    }

    @Test
    void rankAgreementNeedsTwoOrders() {
        RankAgreement flat = RankAgreement.between(Scored.scores(1, 2), Scored.scores(0, 0));
        RankAgreement opposite = RankAgreement.between(Scored.scores(1, -1), Scored.scores(1, 2));

        assertThatThrownBy(flat::spearman)
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageStartingWith("Spearman needs an order");
        assertThatThrownBy(flat::kendall).isInstanceOf(UndefinedMetricException.class);
        assertThatThrownBy(() -> flat.jaccard(1)).isInstanceOf(UndefinedMetricException.class);
        assertThat(flat.signs().value()).isZero();
        assertThatThrownBy(() -> opposite.byMagnitude().kendall())
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("the same score, 1.0");
        assertThatThrownBy(() -> RankAgreement.between(Scored.scores(1), Scored.scores(1)))
                .isInstanceOf(UndefinedMetricException.class);
        assertThatThrownBy(() -> RankAgreement.between(Scored.scores(1, Double.NaN), Scored.scores(1, 2)))
                .isInstanceOf(UndefinedMetricException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void theTopWordsAreSomeOfAll(int k) {
        RankAgreement agreement = RankAgreement.between(Scored.scores(1, 2), Scored.scores(1, 2));

        assertThatThrownBy(() -> agreement.jaccard(k))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        "some of the 2 words of the text, but k is " + k + ". Take a number from 1 to 1.");
    }

    @Test
    void aRationaleIsSomeWordsOfTheText() {
        Attribution attribution = Scored.words("good and good", 1, 2, 3);

        assertThatThrownBy(() -> RationaleAgreement.of(attribution, List.of()))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("is empty, so that no word could be right");
        assertThatThrownBy(() -> RationaleAgreement.of(attribution, word("good and good")))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("covers all words");
        for (Span outside : List.of(new Span(4, 99), new Span(4, 4), new Span(4, 5))) {
            assertThatThrownBy(() -> RationaleAgreement.of(attribution, List.of(outside)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("holds no word of \"good and good\", whose words are [good, and, good]");
        }
        assertThatThrownBy(() -> RationaleAgreement.of(attribution, word("good")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"good\", which stands at 2 places");
        assertThatThrownBy(() -> RationaleAgreement.of(attribution, word("bad")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which stands at 0 places");
        assertThatThrownBy(() -> RationaleAgreement.of(attribution, word("and")).iou(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("so that k = 4");
        assertThatThrownBy(() -> RationaleAgreement.of(attribution, word("and")).tokenF1(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRationaleNeedsAnOrderToBeComparedWith() {
        assertThatThrownBy(() -> RationaleAgreement.of(Scored.scores(0, 0), word("w1")))
                .isInstanceOf(UndefinedMetricException.class);
        assertThatThrownBy(() -> RationaleAgreement.of(Scored.scores(1), word("w0")))
                .isInstanceOf(UndefinedMetricException.class);
        assertThatThrownBy(() -> RationaleAgreement.of(Scored.scores(1, Double.NaN), word("w0")))
                .isInstanceOf(UndefinedMetricException.class);
    }

    @Test
    void aResidualBelongsToMethodsThatClaimCompleteness() {
        Attribution partial =
                AttributionRequest.of(SQUARE, "3", new InputTimesGradient()).attribution();
        ClosedForm even = SQUARE.baseline(Baseline.MASK, -3);
        Attribution flat = AttributionRequest.of(even, "3", new IntegratedGradients())
                .from(Baseline.MASK)
                .attribution();

        assertThatThrownBy(() -> CompletenessResidual.absolute(partial))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageStartingWith("InputTimesGradient claims no completeness");
        assertThatThrownBy(() -> CompletenessResidual.relative(partial)).isInstanceOf(UndefinedMetricException.class);
        assertThatThrownBy(() -> CompletenessResidual.absolute(Scored.scores(1, Double.NaN)))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("are no finite numbers");
        assertThatThrownBy(() -> CompletenessResidual.relative(flat))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("which is 0");
    }

    @Test
    void infidelityMovesEmbeddings() {
        assertThatThrownBy(() -> new Infidelity().measure(MODEL, Scored.scores(1, 2)))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith("Infidelity needs gradients by the word embeddings (rung 2");
        assertThatThrownBy(() -> new Infidelity().measure(SQUARE, Scored.words("3", Double.NaN)))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("needs finite scores");
        ClosedForm root = ClosedForm.of("√x", 1, x -> new Gradient[] {x[0].sqrt()});
        assertThatThrownBy(() -> new Infidelity()
                        .moves(TokenMoves.normal(5))
                        .measure(
                                root,
                                AttributionRequest.of(root, "4", new InputTimesGradient())
                                        .attribution()))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("for embeddings near the text \"4\"");
    }

    @Test
    void infidelityNeedsOneScoreForAToken() {
        // The model's tokens are the numbers between spaces; WordSplitter finds three words in "3.5".
        Attribution finer = Scored.words("3.5", 1, 2, 3);

        assertThatThrownBy(() -> new Infidelity().measure(SQUARE, finer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"3.5\" is one of them and has several scores of MadeUp");
    }

    @Test
    void infidelityOfScoresThatHaveNotConvergedIsInconclusive() {
        Attribution open = Scored.unconverged(Scored.words("3", 9), "Take more steps.");

        assertThat(new Infidelity().measure(SQUARE, open).remedy()).endsWith("Take more steps.");
    }

    @Test
    void sensitivityIsRelativeToScoresThatAreNotZero() {
        assertThatThrownBy(() -> new SensitivityMax().measure(SQUARE, new Saliency(), Question.of("0")))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("Saliency gives \"0\" none but zeros");
        ClosedForm root = ClosedForm.of("√x", 1, x -> new Gradient[] {x[0].sqrt()});
        assertThatThrownBy(() -> new SensitivityMax(1, 1, 1).measure(root, new Saliency(), Question.of("1"), () -> -1))
                .isInstanceOf(UndefinedMetricException.class)
                .hasMessageContaining("needs finite scores, but Saliency gives");
        assertThatThrownBy(() -> new SensitivityMax().measure(MODEL, new Occlusion(), Question.of("w0")))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith("SensitivityMax needs gradients by the word embeddings");
    }

    @Test
    void sensitivityOfAMethodThatDoesNotConvergeIsInconclusive() {
        Saliency slopes = new Saliency();
        ClosedForm flatAtOne = ClosedForm.of("relu", 1, x ->
                new Gradient[] {x[0].getValue() > 1 ? x[0].subtract(1) : x[0].multiply(0)});
        MetricResult result = new SensitivityMax(1, 2, 1).measure(flatAtOne, slopes, Question.of("2"), () -> -1);

        assertThat(result.value()).isEqualTo(1);
        assertThat(result.remedy()).startsWith("Saliency has not converged on \"2\". All scores are zero");
    }

    @Test
    void methodsThatChangeTheTextHaveNoNeighbours() {
        assertThatThrownBy(() -> new SensitivityMax()
                        .measure(
                                SentimentModel.get(),
                                new Occlusion().with(Removal.DELETE),
                                Question.of("They said it was great")))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("Put noise around a gradient method");
    }

    @Test
    void movesFitTheTokens() {
        MovedEmbeddings text = MovedEmbeddings.of(SQUARE, Question.of("3"), "A metric");

        assertThatThrownBy(() -> text.towardBaseline(List.of(new double[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Moving embeddings needs one share for each token, so 1, but 2 were given.");
        assertThatThrownBy(() -> text.attributeAt(new Saliency(), new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one number for each dimension of the tokens, so 1, but 0");
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> Erasure.DEFAULT.bins(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Erasure.DEFAULT.bins(0.5, 0.1)).hasMessageContaining("ascending");
        assertThatThrownBy(() -> Erasure.DEFAULT.bins(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Erasure.DEFAULT.bins(Double.NaN)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Erasure.DEFAULT.maxEvaluations(1)).hasMessageContaining("2 evaluations");
        assertThatThrownBy(() -> new Infidelity().samples(1)).hasMessageContaining("at least 2 samples");
        assertThatThrownBy(() -> new SensitivityMax().samples(0)).hasMessageContaining("at least one neighbour");
        assertThatThrownBy(() -> new SensitivityMax().within(0)).hasMessageContaining("radius above 0");
        assertThatThrownBy(() -> new SensitivityMax().within(Double.POSITIVE_INFINITY))
                .hasMessageContaining("finite radius");
        assertThatThrownBy(() -> new MetricResult("M", Map.of(), Double.NaN, 0, 0, "", Map.of()))
                .hasMessageContaining("finite value");
        assertThatThrownBy(() -> new MetricResult("M", Map.of(), 1, -1, 0, "", Map.of()))
                .hasMessageContaining("uncertainty from 0");
        MetricResult result = new MetricResult("M", Map.of(), 1, 0, 0, "", Map.of("a", 2.0));
        assertThat(result.part("a")).isEqualTo(2);
        assertThatThrownBy(() -> result.part("b")).hasMessage("The result of M has no part \"b\". Take one of [a].");
    }
}
