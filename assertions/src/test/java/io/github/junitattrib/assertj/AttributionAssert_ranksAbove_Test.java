package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;
import static io.github.junitattrib.assertj.error.ShouldRankAbove.shouldRankAbove;
import static io.github.junitattrib.assertj.error.ShouldRankAbove.unclearRanking;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.Difference;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Marked;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class AttributionAssert_ranksAbove_Test {

    @Test
    void should_pass_if_the_first_word_has_the_higher_score() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN/THEN
        assertThat(actual).ranks("said").above("great").ranks("great").below("said");
    }

    @Test
    void should_pass_for_occurrences_spans_and_phrases() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("great, really great")
                .scores(0.5, 0, 0.1, 0.3)
                .build();
        // WHEN/THEN
        assertThat(actual)
                .ranks(word("great").occurrence(1))
                .above(word("great").occurrence(2))
                .ranks(span(14, 19))
                .above("really")
                .ranks("really great")
                .below(span(0, 5));
    }

    @Test
    void should_fail_if_the_first_word_has_the_lower_score() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ranks("great").above("said"));
        // THEN
        then(error)
                .hasMessage(
                        shouldRankAbove(actual, margin(actual, "great", "said")).create());
        then(error.verdict()).isEqualTo(Verdict.FAIL);
        then(error.attribution()).isSameAs(actual);
        then(error.marked()).containsExactly(new Span(21, 26), new Span(3, 7));
    }

    @Test
    void should_fail_with_both_orders_for_the_comparison_view() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ranks("said").below("great"));
        // THEN
        then(error.getActual().getStringRepresentation()).isEqualTo("said\nfilm\nHe\ngreat\n.\nwas\nthe");
        then(error.getExpected().getStringRepresentation()).isEqualTo("great\nsaid\nfilm\nHe\n.\nwas\nthe");
    }

    @Test
    void should_tell_reports_what_was_expected() {
        // GIVEN
        Attribution actual = review().build();
        WordSelector great = word("great");
        WordSelector said = word("said");
        // WHEN
        CheckResult failed = new RankingJudgment(great, said).apply(actual).result();
        CheckResult unclear = new RankingJudgment(said, great)
                .apply(review().uncertainty(0.2).build())
                .result();
        CheckResult passed = new RankingJudgment(said, great).apply(actual).result();
        // THEN
        then(failed.notes())
                .containsExactly(
                        new Marked(new Span(21, 26), "expected above \"said\""),
                        new Marked(new Span(3, 7), "expected below \"great\""));
        then(failed.difference())
                .contains(new Difference("great\nsaid\nfilm\nHe\n.\nwas\nthe", "said\nfilm\nHe\ngreat\n.\nwas\nthe"));
        then(unclear.notes()).hasSize(2);
        then(unclear.difference()).isEmpty();
        then(passed.notes()).isEmpty();
    }

    @Test
    void should_tell_reports_what_was_expected_of_the_top() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        CheckResult failed = new TopTokenJudgment(word("great"), RankedBy.SIGNED_SCORE)
                .apply(actual)
                .result();
        // THEN
        then(failed.notes())
                .containsExactly(
                        new Marked(new Span(21, 26), "expected first"),
                        new Marked(new Span(3, 7), "rival of \"great\""));
        then(failed.difference().orElseThrow().expected()).startsWith("great\nsaid\n");
    }

    @Test
    void should_be_inconclusive_if_the_margin_is_within_the_uncertainty() {
        // GIVEN
        Attribution actual = review().uncertainty(0.2).build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).ranks("said").above("great"));
        // THEN
        then(exception)
                .hasMessage(
                        unclearRanking(actual, margin(actual, "said", "great")).create());
        then(exception.marked()).containsExactly(new Span(3, 7), new Span(21, 26));
    }

    @Test
    void should_be_inconclusive_on_a_tie_even_if_all_scores_are_exact() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so good").scores(0.5, 0.5).build();
        // WHEN/THEN
        inconclusive(() -> assertThat(actual).ranks("so").above("good"));
        inconclusive(() -> assertThat(actual).ranks("good").above("so"));
    }

    @Test
    void should_be_inconclusive_if_the_uncertainty_is_unknown() {
        // GIVEN
        Attribution actual = review().uncertainty(Double.NaN).build();
        // WHEN
        InconclusiveException exception =
                inconclusive(() -> assertThat(actual).ranks("said").above("great"));
        // THEN
        then(exception).hasMessageContaining("because the uncertainty of the scores is unknown");
    }

    @Test
    void should_be_inconclusive_either_way_if_the_method_did_not_converge() {
        // GIVEN
        Attribution actual = review().notConverged("Raise maxEvaluations.").build();
        // WHEN
        InconclusiveException holds =
                inconclusive(() -> assertThat(actual).ranks("said").above("great"));
        InconclusiveException fails =
                inconclusive(() -> assertThat(actual).ranks("great").above("said"));
        // THEN
        then(holds).hasMessageContaining("did not converge in 33 evaluations. Raise maxEvaluations.\n");
        then(fails).hasMessageContaining("did not converge in 33 evaluations. Raise maxEvaluations.\n");
    }

    @Test
    void should_fail_if_a_score_of_the_text_is_not_finite() {
        // GIVEN
        Attribution actual = AttributionBuilder.of("so good today")
                .scores(0.1, 0.5, Double.NaN)
                .build();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(actual).ranks("good").above("so"));
        // THEN
        then(error).hasMessage(shouldHaveFiniteScores(actual).create());
    }

    @Test
    void should_refuse_to_rank_a_word_above_itself() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        IllegalArgumentException exception = catchThrowableOfType(
                IllegalArgumentException.class,
                () -> assertThat(actual).ranks("film was").above("was"));
        // THEN
        then(exception)
                .hasMessage("A word cannot rank above itself: \"film was\" and \"was\" share a part of the text "
                        + "\"He said the film was great.\". Name two different words.");
    }

    private static Margin margin(Attribution attribution, String first, String second) {
        return new Margin(
                WordSelector.word(first).in(attribution).get(0),
                WordSelector.word(second).in(attribution).get(0));
    }
}
