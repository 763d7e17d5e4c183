package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttributionAssertions_assertThat_Test {

    @Test
    void should_compute_a_request_once() {
        // GIVEN
        Attribution attribution = review().build();
        AtomicInteger runs = new AtomicInteger();
        AttributionRequest request = AttributionRequest.of(
                asked -> {
                    runs.incrementAndGet();
                    return attribution;
                },
                attribution.text(),
                new FixedMethod(attribution));
        // WHEN
        AttributionAssert assertions = assertThat(request).hasTopToken("said").isComplete();
        // THEN
        then(assertions.actual()).isSameAs(attribution);
        then(runs).hasValue(1);
    }
}
