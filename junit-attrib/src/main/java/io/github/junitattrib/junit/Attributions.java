package io.github.junitattrib.junit;

import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.Variants;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Static entry points of tests: attributions on the model of the running test.
 *
 * <p>They find the test through the thread that JUnit runs it on; elsewhere they explain what to do.
 */
public final class Attributions {

    private Attributions() {}

    /**
     * Asks for the Integrated Gradients of a text, by the adaptive rule, toward the predicted class and from the
     * padding baseline.
     *
     * @param text the text exactly as it is to be explained
     * @return the request, computed when it is asserted on
     * @throws IllegalStateException outside of a test or on a thread that JUnit did not start it on
     */
    public static AttributionRequest ig(String text) {
        return new Explanation(TestScope.required("ig(\"" + text + "\")"), text).by(integratedGradients());
    }

    /**
     * Begins to ask for the explanation of a text by any method.
     *
     * @param text the text exactly as it is to be explained
     * @return the step that takes the method
     * @throws IllegalStateException outside of a test or on a thread that JUnit did not start it on
     */
    public static Explanation explain(String text) {
        return new Explanation(TestScope.required("explain(\"" + text + "\")"), text);
    }

    /**
     * Asks for the Integrated Gradients of many texts, each toward its predicted class.
     *
     * @param texts the texts, such as those of a {@link io.github.junitattrib.corpus.TextTemplate}
     * @return one request for each, in their order
     * @throws IllegalStateException outside of a test or on a thread that JUnit did not start it on
     */
    public static List<AttributionRequest> igAll(Collection<String> texts) {
        return explainAll(texts).by(integratedGradients());
    }

    /**
     * Asks for the Integrated Gradients of many texts, each toward the label that a person gave it.
     *
     * @param texts the texts with their labels
     * @return one request for each, in their order
     * @throws io.github.junitattrib.InvalidCorpusException if a case has no label
     * @throws IllegalStateException outside of a test or on a thread that JUnit did not start it on
     */
    public static List<AttributionRequest> igLabeled(Collection<CorpusCase> texts) {
        return explainLabeled(texts).by(integratedGradients());
    }

    /**
     * Begins to ask for the explanations of many texts, each toward its predicted class, by any method.
     *
     * @param texts the texts, such as those of a {@link io.github.junitattrib.corpus.TextTemplate}
     * @return the step that takes the method
     * @throws IllegalStateException outside of a test or on a thread that JUnit did not start it on
     */
    public static Explanations explainAll(Collection<String> texts) {
        TestScope scope = TestScope.required("explainAll(..)");
        List<String> all = given(texts);
        return new Explanations(method -> all.stream()
                .map(text -> AttributionRequest.of(scope, text, method))
                .toList());
    }

    /**
     * Begins to ask for the explanations of many texts, each toward the label that a person gave it, by any method.
     *
     * @param texts the texts with their labels
     * @return the step that takes the method
     * @throws IllegalStateException outside of a test or on a thread that JUnit did not start it on
     */
    public static Explanations explainLabeled(Collection<CorpusCase> texts) {
        TestScope scope = TestScope.required("explainLabeled(..)");
        List<CorpusCase> all = given(texts);
        all.forEach(scope.log()::noteGold);
        return new Explanations(method -> all.stream()
                .map(one -> AttributionRequest.of(scope, one.text(), method).toward(one.goldLabel()))
                .toList());
    }

    /**
     * Draws a matrix on the page of the running test, such as an attention map or the interactions of a text's words.
     *
     * <pre>{@code
     * show(new RawAttention().map(model, Question.of("It was not good")));
     * show(new ShapleyInteraction().interactions(model, Question.of("It was not good")).matrix());
     * }</pre>
     *
     * @param matrix the numbers; a page exists if the test fails, or with {@code attrib.report=all}
     * @throws IllegalStateException outside of a test or on a thread that JUnit did not start it on
     */
    public static void show(ScoreMatrix matrix) {
        TestScope.required("show(..)").log().record(matrix);
    }

    /**
     * Returns Integrated Gradients with the adaptive rule.
     *
     * @return the method
     */
    public static IntegratedGradients integratedGradients() {
        return new IntegratedGradients();
    }

    /**
     * Lists models that are meant to compute the same function.
     *
     * @param models at least one model, each with a name of its own
     * @return the models in this order
     * @throws IllegalArgumentException if there is none, or two have the same name
     */
    public static Variants variants(TextClassifier... models) {
        return Variants.of(models);
    }

    private static <T> List<T> given(Collection<T> texts) {
        Objects.requireNonNull(texts, "The texts to explain must not be null. Give a list of texts.");
        int place = 0;
        for (T text : texts) {
            Objects.requireNonNull(
                    text, "The text at index " + place + " of " + texts.size() + " is null. Give a text to explain.");
            place++;
        }
        return List.copyOf(texts);
    }

    /** Texts that wait for the method to explain them by. */
    public static final class Explanations {

        private final Function<AttributionMethod, List<AttributionRequest>> requests;

        private Explanations(Function<AttributionMethod, List<AttributionRequest>> requests) {
            this.requests = requests;
        }

        /**
         * Names the method.
         *
         * @param method the attribution method
         * @return one request for each text, computed together when they are asserted on
         */
        public List<AttributionRequest> by(AttributionMethod method) {
            return requests.apply(method);
        }
    }

    /** A text that waits for the method to explain it by. */
    public static final class Explanation {

        private final TestScope scope;
        private final String text;

        private Explanation(TestScope scope, String text) {
            this.scope = scope;
            this.text = text;
        }

        /**
         * Names the method.
         *
         * @param method the attribution method
         * @return the request, computed when it is asserted on
         */
        public AttributionRequest by(AttributionMethod method) {
            return AttributionRequest.of(scope, text, method);
        }
    }
}
