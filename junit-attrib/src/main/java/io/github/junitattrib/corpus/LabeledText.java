package io.github.junitattrib.corpus;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * A text with the label that a person gave it.
 *
 * @param text the text
 * @param label a label as the model spells it
 */
public record LabeledText(String text, String label) {

    /**
     * Checks that both are there.
     *
     * @param text the text
     * @param label a label as the model spells it
     * @throws IllegalArgumentException if the label is blank
     */
    public LabeledText {
        Objects.requireNonNull(text, "A labeled text needs a text.");
        Objects.requireNonNull(label, "A labeled text needs a label.");
        if (label.isBlank()) {
            throw new IllegalArgumentException("The label of the text \"" + text + "\" is blank.");
        }
    }

    /**
     * Gives all texts one label.
     *
     * @param texts the texts, such as those of a {@link TextTemplate}
     * @param label a label as the model spells it
     * @return one pair for each text, in their order
     */
    public static List<LabeledText> all(Collection<String> texts, String label) {
        Objects.requireNonNull(texts, "The texts must not be null. Give a list of texts.");
        return texts.stream().map(text -> new LabeledText(text, label)).toList();
    }
}
