package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldMoveScore.shouldKeepShare;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.UnclearChange;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.function.ToDoubleFunction;

/** Whether score / Σ |scores| of a word stays within a distance, whatever the error bars allow. */
record ShareExpectation(WordSelector word, double within) implements ChangeExpectation {

    ShareExpectation {
        if (!(within >= 0 && within < 2)) {
            throw new IllegalArgumentException("A share lies between -1 and 1, so that it keeps within " + within
                    + " is nothing to check. Give a distance from 0 up to 2.");
        }
    }

    @Override
    public String call() {
        return "keepsShareOf(" + word + ", within(" + within + "))";
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        return ChangedScores.ofWord(pair, word, "keeps its share of the scores", (before, after) -> {
            Share first = Share.of(pair.original(), before);
            Share second = Share.of(pair.changed(), after);
            double least = Math.max(0, Math.max(first.low() - second.high(), second.low() - first.high()));
            double most = Math.max(first.high() - second.low(), second.high() - first.low());
            if (most <= within) {
                return Outcome.pass(ChangedScores.marked(after));
            }
            return least > within
                    ? Outcome.fail(
                            shouldKeepShare(pair, before, within, first.value(), second.value()),
                            ChangedScores.marked(after))
                    : unclear(pair, before, after);
        });
    }

    private Outcome unclear(ChangedPair pair, WordSelection before, WordSelection after) {
        return Outcome.inconclusive(
                UnclearChange.withinBars(
                        pair,
                        ChangedScores.question(pair, before, "keeps its share of the scores within " + within),
                        "the error bars of the two shares reach over that distance"),
                ChangedScores.marked(after));
    }

    /** Score / Σ |scores| of the words, a phrase as one word, with the ends that the error bars allow. */
    private record Share(double value, double low, double high) {

        static Share of(Attribution attribution, WordSelection word) {
            double rest = rest(attribution, word, other -> Math.abs(other.score()));
            double restLow =
                    rest(attribution, word, other -> Math.max(0, Math.abs(other.score()) - other.uncertainty()));
            double restHigh = rest(attribution, word, other -> Math.abs(other.score()) + other.uncertainty());
            double low = word.score() - word.uncertainty();
            double high = word.score() + word.uncertainty();
            return new Share(
                    ratio(word.score(), rest),
                    ratio(low, low < 0 ? restLow : restHigh),
                    ratio(high, high < 0 ? restHigh : restLow));
        }

        private static double rest(Attribution attribution, WordSelection word, ToDoubleFunction<WordScore> magnitude) {
            return attribution.words().stream()
                    .filter(other -> !other.span().overlaps(word.span()))
                    .mapToDouble(magnitude)
                    .sum();
        }

        private static double ratio(double own, double rest) {
            double all = Math.abs(own) + rest;
            return all == 0 ? 0 : own / all;
        }
    }
}
