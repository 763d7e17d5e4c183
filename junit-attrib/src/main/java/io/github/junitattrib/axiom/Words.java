package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;

/** Finds the words that an axiom names. */
final class Words {

    private Words() {}

    static WordSelection find(WordSelector word, Attribution attribution) {
        List<WordSelection> found = word.in(attribution);
        if (found.size() != 1) {
            throw new IllegalArgumentException("The word " + word + " stands " + found.size() + " times in the text \""
                    + attribution.text() + "\" with the words "
                    + attribution.words().stream().map(WordScore::text).toList()
                    + ". Name one place, such as word(\"…\").occurrence(1).");
        }
        return found.get(0);
    }
}
