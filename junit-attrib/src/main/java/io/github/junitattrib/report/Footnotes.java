package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import java.util.ArrayList;
import java.util.List;

/** Explains the words of a page that its readers may not know, where they occur on it. */
final class Footnotes {

    private Footnotes() {}

    static List<String> of(Attribution attribution) {
        List<String> notes = new ArrayList<>();
        if ("zero".equals(attribution.method().parameters().get("baseline row"))) {
            notes.add("Baseline row zero: this model's embedding of the baseline's token is a row of zeros, so the path"
                    + " starts where Baseline.ZERO would start it.");
        }
        if (attribution.tokens().stream()
                .anyMatch(token -> !token.special() && token.word().isEmpty())) {
            notes.add("Outside words: a token that belongs to no word of the text, such as a space that the tokenizer"
                    + " keeps. Its score counts in the sum.");
        }
        if (attribution.tokens().stream().anyMatch(token -> token.text().startsWith("\u0120"))) {
            notes.add("\u0120 in a piece is how the tokenizer writes the space before it.");
        }
        return notes;
    }
}
