package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.BDDAttributionAssertions.then;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.model.TextClassifier;
import org.junit.jupiter.api.Test;

/** Requests that a requirement makes itself ask the models of the case too, or a mutant would never be asked. */
class NestedCaseTest {

    private final Attribution first = review().build();
    private final Attribution mutant =
            review().scores(0, 0, 0, 0, 0, 0.5, 0).uncertainty(0).build();
    private final AttributionRequest request =
            AttributionRequest.of(asked -> first, first.text(), new IntegratedGradients());

    private final Substitution mutants = new Substitution() {
        @Override
        public Attribution attribution(AttributionRequest asked) {
            return mutant;
        }

        @Override
        public TextClassifier model(AttributionRequest asked) {
            throw new AssertionError("no check asks for it");
        }
    };

    @Test
    void should_judge_a_request_that_is_made_inside_on_the_models_of_the_case() {
        // GIVEN
        assertThat(request).hasTopToken("said");
        // WHEN
        new NestedCase(mutants).run(() -> {
            assertThat(request).hasTopToken("great");
            then(request).hasTopToken("great");
            AttributionSoftAssertions softly = new AttributionSoftAssertions();
            softly.assertThat(request).hasTopToken("great");
            BDDAttributionSoftAssertions bdd = new BDDAttributionSoftAssertions();
            bdd.then(request).hasTopToken("great");
            then(softly.assertionErrorsCollected()).isEmpty();
            then(bdd.assertionErrorsCollected()).isEmpty();
        });
        // THEN
        attributionError(() -> assertThat(request).hasTopToken("great"));
    }
}
