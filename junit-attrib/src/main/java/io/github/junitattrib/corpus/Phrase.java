package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A word or several to look for in a text: whole words, as given, with a capital first letter or in capitals throughout.
 *
 * <p>So {@code "Will"} is not found in "I will go", but {@code "film"} is in "Film" at the start of a sentence.
 *
 * @param text the words as the user gave them
 */
record Phrase(String text) {

    /**
     * A place where the phrase stands.
     *
     * @param first its first word
     * @param span all of it
     * @param letters how it is written there
     */
    record Place(int first, Span span, LetterCase letters) {}

    Phrase {
        Objects.requireNonNull(text, "A word to change must not be null. Give a word as it stands in texts.");
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException("A word to change must not be blank or have blanks around it, but is \""
                    + text + "\". Give a word as it stands in texts.");
        }
    }

    List<Place> in(Sentence sentence) {
        Sentence wanted = Sentence.of(text);
        List<Place> places = new ArrayList<>();
        int word = 0;
        while (word + wanted.size() <= sentence.size()) {
            Optional<Place> place = at(sentence, word, wanted);
            place.ifPresent(places::add);
            word += place.isPresent() ? wanted.size() : 1;
        }
        return List.copyOf(places);
    }

    private Optional<Place> at(Sentence sentence, int first, Sentence wanted) {
        int last = first + wanted.size() - 1;
        for (int i = 0; i < wanted.size() - 1; i++) {
            if (sentence.gap(first + i).isEmpty() != wanted.gap(i).isEmpty()) {
                return Optional.empty();
            }
        }
        Span span = new Span(sentence.span(first).start(), sentence.span(last).end());
        // With the user's own spaces, so that a line break inside a phrase does not hide it.
        StringBuilder written = new StringBuilder(sentence.word(first));
        for (int i = 1; i < wanted.size(); i++) {
            written.append(wanted.gap(i - 1)).append(sentence.word(first + i));
        }
        return LetterCase.between(text, written.toString()).map(letters -> new Place(first, span, letters));
    }

    /** What is said of a text without it. */
    String absence() {
        return "the text has no word " + this;
    }

    @Override
    public String toString() {
        return "\"" + text + "\"";
    }
}
