package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldGiveWeight.shouldGiveNegativeWeight;
import static io.github.junitattrib.assertj.error.ShouldGiveWeight.shouldGivePositiveWeight;
import static io.github.junitattrib.assertj.error.ShouldGiveWeight.unclearWeight;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Estimate;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.function.Function;

/** Whether the score of a word has a sign, by more than its uncertainty; a score of zero has none. */
record WeightJudgment(WordSelector word, boolean positive) implements Function<Attribution, Outcome> {

    private static final Bound POSITIVE = Bound.greaterThan(0);
    private static final Bound NEGATIVE = Bound.lessThan(0);

    @Override
    public Outcome apply(Attribution attribution) {
        Signs.require(attribution);
        return NamedWords.judge(attribution, word, found -> compare(attribution, found));
    }

    private Outcome compare(Attribution attribution, WordSelection found) {
        List<Span> marked = List.of(found.span());
        Verdict verdict = (positive ? POSITIVE : NEGATIVE).verdict(Estimate.of(found.score(), found.uncertainty()));
        if (verdict == Verdict.INCONCLUSIVE || !attribution.convergence().converged()) {
            return Outcome.inconclusive(unclearWeight(attribution, found, positive ? "positive" : "negative"), marked);
        }
        if (verdict == Verdict.PASS) {
            return Outcome.pass(marked);
        }
        return Outcome.fail(
                positive ? shouldGivePositiveWeight(attribution, found) : shouldGiveNegativeWeight(attribution, found),
                marked);
    }
}
