package io.github.junitattrib.model.torch.tokenizer;

import java.util.Arrays;
import java.util.Set;

/**
 * A text as the tokenizer gets to see it: the whole, or without the characters that its normalizer deletes in any case,
 * after which the native library counts from the wrong place.
 *
 * @param seen the characters that are left
 * @param units where each of its code points stands in the whole text, and the end [code points + 1]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SeenText(String seen, int[] units) {

    static SeenText whole(String text) {
        return without(text, 0, Set.of());
    }

    /** Leaves out the code points that are given, as far as they stand before an offset. */
    static SeenText without(String text, int end, Set<Integer> deleted) {
        StringBuilder seen = new StringBuilder(text.length());
        int[] units = new int[text.codePointCount(0, text.length()) + 1];
        int count = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (at >= end || !deleted.contains(text.codePointAt(at))) {
                seen.appendCodePoint(text.codePointAt(at));
                units[count++] = at;
            }
        }
        units[count] = text.length();
        return new SeenText(seen.toString(), Arrays.copyOf(units, count + 1));
    }

    int size() {
        return units.length - 1;
    }
}
