package io.github.junitattrib.model.torch.tokenizer;

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
    private final String markers;
    private final List<Optional<Span>> spans = new ArrayList<>();

    private TokenSpans(String text, String markers) {
        this.text = text;
        this.markers = markers;
    }

    /**
     * Finds the spans of all tokens, empty for those that the tokenizer added.
     *
     * @param text the whole text
     * @param seen what the tokenizer saw of it
     * @param pieces the tokens as the tokenizer prints them
     * @param counted their spans in code points of what it saw; null for tokens that it added
     * @param facts of the tokenizer
     */
    static List<Optional<Span>> of(String text, SeenText seen, String[] pieces, CharSpan[] counted, SpanFacts facts) {
        TokenSpans spans = new TokenSpans(text, facts.markers());
        int[] starts = seen.units().clone();
        facts.replaced().forEach(string -> startWhole(string, seen, starts));
        Span before = new Span(0, 0);
        for (int i = 0; i < pieces.length; i++) {
            if (counted[i] == null) {
                spans.spans.add(Optional.empty());
                continue;
            }
            int start = Math.min(counted[i].getStart(), seen.size());
            int end = Math.min(counted[i].getEnd(), seen.size());
            int last = seen.units()[Math.max(start, end - 1)];
            int unitsOfLast = end <= start ? 0 : Character.charCount(text.codePointAt(last));
            Span whole = new Span(starts[start], last + unitsOfLast);
            spans.spans.add(Optional.of(spans.place(pieces[i], whole, before)));
            before = whole;
        }
        spans.addMarks();
        return spans.spans;
    }

    /** Lets what begins at the string's last character begin at its first. */
    private static void startWhole(String string, SeenText seen, int[] starts) {
        int length = string.codePointCount(0, string.length());
        int counted = 0;
        int from = 0;
        for (int at = seen.seen().indexOf(string); at >= 0; at = seen.seen().indexOf(string, from)) {
            int first = counted + seen.seen().codePointCount(from, at);
            counted = first + length;
            from = at + string.length();
            starts[counted - 1] = starts[first];
        }
    }

    private Span place(String piece, Span whole, Span before) {
        boolean marker = !piece.isEmpty() && markers.indexOf(piece.charAt(0)) >= 0;
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
        // Pieces of several words have markers at both ends, and users write markers, too: those are no mere prefix.
        boolean prefix = areMarkers(piece) && !areMarkers(place.of(text));
        return prefix && !before.overlaps(whole) ? new Span(whole.start(), whole.start()) : place;
    }

    private boolean areMarkers(String piece) {
        return !piece.isEmpty() && piece.chars().allMatch(letter -> markers.indexOf(letter) >= 0);
    }

    /** Tokenizers that normalise take invisible characters for spaces, too: a direction mark, a zero width space. */
    private static boolean isBlank(int codePoint, boolean orInvisible) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.CONTROL -> orInvisible || Character.isWhitespace(codePoint);
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
