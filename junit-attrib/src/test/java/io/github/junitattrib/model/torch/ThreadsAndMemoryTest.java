package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.model.DeviceChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadsAndMemoryTest {

    private static final List<String> TEXTS =
            List.of("it was great", "it was not great", "it wasn't great it was great it was said", "great");

    @TempDir
    Path directory;

    private InspectableTorchClassifier model;

    @BeforeEach
    void load() {
        model = (InspectableTorchClassifier)
                new HuggingFaceLoader().load(new TinyCheckpoint().write(directory), "tiny", new DeviceChoice("cpu"));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void givesTheSameBitsFromManyThreadsAsFromOne() throws Exception {
        List<Attribution> alone = TEXTS.stream().map(this::explain).toList();
        ExecutorService pool = Executors.newFixedThreadPool(TEXTS.size());
        try {
            for (int round = 0; round < 10; round++) {
                CyclicBarrier start = new CyclicBarrier(TEXTS.size());
                List<Callable<Attribution>> tasks = new ArrayList<>();
                for (String text : TEXTS) {
                    tasks.add(() -> {
                        start.await();
                        return explain(text);
                    });
                }
                List<Future<Attribution>> together = pool.invokeAll(tasks);
                for (int i = 0; i < alone.size(); i++) {
                    // Scores, uncertainties, prediction and path are compared bit by bit: all are components.
                    assertThat(together.get(i).get()).isEqualTo(alone.get(i));
                    assertThat(together.get(i).get().delta())
                            .isEqualTo(alone.get(i).delta());
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void leavesTheGradModeOfTheThreadAsItWas() {
        boolean before = JniUtils.isGradMode();
        try {
            for (boolean mode : new boolean[] {true, false}) {
                JniUtils.setGradMode(mode);
                explain("it was great");
                assertThat(JniUtils.isGradMode()).isEqualTo(mode);
                assertThatThrownBy(() -> model.function(model.tokenize("great")).scores(new double[][] {{1}}))
                        .isInstanceOf(RuntimeException.class);
                assertThat(JniUtils.isGradMode()).as("after a failure").isEqualTo(mode);
            }
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    @Test
    void holdsNoMoreArraysAfterManyRuns() {
        explain(TEXTS.get(0));
        int held = model.heldArrays();

        for (int run = 0; run < 300; run++) {
            model.predict(TEXTS.get(run % TEXTS.size()));
            explain(TEXTS.get(run % TEXTS.size()));
        }

        assertThat(model.heldArrays()).isEqualTo(held).isPositive();
    }

    @Test
    void refusesEveryUseAfterItWasClosed() {
        var text = model.tokenize("great");
        var function = model.function(text);
        double[][] point = {model.embed(text, Baseline.PAD).input()};

        model.close();
        model.close();

        assertClosed(() -> model.tokenize("great"));
        assertClosed(() -> model.predict("great"));
        assertClosed(() -> model.predict(text));
        assertClosed(() -> model.embed(text, Baseline.PAD));
        assertClosed(() -> function.scores(point));
        assertClosed(() -> function.gradients(point, new TargetScore.OfClass(0, "first")));
    }

    private static void assertClosed(Callable<?> use) {
        assertThatThrownBy(use::call)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Model tiny is closed. Load it again, or close it after its last use.");
    }

    @Test
    void closesUnderRunningComputationsWithoutACrash() throws Exception {
        int threads = 3;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch running = new CountDownLatch(threads);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                runs.add(pool.submit(() -> assertThatThrownBy(() -> {
                            while (true) {
                                explain(TEXTS.get(2));
                                running.countDown();
                            }
                        })
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("Model tiny is closed")));
            }
            running.await();
            model.close();
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Attribution explain(String text) {
        return AttributionRequest.of(model, text, new IntegratedGradients()).attribution();
    }
}
