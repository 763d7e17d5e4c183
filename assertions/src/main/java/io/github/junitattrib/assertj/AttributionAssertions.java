package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.Variants;
import io.github.junitattrib.text.WordSelector;
import java.util.List;

/**
 * Entry point of assertions on attributions.
 *
 * <pre>{@code
 * assertThat(ig("They said it was great")).ranks("great").above("said"); // passes
 * assertThat(ig("They said it was great")).ranks("said").above("great"); // fails
 * }</pre>
 *
 * <p>It may be imported statically beside AssertJ's own {@code Assertions}: it does not extend that class, because two
 * libraries that do so cannot be imported together.
 */
public final class AttributionAssertions {

    private AttributionAssertions() {}

    /**
     * Begins assertions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions
     */
    public static AttributionAssert assertThat(Attribution actual) {
        return new AttributionAssert(actual);
    }

    /**
     * Computes the attribution, once, and begins assertions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static AttributionAssert assertThat(AttributionRequest request) {
        return assertThat(request.attribution()).answering(request);
    }

    /**
     * Begins assertions on the explanations of many texts: of all, of a share of them, or of a quantile of a number.
     *
     * @param actual what is to be explained, such as {@code igAll(texts)}
     * @return assertions on all of them
     */
    public static AttributionListAssert assertThatAll(List<AttributionRequest> actual) {
        return new AttributionListAssert(actual);
    }

    /**
     * Says how alike two rankings should be, for {@code keepsRanking(..)}.
     *
     * @param least the lowest Spearman correlation that will do
     * @return the bound
     */
    public static SpearmanBound spearmanAtLeast(double least) {
        return new SpearmanBound(least);
    }

    /**
     * Begins assertions on a method and its model: do the scores satisfy the axioms?
     *
     * @param actual a method with its model, target and baseline, such as a test gets injected
     * @return its assertions
     */
    public static AxiomAssert assertThat(AttributionRunner actual) {
        return new AxiomAssert(actual);
    }

    /**
     * Begins assertions on a method: go on with {@code on(model)}, or with functions.
     *
     * @param actual the method with its options
     * @return its assertions
     */
    public static MethodAssert assertThat(AttributionMethod actual) {
        return new MethodAssert(actual);
    }

    /**
     * Begins assertions on models that are meant to compute the same function.
     *
     * @param actual at least two models, as {@code Attributions.variants(..)} lists them
     * @return their assertions
     */
    public static ModelVariantsAssert assertThat(Variants actual) {
        return new ModelVariantsAssert(actual);
    }

    /**
     * Names a word or phrase by its text, to be narrowed by {@code occurrence(n)} where it stands several times.
     *
     * @param text the word as it stands in the text
     * @return the selector
     * @throws IllegalArgumentException if the text is blank
     */
    public static WordSelector.ByText word(String text) {
        return WordSelector.word(text);
    }

    /**
     * Names a stretch of the text by its UTF-16 offsets; both ends must be ends of tokens.
     *
     * @param start first UTF-16 unit, from 0
     * @param end first unit behind the stretch
     * @return the selector
     * @throws IllegalArgumentException if the span is empty or its ends are in the wrong order
     */
    public static WordSelector span(int start, int end) {
        return WordSelector.span(start, end);
    }
}
