package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveShare.shouldHaveShare;
import static io.github.junitattrib.assertj.error.ShouldHaveShare.unclearShare;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.Estimate;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Whether the share of a word in the sum of all magnitudes of its text is within a bound. */
record ShareJudgment(WordSelector word, Bound bound, RankedBy by) implements Function<Attribution, Outcome> {

    ShareJudgment {
        Objects.requireNonNull(bound, Outputs.NO_BOUND);
        bound.within("A share", by == RankedBy.MAGNITUDE ? 0 : -1, 1);
    }

    @Override
    public Outcome apply(Attribution attribution) {
        return NamedWords.judge(attribution, word, found -> compare(attribution, found));
    }

    private Outcome compare(Attribution attribution, WordSelection found) {
        if (!attribution.method().signed()) {
            bound.within("A share of " + attribution.method().name(), 0, 1);
        }
        List<Span> marked = List.of(found.span());
        Magnitudes.requireOthers(attribution, found);
        Estimate signed = Magnitudes.share(attribution, found);
        Estimate share = by == RankedBy.MAGNITUDE ? signed.magnitude() : signed;
        Verdict verdict = bound.verdict(share);
        if (verdict == Verdict.INCONCLUSIVE || !attribution.convergence().converged()) {
            return Outcome.inconclusive(unclearShare(attribution, found, bound, share, by), marked);
        }
        return verdict == Verdict.PASS
                ? Outcome.pass(marked)
                : Outcome.fail(shouldHaveShare(attribution, found, bound, share, by), marked);
    }
}
