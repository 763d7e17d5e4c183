package io.github.junitattrib.assertj.error;

import io.github.junitattrib.corpus.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant by a misspelt one. */
final class NearWords {

    private NearWords() {}

    /** The word with the fewest edits, case aside, unless these are more than one, or two of five letters and more. */
    static Optional<String> nearest(String misspelt, List<String> words) {
        int most = misspelt.length() < 5 ? 1 : 2;
        return words.stream()
                .filter(word -> edits(misspelt, word) <= most && edits(misspelt, word) < word.length())
                .min(Comparator.comparingInt(word -> edits(misspelt, word)));
    }

    private static int edits(String misspelt, String written) {
        return EditDistance.between(misspelt.toLowerCase(Locale.ROOT), written.toLowerCase(Locale.ROOT));
    }
}
