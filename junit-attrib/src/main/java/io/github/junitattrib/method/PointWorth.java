package io.github.junitattrib.method;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.TextPoint;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

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
    public Supplier<double[]> ask(Inquiry inquiry, List<BitSet> coalitions) {
        List<List<Supplier<double[]>>> answers = inputs.stream()
                .map(input -> coalitions.stream()
                        .map(coalition ->
                                inquiry.about(new TextPoint(text.tokens(), point(input, coalition), text.target())))
                        .toList())
                .toList();
        return () -> {
            double[] values = new double[coalitions.size()];
            for (List<Supplier<double[]>> ofInput : answers) {
                for (int i = 0; i < values.length; i++) {
                    values[i] += value(ofInput.get(i).get(), coalitions.get(i)) / inputs.size();
                }
            }
            return values;
        };
    }

    private double value(double[] scores, BitSet coalition) {
        requireFinite(scores, coalition);
        if (coalition.cardinality() == units.size()) {
            // The text itself.
            Fidelity.check(text.prediction(), scores, text.model().facts());
        }
        return text.target().value(scores);
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
