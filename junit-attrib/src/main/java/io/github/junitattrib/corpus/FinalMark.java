package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.List;
import java.util.Objects;

/**
 * Ends the text with a mark, in place of the one that it ends with.
 *
 * @param mark such as {@code !}
 */
record FinalMark(String mark) implements TextChange {

    private static final String MARKS = ".!?\u2026";

    private static final String BLANKS = " \t\n\u000B\f\r";

    FinalMark {
        Objects.requireNonNull(mark, "A text can end with \"!\", but not with null.");
        if (mark.isBlank()) {
            throw new IllegalArgumentException(
                    "The mark to end a text with is blank. Give one such as \"!\", or take withoutPunctuation().");
        }
    }

    @Override
    public ChangeResult applyTo(String text) {
        int end = before(text, text.length(), BLANKS);
        Span at = new Span(before(text, end, MARKS), end);
        return text.isBlank()
                ? new ChangeResult.NotApplicable("the text has no words")
                : ChangeResult.of(text, List.of(new Edit(at, mark)), "the text ends with \"" + mark + "\" already");
    }

    /** Where a row of such characters begins that ends at a place. */
    private static int before(String text, int end, String characters) {
        int start = end;
        while (start > 0 && characters.indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    @Override
    public String toString() {
        return "endingWith(\"" + mark + "\")";
    }
}
