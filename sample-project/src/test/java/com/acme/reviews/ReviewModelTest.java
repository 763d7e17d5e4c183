package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import org.junit.jupiter.api.Test;

@AttributionTest(model = Fixtures.SENTIMENT)
class ReviewModelTest {

    @Test
    void keysOnTheOpinionRatherThanOnTheReporting() {
        assertThat(ig("They said it was great")).ranks("great").above("said");
    }

    @Test
    void isComplete() {
        assertThat(ig("They were wrong to say that it was great").toward("POSITIVE"))
                .isComplete();
    }
}
