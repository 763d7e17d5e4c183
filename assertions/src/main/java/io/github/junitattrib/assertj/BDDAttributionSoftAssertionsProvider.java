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
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions on attributions that begin with {@code then}; ready for use in {@link BDDAttributionSoftAssertions}.
 *
 * <p>Otherwise as {@link AttributionSoftAssertionsProvider}.
 */
public interface BDDAttributionSoftAssertionsProvider extends SoftAssertionsProvider {

    /**
     * Begins assertions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions, which collect their failures here
     */
    default AttributionAssert then(Attribution actual) {
        return proxy(AttributionAssert.class, Attribution.class, actual);
    }

    /**
     * Computes the attribution, once, and begins assertions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result, which collect their failures here
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    default AttributionAssert then(AttributionRequest request) {
        return Asked.about(request, this::then);
    }

    /**
     * Begins assertions on the explanations of many texts.
     *
     * @param actual what is to be explained, such as {@code igAll(texts)}
     * @return assertions on all of them, which collect their failures here
     */
    default AttributionListAssert thenAll(List<AttributionRequest> actual) {
        return proxy(AttributionListAssert.class, List.class, actual);
    }

    /**
     * Begins assertions on the explanations of a corpus, see {@link AttributionAssertions#assertThatAll(Corpus, Function)}.
     *
     * @param corpus the cases
     * @param request what is to be explained of each
     * @return assertions on all of them that are collected
     */
    default CorpusAssert thenAll(Corpus corpus, Function<CorpusCase, AttributionRequest> request) {
        return proxy(CorpusAssert.class, CorpusRequests.class, new CorpusRequests(corpus, request));
    }

    /**
     * Begins assertions on a method and its model.
     *
     * @param actual a method with its model, target and baseline, such as a test gets injected
     * @return its assertions, which collect their failures here
     */
    default AxiomAssert then(AttributionRunner actual) {
        return proxy(AxiomAssert.class, AttributionRunner.class, actual);
    }

    /**
     * Begins assertions on a method: go on with {@code on(model)}, or with functions.
     *
     * @param actual the method with its options
     * @return its assertions, which collect their failures here
     */
    default MethodAssert then(AttributionMethod actual) {
        return proxy(MethodAssert.class, AttributionMethod.class, actual);
    }

    /**
     * Begins assertions on models that are meant to compute the same function.
     *
     * @param actual at least two models, as {@code Attributions.variants(..)} lists them
     * @return their assertions, which collect their failures here
     */
    default ModelVariantsAssert then(Variants actual) {
        return proxy(ModelVariantsAssert.class, Variants.class, actual);
    }

    /**
     * Begins assertions on a release candidate beside the released model.
     *
     * @param actual two models and a corpus, as {@code @CompareModels} gives them to a test
     * @return its assertions, which collect their failures here
     */
    default ModelComparisonAssert then(ModelComparison actual) {
        return proxy(ModelComparisonAssert.class, ModelComparison.class, actual);
    }
}
