package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;

/** Puts a word before another one; at the start of a sentence the capital letter moves to it. */
final class Insertion {

    private Insertion() {}

    static List<Edit> before(Sentence sentence, int word, String inserted, boolean keepsItsCapital) {
        String next = sentence.word(word);
        Span place = sentence.span(word);
        List<Edit> edits = new ArrayList<>();
        boolean upper = LetterCase.isUpper(next);
        boolean first = sentence.isFirst(word) && LetterCase.isCapitalized(next) && !upper;
        String written = upper ? LetterCase.UPPER.apply(inserted) : first ? LetterCase.capitalize(inserted) : inserted;
        edits.add(Edit.insertion(place.start(), written + " "));
        if (first && !keepsItsCapital) {
            edits.add(new Edit(place, LetterCase.uncapitalize(next)));
        }
        return edits;
    }
}
