package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.Objects;

/**
 * One stretch of a text and what stands in its place: an insertion if the stretch is empty, a removal if the replacement is.
 *
 * @param at the stretch of the original text
 * @param replacement what stands there in the changed text
 */
public record Edit(Span at, String replacement) {

    /**
     * Checks that something is given.
     *
     * @param at the stretch of the original text
     * @param replacement what stands there in the changed text
     */
    public Edit {
        Objects.requireNonNull(at, "An edit needs the stretch of the text that it replaces.");
        Objects.requireNonNull(replacement, "An edit needs a replacement; to remove a stretch, give an empty text.");
    }

    static Edit insertion(int offset, String inserted) {
        return new Edit(new Span(offset, offset), inserted);
    }

    boolean isInsertion() {
        return at.length() == 0;
    }

    /** By how much the text grows. */
    int growth() {
        return replacement.length() - at.length();
    }
}
