package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldKeepTop.question;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.shouldKeepTop;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.shouldKeepTopFrom;
import static io.github.junitattrib.assertj.error.ShouldKeepTop.unclearTop;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.assertj.error.ChangedPair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the k words that support the target most are the same ones, in any order.
 *
 * <p>A word is certainly among the top if fewer than k others could be above it within the error bars, and certainly not if k
 * others certainly are. A word that is the one before and the other after breaks the expectation; a word that is neither, in
 * one of the texts, leaves it open.
 */
record TopExpectation(int k, String call) implements ChangeExpectation {

    TopExpectation {
        if (k < 1) {
            throw new IllegalArgumentException("The top words to keep are counted from 1, but k is " + k + ".");
        }
    }

    @Override
    public Outcome judge(ChangedPair pair) {
        return ChangedScores.judge(pair, question(pair, k), () -> compare(pair));
    }

    private Outcome compare(ChangedPair pair) {
        requireOtherWords(pair.original());
        requireOtherWords(pair.changed());
        for (WordScore word : pair.original().ranking()) {
            Optional<WordScore> other = pair.counterpart(word);
            Place before = Place.of(pair.original(), word, k);
            Place after = other.map(found -> Place.of(pair.changed(), found, k)).orElse(Place.OUT);
            if (before.contradicts(after)) {
                return Outcome.fail(
                        shouldKeepTop(pair, k, word),
                        other.map(WordScore::span).stream().toList());
            }
        }
        List<WordScore> inserted = inserted(pair);
        for (WordScore word : inserted) {
            if (Place.of(pair.changed(), word, k) == Place.IN) {
                return Outcome.fail(shouldKeepTopFrom(pair, k, word), List.of(word.span()));
            }
        }
        return unsure(pair)
                .map(word -> Outcome.inconclusive(unclearTop(pair, k, word), spans(pair)))
                .orElseGet(() -> Outcome.pass(spans(pair)));
    }

    /** The first word, of the original's ranking, whose place among the top is open in one of the texts. */
    private Optional<WordScore> unsure(ChangedPair pair) {
        Stream<WordScore> words = pair.original().ranking().stream()
                .filter(word -> Place.of(pair.original(), word, k) == Place.OPEN
                        || pair.counterpart(word)
                                .filter(other -> Place.of(pair.changed(), other, k) == Place.OPEN)
                                .isPresent());
        return words.findFirst();
    }

    private static List<WordScore> inserted(ChangedPair pair) {
        List<Span> paired = pair.original().words().stream()
                .flatMap(word -> pair.counterpart(word).stream())
                .map(WordScore::span)
                .toList();
        return pair.changed().ranking().stream()
                .filter(word -> !paired.contains(word.span()))
                .toList();
    }

    private List<Span> spans(ChangedPair pair) {
        return pair.changed().ranking().stream().limit(k).map(WordScore::span).toList();
    }

    private void requireOtherWords(Attribution attribution) {
        if (attribution.words().size() <= k) {
            throw new IllegalArgumentException("The text \"" + attribution.text() + "\" has "
                    + attribution.words().size() + " words, so that its top " + k
                    + " are the same for every model. Take a smaller number or a longer text.");
        }
    }

    /** Whether a word is among the top. */
    private enum Place {
        IN,
        OUT,
        OPEN;

        static Place of(Attribution attribution, WordScore word, int k) {
            int above = 0;
            int perhaps = 0;
            for (WordScore other : attribution.words()) {
                double margin = other.score() - word.score();
                double uncertainty = other.uncertainty() + word.uncertainty();
                boolean same = other.span().equals(word.span());
                above += !same && margin > uncertainty ? 1 : 0;
                perhaps += same || margin < -uncertainty ? 0 : 1;
            }
            if (perhaps < k) {
                return IN;
            }
            return above >= k ? OUT : OPEN;
        }

        boolean contradicts(Place other) {
            return (this == IN && other == OUT) || (this == OUT && other == IN);
        }
    }
}
