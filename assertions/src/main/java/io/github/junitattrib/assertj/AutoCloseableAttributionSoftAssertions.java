package io.github.junitattrib.assertj;

import org.assertj.core.api.AutoCloseableSoftAssertionsProvider;

/**
 * Soft assertions that report their failures at the end of a {@code try} block.
 *
 * <pre>{@code
 * try (AutoCloseableAttributionSoftAssertions softly = new AutoCloseableAttributionSoftAssertions()) {
 *   softly.assertThat(ig("They said it was great")).hasTopToken("great");
 *   softly.assertThat(ig("They said it was great")).ranks("great").above("said");
 * }
 * }</pre>
 */
public class AutoCloseableAttributionSoftAssertions extends AttributionSoftAssertions
        implements AutoCloseableSoftAssertionsProvider {

    /** Begins to collect. */
    public AutoCloseableAttributionSoftAssertions() {}
}
