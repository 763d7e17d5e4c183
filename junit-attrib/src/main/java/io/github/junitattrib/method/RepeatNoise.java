package io.github.junitattrib.method;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;

/**
 * How far the answers of a model to one and the same text are apart, as services have it that batch or sample: differences
 * of the explained number that are smaller say nothing of words.
 *
 * <p>A model is tried with its first text, and once it has given equal answers it is not tried again.
 */
final class RepeatNoise {

    private static final int TIMES = 8;

    /**
     * The bar of a difference of two answers, in standard deviations of one, estimated from eight: Student's t with seven
     * degrees of freedom is beyond 5 once in 600 times, and a difference varies by √2 of one answer.
     */
    private static final double DEVIATIONS = 5 * Math.sqrt(2);

    private static final WeakIdentities<TextClassifier> STEADY = new WeakIdentities<>();

    private RepeatNoise() {}

    /**
     * Returns the bar of a difference of two answers, 0 for a model that repeats itself.
     *
     * @param model asked for eight predictions, unless it is known to repeat itself or computes with tensors here
     */
    static double of(TextClassifier model, String text, Prediction prediction, TargetScore target) {
        if (model instanceof DifferentiableClassifier || STEADY.contains(model)) {
            return 0;
        }
        TextScores scores = new TextScores(model, target, prediction.kind());
        double[] answers = new double[TIMES];
        Arrays.setAll(answers, time -> scores.of(text, model.predict(text)));
        // Not beside the prediction, which may be of a batch: rounding there is no noise.
        if (Arrays.stream(answers).allMatch(answer -> answer == answers[0])) {
            STEADY.add(model);
            return 0;
        }
        double mean = Arrays.stream(answers).average().orElseThrow();
        double squares = Arrays.stream(answers)
                .map(answer -> (answer - mean) * (answer - mean))
                .sum();
        return DEVIATIONS * Math.sqrt(squares / (TIMES - 1));
    }
}
