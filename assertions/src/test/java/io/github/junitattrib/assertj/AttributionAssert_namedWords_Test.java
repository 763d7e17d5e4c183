package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.error.ShouldContainWord.shouldContainWord;
import static io.github.junitattrib.assertj.error.ShouldCoverTokens.shouldCoverTokens;
import static io.github.junitattrib.assertj.error.ShouldNameOneWord.shouldNameOneWord;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import org.junit.jupiter.api.Test;

class AttributionAssert_namedWords_Test {

    @Test
    void should_fail_if_the_first_word_is_absent() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ranks("grate").above("said"));
        // THEN
        then(error).hasMessage(shouldContainWord(actual, word("grate"), 1).create());
    }

    @Test
    void should_fail_if_the_second_word_is_absent() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ranks("great").above("SAID"));
        // THEN
        then(error).hasMessage(shouldContainWord(actual, word("SAID"), 1).create());
    }

    @Test
    void should_fail_if_there_are_fewer_occurrences() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(actual).hasTopToken(word("great").occurrence(2)));
        // THEN
        then(error).hasMessage(shouldContainWord(actual, word("great"), 2).create());
    }

    @Test
    void should_fail_if_the_word_is_ambiguous() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("great, really great")
                .scores(0.5, 0, 0.1, 0.3)
                .build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).hasTopToken("great"));
        // THEN
        then(error).hasMessage(shouldNameOneWord(actual, word("great")).create());
        then(error.marked()).containsExactly(new Span(0, 5), new Span(14, 19));
    }

    @Test
    void should_fail_if_a_span_cuts_a_token_or_leaves_the_text() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError cut =
                attributionError(() -> assertThat(actual).hasTopToken(span(3, 5)));
        AttributionAssertionError outside =
                attributionError(() -> assertThat(actual).hasTopToken(span(0, 500)));
        // THEN
        then(cut).hasMessage(shouldCoverTokens(actual, new Span(3, 5)).create());
        then(outside).hasMessage(shouldCoverTokens(actual, new Span(0, 500)).create());
    }
}
