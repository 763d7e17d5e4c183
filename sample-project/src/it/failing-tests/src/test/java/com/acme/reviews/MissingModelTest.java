package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;

import io.github.junitattrib.junit.AttributionTest;
import org.junit.jupiter.api.Test;

@AttributionTest(model = "models/reviews-2.1")
class MissingModelTest {

    @Test
    void cannotLoad() {
        assertThat(ig("They said it was great")).isComplete();
    }

    @Test
    void isNotTriedAgain() {
        assertThat(ig("They said it was great")).isComplete();
    }
}
