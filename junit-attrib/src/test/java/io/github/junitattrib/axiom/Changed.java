package io.github.junitattrib.axiom;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.text.TokenizedText;
import java.util.Arrays;
import java.util.List;

/**
 * A model whose scores and gradients are a little off.
 *
 * @param of the model
 * @param name of the changed one
 * @param shift added to all scores
 * @param slope multiplies all gradients
 */
record Changed(DifferentiableClassifier of, String name, double shift, double slope)
        implements DifferentiableClassifier {

    @Override
    public List<String> labels() {
        return of.labels();
    }

    @Override
    public ModelFacts facts() {
        return ModelFacts.unknown(name);
    }

    @Override
    public TokenizedText tokenize(String text) {
        return of.tokenize(text);
    }

    @Override
    public Prediction predict(String text) {
        return shifted(of.predict(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return shifted(of.predict(text));
    }

    private Prediction shifted(Prediction prediction) {
        double[] scores =
                prediction.scores().stream().mapToDouble(score -> score + shift).toArray();
        return Prediction.of(prediction.kind(), prediction.labels(), scores);
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        return of.embed(text, baseline);
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        ScoreFunction inside = of.function(text);
        return new ScoreFunction() {
            @Override
            public double[][] scores(double[][] points) {
                return each(inside.scores(points), shift, 1);
            }

            @Override
            public ScoreGradients gradients(double[][] points, TargetScore target) {
                ScoreGradients gradients = inside.gradients(points, target);
                return new ScoreGradients(each(gradients.scores(), shift, 1), each(gradients.gradients(), 0, slope));
            }

            @Override
            public int batchSize() {
                return inside.batchSize();
            }
        };
    }

    private static double[][] each(double[][] rows, double plus, double times) {
        return Arrays.stream(rows)
                .map(row ->
                        Arrays.stream(row).map(number -> times * number + plus).toArray())
                .toArray(double[][]::new);
    }
}
