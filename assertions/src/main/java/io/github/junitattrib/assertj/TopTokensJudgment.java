package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveTopTokens.shouldHaveTopTokens;
import static io.github.junitattrib.assertj.error.ShouldHaveTopTokens.shouldHaveTopTokensInOrder;
import static io.github.junitattrib.assertj.error.ShouldHaveTopTokens.unclearTopTokens;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * Whether some words rank above all others, each time by more than the uncertainty of both.
 *
 * @param words the words that should come first
 * @param inOrder whether they should also come in the order in which they are named
 * @param by what words are ranked by
 */
record TopTokensJudgment(List<WordSelector> words, boolean inOrder, RankedBy by)
        implements Function<Attribution, Outcome> {

    TopTokensJudgment {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "No words were named, so any words would be the top ones. Name at least one.");
        }
    }

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(attribution, words, found -> compare(attribution, found));
    }

    private Outcome compare(Attribution attribution, List<WordSelection> top) {
        Pairs.requireDistinct(attribution, top);
        return Pairs.judge(
                attribution,
                pairs(attribution, top),
                NamedWords.spans(top),
                lost -> Orders.comparing(
                        Outcome.fail(failure(attribution, top, lost), Pairs.spans(top, lost)),
                        Orders.leading(attribution, top, by)),
                tie -> Outcome.inconclusive(unclearTopTokens(attribution, top, tie, inOrder), Pairs.spans(top, tie)));
    }

    private List<Margin> pairs(Attribution attribution, List<WordSelection> top) {
        List<Margin> pairs = new ArrayList<>();
        if (inOrder) {
            for (int i = 1; i < top.size(); i++) {
                pairs.add(new Margin(top.get(i - 1), top.get(i), by));
            }
        }
        List<WordSelection> others = Pairs.others(attribution, top, by);
        top.forEach(word -> others.forEach(other -> pairs.add(new Margin(word, other, by))));
        return pairs;
    }

    private ErrorMessageFactory failure(Attribution attribution, List<WordSelection> top, Margin lost) {
        return inOrder
                ? shouldHaveTopTokensInOrder(attribution, top, lost)
                : shouldHaveTopTokens(attribution, top, lost);
    }
}
