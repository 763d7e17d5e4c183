package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.text.WordSelector;
import org.junit.jupiter.api.Test;

class JudgmentReplayTest {

    private final RankingJudgment judgment = new RankingJudgment(WordSelector.word("great"), WordSelector.word("said"));

    @Test
    void should_judge_another_attribution_of_the_same_text() {
        // GIVEN
        Attribution candidate = review().scores(0, 0.1, 0, 0, 0, 0.4, 0).build();
        // WHEN/THEN
        then(judgment.apply(review().build()).result().verdict()).isEqualTo(Verdict.FAIL);
        then(judgment.apply(candidate).result().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void should_give_message_and_spans_without_throwing() {
        // WHEN
        var result = judgment.apply(review().build()).result();
        // THEN
        then(result.message()).startsWith("Expected \"great\" to rank above \"said\"");
        then(result.marked()).containsExactly(new Span(21, 26), new Span(3, 7));
    }

    @Test
    void should_have_no_message_if_it_passes() {
        // WHEN
        var result = new CompletenessJudgment().apply(review().build()).result();
        // THEN
        then(result.message()).isEmpty();
    }
}
