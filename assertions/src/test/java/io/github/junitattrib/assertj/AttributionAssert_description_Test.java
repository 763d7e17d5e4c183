package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import org.junit.jupiter.api.Test;

class AttributionAssert_description_Test {

    @Test
    void should_begin_with_the_description() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(actual).as("release %s", "2.1").ranks("great").above("said"));
        // THEN
        then(error).hasMessageStartingWith("[release 2.1] Expected \"great\" to rank above \"said\"");
    }

    @Test
    void should_give_the_message_of_the_user_and_keep_the_evidence() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error = attributionError(() -> assertThat(actual)
                .withFailMessage("keys on %s", "reporting")
                .ranks("great")
                .above("said"));
        // THEN
        then(error).hasMessage("keys on reporting");
        then(error.attribution()).isSameAs(actual);
        then(attributionError(() -> assertThat(actual)
                        .overridingErrorMessage(() -> "keys on reporting")
                        .hasTopToken("great")))
                .hasMessage("keys on reporting");
    }

    @Test
    void should_keep_the_remedy_of_an_inconclusive_verdict_beside_the_message_of_the_user() {
        // GIVEN
        Attribution actual = review().notConverged("Raise maxEvaluations.").build();
        // WHEN
        Throwable exception = inconclusive(() -> assertThat(actual)
                .as("release 2.1")
                .withFailMessage("keys on reporting")
                .ranks("great")
                .above("said"));
        // THEN
        then(exception)
                .hasMessageStartingWith("[release 2.1] Cannot tell")
                .hasMessageContaining("Raise maxEvaluations.");
    }

    @Test
    void should_print_percent_signs_of_the_text_as_they_are() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("100 %d of %s")
                .scores(0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
                .build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ranks("%d").above("%s"));
        // THEN
        then(error)
                .hasMessageStartingWith("Expected \"%d\" to rank above \"%s\" toward POSITIVE")
                .hasMessageContaining("  text       100 %d of %s\n");
    }

    @Test
    @SuppressWarnings("NullAway") // what happens without an attribution is the point
    void should_fail_without_an_attribution() {
        // GIVEN
        Attribution actual = null;
        // WHEN
        Throwable error = catchThrowable(() -> assertThat(actual).ranks("great").above("said"));
        // THEN
        then(error).isInstanceOf(AssertionError.class).hasMessageContaining("Expecting actual not to be null");
    }

    @Test
    void should_name_the_attribution_in_one_line_where_assertj_prints_it() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        Throwable error = catchThrowable(() -> assertThat(actual).isNotSameAs(actual));
        // THEN
        then(error)
                .hasMessageContaining("IntegratedGradients of \"He said the film was great.\" toward POSITIVE")
                .hasMessageNotContaining("TokenScore");
    }
}
