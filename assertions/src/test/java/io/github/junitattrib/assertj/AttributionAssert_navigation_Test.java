package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.matching;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldGiveWeight.shouldGivePositiveWeight;
import static io.github.junitattrib.assertj.error.ShouldRankAbove.unclearRanking;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class AttributionAssert_navigation_Test {

    private final Attribution actual = review().build();

    @Test
    void should_go_to_words_tokens_and_spans_and_back() {
        assertThat(actual)
                .word("said")
                .isPositive()
                .isFirst()
                .isAmongTop(2)
                .isAbove("film")
                .isAbove(span(12, 16))
                .share()
                .isGreaterThan(0.3)
                .and()
                .token("the")
                .isNegative()
                .isLast()
                .isBelow("was")
                .isBelow(matching("wa."))
                .returnToAttribution()
                .span(26, 27)
                .isIgnored(within(0.02))
                .isIgnored(withinPercentage(3))
                .and()
                .word(word("film was"))
                .isPositive()
                .and()
                .hasTopToken("said");
    }

    @Test
    void should_fail_as_the_assertions_do_that_they_stand_for() {
        then(attributionError(() -> assertThat(actual).word("the").isPositive()))
                .hasMessage(shouldGivePositiveWeight(
                                actual, WordSelector.word("the").in(actual).get(0))
                        .create());
        attributionError(() -> assertThat(actual).word("said").isNegative());
        attributionError(() -> assertThat(actual).word("the").isAbove("said"));
        attributionError(() -> assertThat(actual).word("the").isAbove(word("said")));
        attributionError(() -> assertThat(actual).word("said").isBelow("the"));
        attributionError(() -> assertThat(actual).word("said").isBelow(word("the")));
        attributionError(() -> assertThat(actual).word("the").isFirst());
        attributionError(() -> assertThat(actual).word("said").isLast());
        attributionError(() -> assertThat(actual).word("the").isAmongTop(3));
        attributionError(() -> assertThat(actual).word("the").isIgnored(within(0.1)));
        attributionError(() -> assertThat(actual).word("the").isIgnored(withinPercentage(10)));
        attributionError(() -> assertThat(actual).word("the").share().isGreaterThan(0));
        then(attributionError(() -> assertThat(actual).token("##e").isPositive()))
                .hasMessageStartingWith(
                        "Expected the text to contain the token \"##e\", but it is none of its tokens.\n")
                .hasMessageContaining("  tokens     \"He\" [0, 2), ");
    }

    @Test
    void should_go_to_the_prediction_and_back() {
        assertThat(actual)
                .prediction()
                .hasLabel("POSITIVE")
                .doesNotHaveLabel("NEGATIVE")
                .probabilityOf("POSITIVE")
                .isGreaterThan(0.7)
                .scoreOf("NEGATIVE")
                .isLessThan(0.5)
                .and()
                .hasTopToken("said")
                .prediction()
                .hasLabel("POSITIVE")
                .returnToAttribution()
                .isComplete();
        attributionError(() -> assertThat(actual).prediction().hasLabel("NEGATIVE"));
        attributionError(() -> assertThat(actual).prediction().doesNotHaveLabel("POSITIVE"));
        attributionError(
                () -> assertThat(actual).prediction().probabilityOf("POSITIVE").isLessThan(0.5));
        attributionError(
                () -> assertThat(actual).prediction().scoreOf("POSITIVE").isLessThan(0.5));
    }

    @Test
    void should_go_to_the_words_in_their_order() {
        assertThat(actual).ranking().containsExactly("said", "film", "He", "great", ".", "was", "the");
        assertThat(actual).ranking(2).containsExactly("said", "film");
        then(catchThrowable(() -> assertThat(actual).as("reasons").ranking(1).contains("film")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("[reasons] ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).ranking(8))
                .withMessage(
                        "The text \"He said the film was great.\" has 7 words, so there are no top 8. Give a smaller"
                                + " number.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).ranking(0))
                .withMessageStartingWith("The number of top words must be 1 or more");
    }

    @Test
    void should_be_inconclusive_if_the_order_of_the_words_is_not_certain() {
        // GIVEN
        Attribution uncertain = review().uncertainty(0.03).build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(uncertain).ranking().startsWith("said"));
        // THEN
        then(exception)
                .hasMessage(unclearRanking(
                                uncertain,
                                new Margin(
                                        WordSelector.word("He").in(uncertain).get(0),
                                        WordSelector.word("great").in(uncertain).get(0)))
                        .create());
        assertThat(uncertain).ranking(2).containsExactly("said", "film");
        inconclusive(() -> assertThat(uncertain).ranking(3).contains("He"));
        inconclusive(() -> assertThat(review().notConverged("Raise it.").build())
                .ranking(1)
                .contains("said"));
        inconclusive(() -> assertThat(
                        AttributionBuilder.of("so great").scores(1, Double.NaN).build())
                .ranking()
                .isEmpty());
    }
}
