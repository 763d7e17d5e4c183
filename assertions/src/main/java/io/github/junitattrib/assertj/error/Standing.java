package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.text.WordSelection;
import java.util.Optional;

/** Says where words stand in the ranking. */
final class Standing {

    private Standing() {}

    /** By rank, or by score where one of the two is a phrase or a part of a word and so has no rank among the words. */
    static String of(Attribution attribution, Margin margin) {
        Optional<String> first = rank(attribution, margin.first(), margin.by());
        Optional<String> second = rank(attribution, margin.second(), margin.by());
        String other = WordNames.quoted(attribution, margin.second());
        if (first.isPresent() && second.isPresent()) {
            return "it is " + first.get() + " and " + other + " is " + second.get();
        }
        Numbers numbers = Numbers.of(attribution);
        return "it scores " + numbers.signed(margin.first().score()) + " and " + other + " scores "
                + numbers.signed(margin.second().score());
    }

    /** Where one word stands, or what it scores. */
    static String of(Attribution attribution, WordSelection word, RankedBy by) {
        return rank(attribution, word, by)
                .map(rank -> "it is " + rank + " of " + attribution.words().size())
                .orElseGet(() -> "it scores " + Numbers.of(attribution).signed(word.score()));
    }

    /** Words of equal score share a rank, so a tie reads as one. */
    static Optional<String> rank(Attribution attribution, WordSelection word, RankedBy by) {
        boolean ranked = attribution.words().stream().map(WordScore::span).anyMatch(word.span()::equals);
        long stronger = attribution.words().stream()
                .filter(other -> by.of(other.score()) > by.of(word.score()))
                .count();
        return ranked ? Optional.of(Ordinals.of((int) stronger + 1)) : Optional.empty();
    }
}
