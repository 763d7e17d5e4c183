package io.github.junitattrib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTest {

    private static final List<String> LABELS = List.of("no", "yes");

    @Test
    void logitsOfOneRightClassBecomeTheirSoftmax() {
        Prediction prediction = Prediction.ofLogits(LABELS, new double[] {1, 3});

        assertThat(prediction.probabilities().get(1)).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
        assertThat(prediction.probabilities().get(0)).isCloseTo(1 / (1 + Math.exp(2)), within(1e-15));
        assertThat(prediction.label()).isEqualTo("yes");
    }

    @Test
    void theFirstOfATieIsPredicted() {
        assertThat(Prediction.ofLogits(LABELS, new double[] {0.5, 0.5}).label()).isEqualTo("no");
    }

    @Test
    void logitsOfSeveralLabelsBecomeTheirSigmoids() {
        Prediction prediction = Prediction.of(ScoreKind.MULTI_LABEL_LOGITS, LABELS, new double[] {2, 0});

        assertThat(prediction.probabilities().get(0)).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
        assertThat(prediction.probabilities().get(1)).isEqualTo(0.5);
    }

    @Test
    void probabilitiesStayAsTheyAre() {
        Prediction prediction = Prediction.ofProbabilities(LABELS, new double[] {0.25, 0.75});

        assertThat(prediction.scores()).isEqualTo(prediction.probabilities()).containsExactly(0.25, 0.75);
        assertThat(prediction.probability()).hasValue(0.75);
    }

    @Test
    void valuesHaveNoProbability() {
        Prediction prediction = Prediction.of(ScoreKind.VALUES, List.of("stars"), new double[] {-3.5});

        assertThat(prediction.probability()).isEmpty();
        assertThat(prediction.scores()).containsExactly(-3.5);
    }

    @Test
    void largeLogitsDoNotOverflow() {
        assertThat(Prediction.ofLogits(LABELS, new double[] {1000, -1000}).probabilities())
                .containsExactly(1.0, 0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.2, 1.2, Double.NaN})
    void whatIsNoProbabilityIsRefused(double number) {
        assertThatThrownBy(() -> Prediction.ofProbabilities(LABELS, new double[] {0.5, number}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("" + number)
                .hasMessageContaining("ScoreKind.LOGITS");
    }

    @Test
    void scoresMustFitTheLabels() {
        assertThatThrownBy(() -> Prediction.ofLogits(LABELS, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 labels, 1 scores");
    }
}
