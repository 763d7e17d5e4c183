package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldIgnore.nothingToIgnore;
import static io.github.junitattrib.assertj.error.ShouldIgnore.shouldIgnore;
import static io.github.junitattrib.assertj.error.ShouldIgnore.unclearIgnorance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Estimate;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;

/**
 * Whether the magnitude of a word's score is small.
 *
 * @param word the word
 * @param bound how large the magnitude may be
 * @param relative whether the bound is one for the part of the largest magnitude of a word, else for the score itself
 * @param limit the bound as messages say it
 */
record IgnoreJudgment(WordSelector word, Bound bound, boolean relative, String limit)
        implements Function<Attribution, Outcome> {

    static IgnoreJudgment within(WordSelector word, Offset<Double> offset) {
        Objects.requireNonNull(offset, CompletenessJudgment.NO_OFFSET);
        double largest = offset.value;
        return new IgnoreJudgment(
                word,
                offset.strict ? Bound.lessThan(largest) : Bound.atMost(largest),
                false,
                (offset.strict ? "less than " : "") + largest + " of 0");
    }

    static IgnoreJudgment within(WordSelector word, Percentage percentage) {
        Objects.requireNonNull(percentage, "The percentage must not be null. Give one such as withinPercentage(2).");
        if (!(percentage.value < 100)) {
            throw new IllegalArgumentException(
                    "No score is more than 100 % of the largest, so that every word is ignored" + " within "
                            + percentage + ". Give a smaller percentage.");
        }
        return new IgnoreJudgment(
                word, Bound.atMost(percentage.value / 100), true, percentage + " of the largest score");
    }

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(attribution, word, found -> compare(attribution, found));
    }

    private Outcome compare(Attribution attribution, WordSelection found) {
        List<Span> marked = List.of(found.span());
        Estimate largest = Magnitudes.largest(attribution);
        Estimate own = Estimate.of(found.score(), found.uncertainty()).magnitude();
        double share = own.value() / largest.value();
        if (relative && largest.value() == 0) {
            return Outcome.inconclusive(nothingToIgnore(attribution, found), marked);
        }
        Estimate judged = relative ? Magnitudes.ratio(own, largest) : own;
        Verdict verdict = bound.verdict(judged);
        if (verdict == Verdict.INCONCLUSIVE || !attribution.convergence().converged()) {
            double distance = Math.abs(judged.value() - bound.upper()) * (relative ? largest.value() : 1);
            return Outcome.inconclusive(unclearIgnorance(attribution, found, limit, distance, share), marked);
        }
        return verdict == Verdict.PASS
                ? Outcome.pass(marked)
                : Outcome.fail(shouldIgnore(attribution, found, limit, share), marked);
    }
}
