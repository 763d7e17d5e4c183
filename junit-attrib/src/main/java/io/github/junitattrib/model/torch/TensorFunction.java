package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.function.UnaryOperator;

/** A computation on NDArrays, or a part of one, with its gradients, on the points of one text. */
final class TensorFunction implements ScoreFunction {

    private final NDManager manager;
    private final Lifetime lifetime;
    private final Shape point;
    private final UnaryOperator<NDArray> forward;

    /**
     * Makes the function.
     *
     * @param manager holds the weights
     * @param lifetime of the weights
     * @param point shape of one point [T,D]
     * @param forward from points [B,T,D] to outputs [B,…]
     */
    TensorFunction(NDManager manager, Lifetime lifetime, Shape point, UnaryOperator<NDArray> forward) {
        this.manager = manager;
        this.lifetime = lifetime;
        this.point = point;
        this.forward = forward;
    }

    @Override
    public double[][] scores(double[][] points) {
        Shape shape = shape(points.length);
        float[] outputs = lifetime.use(() -> TorchRuntime.withoutGradients(
                manager,
                scope -> forward.apply(TorchRuntime.own(scope, Rows.join(points), shape))
                        .toFloatArray()));
        return Rows.split(outputs, points.length);
    }

    @Override
    public ScoreGradients gradients(double[][] points, TargetScore target) {
        TorchRuntime.Differentiated result = lifetime.use(() -> TorchRuntime.differentiate(
                manager, Rows.join(points), shape(points.length), forward, Rows.slopes(target, points.length)));
        return new ScoreGradients(
                Rows.split(result.output(), points.length), Rows.split(result.gradient(), points.length));
    }

    private Shape shape(int batch) {
        return new Shape(batch).addAll(point);
    }

    @Override
    public int batchSize() {
        return TextBatches.size(point.get(0));
    }
}
