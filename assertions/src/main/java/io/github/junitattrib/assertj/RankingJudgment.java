package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldRankAbove.shouldRankAbove;
import static io.github.junitattrib.assertj.error.ShouldRankAbove.unclearRanking;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.function.Function;

/** Whether one word has a higher signed score than another, by more than the uncertainty of both. */
record RankingJudgment(WordSelector higher, WordSelector lower) implements Function<Attribution, Outcome> {

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(
                attribution,
                List.of(higher, lower),
                words -> compare(attribution, new Margin(words.get(0), words.get(1))));
    }

    private Outcome compare(Attribution attribution, Margin margin) {
        WordSelection upper = margin.first();
        WordSelection under = margin.second();
        if (upper.span().overlaps(under.span())) {
            throw new IllegalArgumentException("A word cannot rank above itself: " + higher + " and " + lower
                    + " share a part of the text \"" + attribution.text() + "\". Name two different words.");
        }
        List<Span> marked = List.of(upper.span(), under.span());
        if (!attribution.convergence().converged() || margin.verdict() == Verdict.INCONCLUSIVE) {
            return Outcome.inconclusive(unclearRanking(attribution, margin), marked);
        }
        if (margin.verdict() == Verdict.PASS) {
            return Outcome.pass(marked);
        }
        Outcome failure = Outcome.fail(shouldRankAbove(attribution, margin), marked);
        return Orders.lifting(attribution, upper, under)
                .map(orders -> failure.comparing(orders.expected(), orders.actual()))
                .orElse(failure);
    }
}
