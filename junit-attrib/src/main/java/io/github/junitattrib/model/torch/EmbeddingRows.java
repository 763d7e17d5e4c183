package io.github.junitattrib.model.torch;

import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows that a user's model has for tokens and baselines, all of one width D.
 *
 * @param row the row of a token [D]
 * @param baselines rows to start from [D]; {@link Baseline#ZERO} needs none
 * @param model name of the model, for messages
 */
record EmbeddingRows(Function<Token, double[]> row, Map<Baseline.Row, double[]> baselines, String model) {

    ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        double[] input = input(text);
        int width = input.length / text.size();
        double[] replacement = replacement(baseline, width);
        double[] start = input.clone();
        for (int t = 0; t < text.size(); t++) {
            if (!text.tokens().get(t).special()) {
                System.arraycopy(replacement, 0, start, t * width, width);
            }
        }
        return new ExplainedInput(text, input, start);
    }

    /** x, row by row [T·D]. */
    double[] input(TokenizedText text) {
        int width = row(text.tokens().get(0)).length;
        double[] input = new double[text.size() * width];
        for (int t = 0; t < text.size(); t++) {
            Token token = text.tokens().get(t);
            System.arraycopy(checked(row(token), width, "token \"" + token.text() + "\""), 0, input, t * width, width);
        }
        return input;
    }

    Shape shape(TokenizedText text) {
        return new Shape(text.size(), row(text.tokens().get(0)).length);
    }

    private double[] row(Token token) {
        double[] found = row.apply(token);
        if (found == null || found.length == 0) {
            throw new ModelLoadException("Model " + model + " has no embedding for the token \"" + token.text()
                    + "\". Let the embedding function give a row of D numbers for every token, unknown ones too.");
        }
        return found;
    }

    private double[] replacement(Baseline.Row baseline, int width) {
        double[] given = baselines.get(baseline);
        if (given != null) {
            return checked(given, width, "baseline " + baseline);
        }
        // PAD too: a padding row is zero unless a model was trained on it.
        if (baseline == Baseline.ZERO || baseline == Baseline.PAD) {
            return new double[width];
        }
        throw new ModelLoadException(
                "Model " + model + " has no " + baseline + " row to start from. Give it by baseline(" + baseline
                        + ", …), or choose another baseline, such as Baseline.ZERO.");
    }

    private double[] checked(double[] numbers, int width, String of) {
        if (numbers.length != width) {
            throw new ModelLoadException("Model " + model + " has a row of " + numbers.length + " numbers for the " + of
                    + ", but of " + width + " for the first token of the text. All rows must have the same width D.");
        }
        return numbers;
    }
}
