package io.github.junitattrib.conformance;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.model.TextClassifier;

/**
 * A model and what is asked of its texts: F is the target's number, and x' the baseline.
 *
 * @param model whose scores are explained
 * @param target which number of them
 * @param baseline where paths start: a row of zeros, or a text
 */
record Asked(TextClassifier model, Target target, Baseline baseline) {

    /** Source of an example from another baseline. */
    static final String ANOTHER_TEXT = "the same network, started from another text";

    /** Asks for the first class, from 0. */
    static Asked single(TextClassifier model) {
        return new Asked(model, Target.index(0), Baseline.PAD);
    }

    /** Starts at other numbers than 0. */
    Asked from(double... numbers) {
        return new Asked(model, target, Baseline.text(ClosedForm.text(numbers)));
    }

    /** F(x). */
    double value(double... x) {
        return value(ClosedForm.text(x));
    }

    /** F(x') of n numbers. */
    double start(int size) {
        return baseline instanceof Baseline.OfText other ? value(other.text()) : value(new double[size]);
    }

    private double value(String text) {
        Prediction prediction = model.predict(text);
        return target.resolve(prediction)
                .value(prediction.scores().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** Says which model is asked about which point, for messages. */
    String at(double... x) {
        String from = baseline instanceof Baseline.OfText other ? " from \"" + other.text() + "\"" : "";
        return model.facts().name() + " at \"" + ClosedForm.text(x) + "\"" + from;
    }
}
