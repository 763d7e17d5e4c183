package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldMoveScore.shouldKeepShare;
import static io.github.junitattrib.assertj.error.ShouldMoveScore.unclearShares;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.Estimate;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.Objects;
import org.assertj.core.data.Offset;

/** Whether score / Σ |scores| of a word stays within a distance, whatever the error bars allow. */
record ShareExpectation(WordSelector word, Offset<Double> distance, RankedBy by) implements ChangeExpectation {

    ShareExpectation {
        NamedWords.requireGiven(word);
        Objects.requireNonNull(distance, "The distance must not be null. Give one such as within(0.1).");
        double widest = by == RankedBy.MAGNITUDE ? 1 : 2;
        if (!(distance.value >= 0 && distance.value < widest)) {
            throw new IllegalArgumentException("A share lies between " + (widest == 1 ? 0 : -1)
                    + " and 1, so that it keeps " + allowed(distance)
                    + " is nothing to check. Give a distance from 0 up to "
                    + (int) widest + ".");
        }
    }

    @Override
    public String call() {
        String call = (distance.strict ? "byLessThan(" : "within(") + distance.value + ")";
        return ByMagnitude.call("keepsShareOf(" + word + ", " + call + ")", by);
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        return ChangedScores.ofWord(pair, word, "keeps its share of the scores", (before, after) -> {
            Magnitudes.requireOthers(pair.original(), before);
            Magnitudes.requireOthers(pair.changed(), after);
            Estimate first = share(pair.original(), before);
            Estimate second = share(pair.changed(), after);
            double least = Math.max(0, Math.max(first.low() - second.high(), second.low() - first.high()));
            double most = Math.max(first.high() - second.low(), second.high() - first.low());
            Verdict verdict = bound().verdict(new Estimate(Math.abs(first.value() - second.value()), least, most));
            if (verdict == Verdict.PASS) {
                return Outcome.pass(ChangedScores.marked(after));
            }
            return verdict == Verdict.FAIL
                    ? Outcome.fail(
                            shouldKeepShare(pair, before, allowed(distance), first, second, by),
                            ChangedScores.marked(after))
                    : Outcome.inconclusive(
                            unclearShares(pair, before, allowed(distance), first, second, by),
                            ChangedScores.marked(after));
        });
    }

    private Estimate share(Attribution attribution, WordSelection found) {
        Estimate signed = Magnitudes.share(attribution, found);
        return by == RankedBy.MAGNITUDE ? signed.magnitude() : signed;
    }

    private Bound bound() {
        return distance.strict ? Bound.lessThan(distance.value) : Bound.atMost(distance.value);
    }

    private static String allowed(Offset<Double> distance) {
        return (distance.strict ? "within less than " : "within ") + distance.value;
    }
}
