package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldRankLast.shouldRankLast;
import static io.github.junitattrib.assertj.error.ShouldRankLast.unclearLast;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Whether a word ranks below every other, each time by more than the uncertainty of both. */
record LastTokenJudgment(WordSelector word, RankedBy by) implements Function<Attribution, Outcome> {

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(attribution, word, found -> compare(attribution, found));
    }

    private Outcome compare(Attribution attribution, WordSelection last) {
        // From the lowest on, so that the first rival is the one that ranks last in its place.
        List<Margin> margins = new ArrayList<>(Pairs.others(attribution, List.of(last), by).stream()
                .map(other -> new Margin(other, last, by))
                .toList());
        Collections.reverse(margins);
        return Pairs.judge(
                attribution,
                margins,
                List.of(last.span()),
                lost -> Orders.comparing(
                        Outcome.fail(shouldRankLast(attribution, lost), spans(lost)),
                        Orders.sinking(attribution, last, by)),
                tie -> Outcome.inconclusive(unclearLast(attribution, tie), spans(tie)));
    }

    private static List<Span> spans(Margin margin) {
        return List.of(margin.second().span(), margin.first().span());
    }
}
