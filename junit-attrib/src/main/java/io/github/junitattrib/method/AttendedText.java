package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.TextClassifier;

/**
 * One text on a model that shows its attention: what methods that look at attention start from.
 *
 * @param text with its tokens, prediction and target
 * @param model the model
 * @param method the name of the method, for messages
 */
record AttendedText(ExplainedText text, InspectableClassifier model, String method) {

    static AttendedText of(TextClassifier model, Question question, String method) {
        InspectableClassifier inspectable = Rungs.inspectable(model, method);
        return new AttendedText(ExplainedText.of(model, question, method), inspectable, method);
    }

    /** Returns the attention maps [L][H][T][T], at least one. */
    double[][][][] maps() {
        double[][][][] maps = model.attention(text.tokens(), text.input());
        requireSome(maps);
        return maps;
    }

    /** Returns the maps with the target's gradient by them. */
    AttentionGradients gradients() {
        AttentionGradients gradients = model.attentionGradients(text.tokens(), text.input(), text.target());
        requireSome(gradients.maps());
        Fidelity.check(text.prediction(), gradients.scores(), model.facts());
        return gradients;
    }

    private void requireSome(double[][][][] maps) {
        if (maps.length == 0) {
            throw new UnsupportedModelException(method + " looks at attention, but model "
                    + model.facts().name() + " has none. Choose a method that looks at gradients.");
        }
    }

    /** Refuses a number that the model does not have; {@code what} is such as "layer". */
    void require(String what, int number, int first, int last) {
        if (number < first || number > last) {
            throw new UnsupportedModelException("Model " + model.facts().name() + " has no attention of " + what + " "
                    + number + ", which " + method + " was asked for. Its " + what + "s are counted from " + first
                    + " to " + last + ": name one of these.");
        }
    }

    /** Makes the attribution out of one number for each token [T], none of which cancelled in a sum. */
    Attribution scored(double[] scores, MethodFacts facts) {
        return scored(scores, Panel.largest(scores), facts);
    }

    /** Makes the attribution; {@code magnitude} is what rounding errors are relative to. */
    Attribution scored(double[] scores, double magnitude, MethodFacts facts) {
        double inputScore = TextScores.value(text.target(), text.prediction());
        return ExactScores.of(text, text.target(), scores, magnitude, inputScore, facts);
    }
}
