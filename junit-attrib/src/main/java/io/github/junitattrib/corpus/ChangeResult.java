package io.github.junitattrib.corpus;

import java.util.List;
import java.util.Objects;

/** What a change makes of a text: changed texts, or the reason why it has nothing to change there. */
public sealed interface ChangeResult {

    /**
     * The change applies.
     *
     * @param texts at least one text, all made of the same original
     */
    record Changed(List<ChangedText> texts) implements ChangeResult {

        /**
         * Checks that there is a text and that every one differs from the original.
         *
         * @param texts at least one text, all made of the same original
         * @throws IllegalArgumentException if there is none, or one that is equal to its original
         */
        public Changed {
            texts = List.copyOf(texts);
            if (texts.isEmpty()) {
                throw new IllegalArgumentException(
                        "A change that gives no text is not applicable: return NotApplicable with the reason.");
            }
            for (ChangedText text : texts) {
                if (text.text().equals(text.original())) {
                    throw new IllegalArgumentException("A change that leaves \"" + text.original()
                            + "\" as it is would be checked against itself: return NotApplicable with the reason.");
                }
            }
        }
    }

    /**
     * The change has nothing to change, or cannot do so properly.
     *
     * @param reason a clause without a full stop, such as {@code the text has no word "Alice"}
     */
    record NotApplicable(String reason) implements ChangeResult {

        /**
         * Checks that there is a reason.
         *
         * @param reason a clause without a full stop
         * @throws IllegalArgumentException if it is blank
         */
        public NotApplicable {
            Objects.requireNonNull(reason, "Say why the change does not apply.");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Say why the change does not apply; the reason is blank.");
            }
        }
    }

    /**
     * Makes one changed text, unless there is nothing to change.
     *
     * @param original the text before the change
     * @param edits what was changed, in the order of the text
     * @param otherwise the reason if there is no edit, or none that changes anything
     * @return the result
     */
    static ChangeResult of(String original, List<Edit> edits, String otherwise) {
        ChangedText changed = new ChangedText(original, edits);
        return changed.text().equals(original) ? new NotApplicable(otherwise) : new Changed(List.of(changed));
    }
}
