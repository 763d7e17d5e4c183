package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import org.assertj.core.api.InstanceOfAssertFactory;

/**
 * Ways from assertions of AssertJ to ours, for {@code asInstanceOf(..)}, {@code first(..)}, {@code extracting(..)} and
 * the like.
 *
 * <pre>{@code
 * Map<String, Object> answer = Map.of("why", ig("They said it was great").attribution());
 * assertThat(answer).extractingByKey("why", as(ATTRIBUTION)).hasTopToken("great"); // passes
 * assertThat(answer).extractingByKey("why", as(ATTRIBUTION)).hasTopToken("said");  // fails
 * }</pre>
 *
 * <p>They work with soft assertions too; AssertJ's own assumptions know no assertions but AssertJ's.
 */
public final class AttributionInstanceOfAssertFactories {

    /** Goes on with assertions on an {@link Attribution}. */
    public static final InstanceOfAssertFactory<Attribution, AttributionAssert> ATTRIBUTION =
            new InstanceOfAssertFactory<>(Attribution.class, AttributionAssertions::assertThat);

    /** Computes an {@link AttributionRequest} and goes on with assertions on the result. */
    public static final InstanceOfAssertFactory<AttributionRequest, AttributionAssert> ATTRIBUTION_REQUEST =
            new InstanceOfAssertFactory<>(AttributionRequest.class, AttributionAssertions::assertThat);

    private AttributionInstanceOfAssertFactories() {}
}
