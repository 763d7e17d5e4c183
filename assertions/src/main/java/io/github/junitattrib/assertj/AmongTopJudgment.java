package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldRankAmongTop.shouldRankAmongTop;
import static io.github.junitattrib.assertj.error.ShouldRankAmongTop.unclearTop;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.function.Function;

/**
 * Whether a word is among the k highest, whatever the error bars allow.
 *
 * @param word the word
 * @param k how many words count as top, fewer than the text has
 * @param by what words are ranked by
 */
record AmongTopJudgment(WordSelector word, int k, RankedBy by) implements Function<Attribution, Outcome> {

    AmongTopJudgment {
        if (k < 1) {
            throw new IllegalArgumentException(
                    "The number of top words must be 1 or more, but is " + k + ". Give how many words count as top.");
        }
    }

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(attribution, word, found -> compare(attribution, found));
    }

    private Outcome compare(Attribution attribution, WordSelection named) {
        List<Margin> margins = Pairs.others(attribution, List.of(named), by).stream()
                .map(other -> new Margin(named, other, by))
                .toList();
        if (k > margins.size()) {
            throw new IllegalArgumentException("The text \"" + attribution.text() + "\" has " + (margins.size() + 1)
                    + " words to rank, so that each of them is among the top " + k + " for every model. Give a smaller"
                    + " number.");
        }
        List<Margin> above = with(margins, Verdict.FAIL);
        List<Margin> open = with(margins, Verdict.INCONCLUSIVE);
        boolean converged = attribution.convergence().converged();
        if (converged && above.size() >= k) {
            return Orders.comparing(
                    Outcome.fail(shouldRankAmongTop(attribution, k, above), Pairs.spans(above.get(k - 1))),
                    Orders.lifting(attribution, named, above.get(k - 1).second(), by));
        }
        if (converged && above.size() + open.size() < k) {
            return Outcome.pass(List.of(named.span()));
        }
        Margin nearest = open.isEmpty() ? margins.get(k - 1) : open.get(0);
        return Outcome.inconclusive(
                unclearTop(attribution, k, above.size() + 1, above.size() + open.size() + 1, nearest),
                Pairs.spans(nearest));
    }

    private static List<Margin> with(List<Margin> margins, Verdict verdict) {
        return margins.stream().filter(margin -> margin.verdict() == verdict).toList();
    }
}
