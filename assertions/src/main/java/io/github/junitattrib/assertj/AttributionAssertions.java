package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.text.WordSelector;

/**
 * Entry point of assertions on attributions.
 *
 * <pre>{@code
 * assertThat(ig("They said it was great")).ranks("great").above("said");
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
