package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldContainWord.shouldContainWord;
import static io.github.junitattrib.assertj.error.ShouldNameOneWord.shouldNameOneWord;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import org.junit.jupiter.api.Test;

/** What every assertion on a word does before it looks at the word's score; its test class implements this. */
interface WordAssertionContract {

    /** Asserts on a word. */
    void judge(AttributionAssert actual, String word);

    @Test
    default void should_fail_if_the_word_is_absent_or_ambiguous() {
        // GIVEN
        Attribution actual = review().build();
        Attribution twice = AttributionBuilder.of("great, really great")
                .scores(0.5, 0, 0.1, 0.3)
                .build();
        // WHEN
        AttributionAssertionError absent = attributionError(() -> judge(assertThat(actual), "grate"));
        AttributionAssertionError ambiguous = attributionError(() -> judge(assertThat(twice), "great"));
        // THEN
        then(absent).hasMessage(shouldContainWord(actual, word("grate"), 1).create());
        then(ambiguous).hasMessage(shouldNameOneWord(twice, word("great")).create());
    }

    @Test
    default void should_be_inconclusive_if_the_method_did_not_converge() {
        // GIVEN
        Attribution actual = review().notConverged("Raise maxEvaluations.").build();
        // WHEN
        InconclusiveException exception = inconclusive(() -> judge(assertThat(actual), "great"));
        // THEN
        then(exception).hasMessageContaining("did not converge in 33 evaluations. Raise maxEvaluations.\n");
    }

    @Test
    default void should_fail_if_a_score_of_the_text_is_not_finite() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so great today")
                .scores(0.1, 0.5, Double.NaN)
                .build();
        // WHEN
        AttributionAssertionError error = attributionError(() -> judge(assertThat(actual), "great"));
        // THEN
        then(error).hasMessageStartingWith("Expected finite scores");
    }
}
