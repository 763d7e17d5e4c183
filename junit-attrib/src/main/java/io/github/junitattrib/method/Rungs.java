package io.github.junitattrib.method;

import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;

/** What a method asks of a model on the capability ladder, with the refusal where it is missing. */
final class Rungs {

    private Rungs() {}

    /** Returns the model with its gradients; {@code method} is for the refusal of one that has none. */
    static DifferentiableClassifier differentiable(TextClassifier model, String method) {
        if (model instanceof DifferentiableClassifier differentiable) {
            return differentiable;
        }
        throw new UnsupportedModelException(method + " needs gradients by the word embeddings (rung 2, a"
                + " DifferentiableClassifier), but model " + model.facts().name()
                + " only gives predictions (rung 1, a TextClassifier). Formats that give gradients: "
                + String.join("; ", ModelRepository.formats(DifferentiableClassifier.class))
                + "; FunctionModel over NDArray functions, in code. Test the model in one of these, or by a method that"
                + " asks for predictions alone.");
    }
}
