package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a text into coloured words and what stands between them, so that the page shows all of it in order. */
final class Heatmap {

    private Heatmap() {}

    static List<Fragment> fragments(Attribution attribution, HeatScale scale, Marks marks) {
        String text = attribution.text();
        ScoreFormat format = ScoreFormat.upTo(scale.max());
        List<WordScore> words = new ArrayList<>(attribution.words());
        words.sort(Comparator.comparingInt(word -> word.span().start()));
        List<Fragment> fragments = new ArrayList<>();
        int at = 0;
        for (WordScore word : words) {
            // Some tokenizers give neighbours a shared character; it is shown once.
            int start = Math.max(at, word.span().start());
            int end = Math.max(start, word.span().end());
            if (start > at) {
                fragments.add(Fragment.plain(text.substring(at, start)));
            }
            if (end > start) {
                fragments.add(new Fragment(
                        VisibleText.inBlock(text.substring(start, end)),
                        scale.css(word.score()),
                        format.signed(word.score()) + " \u00B1 " + format.plain(word.uncertainty()),
                        marks.on(word.span())));
            }
            at = end;
        }
        if (at < text.length()) {
            fragments.add(Fragment.plain(text.substring(at)));
        }
        return List.copyOf(fragments);
    }

    /**
     * A piece of the text.
     *
     * @param text the characters, with whitespace
     * @param css class of its colour; empty text outside of words
     * @param title score and uncertainty
     * @param marks numbers of the checks' marks on it; empty text if there is none
     */
    record Fragment(String text, String css, String title, String marks) {

        static Fragment plain(String text) {
            return new Fragment(VisibleText.inBlock(text), "", "", "");
        }

        boolean isWord() {
            return !css.isEmpty();
        }
    }
}
