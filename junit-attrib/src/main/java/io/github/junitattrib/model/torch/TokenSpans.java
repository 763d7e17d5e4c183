package io.github.junitattrib.model.torch;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the tokenizer's spans, which count code points, into spans of the text in UTF-16 units that hold just what a token
 * stands for.
 *
 * <ul>
 *   <li>The white space before a word, which {@code Ġ} or {@code ▁} stands for, belongs to no word: it is cut off.
 *   <li>A token of white space alone has that white space. The space that some tokenizers put before the first word is
 *       not in the text: such a token has a span of no length in front of the word.
 *   <li>Bytes of one character, and characters that one was decomposed into, share its span.
 *   <li>Combining marks that the tokenizer drops belong to the token that they follow.
 * </ul>
 */
final class TokenSpans {

    private final String text;
    private final List<Optional<Span>> spans = new ArrayList<>();

    private TokenSpans(String text) {
        this.text = text;
    }

    /**
     * Finds the spans of all tokens, empty for those that the tokenizer added.
     *
     * @param text the whole text
     * @param skipped units of the text that the tokenizer did not see
     * @param pieces the tokens as the tokenizer prints them
     * @param counted their spans in code points of what it saw; null for tokens that it added
     * @param replaced strings that its normalizer replaces as a whole, for which it names the last character alone
     */
    static List<Optional<Span>> of(
            String text, int skipped, String[] pieces, CharSpan[] counted, List<String> replaced) {
        TokenSpans spans = new TokenSpans(text);
        int[] units = units(text, skipped);
        int[] starts = units.clone();
        replaced.forEach(string -> spans.startWhole(string, skipped, starts));
        Span before = new Span(0, 0);
        for (int i = 0; i < pieces.length; i++) {
            if (counted[i] == null) {
                spans.spans.add(Optional.empty());
                continue;
            }
            int start = Math.min(counted[i].getStart(), units.length - 1);
            int end = Math.min(Math.max(start, counted[i].getEnd()), units.length - 1);
            Span whole = new Span(starts[start], units[end]);
            spans.spans.add(Optional.of(spans.place(pieces[i], whole, before)));
            before = whole;
        }
        spans.addMarks();
        return spans.spans;
    }

    /** Where each code point starts, and the end. */
    private static int[] units(String text, int skipped) {
        int[] units = new int[text.codePointCount(skipped, text.length()) + 1];
        int at = skipped;
        for (int i = 0; i < units.length; i++) {
            units[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return units;
    }

    /** Lets what begins at the string's last character begin at its first. */
    private void startWhole(String string, int skipped, int[] starts) {
        int length = string.codePointCount(0, string.length());
        int counted = 0;
        int from = skipped;
        for (int at = text.indexOf(string, from); at >= 0; at = text.indexOf(string, from)) {
            counted += text.codePointCount(from, at) + length;
            from = at + string.length();
            starts[counted - 1] = at;
        }
    }

    private Span place(String piece, Span whole, Span before) {
        boolean marker = isMarker(piece, 0);
        int start = whole.start();
        int end = whole.end();
        while (start < end && isBlank(text.codePointAt(start), marker)) {
            start += Character.charCount(text.codePointAt(start));
        }
        if (start == end) {
            return whole;
        }
        while (isBlank(text.codePointBefore(end), false)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        Span place = new Span(start, end);
        boolean prefix =
                marker && isMarker(piece, piece.length() - 1) && !place.of(text).equals(piece);
        return prefix && !before.overlaps(whole) ? new Span(whole.start(), whole.start()) : place;
    }

    /** The letters that stand for a space in byte-level BPE and in sentencepiece. */
    private static boolean isMarker(String piece, int at) {
        return !piece.isEmpty() && (piece.charAt(at) == '\u0120' || piece.charAt(at) == '\u2581');
    }

    /** Tokenizers that normalise take invisible characters for spaces, too: a direction mark, a zero width space. */
    private static boolean isBlank(int codePoint, boolean orInvisible) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> orInvisible;
            default -> false;
        };
    }

    private void addMarks() {
        Span next = new Span(text.length(), text.length());
        Span nextWithMarks = next;
        for (int i = spans.size() - 1; i >= 0; i--) {
            if (spans.get(i).isEmpty()) {
                continue;
            }
            Span span = spans.get(i).get();
            boolean visible = span.length() > 0 && !isBlank(text.codePointBefore(span.end()), true);
            int end = !visible
                    ? span.end()
                    : span.end() == next.end() ? nextWithMarks.end() : endWithMarks(span.end(), next.start());
            nextWithMarks = new Span(span.start(), end);
            spans.set(i, Optional.of(nextWithMarks));
            next = span;
        }
    }

    private int endWithMarks(int end, int limit) {
        int at = end;
        while (at < limit && isMark(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
