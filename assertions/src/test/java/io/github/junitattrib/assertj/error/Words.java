package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.stream.Stream;

/** Shortens tests that name words. */
final class Words {

    private Words() {}

    static Margin margin(Attribution attribution, String first, String second) {
        return margin(attribution, WordSelector.word(first), WordSelector.word(second));
    }

    static Margin margin(Attribution attribution, WordSelector first, WordSelector second) {
        return new Margin(first.in(attribution).get(0), second.in(attribution).get(0));
    }

    static WordSelection word(Attribution attribution, String text) {
        return WordSelector.word(text).in(attribution).get(0);
    }

    static List<WordSelection> words(Attribution attribution, String... texts) {
        return Stream.of(texts).map(text -> word(attribution, text)).toList();
    }
}
