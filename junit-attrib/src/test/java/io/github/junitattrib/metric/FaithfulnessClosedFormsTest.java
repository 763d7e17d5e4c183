package io.github.junitattrib.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Span;
import io.github.junitattrib.Target;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.method.ShapleyValues;
import io.github.junitattrib.method.Units;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/** Metrics that can be computed by hand. */
class FaithfulnessClosedFormsTest {

    private static final ClosedForm LINEAR = ClosedForm.of("2x - 3y + z", 3, x ->
            new Gradient[] {x[0].multiply(2).subtract(x[1].multiply(3)).add(x[2])});
    private static final ClosedForm PRODUCT = ClosedForm.of("xy", 2, x -> new Gradient[] {x[0].multiply(x[1])});

    private static final String REVIEW = "a dull start but a great end";
    private static final WordWeights WEIGHTS = new WordWeights(Map.of("dull", -1.0, "great", 2.0, "end", 0.5));

    private static Attribution explain(TextClassifier model, String text, AttributionMethod method) {
        return AttributionRequest.of(model, text, method).attribution();
    }

    /** A method whose scores the test makes. */
    private record Told(BiFunction<DifferentiableClassifier, Question, Attribution> scores)
            implements AttributionMethod {

        @Override
        public MethodFacts facts() {
            return new MethodFacts("Told", Map.of());
        }

        @Override
        public Attribution attribute(TextClassifier model, Question question) {
            return scores.apply((DifferentiableClassifier) model, question);
        }
    }

    private static DoubleSupplier given(double... numbers) {
        AtomicInteger next = new AtomicInteger();
        return () -> numbers[next.getAndIncrement()];
    }

    @Test
    void sharesOfALinearModelForetellEveryMove() {
        for (AttributionMethod method :
                List.of(new IntegratedGradients(), new InputTimesGradient(), new Occlusion(), new ShapleyValues())) {
            Attribution attribution = explain(LINEAR, "1 2 3", method);
            for (Infidelity metric : List.of(
                    new Infidelity(), new Infidelity().moves(TokenMoves.normal(0.3)), new Infidelity().scaled())) {
                MetricResult result = metric.measure(LINEAR, attribution);

                assertThat(result.value()).isCloseTo(0, within(1e-20));
                assertThat(result.uncertainty()).isLessThan(1e-4 * result.part("mean squared change"));
                assertThat(result.converged()).isTrue();
            }
        }
    }

    @Test
    void infidelityCountsWhatSharesOfAProductDoNotForetell() {
        // Both words add 6. Without either of them nothing is left of 12; without both, the 12 that were foretold.
        Attribution attribution = explain(PRODUCT, "3 4", new IntegratedGradients());
        Infidelity metric = new Infidelity().samples(4);

        MetricResult result = metric.measure(PRODUCT, attribution, given(0, 0, 1, 0, 0, 1, 1, 1));
        MetricResult scaled = metric.scaled().measure(PRODUCT, attribution, given(0, 0, 1, 0, 0, 1, 1, 1));

        assertThat(result.value()).isCloseTo((0 + 36 + 36 + 0) / 4.0, within(1e-9));
        assertThat(result.part("mean squared change")).isCloseTo(3 * 144 / 4.0, within(1e-9));
        assertThat(result.uncertainty()).isCloseTo(Math.sqrt(4 * 18 * 18 / 3.0 / 4), within(1e-2));
        assertThat(result.evaluations()).isEqualTo(5);
        // The best factor is (12·12 + 6·12 + 6·12) / (12² + 6² + 6²) = 4/3.
        assertThat(scaled.value()).isCloseTo((0 + 16 + 16 + 16) / 4.0, within(1e-9));
    }

    @Test
    void aFactorOfTheScoresIsNoInfidelityAfterTheBestOne() {
        Attribution attribution = explain(PRODUCT, "3 4", new InputTimesGradient());
        MetricResult plain = new Infidelity().measure(PRODUCT, attribution);
        MetricResult scaled = new Infidelity().scaled().measure(PRODUCT, attribution);
        MetricResult ofHalf =
                new Infidelity().scaled().measure(PRODUCT, explain(PRODUCT, "3 4", new IntegratedGradients()));

        assertThat(plain.value()).isGreaterThan(scaled.value());
        assertThat(scaled.value()).isCloseTo(ofHalf.value(), within(1e-9));
        assertThat(scaled.parameters()).containsEntry("scaled", "best factor");
    }

    @Test
    void errorBarsOfTheScoresAreInTheUncertaintyOfInfidelity() {
        Attribution loose = Scored.withBars("3 4", new double[] {6, 6}, new double[] {0.1, 0.2});
        MetricResult result = new Infidelity().samples(2).measure(PRODUCT, loose, given(1, 1, 1, 1));

        // Both samples take both words away and were foretold, but by scores that may be off by 0.3 together.
        assertThat(result.value()).isCloseTo(0, within(1e-20));
        assertThat(result.uncertainty()).isCloseTo(0.09, within(1e-4));
    }

    @Test
    void movesGoToTheBaselineThatIsNamed() {
        DifferentiableClassifier linear = LINEAR.baseline(Baseline.MASK, 10);
        Attribution fromMask = AttributionRequest.of(linear, "1 2 3", new IntegratedGradients())
                .from(Baseline.MASK)
                .attribution();
        Baseline both = Baseline.average(Baseline.PAD, Baseline.MASK);
        Attribution fromBoth = AttributionRequest.of(linear, "1 2 3", new IntegratedGradients())
                .from(both)
                .attribution();

        assertThat(new Infidelity()
                        .from(Baseline.MASK)
                        .measure(linear, fromMask)
                        .value())
                .isCloseTo(0, within(1e-20));
        assertThat(new Infidelity().from(both).measure(linear, fromBoth).value())
                .isCloseTo(0, within(1e-20));
        assertThat(new Infidelity().measure(linear, fromMask).value()).isGreaterThan(1);
    }

    @Test
    void piecesMoveWithTheWordThatIsScored() {
        String text = "Splendidly acted";
        Attribution byWord = explain(SentimentModel.get(), text, new Occlusion());
        MetricResult result = new Infidelity().samples(2).measure(SentimentModel.get(), byWord, given(1, 0, 0, 1));

        assertThat(byWord.tokens()).hasSize(2);
        assertThat(SentimentModel.get().tokenize(text).size()).isGreaterThan(4);
        // What a single word foretells is what leaving it out has shown.
        assertThat(result.value()).isCloseTo(0, within(1e-9 * result.part("mean squared change")));
    }

    @Test
    void slopesOfALinearModelNeverChange() {
        MetricResult slopes = new SensitivityMax().measure(LINEAR, new Saliency(), Question.of("1 2 3"));
        MetricResult product = new SensitivityMax(2, 0.1, 1)
                .measure(LINEAR, new InputTimesGradient(), Question.of("1 2 3"), given(1, 0, 0, 0, 1, 1));

        assertThat(slopes.value()).isZero();
        // Scores (2, −6, 3), moved by (0.2, 0, 0) and by (0, −0.3, 0.1).
        assertThat(product.value()).isCloseTo(Math.sqrt(0.1) / 7, within(1e-12));
        assertThat(product.evaluations()).isEqualTo(4);
        assertThat(product.uncertainty()).isPositive().isLessThan(1e-4);
    }

    @Test
    void neighboursAreDrawnOnBothSidesWithinTheRadius() {
        ClosedForm identity = ClosedForm.of("x", 1, x -> new Gradient[] {x[0]});
        List<Double> points = new ArrayList<>();
        AttributionMethod watched = new Told((model, question) -> {
            points.add(
                    model.embed(model.tokenize(question.text()), Baseline.PAD).input()[0]);
            return Scored.words("1", 1);
        });

        MetricResult result = new SensitivityMax(200, 0.5, 1).measure(identity, watched, Question.of("1"));

        // The text itself, then neighbours of 1 that come near to both ends of [0.5, 1.5].
        assertThat(points).hasSize(201).startsWith(1.0).allMatch(x -> x >= 0.5 && x <= 1.5);
        assertThat(points).anyMatch(x -> x < 0.55).anyMatch(x -> x > 1.45);
        assertThat(result.parameters())
                .containsExactly(
                        entry("method", "Told"), entry("samples", "200"), entry("radius", "0.5"), entry("seed", "1"));
    }

    @Test
    void errorBarsOfTheScoresAreInTheUncertaintyOfSensitivity() {
        Iterator<Attribution> scores = Stream.of(
                        Scored.withBars("1 2", new double[] {3, 4}, new double[] {0.3, 0.4}),
                        Scored.withBars("1 2", new double[] {6, 8}, new double[] {0.6, 0.8}))
                .map(Scored::ofText)
                .iterator();

        MetricResult result = new SensitivityMax(1, 1, 1)
                .measure(PRODUCT, new Told((model, question) -> scores.next()), Question.of("1 2"), () -> 0);

        // Scores of length 5 ± 0.5 change by 5 to length 10 ± 1: the difference may be off by 1.5, its share of 5 by
        // as much as 5 itself is.
        assertThat(result.value()).isCloseTo(5 / 5.0, within(1e-12));
        assertThat(result.uncertainty()).isCloseTo(1.5 / 5 + 1 * 0.5 / 5, within(1e-12));
    }

    @Test
    void sensitivityHoldsOnToTheNumberThatWasExplained() {
        // A wins at x = −1 and B at x = 1, where the slope of A is still −1 and that of B is 3.
        ClosedForm two =
                ClosedForm.of("−x, 3x", 1, List.of("A", "B"), x -> new Gradient[] {x[0].negate(), x[0].multiply(3)});
        MetricResult result = new SensitivityMax(1, 2, 1).measure(two, new Saliency(), Question.of("-1"), given(1));

        assertThat(result.value()).isZero();
    }

    @Test
    void comprehensivenessAndSufficiencyAddUpOverWords() {
        Attribution attribution = explain(WEIGHTS, REVIEW, new Occlusion());
        Erasure logits = Erasure.DEFAULT.measuring(Erasure.Measure.EXPLAINED_SCORE);

        MetricResult without = new Comprehensiveness(logits).measure(WEIGHTS, attribution);
        MetricResult alone = new Sufficiency(logits).measure(WEIGHTS, attribution);

        // One, one, one, two and four of seven words; the text has 1.5, "great" 2, "great" and "end" 2.5.
        assertThat(without.parts().values())
                .satisfiesExactly(
                        bin -> assertThat(bin).isCloseTo(2, within(1e-12)),
                        bin -> assertThat(bin).isCloseTo(2, within(1e-12)),
                        bin -> assertThat(bin).isCloseTo(2, within(1e-12)),
                        bin -> assertThat(bin).isCloseTo(2.5, within(1e-12)),
                        bin -> assertThat(bin).isCloseTo(2.5, within(1e-12)));
        assertThat(without.value()).isCloseTo(2.2, within(1e-12));
        assertThat(alone.value()).isCloseTo((3 * -0.5 + 2 * -1.0) / 5, within(1e-12));
        assertThat(without.parameters())
                .containsEntry("removal", "delete")
                .containsEntry("measured", "YES")
                .containsEntry("units", "words");
    }

    @Test
    void aBinThatLeavesNothingIsNamedWithTheRemedy() {
        TextClassifier model = SentimentModel.get();
        Attribution attribution = explain(model, "great film", new Occlusion());
        Erasure whole = Erasure.DEFAULT.bins(0.1, 0.5, 1);

        assertThatThrownBy(() -> new Comprehensiveness(whole).measure(model, attribution))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage(
                        "Comprehensiveness takes all 2 units of the text away in its bin of 100 %, and the model refuses"
                                + " what is left. Take smaller bins (Erasure.bins), a longer text, or put something in the place of"
                                + " words: Erasure.with(Removal.replaceBy(\"[MASK]\")), or from(Baseline.PAD) for a differentiable"
                                + " model.");
        assertThat(new Comprehensiveness(whole.with(Removal.replaceBy("[MASK]")))
                        .measure(model, attribution)
                        .parts())
                .containsKey("100 %");
        assertThat(new Sufficiency(whole).measure(model, attribution).parts()).containsEntry("100 %", 0.0);
    }

    @Test
    void probabilitiesAreMeasuredWhereThereAreSome() {
        Attribution attribution = explain(WEIGHTS, REVIEW, new Occlusion());
        MetricResult result = new Comprehensiveness(Erasure.DEFAULT.bins(0.1)).measure(WEIGHTS, attribution);

        assertThat(result.value()).isCloseTo(1 / (1 + Math.exp(-1.5)) - 1 / (1 + Math.exp(0.5)), within(1e-12));
        assertThat(result.parameters()).containsEntry("measured", "P(YES)");
        assertThat(new Comprehensiveness()
                        .measure(
                                WEIGHTS,
                                AttributionRequest.of(WEIGHTS, REVIEW, new Occlusion())
                                        .toward(Target.contrast("YES", "NO"))
                                        .attribution())
                        .parameters())
                .containsEntry("measured", "YES − NO");
    }

    @Test
    void aBinHoldsAsManyWordsAsItsShareRoundedUp() {
        double[] scores =
                IntStream.range(0, 100).mapToDouble(word -> 100 - word).toArray();
        WordWeights ones = new WordWeights(
                Map.copyOf(IntStream.range(0, 100).boxed().collect(Collectors.toMap(word -> "w" + word, word -> 1.0))));
        Erasure erasure = Erasure.DEFAULT.bins(0.001, 0.07, 0.29, 0.555, 1).measuring(Erasure.Measure.EXPLAINED_SCORE);

        MetricResult result = new Comprehensiveness(erasure).measure(ones, Scored.scores(scores));

        assertThat(result.parts().keySet()).containsExactly("0.1 %", "7 %", "29 %", "55.5 %", "100 %");
        assertThat(result.parts().values()).containsExactly(1.0, 7.0, 29.0, 56.0, 100.0);
        assertThat(result.evaluations()).isEqualTo(6);
    }

    @Test
    void aTieAtTheEndOfABinShowsInTheUncertainty() {
        // Both words score the same, but the model loses 1 without the first and 3 without the second.
        WordWeights weights = new WordWeights(Map.of("w0", 1.0, "w1", 3.0));
        Erasure erasure = Erasure.DEFAULT.bins(0.3).measuring(Erasure.Measure.EXPLAINED_SCORE);
        Attribution tied = Scored.scores(5, 5, 1);
        Attribution hidden = Scored.withBars("w0 w1 w2", new double[] {5.1, 5, 1}, new double[] {0.2, 0, 0});
        Attribution clear = Scored.withBars("w0 w1 w2", new double[] {5.5, 5, 1}, new double[] {0.2, 0, 0});

        for (Attribution open : List.of(tied, hidden)) {
            MetricResult result = new Comprehensiveness(erasure).measure(weights, open);
            assertThat(result.value()).isCloseTo(1, within(1e-12));
            assertThat(result.uncertainty()).isCloseTo(2, within(1e-4));
            assertThat(result.evaluations()).isEqualTo(3);
        }
        MetricResult result = new Comprehensiveness(erasure).measure(weights, clear);
        assertThat(result.uncertainty()).isLessThan(1e-4);
        assertThat(result.evaluations()).isEqualTo(2);
    }

    @Test
    void wordsAreTakenAwayInTheWayThatIsNamed() {
        Attribution attribution = explain(WEIGHTS, REVIEW, new Occlusion());
        Erasure masked = Erasure.DEFAULT.with(Removal.replaceBy("great"));

        // The top word is replaced by itself.
        assertThat(new Comprehensiveness(masked.bins(0.1))
                        .measure(WEIGHTS, attribution)
                        .value())
                .isZero();
        assertThat(new Comprehensiveness(Erasure.DEFAULT.with(Units.windows(2)))
                        .measure(WEIGHTS, attribution)
                        .parameters())
                .containsEntry("units", "windows of 2 words");
        assertThat(new Comprehensiveness(Erasure.DEFAULT.from(Baseline.MASK))
                        .measure(
                                SentimentModel.get(),
                                explain(SentimentModel.get(), "They said it was great", new Occlusion()))
                        .parameters())
                .containsEntry("removal", "rows of baseline MASK");
    }

    @Test
    void specialTokensTakeNoPartEvenWhereTheyStandForText() {
        Erasure erasure = Erasure.DEFAULT.bins(0.5).measuring(Erasure.Measure.EXPLAINED_SCORE);
        WordWeights weights = new WordWeights(Map.of("w0", 1.0, "w1", 3.0));
        Attribution written = Scored.withSpecialAt(Scored.scores(1, 2), new Span(0, 2), 1000);

        assertThat(new Comprehensiveness(erasure).measure(weights, written).value())
                .isCloseTo(3, within(1e-12));
    }

    @Test
    void leaveOneOutAgreesWithItself() {
        Attribution attribution = explain(WEIGHTS, REVIEW, new Occlusion());
        MetricResult same = new LeaveOneOutCorrelation().measure(WEIGHTS, attribution);
        MetricResult opposite = new LeaveOneOutCorrelation()
                .by(LeaveOneOutCorrelation.Correlation.SPEARMAN)
                .measure(new WordWeights(Map.of("w0", 1.0, "w1", 2.0, "w2", 3.0)), Scored.scores(3, 2, 1));

        assertThat(same.value()).isCloseTo(1, within(1e-12));
        assertThat(same.evaluations()).isEqualTo(8);
        assertThat(same.parameters()).containsEntry("correlation", "Kendall").containsEntry("removal", "delete");
        assertThat(opposite.value()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void leaveOneOutLeavesOpenWhatRoundingHides() {
        // The first two words differ by less than float32 could tell.
        WordWeights close = new WordWeights(Map.of("w0", 1.0, "w1", 1 + 1e-8, "w2", 3.0));
        MetricResult result = new LeaveOneOutCorrelation().measure(close, Scored.scores(1, 2, 3));

        assertThat(result.value()).isCloseTo(1, within(1e-12));
        // One of three pairs may stand the other way round.
        assertThat(result.uncertainty()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void sampledMetricsAreTheSameOnEveryThreadAndForEverySeedTheirOwn() {
        String text = "They said it was great";
        Attribution attribution = explain(SentimentModel.get(), text, new InputTimesGradient());
        Infidelity infidelity = new Infidelity().samples(8);
        SensitivityMax sensitivity = new SensitivityMax().samples(2);

        List<MetricResult> several = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> infidelity.measure(SentimentModel.get(), attribution))
                .toList();
        double[] neighbours = IntStream.range(0, 4)
                .parallel()
                .mapToDouble(i -> sensitivity
                        .measure(SentimentModel.get(), new InputTimesGradient(), Question.of(text))
                        .value())
                .toArray();

        assertThat(several).containsOnly(infidelity.measure(SentimentModel.get(), attribution));
        assertThat(DoubleStream.of(neighbours).distinct().count()).isEqualTo(1);
        assertThat(infidelity.seed(2).measure(SentimentModel.get(), attribution).value())
                .isNotEqualTo(several.get(0).value());
        assertThat(sensitivity
                        .seed(2)
                        .measure(
                                SentimentModel.get(),
                                AttributionRequest.of(SentimentModel.get(), text, new InputTimesGradient()))
                        .value())
                .isNotEqualTo(neighbours[0]);
    }

    @Test
    void moreSamplesTellInfidelityBetter() {
        Attribution attribution = explain(PRODUCT, "3 4", new IntegratedGradients());
        MetricResult few = new Infidelity().samples(50).measure(PRODUCT, attribution);
        MetricResult many = new Infidelity().samples(5000).measure(PRODUCT, attribution);

        assertThat(many.uncertainty()).isLessThan(few.uncertainty() / 5);
        assertThat(many.value()).isCloseTo(18, within(4 * many.uncertainty()));
    }
}
