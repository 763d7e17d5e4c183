package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends the text with a mark, in place of the one that it ends with.
 *
 * @param mark such as {@code !}
 */
record FinalMark(String mark) implements TextChange {

    private static final Pattern END = Pattern.compile("[.!?\u2026]*(?=\\s*\\z)");

    FinalMark {
        Objects.requireNonNull(mark, "A text can end with \"!\", but not with null.");
        if (mark.isBlank()) {
            throw new IllegalArgumentException(
                    "The mark to end a text with is blank. Give one such as \"!\", or take withoutPunctuation().");
        }
    }

    @Override
    public ChangeResult applyTo(String text) {
        Matcher end = END.matcher(text);
        // The pattern matches nothing at the end of any text, so it always finds a place.
        Span at = end.find() ? new Span(end.start(), end.end()) : new Span(text.length(), text.length());
        return text.isBlank()
                ? new ChangeResult.NotApplicable("the text has no words")
                : ChangeResult.of(text, List.of(new Edit(at, mark)), "the text ends with \"" + mark + "\" already");
    }

    @Override
    public String toString() {
        return "endingWith(\"" + mark + "\")";
    }
}
