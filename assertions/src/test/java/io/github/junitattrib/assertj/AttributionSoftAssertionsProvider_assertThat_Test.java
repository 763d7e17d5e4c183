package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.shouldHaveTopToken;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionSoftAssertionsProvider_assertThat_Test {

    private final Attribution actual = review().build();
    private final AttributionRequest request =
            AttributionRequest.of(asked -> actual, actual.text(), new FixedMethod(actual));
    private final AttributionSoftAssertions softly = new AttributionSoftAssertions();
    private final BDDAttributionSoftAssertions bdd = new BDDAttributionSoftAssertions();

    @Test
    void should_collect_the_messages_of_the_hard_form() {
        // WHEN
        softly.assertThat(actual).hasTopToken("great");
        // THEN
        Margin margin = new Margin(
                WordSelector.word("great").in(actual).get(0),
                WordSelector.word("said").in(actual).get(0));
        then(softly.assertionErrorsCollected())
                .singleElement()
                .isInstanceOf(AttributionAssertionError.class)
                .satisfies(error -> then(error)
                        .hasMessage(shouldHaveTopToken(actual, margin).create()));
    }

    @Test
    void should_remember_the_request_in_what_collects_its_failures() {
        // WHEN
        List<AttributionAssert> begun = List.of(softly.assertThat(request), bdd.then(request));
        // THEN
        then(begun).allSatisfy(assertions -> {
            then(assertions.getClass()).isNotEqualTo(AttributionAssert.class);
            then(assertions.request()).containsSame(request);
            then(assertions.hasTopToken("great").request()).containsSame(request);
        });
        then(softly.assertionErrorsCollected()).hasSize(1);
        then(bdd.assertionErrorsCollected()).hasSize(1);
    }

    @Test
    void should_remember_no_request_of_an_attribution() {
        // WHEN/THEN
        then(softly.assertThat(actual).request()).isEmpty();
        then(bdd.then(actual).request()).isEmpty();
    }
}
