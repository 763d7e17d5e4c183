package io.github.junitattrib.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Exchanges two words, in both directions.
 *
 * @param first the one
 * @param second the other
 */
record WordSwap(Phrase first, Phrase second) implements TextChange {

    WordSwap {
        if (first.text().equalsIgnoreCase(second.text())) {
            throw new IllegalArgumentException(
                    "To swap " + first + " with itself changes nothing. Give two different words.");
        }
    }

    @Override
    public ChangeResult applyTo(String text) {
        Sentence sentence = Sentence.of(text);
        List<Edit> edits = new ArrayList<>();
        // The longer first: where one holds the other ("New York" and "York"), its places are not those of the other.
        boolean longerFirst = first.text().length() >= second.text().length();
        replace(sentence, longerFirst ? first : second, longerFirst ? second : first, edits);
        replace(sentence, longerFirst ? second : first, longerFirst ? first : second, edits);
        edits.sort(Comparator.comparingInt(edit -> edit.at().start()));
        return ChangeResult.of(text, edits, "the text has neither " + first + " nor " + second);
    }

    private static void replace(Sentence sentence, Phrase word, Phrase by, List<Edit> edits) {
        for (Phrase.Place place : word.in(sentence)) {
            if (edits.stream().noneMatch(edit -> edit.at().overlaps(place.span()))) {
                edits.add(new Edit(place.span(), place.letters().apply(by.text())));
            }
        }
    }

    @Override
    public String toString() {
        return "swapping(" + first + ", " + second + ")";
    }
}
