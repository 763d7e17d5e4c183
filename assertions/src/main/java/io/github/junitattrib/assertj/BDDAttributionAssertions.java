package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.Variants;
import java.util.List;
import java.util.function.Function;

/**
 * Entry point of assertions in the words of behaviour-driven development, beside AssertJ's {@code BDDAssertions}.
 *
 * <pre>{@code
 * then(ig("They said it was great")).ranks("great").above("said"); // passes
 * then(ig("They said it was great")).ranks("said").above("great"); // fails
 * }</pre>
 */
public final class BDDAttributionAssertions {

    private BDDAttributionAssertions() {}

    /**
     * Begins assertions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions
     */
    public static AttributionAssert then(Attribution actual) {
        return AttributionAssertions.assertThat(actual);
    }

    /**
     * Computes the attribution, once, and begins assertions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static AttributionAssert then(AttributionRequest request) {
        return AttributionAssertions.assertThat(request);
    }

    /**
     * Begins assertions on the explanations of many texts.
     *
     * @param actual what is to be explained, such as {@code igAll(texts)}
     * @return assertions on all of them
     */
    public static AttributionListAssert thenAll(List<AttributionRequest> actual) {
        return AttributionAssertions.assertThatAll(actual);
    }

    /**
     * Begins assertions on the explanations of a corpus, see {@link AttributionAssertions#assertThatAll(Corpus, Function)}.
     *
     * @param corpus the cases
     * @param request what is to be explained of each
     * @return assertions on all of them
     */
    public static CorpusAssert thenAll(Corpus corpus, Function<CorpusCase, AttributionRequest> request) {
        return AttributionAssertions.assertThatAll(corpus, request);
    }

    /**
     * Begins assertions on a method and its model.
     *
     * @param actual a method with its model, target and baseline, such as a test gets injected
     * @return its assertions
     */
    public static AxiomAssert then(AttributionRunner actual) {
        return AttributionAssertions.assertThat(actual);
    }

    /**
     * Begins assertions on a method: go on with {@code on(model)}, or with functions.
     *
     * @param actual the method with its options
     * @return its assertions
     */
    public static MethodAssert then(AttributionMethod actual) {
        return AttributionAssertions.assertThat(actual);
    }

    /**
     * Begins assertions on models that are meant to compute the same function.
     *
     * @param actual at least two models, as {@code Attributions.variants(..)} lists them
     * @return their assertions
     */
    public static ModelVariantsAssert then(Variants actual) {
        return AttributionAssertions.assertThat(actual);
    }

    /**
     * Begins assertions on a release candidate beside the released model.
     *
     * @param actual two models and a corpus, as {@code @CompareModels} gives them to a test
     * @return its assertions
     */
    public static ModelComparisonAssert then(ModelComparison actual) {
        return AttributionAssertions.assertThat(actual);
    }
}
