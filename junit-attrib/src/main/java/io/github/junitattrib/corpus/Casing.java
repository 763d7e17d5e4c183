package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes all words in one case; a model that lowers its texts sees no difference. */
enum Casing implements TextChange {
    UPPER("upperCase()") {
        @Override
        String write(String word) {
            return word.toUpperCase(Locale.ROOT);
        }
    },
    LOWER("lowerCase()") {
        @Override
        String write(String word) {
            return word.toLowerCase(Locale.ROOT);
        }
    },
    TITLE("titleCase()") {
        @Override
        String write(String word) {
            return LetterCase.capitalize(word);
        }
    };

    private final String call;

    Casing(String call) {
        this.call = call;
    }

    abstract String write(String word);

    @Override
    public ChangeResult applyTo(String text) {
        List<Edit> edits = new ArrayList<>();
        for (Span word : WordSplitter.words(text)) {
            String written = write(word.of(text));
            if (!written.equals(word.of(text))) {
                edits.add(new Edit(word, written));
            }
        }
        return ChangeResult.of(text, edits, "the text is written so already");
    }

    @Override
    public String toString() {
        return call;
    }
}
