package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.junit.Attributions.explain;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionExtension;
import io.github.junitattrib.junit.UnderTest;
import io.github.junitattrib.junit.WithIntegratedGradients;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.model.TextClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoreWaysToAskTest {

    @RegisterExtension
    static final AttributionExtension ATTRIBUTION = AttributionExtension.builder()
            .model(Fixtures.SENTIMENT)
            .device("cpu")
            .build();

    @Test
    void theModelItselfIsInjected(@UnderTest TextClassifier model) {
        assertThat(model.predict("A dull, lifeless film").label()).isEqualTo("NEGATIVE");
    }

    @Test
    void asInTheNotebook(
            @WithIntegratedGradients(steps = 50, baseline = Baseline.Row.MASK, toward = "POSITIVE")
                    AttributionRunner captum) {
        assertThat(captum.explain("A wonderful film")).hasTopToken("wonderful").isComplete();
    }

    @Test
    void repeatedWordsAreNamedByOccurrenceOrSpan() {
        assertThat(ig("A good idea makes a good film"))
                .ranks(word("good").occurrence(2))
                .above("film")
                .ranks(span(2, 6))
                .above("idea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"great", "wonderful", "moving"})
    void praiseIsTheReason(String praise) {
        assertThat(ig("The film is " + praise + " to watch").toward("POSITIVE")).hasTopToken(praise);
    }

    @Test
    void anyMethodTakesItsPlace() {
        var cheaper = new IntegratedGradients(IntegrationRule.adaptive().maxEvaluations(129));
        assertThat(explain("They said it was great").by(cheaper)).hasTopToken("great");
    }
}
