package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Cuts a text into coloured words and what stands between them, so that the page shows all of it in order. */
final class Heatmap {

    private final String text;
    private final List<Fragment> fragments = new ArrayList<>();
    private final PageLimits limits;

    private Heatmap(String text, PageLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    static List<Fragment> fragments(Attribution attribution, HeatScale scale, Marks marks, PageLimits limits) {
        return fragments(attribution, scale, marks, unused -> false, limits);
    }

    /** Cuts; words for which {@code changed} holds are framed. */
    static List<Fragment> fragments(
            Attribution attribution, HeatScale scale, Marks marks, Predicate<Span> changed, PageLimits limits) {
        Heatmap map = new Heatmap(attribution.text(), limits);
        ScoreFormat format = ScoreFormat.upTo(scale.max());
        List<WordScore> words = new ArrayList<>(attribution.words());
        words.sort(Comparator.comparingInt(word -> word.span().start()));
        BitSet shown = ShownWords.stretches(
                words, word -> marks.isOn(word.span()) || changed.test(word.span()), limits.words());
        int at = 0;
        int leftOut = 0;
        for (int i = 0; i < words.size(); i++) {
            WordScore word = words.get(i);
            // Some tokenizers give neighbours a shared character; it is shown once.
            int start = Math.max(at, word.span().start());
            int end = Math.max(start, word.span().end());
            if (shown.get(i)) {
                map.gap(leftOut);
                map.plain(leftOut > 0 ? start : at, start);
                leftOut = 0;
                if (end > start) {
                    map.fragments.add(new Fragment(
                            limits.block(attribution.text().substring(start, end)),
                            scale.css(word.score()) + (changed.test(word.span()) ? " chg" : ""),
                            format.signed(word.score()) + " \u00B1 " + format.plain(word.uncertainty()),
                            marks.on(word.span())));
                }
            } else {
                leftOut++;
            }
            at = end;
        }
        map.gap(leftOut);
        map.plain(at, attribution.text().length());
        return List.copyOf(map.fragments);
    }

    /** Returns how many words are among the pieces of a text. */
    static int words(List<Fragment> text) {
        return (int) text.stream().filter(Fragment::isWord).count();
    }

    private void gap(int words) {
        if (words > 0) {
            fragments.add(new Fragment(" [\u2026 " + words + " words \u2026] ", "cut", "", ""));
        }
    }

    private void plain(int start, int end) {
        if (end > start) {
            fragments.add(Fragment.plain(limits.block(text.substring(start, end))));
        }
    }

    /**
     * A piece of the text.
     *
     * @param text the characters, with whitespace
     * @param css classes of its colour; empty text outside of words
     * @param title score and uncertainty; empty text for what is no word
     * @param marks numbers of the checks' marks on it; empty text if there is none
     */
    record Fragment(String text, String css, String title, String marks) {

        static Fragment plain(String text) {
            return new Fragment(text, "", "", "");
        }

        boolean isPlain() {
            return css.isEmpty();
        }

        boolean isWord() {
            return !title.isEmpty();
        }
    }
}
