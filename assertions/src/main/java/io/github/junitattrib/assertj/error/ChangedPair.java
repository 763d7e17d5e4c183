package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.corpus.ChangedText;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.Optional;

/**
 * The attributions of a text and of a changed text, toward the same class, with what belongs together in them.
 *
 * @param change what was done to the text
 * @param texts the two texts
 * @param original the attribution of the text
 * @param changed the attribution of the changed text
 * @param before what the model predicts of the text
 * @param after what it predicts of the changed text
 * @param number which of the changed texts it is, from 1
 * @param of how many changed texts there are
 */
public record ChangedPair(
        TextChange change,
        ChangedText texts,
        Attribution original,
        Attribution changed,
        PredictedClasses before,
        PredictedClasses after,
        int number,
        int of) {

    /**
     * Finds a stretch of the original in the changed text.
     *
     * @param ofOriginal a stretch of the original text
     * @return what the changed text's scores say of it; empty if it is not there, or is no row of whole tokens
     */
    public Optional<WordSelection> counterpart(Span ofOriginal) {
        return texts.find(ofOriginal)
                .flatMap(span -> WordSelector.span(span.start(), span.end()).in(changed).stream()
                        .findFirst())
                .or(() -> words().counterpart(ofOriginal).map(WordSelection::of));
    }

    /**
     * Returns the words of both texts as they are compared.
     *
     * @return which word of the one is which of the other
     */
    public WordPairs words() {
        return WordPairs.of(this);
    }

    /**
     * Says whether the model certainly predicts other classes for the changed text.
     *
     * @return false if the prediction is the same, or may be so within rounding, or there is none
     */
    public boolean changesPrediction() {
        return before.contradicts(after);
    }
}
