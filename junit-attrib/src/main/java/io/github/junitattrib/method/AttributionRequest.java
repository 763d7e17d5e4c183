package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be explained, and how: immutable, computed only when {@link #attribution()} is called, and equal to every
 * request of the same content.
 *
 * <pre>{@code
 * ig("They said it was great").toward("POSITIVE").from(Baseline.MASK)
 * }</pre>
 */
public final class AttributionRequest {

    private static final String NO_MODEL = "The model must not be null. Give the one to explain.";

    private final Attributor attributor;
    private final AttributionMethod method;
    private final Question question;

    private AttributionRequest(Attributor attributor, AttributionMethod method, Question question) {
        this.attributor = Objects.requireNonNull(
                attributor, "Whoever computes a request must not be null. Give an attributor or a model.");
        this.method = Objects.requireNonNull(
                method, "The method must not be null. Name one, such as new IntegratedGradients().");
        this.question = question;
    }

    /**
     * Asks for the explanation of a text toward the predicted class, from the padding baseline.
     *
     * @param attributor who computes it
     * @param text the text exactly as it is to be explained
     * @param method the attribution method
     * @return the request
     */
    public static AttributionRequest of(Attributor attributor, String text, AttributionMethod method) {
        return new AttributionRequest(attributor, method, Question.of(text));
    }

    /**
     * Asks a model directly, outside of a test.
     *
     * @param model the model to explain
     * @param text the text exactly as it is to be explained
     * @param method the attribution method
     * @return the request
     */
    public static AttributionRequest of(TextClassifier model, String text, AttributionMethod method) {
        return of(new ModelAttributor(Objects.requireNonNull(model, NO_MODEL)), text, method);
    }

    /**
     * Explains the score of a named class instead of the predicted one.
     *
     * @param label its name as the model spells it
     * @return a changed copy
     */
    public AttributionRequest toward(String label) {
        return toward(Target.label(label));
    }

    /**
     * Explains the score of another target.
     *
     * @param target the target
     * @return a changed copy
     */
    public AttributionRequest toward(Target target) {
        return new AttributionRequest(attributor, method, question.toward(target));
    }

    /**
     * Starts the path at another baseline.
     *
     * @param baseline the baseline
     * @return a changed copy
     */
    public AttributionRequest from(Baseline baseline) {
        return new AttributionRequest(attributor, method, question.from(baseline));
    }

    /**
     * Uses another method, or the same with other options.
     *
     * @param method the method
     * @return a changed copy
     */
    public AttributionRequest with(AttributionMethod method) {
        return new AttributionRequest(attributor, method, question);
    }

    /**
     * Computes the attribution where the request was made for (the model of the running test).
     *
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public Attribution attribution() {
        return attributor.attribute(this);
    }

    /**
     * Computes the attribution on a given model: another variant, or a release candidate. A request made in a test is
     * logged in its report, under the name of that model.
     *
     * @param model the model to explain
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public Attribution on(TextClassifier model) {
        return attributor.attribute(this, Objects.requireNonNull(model, NO_MODEL));
    }

    /**
     * Asks the same of another attributor: another model, or another test.
     *
     * @param other who computes it
     * @return a changed copy
     */
    public AttributionRequest through(Attributor other) {
        return new AttributionRequest(other, method, question);
    }

    /**
     * Asks the same of another text.
     *
     * @param text the text exactly as it is to be explained
     * @return a changed copy
     */
    public AttributionRequest about(String text) {
        return new AttributionRequest(attributor, method, new Question(text, question.target(), question.baseline()));
    }

    /**
     * Computes several requests, those of one attributor together.
     *
     * @param requests what to compute
     * @return one result for each, in their order
     * @throws io.github.junitattrib.AttributionException if a model, a text or a target does not allow it
     */
    public static List<Attribution> attributions(List<AttributionRequest> requests) {
        Map<Attributor, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            places.computeIfAbsent(requests.get(i).attributor, attributor -> new ArrayList<>())
                    .add(i);
        }
        Attribution[] results = new Attribution[requests.size()];
        places.forEach((attributor, own) -> {
            List<Attribution> attributions =
                    attributor.attributeAll(own.stream().map(requests::get).toList());
            for (int i = 0; i < own.size(); i++) {
                results[own.get(i)] = attributions.get(i);
            }
        });
        return List.of(results);
    }

    /**
     * Returns who computes the request.
     *
     * @return the attributor that it was made for
     */
    public Attributor attributor() {
        return attributor;
    }

    /**
     * Returns the model that the request asks.
     *
     * @return the model
     * @throws IllegalStateException if whoever computes the request does not tell its model
     */
    public TextClassifier model() {
        return attributor
                .model()
                .orElseThrow(() -> new IllegalStateException("The attributor of the request \"" + this
                        + "\" does not tell its model. Override Attributor.model(), or make the request with"
                        + " AttributionRequest.of(model, text, method)."));
    }

    /**
     * Returns text, target and baseline.
     *
     * @return what the method is asked
     */
    public Question question() {
        return question;
    }

    /**
     * Returns the text.
     *
     * @return as given
     */
    public String text() {
        return question.text();
    }

    /**
     * Returns the method.
     *
     * @return with its options
     */
    public AttributionMethod method() {
        return method;
    }

    /**
     * Returns the target.
     *
     * @return the predicted class unless another was asked for
     */
    public Target target() {
        return question.target();
    }

    /**
     * Returns the baseline.
     *
     * @return {@link Baseline#PAD} unless another was asked for
     */
    public Baseline baseline() {
        return question.baseline();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttributionRequest that && method.equals(that.method) && question.equals(that.question);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, question);
    }

    @Override
    public String toString() {
        return method.facts().name() + " of \"" + text() + "\" toward " + target() + " from " + baseline();
    }
}
