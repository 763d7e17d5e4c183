package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.shouldHaveTopToken;
import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.unclearTopToken;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.function.Function;

/** Whether a word ranks above every other, each time by more than the uncertainty of both. */
record TopTokenJudgment(WordSelector word, RankedBy by) implements Function<Attribution, Outcome> {

    /** Compares signed scores. */
    TopTokenJudgment(WordSelector word) {
        this(word, RankedBy.SIGNED_SCORE);
    }

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(attribution, word, found -> compare(attribution, found));
    }

    private Outcome compare(Attribution attribution, WordSelection top) {
        List<Margin> margins = Pairs.others(attribution, List.of(top), by).stream()
                .map(other -> new Margin(top, other, by))
                .toList();
        return Pairs.judge(
                attribution,
                margins,
                List.of(top.span()),
                lost -> Orders.comparing(
                        Outcome.fail(shouldHaveTopToken(attribution, lost), Pairs.spans(lost)),
                        Orders.lifting(attribution, top, lost.second(), by)),
                tie -> Outcome.inconclusive(unclearTopToken(attribution, tie), Pairs.spans(tie)));
    }
}
