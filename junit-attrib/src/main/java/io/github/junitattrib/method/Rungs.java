package io.github.junitattrib.method;

import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.InspectableClassifier;
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

    /** Returns the model with its layers; {@code method} is for the refusal of one that does not show them. */
    static InspectableClassifier inspectable(TextClassifier model, String method) {
        if (model instanceof InspectableClassifier inspectable) {
            return inspectable;
        }
        if (model instanceof NoisyInput) {
            throw new UnsupportedModelException(method + " looks at hidden states and attention, which are not moved:"
                    + " noise is added to word embeddings alone. Put noise around a method that asks for gradients by"
                    + " these, such as IntegratedGradients or Saliency.");
        }
        String offered = model instanceof DifferentiableClassifier
                ? " gives no more than gradients by the word embeddings (rung 2, a DifferentiableClassifier)"
                : " only gives predictions (rung 1, a TextClassifier)";
        throw new UnsupportedModelException(method + " looks at hidden states and attention (rung 3, an"
                + " InspectableClassifier), but model " + model.facts().name() + offered
                + ". Formats that show them: "
                + String.join("; ", ModelRepository.formats(InspectableClassifier.class))
                + ". Test the model in one of these, or by a method that asks for less.");
    }
}
