package io.github.junitattrib.method;

import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;

/** What a method asks of a model, with the refusal where it is missing. */
final class Rungs {

    private Rungs() {}

    static DifferentiableClassifier differentiable(TextClassifier model, String method) {
        if (model instanceof DifferentiableClassifier differentiable) {
            return differentiable;
        }
        throw new UnsupportedModelException(
                method + " needs gradients, but model "
                        + model.facts().name()
                        + " only gives predictions. Load it as a Hugging Face checkpoint directory"
                        + " (config.json, model.safetensors, tokenizer.json), or choose a method that asks for predictions alone.");
    }
}
