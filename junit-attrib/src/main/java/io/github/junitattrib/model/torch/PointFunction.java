package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.torch.engine.TorchRuntime;

/** A user's function of NDArrays, with its gradients, on the points of one text. */
final class PointFunction implements ScoreFunction {

    /** As for networks: a fixed number of tokens, so that results do not depend on who asks. */
    private static final int TOKENS_PER_BATCH = 600;

    private final CheckedScores scores;
    private final NDManager manager;
    private final Lifetime lifetime;
    private final Shape point;

    /**
     * Makes the function.
     *
     * @param scores from points [B,T,D] to scores [B,C]
     * @param point shape of one point [T,D]
     */
    PointFunction(CheckedScores scores, NDManager manager, Lifetime lifetime, Shape point) {
        this.scores = scores;
        this.manager = manager;
        this.lifetime = lifetime;
        this.point = point;
    }

    @Override
    public double[][] scores(double[][] points) {
        Shape shape = shape(points.length);
        float[] result = lifetime.use(() -> TorchRuntime.withoutGradients(
                manager,
                scope -> scores.of(TorchRuntime.own(scope, Rows.join(points), shape))
                        .toFloatArray()));
        return Rows.split(result, points.length);
    }

    @Override
    public ScoreGradients gradients(double[][] points, TargetScore target) {
        TorchRuntime.Differentiated result = lifetime.use(() -> TorchRuntime.differentiate(
                manager, Rows.join(points), shape(points.length), scores::of, Rows.slopes(target, points.length)));
        return new ScoreGradients(
                Rows.split(result.output(), points.length), Rows.split(result.gradient(), points.length));
    }

    private Shape shape(int batch) {
        return new Shape(batch).addAll(point);
    }

    @Override
    public int batchSize() {
        return (int) Math.max(1, TOKENS_PER_BATCH / point.get(0));
    }
}
