package io.github.junitattrib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TargetTest {

    private static final List<String> LABELS = List.of("A", "B", "C");
    private static final double[] SCORES = {0.3, -1.2, 2.5};

    private static Prediction prediction(ScoreKind kind) {
        double[] scores = kind == ScoreKind.PROBABILITIES ? new double[] {0.2, 0.1, 0.7} : SCORES;
        return Prediction.of(kind, LABELS, scores);
    }

    static Stream<Arguments> targets() {
        return Stream.of(ScoreKind.values())
                .flatMap(kind -> Stream.of(
                                Target.predicted(),
                                Target.label("B"),
                                Target.index(0),
                                Target.contrast("A", "C"),
                                Target.probability(Target.predicted()),
                                Target.probability(Target.label("A")))
                        .filter(target -> kind != ScoreKind.VALUES || !(target instanceof Target.Probability))
                        .map(target -> Arguments.of(kind, target)));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void slopesAreThoseOfTheValue(ScoreKind kind, Target target) {
        Prediction prediction = prediction(kind);
        TargetScore score = target.resolve(prediction);
        double[] at =
                prediction.scores().stream().mapToDouble(Double::doubleValue).toArray();

        double[] slopes = score.slopes(at);
        for (int c = 0; c < at.length; c++) {
            double step = 1e-6;
            double[] above = at.clone();
            double[] below = at.clone();
            above[c] += step;
            below[c] -= step;
            assertThat(slopes[c]).isCloseTo((score.value(above) - score.value(below)) / (2 * step), within(1e-8));
        }
    }

    @Test
    @SuppressWarnings("NullAway") // misuse is the point
    void aClassHasAName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Target.label(null))
                .withMessage("The class to explain must not be null. Name one as the model spells it.");
    }

    @Test
    void aContrastIsTheDifferenceOfTwoScores() {
        TargetScore score = Target.contrast("C", "A").resolve(prediction(ScoreKind.LOGITS));

        assertThat(score.value(SCORES)).isEqualTo(2.2);
        assertThat(score.label()).isEqualTo("C − A");
        assertThat(score.index()).isEqualTo(2);
    }

    @Test
    void aProbabilityIsThatOfThePrediction() {
        for (ScoreKind kind : List.of(ScoreKind.LOGITS, ScoreKind.MULTI_LABEL_LOGITS, ScoreKind.PROBABILITIES)) {
            Prediction prediction = prediction(kind);
            double[] scores = prediction.scores().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();

            TargetScore score = Target.probability(Target.label("B")).resolve(prediction);

            assertThat(score.value(scores)).isEqualTo(prediction.probabilities().get(1));
            assertThat(score.label()).isEqualTo("P(B)");
        }
    }

    @Test
    void refusesWhatCannotBeExplained() {
        Prediction values = prediction(ScoreKind.VALUES);

        assertThatThrownBy(() -> Target.probability(Target.predicted()).resolve(values))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("The model's scores are values of a regression, so that C has no probability. Explain the"
                        + " value: leave the target out.");
        assertThatThrownBy(() -> Target.contrast("A", "A").resolve(values))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining("Name two classes");
        assertThatThrownBy(() -> Target.probability(Target.contrast("A", "B")).resolve(prediction(ScoreKind.LOGITS)))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining("Name one class");
        assertThatThrownBy(() -> Target.contrast("A", "D").resolve(values))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("\"D\"");
    }
}
