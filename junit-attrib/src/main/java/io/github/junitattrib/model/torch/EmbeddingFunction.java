package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;

/** The logits of an encoder as a function of T word embeddings. */
final class EmbeddingFunction implements ScoreFunction {

    /** Measured best on CPU: larger batches gain nothing and need more memory. */
    private static final int TOKENS_PER_BATCH = 600;

    private final BertEncoder encoder;
    private final NDManager manager;
    private final Lifetime lifetime;
    private final int tokens;
    private final int width;

    EmbeddingFunction(BertEncoder encoder, NDManager manager, Lifetime lifetime, int tokens, int width) {
        this.encoder = encoder;
        this.manager = manager;
        this.lifetime = lifetime;
        this.tokens = tokens;
        this.width = width;
    }

    @Override
    public double[][] scores(double[][] points) {
        float[] logits = lifetime.use(() -> TorchRuntime.withoutGradients(
                manager,
                scope -> encoder.classify(TorchRuntime.own(scope, Rows.join(points), shape(points.length)))
                        .toFloatArray()));
        return Rows.split(logits, points.length);
    }

    @Override
    public ScoreGradients gradients(double[][] points, int target) {
        TorchRuntime.Differentiated result = lifetime.use(() -> TorchRuntime.differentiate(
                manager,
                Rows.join(points),
                shape(points.length),
                encoder::classify,
                logits -> logits.get(":, {}", target)));
        return new ScoreGradients(
                Rows.split(result.output(), points.length), Rows.split(result.gradient(), points.length));
    }

    private Shape shape(int batch) {
        return new Shape(batch, tokens, width);
    }

    @Override
    public int batchSize() {
        return Math.max(1, TOKENS_PER_BATCH / tokens);
    }
}
