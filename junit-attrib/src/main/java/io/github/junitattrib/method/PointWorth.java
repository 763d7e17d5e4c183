package io.github.junitattrib.method;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.ExplainedInput;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What the model says of the embeddings with the baseline's rows at the tokens of absent units, averaged over several
 * baselines.
 *
 * @param text on a differentiable model
 * @param inputs x and x' of each baseline
 * @param units positions of each player's tokens
 */
record PointWorth(ExplainedText text, List<ExplainedInput> inputs, List<List<Integer>> units) implements Game.Worth {

    @Override
    public double[] of(List<BitSet> coalitions) {
        double[] values = new double[coalitions.size()];
        for (ExplainedInput input : inputs) {
            double[][] points = coalitions.stream()
                    .map(coalition -> point(input, coalition))
                    .toArray(double[][]::new);
            double[][] scores = text.function().scores(points);
            for (int i = 0; i < values.length; i++) {
                requireFinite(scores[i], coalitions.get(i));
                values[i] += text.target().value(scores[i]) / inputs.size();
            }
        }
        return values;
    }

    private double[] point(ExplainedInput input, BitSet coalition) {
        int width = input.width();
        double[] point = input.input().clone();
        for (int unit = coalition.nextClearBit(0); unit < units.size(); unit = coalition.nextClearBit(unit + 1)) {
            for (int token : units.get(unit)) {
                System.arraycopy(input.baseline(), token * width, point, token * width, width);
            }
        }
        return point;
    }

    private void requireFinite(double[] scores, BitSet coalition) {
        if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
            throw new ModelLoadException("Model " + text.model().facts().name()
                    + " gives scores that are no finite numbers: " + Arrays.toString(scores) + " on the text \""
                    + text.question().text() + "\" with " + coalition.cardinality() + " of its " + units.size()
                    + " units and the rows of baseline " + text.question().baseline()
                    + " for the others. Choose another baseline, or check the model's weights.");
        }
    }
}
