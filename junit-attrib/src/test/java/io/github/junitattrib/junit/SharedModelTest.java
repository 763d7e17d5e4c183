package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One model serves all tests, so none of them can break it for the others. */
class SharedModelTest {

    @Test
    void closingAnInjectedModelLeavesItOpen() {
        TextClassifier shared = SharedModel.of(SentimentModel.get());

        shared.close();

        assertThat(shared).isInstanceOf(DifferentiableClassifier.class).isEqualTo(shared);
        assertThat(shared.predict("A wonderful film"))
                .isEqualTo(SentimentModel.get().predict("A wonderful film"));
    }

    @Test
    void errorsOfTheModelComeThroughAsTheyAre() {
        assertThatThrownBy(() -> SharedModel.of(SentimentModel.get()).predict(" "))
                .isInstanceOf(InvalidTextException.class);
    }

    @Test
    void anInterruptedTestStillLoadsTheModelAndLearnsOfTheInterruptAfterwards() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        TextClassifier model = ModelLoading.uninterrupted(() -> {
            interrupted.countDown();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return SentimentModel.get();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.getCount()).isZero();
        assertThat(model).isSameAs(SentimentModel.get());
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
