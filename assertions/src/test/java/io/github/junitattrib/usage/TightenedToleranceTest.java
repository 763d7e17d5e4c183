package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.Tolerance;
import org.junit.jupiter.api.Test;

/** What the message advises compiles, and tells the words apart. */
@AttributionTest(model = Fixtures.SENTIMENT)
class TightenedToleranceTest {

    @Test
    void wordsThatCannotBeToldApartCanByTheCodeOfTheMessage() {
        AttributionRequest request = ig("They said it was great").toward("POSITIVE");
        assertThatThrownBy(() -> assertThat(request).ranks("it").above("They"))
                .hasMessageStartingWith("Cannot tell whether \"it\" ranks above \"They\"")
                .hasMessageContaining(" Tighten the tolerance of the request: "
                        + ".with(new IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(1e-3, 1e-3, 1e-3))))"
                        + "\n");
        assertThat(request.with(
                        new IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(1e-3, 1e-3, 1e-3)))))
                .ranks("it")
                .above("They");
    }
}
