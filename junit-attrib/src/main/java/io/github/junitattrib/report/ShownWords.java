package io.github.junitattrib.report;

import io.github.junitattrib.WordScore;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Chooses the words of a long text or table that a page has room for: those that checks named, then the largest scores. */
final class ShownWords {

    /** Words on either side of a chosen one that show what it stands among. */
    private static final int CONTEXT = 3;

    private ShownWords() {}

    /** Chooses single words. */
    static BitSet largest(List<WordScore> words, Predicate<WordScore> marked, int most) {
        return chosen(words, marked, most, 0);
    }

    /** Chooses words with their neighbours. */
    static BitSet stretches(List<WordScore> words, Predicate<WordScore> marked, int most) {
        return chosen(words, marked, most, CONTEXT);
    }

    private static BitSet chosen(List<WordScore> words, Predicate<WordScore> marked, int most, int context) {
        BitSet shown = new BitSet(words.size());
        if (words.size() <= most) {
            shown.set(0, words.size());
            return shown;
        }
        List<Integer> places = IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> !marked.test(words.get(place)))
                        .thenComparing(
                                place -> -ScoreFormat.magnitude(words.get(place).score())))
                .toList();
        int left = most;
        for (int place : places) {
            for (int near = Math.max(0, place - context); near <= place + context && near < words.size(); near++) {
                if (left > 0 && !shown.get(near)) {
                    shown.set(near);
                    left--;
                }
            }
            if (left == 0) {
                break;
            }
        }
        if (context > 0) {
            showShortGaps(shown, words.size());
        }
        return shown;
    }

    /** To say that a word or two are left out takes more room than they do. */
    private static void showShortGaps(BitSet shown, int size) {
        for (int gap = shown.nextClearBit(0); gap < size; gap = shown.nextClearBit(gap)) {
            int next = shown.nextSetBit(gap);
            int end = next < 0 ? size : next;
            if (end - gap <= 2) {
                shown.set(gap, end);
            }
            gap = end;
        }
    }
}
