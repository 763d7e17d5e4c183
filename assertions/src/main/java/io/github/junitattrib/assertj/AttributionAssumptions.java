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
 * Entry point of assumptions: assertions whose failure skips the rest of the test instead of failing it.
 *
 * <pre>{@code
 * assumeThat(ig("They said it was great")).hasTopToken("great"); // passes
 * assumeThat(ig("They said it was great")).hasTopToken("said");  // aborts
 * assumeThat(ig("They said it was great")).ranks("it").above("They"); // cannot tell
 * }</pre>
 *
 * <p>Only a failure skips the test. A verdict that cannot be told stays the error that it is, and a step left open fails
 * the test. Assumptions are no checks of the test: its report and its vacuity do not count them.
 */
public final class AttributionAssumptions {

    private AttributionAssumptions() {}

    /**
     * Begins assumptions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions, which abort the test where they fail
     */
    public static AttributionAssert assumeThat(Attribution actual) {
        return new AssumptionsProvider().assertThat(actual);
    }

    /**
     * Computes the attribution, once, and begins assumptions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result, which abort the test where they fail
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static AttributionAssert assumeThat(AttributionRequest request) {
        return new AssumptionsProvider().assertThat(request);
    }

    /**
     * Begins assumptions on the explanations of many texts.
     *
     * @param actual what is to be explained, such as {@code igAll(texts)}
     * @return assertions on all of them, which abort the test where they fail
     */
    public static AttributionListAssert assumeThatAll(List<AttributionRequest> actual) {
        return new AssumptionsProvider().assertThatAll(actual);
    }

    /**
     * Begins assumptions on the explanations of a corpus, see {@link AttributionAssertions#assertThatAll(Corpus, Function)}.
     *
     * @param corpus the cases
     * @param request what is to be explained of each
     * @return assumptions on all of them
     */
    public static CorpusAssert assumeThatAll(Corpus corpus, Function<CorpusCase, AttributionRequest> request) {
        return new AssumptionsProvider().assertThatAll(corpus, request);
    }

    /**
     * Begins assumptions on a method and its model.
     *
     * @param actual a method with its model, target and baseline, such as a test gets injected
     * @return its assertions, which abort the test where they fail
     */
    public static AxiomAssert assumeThat(AttributionRunner actual) {
        return new AssumptionsProvider().assertThat(actual);
    }

    /**
     * Begins assumptions on a method: go on with {@code on(model)}, or with functions.
     *
     * @param actual the method with its options
     * @return its assertions, which abort the test where they fail
     */
    public static MethodAssert assumeThat(AttributionMethod actual) {
        return new AssumptionsProvider().assertThat(actual);
    }

    /**
     * Begins assumptions on models that are meant to compute the same function.
     *
     * @param actual at least two models, as {@code Attributions.variants(..)} lists them
     * @return their assertions, which abort the test where they fail
     */
    public static ModelVariantsAssert assumeThat(Variants actual) {
        return new AssumptionsProvider().assertThat(actual);
    }

    /**
     * Begins assumptions on a release candidate beside the released model.
     *
     * @param actual two models and a corpus, as {@code @CompareModels} gives them to a test
     * @return its assertions, which abort the test where they fail
     */
    public static ModelComparisonAssert assumeThat(ModelComparison actual) {
        return new AssumptionsProvider().assertThat(actual);
    }
}
