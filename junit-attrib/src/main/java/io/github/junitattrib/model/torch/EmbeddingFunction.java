package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.torch.engine.Network;
import io.github.junitattrib.model.torch.engine.TorchRuntime;

/** The scores of a network as a function of the word embeddings of one text. */
final class EmbeddingFunction implements ScoreFunction {

    /** Measured best on CPU: larger batches gain nothing and need more memory. */
    private static final int TOKENS_PER_BATCH = 600;

    private final Network network;
    private final NDManager manager;
    private final Lifetime lifetime;
    private final long[] ids;

    EmbeddingFunction(Network network, NDManager manager, Lifetime lifetime, long[] ids) {
        this.network = network;
        this.manager = manager;
        this.lifetime = lifetime;
        this.ids = ids;
    }

    @Override
    public double[][] scores(double[][] points) {
        float[] logits = lifetime.use(() -> TorchRuntime.withoutGradients(
                manager,
                scope -> score(TorchRuntime.own(scope, Rows.join(points), shape(points.length)))
                        .toFloatArray()));
        return Rows.split(logits, points.length);
    }

    @Override
    public ScoreGradients gradients(double[][] points, TargetScore target) {
        TorchRuntime.Differentiated result = lifetime.use(() -> TorchRuntime.differentiate(
                manager, Rows.join(points), shape(points.length), this::score, Rows.slopes(target, points.length)));
        return new ScoreGradients(
                Rows.split(result.output(), points.length), Rows.split(result.gradient(), points.length));
    }

    private NDArray score(NDArray words) {
        return network.scores(TorchRuntime.ids(words.getManager(), ids), words);
    }

    private Shape shape(int batch) {
        return new Shape(batch, ids.length, network.width());
    }

    @Override
    public int batchSize() {
        return Math.max(1, TOKENS_PER_BATCH / ids.length);
    }
}
