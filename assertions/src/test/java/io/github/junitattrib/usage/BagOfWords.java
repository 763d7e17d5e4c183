package io.github.junitattrib.usage;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.FunctionModel;
import java.util.Map;

/** A linear model: "great" counts 2 for POSITIVE, "fine" 1, "dull" -1, other words nothing. */
final class BagOfWords {

    private BagOfWords() {}

    static TextClassifier create() {
        return FunctionModel.builder(points -> {
                    NDArray weights = FunctionModel.constant(points, -1, 1).reshape(1, 2); // [D,C]
                    return points.sum(new int[] {1}).matMul(weights); // [B,T,D] → [B,D] → [B,C]
                })
                .labels("NEGATIVE", "POSITIVE")
                .embedding(
                        Map.of("great", new double[] {2}, "fine", new double[] {1}, "dull", new double[] {-1}),
                        new double[] {0})
                .build();
    }
}
