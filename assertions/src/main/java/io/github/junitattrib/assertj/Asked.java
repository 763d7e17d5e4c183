package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import java.util.function.Function;

/** Begins assertions on what a request is answered. */
final class Asked {

    private Asked() {}

    /**
     * Computes the request, unless there is none: then every assertion says that there is nothing to judge, as AssertJ's do.
     *
     * @param assertions begins assertions on an attribution
     */
    @SuppressWarnings({"NullAway", "ConstantValue"})
    static AttributionAssert about(AttributionRequest request, Function<Attribution, AttributionAssert> assertions) {
        return request == null
                ? assertions.apply(null)
                : assertions.apply(NestedCase.models().attribution(request)).answering(request);
    }
}
