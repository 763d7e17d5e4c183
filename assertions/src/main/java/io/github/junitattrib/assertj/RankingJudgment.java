package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldRankAbove.shouldRankAbove;
import static io.github.junitattrib.assertj.error.ShouldRankAbove.unclearRanking;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Whether one word ranks above another, by more than the uncertainty of both. */
record RankingJudgment(WordSelector higher, WordSelector lower, RankedBy by) implements Function<Attribution, Outcome> {

    /** Compares signed scores. */
    RankingJudgment(WordSelector higher, WordSelector lower) {
        this(higher, lower, RankedBy.SIGNED_SCORE);
    }

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(
                attribution,
                Arrays.asList(higher, lower),
                words -> compare(attribution, new Margin(words.get(0), words.get(1), by)));
    }

    private Outcome compare(Attribution attribution, Margin margin) {
        WordSelection upper = margin.first();
        WordSelection under = margin.second();
        if (upper.span().overlaps(under.span())) {
            throw new IllegalArgumentException("A word cannot rank above itself: " + higher + " and " + lower
                    + " share a part of the text \"" + attribution.text() + "\". Name two different words.");
        }
        return Pairs.judge(
                attribution,
                List.of(margin),
                Pairs.spans(margin),
                lost -> Orders.comparing(
                        Outcome.fail(shouldRankAbove(attribution, lost), Pairs.spans(lost)),
                        Orders.lifting(attribution, upper, under, by)),
                tie -> Outcome.inconclusive(unclearRanking(attribution, tie), Pairs.spans(tie)));
    }
}
