package io.github.junitattrib.text;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a text as its writer sees them, whatever the tokenizer does: the same words for every model.
 *
 * <p>A word is a run of letters, marks, digits and underscores, with apostrophes and invisible format characters (soft
 * hyphen, joiner) inside ({@code wasn't}); any other visible character, with what combines with it (an emoji sequence),
 * is a word of its own.
 */
public final class WordSplitter {

    private static final String RUN = "[\\p{L}\\p{M}\\p{N}_]++";
    /** What joins two runs; the zero width space (U+200B) is a space all the same. */
    private static final String JOINT = "(?:['\u2019]|[\\p{Cf}&&[^\u200b]]++)";
    /** Possessive, as the matcher would need a stack frame for each joint of a long word. */
    private static final Pattern WORD =
            Pattern.compile(RUN + "(?:" + JOINT + RUN + ")*+|(?![\\p{Z}\\p{Cc}\\p{Cf}])\\X");

    private WordSplitter() {}

    /**
     * Finds the words of a text.
     *
     * @param text any text
     * @return spans in the order of the text, without overlap
     */
    public static List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Span(matcher.start(), matcher.end()));
        }
        return List.copyOf(words);
    }
}
