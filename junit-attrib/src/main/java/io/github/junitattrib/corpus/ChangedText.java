package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A text with edits that make another text of it, so that a word of the one is found again in the other.
 *
 * @param original the text before the change
 * @param edits what was changed, in the order of the text, without overlap
 */
public record ChangedText(String original, List<Edit> edits) {

    /**
     * Checks that the edits are in order.
     *
     * @param original the text before the change
     * @param edits what was changed, in the order of the text, without overlap
     * @throws IllegalArgumentException if an edit reaches beyond the text, overlaps the one before it or stands before it
     */
    public ChangedText {
        Objects.requireNonNull(original, "A changed text needs the original text.");
        edits = List.copyOf(edits);
        int free = 0;
        boolean insertedThere = false;
        for (Edit edit : edits) {
            boolean twice = edit.isInsertion() && edit.at().start() == free && insertedThere;
            if (edit.at().start() < free || twice || edit.at().end() > original.length()) {
                throw new IllegalArgumentException("The edits of \"" + original
                        + "\" must stand in the order of the text, inside it and without overlap, but " + edit
                        + " does not. Sort them by where they start, and join those at one place.");
            }
            free = edit.at().end();
            insertedThere = edit.isInsertion();
        }
    }

    /**
     * Finds out what was changed by comparing the two texts word by word: equal words belong together, and where as many
     * words were replaced as there are in their place, each belongs to the one in its place.
     *
     * @param original the text before the change
     * @param changed the text after it
     * @return the edits that make the second of the first
     */
    public static ChangedText comparing(String original, String changed) {
        Objects.requireNonNull(original, "A changed text needs the original text.");
        Objects.requireNonNull(changed, "A change must give a text, not null.");
        return new ChangedText(original, new WordComparison(original, changed).edits());
    }

    /**
     * Returns the text after the change.
     *
     * @return the original with all edits
     */
    public String text() {
        StringBuilder changed = new StringBuilder();
        int from = 0;
        for (Edit edit : edits) {
            changed.append(original, from, edit.at().start()).append(edit.replacement());
            from = edit.at().end();
        }
        return changed.append(original, from, original.length()).toString();
    }

    /**
     * Finds a stretch of the original in the changed text. What was inserted directly before or behind it is not part of
     * it; what was replaced or inserted inside of it is.
     *
     * @param ofOriginal a stretch of the original text
     * @return its place in the changed text; empty if it was removed or is a part only of something that was replaced
     * @throws IllegalArgumentException if it reaches beyond the original text
     */
    public Optional<Span> find(Span ofOriginal) {
        if (ofOriginal.end() > original.length()) {
            throw new IllegalArgumentException("The text \"" + original + "\" ends at " + original.length()
                    + ", so it has no stretch from " + ofOriginal.start() + " to " + ofOriginal.end() + ".");
        }
        int start = ofOriginal.start();
        int length = ofOriginal.length();
        for (Edit edit : edits) {
            if (edit.at().end() <= ofOriginal.start()) {
                start += edit.growth();
            } else if (edit.at().start() < ofOriginal.end()) {
                if (!ofOriginal.contains(edit.at())) {
                    return Optional.empty();
                }
                length += edit.growth();
            }
        }
        Span found = new Span(start, start + length);
        // A word that only blanks stand for was removed.
        return found.of(text()).isBlank() ? Optional.empty() : Optional.of(found);
    }
}
