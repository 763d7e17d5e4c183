package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.error.ShouldMoveScore.shouldMoveScore;
import static io.github.junitattrib.corpus.TextChanges.negating;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.corpus.ChangeResult;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class ShouldMoveScore_create_Test {

    @Test
    void should_show_both_texts_and_both_rankings() {
        // GIVEN
        Attribution before = AttributionBuilder.of("it was great")
                .scores(0.1, 0.2, 0.9)
                .uncertainty(0.001)
                .build();
        Attribution after = AttributionBuilder.of("it was not great")
                .scores(0.1, 0.2, -1, 0.5)
                .uncertainty(0.001)
                .build();
        TextChange change = negating("great");
        var changed = (ChangeResult.Changed) change.applyTo(before.text());
        ChangedPair pair = new ChangedPair(
                change, changed.texts().get(0), before, after, PredictedClasses.none(), PredictedClasses.none(), 1, 2);
        WordSelector great = WordSelector.word("great");
        // WHEN
        String message = shouldMoveScore(
                        pair, great.in(before).get(0), great.in(after).get(0), "flip its sign")
                .create();
        // THEN
        then(message).isEqualTo("""
                        Expected "great" to flip its sign toward POSITIVE under negating("great"), but it scores +0.9000 before and +0.5000 after.

                          text       it was great
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap 0.0000 (limit 0.0100)
                          changed    it was not great   (1 of 2 changed texts)
                          then       POSITIVE 0.713

                          rank  original  attribution  uncertainty    rank  changed   attribution  uncertainty
                             1  great         +0.9000       0.0010       1  great         +0.5000       0.0010  <- expected to flip its sign
                             2  was           +0.2000       0.0010       2  was           +0.2000       0.0010
                             3  it            +0.1000       0.0010       3  it            +0.1000       0.0010
                             -  (none)              -            -       4  not           -1.0000       0.0010
                        """);
    }
}
