package io.github.junitattrib.method;

import io.github.junitattrib.Span;
import java.util.BitSet;
import java.util.Optional;

/**
 * What is written where words of a text are absent.
 *
 * <p>A deleted word takes the space in front of it along, the first one that behind it; words that would grow together
 * keep a space between them. Nothing else of the text changes.
 */
final class Remainder {

    private final Cut cut;
    private final Optional<String> mask;

    /** Deletes absent words, or writes the mask for each. */
    Remainder(Cut cut, Optional<String> mask) {
        this.cut = cut;
        this.mask = mask;
    }

    /** Returns the text with some of its atoms. */
    String of(BitSet present) {
        String text = cut.text();
        StringBuilder left = new StringBuilder(text.length());
        int copied = 0;
        for (int atom = 0; atom < cut.atoms().size(); atom++) {
            Span span = cut.atoms().get(atom).span();
            String gap = text.substring(copied, span.start());
            copied = span.end();
            if (present.get(atom) || mask.isPresent()) {
                String word = present.get(atom) ? span.of(text) : mask.get();
                boolean afterHole = mask.isEmpty() && atom > 0 && !present.get(atom - 1);
                left.append(afterHole ? seam(left, gap, word, text) : gap).append(word);
            }
        }
        return left.append(text, copied, text.length()).toString();
    }

    /** The space between the text before a hole and the word behind it. */
    private static String seam(StringBuilder left, String gap, String word, String text) {
        if (left.length() == 0) {
            return leading(text);
        }
        boolean growTogether = gap.isEmpty()
                && Character.isLetterOrDigit(left.codePointBefore(left.length()))
                && Character.isLetterOrDigit(word.codePointAt(0));
        return growTogether ? " " : gap;
    }

    /** The space that the text begins with. */
    private static String leading(String text) {
        int end = 0;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
