package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Chefer;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.LayerConductance;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelPermutationTest {

    private static final String TEXT = "They said it was great";
    private static final LabelPermutation SWAP = new LabelPermutation(List.of(1, 0));

    private final InspectableClassifier model = (InspectableClassifier) SentimentModel.get();
    private final InspectableClassifier mutant = (InspectableClassifier) SWAP.of(model);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Fixed(double... logits) implements TextClassifier {
        @Override
        public List<String> labels() {
            return List.of("a", "b", "c");
        }

        @Override
        public Prediction predict(String text) {
            return Prediction.ofLogits(labels(), logits);
        }
    }

    static Stream<AttributionMethod> methods() {
        return Stream.of(
                new Occlusion(),
                new IntegratedGradients(),
                new LayerConductance(Layer.encoder(1)),
                new Chefer(),
                LayerwiseRelevance.attnLrp());
    }

    @Test
    void givesEachClassTheScoreOfAnother() {
        TextClassifier moved = new LabelPermutation(List.of(2, 0, 1)).of(new Fixed(1, 2, 5));

        assertThat(moved.labels()).containsExactly("a", "b", "c");
        assertThat(moved.predict("text").scores()).containsExactly(5.0, 1.0, 2.0);
        assertThat(moved.predict("text").label()).isEqualTo("a");
        assertThat(moved.predictAll(List.of("text"))).containsExactly(moved.predict("text"));
        assertThat(moved).isNotInstanceOf(DifferentiableClassifier.class);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void explainsOneClassByTheScoresOfTheOther(AttributionMethod method) {
        assertThat(scores(mutant, method, Target.label("POSITIVE")))
                .isEqualTo(scores(model, method, Target.label("NEGATIVE")));
        assertThat(scores(mutant, method, Target.index(0))).isEqualTo(scores(model, method, Target.index(1)));
        assertThat(scores(mutant, method, Target.contrast("POSITIVE", "NEGATIVE")))
                .isEqualTo(scores(model, method, Target.contrast("NEGATIVE", "POSITIVE")));
    }

    @Test
    void explainsProbabilitiesToo() {
        AttributionMethod method = new IntegratedGradients();
        assertThat(scores(mutant, method, Target.probability(Target.label("POSITIVE"))))
                .isEqualTo(scores(model, method, Target.probability(Target.label("NEGATIVE"))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void changesNothingTowardThePredictedClassButItsName(AttributionMethod method) {
        assertThat(scores(mutant, method, Target.predicted())).isEqualTo(scores(model, method, Target.predicted()));
        assertThat(mutant.predict(TEXT).label())
                .isNotEqualTo(model.predict(TEXT).label());
    }

    private static List<Double> scores(TextClassifier model, AttributionMethod method, Target target) {
        Attribution attribution =
                AttributionRequest.of(model, TEXT, method).toward(target).attribution();
        return attribution.tokens().stream().map(TokenScore::score).toList();
    }

    @Test
    void givesGradientsOfManyTextsAsOfOne() {
        TokenizedText text = mutant.tokenize(TEXT);
        double[] point = mutant.embed(text, io.github.junitattrib.Baseline.PAD).input();
        TargetScore positive = new TargetScore.OfClass(1, "POSITIVE");

        ScoreGradients together = mutant.gradients(List.of(new TextPoint(text, point, positive)));
        ScoreGradients alone = mutant.function(text).gradients(new double[][] {point}, positive);

        assertThat(together.scores()[0]).isEqualTo(alone.scores()[0]);
        assertThat(together.gradients()[0]).isEqualTo(alone.gradients()[0]);
    }

    @Test
    void leavesTheModelOpen() {
        mutant.close();
        assertThat(model.predict(TEXT).label()).isEqualTo("POSITIVE");
    }

    @Test
    void drawsEachOrderOnceAndLeavesNoClassInItsPlace() {
        assertThat(LabelPermutation.draw(1, 8, 1)).isEmpty();
        assertThat(LabelPermutation.draw(2, 8, 1)).containsExactly(SWAP);
        assertThat(LabelPermutation.draw(3, 8, 1))
                .containsExactlyInAnyOrder(
                        new LabelPermutation(List.of(1, 2, 0)), new LabelPermutation(List.of(2, 0, 1)));
        assertThat(LabelPermutation.draw(5, 8, 1))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .allSatisfy(permutation -> {
                    for (int c = 0; c < 5; c++) {
                        assertThat(permutation.sources().get(c)).isNotEqualTo(c);
                    }
                });
        assertThat(LabelPermutation.draw(5, 8, 1)).isEqualTo(LabelPermutation.draw(5, 8, 1));
    }

    @Test
    void refusesWhatIsNoPermutationOfTheClasses() {
        assertThatThrownBy(() -> new LabelPermutation(List.of(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[0, 0] is no permutation. Name each output once, from 0.");
        assertThatThrownBy(() -> SWAP.of(new Fixed(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Model Fixed has the classes [a, b, c], but the permutation is of 2. Draw one for this model.");
    }
}
