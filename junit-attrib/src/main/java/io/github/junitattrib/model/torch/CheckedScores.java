package io.github.junitattrib.model.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import io.github.junitattrib.ModelLoadException;
import java.util.List;
import java.util.function.Function;

/**
 * A user's scores function, held to its contract: points [B,T,D] to scores [B,C].
 *
 * @param function what the user wrote
 * @param labels the C classes
 * @param model name of the model, for messages
 */
record CheckedScores(Function<NDArray, NDArray> function, List<String> labels, String model) {

    NDArray of(NDArray points) {
        NDArray scores = apply(points);
        if (scores == null) {
            throw new ModelLoadException(problem("null", points));
        }
        if (scores instanceof PtNDArray array && array.isReleased()) {
            throw new ModelLoadException(
                    problem("an array that is closed", points) + " Close no array: they are freed after each call.");
        }
        Shape expected = new Shape(points.getShape().get(0), labels.size());
        if (!scores.getShape().equals(expected)) {
            throw new ModelLoadException(problem("an array of shape " + scores.getShape(), points));
        }
        if (scores.getDataType() != DataType.FLOAT32) {
            throw new ModelLoadException(
                    problem("numbers of type " + scores.getDataType(), points)
                            + " They must be FLOAT32 as the points are, without toType on the way: DJL cuts the gradient there.");
        }
        return scores;
    }

    private NDArray apply(NDArray points) {
        try {
            return function.apply(points);
        } catch (EngineException e) {
            throw new ModelLoadException(
                    "The scores function of model " + model + " failed in PyTorch for points of shape "
                            + points.getShape() + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given")
                            + " Correct the function.",
                    e);
        }
    }

    private String problem(String given, NDArray points) {
        return "The scores function of model " + model + " gave " + given + " for points of shape " + points.getShape()
                + ". It must give shape (" + points.getShape().get(0) + ", " + labels.size()
                + "): a row for each point, with one score for each of " + labels + ".";
    }
}
