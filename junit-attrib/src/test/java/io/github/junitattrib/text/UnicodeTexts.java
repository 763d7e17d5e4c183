package io.github.junitattrib.text;

import java.util.List;
import java.util.Random;

/** Random texts of what makes offsets go wrong. */
public final class UnicodeTexts {

    private static final List<String> PARTS = List.of(
            "great",
            "was",
            "n't",
            "\u2019",
            " ",
            "  ",
            "\n",
            "\u00a0",
            ".",
            "-",
            "\u0130", // capital i with dot: two characters in lower case
            "\u00df",
            "e\u0301\u0323", // a letter with two combining marks
            "\u0301",
            "\ud835\udd38", // an astral letter
            "\ud840\udc00", // an astral ideograph
            "\u4e2d",
            "\u05e9\u05dc",
            "\u200f",
            "\u0627\u0644",
            "\u0e44\u0e17",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\ud83d\udc4d\ud83c\udffd",
            "\ud83c\udde9\ud83c\uddea",
            "\u2764\ufe0f",
            "\u0000",
            "\u0001",
            "\u007f",
            "\ufeff",
            "\ufffd",
            "\ufb01", // a ligature
            "\ue000", // private use
            "[SEP]",
            "##ly");

    private UnicodeTexts() {}

    /** Makes a text of up to so many parts: those above, or any code point that is no surrogate. */
    public static String random(Random random, int parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(parts); i > 0; i--) {
            if (random.nextInt(4) > 0) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            } else {
                int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
                boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
                text.appendCodePoint(surrogate ? 'x' : codePoint);
            }
        }
        return text.toString();
    }

    /** Says whether an offset lies between two code points. */
    public static boolean isBorder(String text, int offset) {
        return offset == 0
                || offset == text.length()
                || !(Character.isHighSurrogate(text.charAt(offset - 1))
                        && Character.isLowSurrogate(text.charAt(offset)));
    }
}
