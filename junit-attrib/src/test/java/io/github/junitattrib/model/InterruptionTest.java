package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.EngineException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.ShapleyValues;
import io.github.junitattrib.method.Tolerance;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A test that was given up must not go on computing. */
class InterruptionTest {

    /** Interrupts its thread while it answers for a text. */
    private static final class Interrupting implements TextClassifier {

        private final int at;
        private int asked;

        Interrupting(int at) {
            this.at = at;
        }

        @Override
        public List<String> labels() {
            return List.of("NO", "YES");
        }

        @Override
        public Prediction predict(String text) {
            if (++asked == at) {
                Thread.currentThread().interrupt();
            }
            return Prediction.ofLogits(labels(), new double[] {0, text.length()});
        }
    }

    /** Whatever a test leaves: its thread runs others. */
    @AfterEach
    void forget() {
        Thread.interrupted();
    }

    @Test
    void predictionsOfManyTextsEndAfterTheOneUnderWay() {
        Interrupting model = new Interrupting(3);

        assertThatThrownBy(() -> model.predictAll(Collections.nCopies(1000, "a text")))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "The thread was interrupted while predicting text 4 of 1000, as by the timeout of a test. Allow"
                                + " more time, or ask about less at once.");
        assertThat(model.asked).isEqualTo(3);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aMethodDoesNotAskForTheRestOneByOne() {
        Interrupting model = new Interrupting(20);

        assertThatThrownBy(() -> new ShapleyValues().attribute(model, Question.of("a b c d e f g h")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("while predicting text");
        assertThat(model.asked).isEqualTo(20);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void networksEndAfterTheBatchUnderWay() {
        List<String> texts =
                IntStream.range(0, 2000).mapToObj(i -> "film number " + i).toList();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> SentimentModel.get().predictAll(texts))
                .isInstanceOf(EngineException.class)
                .hasMessageMatching("The thread was interrupted while predicting text \\d{2,3} of 2000, .*");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void integralsEndAfterTheLevelUnderWay() {
        Thread.currentThread().interrupt();

        IntegrationRule exact = IntegrationRule.adaptive().within(new Tolerance(1e-9, 1e-9, 1e-9));

        assertThatThrownBy(() -> new IntegratedGradients(exact)
                        .attribute(SentimentModel.get(), Question.of("They said it was great")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("while integrating along a path, after 9 points");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsOneBatchIsAnswered() {
        Thread.currentThread().interrupt();

        assertThatCode(() -> SentimentModel.get().predictAll(List.of("great", "dull")))
                .doesNotThrowAnyException();
        assertThat(Thread.interrupted()).isTrue();
    }
}
