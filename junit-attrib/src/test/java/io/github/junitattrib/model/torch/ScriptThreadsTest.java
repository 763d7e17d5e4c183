package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One archive in many threads, and many runs on one archive. */
class ScriptThreadsTest {

    private static final List<String> TEXTS =
            List.of("it was great", "the film was not good, but the end was great.", "great", "they said it was bad");

    @TempDir
    Path root;

    private TorchClassifier model;

    @BeforeEach
    void load() {
        model = ScriptFolder.of("bert-tuple", root).load();
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
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void keepsNoArraysOfARun() {
        explain(TEXTS.get(0));
        int held = model.heldArrays();
        for (int i = 0; i < 20; i++) {
            explain(TEXTS.get(i % TEXTS.size()));
        }

        assertThat(model.heldArrays()).isEqualTo(held);
    }

    @Test
    void worksAfterItsFilesAreGone() throws Exception {
        // The native library has read all; on Windows the copy could not be replaced otherwise.
        double[] before = model.function(model.tokenize("great")).scores(new double[][] {point()})[0];
        try (var files = java.nio.file.Files.list(root.resolve("cache/torchscript"))) {
            for (Path file : files.toList()) {
                java.nio.file.Files.delete(file);
            }
        }

        assertThat(model.function(model.tokenize("great")).scores(new double[][] {point()})[0])
                .isEqualTo(before);
    }

    private double[] point() {
        return model.embed(model.tokenize("great"), Baseline.ZERO).input();
    }

    private Attribution explain(String text) {
        return AttributionRequest.of(model, text, new IntegratedGradients()).attribution();
    }
}
