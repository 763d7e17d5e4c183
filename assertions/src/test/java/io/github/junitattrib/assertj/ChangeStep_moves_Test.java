package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.predicting;
import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.topTokensOverlapAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.ChangeStep_top_Test.pair;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.Expecting.inconclusive;
import static io.github.junitattrib.assertj.error.ShouldKeepPrediction.shouldFlipPrediction;
import static io.github.junitattrib.assertj.error.ShouldKeepPrediction.shouldKeepPrediction;
import static io.github.junitattrib.assertj.error.ShouldKeepRanking.noAgreement;
import static io.github.junitattrib.assertj.error.ShouldKeepRanking.shouldKeepRanking;
import static io.github.junitattrib.assertj.error.ShouldKeepRanking.unclearRanking;
import static io.github.junitattrib.assertj.error.ShouldMoveProbability.shouldMoveProbability;
import static io.github.junitattrib.assertj.error.ShouldMoveScore.shouldKeepShare;
import static io.github.junitattrib.assertj.error.ShouldMoveScore.shouldMoveScore;
import static io.github.junitattrib.assertj.error.ShouldMoveScore.unclearShares;
import static io.github.junitattrib.corpus.TextChanges.changing;
import static io.github.junitattrib.corpus.TextChanges.negating;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static io.github.junitattrib.corpus.TextChanges.withoutPunctuation;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.byLessThan;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.UnknownLabelException;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.Estimate;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.assertj.error.UnclearChange;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.metric.UndefinedMetricException;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeStep_moves_Test {

    private static final TextChange NOT = negating("great");
    private static final RankedBy BY_SCORE = RankedBy.SIGNED_SCORE;
    private final Attribution before = predicting(scored("it was great", 0.1, 0.2, 0.9), 0, 2);

    private static Attribution after(double great) {
        return scored("it was not great", 0.1, 0.2, -1, great);
    }

    private ChangeStep<AttributionAssert> step(Attribution after) {
        return assertThat(new Answers(before, after).request(before.text())).under(NOT);
    }

    private static WordSelection great(Attribution attribution) {
        return WordSelector.word("great").in(attribution).get(0);
    }

    @Test
    void should_tell_signs_that_stay_from_those_that_flip() {
        step(after(-0.5)).flipsSignOf("great");
        step(after(-0.5)).flipsSignOf(word("great"));
        step(after(0.5)).keepsSignOf("great");
        step(after(0.5)).keepsSignOf(word("great"));
        // WHEN
        Attribution kept = after(0.5);
        AttributionAssertionError error = attributionError(() -> step(kept).flipsSignOf("great"));
        AttributionAssertionError other =
                attributionError(() -> step(after(-0.5)).keepsSignOf("great"));
        // THEN
        ChangedPair pair = pair(NOT, before, kept);
        then(error)
                .hasMessage(shouldMoveScore(pair, great(before), great(kept), "flip its sign")
                        .create())
                .hasMessageStartingWith("Expected \"great\" to flip its sign toward POSITIVE under negating(\"great\"),"
                        + " but it scores +0.9000 before and +0.5000 after.");
        then(error.marked()).containsExactly(great(kept).span());
        then(other).hasMessageContaining("to keep its sign");
    }

    @Test
    void should_not_tell_the_sign_of_a_score_within_its_bar() {
        // GIVEN
        Attribution near = after(0.0005);
        // WHEN
        InconclusiveException exception = inconclusive(() -> step(near).flipsSignOf("great"));
        // THEN
        then(exception)
                .hasMessage(UnclearChange.withinBars(
                                pair(NOT, before, near),
                                "\"great\" flips its sign toward POSITIVE",
                                "its score in the changed text is within its uncertainty of zero")
                        .create());
        inconclusive(() -> step(near).keepsSignOf("great"));
    }

    @Test
    void should_compare_scores_with_their_bars() {
        step(after(0.5)).lowersScoreOf("great");
        step(after(0.5)).lowersScoreOf(word("great"));
        step(after(1.5)).raisesScoreOf("great");
        step(after(1.5)).raisesScoreOf(word("great"));
        Attribution lower = after(0.5);
        then(attributionError(() -> step(lower).raisesScoreOf("great")))
                .hasMessage(shouldMoveScore(pair(NOT, before, lower), great(before), great(lower), "rise")
                        .create());
        then(attributionError(() -> step(after(1.5)).lowersScoreOf("great"))).hasMessageContaining("to fall toward");
        then(inconclusive(() -> step(after(0.9015)).raisesScoreOf("great")))
                .hasMessageContaining("differ by less than they are uncertain");
        inconclusive(() -> step(after(0.9015)).lowersScoreOf("great"));
    }

    @Test
    void should_say_what_is_wrong_with_a_word() {
        then(attributionError(() -> step(after(1)).keepsSignOf("awful")))
                .hasMessageStartingWith("Expected the text to contain the word \"awful\"")
                .satisfies(error -> then(error.attribution()).isEqualTo(before));
        // GIVEN a word that the change takes away
        Attribution marked = scored("it was great!", 0.1, 0.2, 0.9, 0.3);
        Answers answers = new Answers(marked, before);
        // WHEN
        InconclusiveException exception = inconclusive(() -> assertThat(answers.request(marked.text()))
                .under(withoutPunctuation())
                .keepsSignOf("!"));
        // THEN
        then(exception)
                .hasMessage(UnclearChange.withoutCounterpart(
                                pair(withoutPunctuation(), marked, before),
                                "\"!\" keeps its sign toward POSITIVE",
                                WordSelector.word("!").in(marked).get(0))
                        .create())
                .hasMessageContaining("has nothing in place of \"!\". Name a word that the change leaves.");
    }

    @Test
    void should_compare_shares_with_their_bars() {
        // 0.9 / 1.2 = 0.75 before; 0.9 / 2.2 = 0.4091 and 4.5 / 5.8 = 0.7759 after.
        step(after(4.5)).keepsShareOf("great", within(0.05));
        step(after(4.5)).keepsShareOf(word("great"), within(0.05));
        Attribution less = after(0.9);
        then(attributionError(() -> step(less).keepsShareOf("great", within(0.05))))
                .hasMessage(shouldKeepShare(
                                pair(NOT, before, less),
                                great(before),
                                "within 0.05",
                                share(before),
                                share(less),
                                RankedBy.SIGNED_SCORE)
                        .create())
                .hasMessageContaining(
                        "within 0.05 under negating(\"great\"), but it is 0.7500 before and 0.4091 after.");
        then(inconclusive(() -> step(less).keepsShareOf("great", within(0.341))))
                .hasMessage(unclearShares(
                                pair(NOT, before, less),
                                great(before),
                                "within 0.341",
                                share(before),
                                share(less),
                                RankedBy.SIGNED_SCORE)
                        .create())
                .hasMessageStartingWith("Cannot tell whether \"great\" keeps its share of the scores toward POSITIVE"
                        + " within 0.341 under negating(\"great\"), because it is 0.7500 before and 0.4091 after, but"
                        + " within the error bars of the scores it may be anywhere from 0.7485 to 0.7515 before and"
                        + " from 0.4083 to 0.4099 after.");
        // -0.9 / 2.2 = -0.4091: the same magnitude, on the other side.
        step(after(-0.9)).keepsShareOf("great", within(1.17));
        attributionError(() -> step(after(-0.9)).keepsShareOf("great", within(1.15)));
        assertThatIllegalArgumentException().isThrownBy(() -> step(less).keepsShareOf("great", within(2.0)));
    }

    private static Estimate share(Attribution attribution) {
        return Magnitudes.share(attribution, great(attribution));
    }

    @Test
    void should_honour_a_strict_distance() {
        // GIVEN shares of exactly 0.5 and 0.25
        Attribution half = exact("it was great", 1, 1, 2);
        Attribution quarter = exact("it was not great", 1, 1, 1, 1);
        AttributionAssert asserted = assertThat(new Answers(half, quarter).request(half.text()));
        // WHEN/THEN
        asserted.under(NOT).keepsShareOf("great", within(0.25));
        asserted.under(NOT).keepsShareOf("great", byLessThan(0.26));
        then(attributionError(() -> asserted.under(NOT).keepsShareOf("great", byLessThan(0.25))))
                .hasMessageStartingWith("Expected \"great\" to keep its share of the scores toward POSITIVE within less"
                        + " than 0.25 under negating(\"great\"), but it is 0.5000 before and 0.2500 after.");
    }

    @Test
    void should_drop_the_sign_of_a_share_by_magnitude() {
        // GIVEN shares of 0.5 and -0.25
        Attribution half = exact("it was great", 1, 1, 2);
        Attribution opposed = exact("it was not great", 1, 1, 1, -1);
        AttributionAssert asserted = assertThat(new Answers(half, opposed).request(half.text()));
        // WHEN/THEN
        attributionError(() -> asserted.under(NOT).keepsShareOf("great", within(0.5)));
        asserted.byMagnitude().under(NOT).keepsShareOf("great", within(0.25));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asserted.under(NOT).keepsShareOf("great", within(1.0)))
                .withMessageStartingWith("A share lies between 0 and 1");
    }

    @Test
    void should_refuse_the_share_of_a_word_that_is_the_whole_text() {
        Attribution alone = scored("great", 0.9);
        Answers answers = new Answers(alone, scored("awful", 0.2), scored("not great", -1, 0.2));
        for (TextChange change : List.of(replacing("great", "awful"), NOT)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            assertThat(answers.request("great")).under(change).keepsShareOf("great", within(0.1)))
                    .withMessage("The text \"great\" has no word beside \"great\", so its share is the same for every"
                            + " model. Check a longer text, or the sign or the score of the word.");
        }
    }

    private static Attribution exact(String text, double... scores) {
        return AttributionBuilder.of(text).scores(scores).build();
    }

    @Test
    void should_rank_by_magnitude_on_request() {
        // GIVEN the magnitudes 1 2 9 and 1 3 9, whose signs turn the order round
        Attribution signs = scored("it was not great", 0.1, -0.3, -1, 0.9);
        AttributionAssert asserted = assertThat(new Answers(before, signs).request(before.text()));
        // WHEN/THEN: the ranks 1 2 3 and 2 1 3 have 1 - 6·2/(3·8) = 0.5.
        then(attributionError(() -> asserted.under(NOT).keepsRanking(spearmanAtLeast(0.6))))
                .hasMessageStartingWith("Expected the ranking toward POSITIVE to stay")
                .hasMessageContaining("but it is 0.5000.");
        asserted.byMagnitude().under(NOT).keepsRanking(spearmanAtLeast(1));
        Attribution turned = scored("it was not great", 0.9, -0.3, -1, 0.1);
        then(attributionError(() -> assertThat(new Answers(before, turned).request(before.text()))
                        .byMagnitude()
                        .under(NOT)
                        .keepsRanking(spearmanAtLeast(0.6))))
                .hasMessageStartingWith("Expected the ranking by magnitude toward POSITIVE to stay");
    }

    @Test
    void should_refuse_a_ranking_that_no_model_can_miss() {
        // Two sets of 2 of 3 words share 1 of 3 at least.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step(after(0.5)).keepsRanking(topTokensOverlapAtLeast(2, 0.33)))
                .withMessage("In a text of 3 words the Jaccard overlap of the top 2 tokens is 0.3333 or more for every"
                        + " ranking, so that one at least 0.33 is nothing to check. Give a higher bound, fewer words or"
                        + " a longer text.");
        step(after(0.5)).keepsRanking(topTokensOverlapAtLeast(2, 0.34));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step(after(0.5)).keepsRanking(topTokensOverlapAtLeast(3, 1)))
                .withMessageContaining("k is 3");
    }

    @Test
    void should_find_a_phrase_in_place_of_a_word_again() {
        // GIVEN: the share goes from 1 / 1.9 = 0.5263 to (0.5 + 0.6) / 2.0 = 0.55.
        Attribution paris = scored("Paris was great", 1, 0.1, 0.8);
        Answers answers = new Answers(paris, scored("New York was great", 0.5, 0.6, 0.1, 0.8));
        TextChange change = changing("moving", text -> text.replace("Paris", "New York"));
        // WHEN/THEN
        assertThat(answers.request(paris.text()))
                .under(change)
                .raisesScoreOf("Paris")
                .under(change)
                .keepsShareOf("Paris", within(0.03))
                .under(change)
                .keepsRanking(spearmanAtLeast(1));
    }

    @Test
    void should_tell_predictions_apart() {
        Attribution same = after(1);
        Attribution other = predicting(same, 3, 0);
        step(same).keepsPrediction();
        step(other).flipsPrediction();
        then(attributionError(() -> step(other).keepsPrediction()))
                .hasMessage(shouldKeepPrediction(pair(NOT, before, other)).create())
                .hasMessageStartingWith(
                        "Expected the prediction to stay POSITIVE under negating(\"great\"), but it changes"
                                + " from POSITIVE 0.881 to NEGATIVE 0.953.");
        then(attributionError(() -> step(same).flipsPrediction()))
                .hasMessage(shouldFlipPrediction(pair(NOT, before, same)).create())
                .hasMessageContaining("but it stays: POSITIVE 0.881, then POSITIVE 0.713.");
    }

    @Test
    void should_compare_probabilities() {
        Attribution lower = after(1);
        Attribution equal = predicting(lower, 0, 2);
        step(lower).lowersProbabilityOf("POSITIVE");
        step(lower).raisesProbabilityOf("NEGATIVE");
        double p = before.prediction().probabilities().get(1);
        double q = lower.prediction().probabilities().get(1);
        then(attributionError(() -> step(lower).raisesProbabilityOf("POSITIVE")))
                .hasMessage(shouldMoveProbability(pair(NOT, before, lower), "POSITIVE", true, p, q)
                        .create())
                .hasMessageContaining(
                        "of POSITIVE to rise under negating(\"great\"), but it goes from 0.8808 to 0.7130.");
        then(attributionError(() -> step(lower).lowersProbabilityOf("NEGATIVE")))
                .hasMessageContaining("to fall");
        then(inconclusive(() -> step(equal).raisesProbabilityOf("POSITIVE"))).hasMessageContaining("float32");
        then(catchThrowable(() -> step(lower).raisesProbabilityOf("MIXED"))).isInstanceOf(UnknownLabelException.class);
    }

    @Test
    void should_compare_rankings_of_the_words_of_both_texts() {
        Attribution other = scored("it was not great", 0.9, 0.2, -1, 0.1);
        step(after(0.5)).keepsRanking(spearmanAtLeast(1));
        then(attributionError(() -> step(other).keepsRanking(spearmanAtLeast(0.5))))
                .hasMessage(shouldKeepRanking(pair(NOT, before, other), agreement(0.5, 0.9, 0.2, 0.1), BY_SCORE)
                        .create())
                .hasMessageContaining("a Spearman correlation of at least 0.5, but it is -1.0000.");
        // "was" and "great" tie in the changed text, so the correlation may be 1 or less.
        Attribution tied = after(0.2005);
        then(inconclusive(() -> step(tied).keepsRanking(spearmanAtLeast(1))))
                .hasMessage(unclearRanking(pair(NOT, before, tied), agreement(1, 0.1, 0.2, 0.2005), BY_SCORE)
                        .create())
                .hasMessageContaining("because it is 1.0000 and its error bar reaches over the bound");
        Attribution flat = scored("it was not great", 0, 0, 0, 0);
        UndefinedMetricException undefined =
                catchThrowableOfType(UndefinedMetricException.class, () -> agreement(0.5, 0, 0, 0));
        then(inconclusive(() -> step(flat).keepsRanking(spearmanAtLeast(0.5))))
                .hasMessage(noAgreement(pair(NOT, before, flat), String.valueOf(undefined.getMessage()), BY_SCORE)
                        .create())
                .hasMessageContaining("have no such agreement");
        assertThatIllegalArgumentException().isThrownBy(() -> step(other).keepsRanking(spearmanAtLeast(-1)));
    }

    /** Of the three words that both texts have, with the scores that they have in the changed one. */
    private Measured agreement(double least, double... after) {
        return spearmanAtLeast(least).measure(before, scored(before.text(), after), BY_SCORE);
    }

    @Test
    void should_compare_all_labels_that_stand_for_themselves() {
        List<String> labels = List.of("toxic", "insult");
        ScoreKind kind = ScoreKind.MULTI_LABEL_LOGITS;
        // The highest label stays, and another one goes.
        then(attributionError(() -> keeping(kind, labels, new double[] {2, 1}, new double[] {2, -1})))
                .hasMessageStartingWith(
                        "Expected the prediction to stay [toxic, insult] under negating(\"great\"), but it"
                                + " changes from [toxic 0.881, insult 0.731] to [toxic 0.881].");
        // Another label is the highest, and both are predicted as before.
        keeping(kind, labels, new double[] {2, 1}, new double[] {1, 2});
        // Nothing is predicted of either.
        keeping(kind, labels, new double[] {-2, -1}, new double[] {-1, -2});
        then(attributionError(() -> keeping(kind, labels, new double[] {-1, -2}, new double[] {1, -2})))
                .hasMessageContaining("to stay no label under")
                .hasMessageContaining("changes from no label to [toxic 0.731].");
        then(attributionError(() -> step(kind, labels, new double[] {-2, 1}, new double[] {-1, 2})
                        .flipsPrediction()))
                .hasMessageContaining("to change from [insult] under")
                .hasMessageContaining("stays: [insult 0.731], then [insult 0.881].");
        step(kind, labels, new double[] {2, 1}, new double[] {2, -1}).flipsPrediction();
    }

    @Test
    void should_not_tell_predictions_within_rounding() {
        ScoreKind kind = ScoreKind.LOGITS;
        List<String> labels = List.of("NEGATIVE", "POSITIVE", "MIXED");
        double[] tie = {10, 10.000005, 0};
        then(inconclusive(() -> keeping(kind, labels, new double[] {0, 10, 0}, tie)))
                .hasMessageContaining(
                        "Cannot tell whether the prediction stays the same under negating(\"great\"), because"
                                + " classes tie in the changed text as far as rounding can tell: NEGATIVE 0.500 or POSITIVE 0.500.");
        inconclusive(() -> step(kind, labels, tie, new double[] {0, 10, 0}).flipsPrediction());
        inconclusive(() -> keeping(kind, labels, tie, tie));
        // Whichever of the two it is, it is not the third.
        step(kind, labels, tie, new double[] {0, 0, 10}).flipsPrediction();
        inconclusive(() ->
                keeping(ScoreKind.MULTI_LABEL_LOGITS, List.of("a", "b"), new double[] {1, -1}, new double[] {1, 0}));
    }

    @Test
    void should_find_no_prediction_of_a_regression() {
        List<String> labels = List.of("stars", "price");
        ChangeStep<AttributionAssert> step = step(ScoreKind.VALUES, labels, new double[] {3, 12}, new double[] {4, 12});
        then(catchThrowable(step::keepsPrediction)).isInstanceOf(InvalidTargetException.class);
        then(catchThrowable(step::flipsPrediction)).isInstanceOf(InvalidTargetException.class);
        step.keepsTop(1);
    }

    private static void keeping(ScoreKind kind, List<String> labels, double[] first, double[] second) {
        step(kind, labels, first, second).keepsPrediction();
    }

    private static ChangeStep<AttributionAssert> step(
            ScoreKind kind, List<String> labels, double[] first, double[] second) {
        Attribution original = AttributionBuilder.of("it was great")
                .scores(0.1, 0.2, 0.9)
                .prediction(kind, labels, first)
                .build();
        Attribution changed = AttributionBuilder.of("it was not great")
                .scores(0.1, 0.2, -1, 0.9)
                .prediction(kind, labels, second)
                .build();
        return assertThat(new Answers(original, changed).request(original.text()))
                .under(NOT);
    }
}
