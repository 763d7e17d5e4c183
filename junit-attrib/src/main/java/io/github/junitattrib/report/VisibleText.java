package io.github.junitattrib.report;

import java.util.HexFormat;

/**
 * Writes characters that one cannot see, or that move others, as Java escapes such as {@code \u202e}.
 *
 * <p>Texts under test may be hostile: control characters garble a console, bidirectional controls reverse what stands
 * beside them, NUL and lone surrogates are not allowed in HTML.
 */
public final class VisibleText {

    private static final HexFormat HEX = HexFormat.of();
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private VisibleText() {}

    /**
     * Returns text for one line: line ends and tabs are escaped too.
     *
     * @param text any text
     * @return the same with escapes
     */
    public static String inLine(String text) {
        return visible(text, false);
    }

    /**
     * Shortens a text that is to be recognized, not read.
     *
     * @param text any text
     * @param most how many code points stay
     * @return the whole text, or its beginning and an ellipsis
     */
    public static String beginning(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** Returns text for a block that preserves whitespace: line feeds and tabs stay. */
    static String inBlock(String text) {
        return visible(text, true);
    }

    private static String visible(String text, boolean keepLines) {
        StringBuilder visible = new StringBuilder(text.length());
        int previous = ' ';
        for (int i = 0; i < text.length(); i += Character.charCount(previous)) {
            int codePoint = text.codePointAt(i);
            if (isPlain(codePoint, previous, keepLines)) {
                visible.appendCodePoint(codePoint);
            } else {
                visible.append(escape(codePoint));
            }
            previous = codePoint;
        }
        return visible.toString();
    }

    private static boolean isPlain(int codePoint, int previous, boolean keepLines) {
        if (codePoint == '\n' || codePoint == '\t') {
            return keepLines;
        }
        if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
            // Part of the spelling in Persian, Indic scripts and emoji; inside Latin letters it only hides.
            return previous > 0x24F;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ' || (keepLines && codePoint == 0x3000);
            default -> !isNoncharacter(codePoint);
        };
    }

    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> {
                StringBuilder escaped = new StringBuilder();
                for (char unit : Character.toChars(codePoint)) {
                    escaped.append("\\u").append(HEX.toHexDigits(unit));
                }
                yield escaped.toString();
            }
        };
    }
}
