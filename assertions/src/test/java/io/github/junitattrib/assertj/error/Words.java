package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.text.WordSelector;

/** Shortens tests that compare two words. */
final class Words {

    private Words() {}

    static Margin margin(Attribution attribution, String first, String second) {
        return margin(attribution, WordSelector.word(first), WordSelector.word(second));
    }

    static Margin margin(Attribution attribution, WordSelector first, WordSelector second) {
        return new Margin(first.in(attribution).get(0), second.in(attribution).get(0));
    }
}
