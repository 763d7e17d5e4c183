package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldKeepTop.question;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.shouldKeepTop;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.shouldKeepTopFrom;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.unclearTop;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.assertj.error.ChangedPair;
import io.github.junitattrib.assertj.error.WordPairs;
import java.util.List;
import java.util.Optional;

/**
 * Whether the k words that support the target most are the same ones, in any order.
 *
 * <p>A word is certainly among the top if fewer than k others could be above it within the error bars, and certainly not if k
 * others certainly are. A word that is the one before and the other after breaks the expectation; a word that is neither, in
 * one of the texts, leaves it open.
 */
record TopExpectation(int k, String name, RankedBy by) implements ChangeExpectation {

    TopExpectation {
        if (k < 1) {
            throw new IllegalArgumentException("The top words to keep are counted from 1, but k is " + k + ".");
        }
    }

    @Override
    public String call() {
        return ByMagnitude.call(name, by);
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        return ChangedScores.judge(pair, question(pair, k, by), () -> compare(pair));
    }

    private Outcome compare(ChangedPair pair) {
        WordPairs words = pair.words();
        requireOtherWords(pair.original(), words.before());
        requireOtherWords(pair.changed(), words.after());
        List<WordScore> ranking = WordPairs.ranking(words.before(), by);
        for (WordScore word : ranking) {
            Optional<WordScore> other = words.counterpart(word);
            Place before = place(words.before(), word);
            Place after = other.map(found -> place(words.after(), found)).orElse(Place.OUT);
            if (before.contradicts(after)) {
                return Outcome.fail(
                        shouldKeepTop(pair, k, word, by),
                        other.map(WordScore::span).stream().toList());
            }
        }
        for (WordScore word : WordPairs.ranking(words.inserted(), by)) {
            if (place(words.after(), word) == Place.IN) {
                return Outcome.fail(shouldKeepTopFrom(pair, k, word, by), List.of(word.span()));
            }
        }
        List<Span> top = WordPairs.ranking(words.after(), by).stream()
                .limit(k)
                .map(WordScore::span)
                .toList();
        return ranking.stream()
                .filter(word -> isUnsure(words, word))
                .findFirst()
                .map(word -> Outcome.inconclusive(unclearTop(pair, k, word, by), top))
                .orElseGet(() -> Outcome.pass(top));
    }

    /** Whether the place of a word among the top is open in one of the texts. */
    private boolean isUnsure(WordPairs words, WordScore word) {
        return place(words.before(), word) == Place.OPEN
                || words.counterpart(word)
                        .filter(other -> place(words.after(), other) == Place.OPEN)
                        .isPresent();
    }

    private void requireOtherWords(Attribution attribution, List<WordScore> words) {
        if (words.size() <= k) {
            throw new IllegalArgumentException("The text \"" + attribution.text() + "\" has " + words.size()
                    + " words, where several that one edit replaced count as one, so that its top " + k
                    + " are the same for every model. Take a smaller number or a longer text.");
        }
    }

    private Place place(List<WordScore> words, WordScore word) {
        int above = 0;
        int perhaps = 0;
        for (WordScore other : words) {
            double margin = by.of(other.score()) - by.of(word.score());
            double uncertainty = other.uncertainty() + word.uncertainty();
            boolean same = other.span().equals(word.span());
            above += !same && margin > uncertainty ? 1 : 0;
            perhaps += same || margin < -uncertainty ? 0 : 1;
        }
        if (perhaps < k) {
            return Place.IN;
        }
        return above >= k ? Place.OUT : Place.OPEN;
    }

    /** Whether a word is among the top. */
    private enum Place {
        IN,
        OUT,
        OPEN;

        boolean contradicts(Place other) {
            return (this == IN && other == OUT) || (this == OUT && other == IN);
        }
    }
}
