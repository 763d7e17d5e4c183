package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Saliency, the vanilla gradient: the score of token t is ‖∂F(x)/∂x_t‖, how fast F changes where its embedding moves,
 * in whatever direction. It has no sign: a high score says that a token matters, not for what.
 *
 * <p>Source: K. Simonyan, A. Vedaldi, A. Zisserman, Deep Inside Convolutional Networks, 2013, section 3; peers: the L2
 * norm is LIT's {@code GradientNorm} before it is normalised, the L1 norm is Captum's {@code Saliency} summed over the
 * embedding dimension (ferret's gradient). It uses no baseline and claims no completeness: a saturated score has
 * gradient zero whatever made it. It needs a differentiable model (rung 2) and costs one forward pass for the
 * prediction, one forward and one backward pass.
 *
 * @param norm how the embedding dimensions are put together
 */
public record Saliency(Norm norm) implements AttributionMethod {

    /** How D partial derivatives become one score. */
    public enum Norm {
        /** Σ_d |∂F/∂x_{t,d}|. */
        L1,
        /** √Σ_d (∂F/∂x_{t,d})²: the default, which does not change where the embedding space is rotated. */
        L2
    }

    /**
     * Checks the norm.
     *
     * @param norm how the embedding dimensions are put together
     */
    public Saliency {
        Objects.requireNonNull(norm, "The norm must not be null. Choose Norm.L1 or Norm.L2.");
    }

    /** Makes the method with the L2 norm. */
    public Saliency() {
        this(Norm.L2);
    }

    @Override
    public MethodFacts facts() {
        return MethodFacts.ofMagnitudes("Saliency", Map.of("norm", norm.name()));
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return at(InputGradient.of(model, question, "Saliency"));
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return InputGradient.all(model, questions, "Saliency", this::at);
    }

    /** Makes the attribution of a gradient that is known. */
    Attribution at(InputGradient at) {
        double[] scores = norm == Norm.L1
                ? PerToken.absolute(at.gradient(), at.tokens())
                : PerToken.euclidean(at.gradient(), at.tokens());
        return at.attribution(scores, scores, facts());
    }
}
