package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The words of a text that a person gives as reason: named, or marked by spans as corpora have them. */
public final class HumanRationale {

    private final List<WordSelector> words;
    private final List<Span> spans;

    private HumanRationale(List<WordSelector> words, List<Span> spans) {
        this.words = List.copyOf(words);
        this.spans = List.copyOf(spans);
        if (words.isEmpty() && spans.isEmpty()) {
            throw new IllegalArgumentException("A rationale without words agrees with nothing. Name the words that a"
                    + " person would give as reason.");
        }
    }

    static HumanRationale of(List<WordSelector> words) {
        return new HumanRationale(words, List.of());
    }

    static HumanRationale marked(List<Span> spans) {
        Objects.requireNonNull(
                spans, "The rationale must not be null. Mark the words that a person would give as reason.");
        if (spans.stream().anyMatch(Objects::isNull)) {
            throw new NullPointerException("The span at index " + spans.indexOf(null)
                    + " of the rationale is null. Give UTF-16 offsets into the text: new Span(21, 26).");
        }
        return new HumanRationale(List.of(), spans);
    }

    /** Finds the words in a text, or says which one it does not have. */
    Outcome judge(Attribution attribution, Function<List<Span>, Outcome> judgment) {
        return NamedWords.judge(
                attribution, words, found -> judgment.apply(found.isEmpty() ? spans : NamedWords.spans(found)));
    }

    @Override
    public String toString() {
        return "rationale " + (words.isEmpty() ? spans : words);
    }
}
