package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One model serves all tests, so none of them can break it for the others. */
class SharedModelTest {

    private static TextClassifier shared(TextClassifier model) {
        LoadedModel made = LoadedModel.made(model);
        return SharedModel.of(made, new ModelSlot("shared", () -> made, true));
    }

    /** A service that gives as little as it may. */
    private record Service(double probability) implements TextClassifier {
        @Override
        public List<String> labels() {
            return List.of("NEGATIVE", "POSITIVE");
        }

        @Override
        public Prediction predict(String text) {
            return Prediction.ofLogits(labels(), new double[] {0, probability});
        }
    }

    @Test
    void whatAServiceDoesNotSayItselfComesThroughToo() {
        TextClassifier shared = shared(new Service(0.75));

        assertThat(shared).isNotInstanceOf(DifferentiableClassifier.class);
        assertThat(shared.facts().name()).isEqualTo("Service");
        assertThat(shared.words("It was great")).hasSize(3);
        assertThat(shared.predictAll(List.of("a", "b"))).containsExactly(shared.predict("a"), shared.predict("b"));
        assertThat(shared.hashCode()).isEqualTo(shared.hashCode());
    }

    @Test
    void predictionsWithoutFiniteScoresAreRefusedBeforeTheirLabelLooksLikeOne() {
        assertThatThrownBy(() -> shared(new Service(Double.NaN)).predict("It was great"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("Model Service gives scores that are no finite numbers: [0.0, NaN] for"
                        + " [NEGATIVE, POSITIVE] on the text \"It was great\".");
        assertThatThrownBy(() -> shared(new Service(Double.NaN)).predictAll(List.of("It was", "great")))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("on the text \"It was\".");
    }

    @Test
    @SuppressWarnings("NullAway") // what users may write
    void aPredictionOrATextThatIsNullIsRefusedInWords() {
        TextClassifier silent = new TextClassifier() {
            @Override
            public List<String> labels() {
                return List.of("NEGATIVE", "POSITIVE");
            }

            @Override
            public Prediction predict(String text) {
                return null;
            }
        };

        assertThatThrownBy(() -> shared(silent).predict("It was great"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageMatching(
                        "Model SharedModelTest\\$\\d+ gives no prediction \\(null\\) for the text \"It was great\"\\..*");
        assertThatThrownBy(() -> shared(new Service(1)).predict(null))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("The text is null. Give a text with at least one word.");
        assertThatThrownBy(() -> shared(new Service(1)).predictAll(Arrays.asList("great", null)))
                .isInstanceOf(InvalidTextException.class);
    }

    @Test
    void closingAnInjectedModelLeavesItOpen() {
        TextClassifier shared = shared(SentimentModel.get());

        shared.close();

        assertThat(shared).isInstanceOf(DifferentiableClassifier.class).isEqualTo(shared);
        assertThat(shared.predict("A wonderful film"))
                .isEqualTo(SentimentModel.get().predict("A wonderful film"));
    }

    @Test
    void errorsOfTheModelComeThroughAsTheyAre() {
        assertThatThrownBy(() -> shared(SentimentModel.get()).predict(" ")).isInstanceOf(InvalidTextException.class);
    }

    @Test
    void anInterruptedTestStillLoadsTheModelAndLearnsOfTheInterruptAfterwards() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        LoadedModel loaded = ModelLoading.uninterrupted(() -> {
            interrupted.countDown();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return LoadedModel.made(SentimentModel.get());
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.getCount()).isZero();
        assertThat(loaded.model()).isSameAs(SentimentModel.get());
    }

    @Test
    void aFailedLoadThrowsItsOwnException() {
        assertThatThrownBy(() -> ModelLoading.uninterrupted(() -> {
                    throw new InvalidTextException("as it was");
                }))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("as it was");
    }
}
