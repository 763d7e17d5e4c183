package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.auprcAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.averagePrecisionAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.iouAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.rationale;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.tokenF1AtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldContainWord.shouldContainWord;
import static io.github.junitattrib.assertj.error.ShouldMatchRationale.shouldMatchRationale;
import static io.github.junitattrib.assertj.error.ShouldMatchRationale.unclearRationale;
import static io.github.junitattrib.assertj.error.ShouldMatchRationale.unknownRationale;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.metric.RationaleAgreement;
import io.github.junitattrib.metric.UndefinedMetricException;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionAssert_matchesRationale_Test {

    private static final Span FILM = new Span(12, 16);
    private static final Span GREAT = new Span(21, 26);

    @Test
    void should_pass_if_the_metric_is_high_enough() {
        assertThat(review().build())
                .matchesRationale(rationale("said", "film"), auprcAtLeast(1))
                .matchesRationale(rationale(word("said"), span(12, 16)), averagePrecisionAtLeast(1))
                .matchesRationale(List.of(new Span(3, 7), FILM), tokenF1AtLeast(1))
                .matchesRationale(rationale("said", "great"), iouAtLeast(0.33));
    }

    @Test
    void should_fail_if_it_is_lower() {
        // GIVEN the two top words are "said" and "film": one of them is in the rationale
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(actual).matchesRationale(rationale("film", "great"), tokenF1AtLeast(0.8)));
        // THEN
        then(error)
                .hasMessage(shouldMatchRationale(
                                actual,
                                List.of(FILM, GREAT),
                                tokenF1(actual, Bound.atLeast(0.8), FILM, GREAT),
                                RankedBy.SIGNED_SCORE)
                        .create());
        then(error)
                .hasMessageStartingWith(
                        "Expected the scores toward POSITIVE to single out \"film\" and \"great\" with a"
                                + " token F1 of at least 0.8, but it is 0.5000.\n")
                .hasMessageContaining("<- in the rationale");
        then(error.marked()).containsExactly(FILM, GREAT);
    }

    @Test
    void should_be_inconclusive_if_the_error_bars_allow_both() {
        // GIVEN
        Attribution actual = review().uncertainty(0.06).build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).matchesRationale(rationale("said", "film"), tokenF1AtLeast(0.8)));
        // THEN
        then(exception)
                .hasMessage(unclearRationale(
                                actual,
                                List.of(new Span(3, 7), FILM),
                                tokenF1(actual, Bound.atLeast(0.8), new Span(3, 7), FILM),
                                RankedBy.SIGNED_SCORE)
                        .create());
        inconclusive(() -> assertThat(review().notConverged("Raise it.").build())
                .matchesRationale(rationale("said"), auprcAtLeast(0.8)));
    }

    @Test
    void should_be_inconclusive_if_the_method_tells_no_error_bars() {
        // GIVEN
        Attribution unknown = review().uncertainty(Double.POSITIVE_INFINITY).build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(unknown).matchesRationale(rationale("said"), tokenF1AtLeast(0.8)));
        // THEN
        then(exception)
                .hasMessage(unknownRationale(
                                unknown, List.of(new Span(3, 7)), "token F1 of at least 0.8", RankedBy.SIGNED_SCORE)
                        .create())
                .hasMessageStartingWith(
                        "Cannot tell whether the scores toward POSITIVE single out \"said\" with a token"
                                + " F1 of at least 0.8, because the uncertainty of the scores is unknown. Give the method more"
                                + " evaluations or a tighter tolerance.\n");
    }

    @Test
    void should_refuse_a_precision_that_chance_reaches() {
        // 2 of 7 words: 0.2857 is the precision of all words in any order.
        Attribution actual = review().build();
        for (RationaleCriterion criterion : List.of(auprcAtLeast(0.28), averagePrecisionAtLeast(2 / 7.0))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(actual).matchesRationale(rationale("said", "film"), criterion))
                    .withMessageStartingWith("In a text of 7 words the ")
                    .withMessageContaining("is 0.2857 or more for scores without relation to the rationale, on average,"
                            + " so that one at least 0.28");
        }
        assertThat(actual)
                .matchesRationale(rationale("said", "film"), auprcAtLeast(0.29))
                .matchesRationale(rationale("said", "film"), averagePrecisionAtLeast(0.29));
    }

    @Test
    void should_look_for_large_magnitudes_on_request() {
        // GIVEN
        Attribution actual =
                AttributionBuilder.of("so bad today").scores(0.2, -0.9, 0.1).build();
        // WHEN/THEN
        assertThat(actual).byMagnitude().matchesRationale(rationale("bad"), iouAtLeast(1));
        attributionError(() -> assertThat(actual).matchesRationale(rationale("bad"), iouAtLeast(1)));
        then(attributionError(
                        () -> assertThat(actual).byMagnitude().matchesRationale(rationale("today"), auprcAtLeast(0.9))))
                .hasMessageStartingWith(
                        "Expected the scores by magnitude toward POSITIVE to single out \"today\" with an"
                                + " area under the precision-recall curve (AUPRC) of at least 0.9, but it is ");
    }

    @Test
    void should_fail_if_the_text_lacks_a_word_of_the_rationale() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(actual).matchesRationale(rationale("film", "grate"), auprcAtLeast(0.8)));
        // THEN
        then(error)
                .hasMessage(
                        shouldContainWord(actual, WordSelector.word("grate"), 1).create());
    }

    @Test
    void should_refuse_what_is_no_rationale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rationale(new String[0]))
                .withMessageStartingWith("A rationale without words agrees with nothing.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(review().build()).matchesRationale(List.of(), auprcAtLeast(0.8)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        assertThat(review().build()).matchesRationale(List.of(new Span(90, 95)), auprcAtLeast(0.8)))
                .withMessageContaining("holds no word");
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> assertThat(review().build())
                        .matchesRationale(rationale("He said the film was great."), auprcAtLeast(0.8)))
                .withMessageContaining("covers all words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auprcAtLeast(2))
                .withMessageStartingWith("The area under the precision-recall curve (AUPRC) lies between 0 and 1");
    }

    @Test
    void should_refuse_an_overlap_that_all_rankings_reach() {
        // Two sets of 2 of 3 words share 1 of 3 at least, which is an F1 of a half.
        Attribution actual =
                AttributionBuilder.of("so bad today").scores(0.2, 0.9, 0.1).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).matchesRationale(rationale("so", "bad"), tokenF1AtLeast(0.5)))
                .withMessageStartingWith("In a text of 3 words the token F1 is 0.5 or more for every ranking");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(actual).matchesRationale(rationale("so", "bad"), iouAtLeast(0.3)));
        assertThat(actual)
                .matchesRationale(rationale("so", "bad"), tokenF1AtLeast(0.51))
                .matchesRationale(rationale("so", "bad"), iouAtLeast(0.34));
    }

    private static Measured tokenF1(Attribution attribution, Bound bound, Span... rationale) {
        RationaleAgreement agreement = RationaleAgreement.of(attribution, List.of(rationale));
        return new Measured("token F1", bound, agreement.tokenF1(rationale.length));
    }
}
