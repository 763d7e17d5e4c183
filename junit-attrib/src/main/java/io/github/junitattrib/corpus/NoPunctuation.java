package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the punctuation of sentences away; apostrophes and hyphens inside words, and points inside numbers, stay. */
record NoPunctuation() implements TextChange {

    /** Blanks before a mark go with it unless a word follows directly. */
    private static final Pattern MARKS = Pattern.compile("\\s*+[.,;:!?\u2026\"\u201c\u201d()]++(?=\\s|\\z)"
            + "|(?<![\\p{L}\\p{N}])[.,;:!?\u2026\"\u201c\u201d()]++");

    @Override
    public ChangeResult applyTo(String text) {
        List<Edit> edits = new ArrayList<>();
        Matcher marks = MARKS.matcher(text);
        while (marks.find()) {
            edits.add(new Edit(new Span(marks.start(), marks.end()), ""));
        }
        ChangeResult result = ChangeResult.of(text, edits, "the text has no punctuation");
        boolean nothingLeft = result instanceof ChangeResult.Changed changed
                && changed.texts().get(0).text().isBlank();
        return nothingLeft ? new ChangeResult.NotApplicable("the text has nothing but punctuation") : result;
    }

    @Override
    public String toString() {
        return "withoutPunctuation()";
    }
}
