package io.github.junitattrib.text;

import java.util.regex.Pattern;

/** A text that an expression may look at so often and no more, because backtracking may take for ever. */
final class CountedText implements CharSequence {

    /** About a second. */
    private static final int MOST_LOOKS = 50_000_000;

    private final String text;
    private final Pattern pattern;
    private int looks;

    CountedText(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static IllegalArgumentException tooMuch(Pattern pattern, String text) {
        return new IllegalArgumentException("The expression /" + pattern.pattern()
                + "/ takes too many steps on the text \"" + text
                + "\". Make it simpler, with fewer repetitions that may match the same.");
    }

    @Override
    public char charAt(int index) {
        looks++;
        if (looks > MOST_LOOKS) {
            throw tooMuch(pattern, text);
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
