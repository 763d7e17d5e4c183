package io.github.junitattrib.text;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the runs of whole words that a regular expression matches. */
final class PatternRuns {

    private final Matcher matcher;
    private final List<Span> words;

    private PatternRuns(Matcher matcher, List<Span> words) {
        this.matcher = matcher;
        this.words = words;
    }

    /**
     * Finds runs from left to right, each the shortest from its first word on, none over another.
     *
     * @throws IllegalArgumentException if the expression takes too long on this text
     */
    static List<Span> of(Pattern pattern, String text, List<Span> words) {
        // Transparent bounds let look-around see the rest of the text; ^ and $ still mean the ends of the run.
        Matcher matcher = pattern.matcher(new CountedText(text, pattern)).useTransparentBounds(true);
        try {
            return new PatternRuns(matcher, words).find();
        } catch (StackOverflowError e) {
            throw CountedText.tooMuch(pattern, text);
        }
    }

    private List<Span> find() {
        List<Span> found = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int behind = behindShortest(from);
            if (behind > from) {
                found.add(
                        new Span(words.get(from).start(), words.get(behind - 1).end()));
            }
            from = Math.max(from + 1, behind);
        }
        return List.copyOf(found);
    }

    /** The first word behind the shortest run that matches; {@code from} itself if there is none. */
    private int behindShortest(int from) {
        for (int last = from; last < words.size(); last++) {
            matcher.region(words.get(from).start(), words.get(last).end());
            if (matcher.matches()) {
                return last + 1;
            }
            if (!matcher.hitEnd()) {
                // More words would change nothing.
                return from;
            }
        }
        return from;
    }
}
