package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.predicting;
import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.question;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.shouldKeepTop;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.shouldKeepTopFrom;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.unclearTop;
import static io.github.junitattrib.corpus.TextChanges.changing;
import static io.github.junitattrib.corpus.TextChanges.negating;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static io.github.junitattrib.corpus.TextChanges.swapping;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.UnclearChange;
import io.github.junitattrib.corpus.ChangeResult;
import io.github.junitattrib.corpus.TextChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeStep_top_Test {

    private static final TextChange SWAP = swapping("Alice", "Omar");
    private final Attribution alice = scored("Alice said great", 0.1, 0.2, 0.9);

    @Test
    void should_pass_if_the_same_words_lead_in_any_order() {
        // GIVEN
        Answers answers = new Answers(alice, scored("Omar said great", 0.1, 0.9, 0.2));
        // WHEN/THEN
        assertThat(answers.request(alice.text())).under(SWAP).keepsTop(2);
    }

    @Test
    void should_take_a_replaced_word_for_the_one_in_its_place() {
        // GIVEN
        Attribution led = scored("Alice said great", 0.9, 0.2, 0.1);
        Answers answers = new Answers(led, scored("Omar said great", 0.8, 0.2, 0.1));
        // WHEN/THEN
        assertThat(answers.request(led.text()))
                .under(SWAP)
                .keepsTopToken()
                .under(SWAP)
                .keepsTop(1);
    }

    @Test
    void should_fail_if_a_word_enters_or_leaves_the_top() {
        // GIVEN
        Attribution omar = scored("Omar said great", 0.8, 0.2, 0.5);
        Answers answers = new Answers(alice, omar);
        // WHEN
        AttributionAssertionError error = attributionError(() -> assertThat(answers.request(alice.text()))
                .as("names")
                .under(SWAP)
                .keepsTopToken());
        // THEN
        then(error)
                .hasMessage("[names] "
                        + shouldKeepTop(
                                        pair(SWAP, alice, omar),
                                        1,
                                        alice.words().get(2),
                                        RankedBy.SIGNED_SCORE)
                                .create())
                .hasMessageContaining("Expected the top word toward POSITIVE to stay the same under"
                        + " swapping(\"Alice\", \"Omar\"), but \"great\" goes from 1st to 2nd.");
        then(error.attribution()).isEqualTo(omar);
        then(error.marked()).containsExactly(new Span(10, 15));
    }

    @Test
    void should_say_first_that_the_prediction_changed() {
        // GIVEN
        Attribution omar = predicting(scored("Omar said great", 0.8, 0.2, 0.5), 2, 0);
        Answers answers = new Answers(alice, omar);
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(answers.request(alice.text())).under(SWAP).keepsTop(1));
        // THEN
        then(error)
                .hasMessageStartingWith("Expected the top word toward POSITIVE to stay the same under"
                        + " swapping(\"Alice\", \"Omar\"), but the prediction changed from POSITIVE to NEGATIVE and"
                        + " \"great\" goes from 1st to 2nd.");
    }

    @Test
    void should_name_a_word_that_the_change_renamed() {
        // GIVEN
        Attribution led = scored("Alice said great", 0.9, 0.2, 0.1);
        Answers answers = new Answers(led, scored("Omar said great", 0.0, 0.2, 0.1));
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(answers.request(led.text())).under(SWAP).keepsTop(1));
        // THEN
        then(error).hasMessageContaining("\"Alice\" (now \"Omar\") goes from 1st to 3rd.");
    }

    @Test
    void should_fail_if_an_inserted_word_leads() {
        // GIVEN
        Attribution before = scored("was great fun", 0.1, 0.9, 0.8);
        Attribution after = scored("was not great fun", 0.1, 2, 0.9, 0.8);
        Answers answers = new Answers(before, after);
        // WHEN
        AttributionAssertionError error = attributionError(() -> assertThat(answers.request(before.text()))
                .under(negating("great"))
                .keepsTop(2));
        // THEN: "fun" leaves the top, which is found first.
        then(error).hasMessageContaining("\"fun\" goes from 2nd to 3rd");
        // WHEN
        Attribution tied = scored("was great", 0.9, 0.9001);
        Attribution led = scored("was not great", 0.1, 2, 0.1001);
        AttributionAssertionError other = attributionError(() -> assertThat(new Answers(tied, led).request("was great"))
                .under(negating("great"))
                .keepsTop(1));
        // THEN
        then(other)
                .hasMessage(shouldKeepTopFrom(
                                pair(negating("great"), tied, led),
                                1,
                                led.words().get(1),
                                RankedBy.SIGNED_SCORE)
                        .create())
                .hasMessageContaining("but \"not\", which the change puts in, is 1st.");
    }

    @Test
    void should_fail_if_a_word_of_the_top_is_gone() {
        // GIVEN
        Attribution before = scored("was not great fun", 0.1, 2, 0.9, 0.8);
        Attribution after = scored("was great fun", 0.1, 0.9, 0.8);
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> assertThat(new Answers(before, after).request(before.text()))
                        .under(negating("great"))
                        .keepsTop(1));
        // THEN
        then(error).hasMessageContaining("but \"not\", 1st before, is not in the changed text.");
    }

    @Test
    void should_be_inconclusive_on_a_tie_at_the_border() {
        // GIVEN: "said" and "Omar" tie within their bars for the second place.
        Attribution omar = scored("Omar said great", 0.2, 0.2015, 0.9);
        Answers answers = new Answers(alice, omar);
        // WHEN
        InconclusiveException exception = inconclusive(
                () -> assertThat(answers.request(alice.text())).under(SWAP).keepsTop(2));
        // THEN
        then(exception)
                .hasMessage(unclearTop(pair(SWAP, alice, omar), 2, alice.words().get(1), RankedBy.SIGNED_SCORE)
                        .create());
        assertThat(answers.request(alice.text())).under(SWAP).keepsTop(1);
    }

    @Test
    void should_fail_in_spite_of_a_tie_if_another_word_certainly_leaves() {
        // GIVEN
        Answers answers = new Answers(alice, scored("Omar said great", 0.5, 0.5, 0.1));
        // WHEN/THEN
        attributionError(
                () -> assertThat(answers.request(alice.text())).under(SWAP).keepsTop(1));
    }

    @Test
    void should_be_inconclusive_if_the_method_did_not_converge_on_one_of_the_texts() {
        // GIVEN
        Attribution omar = AttributionBuilder.of("Omar said great")
                .scores(0.8, 0.2, 0.5)
                .notConverged("Raise maxEvaluations.")
                .build();
        Answers answers = new Answers(alice, omar);
        // WHEN
        InconclusiveException exception = inconclusive(
                () -> assertThat(answers.request(alice.text())).under(SWAP).keepsTop(1));
        // THEN
        ChangedPair pair = pair(SWAP, alice, omar);
        then(exception)
                .hasMessage(UnclearChange.notConverged(pair, question(pair, 1, RankedBy.SIGNED_SCORE))
                        .create())
                .hasMessageContaining("did not converge in 33 evaluations on the changed text. Raise maxEvaluations.");
    }

    @Test
    void should_fail_on_scores_that_are_no_numbers() {
        // GIVEN
        Answers answers = new Answers(alice, scored("Omar said great", Double.NaN, 0.2, 0.5));
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThat(answers.request(alice.text())).under(SWAP).keepsTop(1));
        // THEN
        then(error).hasMessageStartingWith("Expected finite scores");
    }

    @Test
    void should_refuse_numbers_that_check_nothing() {
        // GIVEN
        Answers answers = new Answers(alice, scored("Omar said great", 0.1, 0.2, 0.9));
        AttributionAssert asserted = assertThat(answers.request(alice.text()));
        // WHEN/THEN
        then(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> asserted.under(SWAP).keepsTop(0)))
                .hasMessageContaining("k is 0");
        then(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> asserted.under(SWAP).keepsTop(3)))
                .hasMessageContaining("are the same for every model");
    }

    @Test
    void should_compare_a_phrase_that_replaced_a_word_as_one_word() {
        // GIVEN: 0.5 + 0.6 = 1.1 leads as "Paris" did, though "great" is above each of the two words.
        Attribution paris = scored("Paris was great", 1, 0.1, 0.8);
        Attribution york = scored("New York was great", 0.5, 0.6, 0.1, 0.8);
        for (TextChange change : List.of(
                replacing("Paris", "New York"), changing("moving", text -> text.replace("Paris", "New York")))) {
            // WHEN/THEN
            assertThat(new Answers(paris, york).request(paris.text()))
                    .under(change)
                    .keepsTop(1);
            AttributionAssertionError error = attributionError(() -> assertThat(
                            new Answers(paris, scored(york.text(), 0.3, 0.4, 0.1, 0.8)).request(paris.text()))
                    .under(change)
                    .keepsTopToken());
            then(error)
                    .hasMessageContaining("but \"Paris\" (now \"New York\") goes from 1st to 2nd.")
                    .hasMessageContaining("1  Paris         +1.0000       0.0010       2  New York      +0.7000")
                    .hasMessageNotContaining("(none)");
            then(error.marked()).containsExactly(new Span(0, 8));
        }
        assertThat(new Answers(paris, york).request(york.text()))
                .under(replacing("New York", "Paris"))
                .keepsTopToken();
    }

    @Test
    void should_count_what_one_edit_replaced_as_one_word() {
        Answers answers = new Answers(scored("Paris was", 1, 0.1), scored("New York was", 0.5, 0.6, 0.1));
        then(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> assertThat(answers.request("New York was"))
                                .under(replacing("New York", "Paris"))
                                .keepsTop(2)))
                .hasMessageContaining(
                        "\"New York was\" has 2 words, where several that one edit replaced count as one");
    }

    @Test
    void should_rank_by_magnitude_on_request() {
        // GIVEN: "great" leads by sign in both texts, "Alice" and "said" by magnitude.
        Attribution before = scored("Alice said great", -0.9, -0.2, 0.1);
        Attribution after = scored("Omar said great", -0.2, -0.9, 0.1);
        AttributionAssert asserted = assertThat(new Answers(before, after).request(before.text()));
        asserted.under(SWAP).keepsTopToken();
        asserted.byMagnitude();
        // WHEN
        AttributionAssertionError error =
                attributionError(() -> asserted.under(SWAP).keepsTop(1));
        // THEN
        then(error)
                .hasMessageStartingWith("Expected the top word by magnitude toward POSITIVE to stay the same under"
                        + " swapping(\"Alice\", \"Omar\"), but \"Alice\" (now \"Omar\") goes from 1st to 2nd.")
                .hasMessageContaining("\n     1  Alice ");
        then(inconclusive(() -> assertThat(
                                new Answers(before, scored("Omar said great", -0.9, -0.9, 0.1)).request(before.text()))
                        .byMagnitude()
                        .under(SWAP)
                        .keepsTopToken()))
                .hasMessageStartingWith("Cannot tell whether the top word by magnitude toward POSITIVE stays the same");
        then(new TopExpectation(1, "keepsTop(1)", RankedBy.MAGNITUDE).call()).isEqualTo("keepsTop(1) by magnitude");
    }

    static ChangedPair pair(TextChange change, Attribution before, Attribution after) {
        var changed = (ChangeResult.Changed) change.applyTo(before.text());
        return new ChangedPair(
                change, changed.texts().get(0), before, after, Predicted.ifAny(before), Predicted.ifAny(after), 1, 1);
    }
}
