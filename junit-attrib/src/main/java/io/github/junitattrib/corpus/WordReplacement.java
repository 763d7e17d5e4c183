package io.github.junitattrib.corpus;

import java.util.List;

/**
 * Replaces a word by another.
 *
 * @param word the word
 * @param by what stands in its place
 */
record WordReplacement(Phrase word, Phrase by) implements TextChange {

    WordReplacement {
        if (word.equals(by)) {
            throw new IllegalArgumentException(
                    "To replace " + word + " by itself changes nothing. Give two different words.");
        }
    }

    @Override
    public ChangeResult applyTo(String text) {
        List<Edit> edits = word.in(Sentence.of(text)).stream()
                .map(place -> new Edit(place.span(), place.letters().apply(by.text())))
                .toList();
        return ChangeResult.of(text, edits, word.absence());
    }

    @Override
    public String toString() {
        return "replacing(" + word + ", " + by + ")";
    }
}
