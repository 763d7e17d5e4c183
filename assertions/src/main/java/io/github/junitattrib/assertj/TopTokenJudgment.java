package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.shouldHaveTopToken;
import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.unclearTopToken;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Margin;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether a word has a higher signed score than every other, each time by more than the uncertainty of both. */
record TopTokenJudgment(WordSelector word) implements Function<Attribution, Outcome> {

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(attribution, List.of(word), words -> compare(attribution, words.get(0)));
    }

    private static Outcome compare(Attribution attribution, WordSelection top) {
        // In the order of the ranking, so that the first rival of a kind is the strongest.
        List<Margin> margins = attribution.ranking().stream()
                .filter(other -> !other.span().overlaps(top.span()))
                .map(other -> new WordSelection(other.text(), other.span(), other.score(), other.uncertainty()))
                .map(other -> new Margin(top, other))
                .toList();
        if (margins.isEmpty()) {
            throw new IllegalArgumentException("The text \"" + attribution.text() + "\" has no word beside \""
                    + top.text() + "\", so its top token is the same for every model. Check a longer text.");
        }
        if (!attribution.convergence().converged()) {
            return inconclusive(attribution, margins.get(0));
        }
        Optional<Margin> lost = first(margins, Verdict.FAIL);
        if (lost.isPresent()) {
            Margin margin = lost.get();
            Outcome failure = Outcome.fail(shouldHaveTopToken(attribution, margin), marked(margin));
            return Orders.lifting(attribution, top, margin.second())
                    .map(orders -> failure.comparing(orders.expected(), orders.actual()))
                    .orElse(failure);
        }
        return first(margins, Verdict.INCONCLUSIVE)
                .map(tie -> inconclusive(attribution, tie))
                .orElseGet(() -> Outcome.pass(List.of(top.span())));
    }

    private static Optional<Margin> first(List<Margin> margins, Verdict verdict) {
        return margins.stream().filter(margin -> margin.verdict() == verdict).findFirst();
    }

    private static Outcome inconclusive(Attribution attribution, Margin margin) {
        return Outcome.inconclusive(unclearTopToken(attribution, margin), marked(margin));
    }

    private static List<Span> marked(Margin margin) {
        return List.of(margin.first().span(), margin.second().span());
    }
}
