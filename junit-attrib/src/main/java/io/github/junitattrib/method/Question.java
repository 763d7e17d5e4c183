package io.github.junitattrib.method;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import java.util.Objects;

/**
 * What a method is asked about a model.
 *
 * @param text the text exactly as it is to be explained
 * @param target what is explained
 * @param baseline the input without information, for methods that have one
 */
public record Question(String text, Target target, Baseline baseline) {

    /**
     * Checks the parts.
     *
     * @param text the text exactly as it is to be explained
     * @param target what is explained
     * @param baseline the input without information, for methods that have one
     */
    public Question {
        Objects.requireNonNull(text, "The text to explain must not be null. Give a text.");
        Objects.requireNonNull(target, "The target must not be null. Leave it out for the predicted class.");
        Objects.requireNonNull(baseline, "The baseline must not be null. Leave it out for the padding baseline.");
    }

    /**
     * Asks for the explanation of a text toward the predicted class, from the padding baseline.
     *
     * @param text the text exactly as it is to be explained
     * @return the question
     */
    public static Question of(String text) {
        return new Question(text, Target.predicted(), Baseline.PAD);
    }

    /**
     * Asks for another target.
     *
     * @param other what is explained
     * @return a changed copy
     */
    public Question toward(Target other) {
        return new Question(text, other, baseline);
    }

    /**
     * Starts at another baseline.
     *
     * @param other the baseline
     * @return a changed copy
     */
    public Question from(Baseline other) {
        return new Question(text, target, other);
    }
}
