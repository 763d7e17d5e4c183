package io.github.junitattrib.corpus;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A change by a function of the user's; the words are found again by comparing the texts.
 *
 * @param name what failures call it
 * @param function gives the changed text
 */
record OwnChange(String name, UnaryOperator<String> function) implements TextChange {

    OwnChange {
        Objects.requireNonNull(name, "A change needs a name, for messages.");
        Objects.requireNonNull(function, "A change needs a function that gives the changed text.");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A change needs a name, for messages; this one is blank.");
        }
    }

    @Override
    public ChangeResult applyTo(String text) {
        ChangedText changed = ChangedText.comparing(text, function.apply(text));
        return changed.text().equals(text)
                ? new ChangeResult.NotApplicable("it leaves the text as it is")
                : new ChangeResult.Changed(List.of(changed));
    }

    @Override
    public String toString() {
        return name;
    }
}
