package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Sensitivity} found of a text.
 *
 * @param threshold the smallest change of the explained number that asks for a score
 * @param words number of words that were taken away, one at a time
 * @param largestChange the largest magnitude of a change
 * @param changes the words that change the explained number by more than the threshold, in the order of the text
 * @param whole the attribution of the text from the baseline of the question, for reports
 */
public record SensitivityResult(
        double threshold, int words, double largestChange, List<WordChange> changes, Attribution whole) {

    /**
     * Copies the list.
     *
     * @param threshold the smallest change of the explained number that asks for a score
     * @param words number of words that were taken away, one at a time
     * @param largestChange the largest magnitude of a change
     * @param changes the words that change the explained number by more than the threshold, in the order of the text
     * @param whole the attribution of the text from the baseline of the question, for reports
     */
    public SensitivityResult {
        changes = List.copyOf(changes);
    }

    /**
     * Judges all words.
     *
     * @return fail if one word has no score, inconclusive if one cannot be told or no word changes enough
     */
    public Verdict verdict() {
        if (first(Verdict.FAIL).isPresent()) {
            return Verdict.FAIL;
        }
        return changes.isEmpty() || first(Verdict.INCONCLUSIVE).isPresent() ? Verdict.INCONCLUSIVE : Verdict.PASS;
    }

    /**
     * Returns the first word of a verdict.
     *
     * @param verdict which one
     * @return empty if no word has it
     */
    public Optional<WordChange> first(Verdict verdict) {
        return changes.stream().filter(word -> word.verdict() == verdict).findFirst();
    }
}
