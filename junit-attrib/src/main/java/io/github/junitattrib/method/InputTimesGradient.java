package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Map;

/**
 * Input × gradient: the score of token t is Σ_d x_{t,d} ∂F(x)/∂x_{t,d}, what F would lose without the token if it were
 * linear.
 *
 * <p>Source: A. Shrikumar, P. Greenside, A. Shcherbina, A. Kundaje, Not Just a Black Box, 2016; peers: Captum's {@code
 * InputXGradient} summed over the embedding dimension, LIT's {@code GradientDotInput}. It uses no baseline and is not
 * complete: on 1 − relu(1 − x) at 2 it gives 0. On piecewise linear networks without biases it equals LRP-0. It needs a
 * differentiable model (rung 2) and costs one forward pass for the prediction, one forward and one backward pass.
 */
public record InputTimesGradient() implements AttributionMethod {

    @Override
    public MethodFacts facts() {
        return new MethodFacts("InputTimesGradient", Map.of());
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return at(InputGradient.of(model, question, "InputTimesGradient"));
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return InputGradient.all(model, questions, "InputTimesGradient", this::at);
    }

    /** Makes the attribution of a gradient that is known. */
    Attribution at(InputGradient at) {
        return at.product(Double.NaN, facts());
    }
}
